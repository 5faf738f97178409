using System.Collections.Immutable;
using System.Numerics;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>Which records of self-control all businesses of a register made on which day (自查记录台账).</summary>
/// <remarks>
/// <para>One bit a business, kind and day, and a number only where risks were found: a year of daily records of a million businesses
/// takes 48 MB. Who filled in which form stays in the user's platform; <see cref="RecordMade"/> is checked for who may.</para>
/// <para>A business operates on every day unless it is marked otherwise, and owes nothing for days on which it does not. Businesses
/// that the register gets later are in the log at once.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class SelfControlLog : Book<SelfControlAct>
{
    /// <summary>For how many years from its first day a log takes records.</summary>
    public const int MaxYears = 20;

    private readonly UndoLog _undo;
    private readonly StaffBook _staff;
    private readonly RuleBook<ItemList<SelfControlDuty>> _duties;
    private readonly Cell<LocalDate?> _first;
    private readonly DayBits?[] _made = new DayBits?[(int)SelfControlKind.MonthlyMeeting + 1];
    private readonly DayBits _closed = new();
    private readonly Dictionary<(SelfControlKind Kind, int Row, int Day), int> _risks = [];
    private readonly Trail<Done<OperationMarked>> _marks;
    private readonly Trails<BusinessId, OperationMarked> _marksOf;

    internal SelfControlLog(BusinessRegister register, StaffBook staff, RuleBook<ItemList<SelfControlDuty>> duties, UndoLog undo)
    {
        (Register, _staff, _duties, _undo) = (register, staff, duties, undo);
        (_first, _marks, _marksOf) = (new(undo, null), new(undo), new(undo));
    }

    /// <summary>The log as it was at the end of a day, by all that is known now, over the register of that day: a value that nobody writes.</summary>
    private SelfControlLog(SelfControlLog live, BusinessRegister register, LocalDate day)
        : this(register, live._staff, live._duties, new UndoLog())
    {
        if (live.First is not { } first || first > day)
        {
            return;
        }

        var days = Period.DaysBetween(first, LocalDate.Min(day, live.Last)) + 1;
        _first.Put(first);
        for (var kind = 0; kind < _made.Length; kind++)
        {
            _made[kind] = live._made[kind]?.UpTo(register.Count, days);
            _made[kind]?.ClearFrom(days);
        }

        // Whether a business operates is known of days to come too.
        _closed = live._closed.UpTo(register.Count, int.MaxValue);
        foreach (var (key, risks) in live._risks)
        {
            if (key.Day < days && key.Row < register.Count)
            {
                _risks.Add(key, risks);
            }
        }

        foreach (var mark in live._marks.Items.Where(mark => mark.On <= day))
        {
            _marks.Add(mark);
        }
    }

    /// <summary>The businesses.</summary>
    public BusinessRegister Register { get; }

    /// <summary>The first day of which records are kept; null while none are.</summary>
    public LocalDate? First => _first.Value;

    /// <summary>On which days businesses operated or not, in the order told.</summary>
    public IReadOnlyList<Done<OperationMarked>> OperationMarks => _marks.Items;

    /// <summary>How much memory the bits take, in bytes; what risks were found is beside it.</summary>
    public long Bytes => _made.Sum(bits => bits?.Bytes ?? 0) + _closed.Bytes;

    /// <summary>All records, by kind, business in the order registered, and day.</summary>
    public IEnumerable<LoggedRecord> Records => SelfControlDuties.All.SelectMany(duty => Enumerable.Range(0, Register.Count).SelectMany(row => RecordsOf(duty.Kind, row)));

    /// <summary>The record of a business, kind and day; null when none was made.</summary>
    /// <param name="business">The business.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="date">The day.</param>
    /// <exception cref="BusinessNotFoundException">The register has no such business.</exception>
    /// <exception cref="ArgumentException">There is no such kind, or the day is none of the log.</exception>
    public LoggedRecord? Find(BusinessId business, SelfControlKind kind, LocalDate date)
    {
        var (row, day) = (Register.RowOf(business), DayOf(date, nameof(date)));
        return BitsOf(kind).Get(row, day) ? Show(kind, row, day) : null;
    }

    /// <summary>Whether a business operates on a day, as was told of it last; true where nothing was.</summary>
    /// <param name="business">The business.</param>
    /// <param name="date">The day.</param>
    /// <exception cref="BusinessNotFoundException">The register has no such business.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day is none of the log.</exception>
    public bool IsOperating(BusinessId business, LocalDate date) => Register.RowOf(business) is var row && !_closed.Get(row, DayOf(date, nameof(date)));

    /// <summary>The periods that lie wholly in an interval and in which a business owed a record and made none.</summary>
    /// <param name="business">The business.</param>
    /// <param name="duty">What is due how often.</param>
    /// <param name="interval">First and last day, both inclusive.</param>
    /// <param name="calendar">Which days are worked; read only where the cadence asks.</param>
    /// <exception cref="BusinessNotFoundException">The register has no such business.</exception>
    /// <exception cref="ArgumentException">The interval begins before the log or ends after it.</exception>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    public ImmutableArray<CadencePeriod> GapsOf(BusinessId business, SelfControlDuty duty, DateInterval interval, WorkingCalendar calendar)
    {
        var row = Register.RowOf(business);
        var (periods, pass) = Prepare(duty, interval, calendar);
        var missed = new ulong[pass.WordCount];
        pass.Run(row, missed);
        return GapPass.Read(missed, pass.Origin, periods);
    }

    /// <summary>The same for every business of the register, row by row: one pass over the bits.</summary>
    /// <remarks>A business owes a record for a period when it operated on at least one of its days.</remarks>
    /// <param name="duty">What is due how often.</param>
    /// <param name="interval">First and last day, both inclusive.</param>
    /// <param name="calendar">Which days are worked; read only where the cadence asks.</param>
    /// <exception cref="ArgumentException">The interval begins before the log or ends after it.</exception>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    public SelfControlGaps Gaps(SelfControlDuty duty, DateInterval interval, WorkingCalendar calendar)
    {
        var (periods, pass) = Prepare(duty, interval, calendar);
        return new SelfControlGaps(Register, duty, periods, pass);
    }

    /// <summary>The log as it was at the end of a day, by all that is known now, as a value over the register of that day.</summary>
    internal SelfControlLog On(LocalDate day, BusinessRegister register) => new(this, register, day);

    internal static Thing ThingOf(BusinessId business) => new("self-control-of", business.Value);

    internal override IEnumerable<Thing> BusinessesOf(Act act) => act switch
    {
        RecordMade made => [BusinessAct.ThingOf(made.Business)],
        RecordsKept kept => kept.Businesses.In(Register).Select(BusinessAct.ThingOf),
        RecordsWithdrawn withdrawn => withdrawn.Businesses.In(Register).Select(BusinessAct.ThingOf),
        OperationMarked marked => [BusinessAct.ThingOf(marked.Business)],
        _ => [],
    };

    private protected override Decision Decide(SelfControlAct act, Moment moment) => act switch
    {
        RecordsBegun when First is { } first => new Refusal(
            "already-begun", ($"已自 {first:uuuu-MM-dd} 起留存自查记录。", $"Records are kept from {first:uuuu-MM-dd} on already."), [new GuardValue("first", $"{first:uuuu-MM-dd}")]),
        RecordsBegun => act,
        _ when First is null => new Refusal(
            "not-begun", ("尚未开始留存自查记录。", "No records of self-control are kept yet."), Allowed: ("先报开始留存自查记录的日期。", "The act of the day from which records are kept, before it.")),
        RecordMade made => Decision.Of(made, RefusalsOf(made, moment)),
        RecordsKept kept => Decide(kept, moment),
        RecordsWithdrawn withdrawn => Decide(withdrawn),
        OperationMarked marked => Decision.Of(marked, RefusalsOf(marked)),
        _ => throw Unknown(act),
    };

    private protected override void Evolve(SelfControlAct act, Moment moment)
    {
        switch (act)
        {
            case RecordsBegun begun:
                _first.Put(begun.From);
                break;
            case RecordMade made:
                Write(made.Record, [Register.RowOf(made.Business)], DayOf(moment.On, nameof(moment)), made.RisksFound);
                break;
            case RecordsKept kept:
                Write(kept.Record, kept.Businesses.RowsIn(Register), DayOf(moment.On, nameof(moment)), risks: 0);
                break;
            case RecordsWithdrawn withdrawn:
                Erase(withdrawn.Record, withdrawn.Businesses.RowsIn(Register), DayOf(withdrawn.Date, nameof(act)));
                break;
            case OperationMarked marked:
                var row = Register.RowOf(marked.Business);
                _closed.EnsureRows(Register.Count);
                // Taken back last, when the mark is in the list no more.
                _undo.Push(() => Rewrite(row, marked.Business));
                _marks.Add(new Done<OperationMarked>(marked, moment));
                _marksOf.Add(marked.Business, marked);
                Write(row, marked);
                break;
            default:
                throw Unknown(act);
        }
    }

    private IEnumerable<Refusal> RefusalsOf(RecordMade made, Moment moment)
    {
        if (Register.FindRow(made.Business) is not { } row)
        {
            yield return RegisterBook.Unregistered(made.Business);
            yield break;
        }

        var duty = _duties.FindFor(moment).First(duty => duty.Kind == made.Record);
        if (!_staff.OnDutyAt(made.Business, moment.On).Any(held => held.Person == made.Maker && duty.Makers.Contains(held.Post)))
        {
            var posts = Posts(duty);
            yield return new Refusal(
                "not-a-maker",
                ($"{made.Maker} 在 {moment.On:uuuu-MM-dd} 不是 {made.Business} 有权作{made.Record.Name().Chinese}记录的在岗人员。", $"{made.Maker} is not on duty at {made.Business} on {moment.On:uuuu-MM-dd} in a post that makes the record of the {made.Record.Name().English}."),
                [new GuardValue("business", made.Business.Value), new GuardValue("maker", made.Maker.Value), new GuardValue("on", $"{moment.On:uuuu-MM-dd}")],
                duty.Basis, ($"在岗的{posts.Chinese}。", $"A {posts.English} on duty."));
        }

        if (FindOutOfRange(moment.On) is { } outOfRange)
        {
            yield return outOfRange;
        }
        else if (BitsOf(made.Record).Get(row, DayOf(moment.On, nameof(moment))))
        {
            yield return AlreadyMade(made.Record, moment.On, [new GuardValue("business", made.Business.Value)]);
        }
    }

    private static BilingualText Posts(SelfControlDuty duty) =>
        (string.Join("或", duty.Makers.Select(post => post.Name().Chinese)), string.Join(" or ", duty.Makers.Select(post => post.Name().English)));

    private Decision Decide(RecordsKept kept, Moment moment)
    {
        if (FindOutOfRange(moment.On) is { } outOfRange)
        {
            return outOfRange;
        }

        if (RefusalsOf(kept.Businesses) is { Length: > 0 } refusals)
        {
            return Decision.Refuse(refusals);
        }

        var (bits, day) = (BitsOf(kept.Record), DayOf(moment.On, nameof(moment)));
        int[] added = [.. kept.Businesses.RowsIn(Register).Where(row => !bits.Get(row, day))];
        return added.Length > 0 ? kept with { Businesses = BusinessSet.OfRows(Register, added) } : AlreadyMade(kept.Record, moment.On, []);
    }

    private Decision Decide(RecordsWithdrawn withdrawn)
    {
        if (FindOutOfRange(withdrawn.Date) is { } outOfRange)
        {
            return outOfRange;
        }

        if (RefusalsOf(withdrawn.Businesses) is { Length: > 0 } refusals)
        {
            return Decision.Refuse(refusals);
        }

        var (bits, day, rows) = (BitsOf(withdrawn.Record), DayOf(withdrawn.Date, nameof(withdrawn)), withdrawn.Businesses.RowsIn(Register));
        return rows.Where(row => !bits.Get(row, day)).Select(Register.IdAt).Select(id => new Refusal(
            "not-made", ($"{id} 在 {withdrawn.Date:uuuu-MM-dd} 没有{withdrawn.Record.Name().Chinese}记录。", $"{id} has no record of the {withdrawn.Record.Name().English} of {withdrawn.Date:uuuu-MM-dd}."),
            [new GuardValue("business", id.Value), new GuardValue("date", $"{withdrawn.Date:uuuu-MM-dd}")])).ToImmutableArray() is { IsEmpty: false } missing
            ? Decision.Refuse(missing)
            : withdrawn with { Businesses = BusinessSet.OfRows(Register, rows) };
    }

    private IEnumerable<Refusal> RefusalsOf(OperationMarked marked)
    {
        if (!Register.Contains(marked.Business))
        {
            yield return RegisterBook.Unregistered(marked.Business);
        }

        if (marked.Term.Intersect(Days).IsEmpty)
        {
            yield return OutOfRange(marked.Term.From);
        }
        else if (!marked.Weekdays.IsEmpty && !(marked.Term.Until <= Days.Until))
        {
            yield return new Refusal(
                "weekdays-without-end", ("每周休息日须有截止日期。", "Days of the week are told of a term that has an end."), [new GuardValue("from", $"{marked.Term.From:uuuu-MM-dd}")],
                Allowed: ($"截止于 {Days.Until:uuuu-MM-dd} 及以前。", $"An end on {Days.Until:uuuu-MM-dd} or before."));
        }
    }

    /// <summary>Why a set names nobody, or somebody whom nobody knows.</summary>
    private ImmutableArray<Refusal> RefusalsOf(BusinessSet set)
    {
        ImmutableArray<Refusal> unknown = [.. set.Named.Where(id => !Register.Contains(id)).Select(RegisterBook.Unregistered)];
        return !unknown.IsEmpty ? unknown
            : set.First > Register.Count ? [new Refusal(
                "beyond-the-register", ($"登记主体 {Register.Count} 家，少于 {set.First} 家。", $"{Register.Count} businesses are registered, fewer than {set.First}."),
                [new GuardValue("first", $"{set.First}"), new GuardValue("registered", $"{Register.Count}")], Allowed: ($"至多 {Register.Count} 家。", $"{Register.Count} or fewer."))]
            : set.RowsIn(Register).Length == 0 ? [new Refusal("names-no-business", ("没有列明主体。", "No business is named."), Allowed: ("至少一家。", "One or more."))]
            : [];
    }

    private static Refusal AlreadyMade(SelfControlKind record, LocalDate on, ItemList<GuardValue> values) => new(
        "already-made", ($"{on:uuuu-MM-dd} 已有{record.Name().Chinese}记录。", $"{on:uuuu-MM-dd} has the record of the {record.Name().English} already."),
        [.. values, new GuardValue("on", $"{on:uuuu-MM-dd}")]);

    private Refusal? FindOutOfRange(LocalDate on) => Days.Contains(on) ? null : OutOfRange(on);

    private Refusal OutOfRange(LocalDate on) => new(
        "day-out-of-range", ($"{on:uuuu-MM-dd} 不在留存期间内。", $"{on:uuuu-MM-dd} is no day of the log."), [new GuardValue("on", $"{on:uuuu-MM-dd}"), new GuardValue("first", $"{First:uuuu-MM-dd}")],
        Allowed: ($"{First:uuuu-MM-dd} 至 {Last:uuuu-MM-dd}。", $"{First:uuuu-MM-dd} to {Last:uuuu-MM-dd}."));

    /// <summary>The days of the log; none while no records are kept.</summary>
    private Term Days => First is { } first ? new(first, DateBounds.FindPlusMonths(first, 12 * MaxYears)) : new(LocalDate.MinIsoValue, LocalDate.MinIsoValue);

    private LocalDate Last => Days.Until?.PlusDays(-1) ?? LocalDate.MaxIsoValue;

    private (ImmutableArray<CadencePeriod> Periods, GapPass Pass) Prepare(SelfControlDuty duty, DateInterval interval, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(duty);
        ArgumentNullException.ThrowIfNull(interval);
        _ = DayOf(interval.Start, nameof(interval));
        _ = DayOf(interval.End, nameof(interval));
        var periods = duty.Cadence.PeriodsWithin(interval, calendar);
        return (periods, new GapPass(BitsOf(duty.Kind), _closed, First!.Value, periods));
    }

    private IEnumerable<LoggedRecord> RecordsOf(SelfControlKind kind, int row)
    {
        var bits = BitsOf(kind);
        for (var word = 0; word < bits.DayCount / 64; word++)
        {
            for (var left = bits.Word(row, word); left != 0; left &= left - 1)
            {
                yield return Show(kind, row, word * 64 + BitOperations.TrailingZeroCount(left));
            }
        }
    }

    private LoggedRecord Show(SelfControlKind kind, int row, int day) =>
        new(Register.IdAt(row), kind, First!.Value.PlusDays(day), _risks.GetValueOrDefault((kind, row, day)));

    /// <summary>Keeps the records of some rows; those that are there already stay as they are.</summary>
    private void Write(SelfControlKind kind, int[] rows, int day, int risks)
    {
        var bits = BitsOf(kind);
        bits.EnsureRows(Register.Count);
        int[] added = [.. rows.Where(row => bits.Add(row, day))];
        foreach (var row in added)
        {
            SetRisks((kind, row, day), risks);
        }

        _undo.Push(() =>
        {
            foreach (var row in added)
            {
                bits.Remove(row, day);
                SetRisks((kind, row, day), 0);
            }
        });
    }

    private void Erase(SelfControlKind kind, int[] rows, int day)
    {
        var bits = BitsOf(kind);
        (int Row, int Risks)[] erased = [.. rows.Where(row => bits.Get(row, day)).Select(row => (row, _risks.GetValueOrDefault((kind, row, day))))];
        foreach (var (row, _) in erased)
        {
            bits.Remove(row, day);
            SetRisks((kind, row, day), 0);
        }

        _undo.Push(() =>
        {
            foreach (var (row, risks) in erased)
            {
                bits.Add(row, day);
                SetRisks((kind, row, day), risks);
            }
        });
    }

    private void SetRisks((SelfControlKind Kind, int Row, int Day) key, int risks)
    {
        if (risks > 0)
        {
            _risks[key] = risks;
        }
        else
        {
            _risks.Remove(key);
        }
    }

    private void Write(int row, OperationMarked marked)
    {
        // Beyond the last day of the log nothing is kept, so that an end there is none.
        var term = marked.Term.Intersect(Days);
        int? until = term.Until is { } end && end <= Last ? DayOf(end, nameof(marked)) : null;
        var from = DayOf(term.From, nameof(marked));
        if (marked.Weekdays.IsEmpty)
        {
            _closed.Write(row, from, until, !marked.IsOperating);
            return;
        }

        var last = until ?? Period.DaysBetween(First!.Value, Last) + 1;
        foreach (var weekday in marked.Weekdays)
        {
            // The first such day of the term, then every seventh.
            for (var day = from + (weekday - term.From.DayOfWeek + 7) % 7; day < last; day += 7)
            {
                _closed.Write(row, day, day + 1, !marked.IsOperating);
            }
        }
    }

    private void Rewrite(int row, BusinessId business)
    {
        _closed.Clear(row);
        foreach (var marked in _marksOf.Of(business))
        {
            Write(row, marked);
        }
    }

    private DayBits BitsOf(SelfControlKind kind) => _made[(int)SelfControlDuties.Of(kind).Kind] ??= new DayBits();

    private int DayOf(LocalDate date, string parameter) => First is { } first && Days.Contains(date)
        ? Period.DaysBetween(first, date.Iso())
        : throw new ArgumentOutOfRangeException(parameter, date, First is null ? "No records are kept yet." : $"Allowed: {First:uuuu-MM-dd} to {Last:uuuu-MM-dd}, the days of the log.");
}

/// <summary>What a log keeps of a record (留存记录): that it was made and what it found. The form itself stays with the business.</summary>
/// <param name="Business">The business.</param>
/// <param name="Kind">Daily control, weekly check or monthly meeting.</param>
/// <param name="Date">The day on which it was made.</param>
/// <param name="RisksFound">How many risks were found; 0 is a zero-risk report.</param>
public readonly record struct LoggedRecord(BusinessId Business, SelfControlKind Kind, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate Date, int RisksFound);
