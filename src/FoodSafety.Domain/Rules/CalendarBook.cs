using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rules;

/// <summary>The days off of a year were announced (公布放假安排): which days are worked is known from the moment of record on.</summary>
/// <remarks>
/// <para>Every deadline that is open, was told, and is provisional for want of the year is settled in the same unit, by an act of its room: never
/// earlier than it was told. What was judged overdue by the provisional one before stays in the history. Clocks that nobody told in writing,
/// as those of a recall, are read by the calendar as it is recorded.</para>
/// <para>A corrected notice takes the place of the one before: it moves what is provisional still, and what is counted from then on. What was
/// settled has been told, and stands.</para>
/// </remarks>
/// <param name="Year">The year: one that was announced, or the next.</param>
/// <param name="Days">All holidays and make-up working days of the notice, those of the December before it included; kept in the order of their dates.</param>
/// <param name="Source">The notice.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CalendarYearLaidDown(int Year, ItemList<CalendarDay> Days, Citation Source) : Act<CalendarBook>
{
    /// <inheritdoc/>
    public override string Kind => "calendar-year-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("calendar-year", $"{Year:D4}");

    /// <summary>The year, 1 to 9999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public int Year { get; init => field = Valid(value); } = Valid(Year);

    /// <summary>All holidays and make-up working days of the notice, in the order of their dates.</summary>
    public ItemList<CalendarDay> Days { get; init => field = Sorted(value); } = Sorted(Days);

    /// <summary>The notice.</summary>
    public Citation Source { get; init => field = value ?? throw new ArgumentNullException(nameof(Source)); } = Source ?? throw new ArgumentNullException(nameof(Source));

    private static int Valid(int year)
    {
        WorkingCalendar.CheckRange(year, 1, 9999, nameof(Year));
        return year;
    }

    private static ItemList<CalendarDay> Sorted(ItemList<CalendarDay> days) => [.. days.OrderBy(day => day.Date)];
}

/// <summary>Which days are worked in a district (工作日历): the calendar of its settings, and the years that were laid down since. Every room that counts asks it.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CalendarBook : Book<CalendarYearLaidDown>
{
    private readonly WorkingCalendar _first;
    private readonly Func<WorkingCalendar, IEnumerable<Act>> _toSettle;
    private readonly Trail<(Done<CalendarYearLaidDown> Laid, WorkingCalendar Calendar)> _laid;

    /// <param name="first">What the district begins with.</param>
    /// <param name="toSettle">What a calendar settles that knows more.</param>
    /// <param name="undo">Where inverses go.</param>
    internal CalendarBook(WorkingCalendar first, Func<WorkingCalendar, IEnumerable<Act>> toSettle, UndoLog undo) => (_first, _toSettle, _laid) = (first, toSettle, new(undo));

    /// <summary>The calendar as it is recorded now.</summary>
    public WorkingCalendar Now => _laid.Items is [.., var last] ? last.Calendar : _first;

    /// <summary>The zone in which days begin and end; it never changes.</summary>
    public DateTimeZone Zone => _first.Zone;

    /// <summary>All years that were laid down, in the order recorded.</summary>
    public ImmutableArray<Done<CalendarYearLaidDown>> History => [.. _laid.Items.Select(laid => laid.Laid)];

    /// <summary>The calendar as it was recorded at the end of a day.</summary>
    /// <param name="day">The day.</param>
    public WorkingCalendar On(LocalDate day) => _laid.Items.LastOrDefault(laid => laid.Laid.Moment.Today <= day).Calendar ?? _first;

    private protected override Decision Decide(CalendarYearLaidDown act, Moment moment)
    {
        // What it entails on a thing stands behind all that was done with it.
        if (Refusal.FindToldOfAnotherTime(moment, when => (
            $"放假安排自记录时起算，不能报为 {when}。", $"A calendar counts from the moment of record, and cannot be of {when}.")) is { } untimely)
        {
            return untimely;
        }

        var (year, now) = (new GuardValue("year", $"{act.Year}"), Now);
        if (act.Year < now.FirstYear - 1 || act.Year > now.LastYear + 1)
        {
            return new Refusal(
                "leaves-a-gap", ($"{act.Year} 年与已公布的 {now.FirstYear} 至 {now.LastYear} 年不相连。", $"{act.Year} does not join the years announced, {now.FirstYear} to {now.LastYear}."), [year],
                Allowed: ($"{now.FirstYear - 1} 至 {now.LastYear + 1} 年。", $"{now.FirstYear - 1} to {now.LastYear + 1}."));
        }

        var calendar = now.Add(act.Year, act.Days, act.Source, out var faults);
        if (!faults.IsEmpty)
        {
            return Decision.Refuse(faults.Select(fault => new Refusal(
                "not-a-day-of-the-notice", ($"{fault.Date:uuuu-MM-dd} {fault.Reason.Chinese}。", $"{fault.Date:uuuu-MM-dd} {fault.Reason.English}."),
                [year, new GuardValue("date", $"{fault.Date:uuuu-MM-dd}")],
                Allowed: ($"{act.Year} 年及上一年 12 月的放假和调休上班日。", $"Holidays and make-up working days of {act.Year} and of the December before it."))));
        }

        ItemList<Act> settled = [.. _toSettle(calendar)];
        return settled.IsEmpty && now.Announces(act.Year, act.Days, act.Source)
            ? new Refusal("announced-already", ($"{act.Year} 年的放假安排已如此公布。", $"The days of {act.Year} are announced just so already."), [year], Allowed: ("更正后的安排。", "A corrected notice."))
            : new Decision([act, .. settled], []);
    }

    private protected override void Evolve(CalendarYearLaidDown act, Moment moment) => _laid.Add((new(act, moment), Now.Announced(act.Year, act.Days, act.Source)));
}
