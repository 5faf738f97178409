using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>No points at one share, full points at another, and in proportion between them (按比例计分).</summary>
public sealed record LinearScale : ShareScale
{
    /// <summary>Declares a scale.</summary>
    /// <param name="zeroAt">The share that earns nothing, 1 for all.</param>
    /// <param name="fullAt">The share that earns the full points: above <paramref name="zeroAt"/>, or below where less is better.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is not between 0 and 1.</exception>
    /// <exception cref="ArgumentException">The two are equal.</exception>
    public LinearScale(decimal zeroAt, decimal fullAt)
    {
        Shares.Check(zeroAt, nameof(zeroAt));
        Shares.Check(fullAt, nameof(fullAt));
        if (zeroAt == fullAt)
        {
            throw new ArgumentException($"No points and full points cannot both be at {fullAt}.", nameof(fullAt));
        }

        (ZeroAt, FullAt) = (zeroAt, fullAt);
    }

    /// <summary>In proportion from 0 to all.</summary>
    public static LinearScale Proportional { get; } = new(0, 1);

    /// <summary>The share that earns nothing.</summary>
    public decimal ZeroAt { get; }

    /// <summary>The share that earns the full points.</summary>
    public decimal FullAt { get; }

    /// <inheritdoc/>
    public override BilingualText Text
    {
        get
        {
            var (zero, full) = (Shares.Show(ZeroAt), Shares.Show(FullAt));
            return ($"{zero} 得 0 分，{full} 得满分，其间按比例计分", $"0 points at {zero}, full points at {full}, in proportion between");
        }
    }

    internal override ImmutableArray<decimal> Limits => [ZeroAt, FullAt];

    internal override void Check(Indicator indicator, decimal weight)
    {
        var wanted = indicator.Direction;
        if (wanted switch
            {
                IndicatorDirection.HigherIsBetter => FullAt <= ZeroAt,
                IndicatorDirection.LowerIsBetter => FullAt > ZeroAt,
                IndicatorDirection.Neutral => false,
            })
        {
            throw new ArgumentException($"Indicator '{indicator.Code}' is {wanted}; full points at {FullAt} and none at {ZeroAt} would reward the worse.", nameof(indicator));
        }
    }

    internal override decimal PointsOf(IndicatorValue value, decimal weight)
    {
        // One division at the very end: until there the counts are exact.
        var reached = value.Numerator - ZeroAt * value.Denominator;
        var whole = (FullAt - ZeroAt) * value.Denominator;
        return weight * Math.Clamp(whole > 0 ? reached : -reached, 0, Math.Abs(whole)) / Math.Abs(whole);
    }
}
