namespace FoodSafety.Domain.Responsibility;

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
