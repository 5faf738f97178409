using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Responsibility;

/// <summary>How many businesses a cadre of a level answers for is warned of and limited, from the day on which somebody says so.</summary>
public class LoadCeilingsTests
{
    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    private static readonly AreaCode Village = AreaCode.Parse("510115001001"), Town = AreaCode.Parse("510115001");
    private static readonly CadreId An = new("an"), Bo = new("bo"), Head = new("head");

    [Fact]
    public void Limit_LaidDownLoweredAndLifted_MovesWhatIsTooMany_AndTakesBackWhoWaited()
    {
        var district = Founded();
        Assert.Equal((5, 5, 0), Loads(district));

        var lowered = district.Apply(On(3), Village_(limit: 4));
        Assert.Equal((4, 4, 2), Loads(district));
        Assert.All(lowered.Chains, move => Assert.Equal((ChainChangeReason.OverCapacity, true), (move.Reason, move.To.IsNone)));
        Assert.All(district.Chains.Plan!.Uncovered, gap => Assert.Equal(GapReason.NoCapacity, gap.Link.Gap));

        // Of the limit and the capacity of a post the lower one holds.
        district.Apply(On(4), new PostEnded(Bo, Village), new PostGiven(Bo, "clerk", Village, new Term(Day(4)), 1));
        Assert.Equal((4, 1, 5), Loads(district));

        // Another level is not touched, and who waited is taken as soon as somebody may.
        Assert.Empty(district.Apply(On(5), new LoadCeilingsLaidDown(new([new(AreaLevel.Town, Limit: new(1, Made)), new(AreaLevel.Village, Limit: new(4, Made))]))).Chains);
        district.Apply(On(6), new LoadCeilingsLaidDown(LoadCeilings.None));
        Assert.Equal((9, 1, 0), Loads(district));

        // A past day is answered by the ceilings of that day, and another process has the same.
        Assert.Equal(2, district.AsOf(Day(3)).Plan!.UncoveredCount);
        Assert.Equal(LoadCeilings.None, district.AsOf(Day(6)).LoadCeilings);
        var again = District.Open(district.Settings, district.Pending);
        Assert.Equal(Loads(district), Loads(again));
        Assert.Equal(2, again.AsOf(Day(3)).Plan!.UncoveredCount);
    }

    [Fact]
    public void Warning_ChangesNothing_AndListsWhoIsAbove()
    {
        var district = Founded();
        Assert.Empty(district.Apply(On(3), Village_(warning: 5)).Chains);
        Assert.Empty(district.Chains.Plan!.LoadWarnings);

        district.Apply(On(4), Village_(warning: 4));
        var told = district.Chains.Plan!.LoadWarnings.ToArray();
        Assert.Equal([An, Bo], told.Select(warning => warning.Load.Seat.Cadre));
        Assert.Equal("Cadre an in 510115001001 answers for 5 businesses, above the warning line of 4 (made for a test (illustrative)).", told[0].Text.English);
        Assert.Equal("510115001001 干部 an 包保 5 家，超过提示线 4 家（测试（示意））。", told[0].Text.Chinese);
    }

    [Fact]
    public void Limit_StandsInTheWayOfAHandOver_AndSaysSo()
    {
        var district = Founded();
        district.Apply(On(3), Village_(limit: 6));
        var all = district.Chains.Plan!.RowsOf(new(An, Village), ResponsibleStep.Main).Select(district.Businesses.Register.IdAt).ToArray();

        var refused = Assert.Throws<ActsRefusedException>(() => district.Apply(On(4), new BusinessesHandedOver(An, Bo, [.. all])));
        Assert.Equal(4, refused.Refusals.Length);
        Assert.Contains("as many as may be (6)", refused.Refusals[0].Text.English, StringComparison.Ordinal);
        district.Apply(On(4), new BusinessesHandedOver(An, Bo, [all[0]]));
        Assert.Equal((4, 6, 0), Loads(district));
    }

    [Fact]
    public void Ceilings_ThatCannotBeMeant_AreRefused()
    {
        Assert.Contains("one of both at least", Assert.Throws<ArgumentException>(() => new LoadCeilings([new(AreaLevel.Town)])).Message, StringComparison.Ordinal);
        Assert.Contains("limits to 0", Assert.Throws<ArgumentException>(() => new LoadCeilings([new(AreaLevel.Town, Limit: new(0, Made))])).Message, StringComparison.Ordinal);
        Assert.Contains("warns above 9 and limits to 8", Assert.Throws<ArgumentException>(() => new LoadCeilings([new(AreaLevel.Town, new(9, Made), new(8, Made))])).Message, StringComparison.Ordinal);
        Assert.Contains("two ceilings", Assert.Throws<ArgumentException>(() => new LoadCeilings([new(AreaLevel.Town, new(9, Made)), new(AreaLevel.Town, new(8, Made))])).Message, StringComparison.Ordinal);
    }

    private static LoadCeilingsLaidDown Village_(int? warning = null, int? limit = null) => new(new LoadCeilings(
        [new(AreaLevel.Village, warning is { } some ? new Rule<int>(some, Made) : null, limit is { } most ? new Rule<int>(most, Made) : null)]));

    private static (int An, int Bo, int Waiting) Loads(District district)
    {
        var plan = district.Chains.Plan!;
        return (plan.RowsOf(new(An, Village), ResponsibleStep.Main).Length, plan.RowsOf(new(Bo, Village), ResponsibleStep.Main).Length, plan.UncoveredCount);
    }

    private static LocalDate Day(int day) => new(2026, 9, day);

    private static Stamp On(int day) => new("office", Day(day), ChinaTime.Zone.AtStartOfDay(Day(day)).ToInstant() + Duration.FromHours(8));

    private static District Founded()
    {
        var district = new District(new DistrictSettings(WorkingCalendar.China));
        district.Apply(On(1), [
            AreasLaidDown.Of(PlanWorld.SmallTree, PlanWorld.Listed),
            new LevelsLaidDown(LevelCorrespondence.Default),
            new PolicyLaidDown<Tier>(GradingPolicy.Define("all", "1", ("全部", "all"), Tiers.Scale).InForce(new LocalDate(2022, 1, 1)).Otherwise(Tier.D, ("D", "D"), Made).Build()),
            new BusinessesOpened([.. Enumerable.Range(0, 10).Select(n => new Business(new($"s-{n}"), "店", Village, BusinessType.Restaurant))]),
            new CadreJoined(An), new CadreJoined(Bo), new CadreJoined(Head),
            new PostGiven(An, "clerk", Village, new Term(Day(1))), new PostGiven(Bo, "clerk", Village, new Term(Day(1))), new PostGiven(Head, "head", Town, new Term(Day(1)))]);
        return district;
    }
}
