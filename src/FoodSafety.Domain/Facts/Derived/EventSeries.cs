using NodaTime;

namespace FoodSafety.Domain.Facts;

/// <summary>The dated events of many entities (历史事件序列), from which facts about their history are computed before they are graded.</summary>
/// <remarks>
/// <code>
/// var violations = new EventSeries(events);
/// violations.Write(table, ViolationsInYear, HistoryMeasure.CountWithin(365), today);
/// </code>
/// Immutable. Events of one row on one day keep the order in which they were given. Of a row without events the history is known and empty,
/// unless <c>isKept</c> says that nobody keeps it.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class EventSeries
{
    private readonly RowEvent[] _events;
    private readonly Func<int, bool>? _isKept;

    /// <summary>Puts events in order.</summary>
    /// <param name="events">The events of all rows, in any order.</param>
    /// <param name="isKept">Whether the history of a row is kept, by the number of the row; null where that of every row is. What is not kept is measured as not stated.</param>
    /// <exception cref="ArgumentException">The row of an event is negative, or its history is not kept.</exception>
    public EventSeries(IEnumerable<RowEvent> events, Func<int, bool>? isKept = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        (_events, _isKept) = (InOrder([.. events]), isKept);
        if (_events is [{ Row: < 0 } negative, ..])
        {
            throw new ArgumentException($"An event of {negative.On:uuuu-MM-dd} has the row {negative.Row}. Allowed: 0 and more.", nameof(events));
        }

        if (isKept is not null && Array.FindIndex(_events, one => !isKept(one.Row)) is >= 0 and var place)
        {
            throw new ArgumentException($"There is an event of {_events[place].On:uuuu-MM-dd} in row {_events[place].Row}, of which no history is kept.", nameof(events));
        }
    }

    /// <summary>By row and day; one number for both is compared faster than two members. Events with the same number keep the order given.</summary>
    private static RowEvent[] InOrder(RowEvent[] given)
    {
        var keys = Array.ConvertAll(given, static e => ((long)e.Row << 32) + DayNumber(e.On));
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

        return Array.ConvertAll(order, place => given[place]);
    }

    /// <summary>A number that grows with the day, positive for every day of the calendar.</summary>
    private static long DayNumber(LocalDate day) => Period.DaysBetween(LocalDate.MinIsoValue, day);

    /// <summary>How many events there are.</summary>
    public int Count => _events.Length;

    /// <summary>Computes a measure of every row as of a day and writes it as a fact.</summary>
    /// <param name="table">The table; rows without events get what the measure says of none: 0 of how often, not stated of how long ago and how good.</param>
    /// <param name="into">The number that takes it, which is declared <see cref="IFact.IsFixed"/>; the table has a column for it.</param>
    /// <param name="measure">What is measured.</param>
    /// <param name="day">The day; later events are not seen.</param>
    /// <returns>How many rows had another value before; only they are graded anew.</returns>
    /// <exception cref="ArgumentException">
    /// An event belongs to no row of the table, the fact is not declared fixed, it does not allow the measure of some row, or it has no column; nothing is written.
    /// </exception>
    public int Write(FactTable table, NumberFact into, HistoryMeasure measure, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(table);
        DerivedValue.RequireFixed(into, nameof(into));
        ArgumentNullException.ThrowIfNull(measure);
        if (_events is [.., var last] && last.Row >= table.Count)
        {
            throw new ArgumentException($"An event of {last.On:uuuu-MM-dd} has the row {last.Row}; the table has {table.Count} rows, numbered from 0.", nameof(table));
        }

        var values = new long[table.Count];
        var next = 0;
        for (var row = 0; row < values.Length; row++)
        {
            var first = next;
            var seen = next;
            for (; next < _events.Length && _events[next].Row == row; next++)
            {
                seen += _events[next].On <= day ? 1 : 0;
            }

            values[row] = _isKept?.Invoke(row) == false ? into.Unstated : DerivedValue.Store(into, row, measure.Of(_events.AsSpan(first..seen), day), measure.IsRounded);
        }

        return table.SetColumn(into, values);
    }
}

/// <summary>Something that happened to an entity on a day (历史事件): a violation, an inspection with its score.</summary>
/// <remarks>The default value is an event of row 0 on the first day of the year 1.</remarks>
/// <param name="Row">The number of the entity's row in its table, from 0.</param>
/// <param name="On">The day.</param>
/// <param name="Value">A number that belongs to it, as the score; null for none.</param>
public readonly record struct RowEvent(int Row, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate On, decimal? Value = null);
