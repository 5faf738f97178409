using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A record of a business's own control (自查记录): of one kind, of one day, by one person.</summary>
/// <param name="Business">The business.</param>
/// <param name="Kind">Daily control, weekly check or monthly meeting.</param>
/// <param name="Date">The day on which it was made.</param>
/// <param name="Maker">Who made it.</param>
/// <param name="RisksFound">How many risks were found; 0 is a zero-risk report, which is a record as any other.</param>
public sealed record SelfControlRecord(BusinessId Business, SelfControlKind Kind, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate Date, StaffId Maker, int RisksFound = 0)
{
    /// <summary>How many risks were found, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int RisksFound { get; init => field = RequireNotNegative(value); } = RequireNotNegative(RisksFound);

    /// <summary>True when nothing was found (零风险报告).</summary>
    public bool IsZeroRisk => RisksFound == 0;

    /// <summary>The record as people read it.</summary>
    public BilingualText Text => (
        $"{Business} {Date:uuuu-MM-dd} {Kind.Name().Chinese}（{Maker}）：{(IsZeroRisk ? "零风险" : $"发现风险 {RisksFound} 项")}",
        $"{Business}, {Date:uuuu-MM-dd}, {Kind.Name().English} by {Maker}: {(IsZeroRisk ? "zero risk" : $"risks found: {RisksFound}")}");

    private static int RequireNotNegative(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(RisksFound));
        return value;
    }
}
