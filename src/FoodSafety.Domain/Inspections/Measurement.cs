using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>Something that was measured on the spot (现场测量), with its unit and the limits that hold for it.</summary>
public sealed record Measurement
{
    /// <summary>Takes a measurement.</summary>
    /// <param name="what">What was measured: "冷藏库温度".</param>
    /// <param name="value">The number.</param>
    /// <param name="unit">Its unit, which is also that of the limits.</param>
    /// <param name="atLeast">The lowest value that is in order, inclusive; null for no limit below.</param>
    /// <param name="atMost">The highest value that is in order, inclusive; null for no limit above.</param>
    /// <exception cref="ArgumentException">Nothing was measured, or the lower limit is above the upper one.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not one of the named values.</exception>
    public Measurement(string what, decimal value, MeasurementUnit unit, decimal? atLeast = null, decimal? atMost = null)
    {
        TextRule.Name.Check(what);
        _ = unit.Name();
        if (atLeast > atMost)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"From {atLeast} to {atMost} there is no value. Allowed: a lower limit not above the upper one."), nameof(atLeast));
        }

        (What, Value, Unit, AtLeast, AtMost) = (what, value, unit, atLeast, atMost);
    }

    /// <summary>What was measured.</summary>
    public string What { get; }

    /// <summary>The number.</summary>
    public decimal Value { get; }

    /// <summary>Its unit, which is also that of the limits.</summary>
    public MeasurementUnit Unit { get; }

    /// <summary>The lowest value that is in order, inclusive; null for no limit below.</summary>
    public decimal? AtLeast { get; }

    /// <summary>The highest value that is in order, inclusive; null for no limit above.</summary>
    public decimal? AtMost { get; }

    /// <summary>True when the value is within its limits (合格); true when there are none.</summary>
    public bool IsWithinLimits => !(Value < AtLeast) && !(Value > AtMost);

    /// <summary>The measurement as people read it: "冷藏库温度 12.5 ℃ (≤ 8)".</summary>
    public BilingualText Text
    {
        get
        {
            var limits = (AtLeast, AtMost) switch
            {
                (null, null) => "",
                ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $" (≥ {low})"),
                (null, { } high) => string.Create(CultureInfo.InvariantCulture, $" (≤ {high})"),
                ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $" ({low} – {high})"),
            };
            var text = string.Create(CultureInfo.InvariantCulture, $"{What} {Value} {Unit.Symbol()}{limits}");
            return (text, text);
        }
    }

    /// <summary>The measurement as people read it.</summary>
    public override string ToString() => Text.ToString();
}
