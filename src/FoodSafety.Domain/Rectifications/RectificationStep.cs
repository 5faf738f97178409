using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>What is done with a rectification (整改操作).</summary>
/// <remarks>Zero, the default, is no step. Where each leads, is in <see cref="RectificationLifecycle"/>.</remarks>
public enum RectificationStep : byte
{
    /// <summary>A problem that was found is reported (发现上报).</summary>
    [BilingualName("发现上报", "report")]
    Report = 1,

    /// <summary>Somebody takes it up (认领).</summary>
    [BilingualName("认领", "claim")]
    Claim = 2,

    /// <summary>It is corrected at once and somebody saw it (立行立改).</summary>
    [BilingualName("立行立改", "correct on the spot")]
    CorrectOnTheSpot = 3,

    /// <summary>The business is ordered to correct it by a deadline (责令限期整改).</summary>
    [BilingualName("责令限期整改", "order")]
    Order = 4,

    /// <summary>More time is granted (延期).</summary>
    [BilingualName("延期", "extend")]
    Extend = 5,

    /// <summary>The business hands in its report (提交整改报告).</summary>
    [BilingualName("提交整改报告", "submit")]
    Submit = 6,

    /// <summary>The check finds it not corrected, and it goes back (退回).</summary>
    [BilingualName("退回", "return")]
    Return = 7,

    /// <summary>The check finds it corrected, and it is struck off the list (复查合格销号).</summary>
    [BilingualName("复查销号", "close")]
    Close = 8,

    /// <summary>It is dropped (撤销).</summary>
    [BilingualName("撤销", "dismiss")]
    Dismiss = 9,

    /// <summary>A case is filed (立案).</summary>
    [BilingualName("立案", "file a case")]
    FileCase = 10,

    /// <summary>The case is concluded (结案).</summary>
    [BilingualName("结案", "conclude the case")]
    ConcludeCase = 11,

    /// <summary>A look-back finds the problem again (回头看重新打开).</summary>
    [BilingualName("重新打开", "reopen")]
    Reopen = 12,

    /// <summary>A measure taken because of it is linked (关联措施); the state stays.</summary>
    [BilingualName("关联措施", "link a measure")]
    LinkMeasure = 13,

    /// <summary>A follow-up found the problem again, and a new finding carries it on (结转).</summary>
    [BilingualName("结转", "carry over")]
    CarryOver = 14,

    /// <summary>A provisional deadline is settled, for the holidays of its year are announced (期限落定); the state stays.</summary>
    [BilingualName("期限落定", "settle the deadline")]
    SettleDeadline = 15,
}
