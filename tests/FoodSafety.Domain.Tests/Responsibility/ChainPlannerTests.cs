using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Responsibility.PlanWorld;

namespace FoodSafety.Domain.Tests.Responsibility;

public class ChainPlannerTests
{
    private const string City = "5101";
    private const string District = "510115";
    private const string Town = "510115001";
    private const string Village = "510115001001";

    private readonly PlanWorld _world = new(SmallTree);

    [Theory]
    [InlineData(Tier.A, "city district town")]
    [InlineData(Tier.B, "district town village")]
    [InlineData(Tier.C, "town village")]
    [InlineData(Tier.D, "village")]
    public void Plan_FullStaff_GoesDownFromTheLevelOfTheTier(Tier tier, string chain)
    {
        var row = _world.Add("x", Village, tier);

        Assert.Equal(chain, Chain(row, ("city", City), ("district", District), ("town", Town), ("village", Village)));
    }

    [Fact]
    public void Plan_NobodyInVillage_TakesTheTownAndSaysSo()
    {
        var d = _world.Add("d", Village, Tier.D);
        var c = _world.Add("c", Village, Tier.C);
        _world.Grade();

        var plan = _world.Plan(_world.Roster(("town", Town), ("other", "510115001002")));

        Assert.Equal("town!NobodyInPost", Show(plan.ChainOf(d)));
        Assert.Equal("town ?AlreadyInChain", Show(plan.ChainOf(c)));
        Assert.Equal([d], plan.Fallbacks.Select(gap => gap.Row));
        Assert.Equal([c], plan.Vacancies.Select(gap => gap.Row));
    }

    [Fact]
    public void Plan_NobodyInVillageAndTwoInTown_HasTheOtherAssist()
    {
        var row = _world.Add("c", Village, Tier.C);

        Assert.Equal("town-1 town-2!NobodyInPost", Chain(row, ("town-1", Town), ("town-2", Town)));
    }

    [Fact]
    public void Plan_BusinessInTown_HasNoVillageLevel()
    {
        var row = _world.Add("d", Town, Tier.D);

        Assert.Equal("town!NoAreaAtLevel", Chain(row, ("town", Town), ("village", Village)));
    }

    [Theory]
    [InlineData(Tier.A, "city-1 city-2!NoAreaAtLevel town")]
    [InlineData(Tier.B, "city-1!NoAreaAtLevel town village")]
    [InlineData(Tier.C, "town village")]
    public void Plan_CityWithoutDistricts_TakesTheCity(Tier tier, string chain)
    {
        var row = _world.Add("x", "511900001001", tier);

        Assert.Equal(chain, Chain(row, ("city-1", "5119"), ("city-2", "5119"), ("town", "511900001"), ("village", "511900001001")));
    }

    [Fact]
    public void Plan_NobodyAbove_IsUncovered()
    {
        var row = _world.Add("x", Village, Tier.C);
        _world.Grade();

        var plan = _world.Plan(_world.Roster(("village", Village)));

        Assert.Null(plan.FindChain(row));
        Assert.Equal(new ChainGap(row, new ChainLink(ResponsibleStep.Main, AreaLevel.Town, default, GapReason.NobodyInPost)), Assert.Single(plan.Uncovered));
        Assert.Equal((0, 1, 0), (plan.CoveredCount, plan.UncoveredCount, plan.OutsideCount));
        var thrown = Assert.Throws<NoChainException>(() => plan.ChainOf(row));
        Assert.Equal("'x' has no chain: nobody in post.", thrown.Message);
    }

    [Fact]
    public void Plan_WithoutTier_IsOutside()
    {
        var closed = _world.Add("closed", Village, Tier.D);
        _world.Close(closed);
        _world.Grade();
        var late = _world.Add("late", Village, Tier.D);

        var plan = _world.Plan(_world.Roster(("village", Village)));

        Assert.Equal([new(closed, GradingState.NotGraded), new(late, GradingState.NotDecided)], plan.Outside);
        Assert.Equal((0, 0, 2), (plan.CoveredCount, plan.UncoveredCount, plan.OutsideCount));
        Assert.Equal("'late' has no chain: it has no tier.", Assert.Throws<NoChainException>(() => plan.ChainOf(late)).Message);
    }

