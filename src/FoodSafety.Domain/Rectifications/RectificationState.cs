using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Where the rectification of a problem stands (整改状态).</summary>
/// <remarks>Zero, the default, is no state. Which states are open, is in <see cref="RectificationStates"/>.</remarks>
public enum RectificationState : byte
{
    /// <summary>Found and reported; nobody has taken it up yet (已发现、待认领).</summary>
    [BilingualName("待认领", "reported")]
    Reported = 1,

    /// <summary>Somebody answers for it from now on (已认领).</summary>
    [BilingualName("已认领", "claimed")]
    Claimed = 2,

    /// <summary>The business is ordered in writing to correct it by a deadline (责令限期整改).</summary>
    [BilingualName("限期整改中", "ordered")]
    Ordered = 3,

    /// <summary>The business reported that it is corrected; the check is due (已报整改、待复查).</summary>
    [BilingualName("待复查", "submitted")]
    Submitted = 4,

    /// <summary>Checked, found corrected and struck off the list (复查合格、已销号).</summary>
    [BilingualName("已销号", "closed")]
    Closed = 5,

    /// <summary>Corrected at once, before the eyes of whoever records it (立行立改).</summary>
    [BilingualName("立行立改", "corrected on the spot")]
    CorrectedOnTheSpot = 6,

    /// <summary>No rectification is needed: not a problem, or reported twice (已撤销).</summary>
    [BilingualName("已撤销", "dismissed")]
    Dismissed = 7,

    /// <summary>Handled as a case of administrative penalty (已立案).</summary>
    [BilingualName("已立案", "case filed")]
    CaseFiled = 8,

    /// <summary>The case is concluded (已结案).</summary>
    [BilingualName("已结案", "case concluded")]
    CaseConcluded = 9,

    /// <summary>A follow-up found the problem again as a new finding, and the rectification of that one goes on in its place (已结转).</summary>
    [BilingualName("已结转", "carried over")]
    CarriedOver = 10,
}

/// <summary>Which of the values of <see cref="RectificationState"/> are open.</summary>
public static class RectificationStates
{
    /// <summary>True while something remains to be done (未办结); a state that is not open can at most be reopened.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    public static bool IsOpen(this RectificationState state) => RectificationLifecycle.Rows[state.Named()].IsOpen;

    /// <summary>True when the problem is corrected (已整改): closed, or corrected on the spot.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    public static bool IsRectified(this RectificationState state) => RectificationLifecycle.Rows[state.Named()].Fate == RectificationFate.Rectified;
}
