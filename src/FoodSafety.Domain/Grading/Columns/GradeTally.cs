namespace FoodSafety.Domain.Grading;

/// <summary>What a pass adds up: how many went from which outcome to which, and who moved.</summary>
/// <param name="Matrix">The counts, row by row: not decided, the grades, not graded.</param>
/// <param name="Moves">Who moved, in pieces, in the order in which the table keeps its rows.</param>
internal sealed record GradeTally(long[] Matrix, RawMove[][] Moves);
