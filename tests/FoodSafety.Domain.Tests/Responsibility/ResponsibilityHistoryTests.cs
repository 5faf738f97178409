using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using static FoodSafety.Domain.Tests.Responsibility.PlanWorld;

namespace FoodSafety.Domain.Tests.Responsibility;

public class ResponsibilityHistoryTests
{
    private const string Office = "food-safety-office";
    private const string Town = "510115001";
    private const string Village = "510115001001";

    private readonly PlanWorld _world = new(SmallTree);
    private readonly ResponsibilityHistory _history = new();

    [Fact]
    public void On_EachDay_SaysWhoAnsweredThen()
    {
        var row = _world.Add("c", Village, Tier.C);
        var first = Plan(0, null, ("town", Town), ("village", Village));
        _history.Append(first, Office);
        var second = Plan(10, first, ("other", Town), ("village", Village));

        var recorded = _history.Append(second, Office);

        Assert.Equal(second.Changes, recorded.Changes);
        Assert.Equal((Day.PlusDays(10), Office), (recorded.On, recorded.By));
        Assert.True(_history.On(row, Day.PlusDays(-1)).IsNone);
        Assert.Equal(("town", "village", ""), Show(_history.On(row, Day.PlusDays(9))));
        Assert.Equal(("other", "village", ""), Show(_history.On(row, Day.PlusDays(10))));
        Assert.Equal(ResponsibleStep.Second, _history.On(row, Day).FindStep(new CadreId("village")));
        Assert.Null(_history.On(row, Day).FindStep(new CadreId("other")));
        Assert.Null(_history.On(row, Day).FindStep(default));
        Assert.Equal(Day.PlusDays(10), _history.LastDay);
    }

    [Fact]
    public void Append_AfterReplayAndResume_KeepsTheReasons()
    {
        _world.Add("d", Village, Tier.D);
        var first = Plan(0, null, ("a", Village));
        _history.Append(first, Office);
        var history = ResponsibilityHistory.Replay(_history.Events);
        var roster = _world.Roster([NewPost("b", Village)]);

        var resumed = new ChainPlanner().Resume(_world.Register, _world.Grades, roster, Day.PlusDays(3), first.SeatsOf, Day);
        var recorded = history.Append(resumed, Office);

        Assert.Equal(ChainChangeReason.CadreLeft, Assert.Single(recorded.Changes).Reason);
        Assert.Equal(resumed.Changes, recorded.Changes);
        // What is made from nothing, or from a plan that is not the one recorded, still says that it does not know.
        _history.Append(resumed, Office);
        var anew = Plan(4, null, ("c", Village));
        Assert.Equal(ChainChangeReason.PlannedAnew, Assert.Single(_history.Append(anew, Office).Changes).Reason);
        Assert.Equal(ChainChangeReason.PlannedAnew, Assert.Single(_history.Append(Plan(5, first, ("d", Village)), Office).Changes).Reason);
    }

    [Fact]
    public void Replay_OfTheHighestRowThereIs_TakesNoMoreThanAnyOther()
    {
        var seat = new Seat(new CadreId("village"), AreaCode.Parse(Village));
        int[] rows = [int.MaxValue, 100_000_000, .. Enumerable.Range(0, 3_000)];
        var events = rows.Select(row => new ResponsibilityEvent(new ChainChange(row, ResponsibleStep.Main, default, seat, ChainChangeReason.Entered), Day, Office)).ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var history = ResponsibilityHistory.Replay(events);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.All(rows, row => Assert.Equal(ResponsibleStep.Main, history.On(row, Day).FindStep(new CadreId("village"))));
        Assert.True(history.On(100_000_001, Day).IsNone);
        Assert.Equal(events, history.Events);
    }

    [Fact]
    public void HistoryOf_ABusiness_TellsFromToWhyWhenAndByWhom()
    {
        var row = _world.Add("d", Village, Tier.D);
        var first = Plan(0, null, ("a", Village));
        _history.Append(first, Office);
        var second = Plan(3, first, ("b", Village));
        _history.Append(second, "successor-office");
        _world.Close(row);
        _world.Grade();
        _history.Append(Plan(5, second, ("b", Village)), Office);

        Assert.Equal(
            [
                (ResponsibleStep.Main, "", "a", ChainChangeReason.Entered, Day, Office),
                (ResponsibleStep.Main, "a", "b", ChainChangeReason.CadreLeft, Day.PlusDays(3), "successor-office"),
                (ResponsibleStep.Main, "b", "", ChainChangeReason.LeftPlan, Day.PlusDays(5), Office),
            ],
            _history.HistoryOf(row).Select(happened => (
                happened.Change.Step, happened.Change.From.Cadre.Value, happened.Change.To.Cadre.Value, happened.Change.Reason, happened.On, happened.By)));
        Assert.Equal(_history.HistoryOf(row), _history.Events);
        Assert.Equal(3, _history.Count);
        Assert.True(_history.On(row, Day.PlusDays(5)).IsNone);
    }

