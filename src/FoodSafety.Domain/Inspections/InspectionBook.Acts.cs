using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

public sealed partial class InspectionBook
{
    /// <summary>Plans an inspection (计划).</summary>
    /// <param name="task">What is to be inspected, by which list and when.</param>
    /// <param name="by">Who plans it: a key in the user's platform.</param>
    /// <param name="on">The day of the act.</param>
    /// <exception cref="ArgumentException">Nobody acts, or a finding to follow up is not in the book, about somebody else or of a later day.</exception>
    public Inspection Plan(InspectionTask task, string by, LocalDate on)
    {
        TextRule.Key.Check(by);
        ArgumentNullException.ThrowIfNull(task);
        foreach (var id in task.FollowsUp)
        {
            if (FindFinding(id) is not { } finding || finding.Subject != task.Subject || finding.FoundOn > on)
            {
                throw new ArgumentException($"Finding {id} is not one about {task.Subject.Text.English} of {on:uuuu-MM-dd} or earlier.", nameof(task));
            }
        }

        var number = NextInspection;
        var state = InspectionLifecycle.Table.Next(NameOf(number), null, InspectionStep.Plan);
        return Add(new Inspection(number, task, state, on), new InspectionPlanned(number, task, by, on));
    }

    /// <summary>Begins an inspection (开始).</summary>
    /// <param name="id">The inspection.</param>
    /// <param name="team">Who carries it out, and how.</param>
    /// <param name="by">Who records it: a key in the user's platform.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">
    /// It is not planned, or the team may not begin: <c>two-inspectors</c>, <c>inspector</c>, <c>certificate</c>,
    /// <c>conflict-of-interest</c>, <c>cadre</c>, <c>on-site-only</c>.
    /// </exception>
    /// <exception cref="LedgerDayException">The day is before that of the last step of the inspection.</exception>
    /// <exception cref="ArgumentException">Nobody acts, or the book has no such inspection.</exception>
    public Inspection Begin(InspectionId id, InspectionTeam team, string by, LocalDate on)
    {
        TextRule.Key.Check(by);
        ArgumentNullException.ThrowIfNull(team);
        var inspection = Next(id, InspectionStep.Begin, by, on, task => InspectionGuards.OfBegin(task, team));
        return Set(inspection with { Team = team, BegunOn = on }, new InspectionBegun(id, team, by, on));
    }

    /// <summary>Finishes an inspection (完成): the result is written, told and signed on the spot, and its findings enter the book.</summary>
    /// <remarks>An item that is not met again at a follow-up carries the earlier finding on, raised in severity.</remarks>
    /// <param name="id">The inspection.</param>
    /// <param name="result">The result.</param>
    /// <param name="by">Who records it: a key in the user's platform.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">
    /// It is not under way, or the result is not complete or not lawful: <c>everything-answered</c>, <c>something-answered</c>,
    /// <c>something-applies</c>, <c>signed</c>, <c>within-limits</c>, <c>bureau-only-outcome</c>, <c>outcome-too-light</c>, <c>outcome-without-finding</c>.
    /// </exception>
    /// <exception cref="LedgerDayException">The day is before that of the last step of the inspection.</exception>
    /// <exception cref="ArgumentException">Nobody acts, the book has no such inspection, or an answer is to no item of the list or to one twice.</exception>
    public Inspection Finish(InspectionId id, InspectionResult result, string by, LocalDate on)
    {
        TextRule.Key.Check(by);
        ArgumentNullException.ThrowIfNull(result);
        RequireItems(Inspection(id).Task.Checklist, result);
        var inspection = Next(id, InspectionStep.Finish, by, on, task => InspectionGuards.OfFinish(task, result, task.FollowsUp.Select(Finding)));
        inspection = Set(inspection with { Result = result, FinishedOn = on }, new InspectionFinished(id, result, by, on));
        AddFindings(inspection, by);
        return inspection;
    }

    /// <summary>Notes that the result of a bureau's inspection was made public (公示).</summary>
    /// <param name="id">The inspection.</param>
    /// <param name="by">Who published it: a key in the user's platform.</param>
    /// <param name="on">The day; too late is a fact and no reason to refuse it.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">It is not finished, or not a bureau's: <c>bureau-only</c>.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last step of the inspection.</exception>
    /// <exception cref="ArgumentException">Nobody acts, or the book has no such inspection.</exception>
    public Inspection Publish(InspectionId id, string by, LocalDate on) =>
        Set(Next(id, InspectionStep.Publish, by, on, InspectionGuards.OfPublish) with { PublishedOn = on }, new InspectionPublished(id, by, on));

