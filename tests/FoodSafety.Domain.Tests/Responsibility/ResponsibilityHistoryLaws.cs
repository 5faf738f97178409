using CsCheck;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using static FoodSafety.Domain.Tests.Responsibility.PlanWorld;

namespace FoodSafety.Domain.Tests.Responsibility;

/// <summary>Whatever plans follow each other, or do not: the history says of every day what its plan says, and its changes make it again.</summary>
public class ResponsibilityHistoryLaws
{
    private static readonly string[] Villages = ["510115001001", "510115001002", "510115002001"];
    private static readonly (string Id, string Area)[] Posts =
        [("city", "5101"), ("d-1", "510115"), ("d-2", "510115"), ("t-1", "510115001"), ("t-2", "510115001"), ("t-3", "510115002"), ("v-1", Villages[0]), ("v-2", Villages[1])];

    // Each round: days that pass, rows added, a row that changes with its tier, who is in post, and which plan it starts from.
    private static readonly Gen<(int Wait, int Added, int Row, Tier Tier, int InPost, int From)[]> Rounds = Gen.Select(
        Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 9], Gen.Int[1, 4].Select(tier => (Tier)tier), Gen.Int[0, 255], Gen.Int[0, 4]).Array[1, 6];

    [Fact]
    public void On_EveryDay_EqualsThePlanOfTheDay_AndReplayEqualsTheHistory() => Rounds.Sample(rounds =>
    {
        var world = new PlanWorld(SmallTree);
        var history = new ResponsibilityHistory();
        var planned = new List<ChainPlan>();
        var today = Day;
        foreach (var (wait, added, row, tier, inPost, from) in rounds)
        {
            today = today.PlusDays(wait);
            for (var i = 0; i < added; i++)
            {
                world.Add($"b{world.Register.Count}", Villages[(row + i) % Villages.Length], (Tier)(1 + (row + i) % 4));
            }

            if (row < world.Register.Count)
            {
                world.SetTier(row, tier);
            }

            world.Grade();
            var roster = world.Roster([.. Posts.Where((_, index) => (inPost >> index & 1) != 0)]);
            // Mostly from the plan before, now and then from an older one or from nothing.
            var previous = from switch { 0 => null, 1 => planned.FirstOrDefault(), _ => planned.LastOrDefault() };
            planned.Add(new ChainPlanner().Plan(world.Register, world.Grades, roster, today, previous));
            var recorded = history.Append(planned[^1], "office");
            Assert.Equal(recorded.Changes, history.Events.TakeLast(recorded.Changes.Length).Select(happened => happened.Change));
        }

        var again = ResponsibilityHistory.Replay(history.Events);
        Assert.Equal(history.Events, again.Events);
        for (var day = Day; day <= today.PlusDays(1); day = day.PlusDays(1))
        {
            var plan = planned.LastOrDefault(plan => plan.On <= day);
            var seats = history.SeatsOn(day);
            for (var row = 0; row < world.Register.Count; row++)
            {
                var expected = plan is not null && row < plan.Count ? SeatsOf(plan.FindChain(row)) : default;
                Assert.Equal(expected, history.On(row, day));
                Assert.Equal(expected, again.On(row, day));
                Assert.Equal(expected, Read(seats, row));
            }
        }
    });

    private static ChainSeats Read(IStatedSeats seats, int row)
    {
        Span<int> numbers = [-1, -1, -1];
        seats.Read(row, numbers);
        return new ChainSeats(seats[numbers[0]], seats[numbers[1]], seats[numbers[2]]);
    }

    private static ChainSeats SeatsOf(ResponsibilityChain? chain) =>
        chain is null ? default : new ChainSeats(chain.Main.Seat, chain.Second?.Seat ?? default, chain.Third?.Seat ?? default);
}
