using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Where all rectifications stand on a day (某日整改情况), after the steps taken up to its end; all of it derived.</summary>
/// <remarks>
/// A question goes through columns, allocates its result and nothing per rectification. A view of the day of the last step or later
/// reads the book itself: once another step is recorded it answers no more, and is to be asked for again.
/// </remarks>
public sealed partial class RectificationsOnDay
{
    private readonly RectificationBook _book;
    private readonly EventLog _log;
    private readonly RectificationColumns _columns;
    private readonly int _steps;
    private readonly bool _isLive;
    private readonly int _day;

    internal RectificationsOnDay(RectificationBook book, EventLog log, RectificationColumns columns, LocalDate day, bool isLive)
    {
        (_book, _log, _columns, _steps, _isLive) = (book, log, columns, log.Count, isLive);
        Day = day;
        _day = Days.Number(day);
    }

    /// <summary>The day.</summary>
    public LocalDate Day { get; }

    /// <summary>How many rectifications there are, settled ones included; they are numbered from 1.</summary>
    /// <exception cref="InvalidOperationException">The book has gone on.</exception>
    public int Count => Columns.Count;

    /// <summary>How many are past their deadline (逾期): an order runs, and its last day is before the day.</summary>
    /// <exception cref="InvalidOperationException">The book has gone on.</exception>
    public int OverdueCount => DayColumn.CountBetween(Columns.Due, int.MinValue, _day - 1);

    /// <summary>How many there are of all and of each fate.</summary>
    /// <exception cref="InvalidOperationException">The book has gone on.</exception>
    public RectificationCounts Counts
    {
        get
        {
            var states = Columns.States;
            var tally = new long[Fates];
            foreach (var state in states)
            {
                tally[FateOf(state)]++;
            }

            return new(states.Length, tally[Rectified], tally[Open], OverdueCount, tally[Dismissed], tally[Concluded], tally[CarriedOver]);
        }
    }

    private RectificationColumns Columns => !_isLive || _steps == _log.Count
        ? _columns
        : throw new InvalidOperationException(
            $"The book has gone on: {_log.Count - _steps} steps were recorded since it was asked for {Day:uuuu-MM-dd}. Ask RectificationBook.On again.");

    /// <summary>How many are in a state.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not one of the named values.</exception>
    /// <exception cref="InvalidOperationException">The book has gone on.</exception>
    public int CountOf(RectificationState state)
    {
        _ = state.Name();
        return MemoryMarshal.AsBytes(Columns.States).Count((byte)state);
    }

    /// <summary>The state of one on the day; null when it was not reported yet.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The book has no such rectification.</exception>
    /// <exception cref="InvalidOperationException">The book has gone on.</exception>
    public RectificationState? FindState(RectificationId id) =>
        _book.IndexOf(id) is var index && index < Columns.Count ? Columns.States[index] : null;

    /// <summary>Which are past their deadline (逾期), by number; on its last day none is.</summary>
    /// <exception cref="InvalidOperationException">The book has gone on.</exception>
    public ImmutableArray<RectificationId> Overdue() => DayColumn.Between(Columns.Due, int.MinValue, _day - 1);

    /// <summary>Which are past their deadline at an instant of the day, those with hours included; steps of the whole day count.</summary>
    /// <param name="now">An instant of the day, in the zone of the calendar.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="now"/> is not of the day.</exception>
    /// <exception cref="InvalidOperationException">The book has gone on.</exception>
    public ImmutableArray<RectificationId> OverdueAt(Instant now)
    {
        if (DateBounds.DateOf(now, _book.Rules.Calendar.Zone, nameof(now)) is var date && date != Day)
        {
            throw new ArgumentOutOfRangeException(nameof(now), now, $"It is of {date:uuuu-MM-dd}. Allowed: an instant of {Day:uuuu-MM-dd}.");
        }

        var last = Columns.Last;
        var ids = ImmutableArray.CreateBuilder<RectificationId>();
        foreach (var id in DayColumn.Between(Columns.Due, int.MinValue, _day))
        {
            var index = id.Number - 1;
            if (Columns.Due[(int)index] < _day || _log.DeadlineAt(last[(int)index]).IsOverdue(now))
            {
                ids.Add(id);
            }
        }

        return ids.DrainToImmutable();
    }

