using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Emergencies;

/// <summary>A measure that a government takes once a warning is in force (预警期措施).</summary>
/// <param name="Id">The stable key in files.</param>
/// <param name="Text">What is done.</param>
/// <param name="Basis">The article that says so.</param>
/// <param name="IsChoice">True when it is one of several of which the government takes one or more; false when it always does.</param>
public sealed record WarningDuty(string Id, BilingualText Text, Citation Basis, bool IsChoice)
{
    /// <summary>What is done.</summary>
    public BilingualText Text { get; init => field = TextRule.Note.CheckAny(value, nameof(Text)); } = TextRule.Note.CheckAny(Text, nameof(Text));

    /// <summary>The stable key in files.</summary>
    public string Id { get; init => field = TextRule.Key.Check(value, nameof(Id)); } = TextRule.Key.Check(Id, nameof(Id));
}

/// <summary>What a local government of county level or above does once a warning is in force (预警期措施), by level.</summary>
/// <remarks>
/// Levels 3 and 4 by Art. 66 of the Emergency Response Law; levels 1 and 2 the same and, by Art. 67, one or more of a second
/// list. The measures are told in the library's own words.
/// </remarks>
public static class WarningDuties
{
    private static readonly Citation All = EmergencySources.EmergencyLaw("66");
    private static readonly Citation Upper = EmergencySources.EmergencyLaw("67");

    private static readonly ImmutableArray<WarningDuty> OfEveryLevel =
    [
        new("start-plan", ("启动应急预案", "start the emergency plan"), All, IsChoice: false),
        new("collect-reports", ("收集、报告信息，公布反映渠道，加强监测和预报", "collect and report information, open channels for it, watch more closely"), All, IsChoice: false),
        new("assess-experts", ("会同专家随时评估可能性、范围、强度和级别", "assess likelihood, reach, force and grade with experts as things go"), All, IsChoice: false),
        new("inform-public", ("定时发布预测和评估结果，管理相关报道", "publish forecasts and assessments at set times, and manage reports on them"), All, IsChoice: false),
        new("warn-public", ("发布危害警告，宣传防护常识，公布咨询求助方式", "warn of the harm, teach how to avoid it, publish contacts for advice and help"), All, IsChoice: false),
    ];

    private static readonly ImmutableArray<WarningDuty> OfUpperLevels =
    [
        .. OfEveryLevel,
        new("stand-by", ("救援队伍待命，动员后备人员", "put rescue teams on stand-by and call up reserves"), Upper, IsChoice: true),
        new("prepare-supplies", ("调集物资设备，备好避难、隔离和救治场所", "bring up supplies and equipment, ready places for shelter, isolation and treatment"), Upper, IsChoice: true),
        new("guard-sites", ("加强重点单位和设施保卫，维护治安", "guard key sites and keep public order"), Upper, IsChoice: true),
        new("keep-utilities", ("保障交通、通信、水电、医疗等公共设施运行", "keep transport, communication, water, power and medical care running"), Upper, IsChoice: true),
        new("advise-measures", ("发布避免或减轻危害的建议", "advise how to avoid or lessen the harm"), Upper, IsChoice: true),
        new("evacuate", ("转移安置易受危害人员和重要财产", "move people at risk and valuable property to safety"), Upper, IsChoice: true),
        new("close-places", ("关闭或限制易受危害场所，控制聚集活动", "close or limit places at risk, restrain gatherings that would spread the harm"), Upper, IsChoice: true),
        new("other-measures", ("法律法规规章规定的其他措施", "other protective measures of laws and rules"), Upper, IsChoice: true),
    ];

    /// <summary>The measures of a level, in the order of the law.</summary>
    /// <param name="level">The level.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not one of the named values.</exception>
    public static ImmutableArray<WarningDuty> Of(WarningLevel level) => level.Named() switch
    {
        WarningLevel.Red or WarningLevel.Orange => OfUpperLevels,
        WarningLevel.Yellow or WarningLevel.Blue => OfEveryLevel,
    };
}
