using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Inspections;

/// <summary>The quarterly visit ended with September 2024; what follows is the place's own, and until it says so a plan lists what is missing.</summary>
public class VisitFrequencyByDayTests
{
    private static readonly Citation Own = Citation.Illustrative(("本地自定", "the place's own"));
    private static readonly LocalDate Since = new(2024, 10, 1);
    private static readonly Tier[] MixedTiers = [Tier.D, Tier.C, Tier.D, Tier.B];
    private static readonly Tier[][] TierLists = [[], [Tier.C], [Tier.D], [Tier.C, Tier.D]];
    private static readonly ChainPlan Mixed = Chains(MixedTiers);

    [Fact]
    public void QuarterlyVisit_HoldsToTheEndOfSeptember2024()
    {
        var windows = FrequencyPolicy.QuarterlyVisit.WindowsIn(new DateInterval(new(2024, 7, 1), new(2026, 12, 31)), WorkingCalendar.China);
        Assert.Equal([new DateInterval(new(2024, 7, 1), new(2024, 9, 30))], windows);
        Assert.True(FrequencyPolicy.QuarterlyVisit.InForce.Contains(Since.PlusDays(-1)));
        Assert.False(FrequencyPolicy.QuarterlyVisit.InForce.Contains(Since));
        Assert.Equal(FrequencyPolicy.MechanismNotice2024, FrequencyPolicy.QuarterlyVisit.EndedBy);
        Assert.True(FrequencyPolicy.MechanismNotice2024.IsIllustrative);
    }

    [Fact]
    public void Plan_ByTheDefault_ListsTheDaysWithoutAVisitFrequency()
    {
        var year = new DateInterval(new(2024, 1, 1), new(2024, 12, 31));
        var plan = new InspectionPlanner(WorkingCalendar.China).Plan(new PlanInput(Chains(Tier.D, Tier.C)), year, new(2024, 12, 31));

        Assert.Equal(3 * 2, plan.Count(InspectionKind.CadreVisit).Total);
        var gap = Assert.Single(plan.Gaps);
        Assert.Equal((InspectionKind.CadreVisit, new DateInterval(Since, new(2024, 12, 31)), 2), (gap.Kind, gap.Days, gap.Businesses));
        Assert.Equal(FrequencyPolicy.MechanismNotice2024, gap.EndedBy);
        Assert.StartsWith("2024-10-01 to 2024-12-31: no frequency is stated for 2 businesses (", gap.Text.English, StringComparison.Ordinal);
        Assert.Contains("须由本地自定", gap.Text.Chinese, StringComparison.Ordinal);

        Assert.Empty(new InspectionPlanner(WorkingCalendar.China).Plan(new PlanInput(Chains(Tier.D)), new DateInterval(new(2024, 7, 1), new(2024, 9, 30)), new(2024, 9, 30)).Gaps);
        Assert.Single(new InspectionPlanner(WorkingCalendar.China).Plan(new PlanInput(Chains(Tier.D)), new DateInterval(new(2024, 9, 30), Since), new(2024, 9, 30)).Gaps);
    }

    [Fact]
    public void Plan_WithThePlacesOwn_HasItsVisitsAndNoGap()
    {
        var policy = FrequencyPolicy.Default.With(new InspectionFrequency("visit-own", ("半年督导", "half-yearly visit"), InspectionKind.CadreVisit, Cadence.HalfYear, Own) { InForce = new Term(Since) });
        var plan = new InspectionPlanner(WorkingCalendar.China, policy).Plan(new PlanInput(Chains(Tier.D)), new DateInterval(new(2024, 7, 1), new(2025, 6, 30)), Since);

        Assert.Empty(plan.Gaps);
        Assert.Equal(["visit", "visit-own", "visit-own"], plan.TasksOf(plan.Chains.Register.IdAt(0)).Where(task => task.Kind == InspectionKind.CadreVisit).Select(task => task.Frequency!.Id));
    }