    /// <summary>Of which the deadline that runs is provisional (暂定期限), by number; those that are overdue included.</summary>
    /// <exception cref="InvalidOperationException">The book has gone on.</exception>
    public ImmutableArray<RectificationId> Provisional() => _log.HasProvisional
        ? DayColumn.Between(Columns.Due, int.MinValue, Days.Never - 1).RemoveAll(id => FindProvisionalBasis((int)id.Number - 1) is null)
        : [];

    /// <summary>Which come to the end of their deadline soon (即将到期), by number.</summary>
    /// <param name="days">How many calendar days before the last one, 0 or more; null for those of the rules. 0 gives those of which the day is the last.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The book has gone on.</exception>
    public ImmutableArray<RectificationId> DueSoon(int? days = null)
    {
        var notice = days ?? _book.Rules.NoticeDays;
        ArgumentOutOfRangeException.ThrowIfNegative(notice, nameof(days));
        return DayColumn.Between(Columns.Due, _day, LastWithin(notice));
    }

    /// <summary>What has to be looked at again (复查任务): every order that runs asks for a check by its last day, for an inspection plan.</summary>
    /// <remarks>
    /// An order whose report named no row of the register asks for none, for it is about no business. An inspection settles it from the
    /// day on which the order was given, extended or given back.
    /// </remarks>
    /// <param name="register">The register whose rows the reports named.</param>
    /// <param name="kind">What kind of inspection is to follow.</param>
    /// <returns>By number of the rectification.</returns>
    /// <exception cref="InvalidOperationException">The book has gone on.</exception>
    public ImmutableArray<FollowUpTask> FollowUps(BusinessRegister register, InspectionKind kind)
    {
        ArgumentNullException.ThrowIfNull(register);
        var rows = Columns.Rows;
        var due = Columns.Due;
        var tasks = ImmutableArray.CreateBuilder<FollowUpTask>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (due[i] < Days.Never && rows[i] >= 0)
            {
                tasks.Add(new(register.IdAt(rows[i]), kind, AskedSince(i), Days.Date(due[i]), ($"整改 {i + 1} 到期复查", $"check of rectification {i + 1}"))
                {
                    ProvisionalBy = FindProvisionalBasis(i),
                });
            }
        }

