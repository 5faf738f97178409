using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.FollowUps;

/// <summary>Which follow-up: the entry from which it followed, and its place among those of the entry (后续事项编号); the default is none.</summary>
/// <param name="Entry">The number of the entry, from 1.</param>
/// <param name="Number">The place, from 1.</param>
[JsonConverter(typeof(TextJsonConverter<FollowUpId>))]
public readonly record struct FollowUpId(long Entry, int Number) : ITextValue<FollowUpId>
{
    static BilingualText ITextValue<FollowUpId>.Allowed => ("条目编号、“-”与序号，如 17-2", "the number of the entry, a hyphen and a place from 1 on, as 17-2");

    /// <summary>Reads a follow-up's id.</summary>
    /// <param name="s">As <see cref="ToString"/> writes it.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is none.</exception>
    public static FollowUpId Parse(string s, IFormatProvider? provider = null) => ITextValue<FollowUpId>.Read(s);

    /// <summary>Reads a follow-up's id; false when the text is none.</summary>
    /// <param name="s">As <see cref="ToString"/> writes it.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FollowUpId result)
    {
        result = s?.Split('-') is [var entry, var number] && IdNumber.TryParse(entry, out var of) && IdNumber.TryParse(number, out var place) && place <= int.MaxValue
            ? new(of, (int)place) : default;
        return result.Number > 0;
    }

    /// <summary>As people read it: <c>17-2</c>; empty for none.</summary>
    public override string ToString() => Number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Entry}-{Number}");
}

/// <summary>Something that somebody has to do because of what was done, by when (后续事项).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What.</param>
/// <param name="Businesses">The businesses it is about: for a commitment to sign all that it is to name, for one to end those it names.</param>
/// <param name="Cadre">The cadre whose commitment it is; no id for all other kinds.</param>
/// <param name="Since">The day of record from which it followed.</param>
/// <param name="Due">The last day, included, and whether it is provisional; null where no source sets one.</param>
/// <param name="Basis">Where the duty and its clock come from.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FollowUp(FollowUpId Id, FollowUpKind Kind, ItemList<BusinessId> Businesses, CadreId Cadre, LocalDate Since, Deadline? Due, Citation Basis)
{
    /// <summary>The thing that it is about besides, where it is one that is done by itself: an appeal, a notice of a grade, a kind of inspection; null for all other kinds.</summary>
    public Thing? About { get; init; }

    /// <summary>The day from which it is no longer open, because it was done, closed by somebody, or another took its place; null while it is open.</summary>
    public LocalDate? ClosedOn { get; init; }

    /// <summary>Whether it is open on a day.</summary>
    /// <param name="day">The day.</param>
    public bool IsOpenOn(LocalDate day) => Since <= day && !(ClosedOn <= day);

    /// <summary>What is to be done until when, as people read it, and whether that is provisional.</summary>
    public BilingualText Text => Due is { } due
        ? ($"{Kind.Name().Chinese}：{due.Text.Chinese}", $"{Kind.Name().English} {due.Text.English}")
        : Kind.Name();

    /// <summary>Who has to act.</summary>
    public BilingualText Actor => Kind.Named() switch
    {
        FollowUpKind.ReportState => ("市场监管部门", "the market bureau"),
        FollowUpKind.Retie or FollowUpKind.EndCommitment => ("食安办", "the food-safety office"),
        FollowUpKind.SignCommitment => ($"{Cadre}", $"{Cadre}"),
        FollowUpKind.AppointDirector => ($"{Businesses[0]}", $"{Businesses[0]}"),
        FollowUpKind.AnswerAppeal => ("复核机关", "the body that reviews grades"),
        FollowUpKind.PublishGrade => ("定级机关", "the body that grades"),
        FollowUpKind.Inspect => ("检查人员", "who inspects"),
    };
}

/// <summary>What has to be done after something was done (后续事项类型).</summary>
/// <remarks>The default value 0 is no kind. Clocks are in <see cref="FollowUpKinds"/>.</remarks>
public enum FollowUpKind
{
    /// <summary>The market bureau reports the changed state of businesses to the food-safety office (状态变动报告).</summary>
    [BilingualName("报告主体状态变动", "report the changed state")]
    ReportState = 1,

    /// <summary>The food-safety office ties businesses to their cadres anew (重新包保).</summary>
    [BilingualName("重新包保", "tie to cadres anew")]
    Retie = 2,

    /// <summary>A cadre signs a commitment that names the businesses of now (重签承诺书).</summary>
    [BilingualName("重签承诺书", "sign the commitment anew")]
    SignCommitment = 3,

    /// <summary>A business appoints a food-safety director (配备食品安全总监).</summary>
    [BilingualName("配备食品安全总监", "appoint a food-safety director")]
    AppointDirector = 4,

    /// <summary>The commitment of a cadre who answers for no business any more is ended (终止承诺书).</summary>
    [BilingualName("终止承诺书", "end the commitment")]
    EndCommitment = 5,

    /// <summary>Somebody who may decides an appeal against a grade (复核等级申诉): the <see cref="Standing.AppealTerms"/> say who may not.</summary>
    [BilingualName("复核等级申诉", "answer the appeal against a grade")]
    AnswerAppeal = 6,

    /// <summary>A grade that was notified is made public on its day, not before (公示等级).</summary>
    [BilingualName("公示等级", "make the grade public")]
    PublishGrade = 7,

    /// <summary>A business whose next inspection may come is inspected up to its last day (按间隔检查).</summary>
    [BilingualName("按间隔检查", "inspect the business")]
    Inspect = 8,
}

/// <summary>The clocks that sources set for a <see cref="FollowUpKind"/>.</summary>
public static class FollowUpKinds
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
}
