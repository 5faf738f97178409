using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Snapshots;

/// <summary>Rectifications with their rules.</summary>
internal static class RectificationSections
{
    public static void Write(SectionWriter writer, Reporting.District district)
    {
        var book = district.Rectifications;
        writer.One("rectificationRules", RectificationShapes.Rules(book.Rules.Calendar), book.Rules);
        writer.Lines("rectifications", RectificationShapes.Event(SnapshotShapes.RowOf(district.Register)), book.Events);
    }

    public static RectificationBook ReadBook(SectionReader reader, BusinessRegister register, WorkingCalendar calendar)
    {
        var rules = reader.One("rectificationRules", RectificationShapes.Rules(calendar));
        return reader.Replay(
            "rectifications", RectificationShapes.Event(SnapshotShapes.RowOf(register)), events => RectificationBook.Replay(events, rules));
    }
}
