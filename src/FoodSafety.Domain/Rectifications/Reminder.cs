using System.Globalization;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Somebody is to be reminded of a rectification on a day (提醒). Of the three addresses one is filled in.</summary>
/// <param name="Id">The rectification.</param>
/// <param name="Kind">Why.</param>
/// <param name="Day">On which day.</param>
/// <param name="DueDay">The last day that is or was in time.</param>
/// <param name="Person">Whoever claimed it, or reported it where nobody has, as a key in the user's platform; null when it goes to somebody else.</param>
/// <param name="Cadre">The main responsible cadre; no id when it goes to somebody else.</param>
/// <param name="Office">The area whose office it goes to; no area when it goes to somebody else.</param>
public readonly record struct Reminder(
    RectificationId Id, ReminderKind Kind, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate Day, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate DueDay, string? Person, CadreId Cadre, AreaCode Office)
{
    /// <summary>
    /// The law by which the deadline, or for what went up a level the end of the grace, was computed while no notice confirms it (暂定依据);
    /// null when it is sure.
    /// </summary>
    public Citation? ProvisionalBy { get; init; }

    /// <summary>True while it rests on days that no notice has confirmed (暂定).</summary>
    public bool IsProvisional => ProvisionalBy is not null;

    /// <summary>The days left after the day, negative once it is overdue.</summary>
    public int DaysLeft => Period.DaysBetween(Day, DueDay);

    /// <summary>The reminder as people read it, and whether it is provisional.</summary>
    public BilingualText Text
    {
        get
        {
            var days = Math.Abs(DaysLeft).ToString(CultureInfo.InvariantCulture);
            var daysInEnglish = days == "1" ? "1 day" : $"{days} days";
            var note = ProvisionalNote.Of(ProvisionalBy);
            return DaysLeft switch
            {
                > 0 => (
                    $"整改 {Id} 还有 {days} 天到期（{DueDay:uuuu-MM-dd}）{note.Chinese}。",
                    $"Rectification {Id} is due in {daysInEnglish} ({DueDay:uuuu-MM-dd}){note.English}."),
                0 => (
                    $"整改 {Id} 今日到期（{DueDay:uuuu-MM-dd}）{note.Chinese}。",
                    $"Rectification {Id} is due today ({DueDay:uuuu-MM-dd}){note.English}."),
                _ => (
                    $"整改 {Id} 已逾期 {days} 天（{DueDay:uuuu-MM-dd}）{note.Chinese}。",
                    $"Rectification {Id} is {daysInEnglish} overdue ({DueDay:uuuu-MM-dd}){note.English}."),
            };
        }
    }
}

/// <summary>Why somebody is reminded of a rectification (提醒种类).</summary>
/// <remarks>Zero, the default, is no kind.</remarks>
public enum ReminderKind : byte
{
    /// <summary>The last day is near (即将到期); goes to whoever claimed it.</summary>
    [BilingualName("即将到期", "due soon")]
    DueSoon = 1,

    /// <summary>The last day has passed (已逾期); goes to the main responsible cadre, or to whoever claimed it where there is none.</summary>
    [BilingualName("已逾期", "overdue")]
    Overdue = 2,

    /// <summary>The grace is over too (升级督办); goes to the office of the area above.</summary>
    [BilingualName("升级督办", "escalated")]
    Escalated = 3,
}
