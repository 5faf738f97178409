using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Where a policy cuts the values of a number, each cut being the first stored value above it, and how it words that.</summary>
internal sealed class NumberLimits
{
    private readonly Dictionary<long, (decimal Limit, bool Included)> _wordings = [];
    private long[]? _cuts;

    /// <summary>The cuts, ascending.</summary>
    public IReadOnlyCollection<long> Cuts => _cuts ??= [.. _wordings.Keys.Order()];

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
            Add(comparison.Low, (comparison.Limit, atLow));
        }

        if (comparison.High != long.MaxValue)
        {
            Add(comparison.High + 1, (comparison.Limit, atHigh));
        }
    }

    /// <summary>The limit between two values, and whether it belongs to the upper side.</summary>
    public (decimal Limit, bool Included) Between(long below, long above, int decimals)
    {
        _ = Cuts;
        var first = Array.BinarySearch(_cuts!, below + 1);
        first = first < 0 ? ~first : first;
        if (first < _cuts!.Length && _cuts[first] <= above)
        {
            return _wordings[_cuts[first]];
        }

        return (Exact.ToDecimal(above, decimals), true);
    }

    private void Add(long cut, (decimal Limit, bool Included) wording)
    {
        if (_wordings.TryAdd(cut, wording))
        {
            _cuts = null;
        }
    }
}
