using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>The names and symbols of <see cref="MeasurementUnit"/>.</summary>
public static class MeasurementUnits
{
    /// <summary>The unit as people read it.</summary>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not one of the named values.</exception>
    public static BilingualText Name(this MeasurementUnit unit) => Of(unit).Name;

    /// <summary>The unit as it stands behind a number: "℃", "mg/kg".</summary>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not one of the named values.</exception>
    public static string Symbol(this MeasurementUnit unit) => Of(unit).Symbol;

    private static (BilingualText Name, string Symbol) Of(MeasurementUnit unit) => unit.Named() switch
    {
        MeasurementUnit.DegreeCelsius => (("摄氏度", "degree Celsius"), "℃"),
        MeasurementUnit.Percent => (("百分比", "per cent"), "%"),
        MeasurementUnit.MilligramPerKilogram => (("毫克每千克", "milligram per kilogram"), "mg/kg"),
        MeasurementUnit.MilligramPerLitre => (("毫克每升", "milligram per litre"), "mg/L"),
        MeasurementUnit.ColonyPerGram => (("菌落形成单位每克", "colony-forming unit per gram"), "CFU/g"),
        MeasurementUnit.RelativeLightUnit => (("相对发光值", "relative light unit"), "RLU"),
        MeasurementUnit.Minute => (("分钟", "minute"), "min"),
        MeasurementUnit.Day => (("日", "day"), "d"),
        MeasurementUnit.Kilogram => (("千克", "kilogram"), "kg"),
        MeasurementUnit.SquareMetre => (("平方米", "square metre"), "m²"),
        MeasurementUnit.Piece => (("件", "piece"), "pcs"),
    };
}
