using Wenjiang.Steps;
using Wenjiang.Storage;

namespace Wenjiang.Options;

/// <summary>The folder for what the run writes; made when it is not there.</summary>
internal static class OutFolder
{
    /// <summary>Makes the folder, before the work and not after it; begun anew, nothing is left there for a run to go on from.</summary>
    /// <exception cref="UsageException">The folder cannot be made, or what is there cannot be deleted.</exception>
    public static void Prepare(SampleOptions options)
    {
        var folder = options.OutFolder;
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var name in options.IsFresh ? (string[])[Desk.FileName, LeftOff.FileName, CadreDirectory.FileName] : [])
            {
                File.Delete(Path.Combine(folder, name));
            }
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
}
