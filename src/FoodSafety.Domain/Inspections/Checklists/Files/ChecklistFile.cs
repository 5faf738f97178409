using System.Text;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>Reads and writes checklists as JSON (清单文件), so that a place can bring its own.</summary>
/// <remarks>
/// Lossless both ways: a list that is written and read back has the same parts, and a file that was written is written again
/// with the same bytes. A list that extends another holds its own items only and names the version of the other.
/// </remarks>
public static class ChecklistFile
{
    /// <summary>The version of the format.</summary>
    public const int Format = 1;

    /// <summary>How many bytes a file may have, in UTF-8.</summary>
    public const int MostBytes = 1 << 20;

    private static readonly BilingualText Subject = ("清单文件", "checklist file");

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a list out of the bytes of a file, with or without a byte order mark.</summary>
    /// <param name="utf8">JSON in UTF-8.</param>
    /// <param name="known">The lists that it may extend: <see cref="Checklists.BuiltIn"/>, or those of a place.</param>
    /// <exception cref="DataFileException">The file has faults; all of them are listed.</exception>
    public static Checklist Read(ReadOnlySpan<byte> utf8, Checklists known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var faults = new DataFileFaults(Subject);
        using var document = JsonSource.Parse(utf8, MostBytes, faults);
        return new ChecklistReader(known, faults).Read(new JsonPart(document.RootElement, "$", faults));
    }

    /// <summary>Reads a list out of text.</summary>
    /// <param name="json">JSON.</param>
    /// <param name="known">The lists that it may extend: <see cref="Checklists.BuiltIn"/>, or those of a place.</param>
    /// <exception cref="DataFileException">The text has faults; all of them are listed.</exception>
    public static Checklist Read(string json, Checklists known)
    {
        ArgumentNullException.ThrowIfNull(json);
        byte[] bytes;
        try
        {
            bytes = Utf8.GetBytes(json);
        }
        catch (EncoderFallbackException broken)
        {
            throw JsonSource.HalfOfAPair(json, broken, new DataFileFaults(Subject));
        }

        return Read(bytes, known);
    }

    /// <summary>Writes a list: indented, Chinese as it is, the last line ended. Equal lists give the same text.</summary>
    /// <param name="list">The list.</param>
    /// <exception cref="ArgumentException">It could not be read back: it is too large, or has a text that is not Unicode or a url that is not absolute.</exception>
    public static string Write(Checklist list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var json = JsonLayout.Print(ChecklistWriter.Write(list));
        try
        {
            // Every limit on a file is kept in one place, the reader; a text that it refuses is not handed out.
            Read(json, list.Extends is { } extended ? Checklists.None.With(extended) : Checklists.None);
        }
        catch (DataFileException unreadable)
        {
            throw new ArgumentException($"'{list}' could not be read back. {unreadable.Text.English}", nameof(list), unreadable);
        }

        return json;
    }
}
