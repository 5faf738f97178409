using System.Security.Cryptography;
using DistrictDesk.Setup;
using FoodSafety.Domain.Languages;

namespace DistrictDesk.Layout;

/// <summary>Files that were uploaded, beside the data base and by the hash of what is in them: the same file is kept once, and its address cannot be guessed.</summary>
public sealed class FileShelf(DeskOptions desk)
{
    private static readonly Dictionary<string, long> Most = new() { ["import"] = 20 << 20, ["policy"] = 1 << 20, ["photo"] = 8 << 20 };

    /// <summary>Keeps what was sent.</summary>
    /// <param name="kind">What it is for.</param>
    /// <param name="file">What was sent; null where nothing was.</param>
    /// <param name="endings">Which endings its name may have.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The hash by which it is found, with the ending.</returns>
    /// <exception cref="UploadRefusedException">There is none, it is too large, or of another kind.</exception>
    public async Task<string> KeepAsync(string kind, IFormFile? file, string[] endings, CancellationToken cancellation)
    {
        var ending = Path.GetExtension(file?.FileName ?? "").ToLowerInvariant();
        if (file is null || file.Length == 0 || file.Length > Most[kind] || !endings.Contains(ending)
            || (kind == "photo" && !await IsPhotoAsync(file, cancellation)))
        {
            throw new UploadRefusedException(string.Join(' ', endings), Most[kind] >> 20);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        var bytes = content.ToArray();
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}{ending}";
        var path = PathOf(kind, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            // Under its name only once it is whole.
            var half = $"{path}.{RandomNumberGenerator.GetHexString(8)}";
            await File.WriteAllBytesAsync(half, bytes, cancellation);
            File.Move(half, path, overwrite: true);
        }

        return name;
    }

    /// <summary>What photos may be, by their endings.</summary>
    public static readonly string[] Photos = [".jpg", ".jpeg", ".png", ".webp"];

    /// <summary>Where a file is; null when there is none, or the name is none that this shelf gives.</summary>
    public string? Find(string kind, string name) => IsName(name) && PathOf(kind, name) is var path && File.Exists(path) ? path : null;

    /// <summary>The files of a kind, the last first.</summary>
    public IEnumerable<string> All(string kind, string ending) => Directory.Exists(Path.Combine(desk.DataFolder, kind))
        ? new DirectoryInfo(Path.Combine(desk.DataFolder, kind)).EnumerateFiles($"*{ending}").Where(file => IsName(file.Name)).OrderByDescending(file => file.LastWriteTimeUtc).Select(file => file.Name)
        : [];

    private string PathOf(string kind, string name) => Path.Combine(desk.DataFolder, kind, name);

    // By what is in it, and not by what it is called: it is shown to others.
    private static async Task<bool> IsPhotoAsync(IFormFile file, CancellationToken cancellation)
    {
        var start = new byte[12];
        await using var content = file.OpenReadStream();
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        return read == start.Length && (start.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || start.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])
            || start.AsSpan().StartsWith("RIFF"u8) && start.AsSpan(8).StartsWith("WEBP"u8));
    }

    private static bool IsName(string name) => Path.GetFileNameWithoutExtension(name) is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower);
}

/// <summary>A file that was uploaded is not taken.</summary>
public sealed class UploadRefusedException(string endings, long megabytes) : FormatException($"Allowed: a file {endings} of at most {megabytes} MB."), IBilingualError
{
    public BilingualText Text => ($"文件未上传或不合要求；允许：{endings}，不超过 {megabytes} MB。", $"The file is missing or not taken. Allowed: {endings}, at most {megabytes} MB.");
}
