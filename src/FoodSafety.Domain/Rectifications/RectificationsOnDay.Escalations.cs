using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <content>Who has to know.</content>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed partial class RectificationsOnDay
{
    /// <summary>To whom everything overdue is passed upward (逐级督办): to the main responsible cadre, and after the grace a level up.</summary>
    /// <remarks>
    /// A main responsible whose post has ended since the plan was made hears nothing: what would go there is a gap. The grace is over on a day when more working days than it has lie after the last day of the deadline, the day included.
    /// </remarks>
    /// <param name="plan">Who answers for which business; its rows are those that the reports named.</param>
    /// <exception cref="CalendarYearUnknownException">The calendar does not know the working days around the day.</exception>
    /// <exception cref="InvalidOperationException">The book has gone on.</exception>
    public EscalationList Escalations(ChainPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var calendar = _book.Rules.Calendar;
        var graceBefore = FirstDayOfGrace(Day);

        // Of what was due before this day, days that are settled alone say that the grace is over.
        var (unsettled, sureBefore) = calendar.FindProvisionalBasis(Day) is { } by ? (by, FirstDayOfGrace(calendar.LastSettledDay)) : (null, graceBefore);
        var rows = Columns.Rows;
        var due = Columns.Due;
        var overdue = Overdue();
        var routes = new EscalationRoutes(plan, Day);
        var numbers = ArrayPool<int>.Shared.Rent(overdue.Length);
        var count = 0;
        for (var i = 0; i < overdue.Length; i++)
        {
            numbers[i] = routes.Find(rows[(int)overdue[i].Number - 1]);
            // Whoever left hears nothing any more; the level above does.
            if (numbers[i] != 0 && !routes[numbers[i]].IsHeld && !IsAbove(due[(int)overdue[i].Number - 1], in routes[numbers[i]]))
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
            var id = overdue[i];
            var (row, dueDay) = (rows[(int)id.Number - 1], due[(int)id.Number - 1]);
            if (numbers[i] == 0)
            {
                gaps[nextGap++] = new EscalationGap(id, row < 0 ? null : row, Days.Date(dueDay), ReasonOf(plan, row))
                {
                    ProvisionalBy = FindProvisionalBasis((int)id.Number - 1),
                };
                continue;
            }

            ref readonly var route = ref routes[numbers[i]];
            var isAbove = IsAbove(dueDay, in route);
            aboveCount += isAbove ? 1 : 0;
            escalations[next++] = new Escalation(
                id, row, dueDay, isAbove ? EscalationLevel.LevelAbove : EscalationLevel.MainCadre, route.Main, isAbove ? route.Above : route.Main.Area,
                FindProvisionalBasis((int)id.Number - 1) ?? (dueDay >= sureBefore ? unsettled : null));
        }

        ArrayPool<int>.Shared.Return(numbers);
        return new EscalationList(
            Day, aboveCount, ImmutableCollectionsMarshal.AsImmutableArray(escalations), ImmutableCollectionsMarshal.AsImmutableArray(gaps));

        bool IsAbove(int dueDay, in EscalationRoutes.Route route) => dueDay < graceBefore && !route.Above.IsNone;
    }

    /// <summary>Who is to be reminded of what on the day (当日提醒): first what is due soon, then what is overdue, by number.</summary>
    /// <param name="plan">Who answers for which business; its rows are those that the reports named.</param>
    /// <exception cref="CalendarYearUnknownException">The calendar does not know the working days around the day.</exception>
    /// <exception cref="InvalidOperationException">The book has gone on.</exception>
    public ImmutableArray<Reminder> Reminders(ChainPlan plan)
    {
        var list = Escalations(plan);
        var dueSoon = DueSoon();
        var reminders = ImmutableArray.CreateBuilder<Reminder>(dueSoon.Length + list.Escalations.Length + list.Gaps.Length);
        foreach (var id in dueSoon)
        {
            reminders.Add(ToClaimant(id, ReminderKind.DueSoon, Days.Date(Columns.Due[(int)id.Number - 1]), FindProvisionalBasis((int)id.Number - 1)));
        }

        var (next, gap) = (0, 0);
        while (next < list.Escalations.Length || gap < list.Gaps.Length)
        {
            if (gap == list.Gaps.Length || (next < list.Escalations.Length && list.Escalations[next].Id.Number < list.Gaps[gap].Id.Number))
            {
                var heard = list.Escalations[next++];
                var reminder = heard.Level switch
                {
                    EscalationLevel.MainCadre => new Reminder(heard.Id, ReminderKind.Overdue, Day, heard.DueDay, null, heard.Main.Cadre, default),
                    EscalationLevel.LevelAbove => new Reminder(heard.Id, ReminderKind.Escalated, Day, heard.DueDay, null, default, heard.Office),
                };
                reminders.Add(reminder with { ProvisionalBy = heard.ProvisionalBy });
            }
            else
            {
                var unheard = list.Gaps[gap++];
                reminders.Add(ToClaimant(unheard.Id, ReminderKind.Overdue, unheard.DueDay, unheard.ProvisionalBy));
            }
        }

        return reminders.MoveToImmutable();
    }

    // What was due before this day has had more working days since than the grace has: so one comparison per rectification is enough.
    private int FirstDayOfGrace(LocalDate day)
    {
        var (calendar, grace) = (_book.Rules.Calendar, _book.Rules.GraceWorkingDays);
        return Days.Number(calendar.AddWorkingDays(day, calendar.IsWorkingDay(day) ? -grace : -grace - 1));
    }

    private static EscalationGapReason ReasonOf(ChainPlan plan, int row) =>
        row < 0 ? EscalationGapReason.NoBusiness
        : row >= plan.Count ? EscalationGapReason.NotPlanned
        : plan.FindUncovered(row) is not null ? EscalationGapReason.Uncovered
        : plan.SeatAt(row, ResponsibleStep.Main).IsNone ? EscalationGapReason.OutsidePlan
        : EscalationGapReason.CadreLeft;

    // An order runs only on what was claimed.
    private Reminder ToClaimant(RectificationId id, ReminderKind kind, LocalDate due, Citation? provisionalBy)
    {
        var index = Columns.Last[(int)id.Number - 1];
        while (_log[index].Step != RectificationStep.Claim)
        {
            index = _log[index].Previous;
        }

        return new Reminder(id, kind, Day, due, _log[index].By, default, default);
    }
}
