using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>A segment that is to be graded: its program, the columns the program reads, and the planes it writes.</summary>
internal sealed class GradeErrand(FactSegment segment, MaskProgram program, SlotPlanes planes)
{
    public FactSegment Segment => segment;

    public MaskProgram Program => program;

    public Column[] Columns { get; } = [.. program.Columns.Select(c => segment.ColumnOf(c.Fact, c.Bytes))];

    public SlotPlanes.Beside Beside { get; } = planes.Of(segment);

    /// <summary>How many words of 64 rows the segment has now.</summary>
    public int Words => (segment.Count + 63) >> 6;

    /// <summary>Makes the planes as long as the segment has become, before any thread sets out.</summary>
    public void Prepare() => planes.Of(segment);
}

/// <summary>What a pass adds up: how many went from which outcome to which, and who moved.</summary>
/// <param name="Matrix">The counts, row by row: not decided, the grades, not graded.</param>
/// <param name="Moves">Who moved, in pieces, in the order in which the table keeps its rows.</param>
internal sealed record GradeTally(long[] Matrix, RawMove[][] Moves);

/// <summary>A row that moved, with both decisions as they lie in memory; most results are counted and never read one by one.</summary>
internal readonly record struct RawMove(int Row, int From, int To);
