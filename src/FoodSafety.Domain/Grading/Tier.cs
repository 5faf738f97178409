using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>The tier of a guaranteed business (包保分级): which level of cadres answers for it.</summary>
/// <remarks>
/// A is the largest, taken by city cadres; D the smallest, taken by village cadres. Not to be mixed up with
/// <see cref="RiskGrade"/>, in which A is the lowest risk: the same shop may be tier D and risk grade A. Never compare the
/// numbers of the enum; <see cref="Tiers.Scale"/> knows the order. The default value 0 is no tier.
/// </remarks>
[GradingKey("tier")]
public enum Tier : byte
{
    /// <summary>A 级: the largest, by default taken by city cadres (市级包保).</summary>
    [BilingualName("A 级", "tier A")]
    A = 1,

    /// <summary>B 级: by default taken by district or county cadres (区县级包保).</summary>
    [BilingualName("B 级", "tier B")]
    B = 2,

    /// <summary>C 级: by default taken by town or street cadres (镇街级包保).</summary>
    [BilingualName("C 级", "tier C")]
    C = 3,

    /// <summary>D 级: the smallest, by default taken by village or community cadres (村社区级包保).</summary>
    [BilingualName("D 级", "tier D")]
    D = 4,
}

/// <summary>The tiers in their order (包保分级).</summary>
public static class Tiers
{
    /// <summary>From D, the mildest, to A, the strictest.</summary>
    public static GradeScale<Tier> Scale { get; } = GradeScale.Of(Tier.D, Tier.C, Tier.B, Tier.A).WithMeaning((
        "包保等级按规模和影响面划分，只决定由哪一级干部包保，不是对食品安全状况的评价：A 级表示规模大，不表示好；D 级表示规模小，不表示差。",
        "A tier says how large a business is and how many people it reaches, and so which level of officials answers for it. It is no judgement of food safety: A is large and not good, D is small and not bad."));
}
