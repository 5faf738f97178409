using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Snapshots;

/// <summary>Risk warnings and incidents.</summary>
internal static class EmergencySections
{
    public static void Write(SectionWriter writer, Reporting.District district, FactSchema incidentFacts)
    {
        writer.Lines("warnings", WarningShapes.Event, district.Warnings.Events);
        writer.Lines("incidents", IncidentShapes.Event(incidentFacts), district.Incidents.Events);
    }

    public static WarningBook ReadWarnings(SectionReader reader) => reader.Replay("warnings", WarningShapes.Event, WarningBook.Replay);

    public static IncidentBook ReadIncidents(SectionReader reader, FactSchema incidentFacts) =>
        reader.Replay("incidents", IncidentShapes.Event(incidentFacts), IncidentBook.Replay);
}
