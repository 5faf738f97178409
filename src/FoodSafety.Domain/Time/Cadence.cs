using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>How often something is due (频次): the calendar cut into periods, in each of which it is due once.</summary>
/// <remarks>
/// <para>
/// The periods of a cadence never overlap. Those of a <see cref="CalendarCadence"/> cover every day, and it can be asked
/// without a working calendar; those of <see cref="WorkingDay"/> cover the working days, and the compiler asks for one.
/// Code that takes any cadence passes a calendar, which is read only where it matters.
/// </para>
/// <para>The seven cadences are the only instances, compared by reference. Immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<Cadence>))]
public abstract class Cadence : IParsable<Cadence>
{
    private protected Cadence(string code, BilingualText name)
    {
        Code = code;
        Name = name;
    }

    /// <summary>Every day (每日).</summary>
    public static CalendarCadence Day { get; } = new("day", ("每日", "every day"), days: 1);

    /// <summary>Every working day (每个工作日).</summary>
    public static Cadence WorkingDay { get; } = new WorkingDayCadence();

    /// <summary>Every week, Monday to Sunday, numbered as in ISO 8601 (每周).</summary>
    public static CalendarCadence Week { get; } = new("week", ("每周", "every week"), days: 7);

    /// <summary>Every month (每月).</summary>
    public static CalendarCadence Month { get; } = new("month", ("每月", "every month"), months: 1);

    /// <summary>Every quarter, from January, April, July and October (每季度).</summary>
    public static CalendarCadence Quarter { get; } = new("quarter", ("每季度", "every quarter"), months: 3);

    /// <summary>Every half-year, from January and July (每半年).</summary>
    public static CalendarCadence HalfYear { get; } = new("half-year", ("每半年", "every half-year"), months: 6);

    /// <summary>Every calendar year (每年).</summary>
    public static CalendarCadence Year { get; } = new("year", ("每年", "every year"), months: 12);

    /// <summary>All cadences, the most frequent first.</summary>
    public static ImmutableArray<Cadence> All { get; } = [Day, WorkingDay, Week, Month, Quarter, HalfYear, Year];

    /// <summary>What files call it: <c>day</c>, <c>working-day</c>, <c>week</c>, <c>month</c>, <c>quarter</c>, <c>half-year</c>, <c>year</c>.</summary>
    public string Code { get; }

    /// <summary>What people call it: "每季度", "every quarter".</summary>
    public BilingualText Name { get; }

    /// <summary>The cadence with a code; null when none has it.</summary>
    /// <param name="code">A <see cref="Code"/>, in lower case.</param>
    public static Cadence? Find(string code) => All.FirstOrDefault(cadence => cadence.Code == code);

    /// <summary>The period that a day belongs to; null only on a day that is not worked, for <see cref="WorkingDay"/>.</summary>
    /// <param name="date">Any day.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    public abstract CadencePeriod? FindPeriod(LocalDate date, WorkingCalendar calendar);

    /// <summary>The first period that begins after a day.</summary>
    /// <param name="date">Any day; the <see cref="CadencePeriod.Last"/> of a period gives the next period.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    public abstract CadencePeriod PeriodAfter(LocalDate date, WorkingCalendar calendar);

    /// <summary>The last period that ends before a day.</summary>
    /// <param name="date">Any day; the <see cref="CadencePeriod.First"/> of a period gives the previous period.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    public abstract CadencePeriod PeriodBefore(LocalDate date, WorkingCalendar calendar);

    /// <summary>The periods that have at least one day in an interval, in order: in each of them it is due, if only for a part.</summary>
    /// <param name="interval">First and last day, both inclusive.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    public abstract ImmutableArray<CadencePeriod> PeriodsOverlapping(DateInterval interval, WorkingCalendar calendar);

    /// <summary>The periods that lie wholly in an interval, in order.</summary>
    /// <param name="interval">First and last day, both inclusive.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <exception cref="CalendarYearUnknownException">Working days are asked of a year the calendar does not know.</exception>
    public abstract ImmutableArray<CadencePeriod> PeriodsWithin(DateInterval interval, WorkingCalendar calendar);

    /// <summary>The code of the cadence.</summary>
    public sealed override string ToString() => Code;

    internal abstract BilingualText LabelOf(LocalDate first);

    static Cadence IParsable<Cadence>.Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Find(s) ?? throw ValueFormatException.Of(s, nameof(Cadence), Codes(All));
    }

    static bool IParsable<Cadence>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Cadence result)
    {
        result = s is null ? null : Find(s);
        return result is not null;
    }

    private protected static BilingualText Codes(IEnumerable<Cadence> cadences)
    {
        var codes = string.Join(", ", cadences.Select(cadence => cadence.Code));
        return (codes, codes);
    }
}
