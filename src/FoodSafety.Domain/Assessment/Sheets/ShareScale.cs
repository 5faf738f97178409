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

/// <summary>One band of a <see cref="BandScale"/> (档次): from a share on, so many points.</summary>
/// <remarks>The default value gives nothing from 0 on.</remarks>
public readonly record struct ShareBand
{
    /// <summary>Declares a band.</summary>
    /// <param name="atLeast">The lower end, inclusive, 0 to 1.</param>
    /// <param name="points">The points, 0 to 1,000,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    [JsonConstructor]
    public ShareBand(decimal atLeast, decimal points)
    {
        Shares.Check(atLeast, nameof(atLeast));
        Shares.CheckPoints(points, nameof(points));
        (AtLeast, Points) = (atLeast, points);
    }

    /// <summary>The lower end, inclusive, 1 for all.</summary>
    public decimal AtLeast { get; }

    /// <summary>The points.</summary>
    public decimal Points { get; }
}

/// <summary>Points by bands (分档计分): those of the highest band that the share reaches, and none below the lowest.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record BandScale : ShareScale
{
    /// <summary>Declares a scale.</summary>
    /// <param name="bands">The bands in any order, each with its own lower end.</param>
    /// <exception cref="ArgumentException">There is no band, or two begin at the same share.</exception>
    public BandScale(params ReadOnlySpan<ShareBand> bands)
    {
        Bands = [.. bands.ToArray().OrderByDescending(band => band.AtLeast)];
        if (Bands.IsEmpty || Bands.DistinctBy(band => band.AtLeast).Count() < Bands.Length)
        {
            throw new ArgumentException("A scale has one band or more, and no two that begin at the same share.", nameof(bands));
        }
    }

    /// <summary>The bands, the highest first.</summary>
    public ItemList<ShareBand> Bands { get; }

    /// <inheritdoc/>
    public override BilingualText Text => (
        string.Join("，", Bands.Select(band => $"≥{Shares.Show(band.AtLeast)} 得 {NumberText.Exact(band.Points)} 分")) + "，其余 0 分",
        string.Join(", ", Bands.Select(band => $"{NumberText.Exact(band.Points)} from {Shares.Show(band.AtLeast)}")) + ", else 0");

    internal override ImmutableArray<decimal> Limits => [.. Bands.Select(band => band.AtLeast)];

    internal override void Check(Indicator indicator, decimal weight)
    {
        foreach (var band in Bands)
        {
            if (band.Points > weight)
            {
                throw new ArgumentException($"The band from {Shares.Show(band.AtLeast)} gives {NumberText.Exact(band.Points)} points. Allowed: 0 to the weight {NumberText.Exact(weight)}.", nameof(indicator));
            }
        }

        // Below the lowest band there is nothing, which is itself the last step down.
        var points = Bands.Select(band => band.Points).Append(Bands[^1].AtLeast == 0 ? Bands[^1].Points : 0).ToArray();
        var steps = points.Zip(points.Skip(1), (higher, lower) => higher - lower);
        if (steps.Any(step => indicator.Direction switch
            {
                IndicatorDirection.HigherIsBetter => step < 0,
                IndicatorDirection.LowerIsBetter => step > 0,
                IndicatorDirection.Neutral => false,
            }))
        {
            throw new ArgumentException($"Indicator '{indicator.Code}' is {indicator.Direction}; its bands would reward the worse.", nameof(indicator));
        }
    }

    internal override decimal PointsOf(IndicatorValue value, decimal weight)
    {
        foreach (var band in Bands)
        {
            if (value.Reaches(band.AtLeast))
            {
                return band.Points;
            }
        }

        return 0;
    }
}

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

/// <summary>The ranges of shares and points.</summary>
internal static class Shares
{
    public static void Check(decimal share, string parameter)
    {
        if (share is < 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(parameter, share, "Allowed: 0 to 1.");
        }
    }

    /// <summary>The most points that anything can have, so that no sum or product of points can overflow.</summary>
    public const decimal MostPoints = 1_000_000_000;

    /// <summary>Refuses points that are negative or beyond reason; a zero may bear a sign.</summary>
    public static void CheckPoints(decimal points, string parameter)
    {
        if (points is < 0 or > MostPoints)
        {
            throw new ArgumentOutOfRangeException(parameter, points, $"Allowed: 0 to {MostPoints:#,0}.");
        }
    }

    public static string Show(decimal share) => NumberText.Percent(share);
}
