using System.Text;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Tool;

/// <summary>How grave a message is.</summary>
internal enum Severity
{
    /// <summary>It has to be mended (差错).</summary>
    [BilingualName("差错", "fault")]
    Fault = 1,

    /// <summary>It is good to know (提示).</summary>
    [BilingualName("提示", "note")]
    Note = 2,

    /// <summary>It would be a fault, and the policy accepts it with a reason (已认可).</summary>
    [BilingualName("已认可", "accepted")]
    Accepted = 3,
}

/// <summary>A line of a file, and a column where one character is meant; both from 1, counted in characters as editors do it.</summary>
internal readonly record struct Place(int Line, int? Column)
{
    public override string ToString() => Column is { } column ? $"{Line}:{column}" : $"{Line}";
}

/// <summary>Something to say about a place of a file.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="File">The file, as it was named.</param>
/// <param name="Place">The place; null for the file as a whole.</param>
/// <param name="Text">What there is to say.</param>
internal sealed record Message(Severity Severity, string File, Place? Place, BilingualText Text)
{
    /// <summary>The JSON path; null for a finding.</summary>
    public string? Path { get; init; }

    /// <summary>What was found by the analysis; null for a fault of the file.</summary>
    public PolicyFinding? Finding { get; init; }

    /// <summary>Why the finding is accepted; empty where it is not.</summary>
    public BilingualText Reason { get; init; }

    /// <summary>
    /// A line as editors and other programs understand it: <c>policy.json:14:20: fault: …</c>; behind a finding stands the key by which the file can accept it.
    /// </summary>
    public BilingualText Line
    {
        get
        {
            var place = $"{File}{(Place is { } at ? $":{at}" : "")}: ";
            var key = Finding is { } finding && Severity != Severity.Note ? $" [{finding.Key}]" : "";
            return (
                $"{place}{Severity.Name().Chinese}：{Text.Chinese}{(Reason.IsEmpty ? "" : $"；理由：{Reason.In(Language.Chinese)}")}{key}",
                $"{place}{Severity.Name().English}: {Text.English}{(Reason.IsEmpty ? "" : $"; because: {Reason.In(Language.English)}")}{key}");
        }
    }
}

/// <summary>A policy as the text of a file, with the places of whatever is said about it.</summary>
internal sealed class PolicyText
{
    private PolicyText(string path, byte[] bytes)
    {
        (Path, Bytes) = (path, bytes);
        KnownKind = GradeKind.Find(bytes.AsMemory(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0));
    }

    public string Path { get; }

    public byte[] Bytes { get; }

    /// <summary>The kind of grading; null where the file does not say it in a way that is understood.</summary>
    public GradeKind? KnownKind { get; }

    /// <summary>The kind of grading; tiers where it is not known, so that the reader tells what is wrong.</summary>
    public GradeKind Kind => KnownKind ?? GradeKind.All[0];

    /// <exception cref="ToolException">The file cannot be read.</exception>
    public static PolicyText Load(string path)
    {
        try
        {
            return new PolicyText(path, File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ToolException(($"没有文件“{path}”", $"there is no file '{path}'"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new ToolException(($"无法读取“{path}”，或它是文件夹", $"'{path}' cannot be read, or is a folder"));
        }
    }

    /// <summary>Reads two versions of a policy.</summary>
    /// <exception cref="ToolException">A file cannot be read, or they are of different kinds.</exception>
    public static (PolicyText Old, PolicyText New) LoadBoth(string old, string now)
    {
        var (one, other) = (Load(old), Load(now));
        return one.KnownKind is { } a && other.KnownKind is { } b && a != b
            ? throw new ToolException((
                $"“{old}”是{a.Name.Chinese}，“{now}”是{b.Name.Chinese}，不能比较", $"'{old}' is of {a.Name.English} and '{now}' of {b.Name.English}: they cannot be compared"))
            : (one, other);
    }

    /// <summary>The policy of a file that has to be one.</summary>
    /// <exception cref="ToolException">It is none; every fault is told with its place.</exception>
    public GradingPolicy<TGrade> Read<TGrade>(PolicyFile<TGrade> file) where TGrade : struct, Enum
    {
        try
        {
            return file.Read(Bytes);
        }
        catch (DataFileException e)
        {
            throw new ToolException(MessagesOf(e).Select(message => message.Line));
        }
    }

    /// <summary>The faults of the file with their places.</summary>
    public IEnumerable<Message> MessagesOf(DataFileException wrong) => wrong.Faults.Select(MessageOf);

    /// <summary>What the analysis found, with the line of the clause that it is about.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="reason">Why the policy accepts it; null where it does not.</param>
    public Message MessageOf(PolicyFinding finding, BilingualText? reason) => new(
        reason is not null ? Severity.Accepted : finding.IsFault ? Severity.Fault : Severity.Note,
        Path, finding.References is [{ Line: { } line }, ..] ? new Place(line, null) : null, finding.Text)
    {
        Finding = finding,
        Reason = reason ?? default,
    };

    private Message MessageOf(DataFileFault fault)
    {
        BilingualText text = fault.Path == "$" ? fault.Message : ($"{fault.Path}：{fault.Message.Chinese}", $"{fault.Path}: {fault.Message.English}");
        if (fault.Kind == DataFileFaultKind.WrongScale)
        {
            var scales = GradeKind.Scales;
            text = (
                $"{text.Chinese}可用的等级序列（由宽到严）——{scales.Chinese}。",
                $"{text.English} The orders of grades that there are, the mildest first: {scales.English}.");
        }

        return new Message(Severity.Fault, Path, fault.Line is { } line ? new Place(line, fault.Column) : null, text) { Path = fault.Path };
    }
}
