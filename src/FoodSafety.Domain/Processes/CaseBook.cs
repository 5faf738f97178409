using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Processes;

/// <summary>The cases of all procedures that a place laid down for itself (办件台账).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CaseBook : ThingBook<CaseId, Case, CaseAct>
{
    private readonly ProcessBook _processes;
    private readonly RegisterBook _businesses;
    private readonly CalendarBook _calendar;

    internal CaseBook(ProcessBook processes, RegisterBook businesses, CalendarBook calendar, UndoLog undo)
        : base(undo) => (_processes, _businesses, _calendar) = (processes, businesses, calendar);

    /// <summary>The steps that a case allows as it is now (可办环节); none when it is over or there is none with the id.</summary>
    /// <param name="id">The number of the case.</param>
    public ImmutableArray<ProcessStep> AllowedSteps(CaseId id) => Find(id) is { } known ? known.Process.StepsFrom(known.State) : [];

    /// <summary>The cases that were not over at the end of a day and whose time had run out (逾期办件), by all that is known now.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<Case> OverdueOn(LocalDate day) => [.. On(day).Where(one => !one.IsClosed && one.Due?.IsOverdue(day) == true)];

    internal override IEnumerable<Act> ToSettle(WorkingCalendar calendar) =>
        Settlement.Of(All.Where(one => !one.IsClosed), one => one.Due, calendar, (one, due) => new CaseDeadlineSettled(one.Id, due));

    private protected override string ThingKind => CaseAct.ThingKind;

    private protected override IEnumerable<Thing> BusinessesOf(Case thing, CaseAct act) => thing.Business is { } business ? [BusinessAct.ThingOf(business)] : [];

    private protected override CaseId IdOf(CaseAct act) => act.Id;

    private protected override Decision Decide(Case? before, CaseAct act, Moment moment) => (before, act) switch
    {
        (null, StepTaken begun) => Begin(begun, moment),
        (null, CaseDeadlineSettled) => Unbegun(act.Id),
        (_, StepTaken taken) => Continue(before, taken, moment),
        (_, CaseDeadlineSettled settled) => Settlement.FindUnmet(before.IsClosed ? null : before.Due, settled.Due) is { } unmet
            ? Refusal.Of(($"办件 {act.Id}", $"case {act.Id}"), unmet) : settled,
        _ => throw Unknown(act),
    };

    private protected override Case After(Case? before, CaseAct act, Moment moment) =>
        before?.After(act, moment.On) ?? (act is StepTaken begun ? new Case(_processes.Find(begun.Process!, begun.Version!)!, begun, moment.On) : throw Unknown(act));

    // What its fields say was asked when it was taken, hangs on no step before it, and may have been blanked since.
    private protected override bool Follows(Case? before, CaseAct act, Moment moment) => before is not null && act is StepTaken { Process: null } taken
        ? before.Process.StepsFrom(before.State).Any(step => step.Code == taken.Step)
        : base.Follows(before, act, moment);

    private Decision Begin(StepTaken act, Moment moment)
    {
        var id = new GuardValue("id", $"{act.Id}");
        if (act.Process is not { } code)
        {
            return Unbegun(act.Id);
        }

        if ((act.Version is { } version ? _processes.Find(code, version) : _processes.FindOn(code, moment.On)) is not { } process)
        {
            return new Refusal(
                "unknown-process", ($"{moment.On:uuuu-MM-dd} 没有施行中的流程“{code}”。", $"No process '{code}' is in force on {moment.On:uuuu-MM-dd}."),
                [id, new GuardValue("process", code), new GuardValue("on", $"{moment.On:uuuu-MM-dd}")],
                Allowed: ProcessBook.Words(_processes.On(moment.Today).Select(known => known.Code)));
        }

        return act.Business is { } business && !_businesses.Register.Contains(business)
            ? RegisterBook.Unregistered(business)
            : Decide(process, null, act with { Version = process.Version }, moment);
    }

    private static Refusal Unbegun(CaseId id) => new(
        "unknown-case", ($"没有编号为 {id} 的办件。", $"There is no case {id}."), [new GuardValue("id", $"{id}")], Allowed: ("已立的办件。", "One that has begun."));

    private Decision Continue(Case before, StepTaken act, Moment moment)
    {
        // A case begins once: what is stated then is not stated again.
        if (act.Process is not null)
        {
            return Refusal.IdTaken($"{act.Id}");
        }

        return act.Business is not null || act.Version is not null
            ? new Refusal(
                "stated-at-the-beginning", ($"办件 {act.Id} 的主体和版本在立件时已定。", $"The business and the version of case {act.Id} were stated when it began."),
                [new GuardValue("id", $"{act.Id}")], Allowed: ("留空。", "Leaving both out."))
            : Decide(before.Process, before, act, moment);
    }

    private Decision Decide(ProcessDefinition process, Case? before, StepTaken act, Moment moment)
    {
        var (state, due) = (before?.State, before?.Due);
        var allowed = process.StepsFrom(state);
        var (at, id) = (state is null ? ("未立件", "not begun") : process.FindState(state)!.Name, new GuardValue("id", $"{act.Id}"));
        if (allowed.FirstOrDefault(step => step.Code == act.Step) is not { } taken)
        {
            var name = process.FindStep(act.Step)?.Name ?? (act.Step, act.Step);
            return new Refusal(
                "step-not-possible",
                ($"办件 {act.Id}（{at.Chinese}）不能“{name.Chinese}”。", $"Case {act.Id} ({at.English}): the step '{name.English}' is not possible."),
                [id, new GuardValue("state", state ?? "none"), new GuardValue("step", act.Step)],
                Allowed: ProcessBook.Words(allowed.Select(step => step.Code)));
        }

        var refusals = RefusalsOf(process, taken, act).ToImmutableArray();
        if (!refusals.IsEmpty)
        {
            return Decision.Refuse(refusals);
        }

        try
        {
            var barred = BarsOf(process, taken, before, act, moment).ToImmutableArray();
            return !barred.IsEmpty ? Decision.Refuse(barred)
                : taken.ExtendsBy is { } more ? Extend(taken, more, due, act, moment)
                : act with { Due = taken.To == state ? due : DueOf(process.FindState(taken.To)!.Within, moment) };
        }
        catch (CalendarYearUnknownException e)
        {
            return Refusal.Of(e, id);
        }
    }

    private Decision Extend(ProcessStep step, TimeLimit more, Deadline? due, StepTaken act, Moment moment) => due is { } running && !running.IsOverdue(moment.On)
        ? act with { Due = more.After(running, _calendar.Now) }
        : new Refusal(
            "no-time-to-extend",
            due is { } over ? ($"办件 {act.Id} 的期限（{over.Text.Chinese}）已过，不能“{step.Name.Chinese}”。", $"The time of case {act.Id} has run out, {over.Text.English}: the step '{step.Name.English}' is not possible.")
                : ($"办件 {act.Id} 没有期限，不能“{step.Name.Chinese}”。", $"No time runs for case {act.Id}: the step '{step.Name.English}' is not possible."),
            [new GuardValue("id", $"{act.Id}"), new GuardValue("step", step.Code), new GuardValue("on", $"{moment.On:uuuu-MM-dd}")],
            more.Basis, ("期限届满前办理。", "Before the time has run out."));

    /// <summary>What bars a step, by the days that it states or that were stated before.</summary>
    private IEnumerable<Refusal> BarsOf(ProcessDefinition process, ProcessStep step, Case? before, StepTaken act, Moment moment)
    {
        foreach (var bar in step.Bars)
        {
            if ((act.Values.FirstOrDefault(value => value.Field == bar.Field)?.Value ?? before?.Find(bar.Field)) is { } stated
                && LocalDatePattern.Iso.Parse(stated) is { Success: true, Value: var from } && bar.Within.After(from, _calendar.Now) is var last && last.IsOverdue(moment.On))
            {
                var field = process.FindField(bar.Field)!;
                yield return new Refusal(
                    "time-barred",
                    ($"办件 {act.Id} 不能“{step.Name.Chinese}”：自{field.Name.Chinese} {stated} 起已超过 {bar.Within.Text.Chinese}。",
                        $"Case {act.Id}: the step '{step.Name.English}' is barred: more than {bar.Within.Text.English} have passed since {field.Name.English}, {stated}."),
                    [new GuardValue("id", $"{act.Id}"), new GuardValue("step", step.Code), new GuardValue("field", bar.Field), new GuardValue("since", stated), new GuardValue("last-day", $"{last.LastDay:uuuu-MM-dd}")],
                    bar.Within.Basis);
            }
        }
    }

    private Deadline? DueOf(TimeLimit? limit, Moment moment) =>
        limit is null ? null : limit.RunsFromInstant ? limit.After(moment.At, _calendar.Now) : limit.After(moment.On, _calendar.Now);

    private static IEnumerable<Refusal> RefusalsOf(ProcessDefinition process, ProcessStep step, StepTaken act)
    {
        foreach (var missing in step.Needs.Except(act.Values.Select(value => value.Field)))
        {
            yield return Refused("field-missing", missing, ("没有填报", "is not stated"), process.FindField(missing)!.Kind);
        }

        foreach (var twice in act.Values.GroupBy(value => value.Field).Where(same => same.Count() > 1))
        {
            yield return Refused("field-twice", twice.Key, ("重复填报", "is stated twice"), null) with { Allowed = ("一次。", "Once.") };
        }

        foreach (var value in act.Values)
        {
            if (!step.Needs.Contains(value.Field) && !step.May.Contains(value.Field))
            {
                yield return Refused("unknown-field", value.Field, ("不属于该环节", "is none of the step"), null) with { Allowed = ProcessBook.Words([.. step.Needs, .. step.May]) };
            }
            else if (process.FindField(value.Field) is { } field && !Admits(field, value.Value))
            {
                var refused = Refused("field-not-valid", value.Field, ($"不能是“{value.Value}”", $"cannot be '{value.Value}'"), field.Kind);
                yield return field.Choices.IsEmpty ? refused
                    : refused with { Allowed = (string.Join('、', field.Choices.Select(choice => $"{choice.Code}（{choice.Name.Chinese}）")), string.Join(", ", field.Choices.Select(choice => $"{choice.Code} ({choice.Name.English})"))) };
            }
        }

        Refusal Refused(string code, string field, BilingualText what, ProcessFieldKind? kind) => new(
            code, ($"环节“{step.Name.Chinese}”的项目“{field}”{what.Chinese}。", $"The field '{field}' of the step '{step.Name.English}' {what.English}."),
            [new GuardValue("id", $"{act.Id}"), new GuardValue("field", field)], Allowed: kind is { } of ? AllowedIn(of) : default);
    }

    private static bool Admits(ProcessField field, string value) => field.Kind switch
    {
        ProcessFieldKind.Key => TextRule.Key.Admits(value) && (field.Choices.IsEmpty || field.FindChoice(value) is not null),
        ProcessFieldKind.Note => TextRule.Note.Admits(value),
        ProcessFieldKind.Day => LocalDatePattern.Iso.Parse(value).Success,
        ProcessFieldKind.Number => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
    };

    private static BilingualText AllowedIn(ProcessFieldKind kind) => kind switch
    {
        ProcessFieldKind.Key => TextRule.Key.Allowed,
        ProcessFieldKind.Note => TextRule.Note.Allowed,
        ProcessFieldKind.Day => ("日期，如 2026-09-30", "a day, as 2026-09-30"),
        ProcessFieldKind.Number => ("数值，如 12.5", "a number, as 12.5"),
    };
}
