using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Emergencies;

/// <summary>How far an incident has come (事故处置状态).</summary>
/// <remarks>The default value 0 is no state.</remarks>
public enum IncidentState
{
    /// <summary>Reported, and not verified yet (已接报).</summary>
    [BilingualName("已接报", "reported")]
    Reported = 1,

    /// <summary>Verified, and graded or found below the table (已核实定级).</summary>
    [BilingualName("已核实定级", "verified")]
    Verified = 2,

    /// <summary>A response is under way (应急响应中).</summary>
    [BilingualName("应急响应中", "responding")]
    Responding = 3,

    /// <summary>The response has ended; what is left is to review it (响应终止).</summary>
    [BilingualName("响应终止", "response ended")]
    ResponseEnded = 4,

    /// <summary>Reviewed and closed (已结案).</summary>
    [BilingualName("已结案", "closed")]
    Closed = 5,

    /// <summary>It was a false alarm (误报，不予立案).</summary>
    [BilingualName("已排除", "dismissed")]
    Dismissed = 6,
}

/// <summary>What can be done with an incident (事故处置操作).</summary>
/// <remarks>The default value 0 is no step.</remarks>
public enum IncidentStep
{
    /// <summary>Take the alarm in; this begins an incident (接报).</summary>
    [BilingualName("接报", "register")]
    Register = 1,

    /// <summary>Note that a party learnt of it, which starts that party's clocks (记录知悉).</summary>
    [BilingualName("记录知悉", "note who knows")]
    Learn = 2,

    /// <summary>Note that a party sent a report (记录报告).</summary>
    [BilingualName("记录报告", "note a report")]
    Report = 3,

    /// <summary>Verify it and grade it (核实定级).</summary>
    [BilingualName("核实定级", "verify")]
    Verify = 4,

    /// <summary>Grade it anew because facts changed (调整定级).</summary>
    [BilingualName("调整定级", "grade anew")]
    Regrade = 5,

    /// <summary>Start the response, or start it again (启动响应).</summary>
    [BilingualName("启动响应", "respond")]
    Respond = 6,

    /// <summary>Change the level of the response (调整响应级别).</summary>
    [BilingualName("调整响应级别", "adjust the response")]
    AdjustResponse = 7,

    /// <summary>End the response (终止响应).</summary>
    [BilingualName("终止响应", "end the response")]
    EndResponse = 8,

    /// <summary>Close it: after the review, or at once when it is below the table (结案).</summary>
    [BilingualName("结案", "close")]
    Close = 9,

    /// <summary>Dismiss it as a false alarm (排除).</summary>
    [BilingualName("排除", "dismiss")]
    Dismiss = 10,
}

/// <summary>The lifecycle of an incident (事故处置流程).</summary>
public static class IncidentLifecycle
{
    /// <summary>The table: which step leads from which state to which.</summary>
    public static Lifecycle<IncidentState, IncidentStep> Table { get; } = new(
        ("食品安全事故", "food-safety incident"),
        new(null, IncidentStep.Register, IncidentState.Reported),
        new(IncidentState.Reported, IncidentStep.Learn, IncidentState.Reported),
        new(IncidentState.Reported, IncidentStep.Report, IncidentState.Reported),
        new(IncidentState.Reported, IncidentStep.Verify, IncidentState.Verified),
        new(IncidentState.Reported, IncidentStep.Dismiss, IncidentState.Dismissed),
        new(IncidentState.Verified, IncidentStep.Learn, IncidentState.Verified),
        new(IncidentState.Verified, IncidentStep.Report, IncidentState.Verified),
        new(IncidentState.Verified, IncidentStep.Regrade, IncidentState.Verified),
        new(IncidentState.Verified, IncidentStep.Respond, IncidentState.Responding),
        new(IncidentState.Verified, IncidentStep.Close, IncidentState.Closed),
        new(IncidentState.Verified, IncidentStep.Dismiss, IncidentState.Dismissed),
        new(IncidentState.Responding, IncidentStep.Learn, IncidentState.Responding),
        new(IncidentState.Responding, IncidentStep.Report, IncidentState.Responding),
        new(IncidentState.Responding, IncidentStep.Regrade, IncidentState.Responding),
        new(IncidentState.Responding, IncidentStep.AdjustResponse, IncidentState.Responding),
        new(IncidentState.Responding, IncidentStep.EndResponse, IncidentState.ResponseEnded),
        new(IncidentState.ResponseEnded, IncidentStep.Learn, IncidentState.ResponseEnded),
        new(IncidentState.ResponseEnded, IncidentStep.Report, IncidentState.ResponseEnded),
        new(IncidentState.ResponseEnded, IncidentStep.Regrade, IncidentState.ResponseEnded),
        new(IncidentState.ResponseEnded, IncidentStep.Respond, IncidentState.Responding),
        new(IncidentState.ResponseEnded, IncidentStep.Close, IncidentState.Closed));
}
