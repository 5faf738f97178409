namespace FoodSafety.Domain.Grading;

/// <summary>The number of an assignment in its ledger (人工定级编号), from 1 in the order made; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
public readonly record struct AssignmentId(int Number)
{
    /// <summary>The number.</summary>
    public override string ToString() => $"{Number}";
}
