using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>One step of a chain (责任环节): who takes it, and why not at the level it belongs to.</summary>
/// <param name="Step">The step.</param>
/// <param name="Level">The level to which the step belongs.</param>
/// <param name="Seat">Who takes it; nobody when the step is vacant.</param>
/// <param name="Gap">Why it is taken at a higher level or by nobody; null when it is taken at its own level.</param>
public sealed record ChainLink(ResponsibleStep Step, AreaLevel Level, Seat Seat, GapReason? Gap)
{
    /// <summary>The cadre who takes it; no id when the step is vacant.</summary>
    public CadreId Cadre => Seat.Cadre;

    /// <summary>True when nobody takes it (空缺).</summary>
    public bool IsVacant => Seat.IsNone;

    /// <summary>True when a cadre of a higher level takes it (上级代任).</summary>
    public bool IsFallback => !IsVacant && Gap is not null;

    /// <summary>The role of whoever takes it, by the level of the seat; of a vacant step, by the level to which it belongs.</summary>
    public SpecialistRole Role => SpecialistRoles.At(IsVacant ? Level : Seat.Area.Level);
}

/// <summary>The three steps of responsible cadres of a business (三阶责任人).</summary>
/// <remarks>Each step assists the one before it. The default value 0 is no step.</remarks>
public enum ResponsibleStep
{
    /// <summary>Main responsible (主体责任人): at the level that takes the business's tier.</summary>
    [BilingualName("主体责任人", "Main responsible")]
    Main = 1,

    /// <summary>Second responsible (二级责任人): one level lower, assists the main one.</summary>
    [BilingualName("二级责任人", "Second responsible")]
    Second = 2,

    /// <summary>Third responsible (三级责任人): two levels lower, assists the second one.</summary>
    [BilingualName("三级责任人", "Third responsible")]
    Third = 3,
}

/// <summary>A step of a business that is not held at its own level, or by nobody (责任链缺口).</summary>
/// <param name="Row">The row of the business in the register.</param>
/// <param name="Link">The step, with the reason.</param>
public sealed record ChainGap(int Row, ChainLink Link);

/// <summary>Why a step of a chain is not held at its own level, or by nobody (缺口原因).</summary>
/// <remarks>The default value 0 is no reason.</remarks>
public enum GapReason
{
    /// <summary>
    /// The business has no area of that level above it (无此层级): its city has no districts, or its village is not stated.
    /// </summary>
    [BilingualName("无此层级", "no area at this level")]
    NoAreaAtLevel = 1,

    /// <summary>Nobody is in post in the area of that level (无人在任).</summary>
    [BilingualName("无人在任", "nobody in post")]
    NobodyInPost = 2,

    /// <summary>All cadres who could take the business are at the limit of their capacity (包保已满).</summary>
    [BilingualName("包保已满", "no capacity")]
    NoCapacity = 3,

    /// <summary>All cadres who could take the step stand in the chain already, a step higher (无他人可任).</summary>
    [BilingualName("无他人可任", "nobody who is not in the chain already")]
    AlreadyInChain = 4,
}
