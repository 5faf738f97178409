using System.Runtime.InteropServices;
using NodaTime;

namespace FoodSafety.Domain.Facts;

/// <summary>What is measured of the history of one entity up to a day (历史指标): how often, how long ago, how good lately.</summary>
/// <remarks>
/// <para>A measure says what is computed, of which events (<see cref="Where"/>), in which window (<see cref="Within"/>), and of how many of them
/// (<see cref="OfLast"/>). In whatever order these are said, first the events are chosen, then those of the window, then the last ones. Unless it is
/// said, all events count.</para>
/// <code>
/// HistoryMeasure.Count.Within(HistoryWindow.Days(30))                                 // how often in thirty days
/// HistoryMeasure.Sum.Within(HistoryWindow.Months(12))                                 // points within twelve months
/// HistoryMeasure.Smallest.OfLast(4).IfNone(0)                                         // the worst of the last four scores
/// HistoryMeasure.DaysSinceLast.Where(visit => visit.Value &lt; 60)                      // since it last failed
/// HistoryMeasure.RepeatedItems.OfLast(1)                                              // what the last inspection found again
/// </code>
/// <para>An <see cref="EventSeries"/> computes it for every row of a table. Events after the day are not seen, so the measure of a past day
/// is what it would have been then. Immutable.</para>
/// <para>Of a history that is kept and has no such event, a count and a sum are 0, which is known. How long ago the last was, and how good, is not
/// stated, unless <see cref="IfNone"/> says what stands there. Of a history that nobody keeps nothing is measured, and the fact stays not stated.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class HistoryMeasure
{
    private readonly Compute _compute;
    private bool _needsValue;
    private int _least = 1;
    private decimal? _none;
    private HistoryWindow _window = HistoryWindow.Ever;
    private Func<HistoryEvent, bool>? _chooses;
    private int? _last;

    private HistoryMeasure(Compute compute) => _compute = compute;

    // The events are all that were chosen up to the day, in order; those that count begin at the first, for what is compared with the one before.
    private delegate decimal? Compute(ReadOnlySpan<HistoryEvent> events, int first, LocalDate day);

    /// <summary>How many events there are (次数); 0 where there is none.</summary>
    public static HistoryMeasure Count { get; } = new(static (events, first, _) => events.Length - first) { _none = 0 };

    /// <summary>The sum of their values (累计值), as of penalty points (记分); 0 where there is no event. It is not stated where one of them has no value.</summary>
    public static HistoryMeasure Sum { get; } = new(static (events, first, _) =>
    {
        decimal? sum = 0;
        foreach (var one in events[first..])
        {
            sum += one.Value;
        }

        return sum;
    })
    { _none = 0 };

    /// <summary>The smallest value (最小值). Events without a value are passed over, and do not count among the last.</summary>
    public static HistoryMeasure Smallest { get; } = OfExtreme(Math.Min);

    /// <summary>The largest value (最大值). Events without a value are passed over, and do not count among the last.</summary>
    public static HistoryMeasure Largest { get; } = OfExtreme(Math.Max);

    /// <summary>
    /// The average of the values (平均值), rounded to the decimals of the fact that takes it, halves away from zero (四舍五入). Events without a value are
    /// passed over, and do not count among the last.
    /// </summary>
    public static HistoryMeasure Average { get; } = OfValues(static (events, first, day) => Sum._compute(events, first, day) / (events.Length - first), isRounded: true);

    /// <summary>The value of the last event (最近一次的数值). Events without a value are passed over.</summary>
    public static HistoryMeasure Last { get; } = NthLast(1);

    /// <summary>How many days before the day the last event was (距上次天数); 0 on its day.</summary>
    public static HistoryMeasure DaysSinceLast { get; } = new(static (events, _, day) => Period.DaysBetween(events[^1].On, day));

    /// <summary>
    /// How often an item was found that the inspection before had found too (连续两次检查发现同一问题的次数); 0 where none was. Each event is an inspection with all
    /// items it found (<see cref="HistoryEvent.Items"/>), also one that found none; an item counts once in it. The one before may lie before the window.
    /// </summary>
    public static HistoryMeasure RepeatedItems { get; } = new(static (events, first, _) =>
    {
        var repeated = 0;
        for (var i = Math.Max(1, first); i < events.Length; i++)
        {
            var found = new HashSet<string>(events[i].Items, StringComparer.Ordinal);
            found.IntersectWith(events[i - 1].Items);
            repeated += found.Count;
        }

        return repeated;
    })
    { _none = 0 };

    /// <summary>True when the measure is rounded to the decimals of the fact that takes it, halves away from zero (四舍五入).</summary>
    internal bool IsRounded { get; private init; }

    /// <summary>How many events are repeats (屡次次数): they follow another of the same entity closely; 0 where none does.</summary>
    /// <param name="gap">How many days at most after the event before, which may lie before the window; 0 for the same day.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="gap"/> is negative.</exception>
    public static HistoryMeasure Repeats(int gap)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        return new HistoryMeasure((events, first, _) =>
        {
            var repeats = 0;
            for (var i = Math.Max(1, first); i < events.Length; i++)
            {
                repeats += Period.DaysBetween(events[i - 1].On, events[i].On) <= gap ? 1 : 0;
            }

            return repeats;
        })
        { _none = 0 };
    }

    /// <summary>The value of the last event but so many (倒数第几次的数值). Events without a value are passed over; where there are not so many, there is none.</summary>
    /// <param name="nth">1 for the last, 2 for the one before, and so on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nth"/> is less than 1.</exception>
    public static HistoryMeasure NthLast(int nth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nth, 1);
        var measure = OfValues((events, _, _) => events[^nth].Value);
        measure._least = nth;
        return measure;
    }

    /// <summary>The measure of the events in a window.</summary>
    /// <param name="window">Which days count.</param>
    public HistoryMeasure Within(HistoryWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return With(measure => measure._window = window);
    }

    /// <summary>The measure of chosen events alone. What is compared with the event before is compared with the chosen one before.</summary>
    /// <param name="chooses">Whether an event counts; it only reads, and gives the same for the same. Of several all must hold.</param>
    public HistoryMeasure Where(Func<HistoryEvent, bool> chooses)
    {
        ArgumentNullException.ThrowIfNull(chooses);
        var before = _chooses;
        return With(measure => measure._chooses = before is null ? chooses : one => before(one) && chooses(one));
    }

    /// <summary>The measure of the last events alone; where there are fewer, of those.</summary>
    /// <param name="count">How many; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public HistoryMeasure OfLast(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return With(measure => measure._last = count);
    }

    /// <summary>The measure with what stands where a history is kept and no event counts (无记录时的取值).</summary>
    /// <param name="value">What stands there.</param>
    public HistoryMeasure IfNone(decimal value) => With(measure => measure._none = value);

    /// <summary>The measure of one entity; null where it has none.</summary>
    /// <param name="events">Its events that are seen, none after the day, in order.</param>
    /// <param name="day">The day.</param>
    internal decimal? Of(ReadOnlySpan<HistoryEvent> events, LocalDate day)
    {
        var chosen = _needsValue || _chooses is not null ? Choose(events) : events;
        var first = _window.FindFirst(day) is { } from ? FirstSince(chosen, from) : 0;
        first = _last is { } last ? Math.Max(first, chosen.Length - last) : first;
        return chosen.Length - first < _least ? _none : _compute(chosen, first, day);
    }

    private static HistoryMeasure OfExtreme(Func<decimal, decimal, decimal> choose) => OfValues((events, first, _) =>
    {
        var found = events[first].Value!.Value;
        foreach (var one in events[first..])
        {
            found = choose(found, one.Value!.Value);
        }

        return found;
    });

    private static HistoryMeasure OfValues(Compute compute, bool isRounded = false) => new(compute) { _needsValue = true, IsRounded = isRounded };

    private HistoryMeasure With(Action<HistoryMeasure> change)
    {
        var copy = (HistoryMeasure)MemberwiseClone();
        change(copy);
        return copy;
    }

    private ReadOnlySpan<HistoryEvent> Choose(ReadOnlySpan<HistoryEvent> events)
    {
        var chosen = new List<HistoryEvent>(events.Length);
        foreach (var one in events)
        {
            if (!(_needsValue && one.Value is null) && _chooses?.Invoke(one) != false)
            {
                chosen.Add(one);
            }
        }

        return CollectionsMarshal.AsSpan(chosen);
    }

    /// <summary>The place of the first event on a day or later.</summary>
    private static int FirstSince(ReadOnlySpan<HistoryEvent> events, LocalDate from)
    {
        var (low, high) = (0, events.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = events[middle].On >= from ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}

/// <summary>Turns computed numbers into stored ones, and names the row where that cannot be.</summary>
internal static class DerivedValue
{
    /// <summary>Nobody changes a figure of the past, or a place among others, by itself: what takes one is declared so, and no explanation proposes it.</summary>
    public static void RequireFixed(NumberFact into, string parameter)
    {
        ArgumentNullException.ThrowIfNull(into, parameter);
        if (!into.IsFixed)
        {
            throw new ArgumentException($"'{into.Id}' takes a derived figure, which a business does not change by itself. Allowed: a number that is declared with IsFixed = true.", parameter);
        }
    }

    /// <summary>The stored value of a measure, rounded if it is to be; what is not stated of no measure.</summary>
    public static long Store(NumberFact fact, int row, decimal? measured, bool isRounded = false) =>
        measured is not { } value ? fact.Unstated
        : Store(fact, row, isRounded ? decimal.Round(value, fact.Decimals, MidpointRounding.AwayFromZero) : value);

    private static long Store(NumberFact fact, int row, decimal value) => fact.FindStored(value)
        ?? throw new ArgumentException($"Row {row} would have {Exact.Show(value)}; '{fact.Id}' allows {fact.Allowed.English}.");
}
