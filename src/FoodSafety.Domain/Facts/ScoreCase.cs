namespace FoodSafety.Domain.Facts;

/// <summary>One line of a <see cref="Score"/> (评分项): the points when its condition holds.</summary>
/// <remarks>The default value has no condition and is refused.</remarks>
/// <param name="When">The condition.</param>
/// <param name="Points">The points; at most six decimals, may be negative.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public readonly record struct ScoreCase(Condition When, decimal Points)
{
    /// <summary>Lets a pair stand for a case: <c>(FloorArea &lt;= 50, 1)</c>.</summary>
    /// <param name="pair">The condition, then the points.</param>
    public static implicit operator ScoreCase((Condition When, decimal Points) pair) => new(pair.When, pair.Points);

    /// <summary>The named form of the conversion from a pair.</summary>
    /// <param name="pair">The condition, then the points.</param>
    public static ScoreCase FromValueTuple((Condition When, decimal Points) pair) => pair;
}
