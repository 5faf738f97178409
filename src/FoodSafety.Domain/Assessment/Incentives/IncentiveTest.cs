namespace FoodSafety.Domain.Assessment;

/// <summary>What an <see cref="IncentiveRule"/> looks at (激励条件).</summary>
/// <remarks>The default value 0 is nothing.</remarks>
public enum IncentiveTest
{
    /// <summary>A rank so good or better; all who are tied on it have it (名次).</summary>
    RankAtMost = 1,

    /// <summary>A rank from the bottom so low or lower; all who are tied on it have it (倒数名次).</summary>
    FromBottomAtMost = 2,

    /// <summary>Plates of one colour, so many in a row or more (连续评牌).</summary>
    PlatesInARow = 3,

    /// <summary>A score so high or higher (得分不低于).</summary>
    ScoreAtLeast = 4,

    /// <summary>A score below a limit (得分低于).</summary>
    ScoreBelow = 5,
}
