using System.Text;

namespace FoodSafety.Domain.Files.Tests;

/// <summary>A folder of a test's own, gone when the test is over.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("files-");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text, Encoding? encoding = null)
    {
        File.WriteAllText(PathOf(name), text, encoding ?? new UTF8Encoding(false));
        return PathOf(name);
    }

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    /// <summary>A text without the path of this folder, so that a test can say what it expects.</summary>
    public string Without(string text) => text.Replace(_folder.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>What a writer of the library writes, as text.</summary>
internal static class Written
{
    public static string By(Action<TextWriter> write)
    {
        using var text = new StringWriter { NewLine = "\n" };
        write(text);
        return text.ToString().ReplaceLineEndings("\n");
    }
}
