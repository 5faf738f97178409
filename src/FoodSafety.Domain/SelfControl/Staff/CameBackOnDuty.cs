using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The holder of a post came back before the days off duty were over (已返岗).</summary>
public sealed record CameBackOnDuty : StaffEvent
{
    /// <summary>States it.</summary>
    /// <param name="appointment">The appointment.</param>
    /// <param name="by">Who recorded it.</param>
    /// <param name="on">The first day on duty again.</param>
    public CameBackOnDuty(AppointmentId appointment, string by, LocalDate on)
        : base(by, on) => Appointment = appointment;

    /// <summary>The appointment.</summary>
    public AppointmentId Appointment { get; }
}
