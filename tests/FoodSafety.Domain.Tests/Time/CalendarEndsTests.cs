using CsCheck;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

/// <summary>At the ends of the calendar what can be told is told, and what cannot is refused as an argument with its value.</summary>
public class CalendarEndsTests
{
    private static readonly LocalDate First = LocalDate.MinIsoValue;
    private static readonly LocalDate Last = LocalDate.MaxIsoValue;

    private static readonly Gen<LocalDate> NearTheEnds = Gen.Select(Gen.Bool, Gen.Int[0, 800], (late, days) => late ? Last.PlusDays(-days) : First.PlusDays(days));

    public static TheoryData<string> Calendars => [.. Cadence.All.OfType<CalendarCadence>().Select(cadence => cadence.Code)];

    [Theory]
    [MemberData(nameof(Calendars))]
    public void Periods_NearTheEnds_AreAnsweredOrRefusedAsArguments(string code)
    {
        var cadence = (CalendarCadence)Cadence.Find(code)!;
        NearTheEnds.Sample(date =>
        {
            Asked(() => Assert.True(cadence.PeriodOf(date).Contains(date)));
            Asked(() => Assert.True(cadence.PeriodAfter(date).First > date));
            Asked(() => Assert.True(cadence.PeriodBefore(date).Last < date));
            Asked(() => cadence.PeriodsOverlapping(new DateInterval(date, LocalDate.Min(Last, First.PlusDays(900) > date ? date.PlusDays(20) : Last))));
            Asked(() => _ = cadence.PeriodOf(date).Label.Chinese);
        });
    }

    [Fact]
    public void PeriodAfter_TheLastDay_NamesTheDayAndWhatIsAllowed()
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Cadence.Month.PeriodAfter(Last));

        Assert.Equal(("date", Last), (refused.ParamName, refused.ActualValue));
        Assert.StartsWith("Allowed: what lies in the years -9998 to 9999 1 days on.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Last, Cadence.Month.PeriodAfter(new LocalDate(9999, 11, 30)).Last);
        Assert.Throws<ArgumentOutOfRangeException>(() => Cadence.Year.PeriodBefore(First));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cadence.Week.PeriodOf(Last));
        Assert.Equal(Last, Cadence.Day.PeriodOf(Last).Last);
    }

    [Fact]
    public void Deadline_OfTheLastDays_EndsOrIsRefused()
    {
        Assert.Equal(Last.PlusDays(-1), Deadline.AtEndOf(Last.PlusDays(-1), ChinaTime.Zone).LastDay);
        Assert.Equal("day", Assert.Throws<ArgumentOutOfRangeException>(() => Deadline.AtEndOf(Last, ChinaTime.Zone)).ParamName);
        Assert.Equal(First, Deadline.AtEndOf(First, ChinaTime.Zone).LastDay);
        Assert.Equal("last", Assert.Throws<ArgumentOutOfRangeException>(() => Deadline.At(Instant.MaxValue, ChinaTime.Zone)).ParamName);
        Assert.Equal(Last, Deadline.At(Instant.MaxValue - Duration.FromHours(8), ChinaTime.Zone).LastDay);
        Assert.Equal(Last, Deadline.At(Instant.MaxValue, DateTimeZone.Utc).LastDay);
        Assert.Equal(First, Deadline.At(Instant.MinValue, ChinaTime.Zone).LastDay);
        Assert.Throws<ArgumentOutOfRangeException>(() => Deadline.At(Instant.MinValue, DateTimeZone.ForOffset(Offset.FromHours(-5))));
    }

    [Fact]
    public void DateOf_TheLastInstants_IsRefused()
    {
        Assert.Equal(First, ChinaTime.DateOf(Instant.MinValue));
        Assert.Equal(Last, ChinaTime.DateOf(Instant.MaxValue - Duration.FromHours(8)));
        Assert.Equal("at", Assert.Throws<ArgumentOutOfRangeException>(() => ChinaTime.DateOf(Instant.MaxValue)).ParamName);
    }

    [Fact]
    public void Limit_OfAnyLengthFromAnyMoment_EndsOrIsRefused() => Gen.Select(
        Gen.OneOf(Gen.Int[1, 400], Gen.Int[1, int.MaxValue], Gen.Const(int.MaxValue)), Gen.OneOf(NearTheEnds, Gen.Const(new LocalDate(2026, 3, 2))), Gen.Bool).Sample((amount, day, moves) =>
    {
        var at = Instant.FromUtc(day.Year, day.Month, day.Day, 4, 0);
        Asked(() => Assert.True(TimeLimit.Hours(amount).After(at, WorkingCalendar.China).LastInstant - at == Duration.FromHours(amount)));
        Asked(() => Assert.Equal(amount, TimeLimit.Days(amount).After(day, WorkingCalendar.China).DaysLeft(day)));
        Asked(() => Assert.Equal(amount, TimeLimit.Days(amount).After(at, WorkingCalendar.China).DaysLeft(ChinaTime.DateOf(at))));
    });

    private static void Asked(Action ask)
    {
        try
        {
            ask();
        }
        catch (ArgumentOutOfRangeException refused)
        {
            Assert.NotNull(refused.ParamName);
            Assert.NotNull(refused.ActualValue);
            Assert.StartsWith("Allowed: ", refused.Message, StringComparison.Ordinal);
        }
    }
}
