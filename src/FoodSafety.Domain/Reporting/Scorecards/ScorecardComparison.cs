namespace FoodSafety.Domain.Reporting;

/// <summary>The same area on two days (成绩单对比). <see cref="Scorecard.CompareWith"/> makes it.</summary>
/// <remarks>Compared by reference.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ScorecardComparison
{
    internal ScorecardComparison(ScorecardEntry earlier, ScorecardEntry later) => (Earlier, Later) = (earlier, later);

    /// <summary>On the earlier day.</summary>
    public ScorecardEntry Earlier { get; }

    /// <summary>On the later day.</summary>
    public ScorecardEntry Later { get; }

    /// <summary>By how much a count grew; negative where it shrank.</summary>
    /// <param name="measure">The count.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public long this[ScorecardMeasure measure] => Later[measure] - Earlier[measure];

    /// <summary>The counts that are not what they were, in the order in which they are shown.</summary>
    public IEnumerable<ScorecardMeasure> Changed => ScorecardMeasures.All.Where(measure => this[measure] != 0);
}
