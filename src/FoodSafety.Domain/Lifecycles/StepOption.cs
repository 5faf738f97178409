namespace FoodSafety.Domain.Lifecycles;

/// <summary>A step that the state allows, with what still stands in its way (可选操作): a button, and why it is greyed out.</summary>
/// <typeparam name="TStep">The enum of steps.</typeparam>
/// <param name="Step">The step.</param>
/// <param name="Unmet">What is required and not met; empty when the step can be taken.</param>
public sealed record StepOption<TStep>(TStep Step, ItemList<UnmetGuard> Unmet)
    where TStep : struct, Enum
{
    /// <summary>True when nothing stands in the way.</summary>
    public bool IsAllowed => Unmet.IsEmpty;
}
