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
    internal GradeSheet(GradingPolicy<TGrade> policy, FactTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var fact in policy.Facts)
        {
            table.Schema.ColumnOf(fact);
        }

        Policy = policy;
        Columns = new SlotColumns(table);
    }

    /// <summary>The policy that decided.</summary>
    public GradingPolicy<TGrade> Policy { get; }

    /// <summary>The table whose rows were decided on.</summary>
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
            var results = Columns.Of(segment);
            return new Outcome(results.Codes[slot], results.Clauses[slot]).Decode(Policy.Scale);
        }
    }

    /// <summary>How many rows have a grade.</summary>
    /// <param name="grade">The grade.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grade is not of the policy's scale.</exception>
    public int CountOf(TGrade grade) => CountCode(Outcome.CodeOf(Policy.Scale.StrictnessOf(grade)));

    /// <summary>How many rows were looked at and got no grade.</summary>
    public int NotGradedCount => CountCode(Outcome.NotGraded);

    private int CountCode(byte code)
    {
        var count = 0;
        foreach (var segment in Table.Segments)
        {
            count += Columns.Of(segment).Codes[..segment.Count].Count(code);
        }

        return count;
    }
}
