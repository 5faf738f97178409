namespace FoodSafety.Domain.Responsibility;

/// <summary>Why an act with a delegation was refused (委托代管驳回原因).</summary>
/// <remarks>The default value 0 is no reason.</remarks>
public enum DelegationRefusal
{
    /// <summary>A cadre cannot stand in for him- or herself (不得委托本人).</summary>
    ToSelf = 1,

    /// <summary>The cadre has another delegation in the same days (期间重叠).</summary>
    Overlaps = 2,

    /// <summary>On some day the cadre would, directly or through others, stand in for who is to be the substitute (循环委托).</summary>
    MakesCycle = 3,

    /// <summary>It cannot be revoked, for it is over (已到期).</summary>
    IsOver = 4,

    /// <summary>On some day more than <see cref="DelegationBook.LongestChain"/> delegations would follow each other (委托层级过多).</summary>
    ChainTooLong = 5,
}
