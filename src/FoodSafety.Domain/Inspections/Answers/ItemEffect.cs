using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>What an item that is not met does to food safety (影响程度), as the inspectors judge it.</summary>
/// <remarks>A higher number is worse. Zero, the default, is of items that are met.</remarks>
public enum ItemEffect : byte
{
    /// <summary>Clearly minor, food safety is not affected (情节显著轻微，不影响食品安全).</summary>
    [BilingualName("情节轻微", "minor")]
    Minor = 1,

    /// <summary>Food safety is affected (影响食品安全).</summary>
    [BilingualName("影响食品安全", "affects food safety")]
    AffectsSafety = 2,

    /// <summary>An accident may follow (有发生食品安全事故潜在风险).</summary>
    [BilingualName("有事故风险", "an accident may follow")]
    AccidentRisk = 3,
}
