using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>The decisions on the rows of a table, of whichever enum of grades (分级结果表).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract class GradeSheet
{
    private protected GradeSheet()
    {
    }

    /// <summary>By what word the grading is known: <c>tier</c>, <c>risk-grade</c>.</summary>
    /// <exception cref="InvalidOperationException">The enum has no <see cref="GradingKeyAttribute"/>.</exception>
    public abstract string Key { get; }

    /// <summary>The table whose rows are decided on.</summary>
    public abstract FactTable Table { get; }

    /// <summary>The place of a row's grade in the scale, from 1 for the mildest; 0 where it has none.</summary>
    internal abstract int PlaceOf(int row);

    /// <summary>The place of a grade in the scale by the name that files write, from 1; 0 where the scale has none.</summary>
    internal abstract int PlaceOf(string grade);
}

/// <summary>The decisions on the rows of a table (分级结果表).</summary>
/// <remarks>
/// It stays beside its table: rows added later read as not decided, changed rows keep their decision until they are graded
/// again. About a byte a row. Not thread-safe while it or its table is written.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class GradeSheet<TGrade> : GradeSheet where TGrade : struct, Enum
{
    internal GradeSheet(FactTable table, GradeScale<TGrade> scale)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(scale);
        Scale = scale;
        Planes = new SlotPlanes(table, Outcome.CodeBits(scale.Count));
    }

    /// <summary>The grades in their order.</summary>
    public GradeScale<TGrade> Scale { get; }

    /// <inheritdoc/>
    public override string Key => Scale.Key;

    /// <inheritdoc/>
    public override FactTable Table => Planes.Table;

    internal SlotPlanes Planes { get; }

    /// <summary>What each grader has to do for each segment of the table, in the table's order; made once.</summary>
    internal ConditionalWeakTable<Grader<TGrade>, List<GradeErrand>> Errands { get; } = [];

    /// <summary>Workers that wait for the next pass, so that passes over the same table allocate nothing for them.</summary>
    internal ConcurrentBag<GradeWorker> Workers { get; } = [];

    /// <summary>The decision on one row.</summary>
    /// <param name="row">The number of the row in the table.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public GradeDecision<TGrade> this[int row]
    {
        get
        {
            Table.CheckRow(row);
            return Outcome.Unpack(Planes.Read(row), CodeBits).Decode(Scale);
        }
    }

    internal override int PlaceOf(int row) => this[row].FindGrade() is { } grade ? Scale.StrictnessOf(grade) + 1 : 0;

    internal override int PlaceOf(string grade)
    {
        for (var place = 0; place < Scale.Count; place++)
        {
            if ($"{Scale.MildestFirst[place]}" == grade)
            {
                return place + 1;
            }
        }

        return 0;
    }

    private int CodeBits => Outcome.CodeBits(Scale.Count);

    /// <summary>Writes the grades as a fact, which another day's policy or another grading reads: the grade before (上次等级).</summary>
    /// <remarks>
    /// <code>
    /// yesterday.Grades.Write(table, GradeBefore);   // then the rule: GradeBefore.Is(Tier.A) &amp; ...
    /// </code>
    /// </remarks>
    /// <param name="table">The table that takes them, whose rows are those of <see cref="Table"/> by number; it may be the same, or have more.</param>
    /// <param name="into">The choice that takes them; the table has a column for it. Rows without a grade, and those that the sheet does not have, do not state it.</param>
    /// <returns>How many rows had another value before.</returns>
    /// <exception cref="ArgumentException">The table has fewer rows, or no such column, or a grade is numbered 0, which means "not stated"; nothing is written.</exception>
    public int Write(FactTable table, ChoiceFact<TGrade> into)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(into);
        if (table.Count < Table.Count)
        {
            throw new ArgumentException($"The table has {table.Count} rows; the sheet has {Table.Count}.", nameof(table));
        }

        foreach (var grade in Scale.MildestFirst)
        {
            if (into.Of(grade).Stored == into.Unstated)
            {
                throw new ArgumentException($"{typeof(TGrade).Name}.{grade} is numbered 0, which means \"not stated\" in '{into.Id}'. Number the grades from 1.", nameof(into));
            }
        }

        var values = new long[table.Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = into.Of(row < Table.Count ? this[row].FindGrade() : null).Stored;
        }

        return table.SetColumn(into, values);
    }

    /// <summary>Counts the grades of all rows.</summary>
    public GradeCount<TGrade> Count()
    {
        var counts = new long[Scale.Count + 2];
        foreach (var segment in Table.Segments)
        {
            ForEachCode(segment, (code, _, rows) => counts[code] += BitOperations.PopCount(rows));
        }

        return new GradeCount<TGrade>(Scale, counts);
    }

    /// <summary>Counts by clause: how many rows each rule, each reason for no grade and the default decided.</summary>
    /// <param name="policy">The policy by which the rows were graded.</param>
    /// <returns>One count for each of <see cref="GradingPolicy{TGrade}.Clauses"/>, in their order. Rows that nobody graded yet are in none.</returns>
    /// <exception cref="ArgumentException">The policy orders other grades, or a row was decided by a clause that it does not have.</exception>
    public ItemList<ClauseCount> CountByClause(GradingPolicy<TGrade> policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        policy.RequireScale(Scale, "the sheet", nameof(policy));
        var counts = new long[policy.Clauses.Length + 1];
        for (var row = 0; row < Table.Count; row++)
        {
            var clause = Outcome.Unpack(Planes.Read(row), CodeBits).Clause;
            if (clause >= counts.Length)
            {
                throw new ArgumentException($"Row {row} was decided by clause {clause - 1}, and '{policy}' has {policy.Clauses.Length}: it was graded by another policy.", nameof(policy));
            }

            counts[clause]++;
        }

        return [.. policy.Clauses.Select((clause, i) => new ClauseCount(clause, counts[i + 1]))];
    }

    /// <summary>Counts the grades by area, every area with all that lies in it. The groups of the rows are the ordinals of their areas.</summary>
    /// <param name="areas">The areas; those of the register.</param>
    /// <exception cref="ArgumentException">A row has no group, or one that is no ordinal of these areas.</exception>
    public GradeCountsByArea<TGrade> CountByArea(AreaTree areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        var columns = Enumerable.Range(0, Scale.Count + 2).Select(_ => new long[areas.Count]).ToArray();
        foreach (var segment in Table.Segments)
        {
            ForEachCode(segment, (code, word, rows) =>
            {
                for (; rows != 0; rows &= rows - 1)
                {
                    var slot = word * 64 + BitOperations.TrailingZeroCount(rows);
                    var area = segment.Groups[slot];
                    if (area < 0 || area >= areas.Count)
                    {
                        throw new ArgumentException($"Row {segment.Rows[slot]} has the group {area}; allowed are the ordinals 0 to {areas.Count - 1}.", nameof(areas));
                    }

                    columns[code][area]++;
                }
            });
        }

        foreach (var column in columns)
        {
            areas.RollUp(column, column);
        }

        return new GradeCountsByArea<TGrade>(areas, Scale, columns);
    }

    /// <summary>Goes through a segment word by word and outcome by outcome.</summary>
    private void ForEachCode(FactSegment segment, Action<int, int, ulong> visit)
    {
        var beside = Planes.Peek(segment);
        for (var word = 0; word * 64 < segment.Count; word++)
        {
            var left = segment.Count - word * 64;
            var valid = left >= 64 ? ulong.MaxValue : (1UL << left) - 1;
            var line = beside.Peek(word);
            for (var code = 0; code < Scale.Count + 2; code++)
            {
                var rows = valid;
                for (var plane = 0; plane < CodeBits; plane++)
                {
                    rows &= ((code >> plane) & 1) != 0 ? line[plane] : ~line[plane];
                }

                visit(code, word, rows);
            }
        }
    }
}
