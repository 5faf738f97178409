using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Where all rectifications stand on a day (某日整改情况), after the steps taken up to its end; all of it derived.</summary>
/// <remarks>
/// A value: it does not change when the book goes on, and any thread may read it. A question goes through columns, allocates its result and
/// nothing per rectification. Lists are in the order in which the rectifications were first recorded.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed partial class RectificationsOnDay
{
    private static readonly int Fates = Enum.GetValues<RectificationFate>().Length;

    private readonly RectificationRules _rules;
    private readonly WorkingCalendar _calendar;
    private readonly RectificationColumns _columns;
    private readonly int _day;
    private Dictionary<RectificationId, int>? _slots;

    internal RectificationsOnDay(RectificationRules rules, WorkingCalendar calendar, RectificationColumns columns, LocalDate day)
    {
        (_rules, _calendar, _columns, Day) = (rules, calendar, columns, day);
        _day = Days.Number(day);
    }

    /// <summary>The day.</summary>
    public LocalDate Day { get; }

    /// <summary>How many rectifications were reported, settled ones included.</summary>
    public int Count => _columns.Slots - CountOf(_columns.States, RectificationColumns.None);

    /// <summary>Those that were reported.</summary>
    public IEnumerable<RectificationId> Ids => Enumerable.Range(0, _columns.Slots).Where(slot => _columns.States[slot] != RectificationColumns.None).Select(slot => _columns.Ids[slot]);

    /// <summary>How many are past their deadline (逾期): an order runs, and its last day is before the day.</summary>
    public int OverdueCount => DayColumn.CountBetween(_columns.Due, int.MinValue, _day - 1);

    /// <summary>How many there are of all and of each fate.</summary>
    public RectificationCounts Counts
    {
        get
        {
            var tally = new long[Fates];
            foreach (var state in RectificationLifecycle.Table.States)
            {
                tally[(int)RectificationLifecycle.Rows[state].Fate] += CountOf(state);
            }

            return CountsOf(tally, OverdueCount);
        }
    }

    /// <summary>How many are in a state.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    public int CountOf(RectificationState state) => CountOf(_columns.States, state.Named());

    /// <summary>The state of one on the day; null when it was not reported then.</summary>
    /// <param name="id">Its number.</param>
    public RectificationState? FindState(RectificationId id) => Slots.TryGetValue(id, out var slot) ? _columns.States[slot] : null;

    /// <summary>Which are past their deadline (逾期); on its last day none is.</summary>
    public ImmutableArray<RectificationId> Overdue() => DayColumn.Between(_columns.Due, _columns.Ids, int.MinValue, _day - 1);

    /// <summary>Which are past their deadline at an instant of the day, those with hours included; steps of the whole day count.</summary>
    /// <param name="now">An instant of the day, in the zone of the calendar.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="now"/> is not of the day.</exception>
    public ImmutableArray<RectificationId> OverdueAt(Instant now)
    {
        if (DateBounds.DateOf(now, _calendar.Zone, nameof(now)) is var date && date != Day)
        {
            throw new ArgumentOutOfRangeException(nameof(now), now, $"It is of {date:uuuu-MM-dd}. Allowed: an instant of {Day:uuuu-MM-dd}.");
        }

        return [.. DayColumn.Between(_columns.Due, int.MinValue, _day)
            .Where(slot => _columns.Due[slot] < _day || _columns.DeadlineOf(slot, _calendar.Zone).IsOverdue(now)).Select(slot => _columns.Ids[slot])];
    }

    /// <summary>Which orders run without a last day (不定期限整改), until the next inspection or without any.</summary>
    /// <param name="until">Until when.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> is none of the named values.</exception>
    public ImmutableArray<RectificationId> WithoutLastDay(OpenTerm until)
    {
        var asked = until.Named();
        return [.. Enumerable.Range(0, _columns.Slots).Where(slot => _columns.FindOpenTerm(slot) == asked).Select(slot => _columns.Ids[slot])];
    }

    /// <summary>Which orders ran until the next inspection, and run still though their business was inspected since (检查后仍未处理); one whose report named no business is left out.</summary>
    /// <param name="register">The register of the businesses.</param>
    /// <param name="done">What was done; what was done after the day, or on the day of the order itself, is left out.</param>
    public ImmutableArray<RectificationId> LeftByInspection(BusinessRegister register, IEnumerable<DoneInspection> done)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(done);
        var last = new Dictionary<int, int>();
        foreach (var one in done)
        {
            if (one.On <= Day && register.FindRow(one.Business) is { } row)
            {
                last[row] = Math.Max(last.GetValueOrDefault(row, int.MinValue), Days.Number(one.On));
            }
        }

        return
        [
            .. Enumerable.Range(0, _columns.Slots)
                .Where(slot => _columns.FindOpenTerm(slot) == OpenTerm.NextInspection && last.TryGetValue(_columns.Rows[slot], out var inspected) && inspected > _columns.Asked[slot])
                .Select(slot => _columns.Ids[slot]),
        ];
    }

    /// <summary>Of which the deadline that runs is provisional (暂定期限); those that are overdue included.</summary>
    public ImmutableArray<RectificationId> Provisional() => [.. DayColumn.Between(_columns.Due, int.MinValue, Days.Never - 1)
        .Where(slot => _columns.FindProvisionalBasis(slot) is not null).Select(slot => _columns.Ids[slot])];

    /// <summary>Which come to the end of their deadline soon (即将到期).</summary>
    /// <param name="days">How many calendar days before the last one, 0 or more; null for those of the rules. 0 gives those of which the day is the last.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    public ImmutableArray<RectificationId> DueSoon(int? days = null)
    {
        var notice = days ?? _rules.NoticeDays;
        ArgumentOutOfRangeException.ThrowIfNegative(notice, nameof(days));
        return DayColumn.Between(_columns.Due, _columns.Ids, _day, LastWithin(notice));
    }

    /// <summary>What has to be looked at again (复查任务): every order that runs asks for a check by its last day, for an inspection plan.</summary>
    /// <remarks>
    /// An order whose report named no business asks for none, for a plan knows those of the register only. An inspection settles it from the
    /// day on which the order was given, extended or given back.
    /// </remarks>
    /// <param name="register">The register of the businesses.</param>
    /// <param name="kind">What kind of inspection is to follow.</param>
    public ImmutableArray<FollowUpTask> FollowUps(BusinessRegister register, InspectionKind kind)
    {
        var rows = _columns.Rows;
        var due = _columns.Due;
        var tasks = ImmutableArray.CreateBuilder<FollowUpTask>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (due[i] < Days.Never && rows[i] >= 0)
            {
                var id = _columns.Ids[i];
                tasks.Add(new(register.IdAt(rows[i]), kind, Days.Date(_columns.Asked[i]), Days.Date(due[i]), ($"整改 {id} 到期复查", $"check of rectification {id}"))
                {
                    ProvisionalBy = _columns.FindProvisionalBasis(i),
                });
            }
        }

        return tasks.DrainToImmutable();
    }

    /// <summary>How old the open ones are (账龄分析), in calendar days since each was reported or last reopened.</summary>
    /// <param name="lastDays">The highest age of each band but the last, ascending from 0 or more; none for 7, 15 and 30.</param>
    /// <returns>The bands, the youngest first; the last has no limit. Every open one is in one of them.</returns>
    /// <exception cref="ArgumentException">The ages do not ascend.</exception>
    public ImmutableArray<AgeBand> Ageing(params ReadOnlySpan<int> lastDays) =>
        Bands(lastDays, _columns.Opened);

    /// <summary>How old the open ones of an area are (分区划账龄分析), as <see cref="Ageing"/>, by where the businesses stand now.</summary>
    /// <param name="register">The register whose rows the reports named.</param>
    /// <param name="area">The area, with all that lies inside it.</param>
    /// <param name="lastDays">The highest age of each band but the last, ascending from 0 or more; none for 7, 15 and 30.</param>
    /// <exception cref="AreaNotFoundException">The tree of the register has no such area.</exception>
    /// <exception cref="ArgumentException">The ages do not ascend.</exception>
    public ImmutableArray<AgeBand> AgeingIn(BusinessRegister register, AreaCode area, params ReadOnlySpan<int> lastDays)
    {
        ArgumentNullException.ThrowIfNull(register);
        var place = register.Areas[area];
        var rows = _columns.Rows;
        var opened = _columns.Opened;
        var openedInside = ArrayPool<int>.Shared.Rent(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            openedInside[i] = rows[i] >= 0 && rows[i] < register.Count && place.Contains(register.Facts.GroupOf(rows[i])) ? opened[i] : Days.Never;
        }

        var bands = Bands(lastDays, openedInside.AsSpan(0, rows.Length));
        ArrayPool<int>.Shared.Return(openedInside);
        return bands;
    }

    /// <summary>How many stand how in each area (分区划统计), by where the businesses stand now.</summary>
    /// <param name="register">The register whose rows the reports named.</param>
    public RectificationCountsByArea CountsByArea(BusinessRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        var areas = register.Areas;
        var (inAreas, unplaced) = Tally(register.Count, areas.Count, register.Facts.GroupOf);
        foreach (var column in inAreas)
        {
            areas.RollUp(column, column);
        }

        return new(areas, [.. Enumerable.Range(0, areas.Count).Select(area => CountsOf(inAreas, area))], CountsOf(unplaced, 0));
    }

    /// <summary>How many stand how at each business, by row.</summary>
    internal ImmutableArray<RectificationCounts> CountsByRow(BusinessRegister register)
    {
        var (atRows, _) = Tally(register.Count, register.Count, row => row);
        return [.. Enumerable.Range(0, register.Count).Select(row => CountsOf(atRows, row))];
    }

    /// <summary>Counts each fate, and last what is overdue, at the place of each row; and at no place what is at no row.</summary>
    private (long[][] AtPlaces, long[][] Unplaced) Tally(int businesses, int places, Func<int, int> placeOf)
    {
        long[][] Columns(int length) => [.. Enumerable.Range(0, Fates + 1).Select(_ => new long[length])];

        var (atPlaces, unplaced) = (Columns(places), Columns(1));
        var rows = _columns.Rows;
        var states = _columns.States;
        var due = _columns.Due;
        for (var i = 0; i < rows.Length; i++)
        {
            if (states[i] == RectificationColumns.None)
            {
                continue;
            }

            var (columns, place) = rows[i] >= 0 && rows[i] < businesses ? (atPlaces, placeOf(rows[i])) : (unplaced, 0);
            columns[(int)RectificationLifecycle.Rows[states[i]].Fate][place]++;
            columns[Fates][place] += due[i] < _day ? 1 : 0;
        }

        return (atPlaces, unplaced);
    }

    private Dictionary<RectificationId, int> Slots => LazyInitializer.EnsureInitialized(
        ref _slots, () => Enumerable.Range(0, _columns.Slots).Where(slot => _columns.States[slot] != RectificationColumns.None).ToDictionary(slot => _columns.Ids[slot]));

    private static int CountOf(ReadOnlySpan<RectificationState> states, RectificationState state) => MemoryMarshal.AsBytes(states).Count((byte)state);

    private static RectificationCounts CountsOf(long[] tally, long overdue) => new(
        tally.Sum(), tally[(int)RectificationFate.Rectified], tally[(int)RectificationFate.Unsettled], overdue,
        tally[(int)RectificationFate.Dropped], tally[(int)RectificationFate.Concluded], tally[(int)RectificationFate.CarriedOn]);

    private static RectificationCounts CountsOf(long[][] columns, int place) => CountsOf([.. columns[..Fates].Select(column => column[place])], columns[Fates][place]);

    private ImmutableArray<AgeBand> Bands(ReadOnlySpan<int> lastDays, ReadOnlySpan<int> opened)
    {
        ReadOnlySpan<int> limits = lastDays.IsEmpty ? [7, 15, 30] : lastDays;
        var bands = ImmutableArray.CreateBuilder<AgeBand>(limits.Length + 1);
        var from = 0;
        foreach (var to in limits)
        {
            if (to < from || to == int.MaxValue)
            {
                throw new ArgumentException(
                    $"The ages {string.Join(", ", limits.ToArray())} do not ascend from 0 to at most {int.MaxValue - 1}; the last band has no limit.", nameof(lastDays));
            }

            bands.Add(new AgeBand(from, to, DayColumn.CountBetween(opened, _day - to, _day - from)));
            from = to + 1;
        }

        bands.Add(new AgeBand(from, null, DayColumn.CountBetween(opened, int.MinValue, _day - from)));
        return bands.MoveToImmutable();
    }

    /// <summary>The law by which a deadline was computed that makes something overdue and is provisional; null when everything overdue is so for sure.</summary>
    internal Citation? FindProvisionalOverdue() =>
        DayColumn.Between(_columns.Due, int.MinValue, _day - 1).Select(_columns.FindProvisionalBasis).FirstOrDefault(by => by is not null);

    // A notice of any size is a range that ends before the number of no day.
    private int LastWithin(int days) => (int)Math.Min((long)_day + days, Days.Never - 1);
}
