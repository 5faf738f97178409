using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using static FoodSafety.Domain.Rectifications.RecallState;
using static FoodSafety.Domain.Rectifications.RecallStep;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The rules of the road of a recall (召回流程): its table, and who takes each step.</summary>
public static class RecallLifecycle
{
    /// <summary>The table of states and steps.</summary>
    public static Lifecycle<RecallState, RecallStep> Table { get; } = new(
        ("食品召回", "food recall"),
        new(null, Learn, Known),
        new(Known, Start, Started), new(Known, Order, Ordered),
        new(Ordered, Start, Started),
        new(Started, Publish, Started), new(Started, Progress, Started),
        new(Started, Recover, Started), new(Started, Dispose, Started), new(Started, Extend, Started), new(Started, Report, Reported),
        new(Reported, Dispose, Reported), new(Reported, SendBack, Started), new(Reported, Assess, Assessed));

    /// <summary>Who takes a step.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not one of the named values.</exception>
    public static RecallParty TakerOf(RecallStep step) => step.Named() switch
    {
        Order or Extend or SendBack or Assess => RecallParty.MarketBureau,
        Learn or Start or Publish or Recover or Dispose or Progress or Report => RecallParty.Business,
    };
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
