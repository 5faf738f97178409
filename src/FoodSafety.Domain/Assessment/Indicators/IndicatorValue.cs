using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>The value of an indicator as the two counts that make it (指标值): 9,709 of 9,709, never a percentage typed in.</summary>
/// <remarks>
/// Counts come from the state of the rooms. The counted may exceed what it is counted of, as several problems do in one business;
/// where that cannot be true an audit says so.
/// </remarks>
public sealed record IndicatorValue
{
    /// <summary>Pairs the two counts.</summary>
    /// <param name="indicator">What they are counts of.</param>
    /// <param name="numerator">How many (分子), 0 or more.</param>
    /// <param name="denominator">Of how many (分母), 0 or more; with 0 there is nothing to measure.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public IndicatorValue(Indicator indicator, long numerator, long denominator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegative(denominator);
        (Indicator, Numerator, Denominator) = (indicator, numerator, denominator);
    }

    /// <summary>What the counts are of.</summary>
    public Indicator Indicator { get; }

    /// <summary>How many (分子).</summary>
    public long Numerator { get; }

    /// <summary>Of how many (分母).</summary>
    public long Denominator { get; }

    /// <summary>The share, 1 for all; null when there is nothing to measure. For display: comparisons use the counts, which are exact.</summary>
    public decimal? Share => Denominator == 0 ? null : (decimal)Numerator / Denominator;

    /// <summary>
    /// Name, counts and share in percent with two decimals, in both languages; with more where less than all would read as 100.00%, or some
    /// as 0.00%.
    /// </summary>
    public BilingualText Text => TextBeside([]);

    /// <summary>The share in percent, with two decimals or as many as none and all ask for; a dash when there is nothing to measure.</summary>
    internal string Percent => NumberText.Percent(Numerator, Denominator, 2);

    /// <summary>True when the share is a limit or more: exactly, without dividing. False when there is nothing to measure.</summary>
    /// <param name="share">The limit, 1 for all.</param>
    public bool Reaches(decimal share) => Denominator > 0 && Ratio.Of(Numerator, Denominator).CompareTo(Ratio.Of(share)) >= 0;

    /// <summary>The text in both languages.</summary>
    public override string ToString() => Text.ToString();

    /// <summary>The text beside the limits of a scale, which it does not contradict.</summary>
    internal BilingualText TextBeside(ReadOnlySpan<decimal> limits)
    {
        var shown = string.Create(CultureInfo.InvariantCulture, $"{Numerator:#,0}/{Denominator:#,0} = {NumberText.Percent(Numerator, Denominator, 2, limits)}");
        return ($"{Indicator.Name.Chinese} {shown}", $"{Indicator.Name.English} {shown}");
    }
}
