using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.SelfControl;

namespace FoodSafety.Domain.Snapshots;

/// <summary>The staff of the businesses, their records, and what they stopped.</summary>
internal static class SelfControlSections
{
    public static void Write(SectionWriter writer, Reporting.District district)
    {
        writer.Lines("staff", SelfControlShapes.StaffEvent, district.Staff.Events);
        writer.FindValue("recordsFrom", Shape.Date, district.SelfControl?.First);
        writer.Lines("operationMarks", SelfControlShapes.OperationMark, district.SelfControl?.OperationMarks ?? []);
        writer.Lines("records", SelfControlShapes.RecordLine(SnapshotShapes.RowOf(district.Register)), RecordLine.Of(district.SelfControl?.Records ?? []));
        writer.Lines("stops", SelfControlShapes.StopEvent, district.Stops.Events);
    }

    public static StaffBook ReadStaff(SectionReader reader) => reader.Replay("staff", SelfControlShapes.StaffEvent, StaffBook.Replay);

    public static SelfControlLog? ReadLog(SectionReader reader, BusinessRegister register)
    {
        if (reader.FindValue("recordsFrom", Shape.Date) is not { } from)
        {
            reader.Empty("operationMarks", "records");
            return null;
        }

        var marks = reader.Lines("operationMarks", SelfControlShapes.OperationMark);
        var lines = reader.Lines("records", SelfControlShapes.RecordLine(SnapshotShapes.RowOf(register)));
        if (lines.DistinctBy(line => (line.Row, line.Kind)).Count() != lines.Length)
        {
            throw reader.Refuse("records", ("同一主体同一制度的记录出现两次", "the records of one business and kind stand twice"));
        }

        return reader.Build("records", () => SelfControlLog.Replay(register, from, marks, lines.SelectMany(line => line.Records)));
    }

    public static StopBook ReadStops(SectionReader reader, StaffBook staff) =>
        reader.Replay("stops", SelfControlShapes.StopEvent, events => StopBook.Replay(staff, events));
}
