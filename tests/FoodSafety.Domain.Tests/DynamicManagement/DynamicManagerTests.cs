using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DynamicManagement;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.DynamicManagement;

public class DynamicManagerTests
{
    private const string Village = "510115001001";
    private const string OtherVillage = "510115001002";

    // A Friday before the National Day week of 2024: 29 September and 12 October were worked instead.
    private static readonly LocalDate Day = new(2024, 9, 27);

    private static readonly BusinessId Canteen = new("canteen");
    private static readonly BusinessId Shop = new("shop");
    private static readonly Grader<Tier> Grader = new(TierPolicies.SizeAndDiners2022);

    private readonly BusinessRegister _register = new(PlanWorld.SmallTree);
    private readonly CommitmentBook _commitments = new();
    private readonly DynamicManager _manager;

    public DynamicManagerTests()
    {
        _register.AddRange(
            new Business(Canteen, "食堂", AreaCode.Parse(Village), BusinessType.SchoolCanteen) { Profile = new() { DinersPerMeal = 487 } },
            new Business(Shop, "小店", AreaCode.Parse(Village), BusinessType.Retailer));
        _manager = new DynamicManager(_register, Grader, Staff(), new ChainPlanner(), _commitments, WorkingCalendar.China, Day);
        _commitments.Sign(new CadreId("town"), [Canteen], "街道党工委", "office", Day);
        _commitments.Sign(new CadreId("village"), [Shop], "村党支部", "office", Day);
    }

    [Fact]
    public void Apply_BusinessRisesIntoB_FollowsTierChainCommitmentsDutyAndClocks()
    {
        var result = _manager.Apply([new FactsChanged(Canteen, BusinessFacts.DinersPerMeal.Of(512))], "bureau", Day);

        Assert.Equal((0, Tier.C, Tier.B), result.Regrading.Moves.Select(m => (m.Row, m.From.Grade, m.To.Grade)).Single());
        Assert.Equal("district town village", PlanWorld.Show(result.Plan.ChainOf(0)));
        Assert.Equal("village", PlanWorld.Show(result.Plan.ChainOf(1)));
        Assert.All(result.Plan.Changes, change => Assert.Equal(ChainChangeReason.TierChanged, change.Reason));
        Assert.Equal(["district", "town"], result.Renewals.Select(due => due.Cadre.Value));
        Assert.Equal(new DirectorDuty(0, Canteen, Tier.B, true, StaffingRules.DirectorsInTiersAB), Assert.Single(result.Duties));
        Assert.Equal(
            [
                (FollowUpKind.ReportState, "the market bureau", (LocalDate?)new LocalDate(2024, 10, 23)),
                (FollowUpKind.Retie, "the food-safety office", new LocalDate(2024, 10, 12)),
                (FollowUpKind.SignCommitment, "district", null),
                (FollowUpKind.EndCommitment, "the food-safety office", null),
                (FollowUpKind.AppointDirector, "canteen", null),
            ],
            result.FollowUps.Select(f => (f.Kind, f.Actor.English, f.Due?.LastDay)));
        Assert.All(result.FollowUps.Where(f => f.Kind != FollowUpKind.SignCommitment), f => Assert.Equal([Canteen], f.Businesses));
        Assert.Equal(("bureau", Day), (result.By, result.On));
    }

    [Fact]
    public void Apply_NothingThatMatters_HasNoConsequences()
    {
        var result = _manager.Apply([new FactsChanged(Canteen, BusinessFacts.DinersPerMeal.Of(490))], "bureau", Day);

        Assert.Equal(1, result.Regrading.Examined);
        Assert.Empty(result.Regrading.Moves);
        Assert.Empty(result.Plan.Changes);
        Assert.Empty(result.Renewals);
        Assert.Empty(result.Duties);
        Assert.Empty(result.FollowUps);
    }

