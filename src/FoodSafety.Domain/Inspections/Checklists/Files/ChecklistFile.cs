using System.Text;
using System.Text.Json;
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

    /// <summary>Reads a list out of the bytes of a file, with or without a byte order mark, on the built-in scale of severities; <see cref="ReadAll"/> takes that of a place.</summary>
    /// <param name="utf8">JSON in UTF-8.</param>
    /// <param name="known">The lists that it may extend: <see cref="Checklists.BuiltIn"/>, or those of a place.</param>
    /// <exception cref="DataFileException">The file has faults; all of them are listed.</exception>
    public static Checklist Read(ReadOnlySpan<byte> utf8, Checklists known) => ReadOnScale(utf8, known, InspectionRules.BuiltIn);

    private static Checklist ReadOnScale(ReadOnlySpan<byte> utf8, Checklists known, InspectionRules? rules)
    {
        ArgumentNullException.ThrowIfNull(known);
        var faults = new DataFileFaults(Subject);
        using var document = JsonSource.Parse(utf8, MostBytes, faults);
        return new ChecklistReader(known, rules, faults).Read(new JsonPart(document.RootElement, "$", faults));
    }

    /// <summary>Reads a list out of text, on the built-in scale of severities; <see cref="ReadAll"/> takes that of a place.</summary>
    /// <param name="json">JSON.</param>
    /// <param name="known">The lists that it may extend: <see cref="Checklists.BuiltIn"/>, or those of a place.</param>
    /// <exception cref="DataFileException">The text has faults; all of them are listed.</exception>
    public static Checklist Read(string json, Checklists known) => ReadOnScale(json, known, InspectionRules.BuiltIn);

    /// <summary>Reads a list that was adopted: which severities there were, was asked then.</summary>
    internal static Checklist ReadAdopted(string json, Checklists known) => ReadOnScale(json, known, null);

    private static Checklist ReadOnScale(string json, Checklists known, InspectionRules? rules)
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

        return ReadOnScale(bytes, known, rules);
    }

    /// <summary>Reads many lists, as those of a folder: each after the one that it extends, whatever their order, and the versions of a list by the days on which they begin.</summary>
    /// <param name="files">The texts of the files.</param>
    /// <param name="known">The lists that they add to, and may extend.</param>
    /// <param name="rules">The rules on whose scale the severities of their items are; null for <see cref="InspectionRules.BuiltIn"/>.</param>
    /// <returns>The known lists with those of the files.</returns>
    /// <exception cref="DataFileException">A text has faults, or extends a list that there is not.</exception>
    /// <exception cref="ArgumentException">Two are the same version of a list, or are in force on the same day.</exception>
    public static Checklists ReadAll(IEnumerable<string> files, Checklists known, InspectionRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(known);
        List<(string Text, string? Extends, string? Version)> left = [.. files.Select(text => (Text: text, Head: HeadOf(text)))
            .OrderBy(file => file.Head.From, StringComparer.Ordinal).ThenBy(file => file.Head.Id, StringComparer.Ordinal).Select(file => (file.Text, file.Head.Extends, file.Head.Version))];
        while (left.Count > 0)
        {
            // Where nothing can be read any more, the first says what it lacks.
            var next = Math.Max(0, left.FindIndex(file => file.Extends is null || known.Find(file.Extends, file.Version ?? "") is not null));
            known = known.With(ReadOnScale(left[next].Text, known, rules ?? InspectionRules.BuiltIn));
            left.RemoveAt(next);
        }

        return known;
    }

    /// <summary>What has to be known of a file before it can be read; nothing of one that has faults, which reading tells.</summary>
    private static (string? Id, string? From, string? Extends, string? Version) HeadOf(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var extends = Find(root, "extends");
            return (TextOf(root, "id"), TextOf(root, "from"), extends is { } other ? TextOf(other, "id") : null, extends is { } same ? TextOf(same, "version") : null);
        }
        catch (JsonException)
        {
            return default;
        }

        static JsonElement? Find(JsonElement part, string name) => part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var found) ? found : null;

        static string? TextOf(JsonElement part, string name) => Find(part, name) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;
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
            ReadAdopted(json, list.Extends is { } extended ? Checklists.None.With(extended) : Checklists.None);
        }
        catch (DataFileException unreadable)
        {
            throw new ArgumentException($"'{list}' could not be read back. {unreadable.Text.English}", nameof(list), unreadable);
        }

        return json;
    }
}
