using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Tests.Standing;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Grading;

public class PolicyTimelineTests
{
    private static readonly LocalDate Start = new(2023, 1, 1);
    private static readonly LocalDate Change = new(2024, 7, 1);

    private static readonly GradingPolicy<Tier> Old = Shops.Define("1").InForce(LocalDate.MinIsoValue, Start).Build();
    private static readonly GradingPolicy<Tier> Middle = Shops.Define("2").InForce(Start, Change).Build();
    private static readonly GradingPolicy<Tier> Current = Shops.Define("3").InForce(Change).Build();

    [Fact]
    public void Versions_GivenInAnyOrder_StandByTheirFirstDay()
    {
        var timeline = new PolicyTimeline<Tier>(Current, Old, Middle);

        Assert.Equal([Old, Middle, Current], timeline.Versions);
        Assert.Equal((LocalDate.MinIsoValue, null), (timeline.From, timeline.Until));
        Assert.Equal("shops", timeline.Id);
    }

    [Fact]
    public void OfOpenVersions_NewVersion_EndsTheOld()
    {
        var (first, second) = (Shops.Define("1").InForce(Start).Note("a note").Build(), Shops.Define("2").InForce(Change).Build());

        var timeline = PolicyTimeline.OfOpenVersions(second, first);

        Assert.Equal([(Start, Change), (Change, null)], timeline.Versions.Select(policy => (policy.From, policy.Until)));
        Assert.Equal(("1", "a note"), (timeline.Versions[0].Version, timeline.Versions[0].Note));
        Assert.Same(second, timeline.At(Change));
        Assert.Equal("1", timeline.At(Change.PlusDays(-1)).Version);
        Assert.Throws<TimelineException>(() => new PolicyTimeline<Tier>(first, second));
    }

    [Fact]
    public void OfOpenVersions_VersionThatStatesItsEnd_KeepsIt()
    {
        var stated = Shops.Define("1").InForce(Start, Change.PlusDays(-1)).Build();
        var gap = Assert.Single(Assert.Throws<TimelineException>(() => PolicyTimeline.OfOpenVersions(stated, Current)).Faults);
        Assert.Equal((TimelineFaultKind.Gap, Change.PlusDays(-1), Change), (gap.Kind, gap.From, gap.Until));
        var twice = Shops.Define("4").InForce(Change).Build();
        Assert.Contains(Assert.Throws<TimelineException>(() => PolicyTimeline.OfOpenVersions(Current, twice)).Faults, fault => fault.Kind == TimelineFaultKind.Overlap);
        Assert.Contains(Assert.Throws<TimelineException>(() => PolicyTimeline.OfOpenVersions<Tier>()).Faults, fault => fault.Kind == TimelineFaultKind.NoVersion);
    }

    [Fact]
    public void OfOpenVersions_TwoOnOneDayAndOneLater_OverlapUntilTheLaterOne()
    {
        var (first, twice) = (Shops.Define("1").InForce(Start).Build(), Shops.Define("2").InForce(Start).Build());
        var overlap = Assert.Single(Assert.Throws<TimelineException>(() => PolicyTimeline.OfOpenVersions(first, twice, Current)).Faults);
        Assert.Equal((TimelineFaultKind.Overlap, Start, Change), (overlap.Kind, overlap.From, overlap.Until));
    }

    [Fact]
    public void At_EachSideOfAChange_IsTheVersionOfTheDay()
    {
        var timeline = new PolicyTimeline<Tier>(Old, Middle, Current);

        Assert.Same(Old, timeline.At(LocalDate.MinIsoValue));
        Assert.Same(Old, timeline.At(Start.PlusDays(-1)));
        Assert.Same(Middle, timeline.At(Start));
        Assert.Same(Middle, timeline.FindAt(Change.PlusDays(-1)));
        Assert.Same(Current, timeline.At(Change));
        Assert.Same(Current, timeline.FindAt(LocalDate.MaxIsoValue));
    }

    [Fact]
    public void At_DayNotCovered_NamesTheDaysThatAre()
    {
        var timeline = new PolicyTimeline<Tier>(Middle);

        Assert.Null(timeline.FindAt(Start.PlusDays(-1)));
        Assert.Null(timeline.FindAt(Change));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => timeline.At(Change));
        Assert.StartsWith("No version of 'shops' is in force on 2024-07-01. Allowed: 2023-01-01 on and before 2024-07-01.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => timeline.GraderAt(Start.PlusDays(-1)));
    }

