using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Who answers for every business on a day (包保方案), and what a planner changed to get there.</summary>
/// <remarks>
/// <para>Every row of the register stands in one of three: it has a chain, it is among the <see cref="Uncovered"/>, or among the
/// <see cref="Outside"/>. It is planned on the tiers and areas of that time, for the posts of its day; what changes later in the
/// register or the grades, and a post that ends, changes nothing here until it is planned again. What is asked of a later day
/// (<see cref="Jurisdiction"/>, escalations, visits, scorecards) is asked of the roster as well, so that nobody acts after the post.</para>
/// <para>Immutable, and shares with the plan before it all that is the same. A row costs about 25 bytes, a seat about 250, and an
/// area of the tree 8.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed partial class ChainPlan
{
    private readonly Lazy<ImmutableArray<ChainChange>> _changes;

    internal ChainPlan(
        BusinessRegister register, GradeSheet<Tier> grades, CadreRoster roster, ChainPlanner planner, LocalDate on,
        PlanState before, PlanState state, Lazy<ImmutableArray<ChainChange>> changes)
    {
        Register = register;
        Grades = grades;
        Roster = roster;
        Planner = planner;
        On = on;
        Before = before;
        State = state;
        _changes = changes;
    }

    /// <summary>The same plan over the same rows of another register, as its own beginning: nothing was changed to get there.</summary>
    internal ChainPlan Over(BusinessRegister register, GradeSheet<Tier> grades) => new(register, grades, Roster, Planner, On, State, State, new([]));

    /// <summary>The businesses.</summary>
    public BusinessRegister Register { get; }

    /// <summary>The cadres.</summary>
    public CadreRoster Roster { get; }

    /// <summary>Which level takes which tier.</summary>
    public LevelCorrespondence Levels => Planner.Levels;

    /// <summary>How many businesses the cadres of a level answer for at most.</summary>
    public LoadCeilings Ceilings => Planner.Ceilings;

    /// <summary>The day on which the cadres are in post.</summary>
    public LocalDate On { get; }

    /// <summary>How many rows the register had when it was planned.</summary>
    public int Count => State.Rows.Count;

    /// <summary>How many businesses have a chain (已包保).</summary>
    public int CoveredCount => Count - UncoveredCount - OutsideCount;

    /// <summary>How many businesses have a tier and nobody as main responsible (未包保).</summary>
    public int UncoveredCount => State.Uncovered;

    /// <summary>How many businesses have no tier (未纳入包保).</summary>
    public int OutsideCount => State.Outside;

    /// <summary>
    /// What is with another cadre than in the plan before, by row and step; all assignments when there was no plan before.
    /// What is not among it was kept.
    /// </summary>
    public ImmutableArray<ChainChange> Changes => _changes.Value;

    /// <summary>How many steps of all chains are with whom they were in the plan before (保持不变); 0 when there was none.</summary>
    public int KeptCount => LevelLoads.Sum(level => level.Main + level.Second + level.Third) - Changes.Count(change => !change.To.IsNone);

    internal GradeSheet<Tier> Grades { get; }

    /// <summary>By what it was planned.</summary>
    internal ChainPlanner Planner { get; }

    /// <summary>What the changes are counted from; a state knows nothing of those before it, so no row of plans is kept alive.</summary>
    internal PlanState Before { get; }

    internal PlanState State { get; }

    /// <summary>The chain of a business.</summary>
    /// <param name="row">The row of the business in the register.</param>
    /// <exception cref="ArgumentOutOfRangeException">There was no such row when it was planned.</exception>
    /// <exception cref="NoChainException">The business is uncovered or outside the plan.</exception>
    public ResponsibilityChain ChainOf(int row) => FindChain(row) ?? throw new NoChainException(Register.IdAt(row), FindUncovered(row));

    /// <summary>The chain of a business, or null when it is uncovered or outside the plan.</summary>
    /// <param name="row">The row of the business in the register.</param>
    /// <exception cref="ArgumentOutOfRangeException">There was no such row when it was planned.</exception>
    public ResponsibilityChain? FindChain(int row)
    {
        var plan = RowAt(row);
        return IsCovered(plan)
            ? new ResponsibilityChain(row, Register.IdAt(row), (Tier)plan.Tier, Roster.Areas.At(plan.Area).Code, [.. LinksOf(plan)])
            : null;
    }

    /// <summary>Who takes the steps of a row; nobody where a step is vacant or does not exist. What <see cref="ChainPlanner.Resume"/> takes.</summary>
    /// <param name="row">The row of the business in the register.</param>
    /// <exception cref="ArgumentOutOfRangeException">There was no such row when it was planned.</exception>
    public ChainSeats SeatsOf(int row)
    {
        _ = RowAt(row);
        return new ChainSeats(SeatAt(row, ResponsibleStep.Main), SeatAt(row, ResponsibleStep.Second), SeatAt(row, ResponsibleStep.Third));
    }

    /// <summary>Why a business that has a tier has nobody as main responsible; null when it has a chain or no tier.</summary>
    /// <param name="row">The row of the business in the register.</param>
    /// <exception cref="ArgumentOutOfRangeException">There was no such row when it was planned.</exception>
    public ChainGap? FindUncovered(int row)
    {
        var plan = RowAt(row);
        return plan.HasTier && !IsCovered(plan) ? new ChainGap(row, LinkOf(plan, 0, Levels.LevelOf((Tier)plan.Tier))) : null;
    }

    /// <summary>Who takes a step of a row; nobody when it is vacant or there is no such step or row.</summary>
    internal Seat SeatAt(int row, ResponsibleStep step) => State.SeatAt(row, step - ResponsibleStep.Main);

    /// <summary>Whether a seat of the plan is held on a day (在任): its cadre is in post, and still is where the day comes after that of the plan.</summary>
    internal bool IsHeldOn(Seat seat, LocalDate day) => day <= On || Roster.FindPost(seat.Cadre, seat.Area, day) is not null;

    /// <summary>By number, whether a seat is held on a day; a bench never is.</summary>
    internal bool[] HeldOn(LocalDate day)
    {
        var held = new bool[State.Holders.Count];
        for (var number = 1; number < held.Length; number++)
        {
            held[number] = State.Holders[number] is { IsInPost: true } holder && IsHeldOn(holder.Seat, day);
        }

        return held;
    }

    private RowPlan RowAt(int row) => row >= 0 && row < Count
        ? State.Rows[row]
        : throw new ArgumentOutOfRangeException(nameof(row), row, $"The plan has {Count} rows, numbered from 0.");

    private bool IsCovered(RowPlan plan) => plan.HasTier && !HolderAt(plan[0]).IsBench;

    private Holder HolderAt(int number) => State.Holders[number]!;

    private IEnumerable<ChainLink> LinksOf(RowPlan plan)
    {
        for (var step = 0; step < RowPlan.Steps; step++)
        {
            if (Levels.FindLevel((Tier)plan.Tier, ResponsibleStep.Main + step) is { } level)
            {
                yield return LinkOf(plan, step, level);
            }
        }
    }

    private ChainLink LinkOf(RowPlan plan, int step, AreaLevel level) =>
        new(ResponsibleStep.Main + step, level, HolderAt(plan[step]).Seat, GapOf(plan, step, level));

    private GapReason? GapOf(RowPlan plan, int step, AreaLevel level)
    {
        var holder = HolderAt(plan[step]);
        if (holder.IsBench && State.PoolOf(holder.Area).IsStaffed)
        {
            return step == 0 ? GapReason.NoCapacity : GapReason.AlreadyInChain;
        }

        var own = Roster.Areas.At(plan.Area).FindAncestor(level);
        return own is null ? GapReason.NoAreaAtLevel
            : holder.IsBench || holder.Area != own.Value.Ordinal ? GapReason.NobodyInPost
            : null;
    }
}
