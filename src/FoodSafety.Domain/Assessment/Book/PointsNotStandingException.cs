using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>Points cannot be withdrawn because they do not stand (计分不存在或已撤销); nothing was changed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class PointsNotStandingException : Exception, IBilingualError
{
    internal PointsNotStandingException(int number, PointsWithdrawn? withdrawn)
        : base(Describe(number, withdrawn).English) => (Number, Withdrawn) = (number, withdrawn);

    /// <summary>The number that was asked for.</summary>
    public int Number { get; }

    /// <summary>How they were withdrawn before; null when there never were such points.</summary>
    public PointsWithdrawn? Withdrawn { get; }

    /// <summary>What was refused and why, in both languages.</summary>
    public BilingualText Text => Describe(Number, Withdrawn);

    private static BilingualText Describe(int number, PointsWithdrawn? withdrawn) => withdrawn is null
        ? ($"没有编号为 {number} 的计分记录。", $"There are no points {number}.")
        : ($"编号为 {number} 的计分记录已于 {withdrawn.On:uuuu-MM-dd} 撤销。", $"Points {number} were withdrawn on {withdrawn.On:uuuu-MM-dd}.");
}
