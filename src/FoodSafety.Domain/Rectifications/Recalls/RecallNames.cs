using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>What people call the states and steps of recalls.</summary>
public static class RecallNames
{
    /// <summary>The name of a state.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static BilingualText Name(this RecallState state) => state.Named() switch
    {
        RecallState.Known => ("已知悉风险", "risk known"),
        RecallState.Ordered => ("已责令召回", "ordered"),
        RecallState.Started => ("召回中", "started"),
        RecallState.Reported => ("已报告", "reported"),
        RecallState.Assessed => ("评价通过", "assessed"),
    };

    /// <summary>The name of a step.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public static BilingualText Name(this RecallStep step) => step.Named() switch
    {
        RecallStep.Learn => ("知悉风险", "learn of the risk"),
        RecallStep.Order => ("责令召回", "order"),
        RecallStep.Start => ("启动召回", "start"),
        RecallStep.Extend => ("延长召回时间", "extend"),
        RecallStep.Recover => ("收回", "recover"),
        RecallStep.Dispose => ("处置", "dispose"),
        RecallStep.Report => ("报告召回情况", "report"),
        RecallStep.SendBack => ("责令继续召回", "send back"),
        RecallStep.Assess => ("评价", "assess"),
        RecallStep.Publish => ("发布召回公告", "publish the notice"),
        RecallStep.Progress => ("报告召回进展", "report progress"),
    };
}
