using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>All inspections of a place (检查台账), each as it was done and as it stands.</summary>
/// <remarks>
/// Every act is one step of <see cref="InspectionLifecycle"/>. What a step requires of people, form and result beyond its place there is
/// refused by codes: beginning by <c>inspectors</c>, <c>certificate</c>, <c>conflict-of-interest</c>, <c>cadre</c>,
/// <c>form</c>; finishing and replacing by <c>unknown-item</c>, <c>answered-twice</c>, <c>not-at-rest</c>, <c>unknown-severity</c>, <c>everything-answered</c>,
/// <c>something-answered</c>, <c>something-applies</c>, <c>signed</c>, <c>within-limits</c>, <c>outcome-too-heavy</c>, <c>outcome-too-light</c>,
/// <c>outcome-without-finding</c>; publishing by <c>not-published</c>. How much each asks, is in the <see cref="InspectionRules"/> of its day. Finding an inspection, or those of a business, does not depend on how many
/// there are.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class InspectionBook : ThingBook<InspectionId, Inspection, InspectionAct>
{
    internal const string Kind = "inspection";

    // That a record was replaced, as something on which the other one rests.
    private const string ReplacedKind = "inspection-replaced";

    private readonly RegisterBook _businesses;
    private readonly ChainBook _chains;
    private readonly ChecklistBook _lists;
    private readonly RuleBook<InspectionRules> _rules;
    private readonly Trails<InspectionSubject, InspectionId> _ofSubject;

    internal InspectionBook(RegisterBook businesses, ChainBook chains, ChecklistBook lists, RuleBook<InspectionRules> rules, UndoLog undo) : base(undo)
    {
        (_businesses, _chains, _lists, _rules, _ofSubject) = (businesses, chains, lists, rules, new(undo));
        Findings = new FindingBook(this, undo);
    }

    /// <summary>What they found, and what came to light otherwise.</summary>
    internal FindingBook Findings { get; }

    /// <summary>The lists that are adopted now.</summary>
    internal Checklists Lists => _lists.Lists;

    /// <summary>The inspections of a business, in the order in which they were recorded; empty for one that had none.</summary>
    /// <param name="business">The business.</param>
    public ImmutableArray<Inspection> InspectionsOf(BusinessId business) => business.IsNone ? [] : InspectionsOf(InspectionSubject.OfBusiness(business));

    /// <summary>The inspections of a subject, in the order in which they were recorded; empty for one that had none.</summary>
    /// <param name="subject">The business, the cadre or the area.</param>
    public ImmutableArray<Inspection> InspectionsOf(InspectionSubject subject) =>
        // An id that was voided may be given again, to another subject too.
        [.. _ofSubject.Of(subject).Distinct().Select(Find).OfType<Inspection>().Where(inspection => inspection.Subject == subject)];

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
        foreach (var inspection in All)
        {
            if (inspection.IsDone && (kind is null || inspection.Kind == kind) && period.Contains(inspection.FinishedOn!.Value)
                && inspection.Business is { IsNone: false } business && register.FindRow(business) is { } row)
            {
                counts[row]++;
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(counts);
    }

    /// <summary>The results that are still to be made public, in the order in which the inspections were recorded (待公示).</summary>
    /// <remarks>One that was finished in a year of which the calendar knows nothing is among them, without a deadline and with the reason.</remarks>
    /// <param name="calendar">Which days are worked.</param>
    public ImmutableArray<PublicationDue> FindUnpublished(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var due = ImmutableArray.CreateBuilder<PublicationDue>();
        foreach (var inspection in All.Where(inspection => InspectionLifecycle.Rows[inspection.State].IsToBePublished))
        {
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

    /// <summary>
    /// The inspections that are said to have begun at a business after it had closed (记录矛盾), by all that is known now: a visit that arrived
    /// late is taken whatever was recorded meanwhile, and somebody has to look which of the two is right.
    /// </summary>
    public ImmutableArray<Inspection> FindAtClosedBusinesses() =>
        [.. All.Where(inspection => inspection is { BegunOn: { } on, Business.IsNone: false } && InspectionLifecycle.Rows[inspection.State].Stands && IsClosed(inspection.Business, on))];

    /// <summary>The steps that the state of an inspection allows, and what still stands in the way of each (可选操作).</summary>
    /// <param name="id">The inspection.</param>
    /// <param name="on">The day on which it would be taken, whose rules it goes by.</param>
    /// <param name="team">The team as far as it is put together, for beginning; null for nobody yet.</param>
    /// <param name="result">The result as far as it is written, for finishing and correcting; null for nothing yet.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none with the id.</exception>
    public ImmutableArray<StepOption<InspectionStep>> AllowedSteps(InspectionId id, LocalDate on, InspectionTeam? team = null, InspectionResult? result = null)
    {
        var inspection = this[id];
        return InspectionLifecycle.Table.Options(inspection.State, step => InspectionLifecycle.Rows[step].Asks(new(inspection, team, result, _rules.FindOn(on)!, AtRest(inspection, on, _rules.FindOn(on)!))));
    }

    /// <summary>Suggests what follows from answers (处理建议), by the rules of a day and what the inspection follows up; the inspectors decide.</summary>
    /// <param name="id">The inspection.</param>
    /// <param name="answers">The answers to the items of its list.</param>
    /// <param name="on">The day on which it is finished.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none with the id.</exception>
    /// <exception cref="ArgumentException">An answer is to an item that the list does not have, or a severity is not on the scale of the day.</exception>
    public OutcomeSuggestion SuggestOutcome(InspectionId id, IEnumerable<ItemAnswer> answers, LocalDate on)
    {
        var inspection = this[id];
        return _rules.FindOn(on)!.SuggestOutcome(inspection.Kind, inspection.Checklist, answers, inspection.Followed);
    }

    /// <summary>
    /// The items that an inspection may leave alone on a day, because a bureau of a higher level inspected them not long before (不重复检查项目), in the order of the list; none
    /// of what bureaus do not do. Inspectors who suspect an illegal act or see a clear danger inspect them nevertheless.
    /// </summary>
    /// <param name="id">The inspection.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none with the id.</exception>
    public ImmutableArray<ChecklistItem> ItemsAtRest(InspectionId id, LocalDate on)
    {
        var inspection = this[id];
        var atRest = AtRest(inspection, on, _rules.FindOn(on)!)();
        return [.. inspection.Checklist.Items.Where(item => atRest.Contains(item.Code))];
    }

    internal override IEnumerable<ActPlace> RestingOn(Thing thing) => thing.Kind switch
    {
        // What is followed up was found at the same subject.
        FindingBook.Kind when FindingId.TryParse(thing.Id, null, out var id) && Findings.Find(id) is { } finding =>
            InspectionsOf(finding.Subject).Where(inspection => inspection.Task.FollowsUp.Contains(id)).Select(inspection => FirstOf(inspection.Id)),
        ReplacedKind when Parse(thing.Id) is { } wrong && Find(wrong) is { } record => InspectionsOf(record.Subject).Where(inspection => inspection.Replaces == wrong).Select(inspection => FirstOf(inspection.Id)),
        _ => [],
    };

    private protected override string ThingKind => Kind;

    private protected override IEnumerable<Thing> BusinessesOf(Inspection thing, InspectionAct act) => thing.Task.Subject.Kind == InspectionSubjectKind.Business ? [BusinessAct.ThingOf(thing.Business)] : [];

    private protected override InspectionId IdOf(InspectionAct act) => act.Inspection;

    private protected override Decision Decide(Inspection? before, InspectionAct act, Moment moment)
    {
        if (act is ReplacementRecorded && before is not null)
        {
            return Refusal.IdTaken($"{act.Inspection}");
        }

        if (act is InspectionReplaced && before is null)
        {
            return new Refusal(
                "unknown-inspection", ($"没有检查 {act.Inspection}。", $"There is no inspection {act.Inspection}."), [new GuardValue("inspection", $"{act.Inspection}")],
                Allowed: ("已完成的检查。", "One that is finished."));
        }

        var refusals = InspectionLifecycle.Rows.Refusals(() => Inspection.NameOf(act.Inspection), before?.State, act.Step, act, Unmet);
        return !refusals.IsEmpty ? Decision.Refuse(refusals) : act switch
        {
            InspectionPlanned planned => Decision.Of(planned, RefusalsOf(planned.Task, moment)),
            InspectionReplaced replaced => Replace(before!, replaced),
            InspectionBegun or InspectionFinished or InspectionPublished or InspectionCancelled or InspectionCorrected => act,
            _ => throw Unknown(act),
        };

        IEnumerable<UnmetGuard> Unmet() => act is ReplacementRecorded ? [NotByItself] : InspectionLifecycle.Rows[act.Step].Asks(new(
            before!, (act as InspectionBegun)?.Team, (act as InspectionFinished)?.Result ?? (act as InspectionReplaced)?.Result, RulesFor(moment),
            // What is corrected was inspected when it was, and rested or not on that day.
            AtRest(before!, act is InspectionReplaced ? CarriedOutOn(before!) ?? moment.On : moment.On, RulesFor(moment))));
    }

    private protected override Inspection After(Inspection? before, InspectionAct act, Moment moment)
    {
        var rules = RulesFor(moment);
        return (act switch
        {
            InspectionPlanned planned => Begin(planned.Inspection, planned.Task, rules),
            ReplacementRecorded recorded => (Begin(recorded.Inspection, recorded.Task, rules) with
            {
                Team = recorded.Team,
                BegunOn = recorded.BegunOn,
                Replaces = recorded.Replaces,
            }).With(recorded.Result, moment, Find(recorded.Replaces)),
            _ => InspectionLifecycle.Rows[act.Step].Does(before! with { Rules = rules }, new(act, moment)),
        }) with
        {
            State = InspectionLifecycle.Rows.After(before?.State, act.Step),
        };
    }

    /// <summary>The rules by which an act is taken, or was.</summary>
    internal InspectionRules RulesFor(Moment moment) => _rules.FindFor(moment)!;

    private protected override void Changed(Inspection? before, Inspection? after)
    {
        if (before is null && after is not null)
        {
            _ofSubject.Add(after.Subject, after.Id);
        }
    }

    private protected override IEnumerable<Thing> LostBetween(InspectionId id, Inspection before, Inspection? after)
    {
        foreach (var finding in before.Findings.Where(finding => after?.Findings.Any(left => left.Id == finding.Id) != true))
        {
            yield return new Thing(FindingBook.Kind, finding.Id.ToString());
        }

        if (after is null)
        {
            yield return InspectionAct.ThingOf(id);
        }

        // Whatever stands in its place would stand beside it.
        if (before.ReplacedBy is not null && after?.ReplacedBy is null)
        {
            yield return new Thing(ReplacedKind, id.ToString());
        }
    }

    private static UnmetGuard NotByItself { get; } = new("not-by-itself", ("更正后的记录随实质更正产生", "it follows from the replacement of a record"), []);

    private Inspection Begin(InspectionId id, InspectionTask task, InspectionRules rules) => new(id, task, _lists.Lists.Find(task.Checklist)!)
    {
        Rules = rules,
        Followed = [.. task.FollowsUp.Select(Findings.Find).OfType<Finding>()],
    };

    /// <summary>The codes of the items that an inspection may leave alone on a day; they are looked for when they are asked for.</summary>
    private Func<HashSet<string>> AtRest(Inspection inspection, LocalDate on, InspectionRules rules) => () =>
    {
        var months = rules.RestMonths.Value;
        if (months == 0 || !inspection.Kind.IsBureaus())
        {
            return [];
        }

        var level = inspection.BodyLevel ?? AreaLevel.District;
        Inspection[] higher =
        [
            .. InspectionsOf(inspection.Subject).Where(other => other.IsDone && other.Kind.IsBureaus() && other.BodyLevel < level
                && CarriedOutOn(other) is { } day && day <= on && DateBounds.PlusMonthsOrLast(day, months) >= on),
        ];
        return
        [
            .. inspection.Checklist.Items.Where(item => higher.Any(other => other.Result!.Answers.Any(
                answer => other.Checklist.Item(answer.Code) is var inspected && inspected.Id.IsSameCode(item.Id) && inspected.Since == item.Since))).Select(item => item.Code),
        ];
    };

    /// <summary>The day on which it was carried out: of what a correction wrote in the place of another, that of the other; null before it is finished.</summary>
    private LocalDate? CarriedOutOn(Inspection inspection)
    {
        while (inspection.Replaces is { } wrong && Find(wrong) is { } before)
        {
            inspection = before;
        }

        return inspection.FinishedOn;
    }

    private Decision Replace(Inspection before, InspectionReplaced replaced) =>
        Find(replaced.Replacement) is { } taken && taken.Replaces != replaced.Inspection ? Refusal.IdTaken($"{replaced.Replacement}")
        : new Decision([replaced, new ReplacementRecorded(replaced.Replacement, before.Id, before.Task, before.Team!, before.BegunOn!.Value, replaced.Result)], []);

    private IEnumerable<Refusal> RefusalsOf(InspectionTask task, Moment moment)
    {
        if (FindUnknown(task.Subject, moment.On) is { } unknown)
        {
            yield return unknown;
        }

        if (_lists.Lists.Find(task.Checklist) is null)
        {
            yield return _lists.NotAdopted(task.Checklist);
        }

        foreach (var refusal in task.FollowsUp.Select(id => Findings.FindRefusal(id, task.Subject, moment.On)).OfType<Refusal>())
        {
            yield return refusal;
        }
    }

    /// <summary>Why there is no such subject; an area is one if there was one on the day, which was not yet told to be over.</summary>
    internal Refusal? FindUnknown(InspectionSubject subject, LocalDate on) => subject.Kind switch
    {
        InspectionSubjectKind.Business => _businesses.Register.Contains(subject.Business) ? null : RegisterBook.Unregistered(subject.Business),
        InspectionSubjectKind.Cadre => _chains.Cadres.Contains(subject.Cadre) ? null : new Refusal(
            "unknown-cadre", ($"没有干部 {subject.Cadre}。", $"There is no cadre {subject.Cadre}."), [new GuardValue("cadre", subject.Cadre.Value)]),
        InspectionSubjectKind.Area => _businesses.Areas.Knows(subject.Area, on) ? null : _businesses.Areas.Unknown(subject.Area),
        0 => new Refusal("no-subject", ("没有对象。", "There is no subject."), Allowed: ("主体、干部或者区划。", "A business, a cadre or an area.")),
    };

    private ActPlace FirstOf(InspectionId id) => HistoryOf(id).First(done => done.Counts).Moment.Place;

    private bool IsClosed(BusinessId business, LocalDate day) =>
        (from told in _businesses.HistoryOf(business)
         where told.On <= day && told.CorrectedBy is null
         from value in (told.Act switch { FactsStated stated => stated.Facts, FactsCorrected corrected => corrected.Facts, _ => new FactRecord() }).Values
         where BusinessFacts.Status.Equals(value.Fact)
         orderby told.On
         select value.Stored).LastOrDefault() == (long)OperatingStatus.Closed;
}

/// <summary>A result that is still to be made public (待公示).</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Deadline">By when; null when the calendar knows nothing of a year it would take.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public readonly record struct PublicationDue(Inspection Inspection, Deadline? Deadline)
{
    /// <summary>Why there is no deadline: the year of which the calendar knows nothing; null when there is one.</summary>
    public BilingualText? Unknown { get; init; }
}
