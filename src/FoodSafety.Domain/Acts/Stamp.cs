using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Acts;

/// <summary>Who did something, on which day, and when it was recorded (签章): one for all acts of a unit.</summary>
/// <remarks>
/// Two clocks: an act took place <see cref="On"/> a day, which may lie in the past; it is recorded at an instant, which never goes
/// back. Keys of persons stand here, never their names.
/// </remarks>
internal sealed record Stamp
{
    /// <summary>Makes a stamp.</summary>
    /// <param name="by">Who did it: the key of a person or an office.</param>
    /// <param name="on">The day on which it was done.</param>
    /// <param name="recordedAt">The instant of record, by the clock of the store.</param>
    public Stamp(string by, LocalDate on, Instant recordedAt) => (By, On, RecordedAt) = (by, on, recordedAt);

    /// <summary>Who did it; who typed it may be somebody else.</summary>
    public string By { get; init => field = TextRule.Key.Check(value, nameof(By)); }

    /// <summary>The day on which it was done, in the district's zone; not after the day of record.</summary>
    public LocalDate On { get; init => field = value.Iso(); }

    /// <summary>When it was recorded.</summary>
    public Instant RecordedAt { get; init; }

    /// <summary>Who typed it; null for the doer himself. Jurisdiction and audit ask him.</summary>
    public string? EnteredBy { get; init => field = value is null ? null : TextRule.Key.Check(value, nameof(EnteredBy)); }

    /// <summary>The time of day at which it was done, for limits that are counted in hours; null where only the day is known.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>
    /// The version of the district that was looked at; null when nobody asks. An act on a thing that was changed by a later entry is refused.
    /// </summary>
    public long? Seen { get; init => field = value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Seen), value, "Allowed: 0 and more."); }
}

/// <summary>A stamp with the day of record, on which decisions begin to count.</summary>
internal readonly record struct Moment(Stamp Stamp, LocalDate Today)
{
    public string By => Stamp.By;

    /// <summary>The day on which it was done; deeds count from it.</summary>
    public LocalDate On => Stamp.On;
}
