using FoodSafety.Domain.Assessment;

namespace FoodSafety.Domain.Snapshots;

/// <summary>The points that were given and taken off.</summary>
internal static class AssessmentSections
{
    public static void Write(SectionWriter writer, Reporting.District district) => writer.Lines("assessments", AssessmentShapes.Event, district.Assessments.Events);

    public static AssessmentBook Read(SectionReader reader) => reader.Replay("assessments", AssessmentShapes.Event, AssessmentBook.Replay);
}
