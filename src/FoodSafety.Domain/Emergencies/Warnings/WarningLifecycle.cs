using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using static FoodSafety.Domain.Emergencies.WarningData;
using static FoodSafety.Domain.Emergencies.WarningState;
using static FoodSafety.Domain.Emergencies.WarningStep;
using static FoodSafety.Domain.Lifecycles.Ways;

namespace FoodSafety.Domain.Emergencies;

/// <summary>How far a warning has come (预警状态).</summary>
/// <remarks>The default value 0 is no state.</remarks>
public enum WarningState
{
    /// <summary>Its level was assessed, and nothing is published (已评估).</summary>
    [BilingualName("已评估", "assessed")]
    Assessed = 1,

    /// <summary>Published and in force (生效中).</summary>
    [BilingualName("生效中", "in force")]
    InForce = 2,

    /// <summary>Never published, and not going to be (不予发布).</summary>
    [BilingualName("不予发布", "dropped")]
    Dropped = 3,

    /// <summary>Lifted because the danger is over (已解除).</summary>
    [BilingualName("已解除", "lifted")]
    Lifted = 4,

    /// <summary>Its time ran out (已到期).</summary>
    [BilingualName("已到期", "expired")]
    Expired = 5,
}

/// <summary>What can be done with a warning (预警操作).</summary>
/// <remarks>The default value 0 is no step.</remarks>
public enum WarningStep
{
    /// <summary>Assess severity and likelihood, and with them the level; this begins a warning (评估).</summary>
    [BilingualName("评估", "assess")]
    Assess = 1,

    /// <summary>Assess anew before anything is published (重新评估).</summary>
    [BilingualName("重新评估", "assess anew")]
    Reassess = 2,

    /// <summary>Decide not to publish it (不予发布).</summary>
    [BilingualName("决定不发布", "drop")]
    Drop = 3,

    /// <summary>Publish it (发布).</summary>
    [BilingualName("发布", "publish")]
    Publish = 4,

    /// <summary>Publish it anew at a stricter level (上调级别).</summary>
    [BilingualName("上调级别", "raise")]
    Raise = 5,

    /// <summary>Publish it anew at a milder level (下调级别).</summary>
    [BilingualName("下调级别", "lower")]
    Lower = 6,

    /// <summary>Lift it because the danger is over (解除).</summary>
    [BilingualName("解除", "lift")]
    Lift = 7,

    /// <summary>Its time runs out; taken by time alone, and by nobody (到期).</summary>
    [BilingualName("到期", "expire")]
    Expire = 8,
}

/// <summary>The lifecycle of a warning (预警生命周期).</summary>
public static class WarningLifecycle
{
    /// <summary>All that there is to say of each state and each step.</summary>
    internal static LifecycleRows<WarningState, WarningStep, WarningAct, StateRow<WarningState>, WarningStepRow> Rows { get; } = new(
        ("风险预警", "risk warning"), All, [], StateRow<WarningState>.OfEach,
        [
            new(Assess, [Subject, NewAssessment], [], Beginning(Assessed), Found, _ => []),
            new(Reassess, [NewAssessment, Reason], [], Staying(Assessed), Found, _ => []),
            new(Drop, [Reason], [], Into(Dropped, Assessed), (now, done) => now with { EndedAt = done.At }, _ => []),
            new(Publish, [Issuer], [Until], Into(InForce, Assessed), (now, done) => now with { PublishedAt = done.At, Until = done.Act.Until }, WarningGuards.OfPublication),
            new(Raise, [NewAssessment, Issuer, Reason], [], Staying(InForce), Found, WarningGuards.Stricter),
            new(Lower, [NewAssessment, Issuer, Reason], [], Staying(InForce), Found, WarningGuards.Milder),
            new(Lift, [Issuer, Reason], [], Into(Lifted, InForce), (now, done) => now with { EndedAt = done.At }, WarningGuards.MayPublish),
            // No act takes it: that the time ran out is seen when the state is asked for.
            new(Expire, [], [], Into(Expired, InForce), (now, _) => now, _ => [], IsTakenByTime: true),
        ]);

    /// <summary>The table: which step leads from which state to which.</summary>
    public static Lifecycle<WarningState, WarningStep> Table => Rows.Table;

    private static RiskWarning Found(RiskWarning now, Done<WarningAct> done) => now with { Assessment = done.Act.Assessment!.Value };
}

/// <summary>All that there is to say of a step of a warning.</summary>
/// <param name="Step">The step.</param>
/// <param name="Needs">The data that it needs.</param>
/// <param name="May">The data that it may have.</param>
/// <param name="Ways">From which state it leads to which.</param>
/// <param name="Does">What it makes of the warning.</param>
/// <param name="Asks">What it asks of regulators, dates and levels.</param>
/// <param name="IsTakenByTime">Whether time alone takes it, and no act.</param>
internal sealed record WarningStepRow(
    WarningStep Step, ItemList<StepData<WarningAct>> Needs, ItemList<StepData<WarningAct>> May, ItemList<(WarningState? From, WarningState To)> Ways,
    Func<RiskWarning, Done<WarningAct>, RiskWarning> Does, Func<WarningGuards.Question, IEnumerable<UnmetGuard>> Asks, bool IsTakenByTime = false)
    : StepRow<WarningState, WarningStep, WarningAct, RiskWarning, Done<WarningAct>, WarningGuards.Question>(Step, Needs, May, Ways, Does, Asks);

/// <summary>The data of an act on a warning.</summary>
internal static class WarningData
{
    public static readonly StepData<WarningAct> Subject = new("subject", ("预警事项", "what it is about"), act => act.Subject is not null);
    public static readonly StepData<WarningAct> NewAssessment = new("assessment", ("评估结果", "an assessment"), act => act.Assessment is not null);
    public static readonly StepData<WarningAct> Issuer = new("issuer", ("发布部门", "an issuer"), act => act.Issuer is not null);
    public static readonly StepData<WarningAct> Until = new("until", ("有效期", "when its time runs out"), act => act.Until is not null);
    public static readonly StepData<WarningAct> Reason = new("reason", ("理由", "a reason"), act => act.Reason is not null);

    public static ItemList<StepData<WarningAct>> All { get; } = [Subject, NewAssessment, Issuer, Until, Reason];
}
