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
            throw faults.TooLarge(bytes.Length, mostBytes);
        }

        RequireUnicode(bytes, faults);

        // Most files are right: those are gone through once, by the parser, and only of others is it asked what is wrong.
        ReadOnlyMemory<byte> source = bytes.ToArray();
        faults.Source = source;
        if (FindDocument(source) is { } document)
        {
            return document;
        }

        try
        {
            Scan(bytes, faults);
            return Parse(source);
        }
        catch (JsonException wrong)
        {
            throw NotJson(bytes, wrong, faults);
        }
    }

    /// <summary>Requires that bytes are UTF-8, and says of others what they are.</summary>
    /// <exception cref="DataFileException">They are none.</exception>
    public static void RequireUnicode(ReadOnlySpan<byte> bytes, DataFileFaults faults)
    {
        if (!Utf8.IsValid(bytes) && FindBroken(bytes) is { } broken)
        {
            throw JsonSlip.EncodingOf(bytes) is { Length: > 0 } encoding
                ? OtherEncoding(encoding, faults)
                : faults.Unreadable(Placed(bytes, broken, new DataFileFault(DataFileFaultKind.NotUnicode, "$", $"0x{bytes[broken]:X2}", [],
                    remedy: ("请以 UTF-8 编码重新保存", "Save it again as UTF-8"))));
        }
    }

    /// <summary>The error of a text that has half of a surrogate pair.</summary>
    public static DataFileException HalfOfAPair(string text, EncoderFallbackException broken, DataFileFaults faults)
    {
        var before = Encoding.UTF8.GetBytes(text[..broken.Index]);
        return faults.Unreadable(Placed(before, before.Length, HalfOfAPair()), broken);
    }

    private static DataFileFault HalfOfAPair() => new(
        DataFileFaultKind.NotUnicode, "$", null, [], reason: ("文本中有半个字符（不成对的代理项）", "half of a surrogate pair stands in the text"), remedy: ("请删去", "Delete it"));

    private static DataFileException OtherEncoding(string encoding, DataFileFaults faults) => faults.Unreadable(new DataFileFault(
        DataFileFaultKind.NotUnicode, "$", encoding, [], reason: ($"文件的编码是 {encoding}，不是 UTF-8", $"the file is written in {encoding}, not in UTF-8"),
        remedy: ("请在编辑器中另存为 UTF-8 编码", "Save it as UTF-8 in your editor")));

    private static DataFileException NotJson(ReadOnlySpan<byte> bytes, JsonException wrong, DataFileFaults faults)
    {
        if (JsonSlip.EncodingOf(bytes) is ("UTF-16" or "UTF-32") and var encoding)
        {
            return OtherEncoding(encoding, faults);
        }

        var text = Encoding.UTF8.GetString(bytes);
        var slip = JsonSlip.Find(text, faults.NoteProperty) ?? new JsonSlip(0, ("不是合法 JSON", "this is not JSON"), default);
        var end = slip.At;
        while (end < text.Length && end < slip.At + 20 && text[end] is not ('\r' or '\n'))
        {
            end++;
        }

        var value = slip.At < text.Length ? Excerpt.Of(text.AsSpan(slip.At, end - slip.At), 20) : null;
        return faults.Unreadable(
            Placed(bytes, Encoding.UTF8.GetByteCount(text.AsSpan(0, slip.At)), new DataFileFault(DataFileFaultKind.NotJson, "$", value, [], reason: slip.What, remedy: slip.Remedy)), wrong);
    }

    private static DataFileFault Placed(ReadOnlySpan<byte> bytes, int at, DataFileFault fault)
    {
        var (line, column) = TextPlace.After(bytes[..at]);
        return fault with { Line = line, Column = column };
    }

    /// <summary>The document, or null when it is none or when a text of it may not be Unicode, which only an escape can do.</summary>
    private static JsonDocument? FindDocument(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return bytes.Span.IndexOf("\\u"u8) < 0 ? Parse(bytes) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes) => JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MostDepth });

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
                throw faults.Unreadable(Placed(bytes, (int)reader.TokenStartIndex, new DataFileFault(DataFileFaultKind.TooDeep, "$", null, [$"1..{MostDepth}"])));
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
                throw faults.Unreadable(Placed(bytes, (int)reader.TokenStartIndex, HalfOfAPair()));
            }
        }
    }
}
