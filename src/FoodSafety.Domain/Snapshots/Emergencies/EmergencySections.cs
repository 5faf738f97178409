using FoodSafety.Domain.Emergencies;

namespace FoodSafety.Domain.Snapshots;

/// <summary>Risk warnings.</summary>
internal static class EmergencySections
{
    public static void Write(SectionWriter writer, Reporting.District district) => writer.Lines("warnings", WarningShapes.Event, district.Warnings.Events);

    public static WarningBook ReadWarnings(SectionReader reader) => reader.Replay("warnings", WarningShapes.Event, WarningBook.Replay);
}
