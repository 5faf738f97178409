using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>The names of <see cref="EscalationGapReason"/>.</summary>
public static class EscalationGapReasons
{
    /// <summary>The reason as people read it.</summary>
    /// <param name="reason">The reason.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reason"/> is not one of the named values.</exception>
    public static BilingualText Name(this EscalationGapReason reason) => reason.Named() switch
    {
        EscalationGapReason.NoBusiness => ("主体未在名录", "business in no register"),
        EscalationGapReason.NotPlanned => ("包保方案未含该主体", "business newer than the plan"),
        EscalationGapReason.OutsidePlan => ("未纳入包保", "business outside the plan"),
        EscalationGapReason.Uncovered => ("未包保", "nobody main responsible"),
        EscalationGapReason.CadreLeft => ("责任人已离任", "main responsible no longer in post"),
    };
}