        return tasks.DrainToImmutable();
    }

    /// <summary>How old the open ones are (账龄分析), in calendar days since each was reported or last reopened.</summary>
    /// <param name="lastDays">The highest age of each band but the last, ascending from 0 or more; none for 7, 15 and 30.</param>
    /// <returns>The bands, the youngest first; the last has no limit. Every open one is in one of them.</returns>
    /// <exception cref="ArgumentException">The ages do not ascend.</exception>
    /// <exception cref="InvalidOperationException">The book has gone on.</exception>
    public ImmutableArray<AgeBand> Ageing(params ReadOnlySpan<int> lastDays) =>
        Bands(lastDays, Columns.Opened);

    /// <summary>How old the open ones of an area are (分区划账龄分析), as <see cref="Ageing"/>, by where the businesses stand now.</summary>
    /// <param name="register">The register whose rows the reports named.</param>
    /// <param name="area">The area, with all that lies inside it.</param>
    /// <param name="lastDays">The highest age of each band but the last, ascending from 0 or more; none for 7, 15 and 30.</param>
    /// <exception cref="AreaNotFoundException">The tree of the register has no such area.</exception>
    /// <exception cref="ArgumentException">The ages do not ascend.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The register has no such row.</exception>
    /// <exception cref="InvalidOperationException">The book has gone on.</exception>
    public ImmutableArray<AgeBand> AgeingIn(BusinessRegister register, AreaCode area, params ReadOnlySpan<int> lastDays)
    {
        ArgumentNullException.ThrowIfNull(register);
        var place = register.Areas[area];
        var rows = Columns.Rows;
        var opened = Columns.Opened;
        var openedInside = ArrayPool<int>.Shared.Rent(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            openedInside[i] = rows[i] >= 0 && place.Contains(register.Facts.GroupOf(rows[i])) ? opened[i] : Days.Never;
        }

        var bands = Bands(lastDays, openedInside.AsSpan(0, rows.Length));
        ArrayPool<int>.Shared.Return(openedInside);
        return bands;
    }

    /// <summary>How many stand how in each area (分区划统计), by where the businesses stand now.</summary>
    /// <param name="register">The register whose rows the reports named.</param>
    /// <exception cref="ArgumentOutOfRangeException">The register has no such row.</exception>
    /// <exception cref="InvalidOperationException">The book has gone on.</exception>
    public RectificationCountsByArea CountsByArea(BusinessRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        var areas = register.Areas;
        var columns = new long[Fates][];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new long[areas.Count];
        }

        var unplaced = new long[Fates];
        var rows = Columns.Rows;
        var states = Columns.States;
        var due = Columns.Due;
        for (var i = 0; i < rows.Length; i++)
        {
            var area = rows[i] < 0 ? -1 : register.Facts.GroupOf(rows[i]);
            Add(Found);
            Add(FateOf(states[i]));
            if (due[i] < _day)
            {
                Add(OverdueFate);
            }

            void Add(int fate)
            {
                if (area < 0)
                {
                    unplaced[fate]++;
                }
                else
                {
                    columns[fate][area]++;
                }
            }
        }

        foreach (var column in columns)
        {
            areas.RollUp(column, column);
        }

        return new(areas, columns, new(unplaced[0], unplaced[1], unplaced[2], unplaced[3], unplaced[4], unplaced[5], unplaced[6]));
    }

    private const int Found = 0;
    private const int Rectified = 1;
    private const int Open = 2;
    private const int OverdueFate = 3;
    private const int Dismissed = 4;
    private const int Concluded = 5;
    private const int CarriedOver = 6;
    private const int Fates = 7;

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

    // A measure that is linked, or a deadline that is settled, leaves the order as it was.
    private LocalDate AskedSince(int i)
    {
        var step = _log[Columns.Last[i]];
        while (step.Step is RectificationStep.LinkMeasure or RectificationStep.SettleDeadline)
        {
            step = _log[step.Previous];
        }

        return _log.DayOf(step);
    }

    private static int FateOf(RectificationState state) => state switch
    {
        RectificationState.Reported or RectificationState.Claimed or RectificationState.Ordered or RectificationState.Submitted
            or RectificationState.CaseFiled => Open,
        RectificationState.Closed or RectificationState.CorrectedOnTheSpot => Rectified,
        RectificationState.Dismissed => Dismissed,
        RectificationState.CarriedOver => CarriedOver,
        RectificationState.CaseConcluded => Concluded,
    };

    /// <summary>The law by which a deadline was computed that makes something overdue and is provisional; null when everything overdue is so for sure.</summary>
    internal Citation? FindProvisionalOverdue() => _log.HasProvisional
        ? Overdue().Select(id => FindProvisionalBasis((int)id.Number - 1)).FirstOrDefault(by => by is not null)
        : null;

    /// <summary>The law by which the deadline of one that is ordered was computed while no notice confirms it; null when it is sure.</summary>
    internal Citation? FindProvisionalBasis(int index) =>
        _log.HasProvisional ? _log.DeadlineAt(Columns.Last[index]).Provisional?.By : null;

    // A notice of any size is a range that ends before the number of no day.
    private int LastWithin(int days) => (int)Math.Min((long)_day + days, Days.Never - 1);
}
