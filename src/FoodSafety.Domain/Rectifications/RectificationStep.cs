namespace FoodSafety.Domain.Rectifications;

/// <summary>What is done with a rectification (整改操作).</summary>
/// <remarks>Zero, the default, is no step. Names are in <see cref="RectificationSteps"/>; where each leads, in <see cref="RectificationLifecycle"/>.</remarks>
public enum RectificationStep : byte
{
    /// <summary>A problem that was found is reported (发现上报).</summary>
    Report = 1,

    /// <summary>Somebody takes it up (认领).</summary>
    Claim = 2,

    /// <summary>It is corrected at once and somebody saw it (立行立改).</summary>
    CorrectOnTheSpot = 3,

    /// <summary>The business is ordered to correct it by a deadline (责令限期整改).</summary>
    Order = 4,

    /// <summary>More time is granted (延期).</summary>
    Extend = 5,

    /// <summary>The business hands in its report (提交整改报告).</summary>
    Submit = 6,

    /// <summary>The check finds it not corrected, and it goes back (退回).</summary>
    Return = 7,

    /// <summary>The check finds it corrected, and it is struck off the list (复查合格销号).</summary>
    Close = 8,

    /// <summary>It is dropped (撤销).</summary>
    Dismiss = 9,

    /// <summary>A case is filed (立案).</summary>
    FileCase = 10,

    /// <summary>The case is concluded (结案).</summary>
    ConcludeCase = 11,

    /// <summary>A look-back finds the problem again (回头看重新打开).</summary>
    Reopen = 12,

    /// <summary>A measure taken because of it is linked (关联措施); the state stays.</summary>
    LinkMeasure = 13,

    /// <summary>A follow-up found the problem again, and a new finding carries it on (结转).</summary>
    CarryOver = 14,

    /// <summary>A provisional deadline is settled, for the holidays of its year are announced (期限落定); the state stays.</summary>
    SettleDeadline = 15,
}
