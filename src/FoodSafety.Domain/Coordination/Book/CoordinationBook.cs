using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>The work mechanism and what was done under it (协调机制台账), and so what is due and what is missing on a day.</summary>
/// <remarks>
/// A mechanism counts from the day of record: a day is answered by the one that was adopted then. What was done counts by its day and is kept by the
/// day for which it was done, so that a working day that a notice makes a day off owes nothing, and what was done on it stands.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CoordinationBook : Book<CoordinationAct>
{
    private readonly CalendarBook _calendar;
    private readonly Trail<Done<MechanismAdopted>> _adopted;
    private readonly Trails<string, Done<RoutineDone>> _done;
    private readonly Trails<string, Done<MilestoneReached>> _reached;

    internal CoordinationBook(CalendarBook calendar, UndoLog undo)
    {
        _calendar = calendar;
        (_adopted, _done, _reached) = (new(undo), new(undo), new(undo));
    }

    /// <summary>The mechanism as last adopted; null before the first.</summary>
    public WorkMechanism? Mechanism => _adopted.Items is [.., var last] ? last.Act.Mechanism : null;

    /// <summary>Every mechanism that was adopted, in order (工作机制沿革).</summary>
    public IReadOnlyList<Done<MechanismAdopted>> Mechanisms => _adopted.Items;

    internal override ImmutableArray<string> Voidable => [RoutineDone.ThingKind, MilestoneReached.ThingKind];

    /// <summary>The mechanism as it stood at the end of a day; null before the first was adopted.</summary>
    /// <param name="day">The day.</param>
    public WorkMechanism? MechanismOn(LocalDate day) => _adopted.Items.RecordedBy(day)?.Act.Mechanism;

    /// <summary>How often a routine was done, for whichever period, in the order recorded; records that do not count say so.</summary>
    /// <param name="routine">The code of the routine.</param>
    public IReadOnlyList<Done<RoutineDone>> HistoryOf(string routine) => _done.Of(routine);

    /// <summary>The milestones of a line of work that were reached, in the order recorded; records that do not count say so.</summary>
    /// <param name="line">The code of the line of work.</param>
    public IReadOnlyList<Done<MilestoneReached>> HistoryOfLine(string line) => _reached.Of(line);

    /// <summary>How every period that has begun stands on a day (履职情况), routine by routine, in the order of the periods; none while no mechanism was adopted.</summary>
    /// <param name="on">The day; what was done later is not known yet.</param>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    public ImmutableArray<RoutineStatus> StatusOn(LocalDate on) => StatusOn(on, new DateInterval(LocalDate.MinIsoValue, on));

    /// <summary>How the periods with a day in an interval stand on a day, routine by routine, in the order of the periods.</summary>
    /// <param name="on">The day; what was done later is not known yet.</param>
    /// <param name="interval">First and last day, both inclusive; it may reach beyond the day, into what is to come.</param>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    public ImmutableArray<RoutineStatus> StatusOn(LocalDate on, DateInterval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        return MechanismOn(on) is not { } mechanism ? [] : [.. mechanism.Routines.SelectMany(routine =>
        {
            var records = RecordsOf(mechanism, routine.Code, on);
            return routine.PeriodsIn(interval, _calendar.On(on)).Select(period => StatusOf(routine, period, records.GetValueOrDefault(period), on));
        })];
    }

    /// <summary>What is due on a day and not done (当日待办), routine by routine.</summary>
    /// <param name="on">The day.</param>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    public ImmutableArray<RoutineStatus> DueOn(LocalDate on) =>
        [.. StatusOn(on, new DateInterval(on, on)).Where(status => status.State == DutyState.Due)];

    /// <summary>What is missing on a day (逾期未完成): the periods that are over and were not made up for, routine by routine.</summary>
    /// <param name="on">The day.</param>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    public ImmutableArray<RoutineStatus> MissedOn(LocalDate on) => [.. StatusOn(on).Where(status => status.State == DutyState.Missed)];

    /// <summary>What was done in an interval (已完成事项), by days: every record that counts, a second one of the same period too.</summary>
    /// <param name="interval">First and last day, both inclusive.</param>
    public ImmutableArray<Done<RoutineDone>> DoneWithin(DateInterval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        return [.. _done.Keys.SelectMany(_done.Of).Where(done => done.Counts && interval.Contains(done.On))
            .OrderBy(done => done.On).ThenBy(done => done.Moment.Place.Entry).ThenBy(done => done.Moment.Place.Number)];
    }

    /// <summary>How far each line of work has come on a day (工作线进展); none while no mechanism was adopted.</summary>
    /// <param name="on">The day; what was reached later is not known yet.</param>
    public ImmutableArray<LineProgress> ProgressOn(LocalDate on) => [.. (MechanismOn(on)?.Lines ?? []).Select(line => new LineProgress(
        line, on, [.. line.TimeLine.Select(milestone => StatusOf(line, milestone, on))]))];

    internal override IEnumerable<(Thing About, ActPlace Place)> VoidableActs() => _done.Keys.SelectMany(VoidableOf(_done)).Concat(_reached.Keys.SelectMany(VoidableOf(_reached)));

    internal override Decision Decide(Act act, Moment moment) => act is not ActVoided voided ? base.Decide(act, moment)
        : (voided.About.Kind == RoutineDone.ThingKind ? _done.Of(voided.About.Id).FindRefusal(voided) : _reached.Of(voided.About.Id).FindRefusal(voided)) is { } refusal ? refusal
        : voided;

    internal override void Evolve(Act act, Moment moment)
    {
        switch (act)
        {
            case ActVoided { About: { Kind: RoutineDone.ThingKind, Id: var routine } } voided:
                _done.Void(routine, voided, moment);
                break;
            case ActVoided { About.Id: var line } voided:
                _reached.Void(line, voided, moment);
                break;
            default:
                base.Evolve(act, moment);
                break;
        }
    }

    private protected override Decision Decide(CoordinationAct act, Moment moment) => act switch
    {
        MechanismAdopted adopted => Decision.Of(adopted, LostBy(adopted.Mechanism)),
        RoutineDone done => Decide(done, moment, mechanism => FindRefusal(mechanism, done, moment.On)),
        MilestoneReached reached => FindReached(reached.Line, reached.Milestone) is { } before
            ? new Refusal(
                "already-reached", ($"“{Name(reached)}”已于 {before.On:uuuu-MM-dd} 完成。", $"'{Name(reached)}' was reached on {before.On:uuuu-MM-dd} already."),
                [new GuardValue("milestone", Name(reached)), new GuardValue("on", $"{before.On:uuuu-MM-dd}")])
            : Decide(reached, moment, mechanism => FindRefusal(mechanism, reached)),
        _ => throw Unknown(act),
    };

    private protected override void Evolve(CoordinationAct act, Moment moment)
    {
        switch (act)
        {
            case MechanismAdopted adopted:
                _adopted.Add(new(adopted, moment));
                break;
            case RoutineDone done:
                _done.Add(done.Routine, new(done, moment));
                break;
            case MilestoneReached reached:
                _reached.Add(reached.Line, new(reached, moment));
                break;
            default:
                throw Unknown(act);
        }
    }

    private static Func<string, IEnumerable<(Thing, ActPlace)>> VoidableOf<TAct>(Trails<string, Done<TAct>> acts) where TAct : Act =>
        key => acts.Of(key).Where(done => done.Counts).Select(done => (done.Act.Thing!.Value, done.Moment.Place));

    private static RoutineStatus StatusOf(Routine routine, CadencePeriod period, Done<RoutineDone>? record, LocalDate on) =>
        new(routine, period, DutyStates.At(routine.FirstDayIn(period.First), routine.LastDayIn(period.Last), record?.On, on), record);

    private MilestoneStatus StatusOf(WorkLine line, Milestone milestone, LocalDate on)
    {
        var record = FindReached(line.Code, milestone.Code) is { } reached && reached.On <= on ? reached : null;
        return new MilestoneStatus(milestone, DutyStates.At(line.From, milestone.DueBy, record?.On, on), record);
    }

    /// <summary>The first record of every period of a routine, up to a day.</summary>
    private Dictionary<CadencePeriod, Done<RoutineDone>> RecordsOf(WorkMechanism mechanism, string code, LocalDate until)
    {
        var first = new Dictionary<CadencePeriod, Done<RoutineDone>>();
        var (versions, calendar) = (mechanism.RoutinesOf(code), _calendar.On(until));
        foreach (var done in _done.Of(code).Where(done => done.Counts && done.On <= until).OrderBy(done => done.On))
        {
            if (FindPeriod(versions, done.Act.Day, calendar) is { } period)
            {
                first.TryAdd(period, done);
            }
        }

        return first;
    }

    private Done<MilestoneReached>? FindReached(string line, string milestone) =>
        _reached.Of(line).FirstOrDefault(done => done.Counts && done.Act.Milestone == milestone);

    private static CadencePeriod? FindPeriod(ImmutableArray<Routine> versions, LocalDate day, WorkingCalendar calendar) =>
        versions.FirstOrDefault(routine => routine.Term.Contains(day))?.FindPeriod(day, calendar);

    /// <summary>Asks the mechanism of now; what was done late, under that of its day, is taken whatever was adopted since.</summary>
    private Decision Decide(CoordinationAct act, Moment moment, Func<WorkMechanism, Refusal?> findRefusal)
    {
        if (Mechanism is not { } mechanism)
        {
            return new Refusal("no-mechanism", ("尚未建立工作机制。", "No mechanism was adopted yet."), Allowed: ("先印发工作机制。", "Adopting one first."));
        }

        var refusal = findRefusal(mechanism);
        return refusal is null || (MechanismOn(moment.On) is { } then && findRefusal(then) is null) ? act : refusal;
    }

    private Refusal? FindRefusal(WorkMechanism mechanism, RoutineDone done, LocalDate on)
    {
        var versions = mechanism.RoutinesOf(done.Routine);
        var (routine, day) = (new GuardValue("routine", done.Routine), new GuardValue("day", $"{done.Day:uuuu-MM-dd}"));
        if (versions.IsEmpty)
        {
            var codes = mechanism.Routines.Select(known => known.Code).Distinct().ToList();
            return new Refusal(
                "unknown-routine", ($"工作机制中没有例行工作“{done.Routine}”。", $"The mechanism has no routine '{done.Routine}'."), [routine],
                Allowed: (string.Join('、', codes), string.Join(", ", codes)));
        }

        CadencePeriod? found;
        try
        {
            found = FindPeriod(versions, done.Day, _calendar.Now);
        }
        catch (CalendarYearUnknownException e)
        {
            return Refusal.Of(e, routine, day);
        }

        if (found is not { } period)
        {
            return new Refusal(
                "not-due", ($"“{done.Routine}”在 {done.Day:uuuu-MM-dd} 没有应做的周期。", $"'{done.Routine}' has no period on {done.Day:uuuu-MM-dd}."), [routine, day],
                Allowed: ("施行期间内的应做之日。", "A day in its term, of those that its cadence counts."));
        }

        var begins = versions.First(version => version.Term.Contains(done.Day)).FirstDayIn(period.First);
        return on >= begins ? null : new Refusal(
            "not-begun", ($"“{done.Routine}”的周期 {begins:uuuu-MM-dd} 才开始。", $"The period of '{done.Routine}' begins on {begins:uuuu-MM-dd} only."),
            [routine, day, new GuardValue("begins", $"{begins:uuuu-MM-dd}")],
            Allowed: ($"{begins:uuuu-MM-dd} 及以后办理。", $"Doing it on {begins:uuuu-MM-dd} or later."));
    }

    private static Refusal? FindRefusal(WorkMechanism mechanism, MilestoneReached reached)
    {
        if (mechanism.FindLine(reached.Line)?.FindMilestone(reached.Milestone) is not null)
        {
            return null;
        }

        var known = mechanism.Lines.SelectMany(line => line.TimeLine.Select(milestone => $"{line.Code}/{milestone.Code}")).ToList();
        return new Refusal(
            "unknown-milestone", ($"工作机制中没有节点“{Name(reached)}”。", $"The mechanism has no milestone '{Name(reached)}'."), [new GuardValue("milestone", Name(reached))],
            Allowed: (string.Join('、', known), string.Join(", ", known)));
    }

    /// <summary>What has a place in the mechanism of now must have one in the next: of each routine and milestone the first record that has none.</summary>
    private IEnumerable<Refusal> LostBy(WorkMechanism next)
    {
        if (Mechanism is not { } now)
        {
            yield break;
        }

        foreach (var code in now.Routines.Select(routine => routine.Code).Distinct())
        {
            var versions = next.RoutinesOf(code);
            foreach (var (_, record) in RecordsOf(now, code, LocalDate.MaxIsoValue).Where(first => FindPeriod(versions, first.Value.Act.Day, _calendar.Now) != first.Key).Take(1))
            {
                yield return Lost(code, record.Act.Day);
            }
        }

        foreach (var (line, milestone) in now.Lines.SelectMany(line => line.TimeLine.Select(milestone => (line.Code, milestone.Code))))
        {
            if (FindReached(line, milestone) is { } reached && next.FindLine(line)?.FindMilestone(milestone) is null)
            {
                yield return Lost(Name(reached.Act), reached.On);
            }
        }

        static Refusal Lost(string subject, LocalDate day) => new(
            "record-lost", ($"新机制无处保留“{subject}” {day:uuuu-MM-dd} 的记录。", $"The new mechanism has no place for the record of '{subject}' for {day:uuuu-MM-dd}."),
            [new GuardValue("subject", subject), new GuardValue("day", $"{day:uuuu-MM-dd}")],
            Allowed: ("原版本止于变更之日，新版本自该日起。", "Letting the old version end on the day of the change, and the new one begin on it."));
    }

    private static string Name(MilestoneReached reached) => $"{reached.Line}/{reached.Milestone}";
}
