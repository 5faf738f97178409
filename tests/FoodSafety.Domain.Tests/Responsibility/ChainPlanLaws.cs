using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Responsibility;

/// <summary>What holds of every plan, whatever the businesses, the cadres and the changes.</summary>
public class ChainPlanLaws
{
    private static readonly AreaTree Tree = PlanWorld.SmallTree;
    private static readonly string[] Places = [.. Tree.Areas.Select(area => area.Code.ToString())];
    private static readonly BusinessType[] Types = [BusinessType.Restaurant, BusinessType.Retailer, BusinessType.SchoolCanteen];

    private static readonly Gen<string> AnyPlace = Gen.Int[0, Places.Length - 1].Select(i => Places[i]);

    private static readonly Gen<(string Area, Tier Tier, BusinessType Type, bool Closed)[]> AnyBusinesses = Gen.Select(
        AnyPlace, Gen.Enum<Tier>(), Gen.Int[0, Types.Length - 1].Select(i => Types[i]), Gen.Int[0, 9], (area, tier, type, closed) => (area, tier, type, closed == 0)).Array[0, 40];

    /// <summary>Up to 12 cadres, each in one or two areas, some with capacity, expertise, and an end or beginning after the first day.</summary>
    private static readonly Gen<Staff[]> AnyStaff = Gen.Select(
        Gen.Int[0, 11], AnyPlace, Gen.Int[0, 2], Gen.Int[0, 8], Gen.Int[0, 3], Gen.Int[0, 4],
        (cadre, area, title, capacity, term, sector) => new Staff($"k{cadre:D2}", area, $"title {title}", capacity > 5 ? null : capacity, term, sector)).Array[0, 20];

    private static readonly Gen<(int Row, int What, string Area, Tier Tier)[]> AnyChanges = Gen.Select(
        Gen.Int[0, 39], Gen.Int[0, 4], AnyPlace, Gen.Enum<Tier>(), (row, what, area, tier) => (row, what, area, tier)).Array[0, 12];

    private const int Many = 3_000;

    /// <summary>Seats of cadres with a post and without, in areas of the tree and one that is not in it, now and then nobody.</summary>
    private static readonly Gen<Seat> AnySeat = Gen.Select(Gen.Int[-4, 13], Gen.Int[0, Places.Length], (cadre, place) => cadre < 0
        ? default
        : new Seat(new CadreId($"k{cadre:D2}"), AreaCode.Parse(place == Places.Length ? "510117" : Places[place])));

    private static readonly Gen<ChainSeats[]> AnySeats = Gen.Select(AnySeat, AnySeat, AnySeat, (main, second, third) => new ChainSeats(main, second, third)).Array[0, 40];

    private static readonly Gen<LoadCeilings> AnyCeilings = Gen.Int[0, 6].Array[4].Select(most => new LoadCeilings(
        [.. most.Index().Where(limit => limit.Item is > 0 and < 5).Select(limit => new LoadCeiling((AreaLevel)((int)AreaLevel.City + limit.Index), Limit: new(limit.Item, Citation.Illustrative(("测试", "made for a test")))))]));

    private static readonly LocalDate Later = PlanWorld.Day.PlusMonths(2);

    private static readonly Gen<Case> AnyCase = Gen.Select(AnyBusinesses, AnyStaff, AnyStaff, AnyChanges, Gen.Int[0, 2],
        (businesses, staff, other, changes, mode) => new Case(businesses, staff, other, changes, mode));

    [Fact]
    public void EveryBusiness_IsInOneChainOrAccountedFor() => Sample(made =>
    {
        var plan = made.FirstPlan();

        var chained = Enumerable.Range(0, plan.Count).Where(row => plan.FindChain(row) is not null).ToList();
        var uncovered = plan.Uncovered.Select(gap => gap.Row).ToList();
        var outside = plan.Outside.Select(business => business.Row).ToList();
        Assert.Equal(Enumerable.Range(0, made.World.Register.Count), chained.Concat(uncovered).Concat(outside).Order());
        Assert.Equal((chained.Count, uncovered.Count, outside.Count), (plan.CoveredCount, plan.UncoveredCount, plan.OutsideCount));
        Assert.All(plan.Uncovered, gap => Assert.True(gap.Link is { IsVacant: true, Gap: not null }));
        Assert.All(plan.Outside, business => Assert.NotEqual(GradingState.Graded, business.State));
    });

