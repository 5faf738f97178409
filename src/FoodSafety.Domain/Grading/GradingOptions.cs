namespace FoodSafety.Domain.Grading;

/// <summary>How a whole table is graded (批量分级选项); the result is the same with all of them.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradingOptions
{
    /// <summary>All processors, nobody told, never cancelled.</summary>
    public static GradingOptions Default { get; } = new();

    /// <summary>How many threads may work at once, at least 1; null for one on each processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int? MaxThreads
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread is needed.");
    }

    /// <summary>Ends the grading early, by an <see cref="OperationCanceledException"/>; then nothing is changed.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Is told now and then how many rows are done; from whichever thread did them.</summary>
    public IProgress<int>? Progress { get; init; }
}
