namespace FoodSafety.Domain.Inspections;

/// <summary>What kind of inspection it is (检查类型): a cadre's visit, one of three of a bureau, or one of the cadres themselves.</summary>
/// <remarks>
/// The three do not replace each other: a visit is no supervision, and supervision is no visit. Zero, the default, is no kind.
/// Names are in <see cref="InspectionKinds"/>.
/// </remarks>
public enum InspectionKind : byte
{
    /// <summary>A cadre visits a business that the cadre answers for (督导).</summary>
    CadreVisit = 1,

    /// <summary>A bureau inspects by its yearly plan (监督检查：日常监督检查).</summary>
    Routine = 2,

    /// <summary>A bureau inspects on leads, unannounced (监督检查：飞行检查); the only one that may leave items of the list out.</summary>
    Unannounced = 3,

    /// <summary>A bureau inspects how a business manages itself (监督检查：体系检查): special food, risky bulk food, large sellers.</summary>
    System = 4,

    /// <summary>A group inspects whether cadres did what they signed for (督查).</summary>
    Oversight = 5,
}
