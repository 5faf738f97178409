using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Standing;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Standing.Shops;

namespace FoodSafety.Domain.Tests.Inspections;

/// <summary>When the next inspection is due: so long after the last one, by the worse of two grades, whoever answers for the business.</summary>
public class NextInspectionTests
{
    private static readonly Citation Rules = new(("检查间隔规定", "rules on intervals"), SourceStanding.GovernmentNotice);

    private static readonly InspectionInterval ByTier = new("tier-c", ("C 级", "tier C"), InspectionKind.Routine, 11, 13, IntervalUnit.Month, Rules) { Grades = [GradeSelection.Of(Tier.C)] };
    private static readonly InspectionInterval ByRisk = new("risk-b", ("风险 B 级", "risk grade B"), InspectionKind.Routine, 5, 7, IntervalUnit.Month, Rules) { Grades = [GradeSelection.Of(RiskGrade.B)] };
    private static readonly FrequencyPolicy Worse = new() { Intervals = [ByTier, ByRisk] };

    [Fact]
    public void Next_OfAShopWithTwoGrades_IsDueByTheWorseOfBoth()
    {
        var shops = Laid(Worse, 15);
        Inspected(shops, 1, 31);

        var next = Assert.Single(shops.District.AsOf(Day(40)).InspectionSchedule.Of(Shop(0)));
        Assert.Equal(("risk-b", Day(31), new LocalDate(2023, 8, 31), new LocalDate(2023, 10, 31)), (next.Interval.Id, next.Last!.Value, next.From, next.Latest));
        Assert.Equal("s0, routine inspection: 2023-08-31 to 2023-10-31 (risk grade B, counted from the last on 2023-03-31)", next.Text.English);

        // A milder risk grade by order of the office: the tier counts. The 31st is in no February.
        shops.Do(41, new GradeAssigned<RiskGrade>(new(1), AssignmentKind.Override, Shop(0), RiskGrade.A, null, "well kept"));
        next = Assert.Single(shops.District.AsOf(Day(41)).InspectionSchedule.Of(Shop(0)));
        Assert.Equal(("tier-c", new LocalDate(2024, 2, 29), new LocalDate(2024, 4, 30)), (next.Interval.Id, next.From, next.Latest));
        Assert.Equal("risk-b", Assert.Single(shops.District.AsOf(Day(40)).InspectionSchedule.Next).Interval.Id);
    }

    [Fact]
    public void Next_NeverInspectedClosedOrOfNoInterval_IsSaid()
    {
        var shops = Laid(Worse, 15, 15, 5);
        shops.Do(2, new FactsStated(Shop(1), new(BusinessFacts.Status.Of(OperatingStatus.Closed))));

        var schedule = shops.District.AsOf(Day(2)).InspectionSchedule;

        var next = Assert.Single(schedule.Next);
        Assert.Equal((Shop(0), null, Day(0), new LocalDate(2023, 9, 28)), (next.Business, next.Last, next.CountedFrom, next.Latest));
        Assert.Equal([new UnscheduledInspection(InspectionKind.Routine, Shop(2))], schedule.Without);
        Assert.False(next.IsOverdue(new LocalDate(2023, 9, 28)));
        Assert.True(next.IsOverdue(new LocalDate(2023, 9, 29)));
        Assert.Empty(shops.District.AsOf(Day(0)).InspectionSchedule.Next);
    }

    [Fact]
    public void Next_WhoseFirstDayHasCome_IsAFollowUpUntilTheInspection()
    {
        var shops = Laid(Worse, 15);
        Inspected(shops, 1, 31);
        var (eve, first) = (183, 184);
        Assert.Equal(new LocalDate(2023, 8, 31), Day(first));
        Assert.DoesNotContain(shops.Do(eve).FollowUps, task => task.Kind == FollowUpKind.Inspect);

        var task = Assert.Single(shops.Do(first).FollowUps);
        Assert.Equal((FollowUpKind.Inspect, new LocalDate(2023, 10, 31), Rules), (task.Kind, task.Due!.Value.LastDay, task.Basis));
        Assert.Equal([Shop(0)], Assert.Single(shops.District.DueUpTo(new LocalDate(2023, 10, 31))).Inspections.Select(next => next.Business));
        Assert.Empty(shops.Do(first + 1).FollowUps);

        var done = Inspected(shops, 2, first + 10);
        Assert.DoesNotContain(shops.District.FollowUps.Open, open => open.Kind == FollowUpKind.Inspect);
        Assert.Equal(Day(first + 10), Assert.Single(shops.District.AsOf(Day(first + 10)).InspectionSchedule.Next).Last);

        // It was another shop: what was told is told again.
        var places = shops.District.Inspections.HistoryOf(new(2)).Select(one => one.Moment.Place).Reverse();
        var voided = shops.Do(first + 11, [.. places.Select(place => new ActVoided(new("inspection", "2"), place, "another shop"))]);
        Assert.Equal((FollowUpKind.Inspect, task.Due), (Assert.Single(voided.FollowUps).Kind, voided.FollowUps[0].Due));

        // Who says that nothing is to be done is not asked again.
        shops.Do(first + 12, new FollowUpClosed(voided.FollowUps[0].Id, "moves away"));
        Assert.Empty(shops.Do(first + 13).FollowUps);
        Assert.Equal(Acts.DistrictShown.Show(shops.District), Acts.DistrictShown.Show(District.Open(shops.District.Settings, shops.Entries)));
        Assert.NotNull(done.Entry);
    }