    [Fact]
    public void EveryStep_StandsOnThePathAndBelowTheOneBefore_OrIsAFallback() => Sample(made =>
    {
        var plan = made.FirstPlan();
        foreach (var chain in Chains(plan))
        {
            Assert.Equal(chain.Links.Length, chain.Links.Where(link => !link.IsVacant).Select(link => link.Cadre).Distinct().Count() + chain.Links.Count(link => link.IsVacant));
            for (var i = 0; i < chain.Links.Length; i++)
            {
                var link = chain.Links[i];
                Assert.Equal(plan.Levels.FindLevel(chain.Tier, link.Step), link.Level);
                if (link.IsVacant)
                {
                    Assert.NotEqual(ResponsibleStep.Main, link.Step);
                    Assert.Equal(GapReason.AlreadyInChain, link.Gap);
                    continue;
                }

                Assert.NotNull(plan.Roster.FindPost(link.Cadre, link.Seat.Area, plan.On));
                Assert.True(link.Seat.Area.Contains(chain.Area));
                Assert.Equal(link.Seat.Area.Level != link.Level, link.IsFallback);
                Assert.True(link.Seat.Area.Level <= link.Level);
                // Whatever lies between the seat and the level of the step has nobody in post.
                Assert.All(
                    Tree[chain.Area].Path.Where(area => area.Level > link.Seat.Area.Level && area.Level <= link.Level),
                    area => Assert.Empty(plan.Roster.PostsIn(area.Code, plan.On)));
                Assert.True(i == 0 || link.IsFallback || chain.Links[i - 1].IsVacant || chain.Links[i - 1].Seat.Area.Level < link.Seat.Area.Level);
            }
        }
    });

    [Fact]
    public void Loads_AreTheChains() => Sample(made =>
    {
        var plan = made.FirstPlan();
        var links = Chains(plan).SelectMany(chain => chain.Links.Where(link => !link.IsVacant).Select(link => (link.Seat, link.Step, chain.Row))).ToLookup(link => (link.Seat, link.Step), link => link.Row);
        foreach (var load in plan.Loads)
        {
            int[] counts = [load.Main, load.Second, load.Third];
            Assert.All(EnumCodes.All<ResponsibleStep>(), step =>
            {
                Assert.Equal(links[(load.Seat, step)], plan.RowsOf(load.Seat, step));
                Assert.Equal(counts[(int)step - 1], plan.RowsOf(load.Seat, step).Length);
            });
            Assert.True(!(load.Main > plan.Roster.FindPost(load.Seat.Cadre, load.Seat.Area, plan.On)!.Capacity));
        }

        Assert.Equal(links.Sum(group => group.Count()), plan.LevelLoads.Sum(level => level.Main + level.Second + level.Third));
        Assert.Equal(links.Sum(group => group.Count()), plan.Changes.Length);
        Assert.Equal(plan.CoveredCount, plan.LevelLoads.Sum(level => level.Main));
    });

    [Fact]
    public void Loads_OfMainSteps_AreLevelWithinCapacity() => Sample(made =>
    {
        var plan = made.FirstPlan();
        foreach (var pool in plan.Loads.GroupBy(load => load.Seat.Area))
        {
            var waiting = plan.Uncovered.Any(gap => gap.Link.Gap == GapReason.NoCapacity
                && plan.Levels.LevelOf(made.World.Grades[gap.Row].Grade) is var level
                && Tree[made.World.Register.At(gap.Row).Area].Path.Last(area => area.Level <= level && !plan.Roster.PostsIn(area.Code, plan.On).IsEmpty).Code == pool.Key);
            foreach (var load in pool)
            {
                var isFull = load.Main == plan.Roster.FindPost(load.Seat.Cadre, load.Seat.Area, plan.On)!.Capacity;
                Assert.True(isFull || load.Main >= pool.Max(other => other.Main) - 1);
                Assert.True(isFull || !waiting);
            }
        }
    });