    [Fact]
    public void Apply_OpeningMoveAndClosingInOneBatch_EachIsFollowed()
    {
        var opened = new Business(new BusinessId("new"), "新食堂", AreaCode.Parse(OtherVillage), BusinessType.KindergartenCanteen)
        {
            Profile = new() { DinersPerMeal = 600 },
        };

        var result = _manager.Apply(
            [
                new BusinessOpened(opened),
                new FactsChanged(opened.Id, BusinessFacts.DinersPerMeal.Of(320)),
                new BusinessMoved(Shop, AreaCode.Parse(OtherVillage)),
                new FactsChanged(Canteen, BusinessFacts.Status.Of(OperatingStatus.Closed)),
            ],
            "bureau", Day);

        Assert.Equal(Tier.B, _manager.Grades.Grades[2].Grade);
        Assert.Equal("district town village-2", PlanWorld.Show(result.Plan.ChainOf(2)));
        Assert.Equal("village-2", PlanWorld.Show(result.Plan.ChainOf(1)));
        Assert.Null(result.Plan.FindChain(0));
        Assert.Equal(1, result.Plan.OutsideCount);
        Assert.Equal([new DirectorDuty(2, opened.Id, Tier.B, true, StaffingRules.DirectorsInTiersAB)], result.Duties);
        Assert.Equal([Canteen, Shop, opened.Id], result.FollowUps.Single(f => f.Kind == FollowUpKind.ReportState).Businesses);
        Assert.Equal(["district", "village-2"], result.FollowUps.Where(f => f.Kind == FollowUpKind.SignCommitment).Select(f => f.Cadre.Value));
        Assert.Equal(["town", "village"], result.FollowUps.Where(f => f.Kind == FollowUpKind.EndCommitment).Select(f => f.Cadre.Value));
    }

    [Fact]
    public void Apply_CadreLeaves_TheSuccessorTakesOverAndSigns()
    {
        var result = _manager.Apply([new CadresChanged(Staff("village", "successor"))], "office", Day);

        Assert.Equal("successor", PlanWorld.Show(result.Plan.ChainOf(1)));
        Assert.All(result.Plan.Changes, change => Assert.Equal(ChainChangeReason.CadreLeft, change.Reason));
        Assert.Equal(
            [(FollowUpKind.Retie, ""), (FollowUpKind.SignCommitment, "successor"), (FollowUpKind.EndCommitment, "village")],
            result.FollowUps.Select(f => (f.Kind, f.Cadre.Value)).Order());
    }

    [Fact]
    public void Apply_PolicyChanges_GradesAllAndFollows()
    {
        var stricter = new Grader<Tier>(TierPolicies.SizeAndDiners2022.Draft("2024.2").Without("school-500")
            .Rule("school-400", Tier.B, BusinessFacts.Type.Is(BusinessType.SchoolCanteen) & BusinessFacts.DinersPerMeal >= 400,
                ("学校食堂用餐400人以上", "school canteens of 400 diners and more"), Citation.Illustrative(("测试", "a test"))).Build());

        var result = _manager.Apply([new PolicyChanged(stricter)], "office", Day);

        Assert.True(result.Regrading.IsFull);
        Assert.Equal("2024.2", _manager.Grader.Policy.Version);
        Assert.Equal("district town village", PlanWorld.Show(result.Plan.ChainOf(0)));
        Assert.Equal(Canteen, Assert.Single(result.Duties).Business);
    }

    [Fact]
    public void Apply_NationalStaffing_FollowsFactsAndTheDaysOfRulesWithoutAChangeOfTier()
    {
        _register.Add(new Business(new BusinessId("home"), "养老院食堂", AreaCode.Parse(Village), BusinessType.ElderlyCareCanteen) { Profile = new() { DinersPerMeal = 300 } });
        var manager = new DynamicManager(
            _register, Grader, Staff(), new ChainPlanner(), _commitments, WorkingCalendar.China, Day, StaffingRules.National);

        var flagged = manager.Apply([new FactsChanged(Shop, BusinessFacts.ChainHeadquarters.Of(true))], "bureau", Day);
        var same = manager.Apply([new FactsChanged(Shop, BusinessFacts.Employees.Of(3))], "bureau", StaffingRules.Rules2025From.PlusDays(-1));
        var dated = manager.Apply([new FactsChanged(Shop, BusinessFacts.Employees.Of(4))], "bureau", StaffingRules.Rules2025From);
        var closed = manager.Apply([new FactsChanged(Shop, BusinessFacts.Status.Of(OperatingStatus.Closed))], "bureau", StaffingRules.Rules2025From);

        Assert.Same(StaffingRules.National, manager.Staffing);
        Assert.Equal((1, true, "order-60-chain-headquarters"), flagged.Duties.Select(d => (d.Row, d.Begins, d.Rule.Id)).Single());
        Assert.Empty(same.Duties);
        Assert.Equal((2, true, "dining-2025-elderly-care-300"), dated.Duties.Select(d => (d.Row, d.Begins, d.Rule.Id)).Single());
        Assert.Equal(
            "home: needs a food-safety director (elderly care canteens and their contractors, 300 diners a meal and more)", dated.Duties[0].Text.English);
        Assert.Equal((1, false, "enterprises-2025-chain-headquarters"), closed.Duties.Select(d => (d.Row, d.Begins, d.Rule.Id)).Single());
    }

