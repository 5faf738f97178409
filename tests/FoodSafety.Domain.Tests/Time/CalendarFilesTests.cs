using System.Text;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Time;

/// <summary>A year from a file, in three formats, and what is refused with its place.</summary>
public class CalendarFilesTests
{
    private static readonly WorkingCalendar China = Calendars.AnnouncedTo(2026);
    private static readonly CalendarDay[] Days = [.. Calendars.MadeUp(2027)];
    private static readonly CalendarDay DecemberWorked = new(new LocalDate(2026, 12, 27), ("元旦", "New Year's Day"), CalendarDayKind.MakeUpWorkday);

    private static readonly Dictionary<string, Func<IEnumerable<CalendarDay>, string>> Formats = new()
    {
        ["csv"] = Calendars.Csv,
        ["holiday-cn"] = days => HolidayCn(2027, days),
        ["chinese-days"] = ChineseDays,
    };

    public static TheoryData<string> FormatNames => [.. Formats.Keys];

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void WithFile_EachFormat_AddsTheYearAndTheDecemberBefore(string format)
    {
        var calendar = China.WithFile(2027, Bytes(Formats[format]([DecemberWorked, .. Days])));

        Assert.Equal(2027, calendar.LastYear);
        Assert.Equal(Days.Order(ByDate), calendar.DaysOf(2027));
        Assert.True(calendar.IsWorkingDay(DecemberWorked.Date));
        Assert.False(China.IsWorkingDay(DecemberWorked.Date));
        Assert.All(calendar.DaysOf(2028), day => Assert.True(day.IsProvisional));
    }

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void WithFile_ByteOrderMarkAndWindowsLines_AreRead(string format)
    {
        byte[] file = [.. Encoding.UTF8.Preamble, .. Bytes(Formats[format](Days).Replace("\n", "\r\n", StringComparison.Ordinal))];

        Assert.Equal(2027, China.WithFile(2027, file).LastYear);
    }

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void WithFile_CutAfterAnyDay_IsRefused_UnlessWhatFollowsIsNoStatutoryDay(string format)
    {
        var sorted = Days.Order(ByDate).ToArray();
        var lastStatutory = Array.FindLastIndex(sorted, day => HolidayRule.China[^1].DaysOf(2027).Any(statutory => statutory.Date == day.Date
            && day.Date.DayOfWeek < IsoDayOfWeek.Saturday));

        for (var kept = 0; kept <= lastStatutory; kept++)
        {
            var fault = Refuse(2027, Formats[format](sorted.Take(kept)));
            Assert.NotEmpty(fault.Faults);
        }

        Assert.Equal(2027, China.WithFile(2027, Bytes(Formats[format](sorted.Take(lastStatutory + 1)))).LastYear);
    }

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void WithFile_NoDays_SaysThatThereIsNone(string format) =>
        Assert.Contains("there is no day of 2027", Refuse(2027, Formats[format]([])).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void WithFile_StatutoryDayMissing_NamesTheDayAndTheLaw(string format)
    {
        var refusal = Refuse(2027, Formats[format](Days.Where(day => day.Date != new LocalDate(2027, 9, 15))));

        var fault = Assert.Single(refusal.Faults);
        Assert.Equal("$", fault.Path);
        Assert.StartsWith("$: 2027-09-15 is Mid-Autumn Festival, off by Regulation on Public Holidays", fault.Text.English, StringComparison.Ordinal);
        Assert.StartsWith("$：2027-09-15 是中秋，依", fault.Text.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv", "$")]
    [InlineData("holiday-cn", "$.days[19]")]
    [InlineData("chinese-days", "$.workdays['2027-10-03']")]
    public void WithFile_DayBothOffAndWorked_IsRefusedAtItsPlace(string format, string place)
    {
        CalendarDay[] days = [.. Days.Order(ByDate), new(new LocalDate(2027, 10, 3), ("国庆节", "National Day"), CalendarDayKind.MakeUpWorkday)];
        var text = format == "csv" ? Calendars.Csv([]) + string.Concat(days.Select(day => Calendars.Csv([day]).Split('\n')[1] + "\n")) : Formats[format](days);

        var fault = Refuse(2027, text).Faults.First(found => found.Path == place);

        Assert.Equal(format == "csv" ? 21 : null, fault.Line);
        Assert.Contains("2027-10-03 is given twice, once off and once worked", fault.Text.English, StringComparison.Ordinal);
        Assert.Contains("既放假又上班", fault.Text.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void WithFile_OfAnotherYear_SaysWhichIsAllowed()
    {
        Assert.Equal(
            "Faults in the holiday calendar file: 1. line 3, column 13 ($.year): 2028 is out of range. Allowed: 2027.",
            Refuse(2027, HolidayCn(2028, Days)).Message);
        Assert.Contains("there is no day of 2027", Refuse(2027, ChineseDays(Calendars.MadeUp(2029))).Message, StringComparison.Ordinal);
        Assert.Contains("2029-01-01 is neither a day of 2027 nor of the December before it", Refuse(2027, Calendars.Csv(Calendars.MadeUp(2029))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("year", () => China.WithFile(2029, Bytes(Calendars.Csv(Calendars.MadeUp(2029)))));
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("date;name;kind\n", "line 1")]
    [InlineData("date,name,kind\n2027-1-1,元旦,holiday\n", "line 2")]
    [InlineData("date,name,kind\n2027-01-01,元旦\n", "line 2")]
    [InlineData("date,name,kind\n2027-01-01,元旦,off\n", "line 2")]
    [InlineData("date,name,kind\n2027-01-01, ,holiday\n", "line 2")]
    [InlineData("date,name,kind\n\n2027-01-01,元旦,holiday\n", "line 2")]
    [InlineData("{", "$")]
    [InlineData("[]", "$")]
    [InlineData("{}", "$")]
    [InlineData("{\"days\":[]}", "$")]
    [InlineData("{\"year\":2027,\"days\":{}}", "$.days")]
    [InlineData("{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-13-01\",\"isOffDay\":true}]}", "$.days[0].date")]
    [InlineData("{\"year\":2027,\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":\"yes\"}]}", "$.days[0].isOffDay")]
    [InlineData("{\"year\":2027,\"days\":[{\"date\":\"2027-01-01\",\"isOffDay\":true}]}", "$.days[0]")]
    [InlineData("{\"holidays\":{\"01/01\":\"元旦\"},\"workdays\":{}}", "$.holidays['01/01']")]
    [InlineData("{\"holidays\":{\"2027-01-01\":1},\"workdays\":{}}", "$.holidays['2027-01-01']")]
    [InlineData("{\"holidays\":{}}", "$")]
    public void WithFile_NotOfTheForm_SaysWhere(string text, string place)
    {
        var fault = Refuse(2027, text).Faults[0];
        Assert.Equal(place, place.StartsWith("line", StringComparison.Ordinal) ? $"line {fault.Line}" : fault.Path);
    }

    [Fact]
    public void WithFile_NotUnicode_IsRefused() => Assert.Equal(
        DataFileFaultKind.NotUnicode,
        Assert.Throws<DataFileException>(() => China.WithFile(2027, [.. Bytes("date,name,kind\n2027-01-01,"), 0xD6, 0xD0, .. Bytes(",holiday\n")])).Faults[0].Kind);

    [Fact]
    public void WithFile_NamesOfSeveralFestivals_AreInBothLanguages()
    {
        var days = Days.Select(day => day.Date == new LocalDate(2027, 10, 1) ? day with { Name = ("中秋节、国庆节", "") } : day);

        var calendar = China.WithFile(2027, Bytes(HolidayCn(2027, days)));

        Assert.Equal(("中秋节、国庆节", "Mid-Autumn Festival and National Day"), calendar.FindHoliday(new LocalDate(2027, 10, 1)));
    }

    [Fact]
    public void WithFile_EveryAnnouncedYearWrittenAsEachFormat_GivesTheSameCalendar()
    {
        var calendar = Calendars.AnnouncedTo(2007);
        for (var year = 2008; year <= 2026; year++)
        {
            calendar = calendar.WithFile(year, Bytes(year % 2 == 0 ? HolidayCn(year, WorkingCalendar.China.DaysOf(year)) : ChineseDays(WorkingCalendar.China.DaysOf(year))));
        }

        for (var date = new LocalDate(2008, 1, 1); date.Year <= 2026; date = date.PlusDays(1))
        {
            Assert.Equal(WorkingCalendar.China.IsWorkingDay(date), calendar.IsWorkingDay(date));
            Assert.Equal(WorkingCalendar.China.FindHoliday(date), calendar.FindHoliday(date));
        }
    }

    private static Comparer<CalendarDay> ByDate { get; } = Comparer<CalendarDay>.Create((a, b) => a.Date.CompareTo(b.Date));

    private static DataFileException Refuse(int year, string text) => Assert.Throws<DataFileException>(() => China.WithFile(year, Bytes(text)));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string HolidayCn(int year, IEnumerable<CalendarDay> days) => $$"""
        {
            "$schema": "https://example.org/schema.json",
            "year": {{year}},
            "papers": ["https://example.org/notice"],
            "days": [
                {{string.Join(",\n", days.Select(day => $$"""{ "name": "{{day.Name.Chinese}}", "date": "{{day.Date:uuuu-MM-dd}}", "isOffDay": {{(day.Kind == CalendarDayKind.Holiday ? "true" : "false")}} }"""))}}
            ]
        }
        """;

    // Those off beyond the statutory days are in lieu, and stand among the days off too.
    private static string ChineseDays(IEnumerable<CalendarDay> days)
    {
        var all = days.ToList();
        return $$"""
            {
              "holidays": { "2026-01-01": "New Year's Day,元旦,1"{{Map(CalendarDayKind.Holiday, ",")}} },
              "workdays": { {{Map(CalendarDayKind.MakeUpWorkday, "")}} },
              "inLieuDays": { {{Map(CalendarDayKind.Holiday, "")}} }
            }
            """;

        string Map(CalendarDayKind kind, string before) => all.Exists(day => day.Kind == kind)
            ? before + string.Join(",\n", all.Where(day => day.Kind == kind && day.Date != new LocalDate(2026, 1, 1)).Select(day => $"\"{day.Date:uuuu-MM-dd}\": \"{day.Name.English},{day.Name.Chinese},1\""))
            : "";
    }
}
