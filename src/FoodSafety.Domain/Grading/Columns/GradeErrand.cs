using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>A segment that is to be graded: its program, the columns the program reads, and the planes it writes.</summary>
internal sealed record GradeErrand(FactSegment Segment, MaskProgram Program, Column[] Columns, SlotPlanes.Beside Beside)
{
    public static GradeErrand For(FactSegment segment, MaskProgram program, SlotPlanes planes)
    {
        var beside = planes.Of(segment);
        beside.Prepare();
        return new GradeErrand(segment, program, [.. program.Columns.Select(c => segment.ColumnOf(c.Fact, c.Bytes))], beside);
    }
}
