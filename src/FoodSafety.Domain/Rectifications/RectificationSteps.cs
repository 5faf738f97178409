using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The names of <see cref="RectificationStep"/>.</summary>
public static class RectificationSteps
{
    /// <summary>The step as people read it.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not one of the named values.</exception>
    public static BilingualText Name(this RectificationStep step) => step.Named() switch
    {
        RectificationStep.Report => ("发现上报", "report"),
        RectificationStep.Claim => ("认领", "claim"),
        RectificationStep.CorrectOnTheSpot => ("立行立改", "correct on the spot"),
        RectificationStep.Order => ("责令限期整改", "order"),
        RectificationStep.Extend => ("延期", "extend"),
        RectificationStep.Submit => ("提交整改报告", "submit"),
        RectificationStep.Return => ("退回", "return"),
        RectificationStep.Close => ("复查销号", "close"),
        RectificationStep.Dismiss => ("撤销", "dismiss"),
        RectificationStep.FileCase => ("立案", "file a case"),
        RectificationStep.ConcludeCase => ("结案", "conclude the case"),
        RectificationStep.Reopen => ("重新打开", "reopen"),
        RectificationStep.LinkMeasure => ("关联措施", "link a measure"),
        RectificationStep.CarryOver => ("结转", "carry over"),
        RectificationStep.SettleDeadline => ("期限落定", "settle the deadline"),
    };
}
