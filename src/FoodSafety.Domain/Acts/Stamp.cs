using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Acts;

/// <summary>Who did something, on which day, and when it was recorded (签章): one for all acts of a unit.</summary>
/// <remarks>
/// Two clocks: an act took place <see cref="On"/> a day, which may lie in the past; it is recorded at an instant, which never goes
/// back. Keys of persons stand here, never their names.
/// </remarks>
public sealed record Stamp
{
    /// <summary>Makes a stamp.</summary>
    /// <param name="by">Who did it: the key of a person or an office in the user's platform.</param>
    /// <param name="on">The day on which it was done.</param>
    /// <param name="recordedAt">The instant of record, by the clock of the store.</param>
    /// <exception cref="TextRefusedException"><paramref name="by"/> is not a key.</exception>
    public Stamp(string by, LocalDate on, Instant recordedAt) => (By, On, RecordedAt) = (by, on, recordedAt);

    /// <summary>Who did it; who typed it may be somebody else.</summary>
    public string By { get; init => field = TextRule.Key.Check(value, nameof(By)); }

    /// <summary>The day on which it was done, in the district's zone; not after the day of record.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate On { get; init => field = value.Iso(); }

    /// <summary>When it was recorded.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public Instant RecordedAt { get; init; }

    /// <summary>Who typed it (录入人); null for the doer himself. Jurisdiction and audit ask him.</summary>
    public string? EnteredBy { get; init => field = value is null ? null : TextRule.Key.Check(value, nameof(EnteredBy)); }

    /// <summary>The key of the system in which it was recorded before the district was taken over from there (接管来源); null for what was recorded here.</summary>
    public string? TakenOverFrom { get; init => field = value is null ? null : TextRule.Key.Check(value, nameof(TakenOverFrom)); }

    /// <summary>The time of day at which it was done, for limits that are counted in hours; null where only the day is known. Not after the instant of record.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalTime? Time { get; init; }

    /// <summary>
    /// The version of the district that was looked at, 0 or more; null when nobody asks. An act on a thing that was changed by a later entry is refused.
    /// </summary>
    public long? Seen { get; init => field = value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Seen), value, "Allowed: 0 and more."); }
}

/// <summary>Where an act stands in a journal (条目位置).</summary>
/// <param name="Entry">The number of the entry, from 1.</param>
/// <param name="Number">The place of the act in the entry, from 0.</param>
public readonly record struct ActPlace(long Entry, int Number)
{
    internal bool IsAfter(ActPlace other) => Entry > other.Entry || (Entry == other.Entry && Number > other.Number);

    /// <summary>As people read it: <c>17.0</c>.</summary>
    public override string ToString() => $"{Entry}.{Number}";
}

/// <summary>When an act was done and recorded: its stamp, read in the district's zone, and its place in the journal (办理时点).</summary>
/// <param name="Stamp">The stamp.</param>
/// <param name="Today">The day of record, on which decisions begin to count.</param>
/// <param name="At">
/// The instant at which it was done: the time of the stamp; where no time is known that of record for what was done on the day of record, else the
/// end of its day.
/// </param>
/// <param name="Place">Where it stands in the journal.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public readonly record struct Moment(Stamp Stamp, LocalDate Today, Instant At, ActPlace Place)
{
    /// <summary>Who did it.</summary>
    public string By => Stamp.By;

    /// <summary>The day on which it was done; deeds count from it.</summary>
    public LocalDate On => Stamp.On;

    internal static Moment Of(Stamp stamp, DateTimeZone zone, ActPlace place)
    {
        var today = DateBounds.DateOf(stamp.RecordedAt, zone, nameof(stamp));
        var at = stamp.Time is { } time ? (stamp.On + time).InZoneLeniently(zone).ToInstant()
            : stamp.On >= today ? stamp.RecordedAt
            : zone.AtStartOfDay(stamp.On.PlusDays(1)).ToInstant() - Duration.Epsilon;
        return new(stamp, today, at, place);
    }
}

/// <summary>An act that was done, and when (办理记录).</summary>
/// <typeparam name="TAct">The family of acts.</typeparam>
/// <param name="Act">What was done, as it is kept.</param>
/// <param name="Moment">By whom and when it was done and recorded.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Done<TAct>(TAct Act, Moment Moment) where TAct : Act
{
    /// <summary>Who did it.</summary>
    public string By => Moment.By;

    /// <summary>The day on which it was done.</summary>
    public LocalDate On => Moment.On;

    /// <summary>The instant at which it was done, as far as it is known.</summary>
    public Instant At => Moment.At;

    /// <summary>Where the act stands that says that this one does not count; null while it counts.</summary>
    public ActPlace? VoidedBy { get; init; }

    /// <summary>Whether it counts: nobody voided it.</summary>
    public bool Counts => VoidedBy is null;
}

/// <summary>What was decided, each in the place of what was decided before: it counts from the day of record on.</summary>
internal static class DoneInOrder
{
    /// <summary>The last that was recorded until the end of a day; null when none was.</summary>
    public static Done<TAct>? RecordedBy<TAct>(this IReadOnlyList<Done<TAct>> decided, LocalDate day) where TAct : Act => decided.LastOrDefault(one => one.Moment.Today <= day);
}
