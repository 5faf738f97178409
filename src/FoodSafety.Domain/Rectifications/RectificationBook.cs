using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The rectifications of a district, from found to struck off (整改台账): acts are recorded, everything else is derived.</summary>
/// <remarks>
/// <para>Steps count by the day on which they were taken, and may be told late; those of one rectification follow each other. What is overdue,
/// due or to be escalated on a day is asked of <see cref="On"/> and stored nowhere.</para>
/// <para>A rectification costs some 90 bytes, and each of its steps 64 and what its reason, documents and evidence take. A rectification
/// is made of its steps when it is asked for.</para>
/// <para>The first question by finding or by business makes an index of all reports, some 60 bytes each; later ones add what was
/// reported since, and do not depend on how many there are.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RectificationBook : Book<RectificationAct>
{
    internal const string ThingKind = "rectification";

    private readonly RuleBook<RectificationRules> _rules;
    private readonly CalendarBook _calendar;
    private readonly UndoLog _undo;
    private readonly RectificationLog _log;
    private RectificationColumns _columns = new();
    private RectificationIndex? _index;
    private int _lastDay = int.MinValue;

    // Whoever asked for a day reads the columns as they were then: before they change they are copied.
    private bool _isShown;

    internal RectificationBook(RuleBook<RectificationRules> rules, CalendarBook calendar, BusinessRegister register, UndoLog undo)
    {
        (_rules, _calendar, Register, _undo) = (rules, calendar, register, undo);
        _log = new RectificationLog(calendar.Zone, register);
    }

    /// <summary>How many rectifications there are, settled ones included.</summary>
    public int Count => _columns.Slots - _columns.States.Count(RectificationColumns.None);

    /// <summary>All rectifications as they are now, in the order in which they were first recorded.</summary>
    public IEnumerable<Rectification> All => Enumerable.Range(0, _columns.Slots).Select(slot => Fold(slot, Days.Never)).OfType<Rectification>();

    /// <summary>How many acts were recorded.</summary>
    internal int ActCount => _log.Count;

    /// <summary>The businesses that reports name.</summary>
    internal BusinessRegister Register { get; }

    /// <summary>A rectification as it is now.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none with the number.</exception>
    public Rectification this[RectificationId id] =>
        Find(id) ?? throw new ArgumentOutOfRangeException(nameof(id), id, $"There is no {ThingKind} {id}. Allowed: the number of one that was reported.");

    /// <summary>A rectification as it is now; null when there is none with the number.</summary>
    /// <param name="id">Its number.</param>
    public Rectification? Find(RectificationId id) => FindUpTo(id, Days.Never);

    /// <summary>A rectification as it was at the end of a day, by all that is known now; null when it was not reported then.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="day">The day.</param>
    public Rectification? FindOn(RectificationId id, LocalDate day) => FindUpTo(id, Days.Number(day));

    /// <summary>The rectification of a finding; null when it was never reported, and the newest when it was reported more than once.</summary>
    /// <param name="finding">The number of the finding.</param>
    public Rectification? FindByFinding(FindingId finding) => Index.Of(finding).Select(slot => Fold(slot, Days.Never)).FirstOrDefault(found => found is not null);

    /// <summary>The open rectifications of a business (主体未办结问题), in the order in which they were first recorded; empty when it has none.</summary>
    /// <param name="business">The business.</param>
    public ImmutableArray<RectificationId> OpenOf(BusinessId business) => Register.FindRow(business) is not { } row ? []
        : [.. Index.Of(row).Where(slot => _columns.Opened[slot] != Days.Never).Reverse().Select(slot => _columns.Ids[slot])];

    /// <summary>The steps of a rectification, in order; those that do not count say so (整改过程). Empty when there is none with the number.</summary>
    /// <param name="id">Its number.</param>
    public ImmutableArray<Done<RectificationAct>> HistoryOf(RectificationId id) => _log.SlotOf(id) is { } slot ? HistoryAt(slot) : [];

    /// <summary>Where everything stands on a day, as a value: what is overdue, due soon, how old, and who has to know, by the rules and the calendar as recorded at its end.</summary>
    /// <param name="day">The day. On or after that of the last step the answer costs nothing; an earlier one goes through the steps up to it.</param>
    public RectificationsOnDay On(LocalDate day)
    {
        var number = Days.Number(day);
        _isShown |= number >= _lastDay;
        return new RectificationsOnDay(RulesOn(day), _calendar.On(day), number >= _lastDay ? _columns : _log.On(number, _columns), day);
    }

    /// <summary>The steps that the state of a rectification allows, each with what stands in its way for somebody at a moment (可选操作).</summary>
    /// <remarks>What depends on data that are not known yet, as who asked for more time, is checked when the step is taken.</remarks>
    /// <param name="id">The rectification.</param>
    /// <param name="by">Who would take the step: a key in the user's platform.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rectification.</exception>
    /// <exception cref="CalendarYearUnknownException">The time for a look-back needs working days of a year the calendar does not know.</exception>
    public ImmutableArray<StepOption<RectificationStep>> AllowedSteps(RectificationId id, string by, Instant at)
    {
        TextRule.Key.Check(by);
        var (now, rules) = (this[id], RulesOn(DateBounds.DateOf(at, _calendar.Zone, nameof(at))));
        return RectificationLifecycle.Table.Options(
            now.State, step => RectificationGuards.Unmet(new(now, new RectificationAct(id, step), by, at, rules, _calendar.Now)));
    }

    internal override ImmutableArray<string> Voidable => [ThingKind];

    internal override IEnumerable<Act> ToSettle(WorkingCalendar calendar) => Settlement.Of(
        Enumerable.Range(0, _columns.Slots).Where(slot => _columns.States[slot] is var state
            && state is not RectificationColumns.None && RectificationLifecycle.Table.FindNext(state, RectificationStep.SettleDeadline) is not null),
        slot => _columns.FindDeadline(slot, calendar.Zone), calendar, (slot, due) => RectificationAct.SettleDeadline(_columns.Ids[slot], due));

    internal override IEnumerable<(Thing About, ActPlace Place)> VoidableActs() =>
        _log.CountingActs.Select(act => (new Thing(ThingKind, _columns.Ids[act.Slot].ToString()), act.Place));

    internal override LocalDate? LastDayOf(Thing thing) => Voiding.LastDayOf(RectificationId.TryParse(thing.Id, null, out var id) ? HistoryOf(id) : []);

    // A finding is reported by one, and another is carried on into it.
    internal override IEnumerable<ActPlace> RestingOn(Thing thing) => thing.Kind != "finding" || !FindingId.TryParse(thing.Id, null, out var finding) ? []
        : Index.Of(finding).Concat(Enumerable.Range(0, _columns.Slots).Where(slot => _columns.States[slot] is not RectificationColumns.None and var state && RectificationLifecycle.Rows[state].Fate == RectificationFate.CarriedOn))
            .SelectMany(slot => HistoryAt(slot)).Where(done => done.Counts && done.Act.Finding == finding).Select(done => done.Moment.Place);

    internal override IEnumerable<Thing> BusinessesOf(Act act) =>
        RectificationId.TryParse(act.Thing!.Value.Id, null, out var id) && Find(id) is { Business: { } business } ? [BusinessAct.ThingOf(business)] : [];

    internal override Decision Decide(Act act, Moment moment) => act is not ActVoided voided ? base.Decide(act, moment)
        : Voiding.Decide<Rectification, RectificationAct>(
            voided, RectificationId.TryParse(voided.About.Id, null, out var id) ? HistoryOf(id) : [],
            (now, done) => Decide(now, done.Act, done.Moment).Refusals.IsEmpty, Rectification.After);

    internal override void Evolve(Act act, Moment moment)
    {
        if (act is ActVoided voided)
        {
            Evolve(voided, moment);
        }
        else
        {
            base.Evolve(act, moment);
        }
    }

    private protected override Decision Decide(RectificationAct act, Moment moment) => Decide(Find(act.Id), act, moment);

    private protected override void Evolve(RectificationAct act, Moment moment)
    {
        var columns = ToWrite();
        var (known, origin, lastDay) = (_log.SlotOf(act.Id), _log.OriginOf(act.Id), _lastDay);
        var begins = RectificationLifecycle.Rows[act.Step].Begins;
        var row = begins ? act.Business is { } business && Register.FindRow(business) is { } its ? its : -1
            : known is { } of ? columns.Rows[of] : -1;
        var slot = _log.Add(act, moment, row);
        if (known is null)
        {
            columns.Add(act.Id);
        }
        else if (begins)
        {
            // A number whose report was voided is reported anew, perhaps of another business.
            _index = null;
        }

        var before = columns.Read(slot);
        columns.SetRow(slot, row);
        _log.Carry(columns, _log.Count - 1);
        _lastDay = Math.Max(_lastDay, Days.Number(moment.On));
        if (!_undo.IsOn)
        {
            return;
        }

        _undo.Push(() =>
        {
            var now = ToWrite();
            if (known is null)
            {
                _index?.Forget(slot, _log.FindingAt(slot), now.Rows[slot]);
                now.RemoveLast();
            }
            else
            {
                _index = begins ? null : _index;
                now.Write(slot, before);
            }

            _log.RemoveLast(act.Id, origin);
            _lastDay = lastDay;
        });
    }

    private RectificationIndex Index
    {
        get
        {
            _index ??= new RectificationIndex();
            _index.CatchUp(_log, _columns);
            return _index;
        }
    }

    private Decision Decide(Rectification? now, RectificationAct act, Moment moment)
    {
        // An order that says no time gives what is typical of the place, and the entry tells it.
        act = act is { Step: RectificationStep.Order, Limit: null, Deadline: null, Until: null } && _rules.FindFor(moment)!.TypicalLimit is { } typical ? act with { Limit = typical } : act;
        var filled = act;
        try
        {
            var refusals = RectificationLifecycle.Rows.Refusals(() => ($"整改 {act.Id}", $"rectification {act.Id}"), now?.State, act.Step, act, Unmet);
            return !refusals.IsEmpty ? Decision.Refuse(refusals)
                : act.Business is { } business && !Register.Contains(business) ? RegisterBook.Unregistered(business)
                : filled;
        }
        catch (CalendarYearUnknownException unknown)
        {
            return Refusal.Of(unknown);
        }

        // A limit is counted before anything is asked of the deadline that follows from it.
        IEnumerable<UnmetGuard> Unmet()
        {
            if (now is null)
            {
                return [];
            }

            filled = act is { Deadline: null, Limit: { } limit }
                ? act with { Deadline = RectificationLifecycle.Rows[act.Step].Counts!(now, moment.At, limit, _calendar.Now) }
                : act;
            return RectificationGuards.Unmet(new(now, filled, moment.By, moment.At, _rules.FindFor(moment)!, _calendar.Now));
        }
    }

    private void Evolve(ActVoided voided, Moment moment)
    {
        var id = RectificationId.Parse(voided.About.Id);
        var slot = _log.SlotOf(id) ?? throw new ArgumentException($"There is no {voided.About}.", nameof(voided));
        var index = _log.IndexesOf(slot).First(at => _log[at].Unit == voided.Place.Entry && _log[at].Number == voided.Place.Number);
        var columns = ToWrite();
        var before = columns.Read(slot);
        var entry = _log.Void(index, moment.Place, id, before.Row);
        columns.Write(slot, before.Cleared);
        foreach (var counting in _log.IndexesOf(slot).Where(_log.Counts).Reverse())
        {
            _log.Carry(columns, counting);
        }

        _undo.Push(() =>
        {
            _log.Unvoid(index, entry);
            ToWrite().Write(slot, before);
        });
    }

    private RectificationColumns ToWrite()
    {
        if (_isShown)
        {
            (_columns, _isShown) = (_columns.Copy(), false);
        }

        return _columns;
    }

    private Rectification? FindUpTo(RectificationId id, int day) => _log.SlotOf(id) is { } slot ? Fold(slot, day) : null;

    private Rectification? Fold(int slot, int day)
    {
        return Before(_log.LastOf(slot));

        // Each step points back to the one before it; a history is short.
        Rectification? Before(int index)
        {
            if (index < 0)
            {
                return null;
            }

            var now = Before(_log[index].Previous);
            return _log[index].Day <= day && _log.Counts(index) ? Rectification.After(now, _log.At(index, _columns)) : now;
        }
    }

    private ImmutableArray<Done<RectificationAct>> HistoryAt(int slot) => [.. _log.IndexesOf(slot).Reverse().Select(index => _log.At(index, _columns))];

    private RectificationRules RulesOn(LocalDate day) => _rules.FindOn(day)!;
}
