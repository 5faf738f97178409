using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

public class DeadlineTests
{
    private static readonly LocalDate Day = new(2025, 10, 10);
    private static readonly Deadline EndOfDay = Deadline.AtEndOf(Day, ChinaTime.Zone);
    private static readonly Deadline Afternoon = Deadline.At(Instant.FromUtc(2025, 10, 10, 6, 30), ChinaTime.Zone);

    // Midnight in China after 10 October.
    private static readonly Instant Midnight = Instant.FromUtc(2025, 10, 10, 16, 0);

    [Fact]
    public void IsMet_EndOfDay_IncludesTheLastMomentInChina()
    {
        Assert.True(EndOfDay.IsMet(Midnight - Duration.Epsilon));
        Assert.False(EndOfDay.IsMet(Midnight));
        Assert.True(EndOfDay.IsMet(Day));
        Assert.False(EndOfDay.IsMet(Day.PlusDays(1)));
    }

    [Fact]
    public void IsOverdue_EndOfDay_BeginsWithTheNextDay()
    {
        Assert.False(EndOfDay.IsOverdue(Midnight - Duration.Epsilon));
        Assert.True(EndOfDay.IsOverdue(Midnight));
        Assert.False(EndOfDay.IsOverdue(Day));
        Assert.True(EndOfDay.IsOverdue(Day.PlusDays(1)));
    }

    [Fact]
    public void IsMet_WithinTheDay_IncludesTheInstantAndADateGetsTheBenefit()
    {
        Assert.True(Afternoon.IsMet(Afternoon.LastInstant));
        Assert.True(Afternoon.IsOverdue(Afternoon.LastInstant + Duration.Epsilon));
        Assert.True(Afternoon.IsMet(Day));
        Assert.True(Afternoon.IsOverdue(Day.PlusDays(1)));
    }

    [Fact]
    public void IsDueWithin_Dates_WarnsFromTheNoticeToTheLastDay()
    {
        Assert.False(EndOfDay.IsDueWithin(Day.PlusDays(-4), 3));
        Assert.True(EndOfDay.IsDueWithin(Day.PlusDays(-3), 3));
        Assert.True(EndOfDay.IsDueWithin(Day, 0));
        Assert.False(EndOfDay.IsDueWithin(Day.PlusDays(1), 3));
    }

    [Fact]
    public void IsDueWithin_Instants_WarnsFromTheNoticeToTheLastInstant()
    {
        var notice = Duration.FromHours(2);

        Assert.False(Afternoon.IsDueWithin(Afternoon.LastInstant - notice - Duration.Epsilon, notice));
        Assert.True(Afternoon.IsDueWithin(Afternoon.LastInstant - notice, notice));
        Assert.True(Afternoon.IsDueWithin(Afternoon.LastInstant, notice));
        Assert.False(Afternoon.IsDueWithin(Afternoon.LastInstant + Duration.Epsilon, notice));
    }

    [Fact]
    public void Left_BeforeAndAfter_ChangesSign()
    {
        Assert.Equal(2, EndOfDay.DaysLeft(Day.PlusDays(-2)));
        Assert.Equal(0, EndOfDay.DaysLeft(Day));
        Assert.Equal(-2, EndOfDay.DaysLeft(Day.PlusDays(2)));
        Assert.Equal(Duration.FromMinutes(30), Afternoon.TimeLeft(Instant.FromUtc(2025, 10, 10, 6, 0)));
        Assert.Equal(Duration.FromMinutes(-30), Afternoon.TimeLeft(Instant.FromUtc(2025, 10, 10, 7, 0)));
    }

    [Fact]
    public void Text_EachEnd_ShowsTheDateAndTheMinuteWhereItMatters()
    {
        Assert.Equal(("2025-10-10 前（含）", "by 2025-10-10"), EndOfDay.Text);
        Assert.Equal(("2025-10-10 14:30 前（含）", "by 2025-10-10 14:30"), Afternoon.Text);
        Assert.True(EndOfDay.EndsWithDay);
        Assert.False(Afternoon.EndsWithDay);
    }

    [Fact]
    public void At_TheLastInstantOfAnother_IsTheSameDeadline()
    {
        Assert.Equal(EndOfDay, Deadline.At(EndOfDay.LastInstant, ChinaTime.Zone));
        Assert.Equal(Afternoon, Deadline.At(Afternoon.LastInstant, ChinaTime.Zone));
    }

    [Fact]
    public void Default_IsLongOverdue()
    {
        Assert.True(default(Deadline).IsOverdue(new LocalDate(1, 1, 2)));
        Assert.True(default(Deadline).IsOverdue(Instant.FromUtc(1, 1, 2, 0, 0)));
    }
}
