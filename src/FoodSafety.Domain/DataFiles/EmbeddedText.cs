namespace FoodSafety.Domain.DataFiles;

/// <summary>Texts that are part of the assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>Reads all of a folder, in the order of their names: a file that is added is read without being named anywhere.</summary>
    /// <param name="folder">The folder in the project, with dots for slashes.</param>
    /// <param name="extension">How their names end, with the dot.</param>
    public static IEnumerable<string> ReadAll(string folder, string extension)
    {
        var start = $"FoodSafety.Domain.{folder}.";
        return typeof(EmbeddedText).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(start, StringComparison.Ordinal) && name.EndsWith(extension, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => Read(name["FoodSafety.Domain.".Length..]));
    }

    /// <summary>Reads one, by its path in the project with dots for slashes.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"FoodSafety.Domain.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
