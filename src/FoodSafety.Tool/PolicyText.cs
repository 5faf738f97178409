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
}

/// <summary>Something to say about a place of a file.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="File">The file, as it was named.</param>
/// <param name="Place">The place; null for the file as a whole.</param>
/// <param name="Path">The JSON path; null for a finding.</param>
/// <param name="Clauses">The keys of the clauses that it is about; empty for a fault of the file.</param>
/// <param name="Text">What there is to say.</param>
internal sealed record Message(Severity Severity, string File, Place? Place, string? Path, IReadOnlyList<string> Clauses, BilingualText Text)
{
    /// <summary>A line as editors and other programs understand it: <c>policy.json:14:20: fault: …</c>.</summary>
    public BilingualText Line
    {
        get
        {
            var place = $"{File}{(Place is { } at ? $":{at.Line}:{at.Column}" : "")}: ";
            return ($"{place}{Severity.Name().Chinese}：{Text.Chinese}", $"{place}{Severity.Name().English}: {Text.English}");
        }
    }
}

/// <summary>A policy as the text of a file, with the places of whatever is said about it.</summary>
internal sealed class PolicyText
{
    private readonly JsonPlaces _places;

    private PolicyText(string path, byte[] bytes)
    {
        (Path, Bytes, _places) = (path, bytes, new JsonPlaces(bytes));
        KnownKind = GradeKind.Find(Json);
    }

    public string Path { get; }

    public byte[] Bytes { get; }

    /// <summary>The bytes behind the byte order mark, if there is one.</summary>
    public ReadOnlyMemory<byte> Json => JsonPlaces.WithoutMark(Bytes);

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

    /// <summary>What the analysis found, with the place of the clause that it is about.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="isFault">Whether it has to be mended.</param>
    public Message MessageOf(PolicyFinding finding, bool isFault) => new(
        isFault ? Severity.Fault : Severity.Note, Path,
        finding.Clauses is [var first, ..] ? _places.FindClause(first) : null, null, [.. finding.Clauses], finding.Text);

    private Message MessageOf(DataFileFault fault)
    {
        BilingualText text = ($"{fault.Path}：{fault.Message.Chinese}", $"{fault.Path}: {fault.Message.English}");
        if (fault.Kind == DataFileFaultKind.WrongScale)
        {
            var scales = GradeKind.Scales;
            text = (
                $"{text.Chinese}可用的等级序列（由宽到严）——{scales.Chinese}。",
                $"{text.English} The orders of grades that there are, the mildest first: {scales.English}.");
        }

        return new Message(Severity.Fault, Path, fault is { Line: { } line, Column: { } column } ? new Place(line, column) : null, fault.Path, [], text);
    }
}
