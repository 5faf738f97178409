using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Lifecycles.Ways;
using static FoodSafety.Domain.Rectifications.RecallData;
using static FoodSafety.Domain.Rectifications.RecallParty;
using static FoodSafety.Domain.Rectifications.RecallState;
using static FoodSafety.Domain.Rectifications.RecallStep;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The rules of the road of a recall (召回流程): its table, and who takes each step.</summary>
public static class RecallLifecycle
{
    /// <summary>All that there is to say of each state and each step.</summary>
    internal static LifecycleRows<RecallState, RecallStep, RecallAct, RecallStateRow, RecallStepRow> Rows { get; } = new(
        ("食品召回", "food recall"), All, [Reason],
        [
            new(Known, (recall, at, calendar) => recall.StartClock(at, calendar)),
            new(Ordered, (recall, at, calendar) => recall.StartClock(at, calendar)),
            new(Started, (recall, at, calendar) => recall.FinishClock(at, calendar), IsUnderWay: true),
            new(Reported, (_, _, _) => null),
            new(Assessed, (_, _, _) => null),
        ],
        [
            new(Learn, Business, [Goods], [Terms], Beginning(Known), (now, _) => now, _ => []),
            new(Order, MarketBureau, [Reason], [], Into(Ordered, Known), (now, _) => now with { WasOrdered = true }, _ => []),
            new(Start, Business, [], [], Into(Started, Known, Ordered), (now, done) => now with { StartedAt = done.At }, _ => []),
            new(Publish, Business, [], [], Staying(Started), (now, done) => now with { PublishedAt = done.At }, RecallGuards.PublishedOnce),
            new(Progress, Business, [], [], Staying(Started), (now, done) => now with { ProgressAt = done.At }, _ => []),
            new(Recover, Business, [Amount], [], Staying(Started), (now, done) => now with { Recovered = now.Recovered + done.Act.Amount }, RecallGuards.AtMostSold),
            new(
                RecallStep.Dispose, Business, [Amount, Disposal], [], Staying(Started, Reported),
                (now, done) => now with { Disposals = now.Disposals.Add((done.Act.Disposal!.Value, done.Act.Amount)) }, RecallGuards.AtMostRecovered),
            new(Extend, MarketBureau, [Reason, Until], [], Staying(Started), (now, done) => now with { ExtendedUntil = done.Act.Until }, RecallGuards.LaterEnd),
            new(Report, Business, [], [], Into(Reported, Started), (now, _) => now, _ => []),
            new(SendBack, MarketBureau, [Reason], [], Into(Started, Reported), (now, _) => now, _ => []),
            new(Assess, MarketBureau, [], [], Into(Assessed, Reported), (now, _) => now, RecallGuards.AllDisposed),
        ]);

    /// <summary>The table of states and steps.</summary>
    public static Lifecycle<RecallState, RecallStep> Table => Rows.Table;

    /// <summary>Who takes a step.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not one of the named values.</exception>
    public static RecallParty TakerOf(RecallStep step) => Rows[step.Named()].Taker;
}

/// <summary>What a state of a recall means.</summary>
/// <param name="State">The state.</param>
/// <param name="FindClock">The clock that runs in it, or waits, as it reads at an instant; null for none.</param>
/// <param name="IsUnderWay">Whether an ordered recall reports in it how far it has come.</param>
internal sealed record RecallStateRow(RecallState State, Func<Recall, Instant, WorkingCalendar, RecallClock?> FindClock, bool IsUnderWay = false) : StateRow<RecallState>(State);

/// <summary>All that there is to say of a step of a recall.</summary>
/// <param name="Step">The step.</param>
/// <param name="Taker">Who takes it.</param>
/// <param name="Needs">The data that it needs.</param>
/// <param name="May">The data that it may have; a remark every step may have.</param>
/// <param name="Ways">From which state it leads to which.</param>
/// <param name="Does">What it makes of the recall.</param>
/// <param name="Asks">What it asks of dates and amounts.</param>
internal sealed record RecallStepRow(
    RecallStep Step, RecallParty Taker, ItemList<StepData<RecallAct>> Needs, ItemList<StepData<RecallAct>> May, ItemList<(RecallState? From, RecallState To)> Ways,
    Func<Recall, Done<RecallAct>, Recall> Does, Func<RecallGuards.Question, IEnumerable<UnmetGuard>> Asks)
    : StepRow<RecallState, RecallStep, RecallAct, Recall, Done<RecallAct>, RecallGuards.Question>(Step, Needs, May, Ways, Does, Asks);

