using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Emergencies;

/// <summary>How far an incident has come (事故处置状态).</summary>
/// <remarks>The default value 0 is no state. Names are in <see cref="IncidentStates"/>.</remarks>
public enum IncidentState
{
    /// <summary>Reported, and not verified yet (已接报).</summary>
    Reported = 1,

    /// <summary>Verified, and graded or found below the table (已核实定级).</summary>
    Verified = 2,

    /// <summary>A response is under way (应急响应中).</summary>
    Responding = 3,

    /// <summary>The response has ended; what is left is to review it (响应终止).</summary>
    ResponseEnded = 4,

    /// <summary>Reviewed and closed (已结案).</summary>
    Closed = 5,

    /// <summary>It was a false alarm (误报，不予立案).</summary>
    Dismissed = 6,
}

/// <summary>What can be done with an incident (事故处置操作).</summary>
/// <remarks>The default value 0 is no step. Names are in <see cref="IncidentStates"/>.</remarks>
public enum IncidentStep
{
    /// <summary>Take the alarm in; this begins an incident (接报).</summary>
    Register = 1,

    /// <summary>Note that a party learnt of it, which starts that party's clocks (记录知悉).</summary>
    Learn = 2,

    /// <summary>Note that a party sent a report (记录报告).</summary>
    Report = 3,

    /// <summary>Verify it and grade it (核实定级).</summary>
    Verify = 4,

    /// <summary>Grade it anew because facts changed (调整定级).</summary>
    Regrade = 5,

    /// <summary>Start the response, or start it again (启动响应).</summary>
    Respond = 6,

    /// <summary>Change the level of the response (调整响应级别).</summary>
    AdjustResponse = 7,

    /// <summary>End the response (终止响应).</summary>
    EndResponse = 8,

    /// <summary>Close it: after the review, or at once when it is below the table (结案).</summary>
    Close = 9,

    /// <summary>Dismiss it as a false alarm (排除).</summary>
    Dismiss = 10,
}

/// <summary>The names of <see cref="IncidentState"/> and <see cref="IncidentStep"/>.</summary>
public static class IncidentStates
{
    /// <summary>The state as people read it.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    public static BilingualText Name(this IncidentState state) => state.Named() switch
    {
        IncidentState.Reported => ("已接报", "reported"),
        IncidentState.Verified => ("已核实定级", "verified"),
        IncidentState.Responding => ("应急响应中", "responding"),
        IncidentState.ResponseEnded => ("响应终止", "response ended"),
        IncidentState.Closed => ("已结案", "closed"),
        IncidentState.Dismissed => ("已排除", "dismissed"),
    };

    /// <summary>The step as people read it.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not one of the named values.</exception>
    public static BilingualText Name(this IncidentStep step) => step.Named() switch
    {
        IncidentStep.Register => ("接报", "register"),
        IncidentStep.Learn => ("记录知悉", "note who knows"),
        IncidentStep.Report => ("记录报告", "note a report"),
        IncidentStep.Verify => ("核实定级", "verify"),
        IncidentStep.Regrade => ("调整定级", "grade anew"),
        IncidentStep.Respond => ("启动响应", "respond"),
        IncidentStep.AdjustResponse => ("调整响应级别", "adjust the response"),
        IncidentStep.EndResponse => ("终止响应", "end the response"),
        IncidentStep.Close => ("结案", "close"),
        IncidentStep.Dismiss => ("排除", "dismiss"),
    };
}

/// <summary>The lifecycle of an incident (事故处置流程).</summary>
public static class IncidentLifecycle
{
    /// <summary>The table: which step leads from which state to which.</summary>
    public static Lifecycle<IncidentState, IncidentStep> Table { get; } = new(
        ("食品安全事故", "food-safety incident"), IncidentStates.Name, IncidentStates.Name,
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
