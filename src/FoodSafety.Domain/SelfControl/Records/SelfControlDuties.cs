using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The duties of daily control, weekly check and monthly meeting as Order 60 has them.</summary>
public static class SelfControlDuties
{
    /// <summary>Daily control by the officer (日管控), every day; a day without risk is recorded too (零风险报告).</summary>
    public static SelfControlDuty Daily { get; } = new(
        SelfControlKind.DailyControl, Cadence.Day, [SafetyPost.Officer], ("每日食品安全检查记录", "daily food-safety record"), SelfControlSources.Release2022);

    /// <summary>Weekly check by director or officer (周排查).</summary>
    public static SelfControlDuty Weekly { get; } = new(
        SelfControlKind.WeeklyCheck, Cadence.Week, [SafetyPost.Director, SafetyPost.Officer],
        ("每周食品安全排查治理报告", "weekly food-safety report"), SelfControlSources.Release2022);

    /// <summary>Monthly meeting held by the main person in charge (月调度).</summary>
    public static SelfControlDuty Monthly { get; } = new(
        SelfControlKind.MonthlyMeeting, Cadence.Month, [SafetyPost.MainPerson],
        ("每月食品安全调度会议纪要", "monthly food-safety minutes"), SelfControlSources.Order60);

    /// <summary>The three duties, the most frequent first.</summary>
    public static ImmutableArray<SelfControlDuty> All { get; } = [Daily, Weekly, Monthly];

    /// <summary>The duty of a kind, as Order 60 has it.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static SelfControlDuty Of(SelfControlKind kind) => kind.Named() switch
    {
        SelfControlKind.DailyControl => Daily,
        SelfControlKind.WeeklyCheck => Weekly,
        SelfControlKind.MonthlyMeeting => Monthly,
    };
}
