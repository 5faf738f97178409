namespace FoodSafety.Domain.Rectifications;

/// <summary>The number of a rectification in its book (整改编号), from 1 in the order reported; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
public readonly record struct RectificationId(int Number)
{
    /// <summary>True when there is no rectification.</summary>
    public bool IsNone => Number == 0;

    /// <summary>The number.</summary>
    public override string ToString() => $"{Number}";
}
