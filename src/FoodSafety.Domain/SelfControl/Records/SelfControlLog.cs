using System.Collections.Immutable;
using System.Numerics;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>Which records of self-control all businesses of a register made on which day (自查记录台账).</summary>
/// <remarks>
/// <para>One bit a business, kind and day, and a number only where risks were found: a year of daily records of a million businesses
/// takes 48 MB. Who filled in which form stays in the user's platform; <see cref="Add"/> checks who may.</para>
/// <para>A business operates on every day unless it is marked otherwise, and owes nothing for days on which it does not. Businesses
/// that the register gets later are in the log at once. Not thread-safe for writing.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class SelfControlLog
{
    /// <summary>For how many years from its first day a log takes records.</summary>
    public const int MaxYears = 20;

    private readonly DayBits?[] _made = new DayBits?[(int)SelfControlKind.MonthlyMeeting + 1];
    private readonly DayBits _closed = new();
    private readonly Dictionary<(SelfControlKind Kind, int Row, int Day), int> _risks = [];
    private readonly List<OperationMark> _marks = [];

    /// <summary>Opens an empty log.</summary>
    /// <param name="register">The businesses.</param>
    /// <param name="first">The first day of which records are kept.</param>
    public SelfControlLog(BusinessRegister register, LocalDate first)
    {
        ArgumentNullException.ThrowIfNull(register);
        (Register, First) = (register, first);
    }

    /// <summary>The businesses.</summary>
    public BusinessRegister Register { get; }

    private LocalDate Last => DateBounds.FindPlusMonths(First, 12 * MaxYears)?.PlusDays(-1) ?? LocalDate.MaxIsoValue;

    /// <summary>The first day of which records are kept.</summary>
    public LocalDate First { get; }

    /// <summary>On which days businesses operated or not, in the order marked.</summary>
    public IReadOnlyList<OperationMark> OperationMarks => _marks.AsReadOnly();

    /// <summary>How much memory the bits take, in bytes; what risks were found is beside it.</summary>
    public long Bytes => _made.Sum(bits => bits?.Bytes ?? 0) + _closed.Bytes;

    /// <summary>Everything that is kept of the records, by kind, row and day: with <see cref="OperationMarks"/> enough to <see cref="Replay"/> the log.</summary>
    public IEnumerable<LoggedRecord> Records => SelfControlDuties.All.SelectMany(duty => Enumerable.Range(0, Register.Count).SelectMany(row => RecordsOf(duty.Kind, row)));

    /// <summary>Builds a log from what another keeps.</summary>
    /// <param name="register">The businesses, in the same rows.</param>
    /// <param name="first">The first day of which records are kept.</param>
    /// <param name="marks">When businesses operated or not, in the order marked.</param>
    /// <param name="records">The records, in any order.</param>
    /// <exception cref="ArgumentException">
    /// A record is of no kind, row or day of the log or of less than no risk, a mark is of no day of it, or nobody made a mark.
    /// </exception>
    /// <exception cref="BusinessNotFoundException">A mark is of a business that the register does not have.</exception>
    public static SelfControlLog Replay(BusinessRegister register, LocalDate first, IEnumerable<OperationMark> marks, IEnumerable<LoggedRecord> records)
    {
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(records);
        var log = new SelfControlLog(register, first);
        foreach (var mark in marks)
        {
            log.Mark(mark);
        }

        foreach (var (row, kind, date, risks) in records)
        {
            log.CheckRow(row, nameof(records));
            ArgumentOutOfRangeException.ThrowIfNegative(risks, nameof(records));
            log.Write(kind, row, log.DayOf(date, nameof(records)), risks);
        }

        return log;
    }

    /// <summary>Keeps a record that one person made.</summary>
    /// <param name="record">The record.</param>
    /// <param name="staff">Who holds which post.</param>
    /// <param name="duty">Who may make it; null for what Order 60 says.</param>
    /// <exception cref="RecordRefusedException">The maker may not, or the record is there already.</exception>
    /// <exception cref="BusinessNotFoundException">The register has no such business.</exception>
    /// <exception cref="ArgumentException">There is no such kind, the day is none of the log, or the duty is of another kind.</exception>
    public void Add(SelfControlRecord record, StaffBook staff, SelfControlDuty? duty = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(staff);
        duty ??= SelfControlDuties.Of(record.Kind);
        if (duty.Kind != record.Kind)
        {
            throw new ArgumentException($"The duty is of {duty.Kind}. Allowed: {record.Kind}, as the record.", nameof(duty));
        }

        var row = Register.RowOf(record.Business);
        var day = DayOf(record.Date, nameof(record));
        if (!staff.OnDutyAt(record.Business, record.Date).Any(held => held.Person == record.Maker && duty.Makers.Contains(held.Post)))
        {
            throw new RecordRefusedException(RecordRefusal.NotAMaker, record, duty);
        }

        if (!Write(record.Kind, row, day, record.RisksFound))
        {
            throw new RecordRefusedException(RecordRefusal.AlreadyMade, record, duty);
        }
    }

    /// <summary>Keeps zero-risk records of one day that another platform took and checked; those that are there already stay as they are.</summary>
    /// <param name="kind">The kind of the records.</param>
    /// <param name="date">The day.</param>
    /// <param name="rows">The rows of the businesses that made one.</param>
    /// <returns>How many were new.</returns>
    /// <exception cref="ArgumentException">There is no such kind, day or row; nothing is kept.</exception>
    public int AddZeroRisk(SelfControlKind kind, LocalDate date, params ReadOnlySpan<int> rows)
    {
        var bits = BitsOf(kind);
        var day = DayOf(date, nameof(date));
        foreach (var row in rows)
        {
            CheckRow(row, nameof(rows));
        }

        bits.EnsureRows(Register.Count);
        var added = 0;
        foreach (var row in rows)
        {
            added += bits.Add(row, day) ? 1 : 0;
        }

        return added;
    }

    /// <summary>Says on which days a business operated or did not: what was said of a day last holds.</summary>
    /// <remarks>A business that opened on a day did not operate before it: a mark from <see cref="First"/> until that day.</remarks>
    /// <param name="mark">The business, the days and who says so.</param>
    /// <exception cref="BusinessNotFoundException">The register has no such business.</exception>
    /// <exception cref="ArgumentException">Nobody says so, or no day of the term is a day of the log.</exception>
    public void Mark(OperationMark mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        TextRule.Key.Check(mark.By, nameof(mark));
        var row = Register.RowOf(mark.Business);
        var term = mark.Term.Intersect(new Term(First));
        if (term.IsEmpty)
        {
            throw new ArgumentOutOfRangeException(nameof(mark), mark.Term, $"Allowed: at least one day on {First:uuuu-MM-dd} or later.");
        }

        var from = DayOf(term.From, nameof(mark));
        // Beyond the last day of the log nothing is kept, so that an end there is none.
        int? until = term.Until is { } end && end <= Last ? DayOf(end, nameof(mark)) : null;
        _closed.EnsureRows(Register.Count);
        _closed.Write(row, from, until, !mark.IsOperating);
        _marks.Add(mark);
    }

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

    private (ImmutableArray<CadencePeriod> Periods, GapPass Pass) Prepare(SelfControlDuty duty, DateInterval interval, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(duty);
        ArgumentNullException.ThrowIfNull(interval);
        _ = DayOf(interval.Start, nameof(interval));
        _ = DayOf(interval.End, nameof(interval));
        var periods = duty.Cadence.PeriodsWithin(interval, calendar);
        return (periods, new GapPass(BitsOf(duty.Kind), _closed, First, periods));
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
        new(row, kind, First.PlusDays(day), _risks.GetValueOrDefault((kind, row, day)));

    private bool Write(SelfControlKind kind, int row, int day, int risks)
    {
        var bits = BitsOf(kind);
        bits.EnsureRows(Register.Count);
        if (!bits.Add(row, day))
        {
            return false;
        }

        if (risks > 0)
        {
            _risks.Add((kind, row, day), risks);
        }

        return true;
    }

    private DayBits BitsOf(SelfControlKind kind) => _made[(int)SelfControlDuties.Of(kind).Kind] ??= new DayBits();

    private int DayOf(LocalDate date, string parameter) => date >= First && date <= Last
        ? Period.DaysBetween(First, date)
        : throw new ArgumentOutOfRangeException(parameter, date, $"Allowed: {First:uuuu-MM-dd} to {Last:uuuu-MM-dd}, the days of the log.");

    private void CheckRow(int row, string parameter)
    {
        if (row < 0 || row >= Register.Count)
        {
            throw new ArgumentOutOfRangeException(parameter, row, $"The register has {Register.Count} rows, numbered from 0.");
        }
    }
}
