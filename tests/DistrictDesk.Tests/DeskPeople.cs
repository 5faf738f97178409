using FoodSafety.Domain;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Responsibility;

namespace DistrictDesk.Tests;

/// <summary>Who can be picked, and which businesses the cadres have: asked of the district, for nobody wrote them down.</summary>
internal static class DeskPeople
{
    public const string Clerk = "510115001-station-1", OtherClerk = "510115001-station-2", ClerkElsewhere = "510115002-station-1", Office = "510115-office-1", SecondOffice = "510115-office-2";

    /// <summary>A cadre of a village in a town who can be picked: the one with most businesses.</summary>
    public static Task<CadreId> VillageCadreAsync(this DeskFixture desk, string town) => desk.AskAsync(district => Seats(district, town).MaxBy(load => load.Main).Seat.Cadre);

    /// <summary>A business for which that cadre answers.</summary>
    public static Task<BusinessId> BusinessOfAsync(this DeskFixture desk, string town, int place) => desk.AskAsync(district =>
    {
        var plan = district.Chains.Plan!;
        int[] rows = [.. plan.RowsOf(Seats(district, town).MaxBy(load => load.Main).Seat, ResponsibleStep.Main)];
        return plan.Register.IdAt(rows[place]);
    });

    public static Task<CadreId> LeaderAsync(this DeskFixture desk) => desk.AskAsync(district =>
        district.Chains.Plan!.Loads.Where(load => load.Seat.Area.Level == AreaLevel.District && load.Main > 0).MaxBy(load => load.Main).Seat.Cadre);

    private static IEnumerable<SeatLoad> Seats(District district, string town) =>
        district.Chains.Plan!.Loads.Where(load => load.Seat.Area.Level == AreaLevel.Village && load.Main > 0 && AreaCode.Parse(town).Contains(load.Seat.Area));
}
