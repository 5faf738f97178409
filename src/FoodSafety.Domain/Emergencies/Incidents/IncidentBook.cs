using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>All incidents of a platform, past and present (事故台账).</summary>
/// <remarks>
/// The steps of one incident are taken in the order of time; those of different incidents in any. Besides what stands at each, every
/// step throws <see cref="ArgumentException"/> for an incident that there is not, for nobody who takes it, and for what it says where that is missing
/// or blank. Whatever is refused changes nothing. Not thread-safe.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class IncidentBook
{
    private readonly List<Incident> _incidents = [];
    private readonly List<IncidentEvent> _events = [];

    /// <summary>Everything that was done, in the order recorded.</summary>
    public IReadOnlyList<IncidentEvent> Events => _events.AsReadOnly();

    /// <summary>All incidents, each as it is now, in the order registered.</summary>
    public IReadOnlyList<Incident> Incidents => _incidents.AsReadOnly();

    /// <summary>Rebuilds a book from what was done.</summary>
    /// <param name="events">The <see cref="Events"/> of a book.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">A step is not allowed where it stands.</exception>
    /// <exception cref="ArgumentException">An event does not say what its step says, or names an incident that there is not.</exception>
    public static IncidentBook Replay(IEnumerable<IncidentEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var book = new IncidentBook();
        foreach (var taken in events)
        {
            book.Take(taken);
        }

        return book;
    }

    /// <summary>An incident as it is now.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such incident.</exception>
    public Incident Incident(IncidentId id) => id.Number >= 1 && id.Number <= _incidents.Count
        ? _incidents[(int)id.Number - 1]
        : throw new ArgumentOutOfRangeException(nameof(id), id, $"The book has {_incidents.Count} incidents, numbered from 1.");

    /// <summary>Takes an alarm in, which begins an incident (接报).</summary>
    /// <param name="subject">What happened where.</param>
    /// <param name="facts">What is known of it so far.</param>
    /// <param name="by">Who: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <returns>The incident.</returns>
    public Incident Register(IncidentSubject subject, FactRecord facts, string by, Instant at) =>
        Take(new(new IncidentId(_incidents.Count + 1), IncidentStep.Register, at, by) { Subject = subject, Facts = facts });

    /// <summary>Notes since when a party knows of it, which starts that party's clocks (记录知悉).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="party">Who.</param>
    /// <param name="since">Since when; of several the earliest counts.</param>
    /// <param name="by">Who notes it: a key in the user's platform.</param>
    /// <param name="at">When it is noted, not before <paramref name="since"/>.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">The state does not allow it, or a time is out of order.</exception>
    public Incident Learn(IncidentId id, IncidentParty party, Instant since, string by, Instant at) =>
        Take(new(id, IncidentStep.Learn, at, by) { Notice = new(party, since) });

    /// <summary>Notes that a report was sent (记录报告): first, progress or final.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="report">Who reported to whom, and when.</param>
    /// <param name="by">Who notes it: a key in the user's platform.</param>
    /// <param name="at">When it is noted, not before it was sent.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">The state does not allow it, or a time is out of order.</exception>
    public Incident Report(IncidentId id, IncidentReport report, string by, Instant at) =>
        Take(new(id, IncidentStep.Report, at, by) { Report = report });

    /// <summary>Verifies it and grades it (核实定级).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="facts">What is known of it, all of it.</param>
    /// <param name="grader">The plan by which it is graded, as <see cref="IncidentPolicies.Jiangsu2022"/>.</param>
    /// <param name="by">Who: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">The state does not allow it, or it is dated before the last step.</exception>
    public Incident Verify(IncidentId id, FactRecord facts, Grader<IncidentGrade> grader, string by, Instant at) =>
        Take(new(id, IncidentStep.Verify, at, by) { Facts = facts, Grading = IncidentGrading.Of(grader, facts) });

    /// <summary>Grades it anew because facts changed (调整定级).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="facts">What is known of it now, all of it.</param>
    /// <param name="grader">The plan by which it is graded.</param>
    /// <param name="by">Who: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">The state does not allow it, or it is dated before the last step.</exception>
    public Incident Regrade(IncidentId id, FactRecord facts, Grader<IncidentGrade> grader, string by, Instant at) =>
        Take(new(id, IncidentStep.Regrade, at, by) { Facts = facts, Grading = IncidentGrading.Of(grader, facts) });

    /// <summary>Starts the response, or starts it again after it ended (启动响应).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="level">The level, that of <see cref="ResponseLevels.For"/> or a higher one.</param>
    /// <param name="by">Who: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">
    /// The state does not allow it, it is dated before the last step, there is no grade, or the level is lower than the grade calls for.
    /// </exception>
    public Incident Respond(IncidentId id, ResponseLevel level, string by, Instant at) =>
        Take(new(id, IncidentStep.Respond, at, by) { Response = level });

    /// <summary>Changes the level of the response (调整响应级别).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="level">The level, that of <see cref="ResponseLevels.For"/> or a higher one; any when regrading left it below the table.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">
    /// The state does not allow it, it is dated before the last step, or the level is lower than the grade calls for.
    /// </exception>
    public Incident AdjustResponse(IncidentId id, ResponseLevel level, string reason, string by, Instant at) =>
        Take(new(id, IncidentStep.AdjustResponse, at, by) { Response = level, Reason = reason });

    /// <summary>Ends the response (终止响应).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">The state does not allow it, or it is dated before the last step.</exception>
    public Incident EndResponse(IncidentId id, string reason, string by, Instant at) =>
        Take(new(id, IncidentStep.EndResponse, at, by) { Reason = reason });

    /// <summary>Closes it (结案): after the review, or at once when it is below the table.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="review">What the review found, or how it is handled below the table.</param>
    /// <param name="by">Who: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">
    /// The state does not allow it, it is dated before the last step, or it has a grade and no response was ended.
    /// </exception>
    public Incident Close(IncidentId id, string review, string by, Instant at) =>
        Take(new(id, IncidentStep.Close, at, by) { Reason = review });

    /// <summary>Dismisses it as a false alarm (排除).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">The state does not allow it, or it is dated before the last step.</exception>
    public Incident Dismiss(IncidentId id, string reason, string by, Instant at) =>
        Take(new(id, IncidentStep.Dismiss, at, by) { Reason = reason });

    /// <summary>What can be done with an incident, and what stands in the way (可选操作).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such incident.</exception>
    public ImmutableArray<StepOption<IncidentStep>> AllowedSteps(IncidentId id, Instant at)
    {
        var incident = Incident(id);
        return
        [
            .. IncidentLifecycle.Table.StepsFrom(incident.State)
                .Select(step => new StepOption<IncidentStep>(step, [.. IncidentGuards.UnmetBy(incident, new(id, step, at, "?"))])),
        ];
    }

    /// <summary>The duties to report that are overdue at an instant, of all incidents (逾期未报).</summary>
    /// <param name="at">The instant.</param>
    /// <param name="calendar">For limits in working days, and whose clocks deadlines are read on.</param>
    /// <param name="rules">The rules; null for <see cref="ReportingRules.BuiltIn"/> of the day on which each incident was registered.</param>
    /// <returns>By incident, each in the order of the rules.</returns>
    public ImmutableArray<(IncidentId Incident, ReportingDuty Duty)> OverdueAt(Instant at, WorkingCalendar calendar, IEnumerable<ReportingRule>? rules = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ImmutableArray<ReportingRule>? asked = rules is null ? null : [.. rules];
        return
        [
            .. from incident in _incidents
               from duty in incident.DutiesAt(at, calendar, asked)
               where duty.Standing == DutyStanding.Overdue
               select (incident.Id, duty),
        ];
    }

    private Incident Take(IncidentEvent taken)
    {
        taken.Check();
        var begins = taken.Step == IncidentStep.Register && taken.Incident.Number == _incidents.Count + 1;
        var before = begins ? null : Incident(taken.Incident);
        IncidentLifecycle.Table.Next(
            Emergencies.Incident.LabelOf(taken.Incident), before?.State, taken.Step, before is null ? [] : IncidentGuards.UnmetBy(before, taken));
        var after = before?.With(taken) ?? Emergencies.Incident.Begin(taken);
        if (begins)
        {
            _incidents.Add(after);
        }
        else
        {
            _incidents[(int)taken.Incident.Number - 1] = after;
        }

        _events.Add(taken);
        return after;
    }
}
