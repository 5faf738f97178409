using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Assessment;

/// <summary>One line of a score sheet (考核项): an <see cref="IndicatorLine"/> or an <see cref="EventLine"/>; there is no other.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record ScoreLine
{
    private protected ScoreLine(string code, BilingualText name, Citation basis)
    {
        TextRule.Key.Check(code);
        ArgumentNullException.ThrowIfNull(basis);
        (Code, Name, Basis) = (code, TextRule.Name.Check(name), basis);
    }

    /// <summary>What files and events call it, unique in its sheet.</summary>
    public string Code { get; }

    /// <summary>What people call it.</summary>
    public BilingualText Name { get; }

    /// <summary>The rule that sets it (依据).</summary>
    public Citation Basis { get; }

    /// <summary>The most points it can add, 0 or more.</summary>
    public abstract decimal Most { get; }

    /// <summary>The least it can come to, 0 or less.</summary>
    public abstract decimal Least { get; }
}

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

/// <summary>A line of positive or negative points (正向、负向评价项): so many for each event, up to a cap.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record EventLine : ScoreLine
{
    /// <summary>Declares a line.</summary>
    /// <param name="code">What events call it, unique in its sheet.</param>
    /// <param name="name">What earns or costs the points.</param>
    /// <param name="side">Whether points are added or taken off.</param>
    /// <param name="each">The points for one event where none are stated, more than 0 and up to 1,000,000,000.</param>
    /// <param name="cap">The most that the events of a period add or take off together, 0 to 1,000,000,000 (封顶).</param>
    /// <param name="basis">The rule that sets points and cap.</param>
    /// <param name="isSerious">Whether an event is a serious breach, which changes a plate whatever the score (严重违法行为).</param>
    /// <exception cref="ArgumentException">Code or name is empty, or a line that adds points is called serious.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number or the side is outside its range.</exception>
    public EventLine(string code, BilingualText name, PointSide side, decimal each, decimal cap, Citation basis, bool isSerious = false)
        : base(code, name, basis)
    {
        _ = side.Name();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(each);
        Shares.CheckPoints(each, nameof(each));
        Shares.CheckPoints(cap, nameof(cap));
        if (isSerious && side == PointSide.Positive)
        {
            throw new ArgumentException($"Line '{code}' adds points and is no serious breach.", nameof(isSerious));
        }

        (Side, Each, Cap, IsSerious) = (side, each, cap, isSerious);
    }

    /// <summary>Whether points are added or taken off.</summary>
    public PointSide Side { get; }

    /// <summary>The points for one event where none are stated, more than 0.</summary>
    public decimal Each { get; }

    /// <summary>The most that the events of a period add or take off together (封顶).</summary>
    public decimal Cap { get; }

    /// <summary>Whether an event is a serious breach.</summary>
    public bool IsSerious { get; }

    /// <inheritdoc/>
    public override decimal Most => Side switch { PointSide.Positive => Cap, PointSide.Negative => 0 };

    /// <inheritdoc/>
    public override decimal Least => Side switch { PointSide.Positive => 0, PointSide.Negative => -Cap };

    internal decimal Capped(decimal sum) => Signed(Math.Min(sum, Cap));

    internal decimal Signed(decimal sum) => Side switch { PointSide.Positive => sum, PointSide.Negative => -sum };
}
