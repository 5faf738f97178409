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

/// <summary>In what a measurement is given (计量单位).</summary>
/// <remarks>Zero, the default, is no unit. Symbols are in <see cref="MeasurementUnits"/>.</remarks>
public enum MeasurementUnit : byte
{
    /// <summary>Degrees Celsius: of a cold store, of the core of a dish (摄氏度).</summary>
    [BilingualName("摄氏度", "degree Celsius")]
    DegreeCelsius = 1,

    /// <summary>Per cent: relative humidity, a share (百分比).</summary>
    [BilingualName("百分比", "per cent")]
    Percent = 2,

    /// <summary>Milligrams in a kilogram: additives, residues (毫克每千克).</summary>
    [BilingualName("毫克每千克", "milligram per kilogram")]
    MilligramPerKilogram = 3,

    /// <summary>Milligrams in a litre: free chlorine of a disinfectant (毫克每升).</summary>
    [BilingualName("毫克每升", "milligram per litre")]
    MilligramPerLitre = 4,

    /// <summary>Colony-forming units in a gram (菌落形成单位每克).</summary>
    [BilingualName("菌落形成单位每克", "colony-forming unit per gram")]
    ColonyPerGram = 5,

    /// <summary>Relative light units of an ATP test of cleanliness (相对发光值).</summary>
    [BilingualName("相对发光值", "relative light unit")]
    RelativeLightUnit = 6,

    /// <summary>Minutes (分钟).</summary>
    [BilingualName("分钟", "minute")]
    Minute = 7,

    /// <summary>Calendar days, as past the best-before date (日).</summary>
    [BilingualName("日", "day")]
    Day = 8,

    /// <summary>Kilograms (千克).</summary>
    [BilingualName("千克", "kilogram")]
    Kilogram = 9,

    /// <summary>Square metres (平方米).</summary>
    [BilingualName("平方米", "square metre")]
    SquareMetre = 10,

    /// <summary>A plain number of pieces (件数).</summary>
    [BilingualName("件", "piece")]
    Piece = 11,
}

/// <summary>The symbols of <see cref="MeasurementUnit"/>.</summary>
public static class MeasurementUnits
{
    /// <summary>The unit as it stands behind a number: "℃", "mg/kg".</summary>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not one of the named values.</exception>
    public static string Symbol(this MeasurementUnit unit) => unit.Named() switch
    {
        MeasurementUnit.DegreeCelsius => "℃",
        MeasurementUnit.Percent => "%",
        MeasurementUnit.MilligramPerKilogram => "mg/kg",
        MeasurementUnit.MilligramPerLitre => "mg/L",
        MeasurementUnit.ColonyPerGram => "CFU/g",
        MeasurementUnit.RelativeLightUnit => "RLU",
        MeasurementUnit.Minute => "min",
        MeasurementUnit.Day => "d",
        MeasurementUnit.Kilogram => "kg",
        MeasurementUnit.SquareMetre => "m²",
        MeasurementUnit.Piece => "pcs",
    };
}
