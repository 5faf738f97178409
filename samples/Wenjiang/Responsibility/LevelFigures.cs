using System.Collections.Immutable;
using FoodSafety.Domain.Responsibility;

namespace Wenjiang.Responsibility;

/// <summary>The load of a level, and how evenly it lies on the seats there.</summary>
/// <param name="Load">The load of all seats together.</param>
/// <param name="Least">The fewest businesses that one seat has as main responsible.</param>
/// <param name="Most">The most.</param>
internal sealed record LevelFigures(LevelLoad Load, int Least, int Most)
{
    public static ImmutableArray<LevelFigures> Of(ChainPlan plan)
    {
        var seats = plan.Loads.ToLookup(load => load.Seat.Area.Level, load => load.Main);
        return [.. plan.LevelLoads.Select(level => new LevelFigures(level, seats[level.Level].Min(), seats[level.Level].Max()))];
    }

    /// <summary>The seats with more businesses than their post allows.</summary>
    public static int CountOverCapacity(ChainPlan plan) => plan.Loads.Count(load => load.Main > plan.Roster.FindPost(load.Seat.Cadre, load.Seat.Area, plan.On)!.Capacity);
}
