using System.Collections.Immutable;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The posts that all businesses of a table must fill on a day (配备要求表), by row.</summary>
/// <remarks>Two bytes a row for each post that a rule in force requires. Immutable.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class StaffingSheet
{
    private readonly Dictionary<RequiredPost, short[]> _first;

    internal StaffingSheet(LocalDate on, int count, ImmutableArray<StaffingRule> rules, Dictionary<RequiredPost, short[]> first) =>
        (On, RowCount, Rules, _first) = (on, count, rules, first);

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>How many rows there are.</summary>
    public int RowCount { get; }

    /// <summary>The rules in force on the day, in order.</summary>
    public ImmutableArray<StaffingRule> Rules { get; }

    /// <summary>The posts that a rule in force may require, in the order of the rules.</summary>
    public ImmutableArray<RequiredPost> Posts => [.. Rules.Select(rule => rule.Required).Distinct()];

    /// <summary>The first rule that requires a post of a business; null when it need not fill it.</summary>
    /// <param name="required">The post.</param>
    /// <param name="row">The row of the business.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public StaffingRule? FindRule(RequiredPost required, int row)
    {
        if (row < 0 || row >= RowCount)
        {
            throw new ArgumentOutOfRangeException(nameof(row), row, $"The sheet has {RowCount} rows, numbered from 0.");
        }

        return FirstRules(required) is { Length: > 0 } first && first[row] is >= 0 and var index ? Rules[index] : null;
    }

    /// <summary>How many businesses must fill a post.</summary>
    /// <param name="required">The post.</param>
    public int Count(RequiredPost required)
    {
        var count = 0;
        foreach (var index in FirstRules(required))
        {
            count += index >= 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The rows of the businesses that must fill a post, ascending.</summary>
    /// <param name="required">The post.</param>
    public ImmutableArray<int> Rows(RequiredPost required)
    {
        var first = FirstRules(required);
        var rows = ImmutableArray.CreateBuilder<int>();
        for (var row = 0; row < first.Length; row++)
        {
            if (first[row] >= 0)
            {
                rows.Add(row);
            }
        }

        return rows.DrainToImmutable();
    }

    /// <summary>The number of the first rule by row, -1 for none; empty where no rule in force requires the post.</summary>
    internal ReadOnlySpan<short> FirstRules(RequiredPost required) => _first.TryGetValue(required, out var first) ? first : [];
}
