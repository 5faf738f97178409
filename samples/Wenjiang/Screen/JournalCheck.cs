using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using Wenjiang.Responsibility;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>Opens the journal as another process would, and says whether the district goes on where it stood.</summary>
internal static class JournalCheck
{
    public static void Write(Terminal terminal, AreaCode area, District lived, string path, DistrictSettings settings)
    {
        terminal.Step(("日志", "The journal"));
        using var kept = JournaledDistrict.Open(path, settings);
        var again = kept.District;
        var businesses = lived.Businesses.Register.Count;
        var differ = Enumerable.Range(0, businesses).Count(row => !Links(lived, row).SequenceEqual(Links(again, row)));
        var night = again.Preview(StampOf(again), new DayBegan());
        terminal.Say(Terminal.Plain(path));
        terminal.Say(terminal.In((
            $"读回 {again.Version:N0} 条：{businesses:N0} 条责任链中 {differ:N0} 条不同，{night.Renewals.Length:N0} 份承诺书须重签",
            $"Read back {again.Version:N0} entries: {differ:N0} of {businesses:N0} chains differ, {night.Renewals.Length:N0} commitments to sign anew")) + $" {terminal.Tag(Origin.Computed)}");

        terminal.Say(terminal.In(Card(lived, area) == Card(again, area)
            ? ("重新打开的辖区的成绩单逐字节相同", "the scorecard of the reloaded district is the same, byte for byte")
            : ("重新打开的辖区的成绩单不同", "the scorecard of the reloaded district is another")) + $" {terminal.Tag(Origin.Computed)}");

        // One fact, told to both.
        var change = new FactsStated(lived.Businesses.Register.IdAt(0), new FactRecord(BusinessFacts.DinersPerMeal.Of(1_200)));
        var (here, there) = (lived.Preview(StampOf(lived), change), again.Preview(StampOf(again), change));
        terminal.Say(terminal.In(Same(here, there)
            ? ("同一变动在两处的后果相同", "The same change has the same consequences in both")
            : ("同一变动在两处的后果不同", "The same change has other consequences there")) + $" {terminal.Tag(Origin.Computed)}");
    }

    private static IEnumerable<ChainLink> Links(District district, int row) => district.Chains.Plan!.FindChain(row)?.Links.AsEnumerable() ?? [];

    private static string Card(District district, AreaCode area) =>
        ScorecardReport.Of(district.AsOf(district.Today), area).ToJson();

    private static Stamp StampOf(District district) => new(Offices.FoodSafety, district.Today, district.RecordedUpTo);

    private static bool Same(Consequences one, Consequences other) =>
        one.Moves.SequenceEqual(other.Moves) && one.Chains.SequenceEqual(other.Chains) && one.Renewals.SequenceEqual(other.Renewals)
        && one.Duties.SequenceEqual(other.Duties) && one.FollowUps.SequenceEqual(other.FollowUps);
}
