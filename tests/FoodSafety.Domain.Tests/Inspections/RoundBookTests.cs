using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Inspections.InspectionWorld;

namespace FoodSafety.Domain.Tests.Inspections;

/// <summary>Rounds through a district: opened over the businesses that have a tier, marked one by one and in bulk, corrected, and looked at of past days.</summary>
public class RoundBookTests
{
    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    private static readonly AreaCode Village = AreaCode.Parse("510115001001");
    private static readonly BusinessId One = new("one"), Two = new("two"), Shut = new("shut");
    private static readonly RoundId Id = new(20260000001);
    private static readonly Round Full = new(("首轮", "first round"), On(1), [RoundTask.Publicity, RoundTask.Visit], [new(On(9), 1m)], Made);

    private readonly Domain.District _district = new(new DistrictSettings(WorkingCalendar.China));

    public RoundBookTests() => Apply(
        1,
        AreasLaidDown.Of(PlanWorld.SmallTree, PlanWorld.Listed),
        new PolicyLaidDown(GradingPolicy.Define("stated", "1", ("给定", "as stated"), Tiers.Scale).InForce(new LocalDate(2022, 1, 1))
            .NotGraded("closed", BusinessFacts.Status.Is(OperatingStatus.Closed), ("已关闭", "closed"), Made)
            .Rule("b", Tier.B, BusinessFacts.DinersPerMeal >= 300, ("B", "B"), Made).Otherwise(Tier.D, ("D", "D"), Made).Build()),
        new BusinessesOpened(
        [
            new Business(Two, "two", Village, BusinessType.Restaurant) { Profile = new() { DinersPerMeal = 400 } },
            new Business(One, "one", Village, BusinessType.Restaurant),
            new Business(Shut, "shut", Village, BusinessType.Restaurant) { Status = OperatingStatus.Closed },
        ]));

    [Fact]
    public void RoundOpened_WithoutAList_ReachesWhoHasATier_AndSaysSoInTheAct()
    {
        Apply(2, new RoundOpened(Id, Full));

        RoundBusiness[] reached = [new(One, Tier.D, Village), new(Two, Tier.B, Village)];
        Assert.Equal(reached, _district.Rounds[Id].Businesses);
        Assert.Equal(reached, Assert.IsType<RoundOpened>(_district.Rounds.HistoryOf(Id)[0].Act).Businesses);
        Apply(3, new FactsStated(Two, new(BusinessFacts.Status.Of(OperatingStatus.Closed))));
        Assert.Equal(2, _district.Rounds[Id].Businesses.Length);
    }

    [Fact]
    public void RoundMarked_OneByOneAndInBulkAndLate_TheEarliestDayStands()
    {
        Apply(2, new RoundOpened(Id, Full));
        Apply(5, new RoundMarked(Id, new RoundMark(One, RoundTask.Visit)));
        // An import brings days of its own; yesterday's visit comes after it, by the day of its stamp.
        Apply(6, new RoundMarked(Id, new(One, RoundTask.Publicity, On(2)), new(Two, RoundTask.Publicity, On(3)), new(Two, RoundTask.Visit, On(6)), new(One, RoundTask.Visit, On(6))));
        Apply(4, 7, new RoundMarked(Id, new RoundMark(Two, RoundTask.Visit)));

        var round = _district.Rounds[Id];
        Assert.Equal((On(5), On(4)), (round.FindDay(One, RoundTask.Visit), round.FindDay(Two, RoundTask.Visit)));
        Assert.Equal([0, 1, 2], new[] { 3, 4, 5 }.Select(day => round.CoverageOn(On(day)).Overall.Done));
        Assert.Equal([0, 1, 2], new[] { 3, 4, 5 }.Select(day => _district.AsOf(On(day)).Rounds.Single().CoverageOn(On(30)).Overall.Done));
        Assert.Empty(_district.AsOf(On(1)).Rounds);
        Assert.Equal(RoundTargetState.Met, Assert.Single(round.TargetsOn(On(9))).State);
    }

