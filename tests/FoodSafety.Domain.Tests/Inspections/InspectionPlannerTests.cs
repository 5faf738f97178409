using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Tests.Standing;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Inspections;

public class InspectionPlannerTests
{
    private static readonly DateInterval Year = new(Day(1, 1), Day(12, 31));
    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    private static readonly InspectionFrequency KeptQuarter = FrequencyPolicy.QuarterlyVisit with { InForce = default, EndedBy = null };
    private static readonly FrequencyPolicy VisitsOnly = new(KeptQuarter);

    private static readonly InspectionFrequency YearlyRoutine =
        new("routine", ("年度", "yearly"), InspectionKind.Routine, Cadence.Quarter, Made);

    [Fact]
    public void QuarterlyVisits_OnADayOfTheThirdQuarter_AreDoneMissedDueAndUpcoming()
    {
        var chains = Chains(Tier.D);
        var plan = new InspectionPlanner(WorkingCalendar.China, VisitsOnly).Plan(new PlanInput(chains) { Done = [Visit(0, Day(2, 5))] }, Year, Day(8, 1));

        Assert.Equal(
            [PlanTaskStatus.Done, PlanTaskStatus.Missed, PlanTaskStatus.Due, PlanTaskStatus.Upcoming],
            plan.TasksOf(Shop(0)).Select(task => task.Status));
        Assert.Equal(new PlanCounts(Upcoming: 1, Due: 1, Overdue: 0, Missed: 1, Done: 1, Excused: 0), plan.Count());
        Assert.Equal(1m / 3, plan.Count().Completion);
        Assert.Equal(new CadreId("v1"), plan.TasksOf(Shop(0))[0].Seat.Cadre);
    }

    [Fact]
    public void Visit_OfACadreWhosePostEnded_IsStillDueAndHasNobodyWhoGoes()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.Add("shop", "510115001001", Tier.D);
        world.Grade();
        var chains = world.Plan(world.Roster([PlanWorld.NewPost("v", "510115001001", term: new Term(default, Day(3, 10)))]));
        InspectionPlan On(LocalDate on) => new InspectionPlanner(WorkingCalendar.China, VisitsOnly).Plan(new PlanInput(chains), new DateInterval(Day(1, 1), Day(3, 31)), on);

