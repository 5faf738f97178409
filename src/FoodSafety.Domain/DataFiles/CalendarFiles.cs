using System.Text;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.DataFiles;

/// <summary>Adds announced years to a working calendar from files (节假日安排文件).</summary>
public static class CalendarFiles
{
    // Twenty years of notices take some fifty kilobytes.
    private const int MostBytes = 4 * 1024 * 1024;

    private const string Header = "date,name,kind";

    private static readonly BilingualText Subject = ("节假日安排文件", "holiday calendar file");

    /// <summary>The calendar with a year announced, or announced anew, from a file.</summary>
    /// <remarks>
    /// <para>The format is seen from what stands in it. All are UTF-8, with or without a byte order mark:</para>
    /// <list type="bullet">
    /// <item>CSV with the header <c>date,name,kind</c>, of which the kind is <c>holiday</c> or <c>workday</c>: the tables of this library;</item>
    /// <item>JSON with <c>year</c> and <c>days</c> of <c>name</c>, <c>date</c> and <c>isOffDay</c>: the files of <i>holiday-cn</i>;</item>
    /// <item>JSON with maps <c>holidays</c>, <c>workdays</c> and <c>inLieuDays</c> from dates to names: the files of <i>chinese-days</i>, of
    /// which those of the year and of the December before it are taken.</item>
    /// </list>
    /// <para>Refused are a file that is empty or of another year, in which a day is both off and worked or stands twice, in which a day of the
    /// week's working days is made one, or by which a statutory day of the year is worked: so a file cut off is refused too.</para>
    /// </remarks>
    /// <param name="calendar">The calendar, as <see cref="WorkingCalendar.China"/>.</param>
    /// <param name="year">The year: the one before the first announced, an announced one, or the one after the last.</param>
    /// <param name="utf8">The file.</param>
    /// <param name="basis">The notice; null for the basis of the calendar.</param>
    /// <exception cref="DataFileException">The file cannot be read as said, or is refused; everything found is listed with its place.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The year would leave a gap.</exception>
    public static WorkingCalendar WithFile(this WorkingCalendar calendar, int year, ReadOnlySpan<byte> utf8, Citation? basis = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        WorkingCalendar.CheckRange(year, Math.Max(1, calendar.FirstYear - 1), Math.Min(9999, calendar.LastYear + 1), nameof(year));
        var faults = new DataFileFaults(Subject);
        var placed = IsJson(utf8) ? ReadJson(utf8, year, faults) : ReadCsv(utf8, faults);
        faults.ThrowIfAny();
        if (placed.Count == 0)
        {
            faults.Add("$", ($"没有 {year} 年的任何一天", $"there is no day of {year}"));
        }

        faults.ThrowIfAny();
        var added = calendar.Add(year, [.. placed.Select(entry => entry.Day)], basis, out var found);
        foreach (var fault in found)
        {
            // The last place, for a day that stands twice is wrong where it stands again.
            var place = placed.FindLastIndex(entry => entry.Day.Date == fault.Date);
            var reason = new BilingualText($"{fault.Date:uuuu-MM-dd} {fault.Reason.Chinese}", $"{fault.Date:uuuu-MM-dd} {fault.Reason.English}");
            faults.Add(new DataFileFault(DataFileFaultKind.NotBuildable, place < 0 ? "$" : placed[place].Path, null, [], reason: reason)
            {
                Line = place < 0 ? null : placed[place].Line,
            });
        }

        faults.ThrowIfAny();
        return added;
    }

    private static bool IsJson(ReadOnlySpan<byte> utf8)
    {
        var text = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        return text.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
    }

    private static List<Entry> ReadJson(ReadOnlySpan<byte> utf8, int year, DataFileFaults faults)
    {
        using var document = JsonSource.Parse(utf8, MostBytes, faults);
        if (JsonFields.Of(new JsonPart(document.RootElement, "$", faults)) is not { } fields)
        {
            return [];
        }

        return fields.OneOf(["days", "holidays"]) switch
        {
            null => [],
            { Name: "days" } days => ReadDays(fields, days, year),
            _ => ReadMaps(fields, year),
        };
    }

    /// <summary>The form of holiday-cn: one year, a list of days.</summary>
    private static List<Entry> ReadDays(JsonFields fields, JsonPart days, int year)
    {
        if (fields.Required("year") is { } stated && stated.Whole($"{year}") is { } own && own != year)
        {
            stated.OutOfRange<int>($"{year}");
        }

        var entries = new List<Entry>();
        foreach (var item in days.Items() ?? [])
        {
            if (JsonFields.Of(item) is not { } day)
            {
                continue;
            }

            var (name, date) = (day.Required("name")?.Text(TextRule.Name), day.Required("date")?.Date());
            bool? isOff = day.Required("isOffDay") is { } off ? off.Flag() : null;
            if (name is not null && date is { } on && isOff is { } free)
            {
                entries.Add(new Entry(item.Path, null, new CalendarDay(on, ChinaWorkingDays.Name(name), KindOf(free))));
            }
        }

        return entries;
    }

