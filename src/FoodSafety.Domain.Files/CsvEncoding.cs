using System.Buffers;
using System.Text;
using System.Text.Unicode;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Files;

/// <summary>How the characters of a CSV file are written down (文件编码).</summary>
/// <remarks>The default value 0 is no encoding.</remarks>
public enum CsvEncoding
{
    /// <summary>UTF-8, with a byte order mark or without.</summary>
    [BilingualName("UTF-8", "UTF-8")]
    Utf8 = 1,

    /// <summary>GB18030, the national standard, of which GBK and GB2312 are parts: what Chinese spreadsheets write as "CSV" (国标码).</summary>
    [BilingualName("GB18030（含 GBK、GB2312）", "GB18030 (GBK, GB2312)")]
    Gb18030 = 2,
}

/// <summary>Tells encodings apart, and decodes.</summary>
internal static class CsvEncodings
{
    private const int Piece = 1 << 16;

    // What is not of the encoding becomes U+FFFD, so that its row is rejected and not the file.
    private static readonly UTF8Encoding Utf8Text = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    private static readonly Encoding Gb18030Text = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;

    public static Encoding Text(this CsvEncoding encoding) => encoding switch
    {
        CsvEncoding.Utf8 => Utf8Text,
        CsvEncoding.Gb18030 => Gb18030Text,
    };

    /// <summary>Which of the encodings a file is in, from all its bytes; the stream is back at its start then. Null for UTF-16.</summary>
    /// <remarks>
    /// What is UTF-8 from end to end is UTF-8. Else it is what most of its characters are: a file in UTF-8 of which a few rows are damaged stays
    /// UTF-8, and hardly any pair of bytes of GB18030 makes a character of UTF-8.
    /// </remarks>
    public static CsvEncoding? Find(Stream stream)
    {
        Span<byte> mark = stackalloc byte[3];
        var read = stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (mark[..read] is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return null;
        }

        if (mark[..read] is [0xEF, 0xBB, 0xBF])
        {
            return CsvEncoding.Utf8;
        }

        var (good, bad) = Count(stream, stopWhenBad: true);
        if (bad > 0)
        {
            stream.Position = 0;
            (good, bad) = Count(stream, stopWhenBad: false);
        }

        stream.Position = 0;
        return good >= bad ? CsvEncoding.Utf8 : CsvEncoding.Gb18030;
    }

    /// <summary>How many characters beyond ASCII are UTF-8, counted only where something is not, and how many are none.</summary>
    private static (long Good, long Bad) Count(Stream stream, bool stopWhenBad)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            var (good, bad, kept) = (0L, 0L, 0);
            int read;
            while ((read = stream.Read(buffer, kept, buffer.Length - kept)) > 0)
            {
                var bytes = buffer.AsSpan(0, kept + read);
                kept = BegunAtTheEnd(bytes);
                var whole = bytes[..^kept];
                if (!stopWhenBad)
                {
                    Count(whole, ref good, ref bad);
                }
                else if (!Utf8.IsValid(whole))
                {
                    return (0, 1);
                }

                bytes[^kept..].CopyTo(buffer);
            }

            return (good, bad + (kept > 0 ? 1 : 0));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Count(ReadOnlySpan<byte> bytes, ref long good, ref long bad)
    {
        while (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and var at)
        {
            bytes = bytes[at..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var length) == OperationStatus.Done)
            {
                good++;
            }
            else
            {
                bad++;
            }

            bytes = bytes[length..];
        }
    }

    /// <summary>How many of the last bytes begin a character that the next piece goes on with.</summary>
    private static int BegunAtTheEnd(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var length = bytes[^back] switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, >= 0x80 => 0, _ => 1 };
            if (length > 0)
            {
                return length > back ? back : 0;
            }
        }

        return 0;
    }
}