    [Fact]
    public void AsOf_LookedAtBefore_DoesNotChange()
    {
        Apply(2, new RoundOpened(Id, Full));
        var seen = _district.AsOf(On(9)).Rounds.Single();
        Apply(5, new RoundMarked(Id, new RoundMark(One, RoundTask.Visit)));

        Assert.Null(seen.FindDay(One, RoundTask.Visit));
        Assert.Equal(On(5), _district.AsOf(On(9)).Rounds.Single().FindDay(One, RoundTask.Visit));
    }

    [Fact]
    public void ActVoided_OfMarks_LeavesTheNextDayThatWasTold()
    {
        Apply(2, new RoundOpened(Id, Full));
        Apply(3, new RoundMarked(Id, new(One, RoundTask.Visit), new(Two, RoundTask.Visit)));
        Apply(5, new RoundMarked(Id, new RoundMark(One, RoundTask.Visit)));
        Assert.Equal(["others-rest-on-it"], Codes(6, Void(0)));

        Apply(6, Void(1));
        Assert.Equal((On(5), null), (_district.Rounds[Id].FindDay(One, RoundTask.Visit), _district.Rounds[Id].FindDay(Two, RoundTask.Visit)));
        Assert.Equal(["voided-already"], Codes(6, Void(1)));
        Assert.Equal(["no-such-act"], Codes(6, new ActVoided(new("round", $"{Id}"), new(99, 0), "wrong")));

        Apply(7, Void(2), Void(0));
        Assert.Null(_district.Rounds.Find(Id));
        Assert.Empty(_district.Rounds.All);
        Assert.Equal([false, false, false], _district.Rounds.HistoryOf(Id).Select(done => done.Counts));
        Assert.Equal(["id-taken"], Codes(8, new RoundOpened(Id, Full)));

        ActVoided Void(int act) => new(new("round", $"{Id}"), _district.Rounds.HistoryOf(Id)[act].Moment.Place, "typed at the wrong round");
    }

    [Fact]
    public void Apply_WhatMayNotBe_IsRefusedByCode()
    {
        Apply(2, new RoundOpened(Id, Full));

        Assert.Equal(["id-taken"], Codes(3, new RoundOpened(Id, Full)));
        Assert.Equal(["unknown-business", "named-twice", "no-tier", "unknown-area"], Codes(3, new RoundOpened(
            new(2), Full, [new(new("nobody"), Tier.D, Village), new(One, Tier.D, Village), new(One, Tier.D, Village), new(Two, default, AreaCode.Parse("110101"))])));
        Assert.Equal(["unknown-round"], Codes(3, new RoundMarked(new(9), new RoundMark(One, RoundTask.Visit))));
        Assert.Equal(["no-marks"], Codes(3, new RoundMarked(Id)));
        Assert.Equal(["not-in-the-round", "not-a-task-of-the-round", "outside-the-round", "outside-the-round"], Codes(
            3, new RoundMarked(Id, new(Shut, RoundTask.Visit), new(One, RoundTask.Training), new(One, RoundTask.Visit, On(1).PlusDays(-1)), new(One, RoundTask.Visit, On(4)))));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RoundOpened(default, Full));

        var empty = new Domain.District(_district.Settings);
        Assert.Equal(["no-business"], CodesOf(() => empty.Apply(new Stamp("office", On(3), At(3)), new RoundOpened(Id, Full))));
    }

    private static LocalDate On(int day) => new(2024, 9, day);

    private static Instant At(int day) => ChinaTime.Zone.AtStartOfDay(On(day)).ToInstant() + Duration.FromHours(9);

    private string[] Codes(int day, Act act) => CodesOf(() => Apply(day, act));

    private void Apply(int day, params Act[] acts) => Apply(day, day, acts);

    private void Apply(int day, int recorded, params Act[] acts) => _district.Apply(new Stamp("office", On(day), At(recorded)), acts);
}
