namespace FoodSafety.Domain.Assessment;

/// <summary>Which way an indicator gets better (指标方向).</summary>
/// <remarks>The default value 0 is no direction.</remarks>
public enum IndicatorDirection
{
    /// <summary>More is better, as for coverage (正向指标).</summary>
    HigherIsBetter = 1,

    /// <summary>Less is better, as for what is overdue (逆向指标).</summary>
    LowerIsBetter = 2,

    /// <summary>
    /// Neither: the finding rate is low where all is well and where nobody looks (中性指标). A score sheet says what it takes as good.
    /// </summary>
    Neutral = 3,
}