    /// <summary>Cancels an inspection that is not finished (取消).</summary>
    /// <param name="id">The inspection.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who cancels it: a key in the user's platform.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">It is neither planned nor under way.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last step of the inspection.</exception>
    /// <exception cref="ArgumentException">Nobody acts, there is no reason, or the book has no such inspection.</exception>
    public Inspection Cancel(InspectionId id, string reason, string by, LocalDate on)
    {
        TextRule.Note.Check(reason);
        return Set(Next(id, InspectionStep.Cancel, by, on), new InspectionCancelled(id, reason, by, on));
    }

    /// <summary>Corrects the wording of a finished record (文字更正): the record stays as it is, with the note.</summary>
    /// <param name="id">The inspection.</param>
    /// <param name="note">What was wrong and what is right.</param>
    /// <param name="by">Who corrects it: a key in the user's platform.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">It is neither finished nor published.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last step of the inspection.</exception>
    /// <exception cref="ArgumentException">Nobody acts, there is no note, or the book has no such inspection.</exception>
    public Inspection CorrectClerically(InspectionId id, string note, string by, LocalDate on)
    {
        TextRule.Note.Check(note);
        var inspection = Next(id, InspectionStep.CorrectClerically, by, on);
        return Set(inspection with { ClericalCorrections = inspection.ClericalCorrections + 1 }, new InspectionCorrected(id, note, by, on));
    }

    /// <summary>Corrects a finished record in substance (实质更正): a new record with the right result takes its place.</summary>
    /// <remarks>
    /// The new record is of the same task and team, finished on the day of the correction and, if a bureau's, to be published from
    /// then on. Its findings say which of the old ones they replace; the old ones no longer stand.
    /// </remarks>
    /// <param name="id">The record that is wrong.</param>
    /// <param name="result">The result that is right.</param>
    /// <param name="reason">What was wrong.</param>
    /// <param name="by">Who corrects it: a key in the user's platform.</param>
    /// <param name="on">The day.</param>
    /// <returns>The new record.</returns>
    /// <exception cref="StepRefusedException{TState, TStep}">It is neither finished nor published, or the new result could not finish it: see <see cref="Finish"/>.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last step of the inspection.</exception>
    /// <exception cref="ArgumentException">Nobody acts, there is no reason, the book has no such inspection, or an answer is to no item of the list or to one twice.</exception>
    public Inspection CorrectSubstantively(InspectionId id, InspectionResult result, string reason, string by, LocalDate on)
    {
        TextRule.Note.Check(reason);
        TextRule.Key.Check(by);
        ArgumentNullException.ThrowIfNull(result);
        RequireItems(Inspection(id).Task.Checklist, result);
        var wrong = Next(id, InspectionStep.CorrectSubstantively, by, on, task => InspectionGuards.OfFinish(task, result, task.FollowsUp.Select(Finding)));
        var number = NextInspection;
        var state = InspectionLifecycle.Table.Next(NameOf(number), null, InspectionStep.CorrectSubstantively);
        _inspections[(int)id.Number - 1] = wrong with { ReplacedBy = number };
        var right = Add(
            new Inspection(number, wrong.Task, state, on) { Team = wrong.Team, BegunOn = wrong.BegunOn, Result = result, FinishedOn = on, Replaces = id },
            new InspectionReplaced(id, number, result, reason, by, on));
        AddFindings(right, by);
        return right;
    }

    private InspectionId NextInspection => new(_inspections.Count + 1);

    private static BilingualText NameOf(InspectionId id) => ($"检查 {id}", $"inspection {id}");

    /// <summary>The inspection after a step, which is not yet in the book; refused unless the step is possible.</summary>
    private Inspection Next(InspectionId id, InspectionStep step, string by, LocalDate on, Func<InspectionTask, IEnumerable<UnmetGuard>>? guards = null)
    {
        TextRule.Key.Check(by);
        var inspection = Inspection(id);
        var state = InspectionLifecycle.Table.Next(NameOf(id), inspection.State, step, _isReplaying ? null : guards?.Invoke(inspection.Task));
        return on < inspection.LastDay
            ? throw new LedgerDayException(on, inspection.LastDay)
            : inspection with { State = state, LastDay = on };
    }

    private static void RequireItems(Checklist checklist, InspectionResult? result)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in result?.Answers ?? [])
        {
            if (!seen.Add(checklist.Item(answer.Code).Code))
            {
                throw new ArgumentException($"The item '{answer.Code}' is answered twice. Allowed: once.", nameof(result));
            }
        }
    }

    private Inspection Add(Inspection inspection, InspectionEvent past)
    {
        ListOf(_ofSubject, inspection.Subject).Add(inspection.Id);
        _inspections.Add(inspection);
        _events.Add(past);
        return inspection;
    }

    private Inspection Set(Inspection inspection, InspectionEvent past)
    {
        _events.Add(past);
        return _inspections[(int)inspection.Id.Number - 1] = inspection;
    }

    private static List<TValue> ListOf<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }
}
