namespace FoodSafety.Domain.Responsibility;

/// <summary>The number of a commitment in its book (承诺书编号), from 1 in the order signed; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
public readonly record struct CommitmentId(int Number)
{
    /// <summary>The number.</summary>
    public override string ToString() => $"{Number}";
}
