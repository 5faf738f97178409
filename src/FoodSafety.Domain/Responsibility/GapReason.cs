using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

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
