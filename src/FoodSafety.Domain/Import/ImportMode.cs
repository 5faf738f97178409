using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>What becomes of the good rows when some rows are rejected (导入方式).</summary>
/// <remarks>Zero, the default, is no mode and is refused: whoever imports decides.</remarks>
public enum ImportMode
{
    /// <summary>Good rows are accepted, whatever the others are (保留合格行).</summary>
    [BilingualName("保留合格行", "keep accepted rows")]
    KeepAccepted = 1,

    /// <summary>One rejected row holds back all others (全部合格才导入): see <see cref="ImportResult.Withheld"/>.</summary>
    [BilingualName("全部合格才导入", "all or nothing")]
    AllOrNothing = 2,
}