    [Fact]
    public void Fact_OfOneShopOfFifty_HasTheNextInspectionCountedOfThatOneAlone()
    {
        var asked = 0;
        var counted = Condition.Custom("counted", ("计数", "counted"), _ => ++asked > 0);
        var shops = Laid(new() { Intervals = [new("all", ("全部", "all"), InspectionKind.Routine, 0, 13, IntervalUnit.Month, Rules) { When = counted }] }, [.. Enumerable.Repeat(15, 50)]);
        Assert.InRange(asked, 50, int.MaxValue);
        Assert.Equal(50, shops.District.FollowUps.Open.Count(open => open.Kind == FollowUpKind.Inspect));

        asked = 0;
        shops.Do(1, new FactsStated(Shop(3), new(BusinessFacts.DinersPerMeal.Of(16))));
        Assert.Equal(1, asked);
        Assert.Equal(50, shops.District.FollowUps.Open.Count(open => open.Kind == FollowUpKind.Inspect));

        // One that has closed is asked nothing, and its own follow-up alone is over.
        asked = 0;
        shops.Do(1, new FactsStated(Shop(3), new(BusinessFacts.Status.Of(OperatingStatus.Closed))));
        Assert.Equal(0, asked);
        Assert.Equal(
            Enumerable.Range(0, 50).Where(shop => shop != 3).Select(Shop),
            shops.District.FollowUps.Open.Where(open => open.Kind == FollowUpKind.Inspect).Select(open => open.Businesses[0]));
    }

    [Fact]
    public void Next_OfARecordThatWasPutRight_CountsFromTheInspectionAndNotFromTheCorrection()
    {
        var shops = Laid(Worse, 15);
        Inspected(shops, 1, 31);
        shops.Do(60, new InspectionReplaced(new(1), new(2), InspectionWorld.AllMet(), "two items were mixed up"));

        Assert.Equal(Day(31), Assert.Single(shops.District.AsOf(Day(60)).InspectionSchedule.Next).Last);
        Assert.Equal([Day(31)], shops.District.AsOf(Day(60)).InspectionSchedule.Next.Select(next => next.CountedFrom));
    }

    [Fact]
    public void Frequencies_OfWhatTheDistrictDoesNotHave_AreRefused()
    {
        var shops = Graded(0, 15);

        Assert.Equal("unknown-grading", shops.Refused("office", 2, new FrequenciesLaidDown(Worse with { Intervals = [ByTier with { Grades = [new("honesty", ["Good"])] }] })).Code);
        Assert.Equal("not-of-the-scale", shops.Refused("office", 2, new FrequenciesLaidDown(Worse with { Intervals = [ByTier with { Grades = [new("tier", ["E"])] }] })).Code);
        var unknown = shops.Refused("office", 2, new FrequenciesLaidDown(Worse with { Intervals = [ByTier with { When = new Domain.Facts.FlagFact("other", ("其他", "other")) }] }));
        Assert.Equal("unknown-fact", unknown.Code);
        Assert.StartsWith("business-type, operating-status, ", unknown.Allowed.English, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Worse with { Intervals = [ByTier, ByTier] });
        Assert.Throws<ArgumentException>(() => GradeSelection.Of<Tier>());
        Assert.Throws<ArgumentOutOfRangeException>(() => new InspectionInterval("x", ("间隔", "x"), InspectionKind.Routine, 14, 13, IntervalUnit.Month, Rules));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InspectionInterval("x", ("间隔", "x"), InspectionKind.Routine, 0, 121, IntervalUnit.Month, Rules));
        Assert.Equal(("11–13 months after the last", "within 28 days after the last"), (ByTier.Text.English, new InspectionInterval("x", ("间隔", "x"), InspectionKind.Routine, 0, 28, IntervalUnit.Day, Rules).Text.English));
    }

    private static Shops Laid(FrequencyPolicy rules, params int[] sizes)
    {
        var shops = Graded(0, sizes);
        shops.Do(1, new PolicyLaidDown<RiskGrade>(Define(RiskGrades.Scale, "1").Build()), new FrequenciesLaidDown(rules), new ChecklistAdopted(InspectionWorld.List));
        return shops;
    }

    private static Consequences Inspected(Shops shops, int id, int day) => shops.By(
        "bureau", day,
        new InspectionPlanned(new(id), new InspectionTask(InspectionKind.Routine, InspectionSubject.OfBusiness(Shop(0)), InspectionWorld.List.Name, Day(day))),
        new InspectionBegun(new(id), InspectionWorld.Two), new InspectionFinished(new(id), InspectionWorld.AllMet()));
}
