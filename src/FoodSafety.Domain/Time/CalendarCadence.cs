using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace FoodSafety.Domain.Time;

/// <summary>A cadence whose periods cover every day, worked or not: day, week, month, quarter, half-year, year.</summary>
/// <remarks>Its periods follow from the date alone, so no working calendar is needed.</remarks>
[JsonConverter(typeof(TextJsonConverter<CalendarCadence>))]
public sealed class CalendarCadence : Cadence, IParsable<CalendarCadence>
{
    private static readonly LocalDatePattern EnglishDay = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDatePattern EnglishMonth = LocalDatePattern.CreateWithInvariantCulture("MMMM uuuu");

    // Exactly one of the two is set: a period is so many days long, counted from Mondays, or so many months, counted from January.
    private readonly int _days;
    private readonly int _months;

    internal CalendarCadence(string code, BilingualText name, int days = 0, int months = 0)
        : base(code, name)
    {
        _days = days;
        _months = months;
    }

    static CalendarCadence IParsable<CalendarCadence>.Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Find(s) as CalendarCadence ?? throw ValueFormatException.Of(s, nameof(CalendarCadence), Codes(All.OfType<CalendarCadence>()));
    }

    static bool IParsable<CalendarCadence>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out CalendarCadence result)
    {
        result = s is null ? null : Find(s) as CalendarCadence;
        return result is not null;
    }

    /// <summary>The period that a day belongs to.</summary>
    /// <param name="date">Any day, in the ISO calendar.</param>
    /// <exception cref="ArgumentOutOfRangeException">The week is cut by an end of the calendar, which has the years -9998 to 9999.</exception>
    public CadencePeriod PeriodOf(LocalDate date)
    {
        date = date.Iso();
        if (_months > 0)
        {
            var start = new LocalDate(date.Year, date.Month - (date.Month - 1) % _months, 1);
            return new(this, start, start.PlusMonths(_months - 1).With(DateAdjusters.EndOfMonth));
        }

        var first = _days == 1 ? date : DateBounds.PlusDays(date, IsoDayOfWeek.Monday - date.DayOfWeek, nameof(date));
        return new(this, first, DateBounds.PlusDays(first, _days - 1, nameof(date)));
    }

    /// <summary>The first period that begins after a day.</summary>
    /// <param name="date">Any day; the <see cref="CadencePeriod.Last"/> of a period gives the next period.</param>
    /// <exception cref="ArgumentOutOfRangeException">No whole period lies between it and the end of the year 9999.</exception>
    public CadencePeriod PeriodAfter(LocalDate date) => PeriodOf(DateBounds.PlusDays(PeriodOf(date).Last, 1, nameof(date)));

    /// <summary>The last period that ends before a day.</summary>
    /// <param name="date">Any day; the <see cref="CadencePeriod.First"/> of a period gives the previous period.</param>
    /// <exception cref="ArgumentOutOfRangeException">No whole period lies between the beginning of the year -9998 and it.</exception>
    public CadencePeriod PeriodBefore(LocalDate date) => PeriodOf(DateBounds.PlusDays(PeriodOf(date).First, -1, nameof(date)));

    /// <summary>The periods that have at least one day in an interval, in order.</summary>
    /// <param name="interval">First and last day, both inclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A week at one of its ends is cut by an end of the calendar, which has the years -9998 to 9999.</exception>
    public ImmutableArray<CadencePeriod> PeriodsOverlapping(DateInterval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        var periods = ImmutableArray.CreateBuilder<CadencePeriod>();
        var period = PeriodOf(interval.Start);
        periods.Add(period);
        while (period.Last < interval.End)
        {
            period = PeriodOf(period.Last.PlusDays(1));
            periods.Add(period);
        }

        return periods.DrainToImmutable();
    }

    /// <summary>The periods that lie wholly in an interval, in order; the cut ones at its two ends are left out.</summary>
    /// <param name="interval">First and last day, both inclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A week at one of its ends is cut by an end of the calendar, which has the years -9998 to 9999.</exception>
    public ImmutableArray<CadencePeriod> PeriodsWithin(DateInterval interval) =>
        PeriodsOverlapping(interval).RemoveAll(period => period.First < interval.Start || period.Last > interval.End);

    /// <inheritdoc/>
    /// <remarks>Never null: every day has its period.</remarks>
    public override CadencePeriod? FindPeriod(LocalDate date, WorkingCalendar calendar) => PeriodOf(date);

    /// <inheritdoc/>
    public override CadencePeriod PeriodAfter(LocalDate date, WorkingCalendar calendar) => PeriodAfter(date);

    /// <inheritdoc/>
    public override CadencePeriod PeriodBefore(LocalDate date, WorkingCalendar calendar) => PeriodBefore(date);

    /// <inheritdoc/>
    public override ImmutableArray<CadencePeriod> PeriodsOverlapping(DateInterval interval, WorkingCalendar calendar) => PeriodsOverlapping(interval);

    /// <inheritdoc/>
    public override ImmutableArray<CadencePeriod> PeriodsWithin(DateInterval interval, WorkingCalendar calendar) => PeriodsWithin(interval);

    internal static BilingualText DayLabel(LocalDate day) =>
        (Invariant($"{day.Year}年{day.Month}月{day.Day}日"), EnglishDay.Format(day));

    internal override BilingualText LabelOf(LocalDate first)
    {
        var (year, part) = (first.Year, (first.Month - 1) / Math.Max(_months, 1) + 1);
        return (_days, _months) switch
        {
            (1, _) => DayLabel(first),
            (7, _) => WeekLabel(WeekYearRules.Iso.GetWeekYear(first), WeekYearRules.Iso.GetWeekOfWeekYear(first)),
            (_, 1) => (Invariant($"{year}年{part}月"), EnglishMonth.Format(first)),
            (_, 3) => (Invariant($"{year}年第{part}季度"), Invariant($"Q{part} {year}")),
            (_, 6) => (Invariant($"{year}年{(part == 1 ? "上" : "下")}半年"), Invariant($"{(part == 1 ? "first" : "second")} half of {year}")),
            _ => (Invariant($"{year}年"), Invariant($"{year}")),
        };
    }

    private static BilingualText WeekLabel(int weekYear, int week) =>
        (Invariant($"{weekYear}年第{week}周"), Invariant($"week {week} of {weekYear}"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
