namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>Something the library wants to reach.</summary>
/// <param name="Text">What is compared.</param>
/// <param name="Asked">What is asked, as text.</param>
/// <param name="Aim">What would be better still, as text.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Met">Whether that is enough.</param>
internal sealed record Goal(string Text, string Asked, string Aim, string Measured, bool Met);
