namespace FoodSafety.Domain.Assessment;

/// <summary>One place of a ranking (名次).</summary>
/// <param name="Assessee">Who.</param>
/// <param name="Score">The score.</param>
/// <param name="Rank">The rank, 1 for the best; equal scores have equal ranks.</param>
/// <remarks>The default value is nobody on rank 0.</remarks>
public readonly record struct RankedScore(Assessee Assessee, decimal Score, int Rank);
