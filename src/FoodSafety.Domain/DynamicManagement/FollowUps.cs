using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>The names of <see cref="FollowUpKind"/>, and the clocks that sources set.</summary>
public static class FollowUps
{
    private static readonly Citation Guangyuan = new(
        ("广元市食安委《包保工作管理办法（试行）》", "Guangyuan's trial measure on guarantee work"),
        SourceStanding.PressReport, url: new Uri("http://pinpaigy.com/page160?article_id=6884"));

    /// <summary>In how long a changed state is reported to the food-safety office (状态变动报告时限): 15 working days, by Guangyuan's measure.</summary>
    public static TimeLimit ReportWithin { get; } = TimeLimit.WorkingDays(15, Guangyuan);

    /// <summary>In how long a business is tied to a cadre again (重新包保时限): 7 working days, by Guangyuan's measure.</summary>
    public static TimeLimit RetieWithin { get; } = TimeLimit.WorkingDays(7, Guangyuan);

    /// <summary>That a new assignment is signed for anew (重签承诺书): practice of many places; no source sets a clock.</summary>
    internal static Citation CommitmentBasis { get; } = new(
        ("敦化市等地做法：职务变动重签承诺书并上传", "practice of Dunhua and others: a fresh commitment is signed and uploaded"),
        SourceStanding.PressReport, url: new Uri("http://binuoshi.com/zj/content/2023-10/20/content_8990942.htm"));

    /// <summary>The kind as people read it.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static BilingualText Name(this FollowUpKind kind) => kind.Named() switch
    {
        FollowUpKind.ReportState => ("报告主体状态变动", "report the changed state"),
        FollowUpKind.Retie => ("重新包保", "tie to cadres anew"),
        FollowUpKind.SignCommitment => ("重签承诺书", "sign the commitment anew"),
        FollowUpKind.EndCommitment => ("终止承诺书", "end the commitment"),
        FollowUpKind.AppointDirector => ("配备食品安全总监", "appoint a food-safety director"),
    };
}
