namespace FoodSafety.Domain.Grading;

/// <summary>Where the analysis of a policy starts (标准分析).</summary>
public static class PolicyAnalysis
{
    /// <summary>
    /// Analyses a policy: conditions that never hold, rules that never win, parts and adjustments that change nothing, facts of
    /// which more is milder, and what is left to the default.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="options">How far to go; null for <see cref="PolicyAnalysisOptions.Default"/>.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    public static PolicyAnalysis<TGrade> Of<TGrade>(GradingPolicy<TGrade> policy, PolicyAnalysisOptions? options = null) where TGrade : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(policy);
        var analyst = new PolicyAnalyst<TGrade>(policy, options ?? PolicyAnalysisOptions.Default);
        return analyst.Analyse();
    }
}
