namespace FoodSafety.Domain.Grading;

/// <summary>A row that moved, with both decisions as they lie in memory; most results are counted and never read one by one.</summary>
internal record struct RawMove(int Row, int From, int To);
