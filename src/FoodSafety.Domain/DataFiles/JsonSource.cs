using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DataFiles;

/// <summary>Turns the bytes of a file into a document of which every text can be read.</summary>
internal static class JsonSource
{
    // Twice what the deepest condition takes, of which the reader of conditions says where it is too deep. A document that is nested deeper is nothing
    // that the library reads, and would take the square of its size to be taken apart.
    public const int MostDepth = 256;

    /// <summary>UTF-8 that refuses half of a surrogate pair, with an <see cref="EncoderFallbackException"/>, in place of writing another sign for it.</summary>
    public static Encoding Strict { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a document of one shape: in order if it stands so, and else by names, which says what is wrong.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="mostBytes">How many there may be.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="cursor">What goes through the bytes.</param>
    /// <param name="subject">What the document is, as its faults say.</param>
    /// <exception cref="DataFileException">It has faults; each is told with its place and what is allowed there.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8, int mostBytes, FieldsShape<T> shape, JsonCursor cursor, BilingualText subject)
    {
        if (utf8.Length <= mostBytes && Utf8.IsValid(utf8) && shape.Attempt(utf8, cursor) is (true, var value))
        {
            return value;
        }

        var faults = new DataFileFaults(subject);
        using var document = Parse(utf8, mostBytes, faults);
        try
        {
            return shape.ReadByName(new JsonPart(document.RootElement, "$", faults));
        }
        catch (UnreadablePartException)
        {
            faults.ThrowIfAny();
            throw;
        }
    }

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

        // Most files are right: those are gone through once, by the parser, and only of others is it asked what is wrong.
        if (FindDocument(bytes) is { } document)
        {
            return document;
        }

        try
        {
            Scan(bytes, faults);
            return Parse(bytes);
        }
        catch (JsonException wrong)
        {
            throw faults.Unreadable(DataFileFaultKind.NotJson, $"{wrong.LineNumber + 1}:{wrong.BytePositionInLine + 1}", inner: wrong);
        }
    }

    /// <summary>The document, or null when it is none or when a text of it may not be Unicode, which only an escape can do.</summary>
    private static JsonDocument? FindDocument(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes.IndexOf("\\u"u8) < 0 ? Parse(bytes) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> bytes) => JsonDocument.Parse(bytes.ToArray(), new JsonDocumentOptions { MaxDepth = MostDepth });

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

    /// <summary>
    /// Goes through all of it: it may not be nested too deep, and half of a surrogate pair can be written as an escape, and
    /// only shows when the text is asked for.
    /// </summary>
    private static void Scan(ReadOnlySpan<byte> bytes, DataFileFaults faults)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MostDepth + 1 });
        while (reader.Read())
        {
            if (reader.CurrentDepth >= MostDepth && reader.TokenType is (JsonTokenType.StartArray or JsonTokenType.StartObject))
            {
                throw faults.Unreadable(DataFileFaultKind.TooDeep, $"{reader.TokenStartIndex}", [$"1..{MostDepth}"]);
            }

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
