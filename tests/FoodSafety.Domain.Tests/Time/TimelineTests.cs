using CsCheck;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

public class TimelineTests
{
    [Fact]
    public void At_AnyDay_IsTheLastVersionThatBeganByThen() => Gen.Select(Gen.Int[0, 60].Array[1, 6], Gen.Int[0, 60]).Sample(
        (starts, asked) =>
        {
            var first = new LocalDate(2025, 12, 1);
            var days = starts.Distinct().ToList();
            var timeline = new Timeline<string>(days.Select(day => (first.PlusDays(day), $"{day}")));
            var expected = days.Where(day => day <= asked).Select(day => (int?)day).Max();
            Assert.Equal(expected?.ToString(System.Globalization.CultureInfo.InvariantCulture), timeline.FindAt(first.PlusDays(asked)));
            Assert.Equal(days.Order().Select(day => $"{day}"), timeline.Versions.Select(version => version.Version));
        });

    [Fact]
    public void Timeline_OfNothingOrOfTwoOnOneDay_IsRefused()
    {
        var day = new LocalDate(2026, 12, 1);
        Assert.Throws<ArgumentException>(() => new Timeline<string>());
        Assert.Throws<ArgumentException>(() => new Timeline<string>((day, null!)));
        Assert.StartsWith(
            "Two versions begin on 2026-12-01. Allowed: one a day.",
            Assert.Throws<ArgumentException>(() => new Timeline<string>((day, "a"), (day, "b"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Timeline<string>((day, "a")).At(day.PlusDays(-1)));
    }

    [Fact]
    public void Minutes_RunFromAnInstant()
    {
        var limit = TimeLimit.Minutes(30);
        var at = Instant.FromUtc(2026, 11, 30, 15, 45);
        Assert.Equal((true, "30 minutes", "30 分钟"), (limit.RunsFromInstant, limit.Text.English, limit.Text.Chinese));
        Assert.Equal(at + Duration.FromMinutes(30), limit.After(at, WorkingCalendar.China).LastInstant);
        Assert.Throws<ArgumentException>(() => limit.After(new LocalDate(2026, 11, 30), WorkingCalendar.China));
        Assert.Equal((true, false, false), (TimeLimit.Hours(1).RunsFromInstant, TimeLimit.Days(1).RunsFromInstant, TimeLimit.WorkingDays(1).RunsFromInstant));
    }
}
