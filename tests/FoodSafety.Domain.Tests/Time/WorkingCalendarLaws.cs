using System.Globalization;
using CsCheck;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

/// <summary>What holds for every announced day, against a naive walk over the days of the table.</summary>
public class WorkingCalendarLaws
{
    private static readonly WorkingCalendar China = WorkingCalendar.China;
    private static readonly LocalDate First = new(2004, 1, 1);
    private static readonly int DayCount = Period.DaysBetween(First, new LocalDate(China.LastYear, 12, 31)) + 1;

    // A margin at both ends, so that moving by the counts drawn stays inside the known years.
    private static readonly Gen<LocalDate> Days = Gen.Int[700, DayCount - 701].Select(day => First.PlusDays(day));
    private static readonly Gen<int> Counts = Gen.Int[-200, 200];

    [Fact]
    public void Embedded_EqualsTheSharedTable()
    {
        // Two days are not in it: one made a working day by the notice of the year after, and a festival on a Saturday.
        string[] rows = [.. File.ReadLines(SharedData.Beside("cn-working-days.csv")).Skip(1), "2005-12-31,元旦,workday", "2012-06-23,端午,holiday"];
        var last = rows.Max(row => int.Parse(row.AsSpan(0, 4), CultureInfo.InvariantCulture));

        var embedded = Enumerable.Range(2004, last - 2003).SelectMany(year => China.DaysOf(year))
            .Select(day => $"{day.Date:uuuu-MM-dd},{day.Name.Chinese},{(day.Kind == CalendarDayKind.Holiday ? "holiday" : "workday")}");

        Assert.Equal(rows.Order(StringComparer.Ordinal), embedded);
    }

    [Fact]
    public void IsWorkingDay_EveryDay_EqualsTheTableReadNaively()
    {
        var table = Calendars.TableFiles.SelectMany(file => File.ReadLines(file).Skip(1)).Select(line => line.Split(',')).ToDictionary(fields => fields[0], fields => fields[2] == "workday");

        for (var day = 0; day < DayCount; day++)
        {
            var date = First.PlusDays(day);
            var expected = table.TryGetValue($"{date:uuuu-MM-dd}", out var worked) ? worked : date.DayOfWeek < IsoDayOfWeek.Saturday;
            Assert.True(expected == China.IsWorkingDay(date), $"{date:uuuu-MM-dd}");
        }
    }

    [Fact]
    public void AddWorkingDaysAndBetween_FromEveryDay_EqualAWalkOverTheDays()
    {
        foreach (var step in (int[])[1, -1])
        {
            for (var day = 0; day < DayCount; day++)
            {
                var start = First.PlusDays(day);
                var count = 0;
                for (var (date, walked) = (start, 0); walked < 45 && date.PlusDays(step).Year is >= 2004 and var year && year <= China.LastYear; walked++)
                {
                    date = date.PlusDays(step);
                    if (China.IsWorkingDay(date))
                    {
                        count += step;
                        Assert.Equal(date, China.AddWorkingDays(start, count));
                    }

                    Assert.Equal(count, China.WorkingDaysBetween(start, date));
                }
            }
        }
    }

    [Fact]
    public void NextWorkingDayOnOrAfter_EveryDay_EqualsAWalk()
    {
        for (var day = 0; day < DayCount; day++)
        {
            var date = First.PlusDays(day);
            var expected = date;
            while (!China.IsWorkingDay(expected))
            {
                expected = expected.PlusDays(1);
            }

            Assert.Equal(expected, China.NextWorkingDayOnOrAfter(date));
        }
    }

    [Fact]
    public void WorkingDaysBetween_TheDayAdded_IsTheNumberAdded() =>
        Gen.Select(Days, Counts).Sample((start, n) => China.WorkingDaysBetween(start, China.AddWorkingDays(start, n)) == n);

    [Fact]
    public void AddWorkingDays_ThereAndBack_ReturnsToAWorkingDay() =>
        Gen.Select(Days.Where(China.IsWorkingDay), Counts).Sample((start, n) => China.AddWorkingDays(China.AddWorkingDays(start, n), -n) == start);

    [Fact]
    public void AddWorkingDays_InTwoSteps_IsOneStepOfTheSum() =>
        Gen.Select(Days.Where(China.IsWorkingDay), Counts, Counts).Sample((start, n, m) =>
            China.AddWorkingDays(China.AddWorkingDays(start, n), m) == China.AddWorkingDays(start, n + m));

    [Fact]
    public void AddWorkingDays_LaterStartOrMoreDays_IsNeverEarlier() =>
        Gen.Select(Days, Gen.Int[0, 40], Counts).Sample((start, later, n) =>
            China.AddWorkingDays(start, n) <= China.AddWorkingDays(start.PlusDays(later), n)
            && China.AddWorkingDays(start, n) < China.AddWorkingDays(start, n + 1));

    [Fact]
    public void WorkingDaysBetween_WorkingDaysSwapped_ChangesSign() =>
        Gen.Select(Days.Where(China.IsWorkingDay), Days.Where(China.IsWorkingDay)).Sample((a, b) =>
            China.WorkingDaysBetween(a, b) == -China.WorkingDaysBetween(b, a));

    [Fact]
    public void WorkingDaysIn_AnyInterval_AreTheWorkingDaysOfIt() =>
        Gen.Select(Days, Gen.Int[0, 60]).Sample((start, length) =>
            China.WorkingDaysIn(new DateInterval(start, start.PlusDays(length))).ToArray()
                .SequenceEqual(Enumerable.Range(0, length + 1).Select(start.PlusDays).Where(China.IsWorkingDay)));

    [Fact]
    public void Questions_Asked_AllocateNothing()
    {
        var start = new LocalDate(2025, 9, 28);
        var interval = new DateInterval(start, new LocalDate(2026, 3, 1));
        Ask();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Ask()
        {
            _ = China.IsWorkingDay(start);
            _ = China.FindHoliday(start);
            _ = China.WorkingDaysBetween(start, China.AddWorkingDays(start, 15));
            _ = China.NextWorkingDayOnOrAfter(start);
            _ = China.WorkingDaysIn(interval);
        }
    }
}
