using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>A segment that is to be graded: its program, the columns the program reads, and the planes it writes.</summary>
internal sealed class GradeErrand
{
    private readonly SlotPlanes _planes;
    private ulong _unstated;

    public GradeErrand(FactSegment segment, SlotPlanes planes) => (Segment, _planes, Beside, Columns) = (segment, planes, planes.Of(segment), []);

    public FactSegment Segment { get; }

    /// <summary>The program for the facts as they are stated now.</summary>
    public MaskProgram Program { get; private set; } = null!;

    public Column[] Columns { get; private set; }

    public SlotPlanes.Beside Beside { get; }

    /// <summary>How many words of 64 rows the segment has now.</summary>
    public int Words => (Segment.Count + 63) >> 6;

    /// <summary>Makes the planes as long as the segment has become, and finds the program for what is stated in it, before any thread sets out.</summary>
    public void Prepare<TGrade>(PolicyCompiler<TGrade> compiler) where TGrade : struct, Enum
    {
        _planes.Of(Segment);
        var unstated = Segment.UnstatedAmong(compiler.Facts);
        if (Program is null || unstated != _unstated)
        {
            (Program, _unstated) = (compiler.For(Segment.Partition, unstated), unstated);
            Columns = [.. Program.Columns.Select(c => Segment.ColumnOf(c.Fact, c.Bytes))];
        }
    }
}

/// <summary>What a pass adds up: how many went from which outcome to which, and who moved.</summary>
/// <param name="Matrix">The counts, row by row: not decided, the grades, not graded.</param>
/// <param name="Moves">Who moved, in pieces, in the order in which the table keeps its rows.</param>
/// <param name="Reasons">Who has no grade as before, for another reason; likewise.</param>
internal sealed record GradeTally(long[] Matrix, RawMove[][] Moves, RawMove[][] Reasons);

/// <summary>Which reason for no grade of the policy before is which of the policy now, by their keys; both are numbered from 1, as in the planes of the clause.</summary>
internal sealed class ReasonMap
{
    // Of a reason that is none any more.
    private const int Gone = -1;

    private readonly int[] _now;

    private ReasonMap(int[] now) => (_now, IsIdentity) = (now, now.Index().All(reason => reason.Item == reason.Index));

    /// <summary>True where every reason keeps its number, so that a row of another reason is one whose number changes.</summary>
    public bool IsIdentity { get; }

    /// <summary>Whether a row went from one reason to another.</summary>
    public bool IsMove(int before, int now) => _now[before] != now;

    /// <summary>The map between two policies; null where no row can go from one reason to another.</summary>
    public static ReasonMap? Between<TGrade>(GradingPolicy<TGrade>? before, GradingPolicy<TGrade> now) where TGrade : struct, Enum
    {
        if (before is null || before.NotGraded.IsEmpty || now.NotGraded.IsEmpty)
        {
            return null;
        }

        var places = now.NotGraded.Index().ToDictionary(reason => reason.Item.Id, reason => reason.Index + 1, StringComparer.Ordinal);
        var map = new ReasonMap([0, .. before.NotGraded.Select(reason => places.GetValueOrDefault(reason.Id, Gone))]);
        return map.IsIdentity && now.NotGraded.Length == 1 ? null : map;
    }
}

/// <summary>A row that moved, with both decisions as they lie in memory; most results are counted and never read one by one.</summary>
internal readonly record struct RawMove(int Row, int From, int To);
