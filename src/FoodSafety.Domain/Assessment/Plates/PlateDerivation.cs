using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>How the plate of a quarter or a year follows from those of the shorter periods in it (评牌汇总办法).</summary>
/// <remarks>The default value 0 is no way.</remarks>
public enum PlateDerivation
{
    /// <summary>From the mean of the scores, with all serious breaches (平均得分).</summary>
    [BilingualName("平均得分", "mean score")]
    MeanScore = 1,

    /// <summary>The worst plate of any of them, with the score that is lowest (最差一期).</summary>
    [BilingualName("最差一期", "worst period")]
    Worst = 2,

    /// <summary>The score and plate of the last of them (最近一期).</summary>
    [BilingualName("最近一期", "latest period")]
    Latest = 3,
}
