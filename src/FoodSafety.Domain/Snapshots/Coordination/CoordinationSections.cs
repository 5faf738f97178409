using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Snapshots;

/// <summary>The mechanism and what was done under it, grids, the links of stations, and campaigns.</summary>
internal static class CoordinationSections
{
    public static void Write(SectionWriter writer, Reporting.District district)
    {
        writer.Lines("coordination", CoordinationShapes.Event, district.Coordination.Events);
        writer.Find("grids", GroundShapes.Grids(district.Areas), district.Grids);
        writer.Find("stations", GroundShapes.Stations(district.Areas), district.Stations);
        writer.Lines("campaigns", OutreachShapes.Campaign(SnapshotShapes.RowOf(district.Register)), district.Campaigns.Select(campaign => campaign.Events.ToImmutableArray()));
    }

    public static CoordinationBook ReadBook(SectionReader reader, WorkingCalendar calendar) =>
        reader.Replay("coordination", CoordinationShapes.Event, events => CoordinationBook.Replay(events, calendar));

    public static GridPlan? ReadGrids(SectionReader reader, AreaTree areas) => reader.Find("grids", GroundShapes.Grids(areas));

    public static StationLinks? ReadStations(SectionReader reader, AreaTree areas) => reader.Find("stations", GroundShapes.Stations(areas));

    public static ImmutableArray<OutreachCampaign> ReadCampaigns(SectionReader reader, BusinessRegister register) =>
        reader.Each("campaigns", OutreachShapes.Campaign(SnapshotShapes.RowOf(register)), events => OutreachCampaign.Replay(events));
}
