namespace Wenjiang.Options;

/// <summary>The folder for what the run writes; made when it is not there.</summary>
internal static class OutFolder
{
    /// <exception cref="UsageException">The folder cannot be made.</exception>
    public static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(($"无法使用文件夹“{folder}”：{e.Message}", $"Cannot use the folder '{folder}': {e.Message}"));
        }
    }

    /// <returns>The path of the file, from the current folder.</returns>
    /// <exception cref="UsageException">The file cannot be written there.</exception>
    public static string Write(string folder, string name, Action<string> write)
    {
        var path = Path.Combine(folder, name);
        try
        {
            write(path);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(($"无法写入“{path}”：{e.Message}", $"Cannot write '{path}': {e.Message}"));
        }
    }

    /// <returns>The path of a file of which nothing is left of a run before.</returns>
    /// <exception cref="UsageException">The file cannot be written there.</exception>
    public static string Fresh(string folder, string name) => Write(folder, name, File.Delete);
}
