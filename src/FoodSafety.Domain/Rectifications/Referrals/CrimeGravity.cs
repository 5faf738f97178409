using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Rectifications;

/// <summary>What of the criminal law's graver cases of unsafe food is reached (《刑法》第一百四十三条的加重情形).</summary>
public enum CrimeGravity
{
    /// <summary>None of the coded thresholds, the default. It may be a crime all the same: Art. 143 begins below them.</summary>
    [BilingualName("未达所列门槛", "no threshold reached")]
    NoneReached = 0,

    /// <summary>Other serious circumstances (其他严重情节).</summary>
    [BilingualName("其他严重情节", "serious circumstances")]
    SeriousCircumstances = 1,

    /// <summary>Serious harm to health (对人体健康造成严重危害).</summary>
    [BilingualName("对人体健康造成严重危害", "serious harm to health")]
    SeriousHarm = 2,

    /// <summary>Especially grave consequences (后果特别严重).</summary>
    [BilingualName("后果特别严重", "especially grave consequences")]
    EspeciallyGrave = 3,
}
