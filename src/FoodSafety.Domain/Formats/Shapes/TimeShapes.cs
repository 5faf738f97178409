using System.Text.Json;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Formats;

/// <summary>How time limits and deadlines stand in an entry.</summary>
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
        var read = unit switch
        {
            TimeLimitUnit.Minute => TimeLimit.Minutes(amount, basis),
            TimeLimitUnit.Hour => TimeLimit.Hours(amount, basis),
            TimeLimitUnit.CalendarDay => TimeLimit.Days(amount, basis),
            TimeLimitUnit.WorkingDay => TimeLimit.WorkingDays(amount, basis),
        };
        return read with { MovesToWorkingDay = moves };
    });

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

    private static Deadline At(OffsetDateTime last) => Time.Deadline.At(last.ToInstant(), DateTimeZone.ForOffset(last.Offset));
}
