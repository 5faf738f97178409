using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A post that must be filled at a business, and by whose person (应配备岗位).</summary>
/// <remarks>The default value is no post.</remarks>
/// <param name="Post">The post.</param>
/// <param name="Employer">Whose person must hold it; that of the business itself unless stated.</param>
public readonly record struct RequiredPost(SafetyPost Post, PostEmployer Employer = PostEmployer.Business)
{
    /// <summary>A director of the business itself (食品安全总监).</summary>
    public static RequiredPost Director { get; } = new(SafetyPost.Director);

    /// <summary>An officer of the business itself (食品安全员).</summary>
    public static RequiredPost Officer { get; } = new(SafetyPost.Officer);

    /// <summary>The second of two directors: that of the school or kindergarten that contracted its canteen out (发包学校、幼儿园的总监).</summary>
    public static RequiredPost SecondDirector { get; } = new(SafetyPost.Director, PostEmployer.ContractingUnit);

    /// <summary>The post as people read it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no post.</exception>
    public BilingualText Text => Employer.Named() switch
    {
        PostEmployer.Business => Post.Name(),
        PostEmployer.ContractingUnit => ($"{Employer.Name().Chinese}{Post.Name().Chinese}", $"{Post.Name().English} of {Employer.Name().English}"),
    };
}
