namespace FoodSafety.Domain.Emergencies;

/// <summary>The number of a warning in its book (预警编号), from 1 in the order assessed; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
public readonly record struct WarningId(int Number)
{
    /// <summary>The number.</summary>
    public override string ToString() => $"{Number}";
}
