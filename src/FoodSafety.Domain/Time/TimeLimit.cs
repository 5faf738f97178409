using System.Globalization;
using System.Text.Json;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>How much time a rule gives (期限规定): "within 24 hours", "within 15 working days". Counted from an act, it is a <see cref="Deadline"/>.</summary>
/// <remarks>
/// The day of the act is not counted, whatever its hour: the first day is the next one, unless a rule says <see cref="IncludesFirstDay"/>. Minutes and hours run from the instant itself
/// (《民法典》第二百零一条). The last day is in time until it ends at 24:00 (第二百零三条), and so is the last instant of hours.
/// </remarks>
[JsonConverter(typeof(TimeLimitJsonConverter))]
public sealed record TimeLimit
{
    private TimeLimit(int amount, TimeLimitUnit unit, Citation? basis)
    {
        if (amount < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "Allowed: 1 or more.");
        }

        Amount = amount;
        Unit = unit;
        Basis = basis;
    }

    /// <summary>How many of the unit; 1 or more.</summary>
    public int Amount { get; }

    /// <summary>What is counted.</summary>
    public TimeLimitUnit Unit { get; }

    /// <summary>The rule that sets the limit (依据); null when nobody said.</summary>
    public Citation? Basis { get; }

    /// <summary>True when a last day that is not worked moves the end to the next working day (节假日顺延); false by default.</summary>
    /// <remarks>
    /// For limits in calendar days, months and years under 《民法典》第二百零三条 and the procedure laws that say the same. Of no effect on other units:
    /// working days end on one anyhow, and hours do not move.
    /// </remarks>
    public bool MovesToWorkingDay { get; init; }

    /// <summary>
    /// True when the day of the act is the first that is counted (自当日起算): 21 days beginning with the day on which somebody was told end a day before 21 days
    /// after it; false, the day after it, by default.
    /// </summary>
    /// <remarks>Of no effect on minutes and hours, which run from the instant.</remarks>
    public bool IncludesFirstDay { get; init; }

    /// <summary>The limit as people read it: "15 个工作日", "15 working days", "21 days beginning with the day itself".</summary>
    public BilingualText Text
    {
        get
        {
            var (chinese, english) = Unit switch
            {
                TimeLimitUnit.Minute => ("分钟", "minute"),
                TimeLimitUnit.Hour => ("小时", "hour"),
                TimeLimitUnit.CalendarDay => ("日", "day"),
                TimeLimitUnit.WorkingDay => ("个工作日", "working day"),
                TimeLimitUnit.CalendarMonth => IsYears ? ("年", "year") : ("个月", "month"),
            };
            var count = IsYears ? Amount / 12 : Amount;
            var amount = count.ToString(CultureInfo.InvariantCulture);
            var (from, beginning) = IncludesFirstDay && !RunsFromInstant ? ("（自当日起算）", " beginning with the day itself") : ("", "");
            return ($"{amount} {chinese}{from}", $"{amount} {english}{(count == 1 ? "" : "s")}{beginning}");
        }
    }

    /// <summary>True for minutes and hours, which run from an instant and not from a day.</summary>
    public bool RunsFromInstant => Unit switch
    {
        TimeLimitUnit.Minute or TimeLimitUnit.Hour => true,
        TimeLimitUnit.CalendarDay or TimeLimitUnit.WorkingDay or TimeLimitUnit.CalendarMonth => false,
    };

    private bool IsYears => Unit == TimeLimitUnit.CalendarMonth && Amount % 12 == 0;

    /// <summary>A limit in minutes, which run through nights and holidays.</summary>
    /// <param name="amount">How many minutes, 1 or more.</param>
    /// <param name="basis">The rule that sets the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is less than 1.</exception>
    public static TimeLimit Minutes(int amount, Citation? basis = null) => new(amount, TimeLimitUnit.Minute, basis);

    /// <summary>A limit in hours, which run through nights and holidays.</summary>
    /// <param name="amount">How many hours, 1 or more.</param>
    /// <param name="basis">The rule that sets the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is less than 1.</exception>
    public static TimeLimit Hours(int amount, Citation? basis = null) => new(amount, TimeLimitUnit.Hour, basis);

    /// <summary>A limit in calendar days.</summary>
    /// <param name="amount">How many days, 1 or more.</param>
    /// <param name="basis">The rule that sets the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is less than 1.</exception>
    public static TimeLimit Days(int amount, Citation? basis = null) => new(amount, TimeLimitUnit.CalendarDay, basis);

    /// <summary>A limit in working days.</summary>
    /// <param name="amount">How many working days, 1 or more.</param>
    /// <param name="basis">The rule that sets the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is less than 1.</exception>
    public static TimeLimit WorkingDays(int amount, Citation? basis = null) => new(amount, TimeLimitUnit.WorkingDay, basis);

    /// <summary>A limit in months of the calendar: it ends on the same day of a later month, or on the last of that month where it has no such day (《民法典》第二百零二条).</summary>
    /// <param name="amount">How many months, 1 or more.</param>
    /// <param name="basis">The rule that sets the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is less than 1.</exception>
    public static TimeLimit Months(int amount, Citation? basis = null) => new(amount, TimeLimitUnit.CalendarMonth, basis);

    /// <summary>A limit in years of the calendar: twelve months each, as <see cref="Months"/>.</summary>
    /// <param name="amount">How many years, from 1 to 9,999.</param>
    /// <param name="basis">The rule that sets the limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not from 1 to 9,999.</exception>
    public static TimeLimit Years(int amount, Citation? basis = null) => amount is >= 1 and <= 9999 ? Months(12 * amount, basis)
        : throw new ArgumentOutOfRangeException(nameof(amount), amount, "Allowed: from 1 to 9,999.");

    /// <summary>The deadline of an act whose instant is known; days are counted from its date in the zone of the calendar.</summary>
    /// <remarks>It is provisional where it rests on days of a year that is not announced yet.</remarks>
    /// <param name="at">When the act happened.</param>
    /// <param name="calendar">Which days are worked, and the zone in which days end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The deadline would lie beyond the year 9999, the last of the calendar.</exception>
    /// <exception cref="CalendarYearUnknownException">The count needs working days before the first year of the calendar, or beyond all it can compute.</exception>
    public Deadline After(Instant at, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Unit switch
        {
            TimeLimitUnit.Minute => Deadline.At(DateBounds.PlusMinutes(at, Amount, nameof(at)), calendar.Zone),
            TimeLimitUnit.Hour => Deadline.At(DateBounds.PlusHours(at, Amount, nameof(at)), calendar.Zone),
            TimeLimitUnit.CalendarDay or TimeLimitUnit.WorkingDay or TimeLimitUnit.CalendarMonth => After(DateBounds.DateOf(at, calendar.Zone, nameof(at)), calendar),
        };
    }

    /// <summary>The deadline of an act of which only the date is known, or matters.</summary>
    /// <remarks>It is provisional where it rests on days of a year that is not announced yet.</remarks>
    /// <param name="on">The day of the act, which is not counted unless <see cref="IncludesFirstDay"/> says so.</param>
    /// <param name="calendar">Which days are worked, and the zone in which days end.</param>
    /// <exception cref="ArgumentException">The limit is in minutes or hours, which a date cannot start.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The deadline would lie beyond the year 9999, the last of the calendar.</exception>
    /// <exception cref="CalendarYearUnknownException">The count needs working days before the first year of the calendar, or beyond all it can compute.</exception>
    public Deadline After(LocalDate on, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var before = IncludesFirstDay && !RunsFromInstant ? DateBounds.PlusDays(on, -1, nameof(on)) : on;
        var (last, asksCalendar) = Unit switch
        {
            TimeLimitUnit.WorkingDay => (calendar.AddWorkingDays(before, Amount), true),
            TimeLimitUnit.CalendarDay when MovesToWorkingDay => (calendar.NextWorkingDayOnOrAfter(DateBounds.PlusDays(before, Amount, nameof(on))), true),
            TimeLimitUnit.CalendarDay => (DateBounds.PlusDays(before, Amount, nameof(on)), false),
            TimeLimitUnit.CalendarMonth when MovesToWorkingDay => (calendar.NextWorkingDayOnOrAfter(DateBounds.PlusMonths(before, Amount, nameof(on))), true),
            TimeLimitUnit.CalendarMonth => (DateBounds.PlusMonths(before, Amount, nameof(on)), false),
            TimeLimitUnit.Minute or TimeLimitUnit.Hour => throw new ArgumentException($"A limit of {Text.English} runs from an instant, not from the date {on:uuuu-MM-dd}.", nameof(on)),
        };
        var deadline = Deadline.AtEndOf(last, calendar.Zone);

        // Every day that was asked about lies no later than the end.
        return asksCalendar && calendar.FindProvisionalBasis(last) is { } by
            ? deadline.CountedFrom(new ProvisionalCount(on, [new CountedLimit(this, deadline.Last)], by))
            : deadline;
    }

    /// <summary>The deadline that is counted on from where another ends, as an extension is: what is counted from a provisional end is provisional.</summary>
    /// <param name="end">The deadline that is extended.</param>
    /// <param name="calendar">Which days are worked, and the zone in which days end.</param>
    /// <exception cref="CalendarYearUnknownException">The count needs working days before the first year of the calendar, or beyond all it can compute.</exception>
    internal Deadline After(Deadline end, WorkingCalendar calendar)
    {
        var deadline = After(end.LastInstant, calendar);
        return end.Provisional is { } before
            ? deadline.CountedFrom(new ProvisionalCount(before.From, [.. before.Limits, new CountedLimit(this, deadline.Last)], before.By))
            : deadline;
    }

    /// <summary>A limit in a unit that is data.</summary>
    internal static TimeLimit Of(int amount, TimeLimitUnit unit, Citation? basis) => new(amount, unit, basis);

    /// <summary>The limit in both languages.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>What a time limit is counted in (期限单位).</summary>
