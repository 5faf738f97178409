using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>Which inspections are due in an interval, and how each stands on a day (检查计划). Made by an <see cref="InspectionPlanner"/>.</summary>
/// <remarks>
/// Its businesses are those that have a tier in the chains, and those of which no policy says whether they have one, as long as they have not ended; one without a cadre has no visits, and
/// is, where it has a tier, among <see cref="ChainPlan.Uncovered"/>. A follow-up may be at any business. Every task has exactly one status. Counts are taken
/// without making tasks; a task becomes an object only when it is listed. A row costs two bytes per window. Immutable and safe
/// to share.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class InspectionPlan
{
    private readonly PlanSubjects _subjects;
    private readonly ImmutableArray<PlanLayer> _layers;

    internal InspectionPlan(
        ChainPlan chains, DateInterval over, LocalDate on, PlanSubjects subjects, ImmutableArray<PlanLayer> layers, ImmutableArray<PlanTask> followUps,
        ImmutableArray<FrequencyGap> gaps) =>
        (Chains, Over, On, _subjects, _layers, FollowUps, Gaps) = (chains, over, on, subjects, layers, followUps, gaps);

    /// <summary>Who answers for which business.</summary>
    public ChainPlan Chains { get; }

    /// <summary>First and last day of the plan; windows that reach over its ends are in it whole.</summary>
    public DateInterval Over { get; }

    /// <summary>The day for which the statuses hold.</summary>
    public LocalDate On { get; }

    /// <summary>The follow-ups, in the order of the register and by deadline.</summary>
    public ImmutableArray<PlanTask> FollowUps { get; }

    /// <summary>
    /// The days of <see cref="Over"/> on which the policy has no frequency of a kind for some businesses (频次空档), by kind and day; empty when every
    /// business has one throughout. What is missing there is a number that the place states, not a task.
    /// </summary>
    public ImmutableArray<FrequencyGap> Gaps { get; }

    /// <summary>All tasks by status.</summary>
    /// <param name="kind">Only the tasks of a kind; null for all.</param>
    public PlanCounts Count(InspectionKind? kind = null)
    {
        Span<long> counts = stackalloc long[7];
        foreach (var layer in LayersOf(kind))
        {
            foreach (var status in layer.Statuses)
            {
                counts[status]++;
            }
        }

        foreach (var task in FollowUpsOf(kind))
        {
            counts[(int)task.Status]++;
        }

        return PlanCounts.Of(counts);
    }

    /// <summary>The tasks by area and status, every area with all that lies in it.</summary>
    /// <param name="kind">Only the tasks of a kind; null for all.</param>
    public PlanCountsByArea CountByArea(InspectionKind? kind = null)
    {
        var areas = Chains.Roster.Areas;
        var counts = Tally(_subjects.Areas, areas.Count, kind);
        foreach (var column in counts)
        {
            areas.RollUp(column, column);
        }

        return new PlanCountsByArea(areas, counts);
    }

    /// <summary>The visits by cadre and status, for every seat of the chains, in the order of the areas, in an area by cadre; one without visits included.</summary>
    public ImmutableArray<SeatPlanCounts> CountBySeat()
    {
        var counts = Tally(_subjects.Holders, _subjects.Levels.Length, InspectionKind.CadreVisit);
        var state = Chains.State;
        var seats = ImmutableArray.CreateBuilder<SeatPlanCounts>();
        Span<long> one = stackalloc long[7];
        for (var area = 0; area < state.Pools.Count; area++)
        {
            foreach (var number in state.PoolOf(area).Seats)
            {
                for (var status = 0; status < one.Length; status++)
                {
                    one[status] = counts[status][number];
                }

                seats.Add(new SeatPlanCounts(state.Holders[number]!.Seat, PlanCounts.Of(one)));
            }
        }

        return seats.DrainToImmutable();
    }

    /// <summary>All tasks: by frequency and window, in a window in the order of the register; then the follow-ups.</summary>
    /// <param name="status">Only those in a status; null for all.</param>
    public IEnumerable<PlanTask> Tasks(PlanTaskStatus? status = null) => TasksIn(0, int.MaxValue, status);

    /// <summary>The tasks of the businesses in an area, in the order of <see cref="Tasks"/>.</summary>
    /// <param name="area">An area at any level.</param>
    /// <param name="status">Only those in a status; null for all.</param>
    /// <exception cref="AreaNotFoundException">There is no such area.</exception>
    public IEnumerable<PlanTask> TasksIn(AreaCode area, PlanTaskStatus? status = null)
    {
        var found = Chains.Roster.Areas[area];
        return TasksIn(found.Ordinal, found.End, status);
    }

    /// <summary>The visits of a cadre in an area, in the order of <see cref="Tasks"/>.</summary>
    /// <param name="seat">The cadre and the area; none when the cadre is not in post there.</param>
    /// <param name="status">Only those in a status; null for all.</param>
    public IEnumerable<PlanTask> TasksOf(Seat seat, PlanTaskStatus? status = null) =>
        TasksOf(Chains.RowsOf(seat, ResponsibleStep.Main)).Where(task => task.Kind == InspectionKind.CadreVisit && Is(task.Status, status));

    /// <summary>The tasks of a business, in the order of <see cref="Tasks"/>; none when it is not in the plan.</summary>
    /// <param name="business">The business.</param>
    /// <exception cref="ArgumentException">The chains have no such business.</exception>
    public ImmutableArray<PlanTask> TasksOf(BusinessId business) => [.. TasksOf([_subjects.RowOf(business)])];

    private IEnumerable<PlanTask> TasksOf(ImmutableArray<int> rows)
    {
        foreach (var layer in _layers)
        {
            foreach (var row in rows)
            {
                if (layer.Statuses[row] != 0)
                {
                    yield return Make(layer, row);
                }
            }
        }

        foreach (var task in FollowUps)
        {
            if (rows.BinarySearch(_subjects.RowOf(task.Business)) >= 0)
            {
                yield return task;
            }
        }
    }

    private IEnumerable<PlanTask> TasksIn(int firstArea, int endArea, PlanTaskStatus? status)
    {
        foreach (var layer in _layers)
        {
            for (var row = 0; row < layer.Statuses.Length; row++)
            {
                if (layer.Statuses[row] != 0 && Is((PlanTaskStatus)layer.Statuses[row], status) && _subjects.Areas[row] >= firstArea && _subjects.Areas[row] < endArea)
                {
                    yield return Make(layer, row);
                }
            }
        }

        foreach (var task in FollowUps)
        {
            if (Is(task.Status, status) && _subjects.Areas[_subjects.RowOf(task.Business)] is var area && area >= firstArea && area < endArea)
            {
                yield return task;
            }
        }
    }

    private static bool Is(PlanTaskStatus status, PlanTaskStatus? wanted) => wanted is null || status == wanted;

    private PlanTask Make(PlanLayer layer, int row) => new()
    {
        Business = Chains.Register.IdAt(row),
        Kind = layer.Frequency.Kind,
        Seat = _subjects.SeatOf(row, layer.Frequency.Kind),
        First = _subjects.FirstDay(row, layer.First),
        Last = layer.Last,
        DueBy = layer.DueBy,
        ProvisionalBy = layer.ProvisionalBy,
        Times = layer.Frequency.Times,
        TimesDone = layer.TimesDone[row],
        Status = (PlanTaskStatus)layer.Statuses[row],
        Frequency = layer.Frequency,
        Reason = layer.Frequency.Name,
        ExcusedThrough = layer.Rests.TryGetValue(row, out var through) ? through : null,
    };

    /// <summary>Counts by status and group; place 0 collects the rows without a task.</summary>
    private long[][] Tally(int[] groups, int groupCount, InspectionKind? kind)
    {
        var counts = new long[7][];
        for (var status = 0; status < counts.Length; status++)
        {
            counts[status] = new long[groupCount];
        }

        foreach (var layer in LayersOf(kind))
        {
            for (var row = 0; row < groups.Length; row++)
            {
                counts[layer.Statuses[row]][groups[row]]++;
            }
        }

        foreach (var task in FollowUpsOf(kind))
        {
            counts[(int)task.Status][groups[_subjects.RowOf(task.Business)]]++;
        }

        return counts;
    }

    private IEnumerable<PlanLayer> LayersOf(InspectionKind? kind) => _layers.Where(layer => kind is null || layer.Frequency.Kind == kind);

    private IEnumerable<PlanTask> FollowUpsOf(InspectionKind? kind) => FollowUps.Where(task => kind is null || task.Kind == kind);
}
