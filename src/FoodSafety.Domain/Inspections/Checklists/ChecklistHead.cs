using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>A head under which items of a list stand (清单大项): one of the four of the cadre's task list.</summary>
/// <param name="Code">What files call it.</param>
/// <param name="Title">What people call it.</param>
public sealed record ChecklistHead(string Code, BilingualText Title)
{
    /// <summary>What files call it.</summary>
    public string Code { get; init => field = TextRule.Key.Check(value, nameof(Code)); } = TextRule.Key.Check(Code, nameof(Code));

    /// <summary>What people call it.</summary>
    public BilingualText Title { get; init => field = TextRule.Name.CheckAny(value, nameof(Title)); } = TextRule.Name.CheckAny(Title, nameof(Title));
}
