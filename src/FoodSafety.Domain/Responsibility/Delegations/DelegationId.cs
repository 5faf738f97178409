namespace FoodSafety.Domain.Responsibility;

/// <summary>The number of a delegation in its book (委托编号), from 1 in the order made; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
public readonly record struct DelegationId(int Number)
{
    /// <summary>The number.</summary>
    public override string ToString() => $"{Number}";
}
