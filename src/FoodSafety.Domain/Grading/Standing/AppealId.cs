namespace FoodSafety.Domain.Grading;

/// <summary>The number of an appeal in its ledger (申诉编号), from 1 in the order filed; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
public readonly record struct AppealId(int Number)
{
    /// <summary>The number.</summary>
    public override string ToString() => $"{Number}";
}