    [Fact]
    public void Plan_WithAFrequencyOfOneArea_HoldsThereAlone()
    {
        InspectionFrequency In(params string[] areas) => new("own", ("本地", "own"), InspectionKind.CadreVisit, Cadence.Quarter, Own)
        {
            Areas = [.. areas.Select(AreaCode.Parse)],
        };
        var quarter = new DateInterval(new(2026, 1, 1), new(2026, 3, 31));
        InspectionPlan Plan(InspectionFrequency own) => new InspectionPlanner(WorkingCalendar.China, new FrequencyPolicy(own)).Plan(new PlanInput(Chains(Tier.D, Tier.D)), quarter, new(2026, 1, 1));

        Assert.Equal((2, 0), (Plan(In("510115")).Count().Total, Plan(In("510115")).Gaps.Length));
        Assert.Equal((2, 0), (Plan(In("510115001001")).Count().Total, Plan(In("510115001001")).Gaps.Length));
        // Sixian in Anhui is not in the register: nobody has a visit there, and the plan says for whom none is stated.
        Assert.Equal((0, 2), (Plan(In("341324")).Count().Total, Assert.Single(Plan(In("341324")).Gaps).Businesses));
        Assert.Null(Assert.Single(Plan(In("341324")).Gaps).EndedBy);
        Assert.Equal((2, 0), (Plan(In("341324", "510115001")).Count().Total, Plan(In("341324", "510115001")).Gaps.Length));
    }

    [Fact]
    public void Gaps_OfRandomFrequencies_CountEveryDayWhoHasNone() => Gen.Select(
        Gen.Select(Gen.Int[-5, 40], Gen.Int[-5, 60], Gen.Bool, Gen.Int[0, 3].Select(which => TierLists[which])).Array[1, 5], Gen.Int[0, 30]).Sample(
        (made, length) =>
        {
            var first = new LocalDate(2026, 1, 1);
            InspectionFrequency[] frequencies =
            [
                .. made.Index().Select(one => new InspectionFrequency($"f{one.Index}", ("频次", "frequency"), InspectionKind.CadreVisit, Cadence.Quarter, Own)
                {
                    InForce = new Term(first.PlusDays(one.Item.Item1), one.Item.Item3 ? null : first.PlusDays(one.Item.Item2)),
                    Tiers = [.. one.Item.Item4],
                }),
            ];
            var gaps = new InspectionPlanner(WorkingCalendar.China, new FrequencyPolicy([.. frequencies]))
                .Plan(new PlanInput(Mixed), new DateInterval(first, first.PlusDays(length)), first).Gaps;
            for (var day = first; day <= first.PlusDays(length); day = day.PlusDays(1))
            {
                var without = MixedTiers.Count(tier => !frequencies.Any(f => f.InForce.Contains(day) && (f.Tiers.IsEmpty || f.Tiers.Contains(tier))));
                Assert.Equal(without, gaps.SingleOrDefault(gap => gap.Days.Contains(day))?.Businesses ?? 0);
            }

            Assert.All(gaps, gap => Assert.True(gap.Businesses > 0));
            Assert.All(gaps.Zip(gaps.Skip(1)), pair => Assert.False(pair.First.Days.End.PlusDays(1) == pair.Second.Days.Start && pair.First.Businesses == pair.Second.Businesses));
        },
        iter: 1_000);

    [Fact]
    public void Plan_WithAFrequencyOfOneTier_ListsTheOthers()
    {
        var policy = new FrequencyPolicy(new InspectionFrequency("c", ("镇级", "C"), InspectionKind.CadreVisit, Cadence.Quarter, Own) { Tiers = [Tier.C] });
        var plan = new InspectionPlanner(WorkingCalendar.China, policy).Plan(new PlanInput(Chains(Tier.D, Tier.C, Tier.D)), new DateInterval(new(2026, 1, 1), new(2026, 3, 31)), new(2026, 1, 1));
        Assert.Equal(2, Assert.Single(plan.Gaps).Businesses);
    }

    private static ChainPlan Chains(params Tier[] tiers)
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        for (var i = 0; i < tiers.Length; i++)
        {
            world.Add($"b{i}", "510115001001", tiers[i]);
        }

        world.Grade();
        return world.Plan(world.Roster(("c1", "5101"), ("d1", "510115"), ("t1", "510115001"), ("v1", "510115001001")));
    }
}