    [Fact]
    public void Loads_OfAssistingSteps_AreLevelWhereNobodyIsPassedOver() => Sample(made =>
    {
        // Each cadre in one area only, so that nobody stands twice on a path. A fallback passes over who stands higher.
        var staff = Places.SelectMany((area, i) => Enumerable.Range(0, 1 + (i + made.Staff.Length) % 3).Select(k => PlanWorld.NewPost($"k{i:D2}-{k}", area)));
        var plan = made.World.Plan(made.World.Roster(staff));

        var passedOver = plan.Fallbacks.Select(gap => gap.Link.Seat.Area).ToHashSet();
        foreach (var pool in plan.Loads.GroupBy(load => load.Seat.Area).Where(pool => !passedOver.Contains(pool.Key)))
        {
            Assert.InRange(pool.Max(load => load.Second) - pool.Min(load => load.Second), 0, 1);
            Assert.InRange(pool.Max(load => load.Third) - pool.Min(load => load.Third), 0, 1);
        }
    });

    [Fact]
    public void Experts_AreAsManyAsTheBalanceAllows() => Gen.Select(
        Gen.Int[0, 15].Array[1, 4], Gen.Int[1, 3].Array[0, 6], Gen.Int[0, 4].Array[4]).Sample((known, wanted, capacities) =>
    {
        BusinessSector[] sectors = [BusinessSector.Catering, BusinessSector.Sales, BusinessSector.Canteen];
        var world = new PlanWorld(Tree);
        for (var i = 0; i < wanted.Length; i++)
        {
            world.Add($"b{i}", "510115001001", Tier.B, Types[wanted[i] - 1]);
        }

        world.Grade();
        var roster = world.Roster(known.Select((_, i) => PlanWorld.NewPost($"k{i}", "510115", capacities[i] == 0 ? null : capacities[i])));
        for (var i = 0; i < known.Length; i++)
        {
            roster = roster.With(new Cadre(new CadreId($"k{i}"), "k") { Expertise = Expertise.Of([.. sectors.Where((_, bit) => (known[i] >> bit & 1) != 0)]) });
        }

        var plan = world.Plan(roster);

        var matched = Chains(plan).Count(chain => roster[chain.Main.Cadre].Expertise.Covers(Types[wanted[chain.Row] - 1].Sector()));
        Assert.Equal(MostMatches(plan, roster, wanted), matched);
    }, iter: 1_000);

    [Fact]
    public void PlanAfterPlan_MovesNothing() => Sample(made =>
    {
        var first = made.FirstPlan();
        var second = made.World.Plan(first.Roster, first);

        Assert.Empty(second.Changes);
        Assert.Equal((0, first.Changes.Length), (first.KeptCount, second.KeptCount));
        AssertSame(first, second);
        Assert.Empty(new ChainPlanner().Replan(first, [], first.Roster, PlanWorld.Day).Changes);
    });

    [Fact]
    public void Resume_OfThePlanAsItStands_MovesNothing() => Sample(made =>
    {
        var plan = made.FirstPlan();
        var resumed = new ChainPlanner().Resume(made.World.Register, made.World.Grades, plan.Roster, PlanWorld.Day, plan.SeatsOf);

        Assert.Empty(resumed.Changes);
        AssertSame(plan, resumed);
    });

    [Fact]
    public void Resume_AfterChanges_PlansAnewOnlyWhatIsNoLongerValid() => Sample(made =>
    {
        var first = made.FirstPlan();
        var seats = Enumerable.Range(0, first.Count).Select(first.SeatsOf).ToList();
        made.Change();
        var (roster, on) = made.NextRoster(first.Roster);

        var resumed = new ChainPlanner().Resume(made.World.Register, made.World.Grades, roster, on, row => row < seats.Count ? seats[row] : default);

        // What came of it is a plan that moves nothing when planned once more, and every step that moved had to.
        Assert.Empty(new ChainPlanner().Plan(made.World.Register, made.World.Grades, roster, on, resumed).Changes);
        Assert.Equal(made.World.Register.Count, resumed.Count);
        Assert.All(
            resumed.Changes.Where(change => !change.From.IsNone && !change.To.IsNone && change.From != change.To),
            change => Assert.True(change.Row < seats.Count && seats[change.Row][change.Step] == change.From));
    });

