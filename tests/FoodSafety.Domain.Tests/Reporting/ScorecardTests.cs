using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Reporting;

public class ScorecardTests
{
    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));

    [Fact]
    public void Of_ASmallDistrict_CountsAsByHand()
    {
        var entry = Scorecard.Of(SmallDistrict.OnItsDay())[SmallDistrict.Area];

        Assert.Equal(
            "businesses 3, tier-a 0, tier-b 1, tier-c 1, tier-d 1, without-tier 0, tied 3, named-in-commitment 1, cadres 3, city-cadres 0, district-cadres 1, " +
            "town-cadres 1, village-cadres 1, main-cadres 3, committed-cadres 2, publicised 0, trained 0, visits-due 3, visited 2, visits 2, visits-with-findings 1, " +
            "found 2, rectified 1, open 1, overdue 1, directors 1, officers 1, directors-required 0, directors-filled 0, posts-required 3, posts-filled 1, " +
            "daily-records-due 9, daily-records-made 4, daily-bound 3, daily-kept 1",
            string.Join(", ", ScorecardMeasure.All.Select(measure => $"{measure.Code} {entry[measure]}")));
        Assert.Equal((1.00m, 3L), (entry.Load, entry.InTiers));
        Assert.Equal(["3/3", "2/3", "2/3", "1/2", "1/2", "1/3", "1/3"], entry.Indicators.Select(value => $"{value.Numerator}/{value.Denominator}"));
        Assert.Equal(Indicator.All, entry.Indicators.Select(value => value.Indicator));
        Assert.Equal(new DateInterval(new LocalDate(2024, 1, 1), SmallDistrict.Day), entry.Period);
        Assert.Null(entry.Round);
    }

    [Fact]
    public void Of_AfterOneCommitmentEnded_CountsOneLess()
    {
        var district = SmallDistrict.Build();
        var before = Scorecard.Of(district.AsOf(SmallDistrict.Day));
        PlanWorld.Do(district, SmallDistrict.Day.PlusDays(1), new CommitmentEnded(new CadreId("d"), "moved"));
        var after = Scorecard.Of(district.AsOf(SmallDistrict.Day.PlusDays(1)));

        Assert.Equal((1, 0), (before[SmallDistrict.Area][ScorecardMeasure.NamedInCommitment], after[SmallDistrict.Area][ScorecardMeasure.NamedInCommitment]));
        Assert.Equal(new IndicatorValue(Indicator.Commitments, 2, 3), before[SmallDistrict.Area].Indicators[1]);
        Assert.Equal(new IndicatorValue(Indicator.Commitments, 1, 3), after[SmallDistrict.Area].Indicators[1]);
        Assert.Equal(1, Scorecard.Of(district.AsOf(SmallDistrict.Day))[SmallDistrict.Area][ScorecardMeasure.NamedInCommitment]);
    }

    [Fact]
    public void Of_ADayAfterAPostEnded_CountsNobodyForIt()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.Add("one", "510115001001", Tier.D);
        world.Add("two", "510115001002", Tier.D);
        var end = PlanWorld.Day.PlusDays(10);
        var district = world.Found(
            [PlanWorld.NewPost("v", "510115001001", term: new Term(default, end)), PlanWorld.NewPost("w", "510115001002")]);

        Assert.Equal((2, 2, 2, 2), Counts(end.PlusDays(-1)));
        Assert.Equal((2, 1, 1, 1), Counts(end));

        (long, long, long, long) Counts(LocalDate on) => Scorecard.Of(district.AsOf(on))[AreaCode.Parse("510115")] is var entry
            ? (entry[ScorecardMeasure.Businesses], entry[ScorecardMeasure.Tied], entry[ScorecardMeasure.Cadres], entry[ScorecardMeasure.VisitsDue])
            : default;
    }

    [Fact]
    public void Of_ADayAfterAPostOfASecondStepEnded_CountsTheChainAndNotThatCadre()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.Add("one", "510115001001", Tier.C);
        var end = PlanWorld.Day.PlusDays(10);
        var district = world.Found([PlanWorld.NewPost("t", "510115001"), PlanWorld.NewPost("v", "510115001001", term: new Term(default, end))]);

        Assert.Equal((1, 2, 1, 1), Counts(end.PlusDays(-1)));
        Assert.Equal((1, 1, 1, 0), Counts(end));

        (long, long, long, long) Counts(LocalDate on) => Scorecard.Of(district.AsOf(on))[AreaCode.Parse("510115001001")] is var entry
            ? (entry[ScorecardMeasure.Tied], entry[ScorecardMeasure.Cadres], entry[ScorecardMeasure.TownCadres], entry[ScorecardMeasure.VillageCadres])
            : default;
    }

    [Fact]
    public void CompareWith_TellsWhatChanged()
    {
        var district = SmallDistrict.Build();
        var (earlier, later) = (Scorecard.Of(district.AsOf(SmallDistrict.Day.PlusDays(-1))), Scorecard.Of(district.AsOf(SmallDistrict.Day)));
        var comparison = later.CompareWith(earlier, SmallDistrict.Area);

        Assert.Equal((earlier.On, later.On), (comparison.Since, comparison.Later.On));
        Assert.Equal(SmallDistrict.Area, Assert.Single(comparison.Earlier).Area.Code);
        Assert.Equal(
            ["directors +1", "officers +1", "posts-filled +1", "daily-records-due +3", "daily-records-made +1"],
            comparison.Changed.Select(measure => $"{measure.Code} {comparison[measure]:+0;-0}"));
        Assert.Null(comparison.NotComparable);
        Assert.Equal([ScorecardMeasure.Publicised, ScorecardMeasure.Trained], comparison.Incomparable);
        Assert.Equal("Not compared, for on one of the days nothing is known of it: reached by publicity, trained.", Assert.Single(comparison.Remarks).English);
        Assert.Null(comparison[ScorecardMeasure.Trained]);
        Assert.Throws<ArgumentOutOfRangeException>(() => comparison[new ScorecardMeasure("mine", ("本地指标", "mine"), static _ => { })]);
        Assert.Empty(later.CompareWith(later, SmallDistrict.Area).Changed);
        var refused = Assert.Throws<ArgumentException>(() => earlier.CompareWith(later, SmallDistrict.Area));
        Assert.Equal("The scorecard is of 2024-03-10. Allowed: up to 2024-03-09. (Parameter 'earlier')", refused.Message);
    }

    [Fact]
    public void CompareWith_WhatWasNotStatedOnOneOfTheDays_DidNotGrowFromNothing()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.Add("one", "510115001001", Tier.D);
        var district = world.Found(("v", "510115001001"));
        PlanWorld.Do(district, PlanWorld.Day.PlusDays(1), new StaffingLaidDown(StaffingRules.ByTier));
        var (before, after) = (Scorecard.Of(district.AsOf(PlanWorld.Day)), Scorecard.Of(district.AsOf(PlanWorld.Day.PlusDays(1))));

        var comparison = after.CompareWith(before, SmallDistrict.Area);

        Assert.Equal((0, 1), (before[SmallDistrict.Area][ScorecardMeasure.PostsRequired], after[SmallDistrict.Area][ScorecardMeasure.PostsRequired]));
        Assert.Null(comparison[ScorecardMeasure.PostsRequired]);
        Assert.DoesNotContain(ScorecardMeasure.PostsRequired, comparison.Changed);
        Assert.Contains("应配备岗位", Assert.Single(comparison.Remarks).Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void CompareWith_AScorecardOfAnotherPeriodOrDistrict_SaysSo()
    {
        var district = SmallDistrict.Build();
        var (december, march) = (Scorecard.Of(district.AsOf(new LocalDate(2023, 12, 31))), Scorecard.Of(district.AsOf(SmallDistrict.Day)));

        Assert.Contains("Visits and daily records are those of two periods: Visits and daily records of 2023-10-01 to 2023-12-31; Visits and daily records of 2024-01-01 to 2024-03-10.",
            march.CompareWith(december, SmallDistrict.Area).Remarks.Select(remark => remark.English));
        Assert.Throws<ArgumentException>(() => march.CompareWith(Scorecard.Of(new PlanWorld(PlanWorld.SmallTree).Found([], new LocalDate(2023, 12, 1)).AsOf(SmallDistrict.Day)), SmallDistrict.Area));
    }

    [Fact]
    public void Of_TheTermsOfTheDay_UnlessOthersAreStated()
    {
        var district = SmallDistrict.Build();
        PlanWorld.Do(district, SmallDistrict.Day.PlusDays(1), new ScorecardTermsLaidDown(new ScorecardTerms { Period = Cadence.Month }));
        var next = SmallDistrict.Day.PlusDays(1);

        foreach (var seen in new[] { district, District.Open(district.Settings, district.Pending) })
        {
            Assert.Equal(
                [new LocalDate(2024, 1, 1), new(2024, 3, 1), new(2024, 1, 1)],
                new[] { Scorecard.Of(seen.AsOf(SmallDistrict.Day)), Scorecard.Of(seen.AsOf(next)), Scorecard.Of(seen.AsOf(next), ScorecardTerms.Default) }.Select(card => card.Period.Start));
            Assert.Equal(new LocalDate(2024, 3, 1), ScorecardReport.Of(seen.AsOf(next), SmallDistrict.Area).Entry.Period.Start);
        }

        Assert.Throws<ArgumentNullException>(() => new ScorecardTermsLaidDown(null!));
        Assert.Throws<ArgumentNullException>(() => new ScorecardTerms { Period = null! });
    }

    [Fact]
    public void EveryMeasure_IsCountedInSomeDistrict()
    {
        var counted = new HashSet<ScorecardMeasure>();
        for (var seed = 1; seed <= 60 && counted.Count < ScorecardMeasure.All.Length; seed++)
        {
            var random = new Random(seed);
            var district = new RandomDistrict([.. Enumerable.Range(0, 900).Select(_ => random.Next(10_000))]).Build();
            foreach (var days in new[] { -20, 10, 40 })
            {
                var card = Scorecard.Of(district.AsOf(PlanWorld.Day.PlusDays(days)));
                counted.UnionWith(ScorecardMeasure.All.Where(measure => card[AreaCode.Parse("51")][measure] > 0));
            }
        }

        // One that was declared and is counted nowhere would be 0 in every report, and say so as if it were known.
        Assert.Equal([], ScorecardMeasure.All.Except(counted));
    }

    [Fact]
    public void Of_ADayWhoseDeadlineIsNotOver_CountsNothingOverdue()
    {
        var district = SmallDistrict.Build();

        Assert.Equal(0, Scorecard.Of(district.AsOf(new LocalDate(2024, 3, 8)))[SmallDistrict.Area][ScorecardMeasure.Overdue]);
        Assert.Equal(1, Scorecard.Of(district.AsOf(new LocalDate(2024, 3, 9)))[SmallDistrict.Area][ScorecardMeasure.Overdue]);
    }

    [Fact]
    public void Of_ACadreWithTwoPosts_IsOneCadreAbove_AndOneInEachTown()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.Add("one", "510115001001", Tier.C);
        world.Add("two", "510115002001", Tier.C);
        var card = Scorecard.Of(world.Found(("both", "510115001"), ("both", "510115002")).AsOf(PlanWorld.Day));

        Assert.Equal([1, 1, 1, 1, 0], new[] { "51", "510115", "510115001", "510115002", "510116" }.Select(area => card[AreaCode.Parse(area)][ScorecardMeasure.TownCadres]));
        Assert.Equal(2.00m, card[AreaCode.Parse("51")].Load);
        Assert.Null(card[AreaCode.Parse("510116")].Load);
    }

    [Fact]
    public void Of_ARound_CountsVisitsInTheRound_FromItsFirstDay()
    {
        var district = SmallDistrict.Build();
        var round = new Round(("首轮", "first round"), SmallDistrict.Day.PlusDays(-1), [RoundTask.Training, RoundTask.Visit], [], Made);
        PlanWorld.Do(
            district, SmallDistrict.Day,
            new RoundOpened(new(1), round),
            new RoundMarked(new(1), new(new("three"), RoundTask.Visit), new(new("three"), RoundTask.Training)));
        var (before, during) = (Scorecard.Of(district.AsOf(SmallDistrict.Day.PlusDays(-2))), Scorecard.Of(district.AsOf(SmallDistrict.Day)));

        Assert.Equal((null, 2L, 0L), (before.Round, before[SmallDistrict.Area][ScorecardMeasure.Visited], before[SmallDistrict.Area][ScorecardMeasure.Trained]));
        Assert.Equal((round, 1L, 1L), (during.Round, during[SmallDistrict.Area][ScorecardMeasure.Visited], during[SmallDistrict.Area][ScorecardMeasure.Trained]));
        Assert.Equal(2, during[SmallDistrict.Area][ScorecardMeasure.Visits]);
        Assert.Null(during[SmallDistrict.Area].ToPublishedFigures(Made).Visits);
    }

    [Fact]
    public void Of_AnEmptyRegister_IsAllZero()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        var entry = Scorecard.Of(world.Found().AsOf(PlanWorld.Day))[AreaCode.Parse("51")];

        Assert.All(ScorecardMeasure.All, measure => Assert.Equal(0, entry[measure]));
        Assert.Null(entry.Load);
        Assert.Empty(Audit.Of(entry.ToPublishedFigures(Made)).Findings);
    }

    [Fact]
    public void Entries_GivesTheAreasOfALevel()
    {
        var card = Scorecard.Of(SmallDistrict.OnItsDay());

        Assert.Equal([SmallDistrict.Awkward, "empty town"], card.Entries(SmallDistrict.Area, AreaLevel.Town).Select(entry => entry.Area.Name));
        Assert.Equal("温江区 2024-03-10 成绩单 / 温江区, scorecard of 2024-03-10", $"{card[SmallDistrict.Area]}");
        Assert.Throws<AreaNotFoundException>(() => card[AreaCode.Parse("510199")]);
    }

    [Fact]
    public void This_OfNoMeasure_IsRefused()
    {
        var entry = Scorecard.Of(SmallDistrict.OnItsDay())[SmallDistrict.Area];
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => entry[new ScorecardMeasure("mine", ("本地指标", "mine"), static _ => { })]);

        Assert.StartsWith("The scorecard does not count it. Allowed: businesses, tier-a, ", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => entry[null!]);
        Assert.Throws<ArgumentOutOfRangeException>(() => ScorecardMeasure.InTier(default));
        Assert.Equal(ScorecardMeasure.TierD, ScorecardMeasure.InTier(Tier.D));
        Assert.Equal(ScorecardMeasure.All.Length, ScorecardMeasure.All.Select(measure => measure.Code).Distinct().Count());
    }

    [Fact]
    public void Posts_AreThoseOfTheRulesLaidDownAsOfTheDay_AndUnstatedWhileThereAreNone()
    {
        var district = SmallDistrict.Build();
        PlanWorld.Do(district, SmallDistrict.Day.PlusDays(1), new StaffingLaidDown(new StaffingTimeline()));
        var bare = new PlanWorld(PlanWorld.SmallTree);
        bare.Add("one", "510115001001", Tier.D);
        var none = bare.Found(("v", "510115001001")).AsOf(PlanWorld.Day);

        Assert.Equal((3, false), Posts(district.AsOf(SmallDistrict.Day)));
        Assert.Equal((0, false), Posts(district.AsOf(SmallDistrict.Day.PlusDays(1))));
        Assert.Equal((0, true), Posts(none));
        Assert.Null(Scorecard.Of(none)[SmallDistrict.Area].ToPublishedFigures(Made).DirectorsRequired);

        static (long, bool) Posts(DistrictDay day)
        {
            var entry = Scorecard.Of(day)[SmallDistrict.Area];
            return (entry[ScorecardMeasure.PostsRequired], entry.Unstated.Contains(ScorecardMeasure.PostsRequired));
        }
    }

    [Fact]
    public void DaysUpTo_BeginsWithThePeriod()
    {
        Assert.Equal(new LocalDate(2024, 1, 1), ScorecardTerms.Default.DaysUpTo(new LocalDate(2024, 3, 31)).Start);
        Assert.Equal(new LocalDate(2024, 4, 1), ScorecardTerms.Default.DaysUpTo(new LocalDate(2024, 4, 1)).Start);
        Assert.Equal(new LocalDate(2024, 2, 1), new ScorecardTerms { Period = Cadence.Month }.DaysUpTo(new LocalDate(2024, 2, 29)).Start);
    }
}