    [Fact]
    public void Plan_NoCapacity_IsUncoveredAndNeverOverloads()
    {
        _world.AddMany(8, Village, Tier.D);
        _world.Grade();

        var plan = _world.Plan(_world.Roster([NewPost("a", Village, 2), NewPost("b", Village, 4), NewPost("town", Town)]));

        Assert.Equal([2, 4], plan.Loads.Where(load => load.Seat.Area.Level == AreaLevel.Village).Select(load => load.Main));
        Assert.Equal(2, plan.UncoveredCount);
        Assert.All(plan.Uncovered, gap => Assert.Equal(GapReason.NoCapacity, gap.Link.Gap));
        // Served by id, so the last ones are left.
        Assert.Equal([6, 7], plan.Uncovered.Select(gap => gap.Row));
    }

    [Fact]
    public void Plan_CadreOfTwoPosts_StandsInAChainOnce()
    {
        var b = _world.Add("b", Village, Tier.B);
        var c = _world.Add("c", Village, Tier.C);
        _world.Grade();

        var plan = _world.Plan(_world.Roster(("two", District), ("two", Town), ("village", Village)));

        Assert.Equal("two ?AlreadyInChain village", Show(plan.ChainOf(b)));
        Assert.Equal("two village", Show(plan.ChainOf(c)));
        Assert.Equal([District, Town], plan.LoadsOf(new CadreId("two")).Select(load => load.Seat.Area.ToShortString()));
        Assert.All(plan.LoadsOf(new CadreId("two")), load => Assert.Equal(1, load.Main));
    }

    [Fact]
    public void Plan_Experts_AreMatchedWithinTheBalance()
    {
        for (var i = 0; i < 4; i++)
        {
            _world.Add($"1-catering-{i}", Village, Tier.B, BusinessType.Restaurant);
            _world.Add($"2-sales-{i}", Village, Tier.B, BusinessType.Retailer);
        }

        _world.Grade();
        var roster = _world.Roster(("p", District), ("q", District))
            .With(new Cadre(new CadreId("p"), "p") { Expertise = Expertise.Of(BusinessSector.Catering, BusinessSector.Sales) })
            .With(new Cadre(new CadreId("q"), "q") { Expertise = Expertise.Of(BusinessSector.Catering) });

        var plan = _world.Plan(roster);

        Assert.All(plan.Register.Businesses, business => Assert.Equal(
            business.Type == BusinessType.Retailer ? "p" : "q", plan.ChainOf(plan.Register.RowOf(business.Id)).Main.Cadre.Value));
    }

    [Fact]
    public void Plan_Experts_ExchangeTheLastBusinessOfTheLevel()
    {
        // p and q can each take the one business that is left over; only if q does can r's place be used.
        _world.Add("1", Village, Tier.B, BusinessType.Retailer);
        _world.Add("2", Village, Tier.B, BusinessType.Retailer);
        _world.Add("3", Village, Tier.B, BusinessType.Restaurant);
        _world.Add("4", Village, Tier.B, BusinessType.Restaurant);
        _world.Grade();
        var roster = _world.Roster([NewPost("p", District), NewPost("q", District), NewPost("r", District, 1)])
            .With(new Cadre(new CadreId("p"), "p") { Expertise = Expertise.Of(BusinessSector.Sales) })
            .With(new Cadre(new CadreId("q"), "q") { Expertise = Expertise.Of(BusinessSector.Catering) })
            .With(new Cadre(new CadreId("r"), "r") { Expertise = Expertise.Of(BusinessSector.Sales) });

        var plan = _world.Plan(roster);

        Assert.Equal([1, 2, 1], plan.Loads.Select(load => load.Main));
        Assert.Equal(["q", "q"], new[] { 2, 3 }.Select(row => plan.ChainOf(row).Main.Cadre.Value));
    }

