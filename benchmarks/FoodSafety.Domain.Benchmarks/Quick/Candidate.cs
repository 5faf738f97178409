namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>Something to measure.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Count">How many businesses one run goes through; times are given per business.</param>
/// <param name="Run">One run.</param>
internal sealed record Candidate(string Name, int Count, Action Run)
{
    public int Threads { get; init; } = 1;

    /// <summary>Is done before each run and not measured; null for nothing.</summary>
    public Action? Prepare { get; init; }

    /// <summary>The name of what it is compared with, over as many businesses.</summary>
    public string Baseline { get; init; } = Names.HandWritten;
}
