using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Emergencies;

/// <summary>What an assessment found (预警评估): how severe, how likely, and the level that a matrix gives for both.</summary>
/// <remarks>Made by <see cref="WarningMatrix.Assess"/>. The default value assesses nothing and is refused where one is recorded.</remarks>
/// <param name="Severity">How bad it would be.</param>
/// <param name="Likelihood">How likely it is.</param>
/// <param name="Level">The level.</param>
public readonly record struct WarningAssessment(WarningSeverity Severity, WarningLikelihood Likelihood, WarningLevel Level)
{
    /// <summary>The assessment as people read it.</summary>
    public BilingualText Text => (
        $"{Level.Name().Chinese}：{Severity.Name().Chinese}，{Likelihood.Name().Chinese}",
        $"{Level.Name().English}: {Severity.Name().English}, {Likelihood.Name().English}");
}
