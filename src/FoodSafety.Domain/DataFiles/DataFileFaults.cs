using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DataFiles;

/// <summary>Collects the faults of one file, so that its author learns of all of them at once.</summary>
internal sealed class DataFileFaults(BilingualText subject)
{
    private const int MostNames = 10;

    // Nobody reads the hundredth fault for its suggestions, and a file may have a hundred thousand.
    private const int MostWithNearest = 100;

    private readonly List<(DataFileFault Fault, int Offset)> _faults = [];

    // A fault is the end of an attempt and is not recorded.
    private bool _isOfAttempt;

    /// <summary>The attempts to read objects in order.</summary>
    public InOrderAttempts Attempts { get; init; } = new();

    /// <summary>The text that is read, of which the parts are pieces; null where there is none, and faults have no line then.</summary>
    public ReadOnlyMemory<byte>? Source { private get; set; }

    /// <summary>What people write for a property of the format, by meaning: <c>"else"</c> for <c>"otherwise"</c>.</summary>
    public ImmutableDictionary<string, string> Meant { private get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where the format has a place for what others write as comments: the property, as <c>"note"</c>.</summary>
    public string? NoteProperty { get; init; }

    /// <summary>The faults of an attempt to read in order: the first is its end, and is told to nobody.</summary>
    public static DataFileFaults OfAttempt() => new(default) { _isOfAttempt = true };

    /// <summary>Adds a fault of a value.</summary>
    public void Add(DataFileFaultKind kind, JsonPart part, string? value, params ReadOnlySpan<Allowed> allowed)
    {
        EndAttempt();
        Add(new DataFileFault(kind, part.Path, value, [.. allowed]), part);
    }

    /// <summary>Adds a fault of a value.</summary>
    public void Add(DataFileFault fault, JsonPart part)
    {
        EndAttempt();
        _faults.Add((fault, OffsetOf(part, fault.IsOfName)));
    }

    /// <summary>Adds a fault of a name, with the names that would do, nearest first.</summary>
    public void AddUnknown(DataFileFaultKind kind, JsonPart part, string value, IEnumerable<Allowed> known, BilingualText remedy = default)
    {
        EndAttempt();
        Add(UnknownName(kind, part.Path, value, known, remedy), part);
    }

    /// <summary>Adds a fault of a name on a line of a file that is no JSON.</summary>
    public void AddUnknown(DataFileFaultKind kind, int line, string value, IEnumerable<Allowed> known) => Add(UnknownName(kind, "$", value, known, default) with { Line = line });

    /// <summary>Adds a fault of a line of a file that is no JSON.</summary>
    public void Add(DataFileFaultKind kind, int line, string? value, params ReadOnlySpan<Allowed> allowed) => Add(new DataFileFault(kind, "$", value, [.. allowed]) { Line = line });

    public void Add(DataFileFault fault)
    {
        EndAttempt();
        _faults.Add((fault, -1));
    }

    public void Add(string path, BilingualText reason) =>
        Add(new DataFileFault(DataFileFaultKind.NotBuildable, path, null, [], reason: reason));

    /// <summary>The error of a file of which nothing can be read.</summary>
    public DataFileException Unreadable(DataFileFault fault, Exception? inner = null) => new(subject, [fault], inner);

    /// <summary>The error of a file that has too many bytes.</summary>
    public DataFileException TooLarge(int bytes, int most) => Unreadable(new DataFileFault(
        DataFileFaultKind.TooLarge, "$", $"{bytes} bytes", [($"0..{most} 字节", $"0..{most} bytes")], reason: ($"{bytes} 字节", $"{bytes} bytes")));

    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new DataFileException(subject, Placed());
        }
    }

    private DataFileFault UnknownName(DataFileFaultKind kind, string path, string value, IEnumerable<Allowed> known, BilingualText remedy)
    {
        if (_faults.Count >= MostWithNearest)
        {
            var some = known.Take(MostNames + 1).ToArray();
            return new DataFileFault(kind, path, value, [.. some.Take(MostNames)], isCut: some.Length > MostNames, remedy: remedy);
        }

        var all = known.ToArray();
        IEnumerable<Allowed> names = NearestNames.First(value, all);
        if (remedy.IsEmpty && kind == DataFileFaultKind.UnknownProperty && Meant.TryGetValue(value, out var meant) && all.Any(one => one.Word == meant))
        {
            (names, remedy) = (names.OrderBy(one => one.Word == meant ? 0 : 1), ($"应写作“{meant}”", $"Write '{meant}'"));
        }
        else if (remedy.IsEmpty && NearestNames.FindNamed(value, all) is { } named)
        {
            remedy = ($"“{value}”应写作“{named.Word}”", $"For '{value}' write '{named.Word}'");
        }

        var nearest = names.Take(MostNames + 1).ToArray();
        return new DataFileFault(kind, path, value, [.. nearest.Take(MostNames)], isCut: nearest.Length > MostNames, remedy: remedy);
    }

    private int OffsetOf(JsonPart part, bool isOfName)
    {
        if (Source is not { } source || !source.Span.Overlaps(part.Raw, out var offset))
        {
            return -1;
        }

        return isOfName && part.Name.Length > 0 ? StartOfName(source.Span, offset) : offset;
    }

    /// <summary>Where the name of a property begins of which the value is known to begin at a place.</summary>
    private static int StartOfName(ReadOnlySpan<byte> source, int value)
    {
        var at = source[..value].LastIndexOf((byte)':');
        at = source[..at].LastIndexOf((byte)'"') - 1;
        while (at >= 0 && (source[at] != '"' || IsEscaped(source, at)))
        {
            at--;
        }

        return Math.Max(at, 0);
    }

    private static bool IsEscaped(ReadOnlySpan<byte> source, int at)
    {
        var slashes = 0;
        while (at > slashes && source[at - slashes - 1] == '\\')
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }

    /// <summary>The faults with their lines, in the order in which they were found. The text is gone through once.</summary>
    private ImmutableArray<DataFileFault> Placed()
    {
        var (line, column, at) = (1, 1, 0);
        foreach (var (fault, offset) in _faults.Where(found => found.Offset >= 0).OrderBy(found => found.Offset))
        {
            (line, column) = TextPlace.After(Source!.Value.Span[at..offset], line, column);
            (fault.Line, fault.Column, at) = (line, column, offset);
        }

        return [.. _faults.Select(found => found.Fault)];
    }

    private void EndAttempt()
    {
        if (_isOfAttempt)
        {
            throw new UnreadablePartException();
        }
    }
}

/// <summary>Lines and columns of a text, both from 1, counted in characters.</summary>
internal static class TextPlace
{
    /// <summary>The place after a piece of UTF-8 that begins at a place.</summary>
    public static (int Line, int Column) After(ReadOnlySpan<byte> utf8, int line = 1, int column = 1)
    {
        var last = utf8.LastIndexOf((byte)'\n');
        if (last >= 0)
        {
            (line, column) = (line + utf8.Count((byte)'\n'), 1);
            utf8 = utf8[(last + 1)..];
        }

        foreach (var part in utf8)
        {
            // Every character has one byte that is none of those that go on with one.
            column += (part & 0xC0) == 0x80 ? 0 : 1;
        }

        return (line, column);
    }
}
