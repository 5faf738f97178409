using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The names of <see cref="SafetyPost"/> and <see cref="PostEmployer"/>.</summary>
public static class SafetyPosts
{
    /// <summary>The three posts, the one that answers overall first.</summary>
    public static ImmutableArray<SafetyPost> All { get; } = [SafetyPost.MainPerson, SafetyPost.Director, SafetyPost.Officer];

    /// <summary>The name of a post.</summary>
    /// <param name="post">The post.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="post"/> is not one of the named values.</exception>
    public static BilingualText Name(this SafetyPost post) => post.Named() switch
    {
        SafetyPost.MainPerson => ("主要负责人", "main person in charge"),
        SafetyPost.Director => ("食品安全总监", "food-safety director"),
        SafetyPost.Officer => ("食品安全员", "food-safety officer"),
    };

    /// <summary>The name of an employer.</summary>
    /// <param name="employer">The employer.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="employer"/> is not one of the named values.</exception>
    public static BilingualText Name(this PostEmployer employer) => employer.Named() switch
    {
        PostEmployer.Business => ("经营者", "the business"),
        PostEmployer.ContractingUnit => ("发包单位", "the contracting unit"),
    };

    /// <summary>True for those who manage food safety day by day (食品安全管理人员), false for the main person in charge, who answers for them.</summary>
    internal static bool IsManager(this SafetyPost post) => post switch
    {
        SafetyPost.Director or SafetyPost.Officer => true,
        SafetyPost.MainPerson => false,
    };
}
