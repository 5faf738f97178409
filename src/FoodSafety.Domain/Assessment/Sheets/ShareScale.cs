using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>How a share becomes points (计分办法): a <see cref="LinearScale"/> or a <see cref="BandScale"/>; there is no other.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record ShareScale
{
    private protected ShareScale()
    {
    }

    /// <summary>How points are given, in both languages.</summary>
    public abstract BilingualText Text { get; }

    /// <summary>The shares at which something changes, beside which a share is shown.</summary>
    internal abstract ImmutableArray<decimal> Limits { get; }

    internal abstract void Check(Indicator indicator, decimal weight);

    internal abstract decimal PointsOf(IndicatorValue value, decimal weight);
}
