namespace FoodSafety.Domain.Assessment;

/// <summary>Which rank follows a tie (并列名次规则).</summary>
/// <remarks>The default value 0 is no rule.</remarks>
public enum RankingStyle
{
    /// <summary>1, 2, 2, 4: a rank is one more than the number of those who are better (并列占位).</summary>
    Competition = 1,

    /// <summary>1, 2, 2, 3: ranks have no gaps (并列不占位).</summary>
    Dense = 2,
}
