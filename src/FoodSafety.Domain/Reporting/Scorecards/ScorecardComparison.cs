namespace FoodSafety.Domain.Reporting;

/// <summary>The same area on two days (成绩单对比).</summary>
/// <param name="Earlier">On the earlier day.</param>
/// <param name="Later">On the later day.</param>
public sealed record ScorecardComparison(ScorecardEntry Earlier, ScorecardEntry Later)
{
    /// <summary>By how much a count grew; negative where it shrank.</summary>
    /// <param name="measure">The count.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public long this[ScorecardMeasure measure] => Later[measure] - Earlier[measure];

    /// <summary>The counts that are not what they were, in the order in which they are shown.</summary>
    public IEnumerable<ScorecardMeasure> Changed => ScorecardMeasures.All.Where(measure => this[measure] != 0);
}
