using System.Collections.Immutable;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <content>The acts by name. Each may be refused as <see cref="Record"/> says.</content>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed partial class RectificationBook
{
    /// <summary>Reports a problem that was found (发现上报).</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="row">The row of its business in the register; null when it is in none.</param>
    /// <param name="by">Who reports it: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="LedgerDayException">The day is before that of the last step.</exception>
    /// <exception cref="ArgumentException">The finding has no number, the row is negative, or nobody reports.</exception>
    public RectificationEvent Report(Finding finding, int? row, string by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Record(new(default, RectificationStep.Report, by, at) { Finding = finding.Id, Severity = finding.Severity, Row = row });
    }

    /// <summary>Takes it up (认领).</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="by">Who answers for it from now on: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">It is not reported.</exception>
    public RectificationEvent Claim(RectificationId id, string by, Instant at) => Record(new(id, RectificationStep.Claim, by, at));

    /// <summary>Records that it was corrected at once (立行立改).</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="mendedBy">Who mended it.</param>
    /// <param name="by">Who saw it, and is not who mended it.</param>
    /// <param name="at">When.</param>
    /// <param name="evidence">What shows it.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">
    /// It is neither reported nor claimed, it is a key item, or both are the same person.
    /// </exception>
    public RectificationEvent CorrectOnTheSpot(RectificationId id, string mendedBy, string by, Instant at, params ReadOnlySpan<EvidenceReference> evidence) =>
        Record(new(id, RectificationStep.CorrectOnTheSpot, by, at) { MendedBy = mendedBy, Evidence = [.. evidence] });

    /// <summary>Orders the business to correct it by a deadline (责令限期整改).</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="limit">How much time it has from now on.</param>
    /// <param name="by">Who orders it: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <param name="document">The key of the written order; null when there is none.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">It is not claimed.</exception>
    /// <exception cref="CalendarYearUnknownException">The deadline needs working days of a year the calendar does not know.</exception>
    public RectificationEvent Order(RectificationId id, TimeLimit limit, string by, Instant at, string? document = null)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return Record(new(id, RectificationStep.Order, by, at) { Limit = limit, Document = document });
    }

    /// <summary>Grants more time (延期), counted on from where the time before ends.</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="limit">How much more time.</param>
    /// <param name="appliedBy">Who asked for it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who approves it, and is not who asked.</param>
    /// <param name="at">When; the deadline has not passed.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">
    /// No order runs, its deadline has passed, no extension is left, or both are the same person.
    /// </exception>
    /// <exception cref="CalendarYearUnknownException">The deadline needs working days of a year the calendar does not know.</exception>
    public RectificationEvent Extend(RectificationId id, TimeLimit limit, string appliedBy, string reason, string by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return Record(new(id, RectificationStep.Extend, by, at) { Limit = limit, AppliedBy = appliedBy, Reason = reason });
    }

    /// <summary>Hands in the report of the business (提交整改报告).</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="report">The key of the report.</param>
    /// <param name="by">Who hands it in, and so mended it.</param>
    /// <param name="at">When.</param>
    /// <param name="evidence">What shows that it is corrected.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">No order runs.</exception>
    public RectificationEvent Submit(RectificationId id, string report, string by, Instant at, params ReadOnlySpan<EvidenceReference> evidence) =>
        Record(new(id, RectificationStep.Submit, by, at) { Document = report, Evidence = [.. evidence] });

    /// <summary>Sends it back, for the check found it not corrected (退回); the deadline stays, or is set anew.</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who checked it.</param>
    /// <param name="at">When.</param>
    /// <param name="limit">How much time it has from now on; null when the deadline stays.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">No report was handed in.</exception>
    /// <exception cref="CalendarYearUnknownException">The deadline needs working days of a year the calendar does not know.</exception>
    public RectificationEvent Return(RectificationId id, string reason, string by, Instant at, TimeLimit? limit = null) =>
        Record(new(id, RectificationStep.Return, by, at) { Reason = reason, Limit = limit });

    /// <summary>Strikes it off, for the check found it corrected (复查合格销号).</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="by">Who checked it, and is not who mended it or, where the rules ask, who reported it.</param>
    /// <param name="at">When.</param>
    /// <param name="evidence">What shows it.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">No report was handed in, or the person may not verify it.</exception>
    public RectificationEvent Close(RectificationId id, string by, Instant at, params ReadOnlySpan<EvidenceReference> evidence) =>
        Record(new(id, RectificationStep.Close, by, at) { Evidence = [.. evidence] });

    /// <summary>Drops it (撤销): it is no problem, or was reported twice.</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who decides it.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">A report was handed in, a case was filed, or it is settled.</exception>
    public RectificationEvent Dismiss(RectificationId id, string reason, string by, Instant at) =>
        Record(new(id, RectificationStep.Dismiss, by, at) { Reason = reason });

    /// <summary>Carries it over (结转): a follow-up found the problem again as a new finding, which is to be reported in its turn.</summary>
    /// <remarks>To order more of the same, return it; what a follow-up raised in severity is a new finding, and begins anew.</remarks>
    /// <param name="id">The rectification.</param>
    /// <param name="newFinding">The finding of the follow-up, with its number; it carries on that of the rectification.</param>
    /// <param name="by">Who found it again.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">It is settled, or a case was filed.</exception>
    /// <exception cref="ArgumentException">The finding has no number, or carries on another one or none.</exception>
    public RectificationEvent CarryOver(RectificationId id, Finding newFinding, string by, Instant at)
    {
        TextRule.Key.Check(by);
        ArgumentNullException.ThrowIfNull(newFinding);
        var (carried, _, _) = _columns.OriginOf(IndexOf(id) + 1);
        return newFinding.CarriedFrom == carried
            ? Record(new(id, RectificationStep.CarryOver, by, at) { Finding = newFinding.Id })
            : throw new ArgumentException(
                $"Finding {newFinding.Id} is carried from {newFinding.CarriedFrom?.ToString() ?? "none"}. Allowed: one that is carried from {carried}, the finding of rectification {id}.",
                nameof(newFinding));
    }

    /// <summary>Opens it again, for a look-back found the problem again (回头看).</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="reason">What was found.</param>
    /// <param name="by">Who found it.</param>
    /// <param name="at">When; within the time that the rules give.</param>
    /// <param name="evidence">What shows it.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">It is open or carried over, or the time for a look-back is over.</exception>
    /// <exception cref="CalendarYearUnknownException">The time for a look-back needs working days of a year the calendar does not know.</exception>
    public RectificationEvent Reopen(RectificationId id, string reason, string by, Instant at, params ReadOnlySpan<EvidenceReference> evidence) =>
        Record(new(id, RectificationStep.Reopen, by, at) { Reason = reason, Evidence = [.. evidence] });

    /// <summary>Files a case (立案).</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="document">The key of the case.</param>
    /// <param name="by">Who files it.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">A case was filed already, or it is settled.</exception>
    public RectificationEvent FileCase(RectificationId id, string document, string by, Instant at) =>
        Record(new(id, RectificationStep.FileCase, by, at) { Document = document });

    /// <summary>Concludes the case (结案).</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="by">Who concludes it.</param>
    /// <param name="at">When.</param>
    /// <param name="document">The key of the decision; null when there is none.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">No case is filed.</exception>
    public RectificationEvent ConcludeCase(RectificationId id, string by, Instant at, string? document = null) =>
        Record(new(id, RectificationStep.ConcludeCase, by, at) { Document = document });

    /// <summary>Links a measure that is taken because of it (关联措施): a talk, a suspension, a recall, a referral.</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="at">When.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">It is settled.</exception>
    public RectificationEvent Link(RectificationId id, LinkedMeasure measure, string by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return Record(new(id, RectificationStep.LinkMeasure, by, at) { Measure = measure });
    }

    /// <summary>Goes on by a calendar that knows more, and settles every provisional deadline whose days are announced now (期限落定).</summary>
    /// <remarks>
    /// A deadline is never settled earlier than it was told; what was judged by the provisional one before stays in the history. Deadlines that
    /// the calendar cannot settle either stay provisional. When something is refused, nothing is changed.
    /// </remarks>
    /// <param name="calendar">The calendar, of the same zone.</param>
    /// <param name="by">Who brings it in: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <returns>What was settled, by number.</returns>
    /// <exception cref="ArgumentException">The calendar is of another zone, or nobody brings it in.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last step.</exception>
    /// <exception cref="StepRefusedException{TState, TStep}">It lies before the last step of one that would be settled.</exception>
    public ImmutableArray<SettledDeadline<RectificationId>> UseCalendar(WorkingCalendar calendar, string by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        if (!calendar.Zone.Equals(Rules.Calendar.Zone))
        {
            throw new ArgumentException($"The days of the book are those of {Rules.Calendar.Zone.Id}, of the calendar those of {calendar.Zone.Id}.", nameof(calendar));
        }

        RequireDay(at);
        var rules = Rules with { Calendar = calendar };
        var settled = ImmutableArray.CreateBuilder<SettledDeadline<RectificationId>>();
        var steps = new List<RectificationEvent>();
        for (var i = 0; _log.HasProvisional && i < Count; i++)
        {
            if (_columns.States[i] is RectificationState.Ordered or RectificationState.Submitted
                && _log.DeadlineAt(_columns.Last[i]) is { IsProvisional: true } was && was.Settle(calendar) is { IsProvisional: false } now)
            {
                var id = new RectificationId(i + 1);
                var step = new RectificationEvent(id, RectificationStep.SettleDeadline, by, at) { Deadline = now };
                this[id].Take(step, rules);
                steps.Add(step);
                settled.Add(new SettledDeadline<RectificationId>(id, was, now));
            }
        }

        Rules = rules;
        foreach (var step in steps)
        {
            Keep(step, guarded: true);
        }

        return settled.DrainToImmutable();
    }
}
