using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A post that one business must fill on a day, with every rule that requires it (配备要求).</summary>
/// <param name="Required">The post.</param>
/// <param name="Rules">The rules, in the order of the timeline; at least one.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StaffingRequirement(RequiredPost Required, ItemList<StaffingRule> Rules)
{
    /// <summary>The post and the reasons, as people read them.</summary>
    public BilingualText Text => (
        $"须配备{Required.Text.Chinese}：{string.Join("；", Rules.Select(rule => $"{rule.Reason.Chinese}（{rule.Basis.Text.Chinese}）"))}",
        $"needs a {Required.Text.English}: {string.Join("; ", Rules.Select(rule => $"{rule.Reason.English} ({rule.Basis.Text.English})"))}");

    /// <summary>The requirement in both languages.</summary>
    public override string ToString() => Text.ToString();
}

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
