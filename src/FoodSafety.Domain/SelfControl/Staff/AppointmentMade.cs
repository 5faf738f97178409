using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A person was appointed to a post (已任命).</summary>
public sealed record AppointmentMade : StaffEvent
{
    /// <summary>States it.</summary>
    /// <param name="appointment">The appointment, as it was then.</param>
    /// <param name="by">Who appointed.</param>
    /// <param name="on">The day of the act.</param>
    public AppointmentMade(Appointment appointment, string by, LocalDate on)
        : base(by, on) => Appointment = appointment;

    /// <summary>The appointment, as it was then.</summary>
    public Appointment Appointment { get; }
}
