using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>What a standing rests on (生效依据).</summary>
/// <remarks>The default value 0 is no source; no standing has it.</remarks>
public enum StandingSource
{
    /// <summary>What was computed last, or nothing as yet (自动分级).</summary>
    [BilingualName("自动分级", "computed")]
    Computed = 1,

    /// <summary>A stricter grade computed earlier, while the milder one is observed (观察期).</summary>
    [BilingualName("观察期", "under observation")]
    Observation = 2,

    /// <summary>A grade that an authority set in place of the computed one (人工调整).</summary>
    [BilingualName("人工调整", "overridden")]
    Override = 3,

    /// <summary>A grade that an authority set until there is a computed one (暂定).</summary>
    [BilingualName("暂定", "provisional")]
    Provisional = 4,
}
