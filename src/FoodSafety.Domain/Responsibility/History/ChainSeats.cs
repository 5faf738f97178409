using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Who answers for a business, step by step (三阶责任人): a chain without its reasons.</summary>
/// <remarks>The default value is nobody in any step.</remarks>
/// <param name="Main">The main responsible; nobody when the business is not covered.</param>
/// <param name="Second">The second responsible, or nobody.</param>
/// <param name="Third">The third responsible, or nobody.</param>
public readonly record struct ChainSeats(Seat Main, Seat Second, Seat Third)
{
    /// <summary>True when nobody answers for the business (未包保).</summary>
    public bool IsNone => Main.IsNone;

    /// <summary>Who takes a step.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not one of the named values.</exception>
    public Seat this[ResponsibleStep step] => step.Named() switch
    {
        ResponsibleStep.Main => Main,
        ResponsibleStep.Second => Second,
        ResponsibleStep.Third => Third,
    };

    /// <summary>The step that a cadre takes, or null.</summary>
    /// <param name="cadre">The cadre.</param>
    public ResponsibleStep? FindStep(CadreId cadre) =>
        cadre.IsNone ? null
        : Main.Cadre == cadre ? ResponsibleStep.Main
        : Second.Cadre == cadre ? ResponsibleStep.Second
        : Third.Cadre == cadre ? ResponsibleStep.Third
        : null;
}
