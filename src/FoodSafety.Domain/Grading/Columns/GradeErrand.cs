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
internal sealed record GradeTally(long[] Matrix, RawMove[][] Moves);

/// <summary>A row that moved, with both decisions as they lie in memory; most results are counted and never read one by one.</summary>
internal readonly record struct RawMove(int Row, int From, int To);
