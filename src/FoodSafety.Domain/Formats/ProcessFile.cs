using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Processes;

namespace FoodSafety.Domain.Formats;

/// <summary>Reads and writes procedures as JSON (流程文件), so that a place can bring its own; and those that the library brings.</summary>
/// <remarks>
/// Lossless both ways: a procedure that is written and read back is equal. The same parts stand in the entry of <see cref="ProcessLaidDown"/>, by which a district goes by it.
/// </remarks>
/// <example>
/// <code>
/// var own = ProcessFile.Read(File.ReadAllText("petition.json"));
/// district.Apply(stamp, new ProcessLaidDown(ProcessFile.Complaint2026), new ProcessLaidDown(own));
/// district.Apply(stamp, StepTaken.Begin(id, "complaint", "register", business, new FieldValue("channel", "platform"), new FieldValue("received-on", "2026-11-30")));
/// </code>
/// </example>
public static class ProcessFile
{
    /// <summary>The version of the format.</summary>
    public const int Format = 1;

    /// <summary>How many bytes a file may have, in UTF-8.</summary>
    public const int MostBytes = 1 << 20;

    private static readonly BilingualText Subject = ("流程文件", "process file");

    /// <summary>Complaints by SAMR Order 121, from 15 April 2026 (投诉处理): accepted or not in 7 working days, mediation ended after 60 days, no acceptance three years after the consumer knew.</summary>
    /// <remarks>The limits were read in a public copy, so that they are marked illustrative; the steps and what they state are of the library.</remarks>
    public static ProcessDefinition Complaint2026 { get; } = BuiltIn("complaint.2026.1");

    /// <summary>Reports of violations by SAMR Order 121, from 15 April 2026 (举报处理): handled apart from complaints, and a repeated one not again.</summary>
    /// <remarks>Its limits (15 working days and 15 more, the informant told in 5) are those of the measures before; no text confirmed them for Order 121, and they are marked illustrative.</remarks>
    public static ProcessDefinition Report2026 { get; } = BuiltIn("report.2026.1");

    /// <summary>Reads a procedure out of the bytes of a file, with or without a byte order mark.</summary>
    /// <param name="utf8">JSON in UTF-8.</param>
    /// <exception cref="DataFileException">The file has faults, or its parts do not fit together; all of them are listed.</exception>
    public static ProcessDefinition Read(ReadOnlySpan<byte> utf8)
    {
        var process = JsonSource.Read(utf8, MostBytes, ProcessShapes.File, new JsonCursor(), Subject);
        var faults = new DataFileFaults(Subject);
        foreach (var fault in ProcessBook.FaultsOf(process))
        {
            var allowed = fault.Allowed;
            faults.Add("$.process", allowed.IsEmpty
                ? (fault.Text.Chinese.TrimEnd('。'), fault.Text.English.TrimEnd('.'))
                : ($"{fault.Text.Chinese.TrimEnd('。')}；允许：{allowed.Chinese.TrimEnd('。')}", $"{fault.Text.English} Allowed: {allowed.English.TrimEnd('.')}"));
        }

        faults.ThrowIfAny();
        return process;
    }

    /// <summary>Reads a procedure out of text.</summary>
    /// <param name="json">JSON.</param>
    /// <exception cref="DataFileException">The text has faults, or its parts do not fit together; all of them are listed.</exception>
    public static ProcessDefinition Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        byte[] bytes;
        try
        {
            bytes = JsonSource.Strict.GetBytes(json);
        }
        catch (EncoderFallbackException broken)
        {
            throw JsonSource.HalfOfAPair(json, broken, new DataFileFaults(Subject));
        }

        return Read(bytes);
    }

    /// <summary>Writes a procedure: indented, Chinese as it is, the last line ended. Equal procedures give the same text.</summary>
    /// <param name="process">The procedure.</param>
    /// <exception cref="ArgumentException">It could not be read back: its parts do not fit together, or it is too large.</exception>
    public static string Write(ProcessDefinition process)
    {
        ArgumentNullException.ThrowIfNull(process);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ProcessShapes.File.Write(writer, process);
        }

        var json = JsonLayout.Print(JsonNode.Parse(buffer.WrittenSpan));
        try
        {
            Read(json);
        }
        catch (DataFileException unreadable)
        {
            throw new ArgumentException($"The process '{process.Code}' could not be read back. {unreadable.Text.English}", nameof(process), unreadable);
        }

        return json;
    }

    private static ProcessDefinition BuiltIn(string name) => Read(EmbeddedText.Read($"Processes.Procedures.{name}.json"));
}
