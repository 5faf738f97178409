using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Facts;

/// <summary>How a number is compared with its limit (比较方式).</summary>
/// <remarks>The default value 0 is no operator and is refused.</remarks>
public enum ComparisonOperator
{
    /// <summary>At least the limit, ≥ (不低于).</summary>
    [BilingualName("不低于", "at least")]
    AtLeast = 1,

    /// <summary>More than the limit, &gt; (高于).</summary>
    [BilingualName("高于", "more than")]
    MoreThan = 2,

    /// <summary>At most the limit, ≤ (不高于).</summary>
    [BilingualName("不高于", "at most")]
    AtMost = 3,

    /// <summary>Less than the limit, &lt; (低于).</summary>
    [BilingualName("低于", "less than")]
    LessThan = 4,

    /// <summary>Equal to the limit, = (等于).</summary>
    [BilingualName("等于", "equal to")]
    EqualTo = 5,
}
