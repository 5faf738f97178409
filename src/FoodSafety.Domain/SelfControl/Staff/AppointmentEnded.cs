using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>An appointment was ended before its term was over (已免职).</summary>
public sealed record AppointmentEnded : StaffEvent
{
    /// <summary>States it.</summary>
    /// <param name="appointment">The appointment.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who ended it.</param>
    /// <param name="on">The day of the act, on which the post is no longer held.</param>
    public AppointmentEnded(AppointmentId appointment, string reason, string by, LocalDate on)
        : base(by, on) => (Appointment, Reason) = (appointment, TextRule.Note.Check(reason));

    /// <summary>The appointment.</summary>
    public AppointmentId Appointment { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }
}
