using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>All inspections of a place and what they found (检查台账), as it was done and as it stands.</summary>
/// <remarks>
/// <para>
/// Every act is one step of <see cref="InspectionLifecycle"/>, gives the inspection after it, and is kept as an event: the
/// events together are the book (<see cref="Replay"/>). The days of one inspection never go backwards; different inspections
/// may be entered in any order of days. An act that is refused changes nothing.
/// </para>
/// <para>Finding an inspection, or those of a business, does not depend on how many there are. Not thread-safe.</para>
/// </remarks>
public sealed partial class InspectionBook
{
    private readonly List<Inspection> _inspections = [];
    private readonly List<Finding> _findings = [];
    private readonly List<InspectionEvent> _events = [];
    private readonly Dictionary<InspectionSubject, List<InspectionId>> _ofSubject = [];
    private readonly Dictionary<InspectionId, List<FindingId>> _findingsOf = [];
    private readonly Dictionary<InspectionSubject, List<FindingId>> _findingsAbout = [];

    /// <summary>Everything that was done, in order.</summary>
    public IReadOnlyList<InspectionEvent> Events => _events.AsReadOnly();

    /// <summary>All inspections, each as it is now, in the order of their numbers.</summary>
    public IReadOnlyList<Inspection> Inspections => _inspections.AsReadOnly();

    /// <summary>All findings, in the order of their numbers, those of replaced records included.</summary>
    public IReadOnlyList<Finding> Findings => _findings.AsReadOnly();

    /// <summary>The findings that stand: all but those of records that a correction replaced.</summary>
    public IEnumerable<Finding> StandingFindings => _findings.Where(Stands);

    /// <summary>An inspection as it is now.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The book has no such inspection.</exception>
    public Inspection Inspection(InspectionId id) => FindInspection(id) ?? throw Missing(nameof(id), id.Number, _inspections.Count, "inspection");

    /// <summary>An inspection as it is now, or null when the book has none of the number.</summary>
    /// <param name="id">Its number.</param>
    public Inspection? FindInspection(InspectionId id) => id.Number >= 1 && id.Number <= _inspections.Count ? _inspections[id.Number - 1] : null;

    /// <summary>A finding.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The book has no such finding.</exception>
    public Finding Finding(FindingId id) => FindFinding(id) ?? throw Missing(nameof(id), id.Number, _findings.Count, "finding");

    /// <summary>A finding, or null when the book has none of the number.</summary>
    /// <param name="id">Its number.</param>
    public Finding? FindFinding(FindingId id) => id.Number >= 1 && id.Number <= _findings.Count ? _findings[id.Number - 1] : null;

    /// <summary>The inspections of a business, in the order of their numbers; empty for one that had none.</summary>
    /// <param name="business">The business.</param>
    public ImmutableArray<Inspection> InspectionsOf(BusinessId business) => business.IsNone ? [] : InspectionsOf(InspectionSubject.OfBusiness(business));

    /// <summary>The inspections of a subject, in the order of their numbers; empty for one that had none.</summary>
    /// <param name="subject">The business, the cadre or the area.</param>
    public ImmutableArray<Inspection> InspectionsOf(InspectionSubject subject) =>
        [.. _ofSubject.TryGetValue(subject, out var ids) ? ids.Select(Inspection) : []];

    /// <summary>What an inspection found, in the order of the answers, then what was recorded later.</summary>
    /// <param name="inspection">The inspection.</param>
    public ImmutableArray<Finding> FindingsOf(InspectionId inspection) =>
        [.. _findingsOf.TryGetValue(inspection, out var ids) ? ids.Select(Finding) : []];

    /// <summary>What was found about a subject, from whatever source, in the order recorded; those of replaced records included.</summary>
    /// <param name="subject">The business, the cadre or the area.</param>
    public ImmutableArray<Finding> FindingsAbout(InspectionSubject subject) =>
        [.. _findingsAbout.TryGetValue(subject, out var ids) ? ids.Select(Finding) : []];

    /// <summary>Whether a finding stands: it is not of a record that a correction replaced.</summary>
    /// <param name="finding">A finding of the book.</param>
    public bool Stands(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Inspection is not { } inspection || Inspection(inspection).State != InspectionState.Replaced;
    }

    /// <summary>The standing finding that another one repeats, or null (重复问题).</summary>
    /// <param name="id">The finding that may be a repeat.</param>
    /// <param name="window">How long before it an earlier one counts, inclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The book has no such finding.</exception>
    /// <exception cref="ArgumentException">The window is not positive.</exception>
    public Finding? FindPrevious(FindingId id, Period window)
    {
        var finding = Finding(id);
        return FindingRepeats.FindPrevious(finding, _findingsAbout[finding.Subject].Select(Finding).Where(Stands), window);
    }

    /// <summary>All standing findings that repeat another one (重复问题), by day, then by number.</summary>
    /// <param name="window">How long before a finding an earlier one counts, inclusive.</param>
    /// <exception cref="ArgumentException">The window is not positive.</exception>
    public ImmutableArray<FindingRepeat> FindRepeats(Period window) => FindingRepeats.FindRepeats([.. StandingFindings], window);

    /// <summary>The results that are still to be made public, in the order of their numbers (待公示).</summary>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="CalendarYearUnknownException">A deadline needs working days of a year the calendar does not know.</exception>
    public ImmutableArray<PublicationDue> FindUnpublished(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var due = ImmutableArray.CreateBuilder<PublicationDue>();
        foreach (var inspection in _inspections)
        {
            if (inspection.State == InspectionState.Finished && inspection.FindPublicationDeadline(calendar) is { } deadline)
            {
                due.Add(new PublicationDue(inspection, deadline));
            }
        }

        return due.DrainToImmutable();
    }

    /// <summary>The steps that the state of an inspection allows, and what still stands in the way of each (可选操作).</summary>
    /// <param name="id">The inspection.</param>
    /// <param name="team">The team as far as it is put together, for beginning; null for nobody yet.</param>
    /// <param name="result">The result as far as it is written, for finishing and correcting; null for nothing yet.</param>
    /// <exception cref="ArgumentOutOfRangeException">The book has no such inspection.</exception>
    /// <exception cref="ArgumentException">The result answers an item that the list does not have, or one twice.</exception>
    public ImmutableArray<StepOption<InspectionStep>> AllowedSteps(InspectionId id, InspectionTeam? team = null, InspectionResult? result = null)
    {
        var inspection = Inspection(id);
        RequireItems(inspection.Task.Checklist, result);
        return [.. InspectionLifecycle.Table.StepsFrom(inspection.State).Select(step => new StepOption<InspectionStep>(step, [.. step switch
        {
            InspectionStep.Begin => InspectionGuards.OfBegin(inspection.Task, team),
            InspectionStep.Finish or InspectionStep.CorrectSubstantively => InspectionGuards.OfFinish(inspection.Task, result),
            InspectionStep.Publish => InspectionGuards.OfPublish(inspection.Task),
            _ => [],
        }]))];
    }

    private static ArgumentOutOfRangeException Missing(string parameter, int number, int count, string what) =>
        new(parameter, number, $"The book has no such {what}. Allowed: {(count == 0 ? "none yet" : $"1..{count}")}.");
}
