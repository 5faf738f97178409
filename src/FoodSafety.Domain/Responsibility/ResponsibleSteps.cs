using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>All values of <see cref="ResponsibleStep"/> and their names.</summary>
public static class ResponsibleSteps
{
    /// <summary>The three steps, the main one first.</summary>
    public static ImmutableArray<ResponsibleStep> All { get; } = [ResponsibleStep.Main, ResponsibleStep.Second, ResponsibleStep.Third];

    /// <summary>The name of a step.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is not one of the named values.</exception>
    public static BilingualText Name(this ResponsibleStep step) => step.Named() switch
    {
        ResponsibleStep.Main => ("主体责任人", "Main responsible"),
        ResponsibleStep.Second => ("二级责任人", "Second responsible"),
        ResponsibleStep.Third => ("三级责任人", "Third responsible"),
    };
}
