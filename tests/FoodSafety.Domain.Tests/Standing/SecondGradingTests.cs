using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Standing;

/// <summary>A place's own grading by honesty, which nobody in the library knows.</summary>
[GradingKey("honesty")]
public enum Honesty
{
    Plain = 1,
    Watched = 2,
    Listed = 3,
}

/// <summary>An enum that says no key.</summary>
public enum Nameless
{
    Some = 1,
}

/// <summary>Stories of two gradings beside each other: whatever goes by the one goes by it on every day, and so with the other.</summary>
public class SecondGradingTests
{
    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    private static readonly AreaCode Village = AreaCode.Parse("510115001001");
    private static readonly BusinessId Shop = new("shop");
    private static readonly CadreId City = new("city"), InVillage = new("village");
    private static readonly (CadreId Cadre, string Area)[] Heads = [(City, "5101"), (new("district"), "510115"), (new("town"), "510115001"), (InVillage, "510115001001")];
    private static readonly DateInterval Month = new(Day(1), Day(30));

    // Risk grade A is inspected once a month by the bureau, D twice, and those without a grade never.
    private static readonly FrequencyPolicy ByRisk = new(
        new InspectionFrequency("seldom", ("低风险", "low risk"), InspectionKind.Routine, CalendarCadence.Month, Made) { Grades = [GradeSelection.Of(RiskGrade.A)] },
        new InspectionFrequency("often", ("高风险", "high risk"), InspectionKind.Routine, CalendarCadence.Month, Made) { Grades = [GradeSelection.Of(RiskGrade.D)], Times = 2 });

    private static readonly GradeScale<Honesty> HonestyScale = new(
        (Honesty.Plain, ("守信", "plain")), (Honesty.Watched, ("关注", "watched")), (Honesty.Listed, ("失信", "listed")));

    [Fact]
    public void OverrideFromThe5thToThe20th_WhereTheNightActRan_TierChainStaffingAndScorecardAgree_AndTheRiskGradeWithTheFrequencyBesideThem()
    {
        var district = Founded();
        district.Apply(On(4), new GradeAssigned<Tier>(new(1), AssignmentKind.Override, Shop, Tier.A, Day(20), "many complaints", Day(5)));
        district.Apply(On(4), new GradeAssigned<RiskGrade>(new(1), AssignmentKind.Override, Shop, RiskGrade.D, Day(15), "unclean twice", Day(8)));
        Assert.Equal(
            [(Day(5), "tier"), (Day(8), "risk-grade"), (Day(15), "risk-grade"), (Day(20), "tier")],
            district.DueUpTo(Day(30)).SelectMany(turn => turn.Grades.Select(grade => (turn.Day, grade.Grading))));

        List<string> moves = [];
        for (var day = 5; day <= 25; day++)
        {
            moves.AddRange(district.Apply(On(day), new DayBegan()).Moves.Select(move => $"{day} {move.Grading} {move.Business}"));
        }

        Assert.Equal(["5 tier shop", "8 risk-grade shop", "15 risk-grade shop", "20 tier shop"], moves);
        Assert.Equal(
            [(4, Tier.D, InVillage), (10, Tier.A, City), (19, Tier.A, City), (20, Tier.D, InVillage), (25, Tier.D, InVillage)],
            new[] { 4, 10, 19, 20, 25 }.Select(day => Agreed(district, day)));
        Assert.Equal(
            [(4, RiskGrade.A, 1), (8, RiskGrade.D, 2), (14, RiskGrade.D, 2), (15, RiskGrade.A, 1), (25, RiskGrade.A, 1)],
            new[] { 4, 8, 14, 15, 25 }.Select(day => Inspected(district, day)));
        Assert.All(new[] { 4, 10, 19, 20, 25 }, day => Assert.Empty(district.AsOf(Day(day)).ToBeTied));
        Assert.Empty(district.DueUpTo(Day(30)));
    }

