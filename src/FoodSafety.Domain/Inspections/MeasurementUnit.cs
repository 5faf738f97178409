namespace FoodSafety.Domain.Inspections;

/// <summary>In what a measurement is given (计量单位).</summary>
/// <remarks>Zero, the default, is no unit. Names and symbols are in <see cref="MeasurementUnits"/>.</remarks>
public enum MeasurementUnit : byte
{
    /// <summary>Degrees Celsius: of a cold store, of the core of a dish (摄氏度).</summary>
    DegreeCelsius = 1,

    /// <summary>Per cent: relative humidity, a share (百分比).</summary>
    Percent = 2,

    /// <summary>Milligrams in a kilogram: additives, residues (毫克每千克).</summary>
    MilligramPerKilogram = 3,

    /// <summary>Milligrams in a litre: free chlorine of a disinfectant (毫克每升).</summary>
    MilligramPerLitre = 4,

    /// <summary>Colony-forming units in a gram (菌落形成单位每克).</summary>
    ColonyPerGram = 5,

    /// <summary>Relative light units of an ATP test of cleanliness (相对发光值).</summary>
    RelativeLightUnit = 6,

    /// <summary>Minutes (分钟).</summary>
    Minute = 7,

    /// <summary>Calendar days, as past the best-before date (日).</summary>
    Day = 8,

    /// <summary>Kilograms (千克).</summary>
    Kilogram = 9,

    /// <summary>Square metres (平方米).</summary>
    SquareMetre = 10,

    /// <summary>A plain number of pieces (件数).</summary>
    Piece = 11,
}
