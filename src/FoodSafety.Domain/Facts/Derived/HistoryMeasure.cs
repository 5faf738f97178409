using NodaTime;

namespace FoodSafety.Domain.Facts;

/// <summary>What is measured of the history of one entity up to a day (历史指标): how often, how long ago, how good lately.</summary>
/// <remarks>
/// <para>An <see cref="EventSeries"/> computes it for every row of a table. Events after the day are not seen, so the measure of a past day
/// is what it would have been then. Immutable.</para>
/// <para>Of a history that is kept and is empty, how often something happened is 0, which is known. How long ago the last was, and how good, is not
/// stated, unless <c>never</c> says what stands there: there was none. Of a history that nobody keeps nothing is measured, and the fact stays
/// not stated.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class HistoryMeasure
{
    private readonly Compute _compute;

    private HistoryMeasure(Compute compute, bool isRounded = false)
    {
        _compute = compute;
        IsRounded = isRounded;
    }

    private delegate decimal? Compute(ReadOnlySpan<RowEvent> events, LocalDate day);

    /// <summary>True when the measure is rounded to the decimals of the fact that takes it, halves away from zero (四舍五入).</summary>
    internal bool IsRounded { get; }

    /// <summary>How many events there are in the last days (近若干日次数); 0 where there is none.</summary>
    /// <param name="days">How many days, the day itself the last of them; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is less than 1.</exception>
    public static HistoryMeasure CountWithin(int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return new HistoryMeasure((events, day) => events.Length - FirstAfter(events, day, days));
    }

    /// <summary>How many events of the last days are repeats (近若干日屡次次数): they follow another of the same entity closely; 0 where none does.</summary>
    /// <param name="days">How many days, the day itself the last of them; at least 1.</param>
    /// <param name="gap">How many days at most after the event before, which may lie before the window; 0 for the same day.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is less than 1, or <paramref name="gap"/> is negative.</exception>
    public static HistoryMeasure RepeatsWithin(int days, int gap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        return new HistoryMeasure((events, day) =>
        {
            var repeats = 0;
            for (var i = Math.Max(1, FirstAfter(events, day, days)); i < events.Length; i++)
            {
                repeats += Period.DaysBetween(events[i - 1].On, events[i].On) <= gap ? 1 : 0;
            }

            return repeats;
        });
    }

    /// <summary>How many days ago the last event was (距上次天数); 0 on its day.</summary>
    /// <param name="never">What stands where there never was one; null for not stated.</param>
    public static HistoryMeasure DaysSinceLast(decimal? never = null) =>
        new((events, day) => events.IsEmpty ? never : Period.DaysBetween(events[^1].On, day));

    /// <summary>The value of the last event, or of one before it (最近第几次的数值). Events without a value are passed over.</summary>
    /// <param name="never">What stands where there are not so many; null for not stated.</param>
    /// <param name="nth">1 for the last, 2 for the one before, and so on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nth"/> is less than 1.</exception>
    public static HistoryMeasure LastValue(decimal? never = null, int nth = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nth, 1);
        return new HistoryMeasure((events, _) => LastValues(events, nth) is { } values && values.Count == nth ? values[^1] : never);
    }

    /// <summary>The smallest of the last values (近几次最小值). Events without a value are passed over.</summary>
    /// <param name="count">How many; where there are fewer, of those.</param>
    /// <param name="never">What stands where there is none; null for not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static HistoryMeasure SmallestOfLast(int count, decimal? never = null) => OfLast(count, never, values => values.Min());

    /// <summary>The largest of the last values (近几次最大值). Events without a value are passed over.</summary>
    /// <param name="count">How many; where there are fewer, of those.</param>
    /// <param name="never">What stands where there is none; null for not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static HistoryMeasure LargestOfLast(int count, decimal? never = null) => OfLast(count, never, values => values.Max());

    /// <summary>The average of the last values (近几次平均值), rounded to the decimals of the fact, halves away from zero. Events without a value are passed over.</summary>
    /// <param name="count">How many; where there are fewer, of those.</param>
    /// <param name="never">What stands where there is none; null for not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static HistoryMeasure AverageOfLast(int count, decimal? never = null) => OfLast(count, never, values => values.Average(), isRounded: true);

    /// <summary>The measure of one entity; null where it has none.</summary>
    /// <param name="events">Its events up to the day, in order.</param>
    /// <param name="day">The day.</param>
    internal decimal? Of(ReadOnlySpan<RowEvent> events, LocalDate day) => _compute(events, day);

    private static HistoryMeasure OfLast(int count, decimal? never, Func<List<decimal>, decimal> combine, bool isRounded = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new HistoryMeasure((events, _) => LastValues(events, count) is { Count: > 0 } values ? combine(values) : never, isRounded);
    }

    /// <summary>The last values, at most so many, the last first.</summary>
    private static List<decimal> LastValues(ReadOnlySpan<RowEvent> events, int count)
    {
        var values = new List<decimal>();
        for (var i = events.Length - 1; i >= 0 && values.Count < count; i--)
        {
            if (events[i].Value is { } value)
            {
                values.Add(value);
            }
        }

        return values;
    }

    /// <summary>The place of the first event of the last days; events up to the day, in order.</summary>
    private static int FirstAfter(ReadOnlySpan<RowEvent> events, LocalDate day, int days)
    {
        var (low, high) = (0, events.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Period.DaysBetween(events[middle].On, day) < days ? (low, middle) : (middle + 1, high);
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

    private static long Store(NumberFact fact, int row, decimal value) =>
        Exact.TryStoreFast(value, fact.Decimals, out var stored) && fact.Allows(stored) ? stored : StoreExactly(fact, row, value);

    private static long StoreExactly(NumberFact fact, int row, decimal value) =>
        value >= fact.Minimum && value <= fact.Maximum && Exact.TryStore(value, fact.Decimals) is { } stored && fact.Allows(stored)
            ? stored
            : throw new ArgumentException(
                $"Row {row} would have {Exact.Show(value)}; '{fact.Id}' allows {fact.Allowed.English}.");
}
