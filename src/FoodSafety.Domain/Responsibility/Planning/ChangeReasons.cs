using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Tells what is different between two states of a row, and why.</summary>
internal sealed class ChangeReasons(
    PlanState before, PlanState after, AreaTree areas, LevelCorrespondence levels, bool areLevelsOthers, IReadOnlySet<int> overCapacity, HandOvers handed)
{
    public IEnumerable<ChainChange> Of(int row)
    {
        var (then, now) = (before.RowAt(row), after.Rows[row]);
        for (var step = 0; step < RowPlan.Steps; step++)
        {
            var (from, to) = (before.SeatAt(row, step), after.SeatAt(row, step));
            if (from != to)
            {
                yield return new ChainChange(row, ResponsibleStep.Main + step, from, to, handed.Find(row, step) is { IsNone: false } taker && taker == to ? ChainChangeReason.HandedOver : Reason(row, then, now, step, from));
            }
        }
    }

    private ChainChangeReason Reason(int row, RowPlan then, RowPlan now, int step, Seat from)
    {
        if (!then.HasTier || !now.HasTier)
        {
            return now.HasTier ? ChainChangeReason.Entered : ChainChangeReason.LeftPlan;
        }

        if (then.Tier != now.Tier)
        {
            return ChainChangeReason.TierChanged;
        }

        if (then.Area != now.Area)
        {
            return ChainChangeReason.BusinessMoved;
        }

        if (areLevelsOthers)
        {
            return ChainChangeReason.LevelsChanged;
        }

        // A main step that was lost, or found, takes the steps below with it.
        var cause = after.Holders[now[0]]!.IsBench || (before.Holders[then[0]]!.IsBench && from.IsNone) ? 0 : step;
        var old = after.Holders[then[cause]]!;
        return old switch
        {
            // Who was stated to assist a main responsible whom nobody stated.
            { IsBench: true } => from.IsNone ? ChainChangeReason.StaffFound : ChainChangeReason.DoesNotFit,
            { IsInPost: false } => ChainChangeReason.CadreLeft,
            _ when cause == 0 && overCapacity.Contains(row) => ChainChangeReason.OverCapacity,
            _ when StandsHigher(row, cause, old.Seat.Cadre) => ChainChangeReason.StepChanged,
            _ => WasInPlace(then, cause, old) ? ChainChangeReason.StaffFound : ChainChangeReason.DoesNotFit,
        };
    }

    private bool StandsHigher(int row, int step, CadreId cadre)
    {
        for (var higher = 0; higher < step; higher++)
        {
            if (after.SeatAt(row, higher).Cadre == cadre)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a seat was where the step belonged before: always in a plan that was made, not in one that was stated.</summary>
    private bool WasInPlace(RowPlan then, int step, Holder old) =>
        levels.FindLevel((Tier)then.Tier, ResponsibleStep.Main + step) is { } level && before.PlaceAt(areas, then.Area, level) == old.Area;
}

/// <summary>The rows of a holder while a plan is made.</summary>
internal sealed class HolderDraft(Holder holder)
{
    private readonly List<int>?[] _added = new List<int>?[RowPlan.Steps];
    private readonly List<int>?[] _removed = new List<int>?[RowPlan.Steps];

    public Holder Holder => holder;

    public int Total => LoadOf(0) + LoadOf(1) + LoadOf(2);

    public int LoadOf(int step) => holder.Rows[step].Length + (_added[step]?.Count ?? 0) - (_removed[step]?.Count ?? 0);

    /// <summary>How many more rows the seat can take; without limit but for the main step.</summary>
    public int RoomIn(int step) => step == 0 && holder.Limit is { } limit ? limit - LoadOf(0) : int.MaxValue;

    public void Add(int step, int row) => (_added[step] ??= []).Add(row);

    public void Remove(int step, int row) => (_removed[step] ??= []).Add(row);

    public Holder ToHolder() => holder with { Rows = [RowsOf(0), RowsOf(1), RowsOf(2)] };

    /// <summary>The rows of a step as they are now, ascending.</summary>
    public ImmutableArray<int> RowsOf(int step)
    {
        var (added, removed) = (_added[step], _removed[step]);
        if (added is null && removed is null)
        {
            return holder.Rows[step];
        }

        var rows = new List<int>(holder.Rows[step].Length + (added?.Count ?? 0));
        rows.AddRange(holder.Rows[step]);
        // A row that came and went stands in both lists, as often as it came and went.
        rows.AddRange(added ?? []);
        rows.Sort();
        if (removed is not null)
        {
            Subtract(rows, removed);
        }

        return [.. rows];
    }

    private static void Subtract(List<int> rows, List<int> removed)
    {
        removed.Sort();
        var (kept, next) = (0, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            if (next < removed.Count && removed[next] == rows[i])
            {
                next++;
            }
            else
            {
                rows[kept++] = rows[i];
            }
        }

        rows.RemoveRange(kept, rows.Count - kept);
    }
}
