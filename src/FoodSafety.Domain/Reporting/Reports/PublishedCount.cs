using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Reporting;

/// <summary>A count that was published about an area (公布数字).</summary>
/// <param name="Measure">Which count of the scorecard it is.</param>
/// <param name="Count">How many.</param>
/// <param name="Source">Where it was published.</param>
public sealed record PublishedCount(ScorecardMeasure Measure, long Count, Citation Source);
