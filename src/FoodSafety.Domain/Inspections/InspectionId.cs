namespace FoodSafety.Domain.Inspections;

/// <summary>The number of an inspection in its book (检查编号), from 1 in the order planned; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
public readonly record struct InspectionId(int Number)
{
    /// <summary>True when there is no inspection.</summary>
    public bool IsNone => Number == 0;

    /// <summary>The number.</summary>
    public override string ToString() => $"{Number}";
}
