using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.SelfControl;

namespace FoodSafety.Domain.Snapshots;

/// <summary>What the businesses stopped.</summary>
internal static class SelfControlSections
{
    public static void Write(SectionWriter writer, Reporting.District district) => writer.Lines("stops", SelfControlShapes.StopEvent, district.Stops.Events);

    // Who holds a post stands in the journal, and whoever proposed to stop was seen to hold one then.
    public static StopBook ReadStops(SectionReader reader, BusinessRegister register) => reader.Replay("stops", SelfControlShapes.StopEvent, events =>
    {
        var nothing = new UndoLog();
        return StopBook.Replay(new StaffBook(register, new QualificationBook(nothing), nothing), events);
    });
}
