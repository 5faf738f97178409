using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>The names of <see cref="InspectionKind"/>, and who carries each out.</summary>
public static class InspectionKinds
{
    /// <summary>The kind as people read it.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static BilingualText Name(this InspectionKind kind) => kind.Named() switch
    {
        InspectionKind.CadreVisit => ("督导", "cadre's visit"),
        InspectionKind.Routine => ("日常监督检查", "routine inspection"),
        InspectionKind.Unannounced => ("飞行检查", "unannounced inspection"),
        InspectionKind.System => ("体系检查", "system inspection"),
        InspectionKind.Oversight => ("督查", "oversight of cadres"),
    };

    /// <summary>True for the three kinds that a bureau carries out under Order 49 (监督检查).</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static bool IsBureaus(this InspectionKind kind) => kind.Named() switch
    {
        InspectionKind.Routine or InspectionKind.Unannounced or InspectionKind.System => true,
        InspectionKind.CadreVisit or InspectionKind.Oversight => false,
    };
}
