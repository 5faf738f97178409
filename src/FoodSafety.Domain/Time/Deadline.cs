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
/// <para>
/// A deadline that was counted over days of a year that is not announced yet is provisional (暂定): it says so wherever it is shown, and
/// <see cref="Settle"/> counts it again once the year is known. It is not equal to an exact one of the same day.
/// </para>
/// <para>
/// In JSON it is its last moment with the offset of its place: <c>2026-11-30T23:59:59.999999999+08:00</c>. A provisional one is written with the
/// word <c>provisional</c> behind it and is not read back, for how it was counted is not in the text: nothing provisional comes back as exact.
/// </para>
/// <para>The default value ended at the beginning of the year 1: everything is overdue.</para>
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<Deadline>))]
public readonly record struct Deadline : ITextValue<Deadline>, IJsonText
{
    private static readonly LocalDateTimePattern MinutePattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private Deadline(OffsetDateTime last, ProvisionalCount? provisional = null) => (Last, Provisional) = (last, provisional);

    /// <summary>The last moment that is in time, on the clocks of the place; for the end of a day, its last nanosecond.</summary>
    public OffsetDateTime Last { get; }

    /// <summary>How it was counted, while it rests on days that no notice has confirmed (暂定); null for a deadline that is sure.</summary>
    public ProvisionalCount? Provisional { get; }

    /// <summary>True while it rests on days that no notice has confirmed (暂定).</summary>
    public bool IsProvisional => Provisional is not null;

    /// <summary>The last moment that is in time, as an instant.</summary>
    public Instant LastInstant => Last.ToInstant();

    /// <summary>The day on which it ends; the whole of it when <see cref="EndsWithDay"/>.</summary>
    public LocalDate LastDay => Last.Date;

    /// <summary>True when all of <see cref="LastDay"/> is in time.</summary>
    public bool EndsWithDay => Last.TimeOfDay == LocalTime.MaxValue;

    /// <summary>The deadline as people read it: the date, with hour and minute when it ends within the day, and whether it is provisional.</summary>
    public BilingualText Text
    {
        get
        {
            var end = EndsWithDay ? LocalDatePattern.Iso.Format(LastDay) : MinutePattern.Format(Last.LocalDateTime);
            var note = ProvisionalNote.Of(Provisional?.By);
            return ($"{end} 前（含）{note.Chinese}", $"by {end}{note.English}");
        }
    }

    /// <summary>A deadline that ends with a day.</summary>
    /// <param name="day">The last day, all of it in time.</param>
    /// <param name="zone">The zone in which the day ends; in China <see cref="ChinaTime.Zone"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day after it lies beyond the year 9999, the last of the calendar.</exception>
    public static Deadline AtEndOf(LocalDate day, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return At(DateBounds.EndOf(day, zone, nameof(day)) - Duration.Epsilon, zone);
    }

    /// <summary>A deadline that ends at an instant.</summary>
    /// <param name="last">The last instant that is in time.</param>
    /// <param name="zone">The zone on whose clocks it is read; in China <see cref="ChinaTime.Zone"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The clocks of the zone would show a day outside the years -9998 to 9999.</exception>
    public static Deadline At(Instant last, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new(DateBounds.On(last, zone, nameof(last)));
    }

    /// <summary>The deadline counted again by a calendar that may know more (落定); a sure one stays as it is.</summary>
    /// <remarks>It never ends earlier than was told. It stays provisional while the calendar does not know all the days either.</remarks>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="CalendarYearUnknownException">The calendar begins after the day it was counted from.</exception>
    public Deadline Settle(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (Provisional is not { } counted)
        {
            return this;
        }

        var end = counted.Limits[0].Limit.After(counted.From, calendar);
        end = end.NotBefore(counted.Limits[0].Told);
        foreach (var next in counted.Limits.AsSpan()[1..])
        {
            end = next.Limit.After(end, calendar).NotBefore(next.Told);
        }

        return end;
    }

    /// <summary>The deadline that a calendar settles; null for one that is sure, and where the calendar does not know all the days either.</summary>
    internal Deadline? FindSettled(WorkingCalendar calendar) => IsProvisional && Settle(calendar) is { IsProvisional: false } settled ? settled : null;

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

    static BilingualText ITextValue<Deadline>.Allowed => ("2026-11-30T23:59:59.999999999+08:00 形式的时刻，且非暂定", "a moment like 2026-11-30T23:59:59.999999999+08:00 that is not provisional");

    string IJsonText.JsonText => OffsetDateTimePattern.ExtendedIso.Format(Last) + (IsProvisional ? " provisional" : "");

    static Deadline IParsable<Deadline>.Parse(string s, IFormatProvider? provider) => ITextValue<Deadline>.Read(s);

    static bool IParsable<Deadline>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Deadline result)
    {
        var parsed = s is null ? null : OffsetDateTimePattern.ExtendedIso.Parse(s);
        result = parsed is { Success: true } ? new(parsed.Value) : default;
        return parsed is { Success: true };
    }

    /// <summary>The deadline in both languages.</summary>
    public override string ToString() => Text.ToString();

    /// <summary>The same moment, counted so.</summary>
    internal Deadline CountedFrom(ProvisionalCount? provisional) => new(Last, provisional);

    /// <summary>The deadline at the last moment of it and another, however it was counted.</summary>
    private Deadline NotBefore(OffsetDateTime told) => LastInstant >= told.ToInstant() ? this : new(told, Provisional?.EndingAt(told));
}
