using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>What is to be inspected, by which list and when (检查任务): fixed when an inspection is planned.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionTask
{
    /// <summary>Sets a task.</summary>
    /// <param name="kind">What kind of inspection it is.</param>
    /// <param name="subject">A business; a cadre or an area, and nothing else, for oversight.</param>
    /// <param name="checklist">The list, in the version that is to be used; one that was adopted.</param>
    /// <param name="plannedFor">The day for which it is planned.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    /// <exception cref="ArgumentException">The subject is not of a kind that this inspection looks at, or no list is named.</exception>
    public InspectionTask(InspectionKind kind, InspectionSubject subject, ChecklistName checklist, LocalDate plannedFor)
    {
        var name = kind.Name();
        var (allowed, kinds) = kind switch
        {
            InspectionKind.Oversight => ("a cadre or an area", (InspectionSubjectKind[])[InspectionSubjectKind.Cadre, InspectionSubjectKind.Area]),
            InspectionKind.CadreVisit or InspectionKind.Routine or InspectionKind.Unannounced or InspectionKind.System => ("a business", [InspectionSubjectKind.Business]),
        };
        if (!kinds.Contains(subject.Kind))
        {
            throw new ArgumentException($"{subject.Text.English} cannot be the subject of this kind: {name.English}. Allowed: {allowed}.", nameof(subject));
        }

        (Kind, Subject, PlannedFor) = (kind, subject, plannedFor.Iso());
        Checklist = checklist.IsNone ? throw new ArgumentException("An inspection goes by a list. Allowed: the name of one.", nameof(checklist)) : checklist;
    }

    /// <summary>What kind of inspection it is.</summary>
    public InspectionKind Kind { get; }

    /// <summary>What is inspected.</summary>
    public InspectionSubject Subject { get; }

    /// <summary>The list, in the version that is used.</summary>
    public ChecklistName Checklist { get; }

    /// <summary>The day for which it is planned.</summary>
    public LocalDate PlannedFor { get; }

    /// <summary>Whether the business counts as one of high risk (高风险主体), which a cadre visits on site only; false unless stated.</summary>
    public bool IsHighRisk { get; init; }

    /// <summary>The level of the body that inspects (检查机关层级); null when nobody said.</summary>
    public AreaLevel? BodyLevel { get; init; }

    /// <summary>What led to it (线索): the complaint, the failed sample; null for none.</summary>
    public string? Lead { get; init => field = TextRule.Note.CheckAny(value, nameof(Lead)); }

    /// <summary>The findings whose correction it looks at (复查问题); empty for an inspection that is no follow-up.</summary>
    public ItemList<FindingId> FollowsUp { get; init; }

}

/// <summary>What kind of inspection it is (检查类型): a cadre's visit, one of three of a bureau, or one of the cadres themselves.</summary>
/// <remarks>
/// The three do not replace each other: a visit is no supervision, and supervision is no visit. Zero, the default, is no kind.
/// </remarks>
public enum InspectionKind : byte
{
    /// <summary>A cadre visits a business that the cadre answers for (督导).</summary>
    [BilingualName("督导", "cadre's visit")]
    CadreVisit = 1,

    /// <summary>A bureau inspects by its yearly plan (监督检查：日常监督检查).</summary>
    [BilingualName("日常监督检查", "routine inspection")]
    Routine = 2,

    /// <summary>A bureau inspects on leads, unannounced (监督检查：飞行检查); the only one that may leave items of the list out.</summary>
    [BilingualName("飞行检查", "unannounced inspection")]
    Unannounced = 3,

    /// <summary>A bureau inspects how a business manages itself (监督检查：体系检查): special food, risky bulk food, large sellers.</summary>
    [BilingualName("体系检查", "system inspection")]
    System = 4,

    /// <summary>A group inspects whether cadres did what they signed for (督查).</summary>
    [BilingualName("督查", "oversight of cadres")]
    Oversight = 5,
}

/// <summary>Who carries out each <see cref="InspectionKind"/>.</summary>
public static class InspectionKinds
{
    /// <summary>True for the three kinds that a bureau carries out under Order 49 (监督检查).</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static bool IsBureaus(this InspectionKind kind) => kind.Named() switch
    {
        InspectionKind.Routine or InspectionKind.Unannounced or InspectionKind.System => true,
        InspectionKind.CadreVisit or InspectionKind.Oversight => false,
    };
}

/// <summary>How an inspection is carried out (检查方式). All but the first are open to cadres' visits and oversight only.</summary>
/// <remarks>Zero, the default, is no form.</remarks>
public enum InspectionForm : byte
{
    /// <summary>On the premises (现场督导); the only form for a bureau, and for a business of high risk.</summary>
    [BilingualName("现场", "on site")]
    OnSite = 1,

    /// <summary>Several businesses of a place together, in one session (集中督导).</summary>
    [BilingualName("集中督导", "grouped")]
    Grouped = 2,

    /// <summary>Several businesses report in a meeting (集中汇报).</summary>
    [BilingualName("集中汇报", "by report")]
    GroupReport = 3,

    /// <summary>By video (视频会议).</summary>
    [BilingualName("视频", "by video")]
    Video = 4,
}
