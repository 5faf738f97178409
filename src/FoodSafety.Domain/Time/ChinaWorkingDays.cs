using System.Collections.Frozen;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Time;

/// <summary>Reads the embedded tables of the Chinese holiday notices, once, when the calendar is first asked for.</summary>
/// <remarks>A table is a file of <c>Time/Data</c>. One more file with a later year makes the calendar that much longer: nothing else names the last year.</remarks>
internal static class ChinaWorkingDays
{
    private const string Tables = "FoodSafety.Domain.Time.Data.";

    private static readonly FrozenDictionary<string, string> EnglishNames = new Dictionary<string, string>
    {
        ["元旦"] = "New Year's Day",
        ["春节"] = "Spring Festival",
        ["清明"] = "Qingming Festival",
        ["清明节"] = "Qingming Festival",
        ["劳动节"] = "Labour Day",
        ["“五一”"] = "Labour Day",
        ["端午"] = "Dragon Boat Festival",
        ["端午节"] = "Dragon Boat Festival",
        ["中秋"] = "Mid-Autumn Festival",
        ["中秋节"] = "Mid-Autumn Festival",
        ["国庆"] = "National Day",
        ["国庆节"] = "National Day",
        ["“十一”"] = "National Day",
        ["中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日"] =
            "70th anniversary of victory in the Chinese People's War of Resistance against Japanese Aggression and the World Anti-Fascist War",
    }.ToFrozenDictionary();

    public static WorkingCalendar Calendar { get; } = Of(EmbeddedTables());

    /// <summary>The calendar of tables, each as lines with a header; a table of a year may hold days of the December before it.</summary>
    public static WorkingCalendar Of(IEnumerable<IEnumerable<string>> tables)
    {
        var days = tables.SelectMany(table => table.Skip(1).Select(Read)).ToList();
        return new WorkingCalendar(
            [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday],
            days.Min(day => day.Date.Year),
            days.Max(day => day.Date.Year),
            days,
            ChinaTime.Zone,
            new Citation(
                ("国务院办公厅关于节假日安排的通知（历年，转录）", "Yearly holiday notices of the General Office of the State Council (transcribed)"),
                SourceStanding.SecondHand,
                url: new Uri("https://github.com/vsme/chinese-days")),
            HolidayRule.China);
    }

    /// <summary>The name of a holiday in both languages; where several share a day, they are joined. A name that is not known stands for itself.</summary>
    public static BilingualText Name(string chinese) =>
        (chinese, string.Join(" and ", chinese.Split('、').Select(name => EnglishNames.GetValueOrDefault(name, name))));

    private static CalendarDay Read(string line)
    {
        var fields = line.Split(',');
        return new CalendarDay(
            LocalDatePattern.Iso.Parse(fields[0]).Value, Name(fields[1]), fields[2] == "holiday" ? CalendarDayKind.Holiday : CalendarDayKind.MakeUpWorkday);
    }

    private static IEnumerable<IEnumerable<string>> EmbeddedTables()
    {
        var assembly = typeof(ChinaWorkingDays).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Tables, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
    }
}
