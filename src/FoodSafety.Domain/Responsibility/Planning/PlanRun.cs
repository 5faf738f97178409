using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>One making of a plan: every row that is looked at keeps what is still valid, and asks for the rest.</summary>
/// <remarks>
/// Rows are looked at one step after the other, the main one first, since a cadre does not assist himself. In a step all
/// requests are collected before the first is served, so that neither their order nor what was not looked at matters.
/// </remarks>
internal sealed class PlanRun
{
    private readonly BusinessRegister _register;
    private readonly GradeSheet<Tier> _grades;
    private readonly LevelCorrespondence _levels;
    private readonly bool _areLevelsOthers;
    private readonly PlanDraft _draft;
    private readonly StaffReview _staff;
    private readonly SeatPicker _picker;
    private readonly HandOvers _handed;
    private readonly HashSet<int> _overCapacity = [];

    public PlanRun(ChainPlan? previous, BusinessRegister register, GradeSheet<Tier> grades, CadreRoster roster, ChainPlanner planner, LocalDate on, HandOvers handed)
    {
        _handed = handed;
        _register = register;
        _grades = grades;
        _levels = planner.Levels;
        _areLevelsOthers = previous is not null && !ReferenceEquals(previous.Levels, _levels);
        _draft = new PlanDraft(previous?.State ?? PlanState.Empty, register.Areas, register.Count);
        _staff = new StaffReview(_draft, roster, planner.Ceilings, on, handed);
        _picker = new SeatPicker(_draft, register, _staff);
        _staff.Run(previous?.Roster, previous?.On ?? on, previous?.Ceilings ?? planner.Ceilings);
    }

    /// <summary>Looks at some rows, at all that were added and at all that a change of staff can touch.</summary>
    public PlanState Run(IEnumerable<int> rows)
    {
        foreach (var row in rows)
        {
            _register.Facts.CheckRow(row);
            _draft.Look(row);
        }

        for (var row = _draft.Before.Rows.Count; row < _register.Count; row++)
        {
            _draft.Look(row);
        }

        foreach (var row in _draft.Dirty)
        {
            ReadAnew(row);
        }

        for (var step = 0; step < RowPlan.Steps; step++)
        {
            var run = new StepRun(step, _draft, _staff, _register, _levels);
            run.Run(_picker);
            _overCapacity.UnionWith(run.Excess);
        }

        _draft.Dirty.Sort();
        return _draft.ToState();
    }

    /// <summary>What is different from the state before, by row and step; found when asked for.</summary>
    public Lazy<ImmutableArray<ChainChange>> Changes(PlanState after)
    {
        var changes = new ChangeReasons(_draft.Before, after, _draft.Areas, _levels, _areLevelsOthers, _overCapacity, _handed);
        var rows = _draft.Dirty;
        return new(() => [.. rows.SelectMany(changes.Of)]);
    }

    /// <summary>The tier of a row as it lies in memory.</summary>
    public static byte TierOf(GradeDecision<Tier> decision) => decision.State switch
    {
        GradingState.Graded => (byte)decision.Grade,
        GradingState.NotGraded => RowPlan.NotGraded,
        GradingState.NotDecided => 0,
    };

    private void ReadAnew(int row)
    {
        var tier = TierOf(_grades[row]);
        var area = _register.Facts.GroupOf(row);
        var plan = _draft.RowAt(row);
        if (plan.Tier != tier || plan.Area != area)
        {
            ref var edited = ref _draft.EditRow(row);
            (edited.Tier, edited.Area) = (tier, area);
        }
    }
}

/// <summary>A plan while it is made: the state before it, and what is different now.</summary>
internal sealed class PlanDraft
{
    private readonly Pages<RowPlan>.Editor _rows;
    private readonly Pages<Holder?>.Editor _holders;
    private readonly Pages<Pool?>.Editor _pools;
    private readonly List<int> _drafted = [];
    private HolderDraft?[] _drafts = [];
    private readonly ulong[] _isDirty;
    private readonly Func<int, bool> _isStaffed;

