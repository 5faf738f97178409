using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The three steps of responsible cadres of a business (三阶责任人).</summary>
/// <remarks>Each step assists the one before it. The default value 0 is no step.</remarks>
public enum ResponsibleStep
{
    /// <summary>Main responsible (主体责任人): at the level that takes the business's tier.</summary>
    [BilingualName("主体责任人", "Main responsible")]
    Main = 1,

    /// <summary>Second responsible (二级责任人): one level lower, assists the main one.</summary>
    [BilingualName("二级责任人", "Second responsible")]
    Second = 2,

    /// <summary>Third responsible (三级责任人): two levels lower, assists the second one.</summary>
    [BilingualName("三级责任人", "Third responsible")]
    Third = 3,
}

/// <summary>All values of <see cref="ResponsibleStep"/>.</summary>
public static class ResponsibleSteps
{
    /// <summary>The three steps, the main one first.</summary>
    public static ImmutableArray<ResponsibleStep> All { get; } = [ResponsibleStep.Main, ResponsibleStep.Second, ResponsibleStep.Third];
}
