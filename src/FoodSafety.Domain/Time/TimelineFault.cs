using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>One fault of versions that should follow each other in time (沿革差错): which versions, and which days.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Versions">The versions concerned as they are called: two, the earlier first; one that is in force on no day; empty when there is none.</param>
/// <param name="From">The first day of a gap or overlap; null for other faults.</param>
/// <param name="Until">The first day after the gap or overlap; null for other faults, and for an overlap without end.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record TimelineFault(TimelineFaultKind Kind, ItemList<string> Versions, LocalDate? From, LocalDate? Until)
{
    /// <summary>The fault for people.</summary>
    public BilingualText Text => Kind.Named() switch
    {
        TimelineFaultKind.NoVersion => ("没有任何版本", "there is no version"),
        TimelineFaultKind.OtherKey => Pair("编号不同", "have different keys"),
        TimelineFaultKind.OtherScale => Pair("等级序列不同", "order different grades"),
        TimelineFaultKind.SameVersion => Pair("版本号重复", "have the same name"),
        TimelineFaultKind.Gap => Pair($"之间有空档：{Days.Chinese}", $"leave a gap: {Days.English}"),
        TimelineFaultKind.Overlap => Pair($"相互重叠：{Days.Chinese}", $"overlap: {Days.English}"),
        TimelineFaultKind.NeverInForce => ($"“{Versions[0]}”没有有效之日", $"'{Versions[0]}' is in force on no day"),
    };

    private BilingualText Days => From is { } from ? TextOf(from, Until) : default;

    private BilingualText Pair(string chinese, string english) =>
        ($"“{Versions[0]}”与“{Versions[1]}”{chinese}", $"'{Versions[0]}' and '{Versions[1]}' {english}");

    /// <summary>Days from one to the day before another, as people read them.</summary>
    internal static BilingualText TextOf(LocalDate from, LocalDate? until) => (from == LocalDate.MinIsoValue, until) switch
    {
        (true, null) => ("任何日期", "any day"),
        (true, { } end) => ($"{end:uuuu-MM-dd} 之前", $"before {end:uuuu-MM-dd}"),
        (false, null) => ($"{from:uuuu-MM-dd} 起", $"{from:uuuu-MM-dd} on"),
        (false, { } end) => ($"{from:uuuu-MM-dd} 起，{end:uuuu-MM-dd} 之前", $"{from:uuuu-MM-dd} on and before {end:uuuu-MM-dd}"),
    };
}

/// <summary>What can be wrong with versions that should follow each other in time (沿革差错类型).</summary>
/// <remarks>The default value 0 is no fault.</remarks>
public enum TimelineFaultKind
{
    /// <summary>There is no version (没有版本).</summary>
    [BilingualName("没有版本", "no version")]
    NoVersion = 1,

    /// <summary>A version has another key than the first (编号不同).</summary>
    [BilingualName("编号不同", "another key")]
    OtherKey = 2,

    /// <summary>A version orders other grades than the first (等级序列不同).</summary>
    [BilingualName("等级序列不同", "another order of grades")]
    OtherScale = 3,

    /// <summary>Two versions have the same name (版本号重复).</summary>
    [BilingualName("版本号重复", "same version twice")]
    SameVersion = 4,

    /// <summary>There are days between two versions (空档).</summary>
    [BilingualName("空档", "gap")]
    Gap = 5,

    /// <summary>There are days on which two versions would be in force (重叠).</summary>
    [BilingualName("重叠", "overlap")]
    Overlap = 6,

    /// <summary>A version ends before it begins, or on the same day (没有有效之日).</summary>
    [BilingualName("没有有效之日", "in force on no day")]
    NeverInForce = 7,
}

/// <summary>Versions that do not make a timeline (沿革有误): every fault is listed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class TimelineException : Exception, IBilingualError
{
    internal TimelineException(ImmutableArray<TimelineFault> faults)
        : base(Describe(faults).English) => Faults = faults;

    /// <summary>What is wrong, all of it; at least one.</summary>
    public ImmutableArray<TimelineFault> Faults { get; }

    /// <summary>All faults for people.</summary>
    public BilingualText Text => Describe(Faults);

    private static BilingualText Describe(ImmutableArray<TimelineFault> faults) => (
        $"各版本不能构成沿革：{string.Join("；", faults.Select(fault => fault.Text.Chinese))}。",
        $"The versions make no timeline: {string.Join("; ", faults.Select(fault => fault.Text.English))}.");
}
