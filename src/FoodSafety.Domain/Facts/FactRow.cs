namespace FoodSafety.Domain.Facts;

/// <summary>A view of one row of a <see cref="FactTable"/> (事实行).</summary>
public sealed class FactRow : IFactSource
{
    internal FactRow(FactTable table, int row)
    {
        Table = table;
        Row = row;
    }

    /// <summary>The table.</summary>
    public FactTable Table { get; }

    /// <summary>The number of the row, from 0.</summary>
    public int Row { get; internal set; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The table has no column for the fact.</exception>
    public long Read(IFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Table.Read(Row, fact);
    }
}