/// <summary>The data of an act on a recall.</summary>
internal static class RecallData
{
    public static readonly StepData<RecallAct> Reason = new("reason", ("理由", "a reason"), act => act.Reason.Length > 0);
    public static readonly StepData<RecallAct> Goods = new("goods", ("所召回食品", "the goods"), act => act.Goods is not null);
    public static readonly StepData<RecallAct> Amount = new("amount", ("数量", "an amount"), act => act.Amount > 0);
    public static readonly StepData<RecallAct> Disposal = new("disposal", ("处置方式", "what became of the goods"), act => act.Disposal is not null);
    public static readonly StepData<RecallAct> Until = new("until", ("延长至", "the last day of the longer time"), act => act.Until is not null);
    public static readonly StepData<RecallAct> Terms = new("terms", ("时限规定", "the terms"), act => act.Terms is not null);

    public static ItemList<StepData<RecallAct>> All { get; } = [Reason, Goods, Amount, Disposal, Until, Terms];
}

/// <summary>Where a recall stands (召回状态).</summary>
/// <remarks>The default value 0 is no state.</remarks>
public enum RecallState
{
    /// <summary>The risk is known, the recall has not begun (已知悉风险).</summary>
    [BilingualName("已知悉风险", "risk known")]
    Known = 1,

    /// <summary>The bureau has ordered the recall, the business has not begun it (已责令召回).</summary>
    [BilingualName("已责令召回", "ordered")]
    Ordered = 2,

    /// <summary>It has begun and is under way; <see cref="Recall.PublishedAt"/> says whether the notice is out (召回中).</summary>
    [BilingualName("召回中", "started")]
    Started = 3,

    /// <summary>The business has reported that it is done (已报告).</summary>
    [BilingualName("已报告", "reported")]
    Reported = 4,

    /// <summary>The bureau has assessed it as sufficient; the end (评价通过).</summary>
    [BilingualName("评价通过", "assessed")]
    Assessed = 5,
}

/// <summary>A step of a recall (召回环节).</summary>
/// <remarks>The default value 0 is no step.</remarks>
public enum RecallStep
{
    /// <summary>The business comes to know of the risk (知悉食品安全风险).</summary>
    [BilingualName("知悉风险", "learn of the risk")]
    Learn = 1,

    /// <summary>The bureau orders what the business does not begin itself, with reasons (责令召回).</summary>
    [BilingualName("责令召回", "order")]
    Order = 2,

    /// <summary>The recall begins: sale is stopped, the plan is reported (启动召回).</summary>
    [BilingualName("启动召回", "start")]
    Start = 3,

    /// <summary>The bureau agrees to a later end, with reasons (延长召回时间).</summary>
    [BilingualName("延长召回时间", "extend")]
    Extend = 4,

    /// <summary>Goods came back (收回).</summary>
    [BilingualName("收回", "recover")]
    Recover = 5,

    /// <summary>Goods that came back were dealt with (处置).</summary>
    [BilingualName("处置", "dispose")]
    Dispose = 6,

    /// <summary>The business reports that it is done (报告召回情况).</summary>
    [BilingualName("报告召回情况", "report")]
    Report = 7,

    /// <summary>The bureau finds it wanting and sends it back, with reasons (责令继续召回).</summary>
    [BilingualName("责令继续召回", "send back")]
    SendBack = 8,

    /// <summary>The bureau assesses it as sufficient (评价通过).</summary>
    [BilingualName("评价", "assess")]
    Assess = 9,

    /// <summary>The recall notice is published, from which the time to finish runs (发布召回公告).</summary>
    [BilingualName("发布召回公告", "publish the notice")]
    Publish = 10,

    /// <summary>The business reports how far it has come (报告召回进展).</summary>
    [BilingualName("报告召回进展", "report progress")]
    Progress = 11,
}

/// <summary>Who takes a step of a recall (召回各方).</summary>
/// <remarks>The default value 0 is nobody.</remarks>
public enum RecallParty
{
    /// <summary>The business that recalls (食品生产经营者).</summary>
    [BilingualName("食品生产经营者", "business")]
    Business = 1,

    /// <summary>The market regulation bureau (市场监管局).</summary>
    [BilingualName("市场监管局", "market regulation bureau")]
    MarketBureau = 2,
}
