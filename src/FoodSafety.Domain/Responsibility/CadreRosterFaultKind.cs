using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Why a cadre or a post cannot stand in a roster (干部名册差错).</summary>
/// <remarks>The default value 0 is no kind.</remarks>
public enum CadreRosterFaultKind
{
    /// <summary>Another cadre has the same id (干部重复).</summary>
    [BilingualName("干部重复", "duplicate cadre")]
    DuplicateCadre = 1,

    /// <summary>The holder of a post is not among the cadres (干部不存在).</summary>
    [BilingualName("干部不存在", "unknown cadre")]
    UnknownCadre = 2,

    /// <summary>The area of a post is not in the tree (区划不存在).</summary>
    [BilingualName("区划不存在", "unknown area")]
    UnknownArea = 3,

    /// <summary>A cadre holds two posts in one area at the same time (任职重叠).</summary>
    [BilingualName("任职重叠", "overlapping posts")]
    OverlappingPosts = 4,

    /// <summary>The capacity of a post is negative (包保上限为负).</summary>
    [BilingualName("包保上限为负", "negative capacity")]
    NegativeCapacity = 5,

    /// <summary>A post is held on no day (任期为空).</summary>
    [BilingualName("任期为空", "empty term")]
    EmptyTerm = 6,
}
