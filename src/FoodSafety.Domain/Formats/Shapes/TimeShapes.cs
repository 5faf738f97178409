using System.Text.Json;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Formats;

/// <summary>How time limits, deadlines and the days of a year stand in an entry.</summary>
internal static class TimeShapes
{
    private static readonly Shape<Deadline> SureDeadline = Shape.Parsed<Deadline>(
        deadline => OffsetDateTimePattern.Rfc3339.Format(deadline.Last),
        text => FindEndOfDay(text) ?? (OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } parsed ? At(parsed.Value) : null),
        "yyyy-MM-ddTHH:mm:ss.fffffffff+HH:mm");

    public static readonly Shape<TimeLimit> Limit = Shape.Object<TimeLimit>(f =>
    {
        var amount = f.Get("amount", static limit => limit.Amount, Shape.Whole);
        var unit = f.Get("unit", static limit => limit.Unit, Shape.Enum<TimeLimitUnit>());
        var basis = f.Find("basis", static limit => limit.Basis, SnapshotShapes.Citation);
        var moves = f.Get("movesToWorkingDay", static limit => limit.MovesToWorkingDay, Shape.Flag, usual: false);
        var includes = f.Get("includesFirstDay", static limit => limit.IncludesFirstDay, Shape.Flag, usual: false);
        var read = unit switch
        {
            TimeLimitUnit.Minute => TimeLimit.Minutes(amount, basis),
            TimeLimitUnit.Hour => TimeLimit.Hours(amount, basis),
            TimeLimitUnit.CalendarDay => TimeLimit.Days(amount, basis),
            TimeLimitUnit.WorkingDay => TimeLimit.WorkingDays(amount, basis),
            TimeLimitUnit.CalendarMonth => TimeLimit.Months(amount, basis),
        };
        return read with { MovesToWorkingDay = moves, IncludesFirstDay = includes };
    });

    /// <summary>How often something is due, in periods of the calendar.</summary>
    public static readonly Shape<CalendarCadence> CalendarCadence = new SimpleShape<CalendarCadence>(
        (writer, cadence) => Shape.Cadence.Write(writer, cadence),
        part => Shape.Cadence.Read(part) is CalendarCadence known ? (true, known)
            : part.Unknown<(bool, CalendarCadence)>(Cadence.All.OfType<CalendarCadence>().Select(cadence => cadence.Code)));

    private static readonly Shape<OffsetDateTime> Moment = Shape.Parsed<OffsetDateTime>(
        at => OffsetDateTimePattern.Rfc3339.Format(at),
        text => OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } parsed ? parsed.Value : null,
        "yyyy-MM-ddTHH:mm:ss.fffffffff+HH:mm");

    private static readonly Shape<CountedLimit> Counted = Shape.Object<CountedLimit>(f => new CountedLimit(
        f.Get("limit", static counted => counted.Limit, Limit),
        f.Get("told", static counted => counted.Told, Moment)));

    private static readonly Shape<Deadline> ProvisionalDeadline = Shape.Object<Deadline>(f =>
    {
        var counted = new ProvisionalCount(
            f.Get("countedFrom", static deadline => deadline.Provisional!.From, Shape.Date),
            f.List("limits", static deadline => deadline.Provisional!.Limits, Counted),
            f.Get("provisionalBy", static deadline => deadline.Provisional!.By, SnapshotShapes.Citation));
        return At(counted.Limits[^1].Told).CountedFrom(counted);
    });

    /// <summary>
    /// The last moment with its offset: a zone of that offset gives the same deadline again. A provisional one is an object that says how it was
    /// counted; the last end that was told is its own.
    /// </summary>
    public static readonly Shape<Deadline> Deadline = new SimpleShape<Deadline>(
        (writer, deadline) => (deadline.IsProvisional ? ProvisionalDeadline : SureDeadline).Write(writer, deadline),
        part => (true, (part.Kind == JsonValueKind.Object ? ProvisionalDeadline : SureDeadline).Read(part)));

    /// <summary>The end of a day on the clocks of China, as nearly all deadlines are; by hand, for the pattern takes longer than all the rest of an entry.</summary>
    private static Deadline? FindEndOfDay(string text)
    {
        const string end = "T23:59:59.999999999+08:00";
        return text.EndsWith(end, StringComparison.Ordinal) && JsonPart.FindDate(text[..^end.Length]) is { Year: > 0 } day
            ? At(day.At(LocalTime.MaxValue).WithOffset(Offset.FromHours(8)))
            : null;
    }

    private static readonly Shape<CalendarDay> Day = Shape.Object<CalendarDay>(f => new CalendarDay(
        f.Get("date", static day => day.Date, Shape.Date),
        f.Get("name", static day => day.Name, Shape.Bilingual),
        f.Get("is", static day => day.Kind, Shape.Enum<CalendarDayKind>())));

    public static readonly Shape<CalendarYearLaidDown> CalendarYear = Shape.Object<CalendarYearLaidDown>(f => new CalendarYearLaidDown(
        f.Get("year", static laid => laid.Year, Shape.Whole),
        f.List("days", static laid => laid.Days, Day),
        f.Get("source", static laid => laid.Source, SnapshotShapes.Citation)));

    private static Deadline At(OffsetDateTime last) => Time.Deadline.At(last.ToInstant(), DateTimeZone.ForOffset(last.Offset));
}
