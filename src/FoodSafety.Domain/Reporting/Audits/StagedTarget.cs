using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>A share of businesses to be tied by a day (阶段目标): 80 % by 9 November.</summary>
/// <remarks>The default value is nothing by the first day of the year 1.</remarks>
public readonly record struct StagedTarget
{
    /// <summary>Sets a target.</summary>
    /// <param name="by">The day, inclusive.</param>
    /// <param name="percent">The share in percent, 0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside its range.</exception>
    [JsonConstructor]
    public StagedTarget(LocalDate by, decimal percent)
    {
        if (percent is < 0 or > 100)
        {
            throw new ArgumentOutOfRangeException(nameof(percent), percent, "Allowed: 0 to 100.");
        }

        (By, Percent) = (by, percent);
    }

    /// <summary>The day, inclusive.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate By { get; }

    /// <summary>The share in percent.</summary>
    public decimal Percent { get; }

    /// <summary>How many businesses of so many the target asks for: the least whole number that reaches it.</summary>
    /// <param name="businesses">How many there are, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public long CountOf(long businesses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(businesses);
        return (long)(Ratio.Of(Percent) * Ratio.Of(businesses, 100)).Ceiling();
    }
}

/// <summary>How far a <see cref="StagedTarget"/> was reached on the day of the figures (阶段进度).</summary>
/// <param name="Target">The target.</param>
/// <param name="Needed">How many businesses it asks for.</param>
/// <param name="Missing">How many of them were still to be tied, 0 or more.</param>
/// <param name="IsDue">True when its day had come.</param>
/// <remarks>The default value is a target of nothing, reached.</remarks>
public readonly record struct StageProgress(StagedTarget Target, long Needed, long Missing, bool IsDue)
{
    /// <summary>True when nothing is missing.</summary>
    public bool IsReached => Missing == 0;
}
