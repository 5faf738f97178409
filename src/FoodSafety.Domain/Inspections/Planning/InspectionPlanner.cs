using System.Collections.Immutable;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>Says which inspections are due where, in which windows, and how they stand (检查计划).</summary>
/// <remarks>
/// <para>
/// Each frequency of the policy asks for one task per business and window. A task is due by the last working day of its
/// window; a window that has no working day left when a business begins asks nothing of it. Where the year of that day is not announced
/// yet, the task says that the day is provisional.
/// </para>
/// <para>
/// After a bureau of a higher level inspected all items at a business, the tasks of lower bureaus there are excused for the months of
/// <see cref="InspectionRules.RestMonths"/>: while the rest lasts, and for good when the day they are due by lies in it. Where it inspected some, the task stays, and those items
/// may be left alone: <see cref="InspectionBook.ItemsAtRest"/>.
/// </para>
/// <para>Immutable and safe to share.</para>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class InspectionPlanner
{
    /// <summary>Makes a planner.</summary>
    /// <param name="calendar">Which days are worked; in China <see cref="WorkingCalendar.China"/>.</param>
    /// <param name="policy">The frequencies; null for <see cref="FrequencyPolicy.Default"/>.</param>
    /// <param name="rules">The rules of inspections, for the rest after a higher bureau; null for <see cref="InspectionRules.BuiltIn"/>.</param>
    public InspectionPlanner(WorkingCalendar calendar, FrequencyPolicy? policy = null, InspectionRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        Policy = policy ?? FrequencyPolicy.Default;
        Rules = rules ?? InspectionRules.BuiltIn;
        Calendar = calendar;
    }

    /// <summary>The frequencies.</summary>
    public FrequencyPolicy Policy { get; }

    /// <summary>The rules of inspections, of which it takes the rest after a higher bureau.</summary>
    public InspectionRules Rules { get; }

    /// <summary>Which days are worked.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>Plans all windows with at least one day in an interval, and says how each task stands on a day.</summary>
    /// <param name="input">The businesses, their cadres, and what was done.</param>
    /// <param name="over">First and last day of the plan, both inclusive: a quarter, a year.</param>
    /// <param name="on">The day for which it says so, inside the interval or not; what was done after it does not count.</param>
    /// <exception cref="ArgumentException">Grades are of another register or stand twice, or something names a business that the chains do not have.</exception>
    /// <exception cref="CalendarYearUnknownException">A window ends before the first year of the calendar, or beyond all it can compute.</exception>
    public InspectionPlan Plan(PlanInput input, DateInterval over, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(over);
        Check(input);
        var subjects = PlanSubjects.Of(input, on);
        HashSet<int> inDanger = [.. input.InDanger.Select(subjects.RowOf)];
        var layers = ImmutableArray.CreateBuilder<PlanLayer>();
        foreach (var frequency in Policy.Frequencies)
        {
            byte[]? selected = null;
            foreach (var window in frequency.WindowsIn(over, Calendar))
            {
                if (FindLastWorkingDay(window) is { } dueBy)
                {
                    if (selected is null)
                    {
                        selected = new byte[subjects.Count];
                        subjects.Select(frequency, selected);
                    }

                    layers.Add(Lay(inDanger, subjects, frequency, window, dueBy, selected, on));
                }
            }
        }

        return new InspectionPlan(input.Chains, over, on, subjects, layers.DrainToImmutable(), FollowUps(input, subjects, on), GapsIn(subjects, over));
    }

    /// <summary>Cuts the interval where frequencies begin and end, and counts in each part who has none.</summary>
    private ImmutableArray<FrequencyGap> GapsIn(PlanSubjects subjects, DateInterval over)
    {
        var gaps = ImmutableArray.CreateBuilder<FrequencyGap>();
        foreach (var ofKind in Policy.Frequencies.GroupBy(frequency => frequency.Kind).OrderBy(group => group.Key))
        {
            var starts = ofKind.SelectMany(frequency => (LocalDate?[])[frequency.InForce.From, frequency.InForce.Until])
                .OfType<LocalDate>().Where(over.Contains).Append(over.Start).Distinct().Order().ToList();
            var selections = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            var without = new byte[subjects.Count];
            for (var part = 0; part < starts.Count; part++)
            {
                var days = new DateInterval(starts[part], part + 1 < starts.Count ? starts[part + 1].PlusDays(-1) : over.End);
                subjects.SelectAll(ofKind.Key, without);
                foreach (var frequency in ofKind.Where(frequency => frequency.InForce.Contains(days.Start)))
                {
                    if (!selections.TryGetValue(frequency.Id, out var selected))
                    {
                        selections.Add(frequency.Id, selected = new byte[subjects.Count]);
                        subjects.Select(frequency, selected);
                    }

                    for (var row = 0; row < without.Length; row++)
                    {
                        without[row] &= (byte)(selected[row] ^ 1);
                    }
                }

                if (without.Count((byte)1) is > 0 and var businesses)
                {
                    Add(ofKind.Key, days, businesses, ofKind.Where(frequency => frequency.InForce.Until <= days.Start).MaxBy(frequency => frequency.InForce.Until)?.EndedBy);
                }
            }
        }

        return gaps.DrainToImmutable();

        void Add(InspectionKind kind, DateInterval days, int businesses, Citation? endedBy)
        {
            if (gaps.Count > 0 && gaps[^1] is var last && last.Kind == kind && last.Businesses == businesses && last.EndedBy == endedBy && last.Days.End.PlusDays(1) == days.Start)
            {
                gaps[^1] = last with { Days = new DateInterval(last.Days.Start, days.End) };
                return;
            }

            gaps.Add(new FrequencyGap(kind, days, businesses, endedBy));
        }
    }

    private static void Check(PlanInput input)
    {
        if (input.Gradings.FirstOrDefault(sheet => !ReferenceEquals(sheet.Table, input.Chains.Register.Facts)) is { } other)
        {
            throw new ArgumentException($"The grades of '{other.Key}' are of another register.", nameof(input));
        }

        if (input.Gradings.GroupBy(sheet => sheet.Key, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
        {
            throw new ArgumentException($"The grades of '{twice}' stand twice. Allowed: one sheet for each grading.", nameof(input));
        }
    }

    private PlanLayer Lay(
        HashSet<int> inDanger, PlanSubjects subjects, InspectionFrequency frequency, DateInterval window, LocalDate dueBy, byte[] selected, LocalDate on)
    {
        var (first, last) = (window.Start, window.End);
        var (statuses, timesDone) = (new byte[subjects.Count], new byte[subjects.Count]);
        foreach (var (row, done) in subjects.Done)
        {
            if (Counts(row, done, frequency, subjects) && done.On <= on && done.On <= last && done.On >= subjects.FirstDay(row, first)
                && timesDone[row] < byte.MaxValue)
            {
                timesDone[row]++;
            }
        }

        var open = (byte)(on <= dueBy ? PlanTaskStatus.Due : on <= last ? PlanTaskStatus.Overdue : PlanTaskStatus.Missed);
        var (before, times) = (on < first, frequency.Times);
        for (var row = 0; row < statuses.Length; row++)
        {
            if (selected[row] == 0 || subjects.BeginsAfter(row, dueBy))
            {
                continue;
            }

            statuses[row] = before || subjects.BeginsAfter(row, on) ? (byte)PlanTaskStatus.Upcoming
                : timesDone[row] >= times ? (byte)PlanTaskStatus.Done
                : open;
        }

        var layer = new PlanLayer(frequency, first, last, dueBy, Calendar.FindProvisionalBasis(dueBy), statuses, timesDone, []);
        Excuse(inDanger, subjects, layer, on);
        return layer;
    }

    /// <summary>Excuses what a higher bureau left to rest on the day that decides: today, or the day it is due by once that is over.</summary>
    private void Excuse(HashSet<int> inDanger, PlanSubjects subjects, PlanLayer layer, LocalDate on)
    {
        if (!layer.Frequency.Kind.IsBureaus() || Rules.RestMonths.Value == 0)
        {
            return;
        }

        var deciding = LocalDate.Min(on, layer.DueBy);
        foreach (var (row, done) in subjects.Done)
        {
            var isOpen = (PlanTaskStatus)layer.Statuses[row] switch
            {
                PlanTaskStatus.Due or PlanTaskStatus.Overdue or PlanTaskStatus.Missed or PlanTaskStatus.Excused => true,
                0 or PlanTaskStatus.Upcoming or PlanTaskStatus.Done => false,
            };
            if (isOpen && done.IsFull && done.BodyLevel < layer.Frequency.BodyLevel && done.Kind.IsBureaus() && !inDanger.Contains(row)
                && done.On <= deciding && DateBounds.PlusMonthsOrLast(done.On, Rules.RestMonths.Value) is var through && through >= deciding)
            {
                layer.Statuses[row] = (byte)PlanTaskStatus.Excused;
                layer.Rests[row] = layer.Rests.TryGetValue(row, out var other) ? LocalDate.Max(other, through) : through;
            }
        }
    }

    private static bool Counts(int row, DoneInspection done, InspectionFrequency frequency, PlanSubjects subjects) =>
        done.Kind == frequency.Kind && (done.IsFull || !frequency.FullOnly)
        && (!frequency.ResponsibleOnly || done.By == subjects.TiedTo(row, done.Kind).Cadre);

    private static ImmutableArray<PlanTask> FollowUps(PlanInput input, PlanSubjects subjects, LocalDate on)
    {
        var asked = input.FollowUps.ToLookup(task => subjects.RowOf(task.Business));
        var done = new Dictionary<int, List<DoneInspection>>();
        foreach (var (row, inspection) in subjects.Done)
        {
            if (inspection.On <= on && asked.Contains(row))
            {
                done.TryAdd(row, []);
                done[row].Add(inspection);
            }
        }

        return
        [
            .. input.FollowUps.Select(task => (Row: subjects.RowOf(task.Business), Task: task)).OrderBy(asked => asked.Row).ThenBy(asked => asked.Task.Deadline).ThenBy(asked => asked.Task.From).Select(asked =>
            {
                var (row, task) = asked;
                var times = done.GetValueOrDefault(row)?.Count(inspection => inspection.Kind == task.Kind && inspection.On >= task.From) ?? 0;
                return new PlanTask
                {
                    Business = task.Business,
                    Kind = task.Kind,
                    Seat = subjects.SeatOf(row, task.Kind),
                    First = task.From,
                    Last = task.Deadline,
                    DueBy = task.Deadline,
                    ProvisionalBy = task.ProvisionalBy,
                    Times = 1,
                    TimesDone = times,
                    Status = times > 0 ? PlanTaskStatus.Done
                        : on < task.From ? PlanTaskStatus.Upcoming
                        : on <= task.Deadline ? PlanTaskStatus.Due
                        : PlanTaskStatus.Overdue,
                    Reason = task.Reason,
                };
            }),
        ];
    }

    private LocalDate? FindLastWorkingDay(DateInterval window)
    {
        for (var day = window.End; day >= window.Start; day = day.PlusDays(-1))
        {
            if (Calendar.IsWorkingDay(day))
            {
                return day;
            }
        }

        return null;
    }
}
