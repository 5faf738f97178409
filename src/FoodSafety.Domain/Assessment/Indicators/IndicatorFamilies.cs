using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>The names of <see cref="IndicatorFamily"/>.</summary>
public static class IndicatorFamilies
{
    /// <summary>The family as people read it.</summary>
    /// <param name="family">The family.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="family"/> is not one of the named values.</exception>
    public static BilingualText Name(this IndicatorFamily family) => family.Named() switch
    {
        IndicatorFamily.CoverageAndCommitment => ("包保覆盖与承诺", "coverage and commitment"),
        IndicatorFamily.Visits => ("督导落实", "visits"),
        IndicatorFamily.Problems => ("问题发现与整改", "problems"),
        IndicatorFamily.SelfControl => ("企业自管", "self-control"),
    };
}
