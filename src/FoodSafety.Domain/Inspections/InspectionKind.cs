using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>What kind of inspection it is (检查类型): a cadre's visit, one of three of a bureau, or one of the cadres themselves.</summary>
/// <remarks>
/// The three do not replace each other: a visit is no supervision, and supervision is no visit. Zero, the default, is no kind.
/// </remarks>
public enum InspectionKind : byte
{
    /// <summary>A cadre visits a business that the cadre answers for (督导).</summary>
    [BilingualName("督导", "cadre's visit")]
    CadreVisit = 1,

    /// <summary>A bureau inspects by its yearly plan (监督检查：日常监督检查).</summary>
    [BilingualName("日常监督检查", "routine inspection")]
    Routine = 2,

    /// <summary>A bureau inspects on leads, unannounced (监督检查：飞行检查); the only one that may leave items of the list out.</summary>
    [BilingualName("飞行检查", "unannounced inspection")]
    Unannounced = 3,

    /// <summary>A bureau inspects how a business manages itself (监督检查：体系检查): special food, risky bulk food, large sellers.</summary>
    [BilingualName("体系检查", "system inspection")]
    System = 4,

    /// <summary>A group inspects whether cadres did what they signed for (督查).</summary>
    [BilingualName("督查", "oversight of cadres")]
    Oversight = 5,
}

/// <summary>Who carries out each <see cref="InspectionKind"/>.</summary>
public static class InspectionKinds
{
    /// <summary>True for the three kinds that a bureau carries out under Order 49 (监督检查).</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the named values.</exception>
    public static bool IsBureaus(this InspectionKind kind) => kind.Named() switch
    {
        InspectionKind.Routine or InspectionKind.Unannounced or InspectionKind.System => true,
        InspectionKind.CadreVisit or InspectionKind.Oversight => false,
    };
}
