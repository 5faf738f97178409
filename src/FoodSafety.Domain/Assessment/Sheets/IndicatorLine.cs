using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Assessment;

/// <summary>A line that scores an indicator (指标考核项): points between 0 and its weight.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record IndicatorLine : ScoreLine
{
    /// <summary>Declares a line.</summary>
    /// <param name="indicator">What is measured; the line bears its code and its name.</param>
    /// <param name="weight">The full points (分值), more than 0 and up to 1,000,000,000.</param>
    /// <param name="scale">How a share becomes points.</param>
    /// <param name="basis">The rule that sets weight and scale.</param>
    /// <param name="whenNothingToMeasure">The points where there is nothing to measure, 0 to <paramref name="weight"/>; the full points when null.</param>
    /// <exception cref="ArgumentException">The scale gives more than the weight, or full points for the worse end of the indicator.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The weight or the points are outside their range.</exception>
    public IndicatorLine(Indicator indicator, decimal weight, ShareScale scale, Citation basis, decimal? whenNothingToMeasure = null)
        : base(CodeOf(indicator), indicator.Name, basis)
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        Shares.CheckPoints(weight, nameof(weight));
        var nothing = whenNothingToMeasure ?? weight;
        if (nothing < 0 || nothing > weight)
        {
            throw new ArgumentOutOfRangeException(nameof(whenNothingToMeasure), nothing, $"Allowed: 0 to the weight {weight}.");
        }

        scale.Check(indicator, weight);
        (Indicator, Weight, Scale, WhenNothingToMeasure) = (indicator, weight, scale, nothing);
    }

    /// <summary>What is measured.</summary>
    public Indicator Indicator { get; }

    /// <summary>The full points (分值).</summary>
    public decimal Weight { get; }

    /// <summary>How a share becomes points.</summary>
    public ShareScale Scale { get; }

    /// <summary>The points where there is nothing to measure, as where no business must have a director.</summary>
    public decimal WhenNothingToMeasure { get; }

    /// <inheritdoc/>
    public override decimal Most => Weight;

    /// <inheritdoc/>
    public override decimal Least => 0;

    internal decimal PointsOf(IndicatorValue value, int decimals) => value.Denominator == 0
        ? WhenNothingToMeasure
        : decimal.Round(Scale.PointsOf(value, Weight), decimals, MidpointRounding.AwayFromZero);

    private static string CodeOf(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Code;
    }
}
