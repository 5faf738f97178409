using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>The four families of indicators by which places are compared (指标类别).</summary>
/// <remarks>The default value 0 is no family.</remarks>
public enum IndicatorFamily
{
    /// <summary>Who is tied to a cadre and has a signed commitment (包保覆盖与承诺).</summary>
    [BilingualName("包保覆盖与承诺", "coverage and commitment")]
    CoverageAndCommitment = 1,

    /// <summary>Which visits were made (督导落实).</summary>
    [BilingualName("督导落实", "visits")]
    Visits = 2,

    /// <summary>What visits found, and what of it was put right (问题发现与整改).</summary>
    [BilingualName("问题发现与整改", "problems")]
    Problems = 3,

    /// <summary>What businesses do themselves: posts filled, daily control kept (企业自管).</summary>
    [BilingualName("企业自管", "self-control")]
    SelfControl = 4,
}