    [Fact]
    public void Stated_ThePlanAsRecorded_IsAsGoodAsThePlan() => Sample(made =>
    {
        var planner = new ChainPlanner();
        var first = made.FirstPlan();
        var stated = planner.Stated(made.World.Register, made.World.Grades, first.Roster, PlanWorld.Day, first.SeatsOf);
        Assert.Empty(stated.Changes);
        AssertSame(first, stated);
        var changed = made.Change();
        var (roster, on) = made.NextRoster(first.Roster);

        var expected = planner.Plan(made.World.Register, made.World.Grades, roster, on, first);
        var planned = planner.Plan(made.World.Register, made.World.Grades, roster, on, stated);
        var replanned = planner.Replan(stated, changed, roster, on);

        AssertSame(expected, planned);
        Assert.Equal(expected.Changes, planned.Changes);
        AssertSame(expected, replanned);
        Assert.Equal(expected.Changes, replanned.Changes);
    }, Many);

    [Fact]
    public void Resume_OfAKeptPlan_IsPlanFromIt() => Sample(made =>
    {
        var planner = new ChainPlanner();
        var first = made.FirstPlan();
        var seats = Enumerable.Range(0, first.Count).Select(first.SeatsOf).ToList();
        var changed = made.Change().ToHashSet();
        var on = made.Mode == 0 ? PlanWorld.Day : Later;

        var expected = planner.Plan(made.World.Register, made.World.Grades, first.Roster, on, first);
        var resumed = planner.Resume(
            made.World.Register, made.World.Grades, first.Roster, on, row => row < seats.Count ? seats[row] : default, PlanWorld.Day);

        AssertSame(expected, resumed);
        Assert.Equal(expected.Changes.Select(WithoutReason), resumed.Changes.Select(WithoutReason));
        // Why is known as well, but for what stood in the register alone.
        Assert.Equal(expected.Changes.Where(IsOfCadres), resumed.Changes.Where(IsOfCadres));

        bool IsOfCadres(ChainChange change) => change.Row < seats.Count && !changed.Contains(change.Row);
    }, Many);

    [Fact]
    public void Resume_OfWhateverIsStated_NamesWhoDoesNotKeepIt() => Gen.Select(AnyCase, AnySeats, Gen.Bool, Gen.Int[-1, 2]).Sample((made, stated, isLater, known) =>
    {
        var world = made.World;
        var roster = made.RosterOf(made.Staff);
        var on = isLater ? Later : PlanWorld.Day;
        LocalDate? plannedOn = known < 0 ? null : PlanWorld.Day.PlusMonths(known);

        var resumed = new ChainPlanner().Resume(world.Register, world.Grades, roster, on, SeatsOf, plannedOn);

        var changes = resumed.Changes.ToDictionary(change => (change.Row, change.Step));
        for (var row = 0; row < resumed.Count; row++)
        {
            foreach (var step in EnumCodes.All<ResponsibleStep>())
            {
                var (was, now) = (SeatsOf(row)[step], SeatOf(resumed, row, step));
                Assert.Equal(was != now, changes.TryGetValue((row, step), out var change));
                if (was != now)
                {
                    Assert.Equal((was, now), (change.From, change.To));
                    Assert.InRange(change.Reason, ChainChangeReason.Entered, ChainChangeReason.DoesNotFit);
                    Assert.NotEqual(ChainChangeReason.PlannedAnew, change.Reason);
                }

                var hasLeft = !was.IsNone && roster.FindPost(was.Cadre, was.Area, on) is null;
                Assert.True(!hasLeft || was != now);
                Assert.True(!hasLeft || step != ResponsibleStep.Main || change.Reason is ChainChangeReason.CadreLeft or ChainChangeReason.LeftPlan);
                Assert.True(now.IsNone || roster.FindPost(now.Cadre, now.Area, on) is not null);
            }
        }

        foreach (var load in resumed.Loads)
        {
            Assert.True(!(load.Main > roster.FindPost(load.Seat.Cadre, load.Seat.Area, on)!.Capacity));
        }

        // Nothing is left to be put right, and everybody else could not have kept the step.
        var again = new ChainPlanner().Plan(world.Register, world.Grades, roster, on, resumed);
        Assert.Empty(again.Changes);
        AssertSame(again, resumed);
        Assert.All(resumed.Changes.Where(change => change is { Reason: ChainChangeReason.OverCapacity, Step: ResponsibleStep.Main }), change => Assert.Equal(
            roster.FindPost(change.From.Cadre, change.From.Area, on)!.Capacity, resumed.RowsOf(change.From, ResponsibleStep.Main).Length));

        ChainSeats SeatsOf(int row) => row < stated.Length ? stated[row] : default;
    }, iter: Many);