        Assert.Equal(new CadreId("v"), Assert.Single(On(Day(3, 9)).Tasks()).Seat.Cadre);
        var task = Assert.Single(On(Day(3, 10)).Tasks());
        Assert.Equal((true, PlanTaskStatus.Due), (task.Seat.IsNone, task.Status));
    }

    // The last day of the first quarter of 2024 is a Sunday, the working day before it is Friday the 29th.
    [Theory]
    [InlineData(29, PlanTaskStatus.Due)]
    [InlineData(30, PlanTaskStatus.Overdue)]
    [InlineData(31, PlanTaskStatus.Overdue)]
    public void Visit_AtTheEndOfAQuarterThatEndsOnASunday_IsDueByFriday(int day, PlanTaskStatus expected)
    {
        var planner = new InspectionPlanner(WorkingCalendar.China, VisitsOnly);
        var task = planner.Plan(new PlanInput(Chains(Tier.D)), new DateInterval(Day(1, 1), Day(3, 31)), Day(3, day)).TasksOf(Shop(0)).Single();

        Assert.Equal((expected, Day(3, 29)), (task.Status, task.DueBy));
        Assert.Equal(
            PlanTaskStatus.Missed,
            planner.Plan(new PlanInput(Chains(Tier.D)), new DateInterval(Day(1, 1), Day(3, 31)), Day(4, 1)).TasksOf(Shop(0)).Single().Status);
    }

    [Fact]
    public void Visit_OnTheDaysAroundAWindow_CountsOnlyInside()
    {
        var quarter = new DateInterval(Day(4, 1), Day(6, 30));
        var chains = Chains(Tier.D, Tier.D, Tier.D, Tier.D);
        DoneInspection[] done = [Visit(0, Day(3, 31)), Visit(1, Day(4, 1)), Visit(2, Day(6, 30)), Visit(3, Day(7, 1))];
        var plan = new InspectionPlanner(WorkingCalendar.China, VisitsOnly).Plan(new PlanInput(chains) { Done = [.. done] }, quarter, Day(7, 1));

        Assert.Equal(
            [PlanTaskStatus.Missed, PlanTaskStatus.Done, PlanTaskStatus.Done, PlanTaskStatus.Missed],
            plan.Tasks().Select(task => task.Status));
    }

    [Fact]
    public void Visit_DoneAfterTheDayAsked_DoesNotCountYet()
    {
        var input = new PlanInput(Chains(Tier.D)) { Done = [Visit(0, Day(2, 5))] };
        var planner = new InspectionPlanner(WorkingCalendar.China, VisitsOnly);

        Assert.Equal(PlanTaskStatus.Due, planner.Plan(input, Year, Day(2, 4)).TasksOf(Shop(0))[0].Status);
        Assert.Equal(PlanTaskStatus.Done, planner.Plan(input, Year, Day(2, 5)).TasksOf(Shop(0))[0].Status);
    }

    [Theory]
    [InlineData(29, 1)]
    [InlineData(30, 0)]
    public void BusinessThatBeginsLate_HasATaskOnlyIfAWorkingDayIsLeft(int since, int tasks)
    {
        var input = new PlanInput(Chains(Tier.D)) { Since = [new(Shop(0), Day(3, since))] };
        var plan = new InspectionPlanner(WorkingCalendar.China, VisitsOnly).Plan(input, new DateInterval(Day(1, 1), Day(3, 31)), Day(3, 31));

        Assert.Equal(tasks, plan.TasksOf(Shop(0)).Length);
        Assert.All(plan.TasksOf(Shop(0)), task => Assert.Equal(Day(3, since), task.First));
    }

    [Fact]
    public void FrequencyByTierAndTime_AsksEachTierItsOwn()
    {
        var policy = new FrequencyPolicy(
            FrequencyPolicy.QuarterlyVisit with { InForce = new Term(default, Day(7, 1)) },
            new InspectionFrequency("d", ("半年", "half-yearly"), InspectionKind.CadreVisit, Cadence.HalfYear, Made) { Tiers = [Tier.D], InForce = new Term(Day(7, 1)) },
            new InspectionFrequency("town", ("季度", "quarterly"), InspectionKind.CadreVisit, Cadence.Quarter, Made) { Levels = [AreaLevel.Town], InForce = new Term(Day(7, 1)) });
        var plan = new InspectionPlanner(WorkingCalendar.China, policy).Plan(new PlanInput(Chains(Tier.D, Tier.C)), Year, Day(1, 1));

        Assert.Equal(["visit", "visit", "d"], plan.TasksOf(Shop(0)).Select(task => task.Frequency!.Id));
        Assert.Equal(["visit", "visit", "town", "town"], plan.TasksOf(Shop(1)).Select(task => task.Frequency!.Id));
    }

    [Fact]
    public void PlanOfADay_BeforeAnybodyAnswers_HasWhatBureausDoAndNoVisits()
    {
        var seen = Shops.Graded(0, 5, 15, 25).District.AsOf(Shops.Day(2));
        Assert.Null(seen.Plan);
        Assert.Equal(["full", "full", "full"], seen.PlanInspections(new DateInterval(Shops.Day(1), Shops.Day(31))).Tasks().Select(task => task.Frequency!.Id));
    }

    [Fact]
    public void BeforeHolidays_AWindowEndsTheDayBeforeEach_AndBeginsAfterTheOneBefore()
    {
        var eves = YearlyRoutine with { BeforeHolidays = 10 };
        Assert.Equal(
            [
                new(new(2025, 12, 22), new(2025, 12, 31)), new(new(2026, 2, 5), new(2026, 2, 14)), new(new(2026, 3, 25), new(2026, 4, 3)), new(new(2026, 4, 21), new(2026, 4, 30)),
                new(new(2026, 6, 9), new(2026, 6, 18)), new(new(2026, 9, 15), new(2026, 9, 24)), new DateInterval(new(2026, 9, 28), new(2026, 9, 30)),
            ],
            eves.WindowsIn(new DateInterval(new(2025, 12, 31), new(2026, 12, 1)), WorkingCalendar.China));
        Assert.Equal(
            [new DateInterval(new(2026, 2, 10), new(2026, 2, 13))],
            (eves with { InForce = new Term(new(2026, 2, 10), new(2026, 2, 14)) }).WindowsIn(new DateInterval(new(2026, 1, 1), new(2026, 6, 30)), WorkingCalendar.China));

        // On the last working day of the window it is due, as any other.
        var plan = new InspectionPlanner(WorkingCalendar.China, new FrequencyPolicy(eves)).Plan(new PlanInput(Chains(Tier.D)), new DateInterval(new(2026, 4, 20), new(2026, 4, 30)), new(2026, 5, 6));
        Assert.Equal((new LocalDate(2026, 4, 30), PlanTaskStatus.Missed), plan.TasksOf(Shop(0)).Single() is var task ? (task.DueBy, task.Status) : default);
        Assert.Throws<ArgumentOutOfRangeException>(() => eves with { BeforeHolidays = 0 });
    }

    [Fact]
    public void FullInspection_IsDueOnceInTwoCalendarYearsFromTheOrder()
    {
        Assert.Equal(
            [new(new(2022, 3, 15), new(2023, 12, 31)), new(new(2024, 1, 1), new(2025, 12, 31)), new DateInterval(new(2026, 1, 1), new(2027, 12, 31))],
            FrequencyPolicy.FullInspection.WindowsIn(new DateInterval(new(2020, 1, 1), new(2026, 6, 1)), WorkingCalendar.China));

        var chains = Chains(Tier.D, Tier.D);
        DoneInspection[] done = [new(Shop(0), InspectionKind.Routine, Day(5, 1)), new(Shop(1), InspectionKind.Routine, Day(5, 1), IsFull: true)];
        var plan = new InspectionPlanner(WorkingCalendar.China, new FrequencyPolicy(FrequencyPolicy.FullInspection)).Plan(new PlanInput(chains) { Done = [.. done] }, Year, Day(12, 31));
        Assert.Equal([PlanTaskStatus.Due, PlanTaskStatus.Done], plan.Tasks().Select(task => task.Status));
        Assert.All(plan.Tasks(), task => Assert.Equal((new LocalDate(2025, 12, 31), true), (task.DueBy, task.Seat.IsNone)));
    }

    [Fact]
    public void InspectionOfAHigherBureau_ExcusesLowerOnesForThreeMonths()
    {
        PlanTask On(LocalDate day, params BusinessId[] inDanger) => new InspectionPlanner(WorkingCalendar.China, new FrequencyPolicy(YearlyRoutine))
            .Plan(
                new PlanInput(Chains(Tier.D)) { Done = [new(Shop(0), InspectionKind.Unannounced, Day(1, 10), IsFull: true, BodyLevel: AreaLevel.City)], InDanger = [.. inDanger] },
                new DateInterval(Day(1, 1), Day(6, 30)), day)
            .TasksOf(Shop(0)).First(task => task.Last >= day);

        Assert.Equal((PlanTaskStatus.Due, null), (On(Day(1, 9)).Status, On(Day(1, 9)).ExcusedThrough));
        Assert.Equal((PlanTaskStatus.Excused, Day(4, 10)), (On(Day(1, 10)).Status, On(Day(1, 10)).ExcusedThrough));
        Assert.Equal(PlanTaskStatus.Due, On(Day(1, 10), inDanger: Shop(0)).Status);
        Assert.Equal(PlanTaskStatus.Excused, On(Day(4, 10)).Status);
        Assert.Equal(PlanTaskStatus.Due, On(Day(4, 11)).Status);
    }

    [Fact]
    public void WindowWhoseLastDayLiesInTheRest_IsExcusedForGood()
    {
        DoneInspection Of(AreaLevel level, int month, bool isFull = true) => new(Shop(0), InspectionKind.System, Day(month, 1), IsFull: isFull, BodyLevel: level);
        PlanTaskStatus First(DoneInspection done) => new InspectionPlanner(WorkingCalendar.China, new FrequencyPolicy(YearlyRoutine))
            .Plan(new PlanInput(Chains(Tier.D)) { Done = [done] }, Year, Day(12, 31)).TasksOf(Shop(0))[0].Status;

        Assert.Equal(PlanTaskStatus.Excused, First(Of(AreaLevel.City, 2)));
        Assert.Equal(PlanTaskStatus.Missed, First(Of(AreaLevel.District, 2)));
        // Where it looked at some items, those rest and not the task.
        Assert.Equal(PlanTaskStatus.Missed, First(Of(AreaLevel.City, 2, isFull: false)));
        Assert.Equal(PlanTaskStatus.Missed, First(Of(AreaLevel.City, 4)));
    }

    [Fact]
    public void FollowUp_IsOverdueFromTheDayAfterItsDeadline_UntilItIsDone()
    {
        var input = new PlanInput(Chains(Tier.D))
        {
            Done = [Visit(0, Day(5, 1)), Visit(0, Day(5, 20))],
            FollowUps = [new(Shop(0), InspectionKind.CadreVisit, Day(5, 2), Day(5, 15), ("复查", "ordered to correct"))],
        };
        PlanTaskStatus On(LocalDate day) => new InspectionPlanner(WorkingCalendar.China, new FrequencyPolicy()).Plan(input, Year, day).FollowUps.Single().Status;

        Assert.Equal(PlanTaskStatus.Upcoming, On(Day(5, 1)));
        Assert.Equal(PlanTaskStatus.Due, On(Day(5, 2)));
        Assert.Equal(PlanTaskStatus.Due, On(Day(5, 15)));
        Assert.Equal(PlanTaskStatus.Overdue, On(Day(5, 16)));
        Assert.Equal(PlanTaskStatus.Done, On(Day(5, 20)));
    }

    [Fact]
    public void ResponsibleOnly_CountsNoOtherCadre()
    {
        var policy = new FrequencyPolicy(KeptQuarter with { ResponsibleOnly = true });
        DoneInspection[] done = [Visit(0, Day(1, 5)), new(Shop(1), InspectionKind.CadreVisit, Day(1, 5), new CadreId("v1"))];
        var plan = new InspectionPlanner(WorkingCalendar.China, policy).Plan(new PlanInput(Chains(Tier.D, Tier.D)) { Done = [.. done] }, new DateInterval(Day(1, 1), Day(1, 2)), Day(1, 9));

        Assert.Equal([PlanTaskStatus.Due, PlanTaskStatus.Done], plan.Tasks().Select(task => task.Status));
    }

    [Fact]
    public void Counts_ByAreaAndSeat_AddUp()
    {
        var plan = new InspectionPlanner(WorkingCalendar.China, VisitsOnly).Plan(
            new PlanInput(Chains(Tier.D, Tier.D, Tier.C)) { Done = [Visit(1, Day(1, 5))] }, new DateInterval(Day(1, 1), Day(1, 2)), Day(1, 9));

        Assert.Equal(new PlanCounts(0, 2, 0, 0, 1, 0), plan.CountByArea()[AreaCode.Parse("510115001")]);
        Assert.Equal(default, plan.CountByArea(InspectionKind.Routine)[AreaCode.Parse("51")]);
        Assert.Equal(["t1 2", "v1 3"], plan.CountBySeat().Where(seat => seat.Counts.Total > 0).Select(seat => $"{seat.Seat.Cadre} {seat.Counts.Total + (seat.Counts.Due > 0 ? 1 : 0)}"));
        var village = new Seat(new CadreId("v1"), AreaCode.Parse("510115001001"));
        Assert.Equal([Shop(0)], plan.TasksOf(village, PlanTaskStatus.Due).Select(task => task.Business));
        Assert.Equal([Shop(1)], plan.TasksIn(AreaCode.Parse("510115"), PlanTaskStatus.Done).Select(task => task.Business));
    }

    [Fact]
    public void BusinessWithoutCadre_HasNoVisitButItsInspections()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.Add("a", "510115001001", Tier.D);
        world.Grade();
        var plan = new InspectionPlanner(WorkingCalendar.China, VisitsOnly.With(YearlyRoutine)).Plan(new PlanInput(world.Plan(world.Roster())), new DateInterval(Day(1, 1), Day(1, 2)), Day(1, 9));

        Assert.Equal(["routine"], plan.Tasks().Select(task => task.Frequency!.Id));
    }

    [Fact]
    public void FollowUp_AtABusinessWithoutATier_IsCountedInItsArea()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.Close(world.Add("a", "510115001001", Tier.D));
        world.Grade();
        var input = new PlanInput(world.Plan(world.Roster())) { FollowUps = [new(new BusinessId("a"), InspectionKind.Routine, Day(1, 1), Day(1, 9), ("复查", "look again"))] };
        var plan = new InspectionPlanner(WorkingCalendar.China, VisitsOnly).Plan(input, Year, Day(1, 9));

        Assert.Equal(new PlanCounts(0, 1, 0, 0, 0, 0), plan.CountByArea()[AreaCode.Parse("510115001001")]);
        Assert.Equal(plan.FollowUps, plan.TasksIn(AreaCode.Parse("510115001")));
    }

    [Fact]
    public void Plan_OfListsLeftOut_IsThatOfEmptyOnes()
    {
        var policy = new FrequencyPolicy(KeptQuarter with { Areas = default, Tiers = default, Levels = default, Grades = default });
        var input = new PlanInput(Chains(Tier.D)) { Done = default, FollowUps = default, InDanger = default };

        Assert.Equal(4, new InspectionPlanner(WorkingCalendar.China, policy).Plan(input, Year, Day(1, 1)).Count().Total);
    }

    [Fact]
    public void WrongInput_IsRefused()
    {
        var planner = new InspectionPlanner(WorkingCalendar.China);
        var chains = Chains(Tier.D);

        Assert.All<PlanInput>(
            [
                new(chains) { Done = [Visit(1, Day(1, 1))] }, new(chains) { Since = [new(Shop(1), Day(1, 1))] },
                new(chains) { FollowUps = [new(Shop(1), InspectionKind.Routine, Day(1, 1), Day(1, 9), ("复查", "look again"))] }, new(chains) { InDanger = [Shop(1)] },
            ],
            input => Assert.StartsWith("The chains have no business b1.", Assert.Throws<ArgumentException>(() => planner.Plan(input, Year, Day(1, 1))).Message, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => planner.Plan(new PlanInput(chains), Year, Day(1, 1)).TasksOf(Shop(1)));
        Assert.Throws<ArgumentException>(() => new FrequencyPolicy(YearlyRoutine, YearlyRoutine));
        Assert.Throws<ArgumentOutOfRangeException>(() => YearlyRoutine with { Times = 0 });
    }

    [Fact]
    public void Policy_With_ReplacesByKeyAndKeepsTheRest()
    {
        var policy = FrequencyPolicy.Default.With(FrequencyPolicy.QuarterlyVisit with { Times = 2 }).Without("full");

        Assert.Equal(2, policy.Find("visit")!.Times);
        Assert.Equal(["visit", "risk-a", "risk-b", "risk-c", "risk-d"], policy.Frequencies.Select(frequency => frequency.Id));
        Assert.Equal([1, 1, 2, 3], policy.Frequencies.Skip(1).Select(frequency => frequency.Times));
        Assert.False(FrequencyPolicy.FullInspection.Basis.IsIllustrative);
        Assert.True(FrequencyPolicy.QuarterlyVisit.Basis.IsIllustrative);
    }

    private static LocalDate Day(int month, int day) => new(2024, month, day);

    private static BusinessId Shop(int number) => new($"b{number}");

    private static DoneInspection Visit(int number, LocalDate on) => new(Shop(number), InspectionKind.CadreVisit, on, new CadreId("somebody"));

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

    /// <summary>A place that grades no tiers ties nobody, and its bureau inspects all the same, by facts and by other grades.</summary>
    [Fact]
    public void Plan_WhereNoPolicyGradesTiers_IsOfAllThatHaveNotEnded()
    {
        var district = new District(new DistrictSettings(WorkingCalendar.China));
        var (basis, village) = (Citation.Illustrative(("测试", "made for a test")), AreaCode.Parse("510115001001"));
        var quarterly = new InspectionFrequency("canteens", ("食堂每季度", "canteens every quarter"), InspectionKind.Routine, Cadence.Quarter, basis) { When = BusinessFacts.Type.Is(BusinessType.SchoolCanteen) };
        var ofA = new InspectionFrequency("grade-a", ("A级每年", "grade A every year"), InspectionKind.Unannounced, Cadence.Year, basis) { Grades = [GradeSelection.Of(RiskGrade.A)] };
        var ofTierA = new InspectionFrequency("tier-a", ("包保A级", "tier A"), InspectionKind.Unannounced, Cadence.Quarter, basis) { Tiers = [Tier.A] };
        Do(1, AreasLaidDown.Of(PlanWorld.SmallTree, PlanWorld.Listed), new FrequenciesLaidDown(new FrequencyPolicy([quarterly, ofA, ofTierA])), new BusinessesOpened(
        [
            new Business(new("canteen"), "食堂", village, BusinessType.SchoolCanteen), new Business(new("shop"), "店", village, BusinessType.Retailer),
            new Business(new("closed"), "旧食堂", village, BusinessType.SchoolCanteen) { Status = OperatingStatus.Closed },
        ]));
        Do(2, new GradeAssigned<RiskGrade>(new(1), AssignmentKind.Provisional, new("shop"), RiskGrade.A, null, "graded on paper"));

        var plan = district.AsOf(new(2026, 9, 2)).PlanInspections(new DateInterval(new(2026, 7, 1), new(2026, 9, 30)));

        Assert.Equal([("canteen", "canteens"), ("shop", "grade-a")], plan.Tasks().Select(task => (task.Business.Value, task.Frequency!.Id)).Order());
        // Who stands in no chain is visited by nobody, and who gets no tier by a policy is in no plan.
        Assert.Equal(0, plan.Count(InspectionKind.CadreVisit).Total);
        Do(3, new PolicyLaidDown<Tier>(GradingPolicy.Define("none", "1", ("不分级", "none"), Tiers.Scale).InForce(new LocalDate(2026, 1, 1))
            .NotGraded("all", Condition.Always, ("不分级", "not graded"), basis).Otherwise(Tier.D, ("D", "D"), basis).Build()));
        Assert.Equal(0, district.AsOf(new(2026, 9, 3)).PlanInspections(new DateInterval(new(2026, 7, 1), new(2026, 9, 30))).Count().Total);

        void Do(int day, params Act[] acts) => district.Apply(new Stamp("office", new(2026, 9, day), ChinaTime.Zone.AtStartOfDay(new(2026, 9, day)).ToInstant() + Duration.FromHours(8)), acts);
    }
}
