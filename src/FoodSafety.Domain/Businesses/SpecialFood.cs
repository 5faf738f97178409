using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Businesses;

/// <summary>A class of special food (特殊食品) whose product or recipe is registered or filed before it is sold (注册、备案).</summary>
/// <param name="Id">The stable key: lower-case words joined by hyphens.</param>
/// <param name="Name">What people call it.</param>
/// <param name="RegisteredSince">The first day on which registration or filing is needed; null where it was before the edition of the law of 2021.</param>
public sealed record SpecialFood(string Id, BilingualText Name, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate? RegisteredSince)
{
    /// <summary>The stable key: lower-case words joined by hyphens.</summary>
    public string Id { get; init => field = TextRule.Key.Check(value, nameof(Id)); } = TextRule.Key.Check(Id, nameof(Id));

    /// <summary>What people call it.</summary>
    public BilingualText Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name, nameof(Name));

    /// <summary>Health food (保健食品).</summary>
    public static SpecialFood HealthFood { get; } = new("health-food", ("保健食品", "health food"), RegisteredSince: null);

    /// <summary>Formula food for special medical purposes (特殊医学用途配方食品).</summary>
    public static SpecialFood MedicalFormula { get; } = new("medical-formula", ("特殊医学用途配方食品", "formula for special medical purposes"), RegisteredSince: null);

    /// <summary>Formula milk powder for infants (婴幼儿配方乳粉).</summary>
    public static SpecialFood InfantFormulaPowder { get; } = new("infant-formula-powder", ("婴幼儿配方乳粉", "infant formula milk powder"), RegisteredSince: null);

    /// <summary>Liquid formula milk for infants (婴幼儿配方液态乳), registered since 1 December 2025.</summary>
    public static SpecialFood InfantFormulaLiquid { get; } = new("infant-formula-liquid", ("婴幼儿配方液态乳", "liquid infant formula milk"), FoodSafetyLaw.Of2025From);

    /// <summary>All of them.</summary>
    public static ImmutableArray<SpecialFood> All { get; } = [HealthFood, MedicalFormula, InfantFormulaPowder, InfantFormulaLiquid];

    /// <summary>Whether it is registered or filed on a day.</summary>
    /// <param name="on">The day.</param>
    public bool IsRegisteredOn(LocalDate on) => !(on < RegisteredSince);

    /// <summary>The article that names it among what is registered or filed, in the edition of the law in force on a day.</summary>
    /// <param name="on">The day.</param>
    public static Citation Basis(LocalDate on) => FoodSafetyLaw.Article("82", on);
}
