using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A key food-safety post of a business (食品安全关键岗位).</summary>
/// <remarks>
/// The main person in charge answers overall, director and officer by level. Zero, the default, is no post.
/// </remarks>
public enum SafetyPost : byte
{
    /// <summary>The main person in charge (主要负责人): legal representative, manager, headmaster.</summary>
    [BilingualName("主要负责人", "main person in charge")]
    MainPerson = 1,

    /// <summary>The food-safety director (食品安全总监), in Wenjiang the "blue vest" (蓝马甲).</summary>
    [BilingualName("食品安全总监", "food-safety director")]
    Director = 2,

    /// <summary>The food-safety officer (食品安全员), in Wenjiang the "red armband" (红袖标).</summary>
    [BilingualName("食品安全员", "food-safety officer")]
    Officer = 3,
}

/// <summary>All values of <see cref="SafetyPost"/>.</summary>
public static class SafetyPosts
{
    /// <summary>The three posts, the one that answers overall first.</summary>
    public static ImmutableArray<SafetyPost> All { get; } = [SafetyPost.MainPerson, SafetyPost.Director, SafetyPost.Officer];

    /// <summary>True for those who manage food safety day by day (食品安全管理人员), false for the main person in charge, who answers for them.</summary>
    internal static bool IsManager(this SafetyPost post) => post switch
    {
        SafetyPost.Director or SafetyPost.Officer => true,
        SafetyPost.MainPerson => false,
    };
}
