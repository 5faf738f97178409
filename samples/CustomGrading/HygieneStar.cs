using FoodSafety.Domain.Grading;

namespace CustomGrading;

/// <summary>The stars on a kitchen's door (卫生星级): more stars are better.</summary>
internal enum HygieneStar : byte
{
    One = 1,
    Two = 2,
    Three = 3,
    Four = 4,
    Five = 5,
}

internal static class HygieneStars
{
    /// <summary>From the mildest to the strictest. Of two rules that hold the stricter wins: here, the one with fewer stars.</summary>
    public static GradeScale<HygieneStar> Scale { get; } = new(
        (HygieneStar.Five, ("五星", "five stars")),
        (HygieneStar.Four, ("四星", "four stars")),
        (HygieneStar.Three, ("三星", "three stars")),
        (HygieneStar.Two, ("二星", "two stars")),
        (HygieneStar.One, ("一星", "one star")));
}
