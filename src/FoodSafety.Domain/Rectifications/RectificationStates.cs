using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The names of <see cref="RectificationState"/>, and which of them are open.</summary>
public static class RectificationStates
{
    /// <summary>The state as people read it.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    public static BilingualText Name(this RectificationState state) => state.Named() switch
    {
        RectificationState.Reported => ("待认领", "reported"),
        RectificationState.Claimed => ("已认领", "claimed"),
        RectificationState.Ordered => ("限期整改中", "ordered"),
        RectificationState.Submitted => ("待复查", "submitted"),
        RectificationState.Closed => ("已销号", "closed"),
        RectificationState.CorrectedOnTheSpot => ("立行立改", "corrected on the spot"),
        RectificationState.Dismissed => ("已撤销", "dismissed"),
        RectificationState.CaseFiled => ("已立案", "case filed"),
        RectificationState.CaseConcluded => ("已结案", "case concluded"),
        RectificationState.CarriedOver => ("已结转", "carried over"),
    };

    /// <summary>True while something remains to be done (未办结); a state that is not open can at most be reopened.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    public static bool IsOpen(this RectificationState state) => RectificationLifecycle.Rows[state.Named()].IsOpen;

    /// <summary>True when the problem is corrected (已整改): closed, or corrected on the spot.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    public static bool IsRectified(this RectificationState state) => RectificationLifecycle.Rows[state.Named()].Fate == RectificationFate.Rectified;
}
