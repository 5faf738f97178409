using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Emergencies;

/// <summary>All incidents, past and present (事故台账).</summary>
/// <remarks>They count in hours: the steps of one are taken in the order of their instants, of which the stamp's time of day is a part.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class IncidentBook : ThingBook<IncidentId, Incident, IncidentAct>
{
    private readonly FactSchema _schema;
    private readonly RuleBook<ItemList<ReportingRule>> _rules;
    private readonly CalendarBook _calendar;
    private readonly IncidentPolicyBook _policies;

    internal IncidentBook(
        FactSchema schema, RuleBook<ItemList<ReportingRule>> rules, CalendarBook calendar, IncidentPolicyBook policies, UndoLog undo)
        : base(undo) => (_schema, _rules, _calendar, _policies) = (schema, rules, calendar, policies);

    /// <summary>What can be done with an incident, and what stands in the way (可选操作).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such incident.</exception>
    public ImmutableArray<StepOption<IncidentStep>> AllowedSteps(IncidentId id, Instant at)
    {
        var incident = this[id];
        return IncidentLifecycle.Table.Options(incident.State, step => IncidentGuards.Unmet(new(incident, new(id, step), at)));
    }

    /// <summary>The duties to report an incident as they stood at an instant, by its rules and the calendar as recorded on that day (报告义务).</summary>
    /// <param name="id">The incident.</param>
    /// <param name="at">The instant.</param>
    /// <returns>In the order of the rules; see <see cref="Incident.DutiesAt"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such incident.</exception>
    public ImmutableArray<ReportingDuty> DutiesAt(IncidentId id, Instant at) => DutiesAt(this[id], at);

    /// <summary>The duties to report that are overdue at an instant, of all incidents (逾期未报).</summary>
    /// <param name="at">The instant.</param>
    /// <returns>By incident, each in the order of the rules.</returns>
    public ImmutableArray<(IncidentId Incident, ReportingDuty Duty)> OverdueAt(Instant at) =>
    [
        .. from incident in All
           from duty in DutiesAt(incident, at)
           where duty.Standing == DutyStanding.Overdue
           select (incident.Id, duty),
    ];

    private protected override string ThingKind => IncidentAct.ThingKind;

    private protected override IEnumerable<Thing> BusinessesOf(Incident thing, IncidentAct act) => thing.Subject.Businesses.Select(BusinessAct.ThingOf);

    private protected override IncidentId IdOf(IncidentAct act) => act.Incident;

    private protected override Decision Decide(Incident? before, IncidentAct act, Moment moment)
    {
        var decision = Decision.Of(act,
        [
            .. (act.Facts?.Values ?? []).Where(value => !_schema.Contains(value.Fact!)).Select(value => IncidentPolicyBook.UnknownFact(_schema, value.Fact!)),
            .. IncidentLifecycle.Rows.Refusals(
                () => Incident.LabelOf(act.Incident), before?.State, act.Step, act, () => IncidentGuards.Unmet(new(before, act, moment.At))),
        ]);
        return !decision.Refusals.IsEmpty ? decision
            : act.AsksForGrading ? Grade(act, moment.On)
            : act is { Step: IncidentStep.Register, Rules.IsEmpty: true } ? act with { Rules = _rules.FindFor(moment) }
            : act;
    }

    private protected override Incident After(Incident? before, IncidentAct act, Moment moment) => Incident.After(before, new(act, moment));

    private ImmutableArray<ReportingDuty> DutiesAt(Incident incident, Instant at) =>
        incident.DutiesAt(at, _calendar.On(DateBounds.DateOf(at, _calendar.Zone, nameof(at))));

    private Decision Grade(IncidentAct act, LocalDate on) => _policies.FindGrader(on) is { } grader
        ? act with { Grading = IncidentGrading.Of(grader, act.Facts!) }
        : new Refusal(
            "no-policy", ($"{on:uuuu-MM-dd} 没有施行的事故分级标准。", $"No policy of incident grades is in force on {on:uuuu-MM-dd}."), [new GuardValue("on", $"{on:uuuu-MM-dd}")],
            Allowed: ("先发布分级标准，或写明等级及依据。", "Laying down a policy before, or stating the grading in the act."));
}
