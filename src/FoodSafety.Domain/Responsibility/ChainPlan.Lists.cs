using System.Collections.Immutable;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

public sealed partial class ChainPlan
{
    /// <summary>The businesses that have a tier and nobody as main responsible, each with the reason (未包保), by row.</summary>
    public IEnumerable<ChainGap> Uncovered => Benches
        .SelectMany(bench => bench.Rows[0]).Order()
        .Select(row => FindUncovered(row)!);

    /// <summary>The businesses that have no tier, each with the reason (未纳入包保), by row.</summary>
    public IEnumerable<OutsideBusiness> Outside => Enumerable.Range(0, OutsideCount == 0 ? 0 : Count)
        .Where(row => !State.Rows[row].HasTier)
        .Select(row => new OutsideBusiness(row, State.Rows[row].Tier == RowPlan.NotGraded ? GradingState.NotGraded : GradingState.NotDecided));

    /// <summary>The steps that a cadre of a higher level takes, each with the reason (上级代任), by row; found by going through all rows.</summary>
    public IEnumerable<ChainGap> Fallbacks => Enumerable.Range(0, Count)
        .Where(row => IsCovered(State.Rows[row]))
        .SelectMany(row => LinksOf(State.Rows[row]).Where(link => link.IsFallback).Select(link => new ChainGap(row, link)));

    /// <summary>The assisting steps of covered businesses that nobody takes, each with the reason (环节空缺), by row.</summary>
    public IEnumerable<ChainGap> Vacancies => Benches
        .SelectMany(bench => bench.Rows[1].Concat(bench.Rows[2])).Distinct().Order()
        .SelectMany(row => LinksOf(State.Rows[row]).Where(link => link.IsVacant).Select(link => new ChainGap(row, link)));

    /// <summary>The load of every seat in post, in the order of the areas, in an area by cadre.</summary>
    public IEnumerable<SeatLoad> Loads => Enumerable.Range(0, State.Pools.Count).SelectMany(area => State.PoolOf(area).Seats).Select(LoadAt);

    /// <summary>The load of each level at which somebody is in post, the widest first.</summary>
    public ImmutableArray<LevelLoad> LevelLoads => [.. Loads
        .GroupBy(load => load.Seat.Area.Level).OrderBy(level => level.Key)
        .Select(level => new LevelLoad(level.Key, level.Count(), level.Sum(load => load.Main), level.Sum(load => load.Second), level.Sum(load => load.Third)))];

    /// <summary>The seats that have more businesses as main responsible than the warning line of their level (超提示线人员), area by area; none where no ceilings warn.</summary>
    public IEnumerable<LoadWarning> LoadWarnings => Ceilings.Levels.All(static ceiling => ceiling.Warning is null) ? []
        : Loads.Select(load => (Load: load, Ceilings.Find(load.Seat.Area.Level)?.Warning)).Where(load => load.Load.Main > load.Warning?.Value).Select(load => new LoadWarning(load.Load, load.Warning!));

    /// <summary>The loads of a cadre, one for each seat; none when the cadre is not in post.</summary>
    /// <param name="cadre">The cadre.</param>
    public ImmutableArray<SeatLoad> LoadsOf(CadreId cadre) => [.. Roster.PostsOf(cadre)
        .Select(post => FindHolder(new Seat(cadre, post.Area))).Where(holder => holder != 0).Distinct().Select(LoadAt)];

    /// <summary>How many businesses a seat may have as main responsible; any number where nothing limits it, and none where the cadre has no post.</summary>
    internal int CapacityOf(Seat seat) => Roster.FindPost(seat.Cadre, seat.Area, On) is { } post ? Ceilings.LimitOf(post) ?? int.MaxValue : 0;

    /// <summary>The businesses that a seat has in a step, by row: what the cadre's commitment names.</summary>
    /// <param name="seat">The cadre and the area.</param>
    /// <param name="step">The step.</param>
    /// <returns>No rows when the cadre is not in post there.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not one of the named values.</exception>
    public ImmutableArray<int> RowsOf(Seat seat, ResponsibleStep step)
    {
        var place = step.Named() - ResponsibleStep.Main;
        return FindHolder(seat) is not 0 and var holder ? HolderAt(holder).Rows[place] : [];
    }

    private IEnumerable<Holder> Benches => Enumerable.Range(0, State.Pools.Count)
        .Select(area => State.PoolOf(area).Bench).Where(bench => bench != 0).Select(HolderAt);

    private SeatLoad LoadAt(int number)
    {
        var holder = HolderAt(number);
        return new SeatLoad(holder.Seat, holder.Rows[0].Length, holder.Rows[1].Length, holder.Rows[2].Length);
    }

    private int FindHolder(Seat seat)
    {
        if (Roster.Areas.Find(seat.Area) is not { } area)
        {
            return 0;
        }

        return State.FindSeat(area.Ordinal, seat.Cadre);
    }
}
