using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.Problems;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Deadlines over the long holidays, against days counted by hand.</summary>
public class RectificationDeadlineTests
{
    // 国务院办公厅关于2024年部分节假日安排的通知: off 1 to 7 October 2024, worked on Sunday 29 September and Saturday 12 October.
    // From Friday 27 September: Sun 29 (1), Mon 30 (2), Tue 8 October (3); then Wed 9 (4), Thu 10 (5), Fri 11 (6), Sat 12 (7).
    [InlineData("2024-09-27", 2, "2024-09-30")]
    [InlineData("2024-09-27", 3, "2024-10-08")]
    [InlineData("2024-09-27", 7, "2024-10-12")]

    // 国务院办公厅关于2025年部分节假日安排的通知: off 28 January to 4 February 2025, worked on Sunday 26 January and Saturday 8 February.
    // From Friday 24 January: Sun 26 (1), Mon 27 (2), Wed 5 February (3), Thu 6 (4), Fri 7 (5), Sat 8 (6), Mon 10 (7).
    [InlineData("2025-01-24", 2, "2025-01-27")]
    [InlineData("2025-01-24", 3, "2025-02-05")]
    [InlineData("2025-01-24", 6, "2025-02-08")]
    [InlineData("2025-01-24", 7, "2025-02-10")]

    // The same notice: off 1 to 8 October 2025, worked on Sunday 28 September and Saturday 11 October.
    // From Friday 26 September: Sun 28 (1), Mon 29 (2), Tue 30 (3), Thu 9 October (4), Fri 10 (5), Sat 11 (6), Mon 13 (7).
    [InlineData("2025-09-26", 3, "2025-09-30")]
    [InlineData("2025-09-26", 4, "2025-10-09")]
    [InlineData("2025-09-26", 6, "2025-10-11")]
    [InlineData("2025-09-26", 7, "2025-10-13")]

    // 国务院办公厅关于2026年部分节假日安排的通知: off 15 to 23 February 2026, worked on Saturday 14 and Saturday 28 February.
    // From Thursday 12 February: Fri 13 (1), Sat 14 (2), Tue 24 (3), Wed 25 (4), Thu 26 (5), Fri 27 (6), Sat 28 (7), Mon 2 March (8).
    [InlineData("2026-02-12", 2, "2026-02-14")]
    [InlineData("2026-02-12", 3, "2026-02-24")]
    [InlineData("2026-02-12", 7, "2026-02-28")]
    [InlineData("2026-02-12", 8, "2026-03-02")]
    [Theory]
    public void Order_InWorkingDays_EndsOnTheDayCountedByHand(string ordered, int workingDays, string last)
    {
        var book = new RectificationDesk();
        var (day, lastDay) = (Day(ordered), Day(last));

        var id = book.Ordered(TimeLimit.WorkingDays(workingDays), At(day, 17));

        Assert.Equal(lastDay, book[id].Deadline!.Value.LastDay);
        Assert.Empty(book.On(lastDay).Overdue());
        Assert.Equal([id], book.On(lastDay.PlusDays(1)).Overdue());
        Assert.Equal([id], book.On(lastDay.PlusDays(-2)).DueSoon());
        Assert.Empty(book.On(lastDay.PlusDays(-3)).DueSoon());
        Assert.Equal([id], book.On(lastDay).DueSoon(0));
        Assert.Empty(book.On(lastDay.PlusDays(1)).DueSoon());
    }

    [Fact]
    public void Order_InCalendarDays_RunsThroughHolidays_UnlessItMovesToAWorkingDay()
    {
        var book = new RectificationDesk();
        var plain = book.Ordered(TimeLimit.Days(7), At(2025, 9, 26));
        var moving = book.Ordered(TimeLimit.Days(7) with { MovesToWorkingDay = true }, At(2025, 9, 26));

        // 26 September and 7 days is 3 October, a holiday; the first working day after it is 9 October.
        Assert.Equal(new LocalDate(2025, 10, 3), book[plain].Deadline!.Value.LastDay);
        Assert.Equal(new LocalDate(2025, 10, 9), book[moving].Deadline!.Value.LastDay);
    }

    [Fact]
    public void Order_InHours_IsOverdueAtTheInstant()
    {
        var book = new RectificationDesk();
        var id = book.Ordered(TimeLimit.Hours(72), At(2025, 9, 30, 10));
        var days = book.Ordered(TimeLimit.Days(3), At(2025, 9, 30, 10));
        var (last, day) = (At(2025, 10, 3, 10), new LocalDate(2025, 10, 3));

        Assert.Equal(last, book[id].Deadline!.Value.LastInstant);
        Assert.Empty(book.On(day).Overdue());
        Assert.Empty(book.On(day).OverdueAt(last));
        Assert.Equal([id], book.On(day).OverdueAt(last + Duration.Epsilon));
        Assert.Equal([id], book.On(day).OverdueAt(At(2025, 10, 4, 0) - Duration.Epsilon));
        Assert.Equal([id, days], book.On(day.PlusDays(1)).OverdueAt(At(2025, 10, 4, 0)));
        Assert.Equal(
            "It is of 2025-10-04. Allowed: an instant of 2025-10-03. (Parameter 'now')",
            Assert.Throws<ArgumentOutOfRangeException>(() => book.On(day).OverdueAt(At(2025, 10, 4, 0))).Message.Split('\n')[0]);
    }

    [Fact]
    public void Order_BeyondAllThatCanBeComputed_IsRefusedAndChangesNothing()
    {
        var book = new RectificationDesk();
        var at = At(WorkingCalendar.China.LastComputableYear, 12, 30);
        var id = book.Report(at);
        book.Claim(id, Officer, at);

        Assert.Equal("calendar-year-unknown", Assert.Single(Assert.Throws<ActsRefusedException>(() => book.Order(id, TimeLimit.WorkingDays(5), Officer, at)).Refusals).Code);

        Assert.Equal((RectificationState.Claimed, 2), (book[id].State, book.Taken.Count));
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