    [Fact]
    public void OverrideFromThe5thToThe20th_WhereNobodyTookTheNights_The20thIsTierDWithTheChainOfRecordAndToBeTiedAnew_AndTheRiskGradeIsThatOfTheDay()
    {
        var district = Founded();
        district.Apply(
            On(5),
            new GradeAssigned<Tier>(new(1), AssignmentKind.Override, Shop, Tier.A, Day(20), "many complaints"),
            new GradeAssigned<RiskGrade>(new(1), AssignmentKind.Override, Shop, RiskGrade.D, Day(20), "unclean twice"));

        Assert.Equal((19, Tier.A, City), Agreed(district, 19));
        Assert.Equal((19, RiskGrade.D, 2), Inspected(district, 19));
        var twentieth = district.AsOf(Day(20));
        Assert.Equal(Tier.D, twentieth.Standing[0].Grade);
        Assert.Equal((Tier.A, City), (twentieth.Plan!.ChainOf(0).Tier, twentieth.Plan.ChainOf(0).Main.Cadre));
        Assert.Equal([new TieDue(Shop, Day(20))], twentieth.ToBeTied);
        // No seat hangs on the risk grade; who is inspected how often goes by the day.
        Assert.Equal((20, RiskGrade.A, 1), Inspected(district, 20));

        var next = district.Apply(On(25), new BusinessRenamed(Shop, "other"));
        Assert.Equal([("tier", Shop), ("risk-grade", Shop)], next.Moves.Select(move => (move.Grading, move.Business)));
        Assert.Equal((25, Tier.D, InVillage), Agreed(district, 25));
        Assert.Equal((20, RiskGrade.A, 1), Inspected(district, 20));
    }

    [Fact]
    public void AppealAgainstTheRiskGrade_Upheld_MovesItAndTheFrequencyAndLeavesTheTier()
    {
        var district = Founded();
        district.Apply(On(3), new ObservationLaidDown<RiskGrade>(new(30, Made)));
        // A digit too many makes a small shop a large one, for both gradings.
        var told = district.Apply(On(9), new FactsStated(Shop, new FactRecord(BusinessFacts.DinersPerMeal.Of(4_870))));
        Assert.Equal((9, Tier.A, City), Agreed(district, 9));
        Assert.Equal((9, RiskGrade.D, 2), Inspected(district, 9));

        var filed = district.Apply(On(10) with { By = "shop" }, new AppealFiled<RiskGrade>(new(1), Shop, "we have 48 seats"));
        var task = Assert.Single(filed.FollowUps);
        Assert.Equal((FollowUpKind.AnswerAppeal, TimeLimit.WorkingDays(15).After(Day(10), WorkingCalendar.China)), (task.Kind, task.Due!.Value));
        Assert.Equal(RiskGrade.D, district.RiskGrades.FindAppeal(new(1))!.Filed.Disputed);

        var mistake = new ActPlace(told.Entry!.Number, 0);
        var decided = district.Apply(On(12), new AppealDecided<RiskGrade>(new(1), new FactsPutRight<RiskGrade>(new FactRecord(BusinessFacts.DinersPerMeal.Of(48)), mistake), "48, as the licence says"));

        Assert.Equal(
            [new AppealDecided<RiskGrade>(new(1), new FactsPutRight<RiskGrade>(new FactRecord(BusinessFacts.DinersPerMeal.Of(48)), mistake), "48, as the licence says"),
             new FactsCorrected(Shop, new FactRecord(BusinessFacts.DinersPerMeal.Of(48)), mistake, "48, as the licence says")],
            decided.Entry!.Acts);
        Assert.Equal(["tier", "risk-grade"], decided.Moves.Select(move => move.Grading));
        Assert.Equal((12, RiskGrade.A, 1), Inspected(district, 12));
        Assert.Equal((12, Tier.D, InVillage), Agreed(district, 12));
        Assert.Equal((11, RiskGrade.D, 2), Inspected(district, 11));
        Assert.DoesNotContain(district.FollowUps.Open, open => open.Kind == FollowUpKind.AnswerAppeal);

        // Another appeal comes to another grade, against the tier and for a time: the chain follows it and comes back.
        district.Apply(On(13) with { By = "neighbour" }, new AppealFiled<Tier>(new(1), Shop, "a school is next door"));
        district.Apply(On(14), new AppealDecided<Tier>(new(1), new GradeReplaced<Tier>(new(1), Tier.A, Day(18)), "to be watched"));
        Assert.Equal([(14, Tier.A, City), (17, Tier.A, City)], new[] { 14, 17 }.Select(day => Agreed(district, day)));
        Assert.Equal((14, RiskGrade.A, 1), Inspected(district, 14));
        district.Apply(On(18), new DayBegan());
        Assert.Equal((18, Tier.D, InVillage), Agreed(district, 18));
    }