    /// <summary>The form of chinese-days: maps of many years. A day in lieu is one of the days off, and may stand among them too.</summary>
    private static List<Entry> ReadMaps(JsonFields fields, int year)
    {
        var entries = ReadMap(fields.Required("holidays"), CalendarDayKind.Holiday, year);
        foreach (var lieu in ReadMap(fields.Optional("inLieuDays"), CalendarDayKind.Holiday, year))
        {
            if (!entries.Exists(entry => entry.Day.Date == lieu.Day.Date))
            {
                entries.Add(lieu);
            }
        }

        entries.AddRange(ReadMap(fields.Required("workdays"), CalendarDayKind.MakeUpWorkday, year));
        return entries;
    }

    private static List<Entry> ReadMap(JsonPart? map, CalendarDayKind kind, int year)
    {
        var entries = new List<Entry>();
        if (map is null || JsonFields.Of(map) is not { } days)
        {
            return entries;
        }

        foreach (var item in days.All)
        {
            var name = item.Text(TextRule.Name);
            if (JsonPart.FindDate(item.Name) is not { } date)
            {
                item.Faults.Add(DataFileFaultKind.MalformedText, item, item.ShownName, "yyyy-MM-dd");
            }
            else if (name is not null && (date.Year == year || (date.Year == year - 1 && date.Month == 12)))
            {
                var both = NameOf(name);
                if (TextRule.Name.Admits(both.Chinese) && TextRule.Name.Admits(both.English))
                {
                    entries.Add(new Entry(item.Path, null, new CalendarDay(date, both, kind)));
                }
                else
                {
                    item.Malformed<string>(("英文名,中文名,…", "English name,中文名,…"));
                }
            }
        }

        return entries;
    }

    /// <summary>A name as "Labour Day,劳动节,2", or the Chinese one alone.</summary>
    private static BilingualText NameOf(string name) =>
        name.Split(',', StringSplitOptions.TrimEntries) is [var english, var chinese, ..] ? (chinese, english) : ChinaWorkingDays.Name(name);

    private static List<Entry> ReadCsv(ReadOnlySpan<byte> utf8, DataFileFaults faults)
    {
        var lines = LinesOf(utf8, faults);
        var entries = new List<Entry>();
        if (lines is not [var header, ..] || header != Header)
        {
            faults.Add(DataFileFaultKind.MalformedText, 1, lines is [var first, ..] ? Short(first) : "", Header);
            return entries;
        }

        for (var i = 1; i < lines.Length; i++)
        {
            var (line, fields) = (i + 1, lines[i].Split(','));
            if (lines[i].Length == 0 && i == lines.Length - 1)
            {
                break;
            }

            if (fields is not [var on, var name, var kind])
            {
                faults.Add(DataFileFaultKind.MalformedText, line, Short(lines[i]), Header);
                continue;
            }

            var date = JsonPart.FindDate(on);
            if (date is null)
            {
                faults.Add(DataFileFaultKind.MalformedText, line, Short(on), "yyyy-MM-dd");
            }

            var isName = TextRule.Name.Admits(name);
            if (!isName)
            {
                faults.Add(DataFileFaultKind.MalformedText, line, Short(name), TextRule.Name.Allowed);
            }

            if (kind is not ("holiday" or "workday"))
            {
                faults.AddUnknown(DataFileFaultKind.UnknownName, line, Short(kind), [new("holiday", Name: ("假日", "")), new("workday", Name: ("上班", ""))]);
            }

            if (date is { } day && isName)
            {
                entries.Add(new Entry("$", line, new CalendarDay(day, ChinaWorkingDays.Name(name), KindOf(kind == "holiday"))));
            }
        }

        return entries;
    }

    private static string[] LinesOf(ReadOnlySpan<byte> utf8, DataFileFaults faults)
    {
        var bytes = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        if (bytes.Length > MostBytes)
        {
            throw faults.TooLarge(bytes.Length, MostBytes);
        }

        JsonSource.RequireUnicode(bytes, faults);
        return [.. Encoding.UTF8.GetString(bytes).Split('\n').Select(line => line.TrimEnd('\r'))];
    }

    private static string Short(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[39]) ? 39 : 40), "…");

    private static CalendarDayKind KindOf(bool isOff) => isOff ? CalendarDayKind.Holiday : CalendarDayKind.MakeUpWorkday;

    private sealed record Entry(string Path, int? Line, CalendarDay Day);
}
