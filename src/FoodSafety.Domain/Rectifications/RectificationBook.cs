using System.Collections.Immutable;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The rectifications of a place, from found to struck off (整改台账): steps are recorded, everything else is derived.</summary>
/// <remarks>
/// <para>Days never go backwards: a step may be dated on the day of the last one or later, so what stood on a past day never
/// changes. What is overdue, due or to be escalated on a day is asked of <see cref="On"/> and stored nowhere.</para>
/// <para>A rectification costs 22 bytes, and each of its steps 56 and what its reason, documents and evidence take. A rectification
/// is made of its steps when it is asked for. Not thread-safe.</para>
/// <para>The first question by finding or by business makes an index of all reports, some 60 bytes each; later ones add what was
/// reported since, and do not depend on how many there are.</para>
/// </remarks>
public sealed partial class RectificationBook
{
    private readonly EventLog _log;
    private readonly RectificationColumns _columns = new();
    private RectificationIndex? _index;

    /// <summary>Makes an empty book.</summary>
    /// <param name="rules">What the place asks of its rectifications.</param>
    public RectificationBook(RectificationRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = rules;
        _log = new EventLog(Rules.Calendar.Zone);
    }

    /// <summary>Makes an empty book of a place that asks nothing of its own.</summary>
    /// <param name="calendar">Which days are worked, and the zone in which days end; in China <see cref="WorkingCalendar.China"/>.</param>
    public RectificationBook(WorkingCalendar calendar)
        : this(new RectificationRules { Calendar = calendar })
    {
    }

    /// <summary>What the place asks of its rectifications. <see cref="UseCalendar"/> changes the calendar.</summary>
    public RectificationRules Rules { get; private set; }

    /// <summary>How many rectifications there are, settled ones included.</summary>
    public int Count => _columns.Count;

    /// <summary>How many steps were taken.</summary>
    public int EventCount => _log.Count;

    /// <summary>The day of the last step; null before the first.</summary>
    public LocalDate? LastDay => _log.LastDay;

    /// <summary>Every step that was taken, in order; each event is made when it is come to.</summary>
    public IEnumerable<RectificationEvent> Events => Enumerable.Range(0, _log.Count).Select(index => _log.At(index, _columns));

    /// <summary>A rectification as it is now.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rectification.</exception>
    public Rectification this[RectificationId id]
    {
        get
        {
            var history = HistoryOf(id);
            var rectification = Rectification.Begin(history[0]);
            foreach (var step in history.AsSpan()[1..])
            {
                rectification = rectification.Apply(step, RectificationColumns.StateAfter(rectification.State, step.Step));
            }

            return rectification;
        }
    }

    /// <summary>Makes a book of the steps of another: the same steps give the same book.</summary>
    /// <remarks>What was done stands: the table must allow every step, but requirements that rules make now are not asked of it.</remarks>
    /// <param name="events">The steps, in the order in which they were taken.</param>
    /// <param name="rules">What is asked of the steps to come.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">A state does not allow a step.</exception>
    /// <exception cref="LedgerDayException">The day of a step is before that of the one before it.</exception>
    /// <exception cref="ArgumentException">A step lacks something, has what it cannot have, or is of no rectification.</exception>
    public static RectificationBook Replay(IEnumerable<RectificationEvent> events, RectificationRules rules)
    {
        ArgumentNullException.ThrowIfNull(events);
        var book = new RectificationBook(rules);
        foreach (var step in events)
        {
            book.Keep(step, guarded: false);
        }

        return book;
    }

    /// <summary>The rectification of a finding; null when it was never reported, and the newest when it was reported more than once.</summary>
    /// <param name="finding">The number of the finding.</param>
    public Rectification? FindByFinding(FindingId finding) => Index.NewestOf(finding) is > 0 and var number ? this[new RectificationId(number)] : null;

    /// <summary>The open rectifications of a business (主体未办结问题), by number; empty when it has none.</summary>
    /// <param name="row">The row of the business in the register, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is negative.</exception>
    public ImmutableArray<RectificationId> OpenOf(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        return [.. Index.Of(row).Where(number => _columns.States[number - 1].IsOpen()).Reverse().Select(number => new RectificationId(number))];
    }

