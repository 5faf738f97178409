using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain;

/// <summary>What a measure of one's own counts into, for one scorecard (计数器): every count is of a business, and so of its area and all above.</summary>
/// <remarks>It is of use while the measure counts, and refuses everything afterwards: a scorecard does not change.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ScorecardTally
{
    private readonly ScorecardMeasure _measure;
    private readonly Predicate<int> _isRunning;
    private readonly Predicate<int> _isTied;
    private readonly Action<int, long> _add;
    private readonly Action<int[]> _addPerson;
    private bool _isClosed;

    internal ScorecardTally(ScorecardMeasure measure, DistrictDay day, DateInterval period, Round? round, Predicate<int> isRunning, Predicate<int> isTied, Action<int, long> add, Action<int[]> addPerson) =>
        (_measure, Day, Period, Round, _isRunning, _isTied, _add, _addPerson) = (measure, day, period, round, isRunning, isTied, add, addPerson);

    /// <summary>The district on the day.</summary>
    public DistrictDay Day { get; }

    /// <summary>The days in which visits and records are counted, both included.</summary>
    public DateInterval Period { get; }

    /// <summary>The round in which visits are counted; null when it is the period.</summary>
    public Round? Round { get; }

    /// <summary>The rows, in the register of the day, of the businesses that have not ended: those that the counts of the library are of.</summary>
    public IEnumerable<int> Rows => Enumerable.Range(0, Day.Register.Count).Where(row => _isRunning(row));

    internal bool IsUnstated { get; private set; }

    internal bool IsIncomplete { get; private set; }

    internal Citation? ProvisionalBy { get; private set; }

    /// <summary>Whether a business has a tier and a main responsible who holds his post: whether it counts as <see cref="ScorecardMeasure.Tied"/>.</summary>
    /// <param name="row">Its row.</param>
    /// <exception cref="ArgumentOutOfRangeException">The register has no such row.</exception>
    public bool IsTied(int row) => _isTied(Checked(row));

    /// <summary>Adds to the count of a business.</summary>
    /// <param name="row">Its row, as <see cref="BusinessRegister.RowOf"/> of the register of the day gives it.</param>
    /// <param name="count">How much, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The register has no such row, or the count is negative.</exception>
    /// <exception cref="InvalidOperationException">The measure counts people, or has counted.</exception>
    public void Add(int row, long count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Require(isOfPeople: false, nameof(AddPerson));
        _add(Checked(row), count);
    }

    /// <summary>Adds one person, who counts once in every area that holds one of some businesses.</summary>
    /// <param name="rows">The rows of the businesses, in any order; the same may stand more than once, and of none nobody is counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The register has no such row.</exception>
    /// <exception cref="InvalidOperationException">The measure does not count people, or has counted.</exception>
    public void AddPerson(params ReadOnlySpan<int> rows)
    {
        Require(isOfPeople: true, nameof(Add));
        foreach (var row in rows)
        {
            Checked(row);
        }

        _addPerson(rows.ToArray());
    }

    /// <summary>Says that nothing is known of it on the day (未填报): no output shows its 0.</summary>
    public void Unstated() => IsUnstated = true;

    /// <summary>Says that it does not reach back to the first day of the period (不完整).</summary>
    public void Incomplete() => IsIncomplete = true;

    /// <summary>Says that it rests on days that no notice has confirmed (暂定).</summary>
    /// <param name="by">The law by which they were computed.</param>
    public void Provisional(Citation by)
    {
        ArgumentNullException.ThrowIfNull(by);
        ProvisionalBy = by;
    }

    internal void Close() => _isClosed = true;

    private int Checked(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Day.Register.Count);
        return row;
    }

    private void Require(bool isOfPeople, string other)
    {
        if (_isClosed)
        {
            throw new InvalidOperationException($"The measure '{_measure.Code}' has counted, and the scorecard does not change any more.");
        }

        if (_measure.IsOfPeople != isOfPeople)
        {
            throw new InvalidOperationException($"The measure '{_measure.Code}' counts {(isOfPeople ? "no people" : "people, each once")}. Allowed: {other}.");
        }
    }
}
