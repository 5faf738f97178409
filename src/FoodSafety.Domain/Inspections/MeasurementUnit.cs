using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

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
