namespace FoodSafety.Domain.SelfControl;

/// <summary>The number of a proposal to stop in its book (停止建议编号), from 1 in the order made; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
public readonly record struct StopId(int Number)
{
    /// <summary>The number.</summary>
    public override string ToString() => $"{Number}";
}
