using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Where the writing of a grading policy starts (分级标准).</summary>
public static class GradingPolicy
{
    /// <summary>Of how many conditions and numbers all clauses of a policy together may be made, each written out: 1,000,000. A file keeps the same limit.</summary>
    public const int MostParts = 1_000_000;

    /// <summary>Starts a policy.</summary>
    /// <param name="id">The stable key, the same in all versions: lower-case words joined by hyphens.</param>
    /// <param name="version">The version, as people name it.</param>
    /// <param name="title">The title, for people.</param>
    /// <param name="scale">The grades in their order.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    /// <exception cref="ArgumentException">The key is malformed or the version is empty.</exception>
    public static GradingPolicyBuilder<TGrade> Define<TGrade>(
        string id, string version, BilingualText title, GradeScale<TGrade> scale) where TGrade : struct, Enum =>
        new(id, version, title, scale);
}
