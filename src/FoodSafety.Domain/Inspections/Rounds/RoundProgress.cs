using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>How far a round has come (轮次台账): what was done at which business on which day.</summary>
/// <remarks>
/// The list of businesses is fixed when it begins; what opens later belongs to the next round. Days may be entered in any
/// order: of several days for one task at one business the earliest stands, so the order in which they are entered changes
/// nothing. A business costs two bytes per task and 24 more. Not thread-safe.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class RoundProgress
{
    private readonly ImmutableArray<RoundBusiness> _businesses;
    private readonly int[] _areas;

    /// <summary>For each task of the round, the day on which it was done at each business, counted from 1; 0 when it was not.</summary>
    private readonly ushort[][] _days;
    private readonly List<RoundMark> _marks = [];

    /// <summary>Begins the ledger of a round.</summary>
    /// <param name="round">The round.</param>
    /// <param name="areas">The areas of the register.</param>
    /// <param name="businesses">The businesses to reach, each once, in any order; <see cref="BusinessesOf"/> gives those of a plan of chains.</param>
    /// <exception cref="ArgumentException">A business stands twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A row is negative, or a tier is none of the named values.</exception>
    /// <exception cref="AreaNotFoundException">A business is in no area of the tree.</exception>
    public RoundProgress(Round round, AreaTree areas, ImmutableArray<RoundBusiness> businesses)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(areas);
        (Round, Areas) = (round, areas);
        _businesses = businesses.IsDefault ? [] : businesses.Sort((left, right) => left.Row.CompareTo(right.Row));
        _areas = new int[_businesses.Length];
        for (var index = 0; index < _areas.Length; index++)
        {
            var business = _businesses[index];
            if (business.Row < 0 || business.Tier is < Tier.A or > Tier.D)
            {
                throw new ArgumentOutOfRangeException(nameof(businesses), business, "Allowed: rows from 0 and tiers A to D.");
            }

            if (index > 0 && _businesses[index - 1].Row == business.Row)
            {
                throw new ArgumentException($"Row {business.Row} stands twice; allowed: each once.", nameof(businesses));
            }

            _areas[index] = areas[business.Area].Ordinal;
        }

        _days = [.. round.Tasks.Select(_ => new ushort[_businesses.Length])];
    }

    /// <summary>The round.</summary>
    public Round Round { get; }

    /// <summary>The areas.</summary>
    public AreaTree Areas { get; }

    /// <summary>The businesses to reach, by row.</summary>
    public ImmutableArray<RoundBusiness> Businesses => _businesses;

    /// <summary>Everything that was entered and changed something, in order; with round and businesses, all that <see cref="Replay"/> needs.</summary>
    public IReadOnlyList<RoundMark> Events => _marks.AsReadOnly();

    /// <summary>The businesses that have a tier in a plan of chains: the list of a round that begins now.</summary>
    /// <param name="chains">The plan.</param>
    public static ImmutableArray<RoundBusiness> BusinessesOf(ChainPlan chains)
    {
        ArgumentNullException.ThrowIfNull(chains);
        var businesses = ImmutableArray.CreateBuilder<RoundBusiness>(chains.Count);
        var codes = chains.Register.Areas.Codes;
        for (var row = 0; row < chains.Count; row++)
        {
            if (chains.State.Rows[row] is { HasTier: true } plan)
            {
                businesses.Add(new RoundBusiness(row, (Tier)plan.Tier, codes[plan.Area]));
            }
        }

        return businesses.DrainToImmutable();
    }

    /// <summary>Rebuilds a ledger from what was entered.</summary>
    /// <param name="round">The round.</param>
    /// <param name="areas">The areas of the register.</param>
    /// <param name="businesses">The businesses to reach.</param>
    /// <param name="events">What was entered, in any order.</param>
    public static RoundProgress Replay(Round round, AreaTree areas, ImmutableArray<RoundBusiness> businesses, IEnumerable<RoundMark> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var progress = new RoundProgress(round, areas, businesses);
        foreach (var mark in events)
        {
            progress.Mark(mark.Row, mark.Task, mark.On, mark.By);
        }

        return progress;
    }

    /// <summary>Enters that a task was done at a business.</summary>
    /// <param name="row">The row of the business in the register.</param>
    /// <param name="task">A task of the round.</param>
    /// <param name="on">The day, from the beginning of the round; no more than 65,534 days after it.</param>
    /// <param name="by">Who did it: a key in the user's platform.</param>
    /// <returns>False when it was already entered for that day or an earlier one, and nothing changed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The round does not reach the business, has no such task, or the day is outside it.</exception>
    /// <exception cref="ArgumentException">Nobody did it.</exception>
    public bool Mark(int row, RoundTask task, LocalDate on, string by)
    {
        TextRule.Key.Check(by);
        var index = IndexOf(row);
        var days = _days[TaskIndex(task)];
        var day = Period.DaysBetween(Round.Begins, on) + 1;
        if (day is < 1 or > ushort.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(on), on, $"Allowed: {Round.Begins:uuuu-MM-dd} to {DateBounds.FindPlusDays(Round.Begins, ushort.MaxValue - 1) ?? LocalDate.MaxIsoValue:uuuu-MM-dd}.");
        }

        if (days[index] != 0 && days[index] <= day)
        {
            return false;
        }

        days[index] = (ushort)day;
        _marks.Add(new RoundMark(row, task, on, by));
        return true;
    }

    /// <summary>The day on which a task was done at a business; null when it was not.</summary>
    /// <param name="row">The row of the business in the register.</param>
    /// <param name="task">A task of the round.</param>
    /// <exception cref="ArgumentOutOfRangeException">The round does not reach the business, or has no such task.</exception>
    public LocalDate? FindDay(int row, RoundTask task) =>
        _days[TaskIndex(task)][IndexOf(row)] is not 0 and var day ? Round.Begins.PlusDays(day - 1) : null;

    /// <summary>What is covered by a day, that day included: one pass over the businesses.</summary>
    /// <param name="day">The day.</param>
    public RoundCoverage CoverageOn(LocalDate day)
    {
        var limit = DayNumber(day);
        var (doneByTask, doneByTier, totalByTier) = (new int[_days.Length], new int[5], new int[5]);
        var (doneByArea, totalByArea) = (new long[Areas.Count], new long[Areas.Count]);
        for (var task = 0; task < _days.Length; task++)
        {
            foreach (var done in _days[task])
            {
                doneByTask[task] += done != 0 && done <= limit ? 1 : 0;
            }
        }

        for (var index = 0; index < _areas.Length; index++)
        {
            var covered = IsCovered(index, limit) ? 1 : 0;
            var tier = (int)_businesses[index].Tier;
            doneByTier[tier] += covered;
            totalByTier[tier]++;
            doneByArea[_areas[index]] += covered;
            totalByArea[_areas[index]]++;
        }

        Areas.RollUp(doneByArea, doneByArea);
        Areas.RollUp(totalByArea, totalByArea);
        var byTier = doneByTier.Zip(totalByTier, (done, total) => new Coverage(done, total)).ToArray();
        return new RoundCoverage(Round, Areas, new Coverage(doneByTier.Sum(), _areas.Length), doneByTask, byTier, doneByArea, totalByArea);
    }

    /// <summary>How each stage stands on a day, in the order of the stages.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<RoundTargetResult> TargetsOn(LocalDate day) => [.. Round.Targets.Select(target => ResultOf(target, day))];

    /// <summary>The rows of the businesses that are not covered by a day (未覆盖名单), ascending.</summary>
    /// <param name="day">The day.</param>
    /// <param name="area">Only those in an area, at any level; null for all.</param>
    /// <exception cref="AreaNotFoundException">There is no such area.</exception>
    public ImmutableArray<int> RemainingOn(LocalDate day, AreaCode? area = null)
    {
        var limit = DayNumber(day);
        var (first, end) = area is { } code ? (Areas[code].Ordinal, Areas[code].End) : (0, Areas.Count);
        var rows = ImmutableArray.CreateBuilder<int>();
        for (var index = 0; index < _areas.Length; index++)
        {
            if (_areas[index] >= first && _areas[index] < end && !IsCovered(index, limit))
            {
                rows.Add(_businesses[index].Row);
            }
        }

        return rows.DrainToImmutable();
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
        for (var index = 0; index < _areas.Length; index++)
        {
            done += IsCovered(index, limit) ? 1 : 0;
        }

        return new Coverage(done, _areas.Length);
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

    // The businesses are in the order of their rows, whatever these are: nothing is as long as the highest of them.
    private int IndexOf(int row) => _businesses.AsSpan().BinarySearch(new ByRow(row)) is >= 0 and var index
        ? index
        : throw new ArgumentOutOfRangeException(nameof(row), row, $"The round reaches {_businesses.Length} businesses; allowed: a row of Businesses.");

    private readonly struct ByRow(int row) : IComparable<RoundBusiness>
    {
        public int CompareTo(RoundBusiness other) => row.CompareTo(other.Row);
    }

    private int TaskIndex(RoundTask task) => Round.Tasks.AsSpan().IndexOf(task) is >= 0 and var index
        ? index
        : throw new ArgumentOutOfRangeException(nameof(task), task, $"Allowed: {string.Join(", ", Round.Tasks)}.");
}
