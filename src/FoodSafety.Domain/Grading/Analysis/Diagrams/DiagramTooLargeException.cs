using System.Collections.Immutable;

namespace FoodSafety.Domain.Grading;

/// <summary>An analysis took more steps than it may; it never leaves the analysis.</summary>
internal sealed class DiagramTooLargeException(params ImmutableArray<FactCells> cells) : Exception
{
    /// <summary>The facts that are to blame; empty when it is all of them together.</summary>
    public ImmutableArray<FactCells> Cells { get; } = cells;
}