    [Fact]
    public void OrderOfInput_DoesNotMatter() => Sample(made =>
    {
        var plan = made.FirstPlan();
        var reversed = new Case([.. made.Businesses.Reverse()], made.Staff, made.Other, made.Changes, made.Mode, isReversed: true);
        var other = reversed.FirstPlan();

        Assert.Equal(Text(plan).Order(), Text(other).Order());
    });

    [Fact]
    public void Replan_IsPlanOnThePrevious() => Sample(made =>
    {
        var first = made.FirstPlan();
        var changed = made.Change();
        var (roster, on) = made.NextRoster(first.Roster);

        var plan = new ChainPlanner().Plan(made.World.Register, made.World.Grades, roster, on, first);
        var replan = new ChainPlanner().Replan(first, changed, roster, on);

        AssertSame(plan, replan);
        Assert.Equal(plan.Changes, replan.Changes);
        AssertChanges(first, replan);
        // And so on from there: the state under the plan is as good as a fresh one.
        var back = new ChainPlanner().Replan(replan, [], first.Roster, PlanWorld.Day);
        AssertSame(new ChainPlanner().Plan(made.World.Register, made.World.Grades, first.Roster, PlanWorld.Day, replan), back);
        AssertSame(back, new ChainPlanner().Plan(made.World.Register, made.World.Grades, first.Roster, PlanWorld.Day, back));
    });

    [Fact]
    public void Replan_UnderOtherCeilings_IsPlanOnThePrevious_AndNobodyHasMore() => Gen.Select(AnyCase, AnyCeilings, AnyCeilings).Sample((made, before, after) =>
    {
        var (register, grades, was, now) = (made.World.Register, made.World.Grades, new ChainPlanner(null, before), new ChainPlanner(null, after));
        var first = was.Plan(register, grades, made.RosterOf(made.Staff), PlanWorld.Day);
        var stated = was.Stated(register, grades, first.Roster, PlanWorld.Day, first.SeatsOf);
        AssertSame(first, stated);
        var changed = made.Change();
        var (roster, on) = made.NextRoster(first.Roster);

        var plan = now.Plan(register, grades, roster, on, first);
        var replan = now.Replan(first, changed, roster, on);
        var restated = now.Replan(stated, changed, roster, on);

        AssertSame(plan, replan);
        AssertSame(plan, restated);
        Assert.Equal(plan.Changes, replan.Changes);
        Assert.Equal(plan.Changes, restated.Changes);
        AssertChanges(first, replan);
        Assert.Empty(now.Plan(register, grades, roster, on, plan).Changes);
        Assert.All(plan.Loads, load => Assert.True(
            !(load.Main > after.Find(load.Seat.Area.Level)?.Limit?.Value) && !(load.Main > roster.FindPost(load.Seat.Cadre, load.Seat.Area, on)!.Capacity)));
        // Nobody waits for want of room where somebody has some.
        Assert.All(plan.Uncovered.Where(gap => gap.Link.Gap == GapReason.NoCapacity), gap => Assert.All(
            plan.Loads.Where(load => load.Seat.Area == PlaceOf(plan, gap)), load => Assert.Equal(plan.CapacityOf(load.Seat), load.Main)));

        static AreaCode PlaceOf(ChainPlan plan, ChainGap gap) => Tree[plan.Register.AreaAt(gap.Row)].Path.Last(
            area => area.Level <= gap.Link.Level && !plan.Roster.PostsIn(area.Code, plan.On).IsEmpty).Code;
    }, iter: 2_000);

