using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace FoodSafety.Domain.DataFiles;

/// <summary>Turns the bytes of a file into a document of which every text can be read.</summary>
internal static class JsonSource
{
    // The reader of conditions limits the nesting and says where it is too deep; here only the size bounds it.
    private const int AnyDepth = int.MaxValue;

    /// <summary>UTF-8 that refuses half of a surrogate pair, with an <see cref="EncoderFallbackException"/>, in place of writing another sign for it.</summary>
    public static Encoding Strict { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static JsonDocument Parse(ReadOnlySpan<byte> utf8, int mostBytes, DataFileFaults faults)
    {
        var bytes = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        if (bytes.Length > mostBytes)
        {
            throw faults.Unreadable(DataFileFaultKind.TooLarge, $"{bytes.Length} bytes", [$"0..{mostBytes} bytes"]);
        }

        if (!Utf8.IsValid(bytes) && FindBroken(bytes) is { } broken)
        {
            throw faults.Unreadable(DataFileFaultKind.NotUnicode, $"{broken}");
        }

        try
        {
            // Only an escape of this kind can be half of a pair, and few files have one.
            if (bytes.IndexOf("\\u"u8) >= 0)
            {
                RequireTexts(bytes, faults);
            }

            return JsonDocument.Parse(bytes.ToArray(), new JsonDocumentOptions { MaxDepth = AnyDepth });
        }
        catch (JsonException wrong)
        {
            throw faults.Unreadable(DataFileFaultKind.NotJson, $"{wrong.LineNumber + 1}:{wrong.BytePositionInLine + 1}", inner: wrong);
        }
    }

    private static int? FindBroken(ReadOnlySpan<byte> bytes)
    {
        var place = 0;
        while (place < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[place..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return place;
            }

            place += length;
        }

        return null;
    }

    /// <summary>Half of a surrogate pair can be written as an escape, and only shows when the text is asked for.</summary>
    private static void RequireTexts(ReadOnlySpan<byte> bytes, DataFileFaults faults)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = AnyDepth });
        while (reader.Read())
        {
            if (!reader.ValueIsEscaped)
            {
                continue;
            }

            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                throw faults.Unreadable(DataFileFaultKind.NotUnicode, $"{reader.TokenStartIndex}");
            }
        }
    }
}
