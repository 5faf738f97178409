using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A post that a cadre holds in an area for a term (职务).</summary>
/// <remarks>
/// The level of the area is the level of the post: a cadre with a post in a town is a town cadre there. Whoever takes over a
/// post holds one of the same title in the same area. What a list of posts has wrong is told by <see cref="CadreRoster.Build"/>,
/// all of it at once, so a negative capacity and an empty term can stand here.
/// </remarks>
public sealed record Post
{
    /// <summary>Describes a post.</summary>
    /// <param name="cadre">Who holds it.</param>
    /// <param name="title">Its title, not blank: <c>镇长</c>.</param>
    /// <param name="area">The area it is for.</param>
    /// <param name="term">The days for which the cadre holds it.</param>
    /// <exception cref="ArgumentException">There is no cadre or no area, or the title is blank.</exception>
    public Post(CadreId cadre, string title, AreaCode area, Term term)
    {
        TextRule.Name.Check(title);
        Cadre = cadre.IsNone ? throw new ArgumentException("A post is held by a cadre.", nameof(cadre)) : cadre;
        Area = area.IsNone ? throw new ArgumentException("A post is for an area.", nameof(area)) : area;
        Title = title;
        Term = term;
    }

    /// <summary>Who holds it (任职干部).</summary>
    public CadreId Cadre { get; }

    /// <summary>Its title (职务名称).</summary>
    public string Title { get; }

    /// <summary>The area it is for (任职区划).</summary>
    public AreaCode Area { get; }

    /// <summary>The days for which the cadre holds it (任期).</summary>
    public Term Term { get; init; }

    /// <summary>
    /// The most businesses the cadre can be main responsible for in this post (包保上限); null for no limit, 0 for one who only
    /// assists.
    /// </summary>
    public int? Capacity { get; init; }

    /// <summary>The post for logs and the debugger: who, what and where.</summary>
    public override string ToString() => $"{Cadre} {Title} {Area}";
}

/// <summary>The two orders in which a roster keeps posts.</summary>
internal static class PostOrder
{
    public static int ByArea(Post one, Post other) =>
        one.Area.CompareTo(other.Area) is not 0 and var byArea ? byArea : WithinArea(one, other);

    public static int ByCadre(Post one, Post other) =>
        one.Cadre.CompareTo(other.Cadre) is not 0 and var byCadre ? byCadre
        : one.Area.CompareTo(other.Area) is not 0 and var byArea ? byArea
        : WithinArea(one, other);

    // Terms of one cadre in one area never overlap, so the first day tells them apart.
    private static int WithinArea(Post one, Post other) =>
        one.Cadre.CompareTo(other.Cadre) is not 0 and var byCadre ? byCadre : one.Term.From.CompareTo(other.Term.From);
}
