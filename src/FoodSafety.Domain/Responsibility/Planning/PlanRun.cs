using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private readonly HashSet<int> _overCapacity = [];

    public PlanRun(ChainPlan? previous, BusinessRegister register, GradeSheet<Tier> grades, CadreRoster roster, LevelCorrespondence levels, LocalDate on)
    {
        _register = register;
        _grades = grades;
        _levels = levels;
        _areLevelsOthers = previous is not null && !ReferenceEquals(previous.Levels, levels);
        _draft = new PlanDraft(previous?.State ?? PlanState.Empty, register.Areas, register.Count);
        _staff = new StaffReview(_draft, roster, on);
        _picker = new SeatPicker(_draft, register, _staff);
        _staff.Run(previous?.Roster, previous?.On ?? on);
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
            Take(step);
        }

        _draft.Dirty.Sort();
        return _draft.ToState();
    }

    /// <summary>What is different from the state before, by row and step; found when asked for.</summary>
    public Lazy<ImmutableArray<ChainChange>> Changes(PlanState after)
    {
        var changes = new ChangeReasons(_draft.Before, after, _areLevelsOthers, _overCapacity);
        var rows = _draft.Dirty;
        return new(() => [.. rows.SelectMany(changes.Of)]);
    }

    private void ReadAnew(int row)
    {
        var decision = _grades[row];
        var tier = decision.State switch
        {
            GradingState.Graded => (byte)decision.Grade,
            GradingState.NotGraded => RowPlan.NotGraded,
            _ => (byte)0,
        };
        var area = _register.Facts.GroupOf(row);
        var plan = _draft.RowAt(row);
        if (plan.Tier != tier || plan.Area != area)
        {
            ref var edited = ref _draft.EditRow(row);
            (edited.Tier, edited.Area) = (tier, area);
        }
    }

    private void Take(int step)
    {
        var requests = new List<Request>();
        var touched = new HashSet<int>(_staff.Areas);
        foreach (var row in _draft.Dirty)
        {
            Settle(row, step);
        }

        if (step == 0)
        {
            ReleaseExcess();
        }

        foreach (var request in requests)
        {
            touched.Add(request.Area);
        }

        foreach (var area in touched)
        {
            CallFromBench(area);
        }

        requests.Sort();
        var all = CollectionsMarshal.AsSpan(requests);
        for (var start = 0; start < all.Length;)
        {
            var end = start + 1;
            while (end < all.Length && all[end].Area == all[start].Area)
            {
                end++;
            }

            _picker.Serve(step, all[start].Area, all[start..end]);
            start = end;
        }

        // Keeps what is valid; else leaves it and asks for another.
        void Settle(int row, int step)
        {
            var plan = _draft.RowAt(row);
            var area = PlaceOf(plan, step);
            var holder = plan[step] == 0 ? null : _draft.HolderAt(plan[step]);
            if (holder is not null && (area < 0 || !holder.IsInPost || holder.Area != area || _draft.StandsHigher(row, step, holder.Cadre)))
            {
                Release(row);
                holder = null;
            }

            if (holder is null && area >= 0)
            {
                requests.Add(new Request(area, row, plan[step], _register.IdAt(row).Value));
            }
        }

        void Release(int row)
        {
            touched.Add(_draft.HolderAt(_draft.RowAt(row)[step]).Area);
            _draft.Release(step, row);
        }

        void ReleaseExcess()
        {
            foreach (var number in _staff.Changed)
            {
                var seat = _draft[number];
                if (seat.Holder.Post!.Capacity is not { } capacity || seat.LoadOf(step) <= capacity)
                {
                    continue;
                }

                foreach (var row in seat.RowsOf(step).OrderBy(row => _register.IdAt(row).Value, StringComparer.Ordinal).Skip(capacity))
                {
                    Release(row);
                    _draft.Look(row);
                    _overCapacity.Add(row);
                    requests.Add(new Request(seat.Holder.Area, row, number, _register.IdAt(row).Value));
                }
            }
        }

        // Those who wait at an area in which something changed ask again; whoever was settled above is not among them.
        void CallFromBench(int area)
        {
            var pool = _draft.PoolOf(area);
            if (pool.Bench == 0 || !pool.IsStaffed || _draft[pool.Bench].LoadOf(step) == 0)
            {
                return;
            }

            foreach (var row in _draft[pool.Bench].RowsOf(step))
            {
                Release(row);
                _draft.Look(row);
                requests.Add(new Request(area, row, pool.Bench, _register.IdAt(row).Value));
            }
        }
    }

    /// <summary>The area that has to take a step, or -1 when there is no such step.</summary>
    private int PlaceOf(RowPlan plan, int step)
    {
        if (!plan.HasTier || (step > 0 && _draft.HolderAt(plan[0]).IsBench))
        {
            return -1;
        }

        return _levels.FindLevel((Tier)plan.Tier, ResponsibleStep.Main + step) is { } level ? _draft.PlaceAt(plan.Area, level) : -1;
    }
}