    /// <summary>The steps of a rectification, in order (整改过程).</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rectification.</exception>
    public ImmutableArray<RectificationEvent> HistoryOf(RectificationId id)
    {
        var steps = ImmutableArray.CreateBuilder<RectificationEvent>();
        for (var index = _columns.Last[IndexOf(id)]; index >= 0; index = _log[index].Previous)
        {
            steps.Add(_log.At(index, _columns));
        }

        steps.Reverse();
        return steps.DrainToImmutable();
    }

    /// <summary>Where everything stands on a day: what is overdue, due soon, how old, and who has to know.</summary>
    /// <param name="day">The day. On or after that of the last step the answer costs nothing; an earlier one goes through the steps up to it.</param>
    public RectificationsOnDay On(LocalDate day)
    {
        if (LastDay is not { } last || day >= last)
        {
            return new RectificationsOnDay(this, _log, _columns, day, isLive: true);
        }

        var columns = new RectificationColumns();
        var count = _log.CountUpTo(day);
        for (var index = 0; index < count; index++)
        {
            Carry(columns, index);
        }

        return new RectificationsOnDay(this, _log, columns, day, isLive: false);
    }

    /// <summary>Takes a step (记录整改操作); the named acts are this with their data filled in.</summary>
    /// <param name="act">The step with all its data. A report needs no number.</param>
    /// <returns>The step as it is kept, with its number and its deadline.</returns>
    /// <exception cref="StepRefusedException{TState, TStep}">The state does not allow it, or a requirement is not met.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last step.</exception>
    /// <exception cref="CalendarYearUnknownException">The deadline needs working days of a year the calendar does not know.</exception>
    /// <exception cref="ArgumentException">The act lacks something, has what it cannot have, or is of no rectification.</exception>
    public RectificationEvent Record(RectificationEvent act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return Keep(act, guarded: true);
    }

    /// <summary>The steps that the state of a rectification allows, each with what stands in its way for somebody at a moment.</summary>
    /// <param name="id">The rectification.</param>
    /// <param name="by">Who would take the step: a key in the user's platform.</param>
    /// <param name="at">When; before <see cref="LastDay"/> every step is refused when it is taken.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rectification.</exception>
    /// <exception cref="CalendarYearUnknownException">The time for a look-back needs working days of a year the calendar does not know.</exception>
    public ImmutableArray<StepOption<RectificationStep>> AllowedSteps(RectificationId id, string by, Instant at) => this[id].AllowedSteps(by, at, Rules);

    internal int IndexOf(RectificationId id) => id.Number >= 1 && id.Number <= Count
        ? (int)id.Number - 1
        : throw new ArgumentOutOfRangeException(nameof(id), id, $"The book has {Count} rectifications, numbered from 1.");

    private RectificationIndex Index => _index ??= new RectificationIndex(_columns);

    private RectificationEvent Keep(RectificationEvent act, bool guarded)
    {
        RequireDay(act.At);
        if (act.Step == RectificationStep.Report && (act.Id.IsNone || act.Id.Number == Count + 1))
        {
            act = act with { Id = new RectificationId(Count + 1) };
            Rectification.Begin(act);
            _columns.Begin(act.Finding, act.Severity, act.Row, DayNumberOf(act), _log.Count);
            _log.Add(act, -1, deadline: null);
            return act;
        }

        var (next, done) = this[act.Id].Take(act, Rules, guarded);
        _log.Add(done, _columns.Last[IndexOf(act.Id)], next.Deadline);
        Carry(_columns, _log.Count - 1);
        return done;
    }

    private void RequireDay(Instant at)
    {
        if (LastDay is { } last && DateBounds.DateOf(at, Rules.Calendar.Zone, nameof(at)) is var day && day < last)
        {
            throw new LedgerDayException(day, last);
        }
    }

    private void Carry(RectificationColumns columns, int index)
    {
        var entry = _log[index];
        var day = Days.Number(_log.DayOf(entry));
        if (entry.Step == RectificationStep.Report)
        {
            var (finding, severity, row) = _columns.OriginOf(entry.Id);
            columns.Begin(finding, severity, row, day, index);
        }
        else
        {
            columns.Apply(entry.Id, entry.Step, day, entry.DueDay, index);
        }
    }

    private int DayNumberOf(RectificationEvent act) => Days.Number(DateBounds.DateOf(act.At, Rules.Calendar.Zone, nameof(act)));
}