    [Fact]
    public void Plan_EqualLoadInAStep_GoesToWhoHasLessInAll()
    {
        _world.AddMany(5, Village, Tier.D);
        _world.AddMany(3, Village, Tier.C);
        _world.Grade();

        var plan = _world.Plan(_world.Roster([NewPost("a", Village, 4), NewPost("b", Village, 1), NewPost("town", Town)]));

        // Main 4 and 1; b is first to assist, and yet does not assist in all.
        Assert.Equal([4, 1], plan.Loads.Skip(1).Select(load => load.Main));
        Assert.Equal([1, 2], plan.Loads.Skip(1).Select(load => load.Second));
    }

    [Fact]
    public void Plan_OneNewBusiness_GoesToTheExpertAmongEquals()
    {
        var row = _world.Add("x", Village, Tier.B, BusinessType.Retailer);
        _world.Grade();
        var roster = _world.Roster(("p", District), ("q", District))
            .With(new Cadre(new CadreId("q"), "q") { Expertise = Expertise.Of(BusinessSector.Sales) });

        Assert.Equal("q", _world.Plan(roster).ChainOf(row).Main.Cadre.Value);
    }

    [Fact]
    public void Plan_Again_KeepsAndLevelsOnlyWhatIsNew()
    {
        _world.AddMany(6, Village, Tier.D);
        _world.Grade();
        var first = _world.Plan(_world.Roster(("a", Village)));
        _world.Add("new", Village, Tier.D);
        _world.Grade();

        var second = _world.Plan(_world.Roster(("a", Village), ("b", Village)), first);

        Assert.Equal([6, 1], second.Loads.Select(load => load.Main));
        Assert.Equal(6, Assert.Single(second.Changes).Row);
        Assert.Equal(ChainChangeReason.Entered, second.Changes[0].Reason);
        Assert.Equal([4, 3], _world.Plan(second.Roster).Loads.Select(load => load.Main));
    }

    [Fact]
    public void Plan_AgainWithLowerCapacity_MovesTheExcess()
    {
        _world.AddMany(6, Village, Tier.D);
        _world.Grade();
        var first = _world.Plan(_world.Roster([NewPost("a", Village)]));

        var second = _world.Plan(_world.Roster([NewPost("a", Village, 3), NewPost("b", Village, 2)]), first);

        Assert.Equal([3, 2], second.Loads.Select(load => load.Main));
        Assert.Equal([5], second.Uncovered.Select(gap => gap.Row));
        Assert.Equal([3, 4, 5], second.Changes.Select(change => change.Row));
        Assert.All(second.Changes, change => Assert.Equal(ChainChangeReason.OverCapacity, change.Reason));
        Assert.True(second.Changes[2].IsReleased);
    }

    [Fact]
    public void Plan_RoomFound_TakesWhoWaited()
    {
        _world.AddMany(3, Village, Tier.D);
        _world.Grade();
        var first = _world.Plan(_world.Roster([NewPost("a", Village, 2)]));

        var second = _world.Plan(_world.Roster([NewPost("a", Village, 3)]), first);

        var change = Assert.Single(second.Changes);
        Assert.Equal((2, ChainChangeReason.StaffFound, true), (change.Row, change.Reason, change.IsAssigned));
        Assert.Equal(0, second.UncoveredCount);
    }

    [Fact]
    public void Replan_VillageStaffed_TakesBackWhatFellToTheTown()
    {
        var row = _world.Add("d", Village, Tier.D);
        _world.Grade();
        var first = _world.Plan(_world.Roster(("town", Town)));
        var roster = first.Roster.With(new Cadre(new CadreId("v"), "v")).With(NewPost("v", Village));

        var second = new ChainPlanner().Replan(first, [], roster, Day);

        Assert.Equal("v", Show(second.ChainOf(row)));
        Assert.Equal(ChainChangeReason.StaffFound, Assert.Single(second.Changes).Reason);
        Assert.Equal("town!NobodyInPost", Show(first.ChainOf(row)));
    }

