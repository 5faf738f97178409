namespace FoodSafety.Domain.Rectifications;

/// <summary>Where the rectification of a problem stands (整改状态).</summary>
/// <remarks>Zero, the default, is no state. Names, and which states are open, are in <see cref="RectificationStates"/>.</remarks>
public enum RectificationState : byte
{
    /// <summary>Found and reported; nobody has taken it up yet (已发现、待认领).</summary>
    Reported = 1,

    /// <summary>Somebody answers for it from now on (已认领).</summary>
    Claimed = 2,

    /// <summary>The business is ordered in writing to correct it by a deadline (责令限期整改).</summary>
    Ordered = 3,

    /// <summary>The business reported that it is corrected; the check is due (已报整改、待复查).</summary>
    Submitted = 4,

    /// <summary>Checked, found corrected and struck off the list (复查合格、已销号).</summary>
    Closed = 5,

    /// <summary>Corrected at once, before the eyes of whoever records it (立行立改).</summary>
    CorrectedOnTheSpot = 6,

    /// <summary>No rectification is needed: not a problem, or reported twice (已撤销).</summary>
    Dismissed = 7,

    /// <summary>Handled as a case of administrative penalty (已立案).</summary>
    CaseFiled = 8,

    /// <summary>The case is concluded (已结案).</summary>
    CaseConcluded = 9,

    /// <summary>A follow-up found the problem again as a new finding, and the rectification of that one goes on in its place (已结转).</summary>
    CarriedOver = 10,
}
