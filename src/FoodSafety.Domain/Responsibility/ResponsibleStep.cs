namespace FoodSafety.Domain.Responsibility;

/// <summary>The three steps of responsible cadres of a business (三阶责任人).</summary>
/// <remarks>Each step assists the one before it. The default value 0 is no step. Names are in <see cref="ResponsibleSteps"/>.</remarks>
public enum ResponsibleStep
{
    /// <summary>Main responsible (主体责任人): at the level that takes the business's tier.</summary>
    Main = 1,

    /// <summary>Second responsible (二级责任人): one level lower, assists the main one.</summary>
    Second = 2,

    /// <summary>Third responsible (三级责任人): two levels lower, assists the second one.</summary>
    Third = 3,
}
