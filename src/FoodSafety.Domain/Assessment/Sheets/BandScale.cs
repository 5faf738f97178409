using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

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
