using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>The decisions on the rows of a table (分级结果表).</summary>
/// <remarks>
/// It stays beside its table: rows added later read as not decided, changed rows keep their decision until they are graded
/// again. Three bytes a row. Not thread-safe while it or its table is written.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
public sealed class GradeSheet<TGrade> where TGrade : struct, Enum
{
    internal GradeSheet(FactTable table, GradeScale<TGrade> scale)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(scale);
        Scale = scale;
        Columns = new SlotColumns(table);
    }

    /// <summary>The grades in their order.</summary>
    public GradeScale<TGrade> Scale { get; }

    /// <summary>The table whose rows are decided on.</summary>
    public FactTable Table => Columns.Table;

    internal SlotColumns Columns { get; }

    /// <summary>The decision on one row.</summary>
    /// <param name="row">The number of the row in the table.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public GradeDecision<TGrade> this[int row]
    {
        get
        {
            Table.CheckRow(row);
            var (segment, slot) = Table.PlaceOf(row);
            var outcomes = Columns.Of(segment);
            return new Outcome(outcomes.Codes[slot], outcomes.Clauses[slot]).Decode(Scale);
        }
    }

    /// <summary>Counts the grades of all rows.</summary>
    public GradeCount<TGrade> Count()
    {
        var counts = new long[GradeCount.Codes];
        foreach (var segment in Table.Segments)
        {
            foreach (var code in Columns.Of(segment).Codes[..segment.Count])
            {
                counts[code]++;
            }
        }

        return new GradeCount<TGrade>(Scale, counts);
    }

    /// <summary>Counts the grades by area, every area with all that lies in it. The groups of the rows are the ordinals of their areas.</summary>
    /// <param name="areas">The areas; those of the register.</param>
    /// <exception cref="ArgumentException">A row has no group, or one that is no ordinal of these areas.</exception>
    public GradeCountsByArea<TGrade> CountByArea(AreaTree areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        // Columns of the table: not decided, each grade, not graded.
        var columns = Enumerable.Range(0, Scale.Count + 2).Select(_ => new long[areas.Count]).ToArray();
        foreach (var segment in Table.Segments)
        {
            var codes = Columns.Of(segment).Codes;
            for (var slot = 0; slot < segment.Count; slot++)
            {
                var area = segment.Groups[slot];
                if (area < 0 || area >= areas.Count)
                {
                    throw new ArgumentException($"Row {segment.Rows[slot]} has the group {area}; allowed are the ordinals 0 to {areas.Count - 1}.", nameof(areas));
                }

                columns[Math.Min((int)codes[slot], Scale.Count + 1)][area]++;
            }
        }

        foreach (var column in columns)
        {
            areas.RollUp(column, column);
        }

        return new GradeCountsByArea<TGrade>(areas, Scale, columns);
    }

    /// <summary>Writes an outcome and returns the one that stood there.</summary>
    internal Outcome Exchange(int row, Outcome outcome)
    {
        var (segment, slot) = Table.PlaceOf(row);
        var outcomes = Columns.Of(segment);
        var old = new Outcome(outcomes.Codes[slot], outcomes.Clauses[slot]);
        (outcomes.Codes[slot], outcomes.Clauses[slot]) = outcome;
        return old;
    }
}
