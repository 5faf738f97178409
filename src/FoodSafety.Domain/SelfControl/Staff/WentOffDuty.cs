using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The holder of a post is off duty for some days (已登记离岗).</summary>
public sealed record WentOffDuty : StaffEvent
{
    /// <summary>States it.</summary>
    /// <param name="offDuty">The appointment, the days and why.</param>
    /// <param name="by">Who recorded it.</param>
    /// <param name="on">The day of the act.</param>
    public WentOffDuty(OffDuty offDuty, string by, LocalDate on)
        : base(by, on) => OffDuty = offDuty;

    /// <summary>The appointment, the days and why.</summary>
    public OffDuty OffDuty { get; }
}
