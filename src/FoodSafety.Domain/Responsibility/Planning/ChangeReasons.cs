namespace FoodSafety.Domain.Responsibility;

/// <summary>Tells what is different between two states of a row, and why.</summary>
internal sealed class ChangeReasons(PlanState before, PlanState after, bool areLevelsOthers, IReadOnlySet<int> overCapacity)
{
    public IEnumerable<ChainChange> Of(int row)
    {
        var (then, now) = (before.RowAt(row), after.Rows[row]);
        for (var step = 0; step < RowPlan.Steps; step++)
        {
            var (from, to) = (SeatOf(before, then[step]), SeatOf(after, now[step]));
            if (from != to)
            {
                yield return new ChainChange(row, ResponsibleStep.Main + step, from, to, Reason(row, then, now, step));
            }
        }
    }

    private static Seat SeatOf(PlanState state, int holder) => holder == 0 ? default : state.Holders[holder]!.Seat;

    private ChainChangeReason Reason(int row, RowPlan then, RowPlan now, int step)
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
        var cause = after.Holders[now[0]]!.IsBench || before.Holders[then[0]]!.IsBench ? 0 : step;
        var old = after.Holders[then[cause]]!;
        return old switch
        {
            { IsBench: true } => ChainChangeReason.StaffFound,
            { IsInPost: false } => ChainChangeReason.CadreLeft,
            _ when cause == 0 && overCapacity.Contains(row) => ChainChangeReason.OverCapacity,
            _ when StandsHigher(now, cause, old.Cadre!) => ChainChangeReason.StepChanged,
            _ => ChainChangeReason.StaffFound,
        };
    }

    private bool StandsHigher(RowPlan now, int step, Cadre cadre)
    {
        for (var higher = 0; higher < step; higher++)
        {
            if (after.Holders[now[higher]]!.Cadre?.Id == cadre.Id)
            {
                return true;
            }
        }

        return false;
    }
}
