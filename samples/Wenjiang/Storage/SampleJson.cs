using System.Text.Encodings.Web;
using System.Text.Json;
using Wenjiang.Options;

namespace Wenjiang.Storage;

/// <summary>The small files that a run leaves beside the journal for the next one.</summary>
internal static class SampleJson
{
    public static JsonSerializerOptions Options { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a file; null where there is none.</summary>
    /// <exception cref="UsageException">There is one, and it cannot be read.</exception>
    public static T? Find<T>(string folder, string name)
        where T : class
    {
        var path = Path.Combine(folder, name);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllText(path), Options) : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(($"无法读取“{path}”：{e.Message}", $"Cannot read '{path}': {e.Message}"));
        }
    }
}
