using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Assessment;

/// <summary>What an <see cref="IncentiveRule"/> looks at (激励条件).</summary>
/// <remarks>The default value 0 is nothing.</remarks>
public enum IncentiveTest
{
    /// <summary>A rank so good or better; all who are tied on it have it (名次).</summary>
    [BilingualName("名次", "rank")]
    RankAtMost = 1,

    /// <summary>A rank from the bottom so low or lower; all who are tied on it have it (倒数名次).</summary>
    [BilingualName("倒数名次", "rank from the bottom")]
    FromBottomAtMost = 2,

    /// <summary>Plates of one colour, so many in a row or more (连续评牌).</summary>
    [BilingualName("连续评牌", "plates in a row")]
    PlatesInARow = 3,

    /// <summary>A score so high or higher (得分不低于).</summary>
    [BilingualName("得分不低于", "score at least")]
    ScoreAtLeast = 4,

    /// <summary>A score below a limit (得分低于).</summary>
    [BilingualName("得分低于", "score below")]
    ScoreBelow = 5,
}

/// <summary>What earns a reward or brings a consequence (激励约束规则). Data, made by the methods named after the test.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record IncentiveRule
{
    private IncentiveRule(string code, IncentiveKind kind, IncentiveTest test, decimal limit, Plate? plate, Citation basis)
    {
        TextRule.Key.Check(code);
        ArgumentNullException.ThrowIfNull(basis);
        _ = kind.Name();
        (Code, Kind, Test, Limit, Plate, Basis) = (code, kind, test, limit, plate, basis);
    }

    /// <summary>What files call it.</summary>
    public string Code { get; }

    /// <summary>What follows.</summary>
    public IncentiveKind Kind { get; }

    /// <summary>What is looked at.</summary>
    public IncentiveTest Test { get; }

    /// <summary>The limit: a rank, a number of plates, or a score.</summary>
    public decimal Limit { get; }

    /// <summary>The colour of the plates; null for the other tests.</summary>
    public Plate? Plate { get; }

    /// <summary>The rule that sets it (依据).</summary>
    public Citation Basis { get; }

    /// <summary>What earns or brings it, in both languages.</summary>
    public BilingualText Text
    {
        get
        {
            var limit = NumberText.Exact(Limit);
            var plate = Plate?.Name() ?? default;
            BilingualText test = Test switch
            {
                IncentiveTest.RankAtMost => ($"排名前 {limit}", $"rank {limit} or better"),
                IncentiveTest.FromBottomAtMost => ($"排名后 {limit}", $"among the last {limit}"),
                IncentiveTest.PlatesInARow when Limit == 1 => plate,
                IncentiveTest.PlatesInARow => ($"连续 {limit} 期{plate.Chinese}", $"{plate.English} {limit} times in a row"),
                IncentiveTest.ScoreAtLeast => ($"得分不低于 {limit}", $"a score of {limit} or more"),
                IncentiveTest.ScoreBelow => ($"得分低于 {limit}", $"a score below {limit}"),
            };
            return ($"{Kind.Name().Chinese}：{test.Chinese}", $"{Kind.Name().English}: {test.English}");
        }
    }

    /// <summary>For the best: rank so many or better, ties included.</summary>
    /// <param name="code">What files call it.</param>
    /// <param name="kind">What follows.</param>
    /// <param name="rank">The rank, 1 or more.</param>
    /// <param name="basis">The rule that sets it.</param>
    /// <exception cref="ArgumentException">The code is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind or the rank is outside its range.</exception>
    public static IncentiveRule RankAtMost(string code, IncentiveKind kind, int rank, Citation basis)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rank);
        return new(code, kind, IncentiveTest.RankAtMost, rank, plate: null, basis);
    }

    /// <summary>For the worst: rank so many from the bottom or worse, ties included.</summary>
    /// <param name="code">What files call it.</param>
    /// <param name="kind">What follows.</param>
    /// <param name="rank">The rank from the bottom, 1 or more.</param>
    /// <param name="basis">The rule that sets it.</param>
    /// <exception cref="ArgumentException">The code is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind or the rank is outside its range.</exception>
    public static IncentiveRule FromBottomAtMost(string code, IncentiveKind kind, int rank, Citation basis)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rank);
        return new(code, kind, IncentiveTest.FromBottomAtMost, rank, plate: null, basis);
    }

    /// <summary>For plates of one colour in a row.</summary>
    /// <param name="code">What files call it.</param>
    /// <param name="kind">What follows.</param>
    /// <param name="plate">The colour.</param>
    /// <param name="times">How many in a row, 1 or more.</param>
    /// <param name="basis">The rule that sets it.</param>
    /// <exception cref="ArgumentException">The code is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind, the colour or the number is outside its range.</exception>
    public static IncentiveRule PlatesInARow(string code, IncentiveKind kind, Plate plate, int times, Citation basis)
    {
        _ = plate.Name();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        return new(code, kind, IncentiveTest.PlatesInARow, times, plate, basis);
    }

    /// <summary>For a score so high or higher.</summary>
    /// <param name="code">What files call it.</param>
    /// <param name="kind">What follows.</param>
    /// <param name="score">The least score, inclusive.</param>
    /// <param name="basis">The rule that sets it.</param>
    /// <exception cref="ArgumentException">The code is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is outside its range.</exception>
    public static IncentiveRule ScoreAtLeast(string code, IncentiveKind kind, decimal score, Citation basis) =>
        new(code, kind, IncentiveTest.ScoreAtLeast, score, plate: null, basis);

    /// <summary>For a score below a limit.</summary>
    /// <param name="code">What files call it.</param>
    /// <param name="kind">What follows.</param>
    /// <param name="score">The limit, which itself is not below it.</param>
    /// <param name="basis">The rule that sets it.</param>
    /// <exception cref="ArgumentException">The code is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is outside its range.</exception>
    public static IncentiveRule ScoreBelow(string code, IncentiveKind kind, decimal score, Citation basis) =>
        new(code, kind, IncentiveTest.ScoreBelow, score, plate: null, basis);
}
