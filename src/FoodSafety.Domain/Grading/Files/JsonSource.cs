using System.Text;
using System.Text.Json;

namespace FoodSafety.Domain.Grading;

/// <summary>Turns the bytes of a file into a document of which every text can be read.</summary>
internal static class JsonSource
{
    // The reader of conditions limits the nesting and says where it is too deep; here only the size bounds it.
    private const int AnyDepth = int.MaxValue;

    public static JsonDocument Parse(ReadOnlySpan<byte> utf8, int mostBytes)
    {
        var bytes = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        if (bytes.Length > mostBytes)
        {
            throw PolicyFileException.Of(PolicyFileFaultKind.TooLarge, $"{bytes.Length} bytes", [$"0..{mostBytes} bytes"]);
        }

        if (FindBroken(bytes) is { } broken)
        {
            throw PolicyFileException.Of(PolicyFileFaultKind.NotUnicode, $"{broken}");
        }

        try
        {
            RequireTexts(bytes);
            return JsonDocument.Parse(bytes.ToArray(), new JsonDocumentOptions { MaxDepth = AnyDepth });
        }
        catch (JsonException wrong)
        {
            throw PolicyFileException.Of(PolicyFileFaultKind.NotJson, $"{wrong.LineNumber + 1}:{wrong.BytePositionInLine + 1}", inner: wrong);
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
    private static void RequireTexts(ReadOnlySpan<byte> bytes)
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
                throw PolicyFileException.Of(PolicyFileFaultKind.NotUnicode, $"{reader.TokenStartIndex}");
            }
        }
    }
}
