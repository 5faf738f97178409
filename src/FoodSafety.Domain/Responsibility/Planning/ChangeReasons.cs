using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Tells what is different between two states of a row, and why.</summary>
internal sealed class ChangeReasons(
    PlanState before, PlanState after, AreaTree areas, LevelCorrespondence levels, bool areLevelsOthers, IReadOnlySet<int> overCapacity)
{
    public IEnumerable<ChainChange> Of(int row)
    {
        var (then, now) = (before.RowAt(row), after.Rows[row]);
        for (var step = 0; step < RowPlan.Steps; step++)
        {
            var (from, to) = (before.SeatAt(row, step), after.SeatAt(row, step));
            if (from != to)
            {
                yield return new ChainChange(row, ResponsibleStep.Main + step, from, to, Reason(row, then, now, step, from));
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