/// <remarks>The default value 0 is no unit; no <see cref="TimeLimit"/> has it.</remarks>
public enum TimeLimitUnit
{
    /// <summary>Hours, from an instant (小时).</summary>
    [BilingualName("小时", "hour")]
    Hour = 1,

    /// <summary>Calendar days, holidays included (日).</summary>
    [BilingualName("日", "day")]
    CalendarDay = 2,

    /// <summary>Working days (工作日).</summary>
    [BilingualName("工作日", "working day")]
    WorkingDay = 3,

    /// <summary>Minutes, from an instant (分钟).</summary>
    [BilingualName("分钟", "minute")]
    Minute = 4,

    /// <summary>Months of the calendar; twelve of them are a year (月).</summary>
    [BilingualName("月", "month")]
    CalendarMonth = 5,
}

/// <summary>Writes a time limit as a JSON object and reads it back. Safe for trimming and native compilation.</summary>
/// <remarks>
/// <see cref="TimeLimit"/> names it; nobody has to register it. The properties are <c>Amount</c>, <c>Unit</c> (its code, as <c>working-day</c>), <c>Basis</c> and,
/// where it is so, <c>MovesToWorkingDay</c> and <c>IncludesFirstDay</c>, under the naming policy of the options.
/// </remarks>
public sealed class TimeLimitJsonConverter : JsonConverter<TimeLimit>
{
    /// <inheritdoc/>
    /// <exception cref="JsonValueException">A property is missing or wrong.</exception>
    public override TimeLimit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return JsonValueFields.Read(ref reader, options, static fields => TimeLimit.Of(
            fields.Whole(nameof(TimeLimit.Amount)),
            fields.Coded<TimeLimitUnit>(nameof(TimeLimit.Unit)),
            fields.Find(nameof(TimeLimit.Basis), CitationJsonConverter.Instance)) with
        {
            MovesToWorkingDay = fields.Flag(nameof(TimeLimit.MovesToWorkingDay)),
            IncludesFirstDay = fields.Flag(nameof(TimeLimit.IncludesFirstDay)),
        });
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeLimit value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartObject();
        writer.WriteNumber(JsonValueFields.NameOf(nameof(TimeLimit.Amount), options), value.Amount);
        writer.WriteString(JsonValueFields.NameOf(nameof(TimeLimit.Unit), options), value.Unit.Code());
        if (value.Basis is { } basis)
        {
            writer.WritePropertyName(JsonValueFields.NameOf(nameof(TimeLimit.Basis), options));
            CitationJsonConverter.Instance.Write(writer, basis, options);
        }

        if (value.MovesToWorkingDay)
        {
            writer.WriteBoolean(JsonValueFields.NameOf(nameof(TimeLimit.MovesToWorkingDay), options), true);
        }

        if (value.IncludesFirstDay)
        {
            writer.WriteBoolean(JsonValueFields.NameOf(nameof(TimeLimit.IncludesFirstDay), options), true);
        }

        writer.WriteEndObject();
    }
}
