using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>A routine was done for one of its periods (例行工作记录): the meeting was held, the report handed in.</summary>
public sealed record RoutineDone : CoordinationEvent
{
    /// <summary>Records it.</summary>
    /// <param name="routine">The code of the routine.</param>
    /// <param name="day">A day of the period for which it was done.</param>
    /// <param name="note">What was done: minutes, a number, a link; may be empty.</param>
    /// <param name="by">Who did it: a key in the user's platform, not blank.</param>
    /// <param name="on">The day on which it was done.</param>
    /// <exception cref="ArgumentException">There is no routine, or nobody who acts.</exception>
    public RoutineDone(string routine, LocalDate day, string note, string by, LocalDate on)
        : base(by, on)
    {
        TextRule.Key.Check(routine);
        ArgumentNullException.ThrowIfNull(note);
        TextRule.Note.CheckAny(note);
        (Routine, Day, Note) = (routine, day, note);
    }

    /// <summary>The code of the routine (例行工作).</summary>
    public string Routine { get; }

    /// <summary>A day of the period for which it was done (所属周期).</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate Day { get; }

    /// <summary>What was done (记录).</summary>
    public string Note { get; }
}
