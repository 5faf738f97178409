using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>How far a round has come (轮次进度): what was done at which business on which day.</summary>
/// <remarks>
/// The list of businesses is fixed when it begins; what opens later belongs to the next round. Of several days for one task at one business
/// the earliest stands, so the order in which they are told changes nothing. Where businesses lie is told by the areas in effect on the day that is
/// asked for. A business costs two bytes per task and 32 more.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RoundProgress
{
    private const int MostDays = ushort.MaxValue;

    // Where the businesses lie, since when; the first also before.
    private readonly List<Ground> _grounds;

    /// <summary>For each task of the round, the day on which it was done at each business, counted from 1; 0 when it was not.</summary>
    private readonly ushort[][] _days;

    /// <summary>Begins a round.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="round">The round.</param>
    /// <param name="areas">The areas, which has that of each business.</param>
    /// <param name="businesses">The businesses to reach, each once, in any order.</param>
    internal RoundProgress(RoundId id, Round round, AreaTree areas, ImmutableArray<RoundBusiness> businesses)
    {
        (Id, Round) = (id, round);
        Businesses = businesses.Sort((left, right) => BusinessOrder.Compare(left.Business, right.Business));
        _grounds = [new(LocalDate.MinIsoValue, areas, [.. Businesses.Select(business => areas[business.Area].Ordinal)])];
        _days = [.. round.Tasks.Select(_ => new ushort[Businesses.Length])];
    }

    private RoundProgress(RoundProgress now, int limit)
    {
        (Id, Round, Businesses, _grounds) = (now.Id, now.Round, now.Businesses, [.. now._grounds]);
        _days = [.. now._days.Select(days => Array.ConvertAll(days, day => day <= limit ? day : (ushort)0))];
    }

    /// <summary>Its id.</summary>
    public RoundId Id { get; }

    /// <summary>The round.</summary>
    public Round Round { get; }

    /// <summary>The businesses to reach, ordered by their ids, each with the area in which it stood when the round was opened.</summary>
    public ImmutableArray<RoundBusiness> Businesses { get; }

    /// <summary>The areas in effect on a day, in which the coverage of that day is counted; of a day before the round, those of its beginning.</summary>
    /// <param name="day">The day.</param>
    public AreaTree AreasOn(LocalDate day) => GroundOn(day).Areas;

    /// <summary>The last day that can be told: 65,534 days after the first.</summary>
    internal LocalDate LastDay => DateBounds.FindPlusDays(Round.Begins, MostDays - 1) ?? LocalDate.MaxIsoValue;

    /// <summary>Whether the round has to reach a business.</summary>
    /// <param name="business">The business.</param>
    public bool Reaches(BusinessId business) => FindIndex(business) >= 0;

    /// <summary>The day on which a task was done at a business; null when it was not.</summary>
    /// <param name="business">The business.</param>
    /// <param name="task">A task of the round.</param>
    /// <exception cref="ArgumentOutOfRangeException">The round does not reach the business, or has no such task.</exception>
    public LocalDate? FindDay(BusinessId business, RoundTask task) => _days[TaskIndex(task)][IndexOf(business)] is not 0 and var day ? Round.Begins.PlusDays(day - 1) : null;

    /// <summary>What is covered by a day, that day included: one pass over the businesses.</summary>
    /// <param name="day">The day.</param>
    public RoundCoverage CoverageOn(LocalDate day)
    {
        var limit = DayNumber(day);
        var (doneByTask, doneByTier, totalByTier) = (new int[_days.Length], new int[5], new int[5]);
        var (_, areas, places) = GroundOn(day);
        var (doneByArea, totalByArea) = (new long[areas.Count], new long[areas.Count]);
        for (var task = 0; task < _days.Length; task++)
        {
            foreach (var done in _days[task])
            {
                doneByTask[task] += done != 0 && done <= limit ? 1 : 0;
            }
        }

        for (var index = 0; index < places.Length; index++)
        {
            var covered = IsCovered(index, limit) ? 1 : 0;
            var tier = (int)Businesses[index].Tier;
            doneByTier[tier] += covered;
            totalByTier[tier]++;
            doneByArea[places[index]] += covered;
            totalByArea[places[index]]++;
        }

        areas.RollUp(doneByArea, doneByArea);
        areas.RollUp(totalByArea, totalByArea);
        var byTier = doneByTier.Zip(totalByTier, (done, total) => new Coverage(done, total)).ToArray();
        return new RoundCoverage(Round, areas, new Coverage(doneByTier.Sum(), places.Length), doneByTask, byTier, doneByArea, totalByArea);
    }

    /// <summary>How each stage stands on a day, in the order of the stages.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<RoundTargetResult> TargetsOn(LocalDate day) => [.. Round.Targets.Select(target => ResultOf(target, day))];

    /// <summary>The businesses that are not covered by a day (未覆盖名单), ordered by their ids.</summary>
    /// <param name="day">The day.</param>
    /// <param name="area">Only those in an area, at any level, of those in effect on the day; null for all.</param>
    /// <exception cref="AreaNotFoundException">There is no such area.</exception>
    public ImmutableArray<BusinessId> RemainingOn(LocalDate day, AreaCode? area = null)
    {
        var limit = DayNumber(day);
        var (_, areas, places) = GroundOn(day);
        var (first, end) = area is { } code ? (areas[code].Ordinal, areas[code].End) : (0, areas.Count);
        var remaining = ImmutableArray.CreateBuilder<BusinessId>();
        for (var index = 0; index < places.Length; index++)
        {
            if (places[index] >= first && places[index] < end && !IsCovered(index, limit))
            {
                remaining.Add(Businesses[index].Business);
            }
        }

        return remaining.DrainToImmutable();
    }

    private RoundTargetResult ResultOf(RoundTarget target, LocalDate day)
    {
        var isOver = day > target.By;
        var coverage = Count(DayNumber(isOver ? target.By : day));
        var lacking = Math.Max(0, (int)(Ratio.Of(target.Share) * Ratio.Of(coverage.Total, 1)).Ceiling() - coverage.Done);
        var passed = Math.Max(0, Period.DaysBetween(Round.Begins, day) + 1);
        var expected = target.Share * coverage.Total * passed / (Period.DaysBetween(Round.Begins, target.By) + 1);
        var state = lacking == 0 ? RoundTargetState.Met
            : isOver ? RoundTargetState.Missed
            : coverage.Done >= expected ? RoundTargetState.OnTrack
            : RoundTargetState.Behind;
        return new RoundTargetResult(target, state, coverage, lacking);
    }

    private Coverage Count(int limit)
    {
        var done = 0;
        for (var index = 0; index < Businesses.Length; index++)
        {
            done += IsCovered(index, limit) ? 1 : 0;
        }

        return new Coverage(done, Businesses.Length);
    }

    private bool IsCovered(int index, int limit)
    {
        foreach (var days in _days)
        {
            if (days[index] == 0 || days[index] > limit)
            {
                return false;
            }
        }

        return true;
    }

    private int DayNumber(LocalDate day) => Period.DaysBetween(Round.Begins, day) + 1;

    /// <summary>What was done by the end of a day, as a value.</summary>
    internal RoundProgress On(LocalDate day) => new(this, Math.Clamp(DayNumber(day), 0, MostDays));

    /// <summary>Enters a day unless an earlier one stands.</summary>
    internal void Mark(BusinessId business, RoundTask task, LocalDate on, UndoLog undo)
    {
        var (index, days, day) = (IndexOf(business), _days[TaskIndex(task)], (ushort)DayNumber(on));
        if (days[index] == 0 || day < days[index])
        {
            Set(days, index, day, undo);
        }
    }

    /// <summary>Puts the earliest of some days in the place of the one that stands; none takes it out.</summary>
    internal void Reset(BusinessId business, RoundTask task, IEnumerable<LocalDate> told, UndoLog undo) =>
        Set(_days[TaskIndex(task)], IndexOf(business), (ushort)told.Select(DayNumber).DefaultIfEmpty().Min(), undo);

    /// <summary>Has its businesses lie in other areas from the day on which a change took effect.</summary>
    internal void Follow(AreaRevision revision, UndoLog undo)
    {
        int[] places = [.. Businesses.Zip(_grounds[^1].Places, (business, place) => revision.PlaceOf(place, business.Business))];
        _grounds.Add(new(revision.On, revision.Tree, places));
        undo.Push(() => _grounds.RemoveAt(_grounds.Count - 1));
    }

    private Ground GroundOn(LocalDate day) => _grounds.LastOrDefault(ground => ground.From <= day) ?? _grounds[0];

    private static void Set(ushort[] days, int index, ushort day, UndoLog undo)
    {
        var old = days[index];
        days[index] = day;
        undo.Push(() => days[index] = old);
    }

    private int IndexOf(BusinessId business) => FindIndex(business) is >= 0 and var index
        ? index
        : throw new ArgumentOutOfRangeException(nameof(business), business, $"The round reaches {Businesses.Length} businesses; allowed: one of them.");

    private int FindIndex(BusinessId business) => Businesses.AsSpan().BinarySearch(new ById(business));

    private sealed record Ground(LocalDate From, AreaTree Areas, int[] Places);

    private readonly struct ById(BusinessId business) : IComparable<RoundBusiness>
    {
        public int CompareTo(RoundBusiness other) => BusinessOrder.Compare(business, other.Business);
    }

    private int TaskIndex(RoundTask task) => Round.Tasks.AsSpan().IndexOf(task) is >= 0 and var index
        ? index
        : throw new ArgumentOutOfRangeException(nameof(task), task, $"Allowed: {string.Join(", ", Round.Tasks)}.");
}
