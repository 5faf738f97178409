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
        var (allowed, fits) = kind switch
        {
            InspectionKind.Oversight => ("a cadre or an area", subject.Kind is InspectionSubjectKind.Cadre or InspectionSubjectKind.Area),
            InspectionKind.CadreVisit or InspectionKind.Routine or InspectionKind.Unannounced or InspectionKind.System =>
                ("a business", subject.Kind is InspectionSubjectKind.Business),
        };
        if (!fits)
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

    /// <summary>Whether every item of the list has to be answered: always, but for unannounced inspections and follow-ups.</summary>
    /// <remarks>Order 49 exempts the unannounced (Art. 27); the follow-up of a demand to correct is no inspection by the plan (Art. 33).</remarks>
    public bool MustBeFull => Kind switch
    {
        InspectionKind.CadreVisit or InspectionKind.Routine or InspectionKind.System or InspectionKind.Oversight => FollowsUp.IsEmpty,
        InspectionKind.Unannounced => false,
    };
}
