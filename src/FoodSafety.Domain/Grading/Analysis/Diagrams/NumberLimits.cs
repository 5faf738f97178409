using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Where a policy cuts the values of a number, each cut being the first stored value above it, and how it words that.</summary>
internal sealed class NumberLimits
{
    private readonly SortedDictionary<long, (decimal Limit, bool Included)> _cuts = [];

    /// <summary>The cuts, ascending.</summary>
    public IReadOnlyCollection<long> Cuts => _cuts.Keys;

    public void Add(Comparison comparison)
    {
        if (comparison.Low > comparison.High)
        {
            return;
        }

        // Of "at least" and "less than" the limit lies above the cut, of "more than" and "at most" below.
        var (atLow, atHigh) = comparison.Operator switch
        {
            ComparisonOperator.AtLeast or ComparisonOperator.AtMost or ComparisonOperator.EqualTo => (true, false),
            ComparisonOperator.MoreThan => (false, false),
            ComparisonOperator.LessThan => (true, true),
        };
        if (comparison.Low != long.MinValue)
        {
            _cuts.TryAdd(comparison.Low, (comparison.Limit, atLow));
        }

        if (comparison.High != long.MaxValue)
        {
            _cuts.TryAdd(comparison.High + 1, (comparison.Limit, atHigh));
        }
    }

    /// <summary>The limit between two values, and whether it belongs to the upper side.</summary>
    public (decimal Limit, bool Included) Between(long below, long above, int decimals)
    {
        foreach (var (cut, wording) in _cuts)
        {
            if (cut > below && cut <= above)
            {
                return wording;
            }
        }

        return (Exact.ToDecimal(above, decimals), true);
    }
}
