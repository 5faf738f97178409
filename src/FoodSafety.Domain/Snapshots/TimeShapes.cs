using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Snapshots;

/// <summary>How time limits and deadlines stand in a snapshot.</summary>
internal static class TimeShapes
{
    public static readonly Shape<TimeLimit> Limit = Shape.Object<TimeLimit>(f =>
    {
        var amount = f.Get("amount", static limit => limit.Amount, Shape.Whole);
        var unit = f.Get("unit", static limit => limit.Unit, Shape.Enum<TimeLimitUnit>());
        var basis = f.Find("basis", static limit => limit.Basis, SnapshotShapes.Citation);
        var moves = f.Get("movesToWorkingDay", static limit => limit.MovesToWorkingDay, Shape.Flag, usual: false);
        var read = unit switch
        {
            TimeLimitUnit.Hour => TimeLimit.Hours(amount, basis),
            TimeLimitUnit.CalendarDay => TimeLimit.Days(amount, basis),
            TimeLimitUnit.WorkingDay => TimeLimit.WorkingDays(amount, basis),
        };
        return read with { MovesToWorkingDay = moves };
    });

    /// <summary>The last moment with its offset: a zone of that offset gives the same deadline again.</summary>
    public static readonly Shape<Deadline> Deadline = Shape.Parsed<Deadline>(
        deadline => OffsetDateTimePattern.ExtendedIso.Format(deadline.Last),
        text => OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } parsed
            ? Time.Deadline.At(parsed.Value.ToInstant(), DateTimeZone.ForOffset(parsed.Value.Offset))
            : null,
        "yyyy-MM-ddTHH:mm:ss.fffffffff+HH:mm");
}
