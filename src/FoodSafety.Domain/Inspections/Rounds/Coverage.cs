namespace FoodSafety.Domain.Inspections;

/// <summary>How many of how many are covered (覆盖率). The default value is none of none.</summary>
/// <param name="Done">How many are covered, 0 or more.</param>
/// <param name="Total">How many there are, 0 or more.</param>
/// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
public readonly record struct Coverage(int Done, int Total)
{
    /// <summary>How many are covered.</summary>
    public int Done { get; init => field = NotNegative(value, nameof(Done)); } = NotNegative(Done, nameof(Done));

    /// <summary>How many there are.</summary>
    public int Total { get; init => field = NotNegative(value, nameof(Total)); } = NotNegative(Total, nameof(Total));

    /// <summary>The share, 0 to 1; null where there is nothing to cover.</summary>
    public decimal? Share => Total == 0 ? null : (decimal)Done / Total;

    /// <summary>How many are left.</summary>
    public int Remaining => Total - Done;

    private static int NotNegative(int count, string parameter) => count >= 0 ? count : throw new ArgumentOutOfRangeException(parameter, count, "Allowed: 0 or more.");
}
