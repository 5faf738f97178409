using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed partial class InspectionBook
{
    private readonly List<Inspection> _inspections = [];
    private readonly List<InspectionEvent> _events = [];
    private readonly Dictionary<InspectionSubject, List<InspectionId>> _ofSubject = [];

    /// <summary>Everything that was done, in order.</summary>
    public IReadOnlyList<InspectionEvent> Events => _events.AsReadOnly();

    /// <summary>All inspections, each as it is now, in the order of their numbers.</summary>
    public IReadOnlyList<Inspection> Inspections => _inspections.AsReadOnly();

    /// <summary>An inspection as it is now.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The book has no such inspection.</exception>
    public Inspection Inspection(InspectionId id) => FindInspection(id) ?? throw Missing(nameof(id), id.Number, _inspections.Count, "inspection");

    /// <summary>An inspection as it is now, or null when the book has none of the number.</summary>
    /// <param name="id">Its number.</param>
    public Inspection? FindInspection(InspectionId id) => id.Number >= 1 && id.Number <= _inspections.Count ? _inspections[(int)id.Number - 1] : null;

    /// <summary>The inspections of a business, in the order of their numbers; empty for one that had none.</summary>
    /// <param name="business">The business.</param>
    public ImmutableArray<Inspection> InspectionsOf(BusinessId business) => business.IsNone ? [] : InspectionsOf(InspectionSubject.OfBusiness(business));

    /// <summary>The inspections of a subject, in the order of their numbers; empty for one that had none.</summary>
    /// <param name="subject">The business, the cadre or the area.</param>
    public ImmutableArray<Inspection> InspectionsOf(InspectionSubject subject) =>
        [.. _ofSubject.TryGetValue(subject, out var ids) ? ids.Select(Inspection) : []];

    /// <summary>How many inspections of each business were done in a period (检查频次), for coverage against a minimum.</summary>
    /// <remarks>Done is what has a result that stands. One pass over all inspections; those of businesses outside the register are not counted.</remarks>
    /// <param name="register">The businesses.</param>
    /// <param name="period">The days on which they were finished, both ends included.</param>
    /// <param name="kind">The kind that counts; null for all.</param>
    /// <returns>By row of the register.</returns>
    public ImmutableArray<int> CountDone(BusinessRegister register, DateInterval period, InspectionKind? kind = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(period);
        var counts = new int[register.Count];
        foreach (var inspection in _inspections)
        {
            if (inspection.IsDone && (kind is null || inspection.Kind == kind) && period.Contains(inspection.FinishedOn!.Value)
                && inspection.Subject.Business is { IsNone: false } business && register.Contains(business))
            {
                counts[register.RowOf(business)]++;
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(counts);
    }

    /// <summary>The results that are still to be made public, in the order of their numbers (待公示).</summary>
    /// <remarks>One that was finished in a year of which the calendar knows nothing is among them, without a deadline and with the reason.</remarks>
    /// <param name="calendar">Which days are worked.</param>
    public ImmutableArray<PublicationDue> FindUnpublished(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var due = ImmutableArray.CreateBuilder<PublicationDue>();
        foreach (var inspection in _inspections)
        {
            if (inspection.State != InspectionState.Finished)
            {
                continue;
            }

            try
            {
                if (inspection.FindPublicationDeadline(calendar) is { } deadline)
                {
                    due.Add(new PublicationDue(inspection, deadline));
                }
            }
            catch (CalendarYearUnknownException unknown)
            {
                due.Add(new PublicationDue(inspection, null) { Unknown = unknown.Text });
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
            InspectionStep.Finish or InspectionStep.CorrectSubstantively => InspectionGuards.OfFinish(inspection.Task, result, inspection.Task.FollowsUp.Select(Finding)),
            InspectionStep.Publish => InspectionGuards.OfPublish(inspection.Task),
            InspectionStep.Plan or InspectionStep.Cancel or InspectionStep.CorrectClerically => [],
        }]))];
    }

    private static ArgumentOutOfRangeException Missing(string parameter, long number, int count, string what) =>
        new(parameter, number, $"The book has no such {what}. Allowed: {(count == 0 ? "none yet" : $"1..{count}")}.");
}
