using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using static FoodSafety.Domain.Emergencies.IncidentData;
using static FoodSafety.Domain.Emergencies.IncidentState;
using static FoodSafety.Domain.Emergencies.IncidentStep;
using static FoodSafety.Domain.Lifecycles.Ways;

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
    /// <summary>All that there is to say of each state and each step.</summary>
    internal static LifecycleRows<
        IncidentState, IncidentStep, IncidentAct, IncidentStateRow, StepRow<IncidentState, IncidentStep, IncidentAct, Incident, Done<IncidentAct>, IncidentGuards.Question>> Rows { get; } = new(
        ("食品安全事故", "food-safety incident"), All, [],
        [
            new(Reported, IsReported: true),
            new(Verified, IsReported: true),
            new(Responding, IsReported: true),
            new(ResponseEnded, IsReported: true),
            new(Closed, IsReported: true),
            new(Dismissed, IsReported: false),
        ],
        [
            new(Register, [Subject, KnownFacts], [StatedRules], Beginning(Reported), (now, _) => now, _ => []),
            // Who knows and who reported is read from the history.
            new(Learn, [Notice], [], Staying(Reported, Verified, Responding, ResponseEnded), (now, _) => now, IncidentGuards.NotInTheFuture),
            new(Report, [SentReport], [], Staying(Reported, Verified, Responding, ResponseEnded), (now, _) => now, IncidentGuards.NotInTheFuture),
            // The grading is filled in when the act is taken, unless it is stated.
            new(Verify, [KnownFacts], [StatedGrading], Into(Verified, Reported), Graded, _ => []),
            new(Regrade, [KnownFacts], [StatedGrading], Staying(Verified, Responding, ResponseEnded), Graded, _ => []),
            new(Respond, [Response], [], Into(Responding, Verified, ResponseEnded), (now, done) => now with { Response = done.Act.Response }, IncidentGuards.OfResponse),
            new(AdjustResponse, [Response, Reason], [], Staying(Responding), (now, done) => now with { Response = done.Act.Response }, IncidentGuards.ReachesGrade),
            new(EndResponse, [Reason], [], Into(ResponseEnded, Responding), (now, _) => now with { Response = null }, _ => []),
            new(Close, [Reason], [], Into(Closed, Verified, ResponseEnded), (now, _) => now with { Response = null }, IncidentGuards.ResponseEnded),
            new(Dismiss, [Reason], [], Into(Dismissed, Reported, Verified), (now, _) => now with { Response = null }, _ => []),
        ]);

    /// <summary>The table: which step leads from which state to which.</summary>
    public static Lifecycle<IncidentState, IncidentStep> Table => Rows.Table;

    private static Incident Graded(Incident now, Done<IncidentAct> done) => now with { Facts = done.Act.Facts!, Grading = done.Act.Grading };
}

/// <summary>What a state of an incident means.</summary>
/// <param name="State">The state.</param>
/// <param name="IsReported">Whether there is a duty to report it; of a false alarm there is none.</param>
internal sealed record IncidentStateRow(IncidentState State, bool IsReported) : StateRow<IncidentState>(State);

/// <summary>The data of an act on an incident.</summary>
internal static class IncidentData
{
    public static readonly StepData<IncidentAct> Subject = new("subject", ("事故概况", "what happened where"), act => act.Subject is not null);
    public static readonly StepData<IncidentAct> KnownFacts = new("facts", ("已知事实", "what is known"), act => act.Facts is not null);
    public static readonly StepData<IncidentAct> StatedRules = new("rules", ("报告规则", "rules of reporting"), act => !act.Rules.IsEmpty);
    public static readonly StepData<IncidentAct> StatedGrading = new("grading", ("定级", "a grading"), act => act.Grading is not null);
    public static readonly StepData<IncidentAct> Response = new("response", ("响应级别", "a level of response"), act => act.Response is not null);
    public static readonly StepData<IncidentAct> Notice = new("notice", ("知悉情况", "who knows since when"), act => act.Notice is not null);
    public static readonly StepData<IncidentAct> SentReport = new("sentReport", ("报告情况", "a report"), act => act.SentReport is not null);
    public static readonly StepData<IncidentAct> Reason = new("reason", ("理由", "a reason"), act => act.Reason is not null);

    public static ItemList<StepData<IncidentAct>> All { get; } = [Subject, KnownFacts, StatedRules, StatedGrading, Response, Notice, SentReport, Reason];
}