    public PlanDraft(PlanState before, AreaTree areas, int count)
    {
        Before = before;
        Areas = areas;
        _rows = before.Rows.Edit(count);
        _holders = before.Holders.Edit(1);
        _pools = before.Pools.Edit(areas.Count);
        _isDirty = new ulong[count / 64 + 1];
        _isStaffed = area => PoolOf(area).IsStaffed;
    }

    public PlanState Before { get; }

    public AreaTree Areas { get; }

    /// <summary>The rows that are looked at, each once.</summary>
    public List<int> Dirty { get; } = [];

    public RowPlan RowAt(int row) => _rows[row];

    public ref RowPlan EditRow(int row) => ref _rows.At(row);

    /// <summary>Has a row looked at.</summary>
    public void Look(int row)
    {
        if (!IsLookedAt(row))
        {
            _isDirty[row >> 6] |= 1UL << row;
            Dirty.Add(row);
        }
    }

    public bool IsLookedAt(int row) => (_isDirty[row >> 6] & 1UL << row) != 0;

    public Pool PoolOf(int area) => _pools[area] ?? Pool.Empty;

    public void SetSeats(int area, ImmutableArray<int> seats) => _pools.At(area) = PoolOf(area) with { Seats = seats };

    /// <summary>A holder; its rows are those it had before.</summary>
    public Holder HolderAt(int holder) => _holders[holder]!;

    /// <summary>Writes who a holder is; done before its rows are.</summary>
    public void SetHolder(int number, Holder holder) => _holders.At(number) = holder;

    /// <summary>The rows of a holder as they are now.</summary>
    public HolderDraft this[int holder]
    {
        get
        {
            if (holder >= _drafts.Length)
            {
                Array.Resize(ref _drafts, Math.Max(_holders.Count, holder + holder / 2));
            }

            if (_drafts[holder] is not { } draft)
            {
                draft = _drafts[holder] = new HolderDraft(HolderAt(holder));
                _drafted.Add(holder);
            }

            return draft;
        }
    }

    public void Give(int step, int row, int holder)
    {
        this[holder].Add(step, row);
        _rows.At(row)[step] = holder;
    }

    public void Release(int step, int row)
    {
        this[RowAt(row)[step]].Remove(step, row);
        _rows.At(row)[step] = 0;
    }

    /// <summary>Whether a cadre takes a step above this one already.</summary>
    public bool StandsHigher(int row, int step, CadreId cadre)
    {
        var plan = RowAt(row);
        for (var higher = 0; higher < step; higher++)
        {
            if (HolderAt(plan[higher]).Seat.Cadre == cadre)
            {
                return true;
            }
        }

        return false;
    }

    public int AddSeat(Holder holder) => _holders.Add(holder);

    public int BenchOf(int area)
    {
        var pool = PoolOf(area);
        if (pool.Bench == 0)
        {
            pool = pool with { Bench = _holders.Add(new Holder(area, default, null, null, null, IsInPost: false, Holder.NoRows)) };
            _pools.At(area) = pool;
        }

        return pool.Bench;
    }

    /// <summary>The area that has to take a step: see <see cref="Pool.PlaceAt"/>.</summary>
    public int PlaceAt(int area, AreaLevel level) => Pool.PlaceAt(Areas, area, level, _isStaffed);

    public PlanState ToState(ImmutableArray<int>? unsettled = null)
    {
        foreach (var holder in _drafted)
        {
            _holders.At(holder) = _drafts[holder]!.ToHolder();
        }

        var (outside, uncovered) = (Before.Outside, Before.Uncovered);
        foreach (var row in Dirty)
        {
            var (then, now) = (row < Before.Rows.Count ? Before.Rows[row] : null as RowPlan?, RowAt(row));
            outside += (now.HasTier ? 0 : 1) - (then is { HasTier: false } ? 1 : 0);
            uncovered += (now.HasTier && _holders[now[0]]!.IsBench ? 1 : 0)
                - (then is { HasTier: true } old && Before.Holders[old[0]]!.IsBench ? 1 : 0);
        }

        return new(_rows.ToPages(), _holders.ToPages(), _pools.ToPages(), outside, uncovered, unsettled ?? []);
    }
}
