using System.Collections.Frozen;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Time;

/// <summary>Reads the embedded table of the Chinese holiday notices, once, when the calendar is first asked for.</summary>
internal static class ChinaWorkingDays
{
    private const int FirstYear = 2004;
    private const int LastYear = 2026;

    private static readonly FrozenDictionary<string, string> EnglishNames = new Dictionary<string, string>
    {
        ["元旦"] = "New Year's Day",
        ["春节"] = "Spring Festival",
        ["清明"] = "Qingming Festival",
        ["劳动节"] = "Labour Day",
        ["端午"] = "Dragon Boat Festival",
        ["中秋"] = "Mid-Autumn Festival",
        ["国庆节"] = "National Day",
        ["中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日"] =
            "70th anniversary of victory in the Chinese People's War of Resistance against Japanese Aggression and the World Anti-Fascist War",
    }.ToFrozenDictionary();

    public static WorkingCalendar Calendar { get; } = new(
        [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday],
        FirstYear,
        LastYear,
        ReadDays(),
        ChinaTime.Zone,
        new Citation(
            ("国务院办公厅关于节假日安排的通知（历年，转录）", "Yearly holiday notices of the General Office of the State Council (transcribed)"),
            SourceStanding.SecondHand,
            url: new Uri("https://github.com/vsme/chinese-days")));

    private static IEnumerable<CalendarDay> ReadDays()
    {
        using var stream = typeof(ChinaWorkingDays).Assembly.GetManifestResourceStream("FoodSafety.Domain.Time.Data.china-working-days.csv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(',');
            yield return new CalendarDay(
                LocalDatePattern.Iso.Parse(fields[0]).Value,
                (fields[1], EnglishNames[fields[1]]),
                fields[2] == "holiday" ? CalendarDayKind.Holiday : CalendarDayKind.MakeUpWorkday);
        }
    }
}
