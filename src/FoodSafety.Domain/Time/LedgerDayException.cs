using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>An act is dated before an earlier one of the ledger (日期倒退); nothing was changed.</summary>
/// <remarks>Days never go backwards, so that what stood on a past day never changes.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class LedgerDayException : Exception, IBilingualError
{
    internal LedgerDayException(LocalDate day, LocalDate earliest)
        : base(Describe(day, earliest).English) => (Day, Earliest) = (day, earliest);

    /// <summary>The day that was refused.</summary>
    public LocalDate Day { get; }

    /// <summary>The earliest day that is allowed: that of the last act.</summary>
    public LocalDate Earliest { get; }

    /// <summary>What was refused and what is allowed, in both languages.</summary>
    public BilingualText Text => Describe(Day, Earliest);

    private static BilingualText Describe(LocalDate day, LocalDate earliest) => (
        $"台账已记至 {earliest:uuuu-MM-dd}，不能再记 {day:uuuu-MM-dd} 的事项。",
        $"The ledger has come to {earliest:uuuu-MM-dd} and takes no act of {day:uuuu-MM-dd}. Allowed: {earliest:uuuu-MM-dd} and later.");
}
