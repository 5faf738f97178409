namespace FoodSafety.Domain.Rectifications;

/// <summary>Why something overdue has nobody to go to (无法督办原因).</summary>
/// <remarks>Zero, the default, is no reason. Names are in <see cref="EscalationGapReasons"/>.</remarks>
public enum EscalationGapReason : byte
{
    /// <summary>Its business is in no register (主体未在名录).</summary>
    NoBusiness = 1,

    /// <summary>The business is newer than the plan (方案未含该主体).</summary>
    NotPlanned = 2,

    /// <summary>The business has no tier, and so no chain (未纳入包保).</summary>
    OutsidePlan = 3,

    /// <summary>The business has a tier, and nobody is main responsible (未包保).</summary>
    Uncovered = 4,

    /// <summary>The main responsible cadre is not in post any more, and the chains were not planned again (责任人已离任).</summary>
    CadreLeft = 5,
}
