namespace FoodSafety.Domain.DataFiles;

/// <summary>Texts that are part of the assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>Reads one, by its path in the project with dots for slashes.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"FoodSafety.Domain.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
