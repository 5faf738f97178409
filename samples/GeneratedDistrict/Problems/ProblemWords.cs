using System.Collections.Frozen;
using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace GeneratedDistrict.Problems;

/// <summary>The words of this sample for problems and for what becomes of them. The books hold the Chinese ones, as a platform's would.</summary>
public static class ProblemWords
{
    private static readonly FrozenDictionary<string, BilingualText> Found = new Dictionary<string, BilingualText>
    {
        ["licence-displayed"] = ("许可证未在显著位置公示", "the licence is not on display"),
        ["safety-posts"] = ("未以文件明确食品安全员", "no document names the safety officer"),
        ["rules-and-duties"] = ("岗位职责未上墙", "the duties are not posted"),
        ["self-control-records"] = ("日管控记录不完整", "the daily records have gaps"),
        ["intake-papers"] = ("部分进货票据缺失", "papers of some deliveries are missing"),
        ["expired-food"] = ("货架上有超过保质期的食品", "expired food is on the shelves"),
        ["storage"] = ("食品贴墙靠地存放", "food is stored on the floor and against the wall"),
        ["premises-hygiene"] = ("操作间地面有积水", "water stands on the floor of the work room"),
        ["tableware"] = ("消毒柜未正常使用", "the disinfection cabinet is not in use"),
        ["emergency-plan"] = ("应急处置方案未更新", "the plan for emergencies is out of date"),
        ["accident-report"] = ("负责人不清楚事故报告时限", "the person in charge does not know when to report an accident"),
        ["health-certificates"] = ("一名从业人员健康证明过期", "the health certificate of one person has expired"),
        ["staff-training"] = ("培训未留存记录", "no record of training is kept"),
        ["notice-board"] = ("包保公示牌信息未更新", "the notice board of the cadre is out of date"),
    }.ToFrozenDictionary();

    public static BilingualText NeedsTime { get; } = ("有关单位排期较晚，申请延期", "others are booked out, more time is asked for");

    public static BilingualText NotYetMended { get; } = ("现场复查发现整改不到位", "the check on site found it not yet mended");

    /// <summary>What was found of an item of the cadres' task list; the name of the item where this sample has no words for it.</summary>
    public static BilingualText Of(string item, BilingualText title) => Found.GetValueOrDefault(item, title);

    /// <summary>What the books hold, in both languages.</summary>
    public static BilingualText InBoth(string? text) => text is null
        ? default
        : Found.Values.Append(NeedsTime).Append(NotYetMended).FirstOrDefault(words => words.Chinese == text, (text, text));
}
