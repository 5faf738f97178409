using System.Collections.Immutable;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>What was done under a work mechanism (协调机制台账), and so what is due and what is missing on a day.</summary>
/// <remarks>
/// <para>Days never go backwards: an act may be dated on the day of the last one or later, so a past day's answer changes only
/// when a mechanism is adopted that says something else of it. A changed cadence leaves the past alone when the old routine
/// ends and another of the same code begins.</para>
/// <para>Not thread-safe while an act is recorded.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CoordinationBook
{
    private readonly List<CoordinationEvent> _events = [];
    private readonly Dictionary<(string Routine, CadencePeriod Period), RoutineDone> _done = [];
    private readonly Dictionary<(string Line, string Milestone), MilestoneReached> _reached = [];
    private WorkMechanism? _mechanism;

    /// <summary>Makes an empty book.</summary>
    /// <param name="calendar">Which days are worked; in China <see cref="WorkingCalendar.China"/>.</param>
    public CoordinationBook(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        Calendar = calendar;
    }

    /// <summary>Which days are worked. <see cref="UseCalendar"/> changes it.</summary>
    public WorkingCalendar Calendar { get; private set; }

    /// <summary>The day of the last act; null before the first.</summary>
    public LocalDate? LastDay => _events.Count == 0 ? null : _events[^1].On;

    /// <summary>Everything that was done, in order.</summary>
    public IReadOnlyList<CoordinationEvent> Events => _events.AsReadOnly();

    /// <summary>The mechanism as last adopted.</summary>
    /// <exception cref="CoordinationRefusedException">None was adopted yet.</exception>
    public WorkMechanism Mechanism => _mechanism ?? throw new CoordinationRefusedException(CoordinationRefusal.NoMechanism, "", LastDay ?? default);

    /// <summary>Makes a book in which the same was done.</summary>
    /// <remarks>
    /// What was done on a provisional working day stands, also when the notice made that day one off: it is among what was done, and nothing was due.
    /// </remarks>
    /// <param name="events">The events of a book, in order.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="CoordinationRefusedException">An event cannot follow those before it.</exception>
    /// <exception cref="LedgerDayException">An event is dated before the one before it.</exception>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    public static CoordinationBook Replay(IEnumerable<CoordinationEvent> events, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(events);
        var book = new CoordinationBook(calendar);
        foreach (var happened in events)
        {
            book.Record(happened, isReplayed: true);
        }

        return book;
    }

    /// <summary>Adopts a mechanism, the first or one in the place of another (建立、修订机制).</summary>
    /// <param name="mechanism">The mechanism.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who adopts it: a key in the user's platform.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="CoordinationRefusedException">It has no place for a period or a milestone that was recorded as done.</exception>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no reason, or nobody who acts.</exception>
    public MechanismAdopted Adopt(WorkMechanism mechanism, string reason, string by, LocalDate on) => Keep(new MechanismAdopted(mechanism, reason, by, on));

    /// <summary>Records that a routine was done (例行工作完成). It may be done more than once in a period; the first time counts.</summary>
    /// <param name="routine">The code of the routine.</param>
    /// <param name="day">A day of the period for which it was done: that of the act, or an earlier one to make up for what was missed.</param>
    /// <param name="note">What was done: minutes, a number, a link; may be empty.</param>
    /// <param name="by">Who did it: a key in the user's platform.</param>
    /// <param name="on">The day on which it was done.</param>
    /// <exception cref="CoordinationRefusedException">There is no such routine, it has no period on that day, or the period has not begun.</exception>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no routine, or nobody who acts.</exception>
    public RoutineDone Done(string routine, LocalDate day, string note, string by, LocalDate on) => Keep(new RoutineDone(routine, day, note, by, on));

    /// <summary>Records that a milestone was reached (节点完成).</summary>
    /// <param name="line">The code of the line of work.</param>
    /// <param name="milestone">The code of the milestone.</param>
    /// <param name="note">What was reached; may be empty.</param>
    /// <param name="by">Who reports it: a key in the user's platform.</param>
    /// <param name="on">The day on which it was reached.</param>
    /// <exception cref="CoordinationRefusedException">There is no such line or milestone, or it was reached before.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no line or milestone, or nobody who acts.</exception>
    public MilestoneReached Reach(string line, string milestone, string note, string by, LocalDate on) =>
        Keep(new MilestoneReached(line, milestone, note, by, on));

    /// <summary>How every period that has begun stands on a day (履职情况), routine by routine, in the order of the periods.</summary>
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
        return [.. Mechanism.Routines.SelectMany(routine => routine.PeriodsIn(interval, Calendar).Select(period => StatusOf(routine, period, on)))];
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

    /// <summary>What was done in an interval (已完成事项), in order: every record, a second one of the same period too.</summary>
    /// <param name="interval">First and last day, both inclusive.</param>
    public ImmutableArray<RoutineDone> DoneWithin(DateInterval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        return [.. _events.OfType<RoutineDone>().Where(done => interval.Contains(done.On))];
    }

    /// <summary>How far each line of work has come on a day (工作线进展).</summary>
    /// <param name="on">The day; what was reached later is not known yet.</param>
    public ImmutableArray<LineProgress> ProgressOn(LocalDate on) => [.. Mechanism.Lines.Select(line => new LineProgress(
        line, on, [.. line.TimeLine.Select(milestone => StatusOf(line, milestone, on))]))];

    private RoutineStatus StatusOf(Routine routine, CadencePeriod period, LocalDate on)
    {
        var record = Known(_done.GetValueOrDefault((routine.Code, period)), on);
        var state = DutyStates.At(routine.FirstDayIn(period.First), routine.LastDayIn(period.Last), record?.On, on);
        return new RoutineStatus(routine, period, state, record);
    }

    private MilestoneStatus StatusOf(WorkLine line, Milestone milestone, LocalDate on)
    {
        var record = Known(_reached.GetValueOrDefault((line.Code, milestone.Code)), on);
        return new MilestoneStatus(milestone, DutyStates.At(line.From, milestone.DueBy, record?.On, on), record);
    }

    private static T? Known<T>(T? record, LocalDate on) where T : CoordinationEvent => record?.On <= on ? record : null;

    private void Record(CoordinationEvent happened, bool isReplayed = false)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (LastDay is { } last && happened.On < last)
        {
            throw new LedgerDayException(happened.On, last);
        }

        switch (happened)
        {
            case MechanismAdopted adopted:
                CheckKeepsRecords(adopted.Mechanism);
                _mechanism = adopted.Mechanism;
                break;
            case RoutineDone done:
                if (FindPeriodOf(done, isReplayed) is { } period)
                {
                    _done.TryAdd((done.Routine, period), done);
                }

                break;
            case MilestoneReached reached:
                CheckCanBeReached(reached);
                _reached.Add((reached.Line, reached.Milestone), reached);
                break;
        }

        _events.Add(happened);
    }

    /// <summary>Goes on by a calendar that knows more: the periods of working days that were provisional are those of the notice from now on.</summary>
    /// <remarks>What was done stands; where the notice made its day one off, nothing was due on it.</remarks>
    /// <param name="calendar">The calendar.</param>
    /// <exception cref="CalendarYearUnknownException">Something was done on a day of which the calendar knows nothing; nothing is changed.</exception>
    public void UseCalendar(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var before = Calendar;
        Calendar = calendar;
        try
        {
            var periods = _events.OfType<RoutineDone>().Select(done => (Done: done, Period: FindPeriodOf(done, isReplayed: true))).ToList();
            _done.Clear();
            foreach (var (done, period) in periods)
            {
                if (period is { } own)
                {
                    _done.TryAdd((done.Routine, own), done);
                }
            }
        }
        catch
        {
            Calendar = before;
            throw;
        }
    }

    private T Keep<T>(T happened) where T : CoordinationEvent
    {
        Record(happened);
        return happened;
    }

    /// <summary>The period for which it was done; null only for what was done on a working day that a later notice made a day off.</summary>
    private CadencePeriod? FindPeriodOf(RoutineDone done, bool isReplayed)
    {
        var versions = Mechanism.RoutinesOf(done.Routine);
        if (versions.IsEmpty)
        {
            throw new CoordinationRefusedException(CoordinationRefusal.Unknown, done.Routine, done.Day);
        }

        var version = versions.FirstOrDefault(routine => routine.Term.Contains(done.Day));
        if (version?.FindPeriod(done.Day, Calendar) is not { } period)
        {
            if (isReplayed && version is not null && version.Cadence == Cadence.WorkingDay)
            {
                return null;
            }

            throw new CoordinationRefusedException(CoordinationRefusal.NotDue, done.Routine, done.Day);
        }

        var first = version.FirstDayIn(period.First);
        return done.On >= first ? period : throw new CoordinationRefusedException(CoordinationRefusal.NotBegun, done.Routine, first);
    }

    private void CheckCanBeReached(MilestoneReached reached)
    {
        var subject = $"{reached.Line}/{reached.Milestone}";
        if (Mechanism.FindLine(reached.Line)?.FindMilestone(reached.Milestone) is null)
        {
            throw new CoordinationRefusedException(CoordinationRefusal.Unknown, subject, reached.On);
        }

        if (_reached.TryGetValue((reached.Line, reached.Milestone), out var before))
        {
            throw new CoordinationRefusedException(CoordinationRefusal.AlreadyReached, subject, before.On);
        }
    }

    private void CheckKeepsRecords(WorkMechanism mechanism)
    {
        foreach (var ((code, period), record) in _done)
        {
            var isKept = mechanism.RoutinesOf(code).Any(routine => routine.FindPeriod(record.Day, Calendar) == period);
            if (!isKept)
            {
                throw new CoordinationRefusedException(CoordinationRefusal.RecordLost, code, record.Day);
            }
        }

        foreach (var record in _reached.Values.Where(record => mechanism.FindLine(record.Line)?.FindMilestone(record.Milestone) is null))
        {
            throw new CoordinationRefusedException(CoordinationRefusal.RecordLost, $"{record.Line}/{record.Milestone}", record.On);
        }
    }
}
