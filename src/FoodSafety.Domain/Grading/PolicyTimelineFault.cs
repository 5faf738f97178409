using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>One fault of a timeline of policy versions (沿革差错): which versions, and which days.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Versions">The two versions concerned, each with its policy's key, the earlier first; empty when there is none.</param>
/// <param name="From">The first day of a gap or overlap; null for other faults.</param>
/// <param name="Until">The first day after the gap or overlap; null for other faults, and for an overlap without end.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PolicyTimelineFault(PolicyTimelineFaultKind Kind, ItemList<string> Versions, LocalDate? From, LocalDate? Until)
{
    /// <summary>The fault for people.</summary>
    public BilingualText Text => Kind.Named() switch
    {
        PolicyTimelineFaultKind.NoVersion => ("没有任何版本", "there is no version"),
        PolicyTimelineFaultKind.OtherPolicy => Pair("不是同一标准", "are not of one policy"),
        PolicyTimelineFaultKind.OtherScale => Pair("等级序列不同", "order different grades"),
        PolicyTimelineFaultKind.SameVersion => Pair("版本号重复", "have the same name"),
        PolicyTimelineFaultKind.Gap => Pair($"之间有空档：{Days.Chinese}", $"leave a gap: {Days.English}"),
        PolicyTimelineFaultKind.Overlap => Pair($"相互重叠：{Days.Chinese}", $"overlap: {Days.English}"),
    };

    private BilingualText Days => From is { } from ? new Span(from, Until).Text : default;

    private BilingualText Pair(string chinese, string english) =>
        ($"“{Versions[0]}”与“{Versions[1]}”{chinese}", $"'{Versions[0]}' and '{Versions[1]}' {english}");

    /// <summary>Days from one to the day before another, as people read them.</summary>
    internal readonly record struct Span(LocalDate From, LocalDate? Until)
    {
        public BilingualText Text => (From == LocalDate.MinIsoValue, Until) switch
        {
            (true, null) => ("任何日期", "any day"),
            (true, { } until) => ($"{until:uuuu-MM-dd} 之前", $"before {until:uuuu-MM-dd}"),
            (false, null) => ($"{From:uuuu-MM-dd} 起", $"{From:uuuu-MM-dd} on"),
            (false, { } until) => ($"{From:uuuu-MM-dd} 起，{until:uuuu-MM-dd} 之前", $"{From:uuuu-MM-dd} on and before {until:uuuu-MM-dd}"),
        };
    }
}
