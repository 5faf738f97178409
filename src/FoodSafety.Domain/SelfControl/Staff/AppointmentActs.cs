using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A deed about an appointment to a food-safety post (任职事项); it counts by its day and may come late, after the last of the same appointment.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record AppointmentAct : Act<StaffBook>
{
    private protected AppointmentAct()
    {
    }

    /// <summary>The number of the appointment.</summary>
    public abstract AppointmentId Id { get; }

    /// <inheritdoc/>
    public sealed override Thing? Thing => new(StaffBook.AppointmentKind, Id.ToString());
}

/// <summary>A person was appointed to a post (任命).</summary>
/// <param name="Appointment">Who, where, to which post and for which days; nobody is off duty yet.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AppointmentMade(Appointment Appointment) : AppointmentAct
{
    /// <inheritdoc/>
    public override string Kind => "appointment-made";

    /// <summary>Who, where, to which post and for which days.</summary>
    /// <exception cref="ArgumentException">The term has no day, or days off duty are stated.</exception>
    public Appointment Appointment { get; init => field = Check(value); } = Check(Appointment);

    /// <inheritdoc/>
    public override AppointmentId Id => Appointment.Id;

    private static Appointment Check(Appointment appointment)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        return appointment.Term.IsEmpty ? throw new ArgumentException($"The term {appointment.Term.Text.English} has no day. Allowed: at least one.", nameof(appointment))
            : !appointment.OffDuty.IsEmpty ? throw new ArgumentException("Days off duty are stated. Allowed: none, they are told once it is made.", nameof(appointment))
            : appointment;
    }
}

/// <summary>An appointment was ended before its term was over (免职): from the day of the stamp on the post is no longer held.</summary>
/// <param name="Id">The appointment; one that has not begun by then never does.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record AppointmentEnded(AppointmentId Id, string Reason) : AppointmentAct
{
    /// <inheritdoc/>
    public override string Kind => "appointment-ended";

    /// <summary>The appointment.</summary>
    public override AppointmentId Id { get; } = Id;

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}

/// <summary>The holder of a post is off duty for some days (离岗).</summary>
/// <param name="Id">The appointment.</param>
/// <param name="Term">The days, from that of the stamp on or later.</param>
/// <param name="Reason">Why.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record WentOffDuty(AppointmentId Id, Term Term, string Reason) : AppointmentAct
{
    /// <inheritdoc/>
    public override string Kind => "went-off-duty";

    /// <summary>The appointment.</summary>
    public override AppointmentId Id { get; } = Id;

    /// <summary>Why.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}

/// <summary>The holder of a post came back before the days off duty were over (返岗): on duty from the day of the stamp on.</summary>
/// <param name="Id">The appointment.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CameBackOnDuty(AppointmentId Id) : AppointmentAct
{
    /// <inheritdoc/>
    public override string Kind => "came-back-on-duty";

    /// <summary>The appointment.</summary>
    public override AppointmentId Id { get; } = Id;
}
