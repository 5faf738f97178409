using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Why something overdue has nobody to go to (无法督办原因).</summary>
/// <remarks>Zero, the default, is no reason.</remarks>
public enum EscalationGapReason : byte
{
    /// <summary>Its business is in no register (主体未在名录).</summary>
    [BilingualName("主体未在名录", "business in no register")]
    NoBusiness = 1,

    /// <summary>The business is newer than the plan (方案未含该主体).</summary>
    [BilingualName("包保方案未含该主体", "business newer than the plan")]
    NotPlanned = 2,

    /// <summary>The business has no tier, and so no chain (未纳入包保).</summary>
    [BilingualName("未纳入包保", "business outside the plan")]
    OutsidePlan = 3,

    /// <summary>The business has a tier, and nobody is main responsible (未包保).</summary>
    [BilingualName("未包保", "nobody main responsible")]
    Uncovered = 4,

    /// <summary>The main responsible cadre is not in post any more, and the chains were not planned again (责任人已离任).</summary>
    [BilingualName("责任人已离任", "main responsible no longer in post")]
    CadreLeft = 5,
}
