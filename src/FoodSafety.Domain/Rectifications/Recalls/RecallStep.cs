using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

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
