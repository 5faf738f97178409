using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

public class ChinaTimeTests
{
    [Fact]
    public void DateOf_AroundMidnightInChina_ChangesAtSixteenHoursUtc()
    {
        var midnight = Instant.FromUtc(2026, 3, 1, 16, 0);

        Assert.Equal(new LocalDate(2026, 3, 2), ChinaTime.DateOf(midnight));
        Assert.Equal(new LocalDate(2026, 3, 1), ChinaTime.DateOf(midnight - Duration.Epsilon));
    }

    [Fact]
    public void Zone_SinceTheLastSummerTime_AgreesWithShanghai()
    {
        var shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

        var interval = Assert.Single(shanghai.GetZoneIntervals(Instant.FromUtc(1991, 9, 15, 0, 0), Instant.FromUtc(2100, 1, 1, 0, 0)));
        Assert.Equal(ChinaTime.Zone.GetUtcOffset(interval.Start), interval.WallOffset);
        Assert.Equal(Instant.FromUtc(1991, 9, 14, 17, 0), interval.Start);
    }
}
