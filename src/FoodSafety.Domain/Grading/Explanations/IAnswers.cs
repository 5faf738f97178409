using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>What conditions say of one entity.</summary>
internal interface IAnswers
{
    /// <summary>Whether a condition holds; null where that is not known.</summary>
    bool? Holds(Condition condition);
}