    [Fact]
    public void Changes_AreExactlyTheDifference_AndUntouchedRowsAreKept() => Sample(made =>
    {
        var first = made.FirstPlan();
        var changed = made.Change().ToHashSet();
        var uncovered = first.UncoveredCount > 0;
        var count = first.Count;

        var second = new ChainPlanner().Replan(first, changed, first.Roster, PlanWorld.Day);

        AssertChanges(first, second);
        // With the same cadres only rows that changed, or waited, can be with another cadre than before.
        Assert.All(second.Changes, change => Assert.True(
            changed.Contains(change.Row) || change.Row >= count || (change.Reason == ChainChangeReason.StaffFound && uncovered)));
    });

    private static void Sample(Action<Case> law, int iter = 500) => AnyCase.Sample(law, iter: iter, print: made => made.ToString());

    private static ChainChange WithoutReason(ChainChange change) => change with { Reason = default };

    private static IEnumerable<ResponsibilityChain> Chains(ChainPlan plan) =>
        Enumerable.Range(0, plan.Count).Select(plan.FindChain).OfType<ResponsibilityChain>();

    /// <summary>Every business with its chain or the reason it has none, whatever its row.</summary>
    private static IEnumerable<string> Text(ChainPlan plan) => Enumerable.Range(0, plan.Count).Select(row => $"{plan.Register.IdAt(row)}: " +
        (plan.FindChain(row) is { } chain
            ? $"{chain.Tier} {chain.Area} {string.Join(", ", chain.Links)}"
            : plan.FindUncovered(row) is { } gap ? $"{gap.Link}" : "outside"));

    private static void AssertSame(ChainPlan one, ChainPlan other)
    {
        Assert.Equal(Text(one), Text(other));
        Assert.Equal(one.Loads, other.Loads);
        Assert.Equal(one.Uncovered, other.Uncovered);
        Assert.Equal(one.Vacancies, other.Vacancies);
        Assert.Equal((one.UncoveredCount, one.OutsideCount), (other.UncoveredCount, other.OutsideCount));
        Assert.Equal(one.Uncovered.Count(), one.UncoveredCount);
        Assert.Equal(one.Outside.Count(), one.OutsideCount);
    }

    private static void AssertChanges(ChainPlan before, ChainPlan after)
    {
        var expected =
            from row in Enumerable.Range(0, after.Count)
            from step in EnumCodes.All<ResponsibleStep>()
            let @from = row < before.Count ? SeatOf(before, row, step) : default
            let to = SeatOf(after, row, step)
            where @from != to
            select (row, step, @from, to);
        Assert.Equal(expected, after.Changes.Select(change => (change.Row, change.Step, change.From, change.To)));
        Assert.All(after.Changes, change => Assert.InRange(change.Reason, ChainChangeReason.Entered, ChainChangeReason.StaffFound));
    }

    private static Seat SeatOf(ChainPlan plan, int row, ResponsibleStep step) =>
        plan.FindChain(row)?.Links.FirstOrDefault(link => link.Step == step)?.Seat ?? default;

    /// <summary>The most matches over all ways to give out the rows that are level, tried one by one.</summary>
    private static int MostMatches(ChainPlan plan, CadreRoster roster, int[] wanted)
    {
        var served = Chains(plan).Select(chain => chain.Row).ToList();
        var posts = roster.PostsIn(AreaCode.Parse("510115"), PlanWorld.Day);
        var loads = new int[posts.Length];
        return Best(0);

        int Best(int at)
        {
            if (at == served.Count)
            {
                var isLevel = Enumerable.Range(0, loads.Length).All(place => loads[place] == posts[place].Capacity || loads[place] >= loads.Max() - 1);
                return isLevel ? 0 : int.MinValue;
            }

            var best = int.MinValue;
            for (var place = 0; place < loads.Length; place++)
            {
                if (loads[place] == posts[place].Capacity)
                {
                    continue;
                }

                loads[place]++;
                var rest = Best(at + 1);
                loads[place]--;
                if (rest >= 0)
                {
                    best = Math.Max(best, rest + (roster[posts[place].Cadre].Expertise.Covers(Types[wanted[served[at]] - 1].Sector()) ? 1 : 0));
                }
            }

            return best;
        }
    }

