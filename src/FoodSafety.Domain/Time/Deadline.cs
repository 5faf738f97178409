using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Time;

/// <summary>The last moment at which something is still in time (期限): the end of a day, or an instant. Inclusive.</summary>
/// <remarks>
/// <para>
/// It can be compared with an instant or with a date. A date says less: on <see cref="LastDay"/> itself a deadline within the
/// day counts as kept and not yet overdue.
/// </para>
/// <para>In JSON it is its last moment with the offset of its place: <c>2026-11-30T23:59:59.999999999+08:00</c>.</para>
/// <para>The default value ended at the beginning of the year 1: everything is overdue.</para>
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<Deadline>))]
public readonly record struct Deadline : ITextValue<Deadline>, IJsonText
{
    private static readonly LocalDateTimePattern MinutePattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private Deadline(OffsetDateTime last) => Last = last;

    /// <summary>The last moment that is in time, on the clocks of the place; for the end of a day, its last nanosecond.</summary>
    public OffsetDateTime Last { get; }

    /// <summary>The last moment that is in time, as an instant.</summary>
    public Instant LastInstant => Last.ToInstant();

    /// <summary>The day on which it ends; the whole of it when <see cref="EndsWithDay"/>.</summary>
    public LocalDate LastDay => Last.Date;

    /// <summary>True when all of <see cref="LastDay"/> is in time.</summary>
    public bool EndsWithDay => Last.TimeOfDay == LocalTime.MaxValue;

    /// <summary>The deadline as people read it: the date, with hour and minute when it ends within the day.</summary>
    public BilingualText Text
    {
        get
        {
            var end = EndsWithDay ? LocalDatePattern.Iso.Format(LastDay) : MinutePattern.Format(Last.LocalDateTime);
            return ($"{end} 前（含）", $"by {end}");
        }
    }

    /// <summary>A deadline that ends with a day.</summary>
    /// <param name="day">The last day, all of it in time.</param>
    /// <param name="zone">The zone in which the day ends; in China <see cref="ChinaTime.Zone"/>.</param>
    public static Deadline AtEndOf(LocalDate day, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return At(zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - Duration.Epsilon, zone);
    }

    /// <summary>A deadline that ends at an instant.</summary>
    /// <param name="last">The last instant that is in time.</param>
    /// <param name="zone">The zone on whose clocks it is read; in China <see cref="ChinaTime.Zone"/>.</param>
    public static Deadline At(Instant last, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new(last.InZone(zone).ToOffsetDateTime());
    }

    /// <summary>True when what was done at an instant was done in time.</summary>
    /// <param name="done">When it was done.</param>
    public bool IsMet(Instant done) => done <= LastInstant;

    /// <summary>True when what was done on a day was done in time, as far as a date can tell.</summary>
    /// <param name="done">The day on which it was done.</param>
    public bool IsMet(LocalDate done) => done <= LastDay;

    /// <summary>True when the deadline has passed; ask it of what is not done yet.</summary>
    /// <param name="now">The present instant.</param>
    public bool IsOverdue(Instant now) => !IsMet(now);

    /// <summary>True when the last day has passed; ask it of what is not done yet.</summary>
    /// <param name="today">The present date.</param>
    public bool IsOverdue(LocalDate today) => !IsMet(today);

    /// <summary>True when the deadline has not passed and at most so much time is left (即将到期).</summary>
    /// <param name="now">The present instant.</param>
    /// <param name="notice">How early to warn; inclusive.</param>
    public bool IsDueWithin(Instant now, Duration notice) => !IsOverdue(now) && TimeLeft(now) <= notice;

    /// <summary>True when the last day has not passed and at most so many days are left (即将到期); 0 warns on the last day only.</summary>
    /// <remarks>To warn by working days, compare with <see cref="WorkingCalendar.WorkingDaysBetween"/>.</remarks>
    /// <param name="today">The present date.</param>
    /// <param name="days">How many calendar days early to warn; inclusive.</param>
    public bool IsDueWithin(LocalDate today, int days) => !IsOverdue(today) && DaysLeft(today) <= days;

    /// <summary>The time that is left; negative once it is overdue.</summary>
    /// <param name="now">The present instant.</param>
    public Duration TimeLeft(Instant now) => LastInstant - now;

    /// <summary>The calendar days left after today; 0 on the last day, negative once it is overdue.</summary>
    /// <param name="today">The present date.</param>
    public int DaysLeft(LocalDate today) => Period.DaysBetween(today, LastDay);

    static BilingualText ITextValue<Deadline>.Allowed => ("2026-11-30T23:59:59.999999999+08:00 形式的时刻", "a moment like 2026-11-30T23:59:59.999999999+08:00");

    string IJsonText.JsonText => OffsetDateTimePattern.ExtendedIso.Format(Last);

    static Deadline IParsable<Deadline>.Parse(string s, IFormatProvider? provider) => ITextValue<Deadline>.Read(s);

    static bool IParsable<Deadline>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Deadline result)
    {
        var parsed = s is null ? null : OffsetDateTimePattern.ExtendedIso.Parse(s);
        result = parsed is { Success: true } ? new(parsed.Value) : default;
        return parsed is { Success: true };
    }

    /// <summary>The deadline in both languages.</summary>
    public override string ToString() => Text.ToString();
}