    [Fact]
    public void Apply_BatchWithFaults_ListsAllAndChangesNothing()
    {
        var own = new FlagFact("own", ("自定", "own"));
        var revision = _register.Facts.Revision;
        var plan = _manager.Plan;
        var future = new Grader<Tier>(TierPolicies.SizeAndDiners2022.Draft("2030.1").InForce(new LocalDate(2030, 1, 1)).Build());

        var refused = Assert.Throws<ChangesRefusedException>(() => _manager.Apply(
            [
                new FactsChanged(Canteen, BusinessFacts.DinersPerMeal.Of(4_000)),
                new FactsChanged(new BusinessId("nobody"), BusinessFacts.Employees.Of(3)),
                new FactsChanged(Shop, own.Of(true)),
                new BusinessMoved(Shop, AreaCode.Parse("990101")),
                new BusinessOpened(new Business(Canteen, "又一家", AreaCode.Parse(Village), BusinessType.Restaurant)),
                new CadresChanged(CadreRoster.Build(AreaTree.Build([new("51", "另一棵树")]), [], [])),
                new PolicyChanged(future),
                new FactsChanged(Shop, default(FactValue)),
            ],
            "bureau", Day));

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], refused.Faults.Select(fault => fault.Index));
        Assert.StartsWith(
            "7 of the changes cannot be made, so none was: change 1: the register has no business 'nobody'; " +
            "change 2: the register has no column for 'own'; change 3: there is no area 990101000000; " +
            "change 4: the register has 'canteen' already; change 5: the roster is of another area tree than the register; " +
            "change 6: guarantee-tier 2030.1 is not in force on 2024-09-27;",
            refused.Message, StringComparison.Ordinal);
        Assert.Equal(revision, _register.Facts.Revision);
        Assert.Equal(2, _register.Count);
        Assert.Same(plan, _manager.Plan);
        Assert.Equal(487, _register[Canteen].Profile.DinersPerMeal);
    }

    [Fact]
    public void Apply_DayThatCannotBe_IsRefusedAndChangesNothing()
    {
        Change[] change = [new FactsChanged(Canteen, BusinessFacts.DinersPerMeal.Of(4_000))];

        Assert.Throws<ArgumentOutOfRangeException>(() => _manager.Apply(change, "bureau", Day.PlusDays(-1)));
        Assert.Throws<CalendarYearUnknownException>(() => _manager.Apply(change, "bureau", new LocalDate(WorkingCalendar.China.LastComputableYear, 12, 28)));
        Assert.ThrowsAny<ArgumentException>(() => _manager.Apply(change, " ", Day));
        Assert.Equal(487, _register[Canteen].Profile.DinersPerMeal);
    }

    [Fact]
    public void Names_OfEveryKind_AreInBothLanguages() =>
        Assert.All(Enum.GetValues<FollowUpKind>(), kind => Assert.False(kind.Name().IsEmpty));

    private static CadreRoster Staff(string? gone = null, string? instead = null)
    {
        (string Id, string Area)[] posts =
            [("city", "5101"), ("district", "510115"), ("town", "510115001"), ("village", Village), ("village-2", OtherVillage)];
        return new PlanWorld(PlanWorld.SmallTree).Roster([.. posts.Select(post => post.Id == gone ? (instead!, post.Area) : post)]);
    }
}
