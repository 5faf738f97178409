using System.Collections.Immutable;
using System.Numerics;

namespace FoodSafety.Domain.Facts;

/// <summary>Facts that a user has in columns already (按列数据): arrays out of a file or a database, that never were objects.</summary>
/// <remarks>
/// Immutable: each method returns columns with one more fact. All columns have the same number of values, one for each row.
/// <see cref="FactTable.AddColumns"/> takes them into a table. A fact without a column is unstated.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class FactColumns
{
    private FactColumns(int count, FactMap<int> map)
    {
        Count = count;
        Map = map;
    }

    /// <summary>Columns of so many rows, of which none is given yet.</summary>
    /// <param name="count">How many rows; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public FactColumns(int count)
        : this(count, new FactMap<int>()) => ArgumentOutOfRangeException.ThrowIfNegative(count);

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>The facts that are given.</summary>
    public ImmutableArray<IFact> Facts => [.. Map.Facts.OrderBy(fact => fact.Id, StringComparer.Ordinal)];

    internal FactMap<int> Map { get; }

    /// <summary>Gives a number in whole units: <c>columns.Whole&lt;int&gt;(BusinessFacts.Employees, employees)</c>.</summary>
    /// <param name="fact">The number.</param>
    /// <param name="values">A value for each row: people, yuan, not fen.</param>
    /// <exception cref="ArgumentException">There is not one value for each row.</exception>
    /// <typeparam name="TNumber">The integers as they are kept.</typeparam>
    public FactColumns Whole<TNumber>(NumberFact fact, ReadOnlyMemory<TNumber> values) where TNumber : struct, IBinaryInteger<TNumber> =>
        With(fact, values.Length, Map.Whole(fact, row => long.CreateSaturating(values.Span[row])));

    /// <summary>Gives a number in whole units that some rows do not have.</summary>
    /// <param name="fact">The number.</param>
    /// <param name="values">A value for each row; null where it is not stated.</param>
    /// <exception cref="ArgumentException">There is not one value for each row.</exception>
    /// <typeparam name="TNumber">The integers as they are kept.</typeparam>
    public FactColumns Whole<TNumber>(NumberFact fact, ReadOnlyMemory<TNumber?> values) where TNumber : struct, IBinaryInteger<TNumber> =>
        With(fact, values.Length, Map.Whole(fact, row => values.Span[row] is { } value ? long.CreateSaturating(value) : (long?)null));

    /// <summary>Gives a number with decimals.</summary>
    /// <param name="fact">The number.</param>
    /// <param name="values">A value for each row, with no more decimals than the fact has.</param>
    /// <exception cref="ArgumentException">There is not one value for each row.</exception>
    public FactColumns Exact(NumberFact fact, ReadOnlyMemory<decimal> values) => With(fact, values.Length, Map.Exact(fact, row => values.Span[row]));

    /// <summary>Gives a number with decimals that some rows do not have.</summary>
    /// <param name="fact">The number.</param>
    /// <param name="values">A value for each row, with no more decimals than the fact has; null where it is not stated.</param>
    /// <exception cref="ArgumentException">There is not one value for each row.</exception>
    public FactColumns Exact(NumberFact fact, ReadOnlyMemory<decimal?> values) => With(fact, values.Length, Map.Exact(fact, row => values.Span[row]));

    /// <summary>Gives a flag.</summary>
    /// <param name="fact">The flag.</param>
    /// <param name="values">A value for each row.</param>
    /// <exception cref="ArgumentException">There is not one value for each row.</exception>
    public FactColumns Flag(FlagFact fact, ReadOnlyMemory<bool> values) => With(fact, values.Length, Map.Flag(fact, row => values.Span[row]));

    /// <summary>Gives a flag of which some rows say nothing.</summary>
    /// <param name="fact">The flag.</param>
    /// <param name="values">A value for each row; null where it is not stated.</param>
    /// <exception cref="ArgumentException">There is not one value for each row.</exception>
    public FactColumns Flag(FlagFact fact, ReadOnlyMemory<bool?> values) => With(fact, values.Length, Map.Flag(fact, row => values.Span[row]));

    /// <summary>Gives a choice.</summary>
    /// <param name="fact">The choice.</param>
    /// <param name="values">A value for each row; the one numbered 0 where it is not stated.</param>
    /// <exception cref="ArgumentException">There is not one value for each row.</exception>
    /// <typeparam name="TEnum">The enum of values.</typeparam>
    public FactColumns Choice<TEnum>(ChoiceFact<TEnum> fact, ReadOnlyMemory<TEnum> values) where TEnum : struct, Enum =>
        With(fact, values.Length, Map.Choice(fact, row => values.Span[row]));

    /// <summary>Gives a fact of any kind by what is stored of it, as a file that names its facts has it.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="values">
    /// A value for each row as <see cref="FactValue.Stored"/> has it: smallest units of a number, 0 or 1 for a flag, the number of a choice;
    /// <see cref="IFact.Unstated"/> where nobody stated it.
    /// </param>
    /// <exception cref="ArgumentException">There is not one value for each row. A value that the fact does not allow is refused by the table.</exception>
    public FactColumns Stored(IFact fact, ReadOnlyMemory<long> values)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return With(fact, values.Length, Map.Stored(fact, row => values.Span[row]));
    }

    private FactColumns With(IFact fact, int length, FactMap<int> map) => length == Count
        ? new FactColumns(Count, map)
        : throw new ArgumentException($"'{fact.Id}' has {length} values for {Count} rows.", nameof(fact));
}