    [Fact]
    public void PolicyOfTheRiskGradesWithdrawn_LeavesThemAsBeforeAndTheTiersAlone()
    {
        var district = Founded();
        district.Apply(On(2), new ObservationLaidDown<RiskGrade>(new(30, Made)));
        district.Apply(On(9), new PolicyLaidDown<RiskGrade>(Risks("2", 5).InForce(Day(9)).Build()));
        Assert.Equal((9, RiskGrade.D, 2), Inspected(district, 9));

        var back = district.Apply(On(10), new PolicyWithdrawn<RiskGrade>("2", "adopted by mistake"));

        Assert.Equal(["risk-grade"], back.Moves.Select(move => move.Grading).Distinct());
        Assert.Equal((10, RiskGrade.A, 1), Inspected(district, 10));
        Assert.Equal((10, Tier.D, InVillage), Agreed(district, 10));
        Assert.Empty(back.Chains);
    }

    [Fact]
    public void OwnGrading_DeclaredByItsScale_LivesInTheJournalLikeTheOthers()
    {
        var settings = Settings() with { Gradings = [HonestyScale] };
        var format = new EntryFormat(settings);
        Assert.Equal(13, format.Kinds.Count(kind => kind.StartsWith("honesty-", StringComparison.Ordinal)));
        var district = new District(settings);
        district.Apply(On(1), Founding());
        var policy = GradingPolicy.Define("honesty", "1", ("诚信分级", "honesty"), HonestyScale)
            .Rule("large", Honesty.Watched, BusinessFacts.DinersPerMeal >= 300, ("大", "large"), Made).Otherwise(Honesty.Plain, ("其他", "others"), Made).Build();
        district.Apply(On(2), new PolicyLaidDown<Honesty>(policy), new ObservationLaidDown<Honesty>(new(5, Made)));
        district.Apply(On(3), new GradeAssigned<Honesty>(new(1), AssignmentKind.Override, Shop, Honesty.Listed, Day(20), "lied to the bureau", Day(5)));
        Assert.Equal([(Day(5), "honesty"), (Day(20), "honesty")], district.DueUpTo(Day(30)).SelectMany(turn => turn.Grades.Select(grade => (turn.Day, grade.Grading))));
        var night = district.Apply(On(5), new DayBegan());
        Assert.Equal([(Honesty.Plain, Honesty.Listed)], night.MovesOf<Honesty>().Select(move => (move.From.Grade, move.To.Grade)));
        Assert.Empty(night.MovesOf<Tier>());
        district.Apply(On(6) with { By = "shop" }, new AppealFiled<Honesty>(new(1), Shop, "it was a slip"));
        district.Apply(On(7) with { By = "court" }, new AppealDecided<Honesty>(new(1), new GradeReplaced<Honesty>(new(2), Honesty.Watched, Day(9)), "half of it"));

        var lines = district.Pending.Select(entry => Encoding.UTF8.GetString(format.Write(entry))).ToList();
        Assert.Contains("""{"kind":"honesty-assigned","id":1,"assignment":"override","business":"shop","grade":"Listed","until":"2024-09-20","reason":"lied to the bureau","from":"2024-09-05"}""", lines[2], StringComparison.Ordinal);
        var again = District.Open(settings, lines.Select(line => format.Read(Encoding.UTF8.GetBytes(line))));

        foreach (var (one, day) in from one in new[] { district, again } from day in new[] { (4, Honesty.Plain), (5, Honesty.Listed), (6, Honesty.Listed), (7, Honesty.Watched), (8, Honesty.Watched), (9, Honesty.Plain) } select (one, day))
        {
            Assert.Equal(day.Item2, one.AsOf(Day(day.Item1)).GradingOf<Honesty>().Standing[0].Grade);
        }

        Assert.Equal(AppealState.Decided, Assert.Single(again.AsOf(Day(7)).GradingOf<Honesty>().Appeals).State);
        Assert.Equal("not-of-the-scale", CodeOf(new District(settings with { Gradings = [new GradeScale<Honesty>((Honesty.Plain, ("守信", "plain")))] })));

        static string CodeOf(District narrow)
        {
            narrow.Apply(On(1), Founding());
            return Assert.Single(Assert.Throws<ActsRefusedException>(() =>
                narrow.Apply(On(2), new GradeAssigned<Honesty>(new(1), AssignmentKind.Override, Shop, Honesty.Listed, Day(20), "lied"))).Refusals).Code;
        }
    }

