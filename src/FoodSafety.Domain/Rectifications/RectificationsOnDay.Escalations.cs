using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <content>Who has to know.</content>
public sealed partial class RectificationsOnDay
{
    /// <summary>To whom everything overdue is passed upward (逐级督办): to the main responsible cadre, and after the grace a level up.</summary>
    /// <remarks>
    /// A main responsible whose post has ended since the plan was made hears nothing: what would go there is a gap. The grace is over on a day when more working days than it has lie after the last day of the deadline, the day included.
    /// </remarks>
    /// <param name="plan">Who answers for which business; its rows are those that the reports named.</param>
    /// <exception cref="CalendarYearUnknownException">The calendar does not know the working days around the day.</exception>
    public EscalationList Escalations(ChainPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var graceBefore = FirstDayOfGrace(Day);

        // Of what was due before this day, days that are settled alone say that the grace is over.
        var (unsettled, sureBefore) = _calendar.FindProvisionalBasis(Day) is { } by ? (by, FirstDayOfGrace(_calendar.LastSettledDay)) : (null, graceBefore);
        var rows = _columns.Rows;
        var due = _columns.Due;
        var overdue = DayColumn.Between(due, int.MinValue, _day - 1);
        var routes = new EscalationRoutes(plan, Day);
        var numbers = ArrayPool<int>.Shared.Rent(overdue.Length);
        var count = 0;
        for (var i = 0; i < overdue.Length; i++)
        {
            numbers[i] = routes.Find(rows[overdue[i]]);
            // Whoever left hears nothing any more; the level above does.
            if (numbers[i] != 0 && !routes[numbers[i]].IsHeld && !IsAbove(due[overdue[i]], in routes[numbers[i]]))
            {
                numbers[i] = 0;
            }

            count += numbers[i] == 0 ? 0 : 1;
        }

        var escalations = new Escalation[count];
        var gaps = new EscalationGap[overdue.Length - count];
        var (next, nextGap, aboveCount) = (0, 0, 0);
        for (var i = 0; i < overdue.Length; i++)
        {
            var slot = overdue[i];
            var (id, row, dueDay) = (_columns.Ids[slot], rows[slot], due[slot]);
            if (numbers[i] == 0)
            {
                gaps[nextGap++] = new EscalationGap(id, row < 0 ? null : row, Days.Date(dueDay), ReasonOf(plan, row))
                {
                    ProvisionalBy = _columns.FindProvisionalBasis(slot),
                };
                continue;
            }

            ref readonly var route = ref routes[numbers[i]];
            var isAbove = IsAbove(dueDay, in route);
            aboveCount += isAbove ? 1 : 0;
            escalations[next++] = new Escalation(
                id, row, dueDay, isAbove ? EscalationLevel.LevelAbove : EscalationLevel.MainCadre, route.Main, isAbove ? route.Above : route.Main.Area,
                _columns.FindProvisionalBasis(slot) ?? (dueDay >= sureBefore ? unsettled : null));
        }

        ArrayPool<int>.Shared.Return(numbers);
        return new EscalationList(
            Day, aboveCount, ImmutableCollectionsMarshal.AsImmutableArray(escalations), ImmutableCollectionsMarshal.AsImmutableArray(gaps));

        bool IsAbove(int dueDay, in EscalationRoutes.Route route) => dueDay < graceBefore && !route.Above.IsNone;
    }

    /// <summary>Who is to be reminded of what on the day (当日提醒): first what is due soon, then what is overdue.</summary>
    /// <param name="plan">Who answers for which business; its rows are those that the reports named.</param>
    /// <exception cref="CalendarYearUnknownException">The calendar does not know the working days around the day.</exception>
    public ImmutableArray<Reminder> Reminders(ChainPlan plan)
    {
        var list = Escalations(plan);
        var (dueSoon, overdue) = (DayColumn.Between(_columns.Due, _day, LastWithin(_rules.NoticeDays)), DayColumn.Between(_columns.Due, int.MinValue, _day - 1));
        var reminders = ImmutableArray.CreateBuilder<Reminder>(dueSoon.Length + overdue.Length);
        foreach (var slot in dueSoon)
        {
            reminders.Add(ToAnswering(slot, ReminderKind.DueSoon));
        }

        var next = 0;
        foreach (var slot in overdue)
        {
            if (next == list.Escalations.Length || list.Escalations[next].Id != _columns.Ids[slot])
            {
                reminders.Add(ToAnswering(slot, ReminderKind.Overdue));
                continue;
            }

            var heard = list.Escalations[next++];
            var reminder = heard.Level switch
            {
                EscalationLevel.MainCadre => new Reminder(heard.Id, ReminderKind.Overdue, Day, heard.DueDay, null, heard.Main.Cadre, default),
                EscalationLevel.LevelAbove => new Reminder(heard.Id, ReminderKind.Escalated, Day, heard.DueDay, null, default, heard.Office),
            };
            reminders.Add(reminder with { ProvisionalBy = heard.ProvisionalBy });
        }

        return reminders.MoveToImmutable();
    }

    // What was due before this day has had more working days since than the grace has: so one comparison per rectification is enough.
    private int FirstDayOfGrace(LocalDate day)
    {
        var grace = _rules.GraceWorkingDays;
        return Days.Number(_calendar.AddWorkingDays(day, _calendar.IsWorkingDay(day) ? -grace : -grace - 1));
    }

    private static EscalationGapReason ReasonOf(ChainPlan plan, int row) =>
        row < 0 ? EscalationGapReason.NoBusiness
        : row >= plan.Count ? EscalationGapReason.NotPlanned
        : plan.FindUncovered(row) is not null ? EscalationGapReason.Uncovered
        : plan.SeatAt(row, ResponsibleStep.Main).IsNone ? EscalationGapReason.OutsidePlan
        : EscalationGapReason.CadreLeft;

    private Reminder ToAnswering(int slot, ReminderKind kind) =>
        new(_columns.Ids[slot], kind, Day, Days.Date(_columns.Due[slot]), _columns.Answering[slot], default, default) { ProvisionalBy = _columns.FindProvisionalBasis(slot) };
}