    private sealed record Staff(string Cadre, string Area, string Title, int? Capacity, int Term, int Sector);

    private sealed class Case
    {
        private readonly bool _isReversed;

        public Case(
            (string Area, Tier Tier, BusinessType Type, bool Closed)[] businesses, Staff[] staff, Staff[] other,
            (int Row, int What, string Area, Tier Tier)[] changes, int mode, bool isReversed = false)
        {
            (Businesses, Staff, Other, Changes, Mode, _isReversed) = (businesses, staff, other, changes, mode, isReversed);
            World = new PlanWorld(Tree);
            for (var i = 0; i < businesses.Length; i++)
            {
                var (area, tier, type, closed) = businesses[i];
                var number = isReversed ? businesses.Length - 1 - i : i;
                var row = World.Add($"b{number:D2}", area, tier, type);
                if (closed)
                {
                    World.Close(row);
                }
            }

            World.Grade();
        }

        public (string Area, Tier Tier, BusinessType Type, bool Closed)[] Businesses { get; }

        public Staff[] Staff { get; }

        public Staff[] Other { get; }

        public (int Row, int What, string Area, Tier Tier)[] Changes { get; }

        public int Mode { get; }

        public PlanWorld World { get; }

        public ChainPlan FirstPlan() => World.Plan(RosterOf(_isReversed ? Staff.Reverse() : Staff));

        /// <summary>The same roster, the same on a later day, or another; by <see cref="Mode"/>.</summary>
        public (CadreRoster Roster, LocalDate On) NextRoster(CadreRoster roster) => Mode switch
        {
            0 => (roster, PlanWorld.Day),
            1 => (roster, Later),
            _ => (RosterOf(Staff.Take(Staff.Length / 2).Concat(Other)), Later),
        };

        /// <summary>Changes businesses; gives the rows that changed.</summary>
        public List<int> Change()
        {
            var rows = new List<int>();
            var count = World.Register.Count;
            foreach (var (number, what, area, tier) in Changes)
            {
                if (what == 4)
                {
                    World.Add($"n{World.Register.Count:D2}", area, tier);
                    continue;
                }

                if (number >= count)
                {
                    continue;
                }

                rows.Add(number);
                switch (what)
                {
                    case 0:
                        World.Close(number);
                        break;
                    case 1:
                        World.Move(number, AreaCode.Parse(area));
                        break;
                    default:
                        World.SetTier(number, tier);
                        break;
                }
            }

            World.Grade();
            return rows;
        }

        public override string ToString() =>
            $"{string.Join("; ", Businesses)} | {string.Join("; ", Staff.AsEnumerable())} | {string.Join("; ", Other.AsEnumerable())} | {string.Join("; ", Changes)} | {Mode}";

        public CadreRoster RosterOf(IEnumerable<Staff> staff)
        {
            // One post of a cadre in an area, the first by what it says, so that the order does not matter.
            var kept = staff.GroupBy(post => (post.Cadre, post.Area)).Select(posts => posts.OrderBy(post => post.ToString(), StringComparer.Ordinal).First()).ToList();
            var sectors = kept.GroupBy(post => post.Cadre).ToDictionary(posts => posts.Key, posts => posts.Min(post => post.Sector));
            return CadreRoster.Build(
                Tree,
                sectors.Select(pair => new Cadre(new CadreId(pair.Key), pair.Key)
                {
                    Expertise = pair.Value == 0 ? default : Expertise.Of((BusinessSector)pair.Value),
                }),
                kept.Select(post => PlanWorld.NewPost(post.Cadre, post.Area, post.Capacity, post.Title, post.Term switch
                {
                    0 => new Term(default, PlanWorld.Day.PlusMonths(1)),
                    1 => new Term(PlanWorld.Day.PlusMonths(1)),
                    _ => default,
                })));
        }
    }
}