    [Fact]
    public void Replan_TownUnstaffed_SendsWaitingAndHeldUpward()
    {
        _world.AddMany(3, Village, Tier.C);
        _world.Grade();
        var first = _world.Plan(_world.Roster([NewPost("town", Town, 2), NewPost("district", District)]));
        Assert.Equal(1, first.UncoveredCount);

        var second = new ChainPlanner().Replan(first, [], first.Roster.Without(new CadreId("town")), Day);

        Assert.Equal([3], second.Loads.Select(load => load.Main));
        Assert.Equal(
            [ChainChangeReason.CadreLeft, ChainChangeReason.CadreLeft, ChainChangeReason.StaffFound],
            second.Changes.Select(change => change.Reason));
    }

    [Fact]
    public void Replan_CadreLeavesWithSuccessor_HandsAllOver()
    {
        var change = new LocalDate(2024, 5, 1);
        _world.AddMany(6, Town, Tier.C);
        _world.Grade();
        var roster = _world.Roster(
        [
            NewPost("old", Town, title: "head", term: new Term(default, change)), NewPost("new", Town, title: "head", term: new Term(change)),
            NewPost("deputy", Town, title: "deputy"),
        ]);
        var first = _world.Plan(roster);

        var second = new ChainPlanner().Replan(first, [], roster, change);

        Assert.Equal(["deputy", "old"], first.Loads.Select(load => load.Seat.Cadre.Value));
        Assert.Equal(["deputy", "new"], second.Loads.Select(load => load.Seat.Cadre.Value));
        Assert.Equal([3, 3], second.Loads.Select(load => load.Main));
        Assert.Equal(6, second.Changes.Length);
        Assert.All(second.Changes, moved => Assert.Equal(
            (ChainChangeReason.CadreLeft, "old", "new"), (moved.Reason, moved.From.Cadre.Value, moved.To.Cadre.Value)));
    }

    [Theory]
    [InlineData(1, null, new[] { 3, 3 })]
    [InlineData(1, 2, new[] { 4, 2 })]
    [InlineData(2, null, new[] { 3, 2, 1 })]
    public void Replan_CadreLeaves_HandsOverToExactlyOneWithinCapacity(int takers, int? capacity, int[] loads)
    {
        _world.AddMany(6, Town, Tier.C);
        _world.Grade();
        var first = _world.Plan(_world.Roster([NewPost("deputy", Town, title: "deputy"), NewPost("old", Town, title: "head")]));
        var roster = first.Roster.Without(new CadreId("old"));
        for (var i = 0; i < takers; i++)
        {
            roster = roster.With(new Cadre(new CadreId($"new-{i}"), "new")).With(NewPost($"new-{i}", Town, capacity, title: "head"));
        }

        var second = new ChainPlanner().Replan(first, [], roster, Day);

        Assert.Equal(loads, second.Loads.Select(load => load.Main));
        Assert.Equal(3, second.Changes.Count(change => change.Step == ResponsibleStep.Main));
    }

    [Theory]
    [InlineData("head", new[] { "deputy" })]
    [InlineData("deputy", new[] { "clerk", "deputy" })]
    public void Replan_CadreOfTheSameAreaTakesOverTheTitle_TakesOverTheBusinesses(string title, string[] takers)
    {
        _world.AddMany(9, Village, Tier.D);
        _world.Grade();
        var first = _world.Plan(_world.Roster(
            [NewPost("clerk", Village, title: "clerk"), NewPost("deputy", Village, title: "deputy"), NewPost("old", Village, title: "head")]));
        var roster = first.Roster.Without(new CadreId("old"));
        var held = Assert.Single(roster.PostsOf(new CadreId("deputy")));
        roster = roster.Without(held).With(NewPost("deputy", Village, title: title));

        var second = new ChainPlanner().Replan(first, [], roster, Day);

        Assert.Equal([3, 3, 3], first.Loads.Select(load => load.Main));
        Assert.Equal(3, second.Changes.Length);
        Assert.All(second.Changes, change => Assert.Equal(("old", ChainChangeReason.CadreLeft), (change.From.Cadre.Value, change.Reason)));
        Assert.Equal(takers, second.Changes.Select(change => change.To.Cadre.Value).Distinct().Order());
    }

