namespace FoodSafety.Domain.Inspections;

/// <summary>How many of how many are covered (覆盖率). The default value is none of none.</summary>
/// <param name="Done">How many are covered.</param>
/// <param name="Total">How many there are.</param>
public readonly record struct Coverage(int Done, int Total)
{
    /// <summary>The share, 0 to 1; null where there is nothing to cover.</summary>
    public decimal? Share => Total == 0 ? null : (decimal)Done / Total;

    /// <summary>How many are left.</summary>
    public int Remaining => Total - Done;
}