    [Fact]
    public void GraderAt_SameVersion_IsTheSameObject()
    {
        var timeline = new PolicyTimeline<Tier>(Middle, Current);

        Assert.Same(timeline.GraderAt(Start), timeline.GraderAt(Change.PlusDays(-1)));
        Assert.NotSame(timeline.GraderAt(Start), timeline.GraderAt(Change));
        Assert.Same(Current, timeline.GraderAt(Change).Policy);
    }

    [Fact]
    public void Constructor_NoVersion_IsRefused()
    {
        var error = Assert.Throws<TimelineException>(() => new PolicyTimeline<Tier>());

        Assert.Equal([new TimelineFault(TimelineFaultKind.NoVersion, [], null, null)], error.Faults);
        Assert.Equal("The versions make no timeline: there is no version.", error.Message);
    }

    public static TheoryData<TimelineFaultKind, string, int, int?, int?, string> Pairs => new()
    {
        // The second version against a first that is in force on days 1 to 9, its end day 10.
        { TimelineFaultKind.Gap, "2", 11, null, 11, "'shops 1' and 'shops 2' leave a gap: 2023-03-10 on and before 2023-03-11" },
        { TimelineFaultKind.Overlap, "2", 9, null, 10, "'shops 1' and 'shops 2' overlap: 2023-03-09 on and before 2023-03-10" },
        { TimelineFaultKind.Overlap, "2", 3, 5, 5, "'shops 1' and 'shops 2' overlap: 2023-03-03 on and before 2023-03-05" },
        { TimelineFaultKind.SameVersion, "1", 10, null, null, "'shops 1' and 'shops 1' have the same name" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Constructor_OneFault_SaysWhichVersionsAndDays(
        TimelineFaultKind kind, string version, int from, int? until, int? faultUntil, string text)
    {
        var first = Shops.Define("1").InForce(Shops.Day(1), Shops.Day(10)).Build();
        var second = Shops.Define(version).InForce(Shops.Day(from), until is { } end ? Shops.Day(end) : null).Build();

        var fault = Assert.Single(Assert.Throws<TimelineException>(() => new PolicyTimeline<Tier>(second, first)).Faults);

        Assert.Equal(kind, fault.Kind);
        Assert.Equal(faultUntil is { } day ? Shops.Day(day) : null, fault.Until);
        Assert.Equal(text, fault.Text.English);
    }

    [Fact]
    public void Constructor_ManyFaults_ListsAll()
    {
        GradeScale<Tier> twoTiers = new((Tier.D, ("丁", "D")), (Tier.A, ("甲", "A")));
        var endless = Shops.Define("1").InForce(Shops.Day(1)).Build();
        var other = Shops.Define("1", id: "stalls").InForce(Shops.Day(5), Shops.Day(7)).Build();
        var scaled = GradingPolicy.Define("shops", "2", ("店铺", "shops"), twoTiers)
            .InForce(Shops.Day(7)).Otherwise(Tier.D, ("微", "micro"), Shops.Basis).Build();

        var error = Assert.Throws<TimelineException>(() => new PolicyTimeline<Tier>(scaled, other, endless));

        Assert.Equal(
            [TimelineFaultKind.OtherKey, TimelineFaultKind.Overlap, TimelineFaultKind.OtherScale, TimelineFaultKind.Overlap],
            error.Faults.Select(fault => fault.Kind));
        Assert.Equal((Shops.Day(7), null), (error.Faults[3].From, error.Faults[3].Until));
        Assert.Contains("“shops 1”与“shops 2”等级序列不同", error.Text.Chinese, StringComparison.Ordinal);
        Assert.Contains("'shops 1' and 'stalls 1' have different keys", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_PolicyInForceNever_IsRefusedBeforeItComesToATimeline() =>
        Assert.Throws<GradingPolicyException>(() => Shops.Define("1").InForce(Start, Start).Build());

    [Fact]
    public void Regrade_DayByDayWithTheTimeline_LooksAtAllRowsOnlyWhenTheVersionChanges()
    {
        var timeline = new PolicyTimeline<Tier>(Middle, Current);
        var book = new GradeBook<Tier>(Shops.Table([.. Enumerable.Repeat(10, 1000)]), Tiers.Scale);

        Assert.True(book.Regrade(timeline.GraderAt(Change.PlusDays(-2))).IsFull);
        Assert.Equal(0, book.Regrade(timeline.GraderAt(Change.PlusDays(-1))).Examined);
        Assert.True(book.Regrade(timeline.GraderAt(Change)).IsFull);
    }
}
