namespace FoodSafety.Domain.SelfControl;

/// <summary>How many records were due and how many of them were made (自查记录覆盖情况).</summary>
/// <remarks>The default value is of nothing that was due.</remarks>
/// <param name="Owed">Periods in which a record was due.</param>
/// <param name="Made">Those of them in which one was made.</param>
public readonly record struct RecordCoverage(long Owed, long Made)
{
    /// <summary>The periods that were missed.</summary>
    public long Missed => Owed - Made;

    /// <summary>The share that was made, 0 to 1; null when nothing was due.</summary>
    public decimal? Rate => Owed == 0 ? null : (decimal)Made / Owed;
}
