namespace FoodSafety.Domain.Inspections;

/// <summary>The number of a finding in its book (问题编号), from 1 in the order recorded; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
public readonly record struct FindingId(int Number)
{
    /// <summary>True when there is no finding.</summary>
    public bool IsNone => Number == 0;

    /// <summary>The number.</summary>
    public override string ToString() => $"{Number}";
}