    [Fact]
    public void Append_PlanThatDoesNotFollow_IsComparedRowByRow()
    {
        _world.AddMany(4, Village, Tier.D);
        var first = Plan(0, null, ("a", Village));
        _history.Append(first, Office);
        var skipped = Plan(1, first, ("b", Village));
        var after = Plan(2, skipped, ("c", Village));

        var recorded = _history.Append(after, Office);

        Assert.All(recorded.Changes, change => Assert.Equal(("a", "c", ChainChangeReason.PlannedAnew), (change.From.Cadre.Value, change.To.Cadre.Value, change.Reason)));
        Assert.Equal([0, 1, 2, 3], recorded.Changes.Select(change => change.Row));
        Assert.Empty(_history.Append(Plan(3, null, ("c", Village)), Office).Changes);
        Assert.Equal(Day.PlusDays(3), _history.LastDay);
    }

    [Fact]
    public void Append_TwoPlansOfADay_TheLastHolds()
    {
        var row = _world.Add("d", Village, Tier.D);
        var first = Plan(0, null, ("a", Village));
        _history.Append(first, Office);
        _history.Append(Plan(0, first, ("b", Village)), Office);

        Assert.Equal(("b", "", ""), Show(_history.On(row, Day)));
        Assert.Equal(2, _history.HistoryOf(row).Length);
    }

    [Fact]
    public void Append_Refused_ChangesNothing()
    {
        _world.Add("d", Village, Tier.D);
        var first = Plan(0, null, ("a", Village));
        _history.Append(first, Office);

        Assert.Throws<LedgerDayException>(() => _history.Append(Plan(-1, first, ("b", Village)), Office));
        Assert.ThrowsAny<ArgumentException>(() => _history.Append(Plan(1, first, ("b", Village)), " "));
        var other = new PlanWorld(SmallTree);
        Assert.ThrowsAny<ArgumentException>(() => _history.Append(other.Plan(other.Roster(("a", Village))), Office));
        Assert.Throws<ArgumentOutOfRangeException>(() => _history.On(-1, Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => _history.HistoryOf(-1));
        Assert.Equal((1, Day), (_history.Count, _history.LastDay));
        Assert.True(_history.On(99, Day).IsNone);
        Assert.Empty(_history.HistoryOf(99));
    }

    [Fact]
    public void Replay_ChangeThatDoesNotFollow_IsRefused()
    {
        _world.Add("d", Village, Tier.D);
        var first = Plan(0, null, ("a", Village));
        _history.Append(first, Office);
        _history.Append(Plan(1, first, ("b", Village)), Office);
        var events = _history.Events.ToList();

        var refused = Assert.Throws<ArgumentException>(() => ResponsibilityHistory.Replay(events.Skip(1)));
        Assert.StartsWith($"Row 0, Main: the change of 2024-03-02 is from 'a @ {Village}', recorded before it is ''.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<LedgerDayException>(() => ResponsibilityHistory.Replay([events[0] with { On = Day.PlusDays(2) }, events[1]]));
    }

    [Fact]
    public void Append_AfterReplay_GoesOn()
    {
        var row = _world.Add("d", Village, Tier.D);
        var first = Plan(0, null, ("a", Village));
        _history.Append(first, Office);

        var again = ResponsibilityHistory.Replay(_history.Events);
        again.Append(Plan(1, first, ("b", Village)), Office);

        Assert.Equal(("a", "", ""), Show(again.On(row, Day)));
        Assert.Equal(("b", "", ""), Show(again.On(row, Day.PlusDays(1))));
    }

    private ChainPlan Plan(int day, ChainPlan? previous, params (string Id, string Area)[] posts)
    {
        _world.Grade();
        return new ChainPlanner().Plan(_world.Register, _world.Grades, _world.Roster(posts), Day.PlusDays(day), previous);
    }

    private static (string Main, string Second, string Third) Show(ChainSeats seats) => (seats.Main.Cadre.Value, seats.Second.Cadre.Value, seats.Third.Cadre.Value);
}