    [Fact]
    public void Replan_TitleTakenInAnotherArea_IsNoSuccessor()
    {
        _world.AddMany(4, Village, Tier.D);
        _world.Grade();
        const string Other = "510115001002";
        var first = _world.Plan(_world.Roster([NewPost("a", Village, title: "clerk"), NewPost("old", Village, title: "head"), NewPost("b", Other, title: "deputy")]));
        var roster = first.Roster.Without(new CadreId("old"));
        roster = roster.Without(roster.PostsOf(new CadreId("b"))[0]).With(NewPost("b", Other, title: "head"));

        var second = new ChainPlanner().Replan(first, [], roster, Day);

        Assert.All(second.Changes, change => Assert.Equal(("old", "a"), (change.From.Cadre.Value, change.To.Cadre.Value)));
        Assert.Equal(2, second.Changes.Length);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 3)]
    public void Resume_OnTheDayATermEnds_NamesWhoLeftAndHandsOverToTheSuccessor(int days, int changes)
    {
        var end = new LocalDate(2024, 5, 1);
        _world.AddMany(6, Town, Tier.C);
        _world.Grade();
        var roster = _world.Roster(
        [
            NewPost("deputy", Town, title: "deputy"), NewPost("new", Town, title: "head", term: new Term(end)),
            NewPost("old", Town, title: "head", term: new Term(default, end)),
        ]);
        var first = _world.Plan(roster);

        var resumed = new ChainPlanner().Resume(_world.Register, _world.Grades, roster, end.PlusDays(days), first.SeatsOf);

        var main = resumed.Changes.Where(change => change.Step == ResponsibleStep.Main).ToList();
        Assert.Equal(changes, main.Count);
        Assert.All(main, change => Assert.Equal(
            ("old", "new", ChainChangeReason.CadreLeft), (change.From.Cadre.Value, change.To.Cadre.Value, change.Reason)));
        Assert.Equal(new ChainPlanner().Plan(_world.Register, _world.Grades, roster, end.PlusDays(days), first).Changes, resumed.Changes);
    }

    [Fact]
    public void Resume_KeptPlanOfADay_SaysWhoTookAPostSince()
    {
        _world.AddMany(2, Village, Tier.D);
        _world.Grade();
        // The terms of old and new overlap, so that the day of the plan decides whether new came since.
        var roster = _world.Roster(
        [
            NewPost("clerk", Village, title: "clerk", term: new Term(Day.PlusDays(5))), NewPost("new", Village, title: "head", term: new Term(Day.PlusDays(5))),
            NewPost("old", Village, title: "head", term: new Term(default, Day.PlusDays(10))),
        ]);
        var first = _world.Plan(roster);
        ChainPlan Resume(LocalDate? plannedOn) => new ChainPlanner().Resume(_world.Register, _world.Grades, roster, Day.PlusDays(10), first.SeatsOf, plannedOn);

        Assert.Equal(["new", "new"], TakersOf(Resume(Day)));
        Assert.Equal(["new", "new"], TakersOf(Resume(Day.PlusDays(4))));
        Assert.Equal(["clerk", "new"], TakersOf(Resume(Day.PlusDays(5))));
        Assert.Equal(["clerk", "new"], TakersOf(Resume(null)));
        Assert.Equal(["new", "new"], TakersOf(new ChainPlanner().Plan(_world.Register, _world.Grades, roster, Day.PlusDays(10), first)));

        static IEnumerable<string> TakersOf(ChainPlan plan) => plan.Changes.Select(change => change.Reason == ChainChangeReason.CadreLeft ? change.To.Cadre.Value : "?");
    }

    [Theory]
    [InlineData(4, 0, 0)]
    [InlineData(3, 1, 0)]
    [InlineData(0, 4, 0)]
    [InlineData(3, 0, 1)]
    public void Resume_MoreThanTheCapacity_ReleasesTheExcessAndSaysSo(int capacity, int excess, int others)
    {
        _world.AddMany(4, Village, Tier.D);
        _world.Grade();
        var roster = _world.Roster([NewPost("a", Village, capacity), .. Enumerable.Range(0, others).Select(i => NewPost($"b{i}", Village))]);
        var seat = new Seat(new CadreId("a"), AreaCode.Parse(Village));

        var resumed = new ChainPlanner().Resume(_world.Register, _world.Grades, roster, Day, _ => new ChainSeats(seat, default, default));

        Assert.Equal(excess, resumed.UncoveredCount);
        Assert.Equal(excess + others, resumed.Changes.Length);
        Assert.All(resumed.Changes, change => Assert.Equal((seat, ChainChangeReason.OverCapacity), (change.From, change.Reason)));
        Assert.Equal(4 - excess - others, resumed.RowsOf(seat, ResponsibleStep.Main).Length);
    }

    [Fact]
    public void Resume_CadreNobodyKnowsAndAreaThatIsNot_AreNamed()
    {
        _world.AddMany(2, Village, Tier.D);
        _world.Grade();
        var roster = _world.Roster(("a", Village));
        Seat[] stated = [new(new CadreId("stranger"), AreaCode.Parse(Village)), new(new CadreId("a"), AreaCode.Parse("510117001"))];

        var resumed = new ChainPlanner().Resume(_world.Register, _world.Grades, roster, Day, row => new ChainSeats(stated[row], default, default));

        Assert.Equal(stated, resumed.Changes.Select(change => change.From));
        Assert.All(resumed.Changes, change => Assert.Equal(("a", ChainChangeReason.CadreLeft), (change.To.Cadre.Value, change.Reason)));
    }

    [Fact]
    public void Resume_SeatsThatFitNoStep_AreNamed()
    {
        _world.Add("1-second-of-d", Village, Tier.D);
        _world.Add("2-town-of-d", Village, Tier.D);
        _world.Add("3-nobody-to-assist", "511900001001", Tier.C);
        _world.Add("4-closed", Village, Tier.D);
        _world.Close(3);
        _world.Add("5-twice", Village, Tier.C);
        _world.Grade();
        var roster = _world.Roster(("town", Town), ("v", Village));
        var (town, v) = (new Seat(new CadreId("town"), AreaCode.Parse(Town)), new Seat(new CadreId("v"), AreaCode.Parse(Village)));
        ChainSeats[] stated = [new(v, town, default), new(town, default, default), new(default, v, default), new(v, default, default), new(town, town, default)];

        var resumed = new ChainPlanner().Resume(_world.Register, _world.Grades, roster, Day, row => stated[row]);

        Assert.Equal(
        [
            new ChainChange(0, ResponsibleStep.Second, town, default, ChainChangeReason.DoesNotFit),
            new ChainChange(1, ResponsibleStep.Main, town, v, ChainChangeReason.DoesNotFit),
            new ChainChange(2, ResponsibleStep.Second, v, default, ChainChangeReason.DoesNotFit),
            new ChainChange(3, ResponsibleStep.Main, v, default, ChainChangeReason.LeftPlan),
            new ChainChange(4, ResponsibleStep.Second, town, v, ChainChangeReason.StepChanged),
        ], resumed.Changes);
    }

    [Fact]
    public void Resume_WithNewBusinesses_SaysThatTheyEntered()
    {
        _world.AddMany(2, Village, Tier.D);
        _world.Grade();
        var first = _world.Plan(_world.Roster(("a", Village)));
        _world.Add("new", Village, Tier.D);
        _world.Grade();

        var resumed = new ChainPlanner().Resume(
            _world.Register, _world.Grades, first.Roster, Day, row => row < first.Count ? first.SeatsOf(row) : default);

        var change = Assert.Single(resumed.Changes);
        Assert.Equal((2, ChainChangeReason.Entered, true), (change.Row, change.Reason, change.IsAssigned));
    }

    [Fact]
    public void Replan_WhenAllCadresOfAnAreaChange_CostsInProportionToThem()
    {
        _world.AddMany(100, Village, Tier.D);
        _world.Grade();
        AssertProportional(count =>
        {
            var change = Day.PlusDays(1);
            var roster = _world.Roster(
            [
                .. Enumerable.Range(0, count).Select(i => NewPost($"old-{i:D6}", Village, term: new Term(default, change))),
                .. Enumerable.Range(0, count).Select(i => NewPost($"new-{i:D6}", Village, term: new Term(change))),
            ]);
            var first = _world.Plan(roster);
            return () => Assert.Equal(100, new ChainPlanner().Replan(first, [], roster, change).CoveredCount);
        });
    }

    [Fact]
    public void Plan_ByExpertise_CostsInProportionToTheCadres() => AssertProportional(count =>
    {
        // All know catering and half of them sales as well, so that catering takes from those and sales has to exchange.
        var world = new PlanWorld(SmallTree);
        for (var i = 0; i < 2 * count; i++)
        {
            world.Add($"b-{i:D6}", Village, Tier.B, i < count ? BusinessType.Restaurant : BusinessType.Retailer);
        }

        world.Grade();
        var roster = CadreRoster.Build(
            SmallTree,
            Enumerable.Range(0, count).Select(i => new Cadre(new CadreId($"k-{i:D6}"), "k")
            {
                Expertise = i % 2 == 0 ? Expertise.Of(BusinessSector.Catering, BusinessSector.Sales) : Expertise.Of(BusinessSector.Catering),
            }),
            Enumerable.Range(0, count).Select(i => NewPost($"k-{i:D6}", District)));
        return () => Assert.Equal(2 * count, world.Plan(roster).CoveredCount);
    });

    [Fact]
    public void Replan_WhenManyAreasAreStaffed_CostsInProportionToThem() => AssertProportional(count =>
    {
        var areas = AreaTree.Build([new("51", "p"), new("5101", "c"), new("510115", "d"),
            .. Enumerable.Range(0, count / 500).Select(town => new AreaRow($"510115{town + 1:D3}", "t")),
            .. Enumerable.Range(0, count).Select(i => new AreaRow($"510115{i / 500 + 1:D3}{i % 500 + 1:D3}", "v"))]);
        var world = new PlanWorld(areas);
        var villages = areas.Areas.Where(area => area.Code.Level == AreaLevel.Village).Select(area => area.Code.ToString()).ToList();
        villages.ForEach(village => world.Add($"b{village}", village, Tier.D));
        world.Grade();
        var first = world.Plan(world.Roster(Enumerable.Range(0, count / 10).Select(i => NewPost($"k-{i:D6}", District))));
        var roster = CadreRoster.Build(areas, first.Roster.Cadres.Add(new Cadre(new CadreId("all"), "all")),
            first.Roster.Posts.AddRange(villages.Select(village => NewPost("all", village))));
        return () => Assert.Equal(count, new ChainPlanner().Replan(first, [], roster, Day).Changes.Length);
    });

    /// <summary>At four sizes, each twice the one before, the memory taken for each of so many stays the same but for the steps in which lists grow.</summary>
    private static void AssertProportional(Func<int, Action> prepare)
    {
        prepare(1_000)();
        var each = new[] { 2_500, 5_000, 10_000, 20_000 }.Select(count =>
        {
            var act = prepare(count);
            var before = GC.GetAllocatedBytesForCurrentThread();
            act();
            return (GC.GetAllocatedBytesForCurrentThread() - before) / count;
        }).ToList();
        Assert.True(each.Max() < 2 * each.Min(), $"Bytes for each: {string.Join(", ", each)}");
    }

    [Fact]
    public void Replan_CadreLeavesWithoutSuccessor_SpreadsAmongTheOthers()
    {
        _world.AddMany(9, Village, Tier.D);
        _world.Grade();
        var first = _world.Plan(_world.Roster(("a", Village), ("b", Village), ("c", Village)));

        var second = new ChainPlanner().Replan(first, [], first.Roster.Without(new CadreId("b")), Day);

        Assert.Equal([5, 4], second.Loads.Select(load => load.Main));
        Assert.Equal(3, second.Changes.Length);
    }

    [Fact]
    public void Replan_TierRises_MovesThatBusinessAlone()
    {
        _world.AddMany(4, Village, Tier.D);
        _world.Grade();
        var first = _world.Plan(_world.Roster(("town", Town), ("a", Village), ("b", Village)));
        _world.SetTier(1, Tier.C);
        _world.Grade();

        var second = new ChainPlanner().Replan(first, [1], first.Roster, Day);

        Assert.Equal("town b", Show(second.ChainOf(1)));
        Assert.Equal([ResponsibleStep.Main, ResponsibleStep.Second], second.Changes.Select(change => change.Step));
        Assert.All(second.Changes, change => Assert.Equal((1, ChainChangeReason.TierChanged), (change.Row, change.Reason)));
        Assert.Equal([1, 2], second.Loads.Where(load => load.Seat.Area.Level == AreaLevel.Village).Select(load => load.Main).Order());
    }

    [Fact]
    public void Replan_BusinessMovesTown_KeepsTheDistrictAndChangesTheRest()
    {
        var row = _world.Add("b", Village, Tier.B);
        _world.Grade();
        var first = _world.Plan(_world.Roster(
            ("district", District), ("t1", Town), ("v1", Village), ("t2", "510115002"), ("v3", "510115002001")));
        _world.Move(row, AreaCode.Parse("510115002001"));
        _world.Grade();

        var second = new ChainPlanner().Replan(first, [row], first.Roster, Day);

        Assert.Equal("district t1 v1", Show(first.ChainOf(row)));
        Assert.Equal("district t2 v3", Show(second.ChainOf(row)));
        Assert.Equal([ResponsibleStep.Second, ResponsibleStep.Third], second.Changes.Select(change => change.Step));
        Assert.All(second.Changes, change => Assert.Equal(ChainChangeReason.BusinessMoved, change.Reason));
    }

    [Fact]
    public void Replan_OtherLevels_LooksAtAll()
    {
        var row = _world.Add("d", Village, Tier.D);
        _world.Grade();
        var first = _world.Plan(_world.Roster(("town", Town), ("v", Village)));
        var wider = new LevelCorrespondence(
            "town-takes-d", new Term(new LocalDate(2023, 1, 1)), LevelCorrespondence.Default.Basis, AreaLevel.City, AreaLevel.District, AreaLevel.Town, AreaLevel.Town);

        var second = new ChainPlanner(wider).Replan(first, [], first.Roster, Day);

        Assert.Equal("town v", Show(second.ChainOf(row)));
        Assert.All(second.Changes, change => Assert.Equal(ChainChangeReason.LevelsChanged, change.Reason));
        Assert.Equal("the levels", Assert.Throws<ArgumentException>(() => new ChainPlanner(wider).Replan(first, [], first.Roster, new LocalDate(2022, 12, 31))).Message[..10], ignoreCase: true);
    }

    [Fact]
    public void Plan_OfOtherRegister_IsRefused()
    {
        var other = new PlanWorld(SmallTree);
        _world.Add("x", Village, Tier.D);
        _world.Grade();
        var plan = _world.Plan(_world.Roster(("v", Village)));
        var planner = new ChainPlanner();

        Assert.Throws<ArgumentException>("grades", () => planner.Plan(_world.Register, other.Grades, plan.Roster, Day));
        Assert.Throws<ArgumentException>("previous", () => planner.Plan(other.Register, other.Grades, plan.Roster, Day, plan));
        Assert.Throws<ArgumentException>("roster", () => planner.Plan(_world.Register, _world.Grades, CadreRoster.Build(AreaTree.Build([]), [], []), Day));
        Assert.Throws<ArgumentOutOfRangeException>("row", () => planner.Replan(plan, [1], plan.Roster, Day));
        Assert.Throws<ArgumentOutOfRangeException>("row", () => plan.ChainOf(1));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => plan.RowsOf(default, 0));
    }

    private string Chain(int row, params (string Id, string Area)[] posts)
    {
        _world.Grade();
        return Show(_world.Plan(_world.Roster(posts)).ChainOf(row));
    }
}