    [Fact]
    public void OwnGrading_WithoutAKeyTwiceOrNotDeclared_IsRefusedWithWhatIsAllowed()
    {
        var twice = Assert.Throws<ArgumentException>(() => Settings() with { Gradings = [HonestyScale, HonestyScale] });
        Assert.StartsWith("The grading 'honesty' stands twice.", twice.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Settings() with { Gradings = [Tiers.Scale] });
        var nameless = Assert.Throws<InvalidOperationException>(() => Settings() with { Gradings = [new GradeScale<Nameless>((Nameless.Some, ("某", "some")))] });
        Assert.Equal("The enum Nameless has no [GradingKey]; a grading of a district needs one.", nameless.Message);

        var district = Founded();
        Assert.Equal("The settings declare no grading by Honesty. Allowed: tier, risk-grade.", Assert.Throws<ArgumentException>(() => district.GradingOf<Honesty>()).Message);
        Assert.Throws<ArgumentException>(() => district.AsOf(Day(1)).GradingOf<Honesty>());
        Assert.Same(district.Tiers, district.GradingOf<Tier>());
        var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(() => district.Apply(On(2), new ObservationLaidDown<Honesty>(new(5, Made)))).Refusals);
        Assert.Equal(("grading-not-declared", "tier, risk-grade"), (refusal.Code, refusal.Allowed.English));
    }

    [Fact]
    public void PlanOfInspections_GoesByTheFrequenciesLaidDownUntilItsDay()
    {
        var district = Founded();
        district.Apply(On(13), new FrequenciesLaidDown(ByRisk));
        district.Apply(On(14), new FrequenciesLaidDown(new FrequencyPolicy(ByRisk.Frequencies[0] with { Grades = default, When = BusinessFacts.Type.Is(BusinessType.Supermarket) })));

        foreach (var again in new[] { district, District.Open(district.Settings, district.Pending) })
        {
            Assert.Equal([FrequencyPolicy.Default, ByRisk], new[] { 12, 13 }.Select(day => again.AsOf(Day(day)).Frequencies));
            Assert.Equal(Planned(again.AsOf(Day(13))).Tasks(), again.AsOf(Day(13)).PlanInspections(Month).Tasks());
            Assert.NotEqual(Planned(again.AsOf(Day(12))).Tasks(), again.AsOf(Day(12)).PlanInspections(Month).Tasks());
            Assert.Empty(again.AsOf(Day(14)).PlanInspections(Month).TasksOf(Shop));
        }
    }

    [Fact]
    public void PlanOfInspections_AsksNothingOfABusinessBeforeItWasOpened()
    {
        var (district, late) = (Founded(), new BusinessId("late"));
        district.Apply(On(12), new BusinessesOpened([new Business(late, "late", Village, BusinessType.Restaurant)]));
        var seen = district.AsOf(Day(25));

        // The shop was there before the district began to record; the other one was opened on the 12th.
        Assert.Equal([new DueFrom(late, Day(12))], seen.PlanInput.Since);
        Assert.Equal([(Day(1), 1), (Day(12), 1)], new[] { Shop, late }.Select(shop => Assert.Single(Planned(seen).TasksOf(shop))).Select(task => (task.First, task.Times)));
        Assert.Empty(district.AsOf(Day(11)).PlanInput.Since);
    }

    /// <summary>The tier of the shop on a day, and who answers for it: what goes by the tier agrees with it.</summary>
    private static (int Day, Tier Tier, CadreId Main) Agreed(District district, int day)
    {
        var seen = district.AsOf(Day(day));
        var row = seen.Register.RowOf(Shop);
        var tier = seen.Standing[row].Grade;
        var chain = seen.Plan!.ChainOf(row);
        Assert.Equal(tier, chain.Tier);
        Assert.Equal(tier is Tier.A or Tier.B, seen.Staffing!.FindRule(RequiredPost.Director, row) is not null);
        var card = Scorecard.Of(seen)[Village];
        Assert.All(Tiers.Scale.MildestFirst, one => Assert.Equal(one == tier ? 1 : 0, card[ScorecardMeasure.InTier(one)]));
        Assert.Equal(tier is Tier.A or Tier.B ? 1 : 0, card[ScorecardMeasure.DirectorsRequired]);
        return (day, tier, chain.Main.Cadre);
    }

    /// <summary>The risk grade of the shop on a day, and how often it is inspected in the month by what stands then.</summary>
    private static (int Day, RiskGrade Grade, int Times) Inspected(District district, int day)
    {
        var seen = district.AsOf(Day(day));
        return (day, seen.RiskGrades[seen.Register.RowOf(Shop)].Grade, Assert.Single(Planned(seen).TasksOf(Shop)).Times);
    }

    private static InspectionPlan Planned(DistrictDay seen) => new InspectionPlanner(seen.Calendar, ByRisk).Plan(seen.PlanInput, Month, seen.Day);

    private static LocalDate Day(int day) => new(2024, 9, day);

    private static Stamp On(int day) => new("office", Day(day), ChinaTime.Zone.AtStartOfDay(Day(day)).ToInstant() + Duration.FromHours(8));

    private static DistrictSettings Settings() => new(WorkingCalendar.China);

    private static GradingPolicyBuilder<RiskGrade> Risks(string version, int high) => GradingPolicy.Define("risk", version, ("风险分级", "risk"), RiskGrades.Scale)
        .Rule("high", RiskGrade.D, BusinessFacts.DinersPerMeal >= high, ("高", "high"), Made).Otherwise(RiskGrade.A, ("低", "low"), Made);

    private static Act[] Founding() =>
    [
        AreasLaidDown.Of(PlanWorld.SmallTree, PlanWorld.Listed),
        new LevelsLaidDown(LevelCorrespondence.Default),
        new PolicyLaidDown<Tier>(GradingPolicy.Define("tiers", "1", ("包保分级", "tiers"), Tiers.Scale)
            .Rule("a", Tier.A, BusinessFacts.DinersPerMeal >= 1000, ("A", "A"), Made).Otherwise(Tier.D, ("D", "D"), Made).Build()),
        new PolicyLaidDown<RiskGrade>(Risks("1", 500).Build()),
        new StaffingLaidDown(StaffingRules.ByTier),
        new BusinessesOpened([new Business(Shop, "shop", Village, BusinessType.Restaurant) { Profile = new() { DinersPerMeal = 10 } }]),
        .. Heads.Select(head => new CadreJoined(head.Cadre)),
        .. Heads.Select(head => new PostGiven(head.Cadre, "head", AreaCode.Parse(head.Area), new Term(Day(1).PlusDays(-100)))),
    ];

    private static District Founded()
    {
        var district = new District(Settings());
        district.Apply(On(1), Founding());
        return district;
    }
}
