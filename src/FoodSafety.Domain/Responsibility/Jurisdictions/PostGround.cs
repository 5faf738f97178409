using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A post in the area or in one above it (因任职): it lets the cadre see the area and everything in it.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PostGround : JurisdictionGround
{
    internal PostGround(Post post, bool mayAct, Substitution? standsInFor)
        : base(standsInFor) => (Post, MayAct) = (post, mayAct);

    /// <summary>The post.</summary>
    public Post Post { get; }

    /// <summary>True when it was asked about the very area of the post; areas below and businesses are the affair of their own cadres.</summary>
    public override bool MayAct { get; }

    private protected override BilingualText Own => (
        $"任 {Post.Area.ToShortString()} 的“{Post.Title}”", $"'{Post.Title}' of {Post.Area.ToShortString()}");
}
