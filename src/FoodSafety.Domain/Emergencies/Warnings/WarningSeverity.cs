namespace FoodSafety.Domain.Emergencies;

/// <summary>How bad it would be if what is warned of came about (危害程度), the worst first.</summary>
/// <remarks>The default value 0 is none. Names are in <see cref="WarningNames"/>.</remarks>
public enum WarningSeverity
{
    /// <summary>Extremely severe (特别严重).</summary>
    ExtremelySevere = 1,

    /// <summary>Severe (严重).</summary>
    Severe = 2,

    /// <summary>Fairly severe (较严重).</summary>
    FairlySevere = 3,

    /// <summary>Ordinary (一般).</summary>
    Ordinary = 4,
}
