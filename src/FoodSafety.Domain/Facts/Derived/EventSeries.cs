using NodaTime;

namespace FoodSafety.Domain.Facts;

/// <summary>The dated histories of many entities (历史事件序列), from which facts about them are computed before they are graded.</summary>
/// <remarks>
/// <code>
/// var violations = new EventSeries(found.Select(one => (one.Row, new HistoryEvent(one.On, one.Points))));
/// violations.Write(table, PointsInYear, HistoryMeasure.Sum.Within(HistoryWindow.Months(12)), today);
/// </code>
/// <para>A history has a number, by default that of the row in the table. Immutable. Events of one history on one day keep the order in which they were
/// given. A history without events is known to be empty, unless <c>isKept</c> says that nobody keeps it.</para>
/// <para>To try a scheme on past inspections, the rows of a table are the inspections, each with the number of its business's history and its own day; see the
/// second <see cref="Write(FactTable, NumberFact, HistoryMeasure, IReadOnlyList{ValueTuple{int, LocalDate}}, bool)"/>.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class EventSeries
{
    // By history and day, and for each event the number that both make.
    private readonly HistoryEvent[] _events;
    private readonly long[] _keys;
    private readonly Func<int, bool>? _isKept;

    /// <summary>Puts events in order.</summary>
    /// <param name="events">The events of all histories, in any order, each with the number of its history, from 0.</param>
    /// <param name="isKept">Whether a history is kept, by its number; null where every one is. What is not kept is measured as not stated.</param>
    /// <exception cref="ArgumentException">The number of a history is negative, or there is an event of one that is not kept.</exception>
    public EventSeries(IEnumerable<(int History, HistoryEvent Event)> events, Func<int, bool>? isKept = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        (int History, HistoryEvent Event)[] given = [.. events];
        foreach (var (history, one) in given)
        {
            if (history < 0)
            {
                throw new ArgumentException($"An event of {one.On:uuuu-MM-dd} has the row {history}. Allowed: 0 and more.", nameof(events));
            }

            if (isKept?.Invoke(history) == false)
            {
                throw new ArgumentException($"There is an event of {one.On:uuuu-MM-dd} in row {history}, of which no history is kept.", nameof(events));
            }
        }

        _keys = Array.ConvertAll(given, static one => KeyOf(one.History, one.Event.On));
        (_events, _isKept) = (InOrder(given, _keys), isKept);
    }

    /// <summary>How many events there are.</summary>
    public int Count => _events.Length;

    /// <summary>Computes a measure of every row as of a day and writes it as a fact.</summary>
    /// <param name="table">The table; each row has the history of its own number.</param>
    /// <param name="into">The number that takes it, which is declared <see cref="IFact.IsFixed"/>; the table has a column for it.</param>
    /// <param name="measure">What is measured.</param>
    /// <param name="day">The day; later events are not seen.</param>
    /// <returns>How many rows had another value before; only they are graded anew.</returns>
    /// <exception cref="ArgumentException">
    /// An event belongs to no row of the table, the fact is not declared fixed or does not allow the measure of some row, or it has no column; nothing is written.
    /// </exception>
    public int Write(FactTable table, NumberFact into, HistoryMeasure measure, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (_keys is [.., var last] && last >> 32 >= table.Count)
        {
            throw new ArgumentException($"An event of {_events[^1].On:uuuu-MM-dd} has the row {last >> 32}; the table has {table.Count} rows, numbered from 0.", nameof(table));
        }

        return Write(table, into, measure, row => (row, day), seesOwnDay: true);
    }

    /// <summary>Computes a measure of every row as of a day of its own and writes it as a fact: what could be known then (逐行回溯).</summary>
    /// <remarks>
    /// <code>
    /// // Each past inspection, by what its business had done before it.
    /// series.Write(inspections, PointsBefore, HistoryMeasure.Sum.Within(HistoryWindow.Months(12)), [.. past.Select(one => (one.Business, one.On))], seesOwnDay: false);
    /// </code>
    /// </remarks>
    /// <param name="table">The table; several rows may have one history.</param>
    /// <param name="into">The number that takes it, which is declared <see cref="IFact.IsFixed"/>; the table has a column for it.</param>
    /// <param name="measure">What is measured.</param>
    /// <param name="rows">For each row of the table the number of its history and its day. Later events are not seen; windows end with the day.</param>
    /// <param name="seesOwnDay">
    /// Whether events of the row's day are seen. False leaves out the inspection that the row is, and every other on its day; true takes them all in.
    /// </param>
    /// <returns>How many rows had another value before.</returns>
    /// <exception cref="ArgumentException">
    /// There are not as many as the table has rows, the number of a history is negative, the fact is not declared fixed or does not allow the measure of some row, or it has no
    /// column; nothing is written.
    /// </exception>
    public int Write(FactTable table, NumberFact into, HistoryMeasure measure, IReadOnlyList<(int History, LocalDate Day)> rows, bool seesOwnDay)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count != table.Count)
        {
            throw new ArgumentException($"{rows.Count} histories and days are given; the table has {table.Count} rows.", nameof(rows));
        }

        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].History < 0)
            {
                throw new ArgumentException($"Row {row} has the history {rows[row].History}. Allowed: 0 and more.", nameof(rows));
            }
        }

        return Write(table, into, measure, row => rows[row], seesOwnDay);
    }

    private int Write(FactTable table, NumberFact into, HistoryMeasure measure, Func<int, (int History, LocalDate Day)> momentOf, bool seesOwnDay)
    {
        DerivedValue.RequireFixed(into, nameof(into));
        ArgumentNullException.ThrowIfNull(measure);
        var values = new long[table.Count];
        for (var row = 0; row < values.Length; row++)
        {
            var (history, day) = momentOf(row);
            var first = FirstSince((long)history << 32);
            var seen = FirstSince(KeyOf(history, day) + (seesOwnDay ? 1 : 0));
            values[row] = _isKept?.Invoke(history) == false ? into.Unstated : DerivedValue.Store(into, row, measure.Of(_events.AsSpan(first..seen), day), measure.IsRounded);
        }

        return table.SetColumn(into, values);
    }

    /// <summary>By history and day; one number for both is compared faster than two members. Events with the same number keep the order given.</summary>
    private static HistoryEvent[] InOrder((int History, HistoryEvent Event)[] given, long[] keys)
    {
        var order = new int[given.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(keys, order);
        for (var first = 0; first < order.Length;)
        {
            var next = first + 1;
            while (next < order.Length && keys[next] == keys[first])
            {
                next++;
            }

            Array.Sort(order, first, next - first);
            first = next;
        }

        return Array.ConvertAll(order, place => given[place].Event);
    }

    /// <summary>A number that grows with the history and then with the day, of which those of one history begin at its number shifted.</summary>
    private static long KeyOf(int history, LocalDate day) => ((long)history << 32) + Period.DaysBetween(LocalDate.MinIsoValue, day);

    /// <summary>The place of the first event whose number is so large or larger.</summary>
    private int FirstSince(long key)
    {
        var (low, high) = (0, _keys.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _keys[middle] >= key ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}

/// <summary>Something that happened to an entity on a day (历史事件): a violation with its points, an inspection with its score and what it found.</summary>
/// <remarks>The default value is an event on the first day of the year 1.</remarks>
/// <param name="On">The day.</param>
/// <param name="Value">A number that belongs to it, as the score; null for none.</param>
public readonly record struct HistoryEvent([property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate On, decimal? Value = null)
{
    /// <summary>The keys of the items it is about (问题项目编码), as those that an inspection found violated: "04L". Empty for none.</summary>
    public ItemList<string> Items { get; init; }
}
