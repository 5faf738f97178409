using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>The four families of indicators by which places are compared (指标类别).</summary>
/// <remarks>The default value 0 is no family. Names are in <see cref="IndicatorFamilies"/>.</remarks>
public enum IndicatorFamily
{
    /// <summary>Who is tied to a cadre and has a signed commitment (包保覆盖与承诺).</summary>
    CoverageAndCommitment = 1,

    /// <summary>Which visits were made (督导落实).</summary>
    Visits = 2,

    /// <summary>What visits found, and what of it was put right (问题发现与整改).</summary>
    Problems = 3,

    /// <summary>What businesses do themselves: posts filled, daily control kept (企业自管).</summary>
    SelfControl = 4,
}

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
