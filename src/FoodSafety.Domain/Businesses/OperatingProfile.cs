using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Businesses;

/// <summary>What grading reads of a business (经营情况): staff, revenue, diners, floor area, and what it handles.</summary>
/// <remarks>
/// The facts by which Chengdu grades businesses, from its market-supervision platform, and some that risk rules need. What
/// nobody stated is null, which is neither 0 nor false. A value outside the range of its fact in <see cref="BusinessFacts"/> is refused when set.
/// </remarks>
public sealed record OperatingProfile
{
    /// <summary>The profile of which nothing is stated.</summary>
    public static OperatingProfile Unstated { get; } = new();

    /// <summary>People employed (从业人员), 0 to 10 million.</summary>
    public int? Employees { get; init => field = Check(BusinessFacts.Employees, value); }

    /// <summary>Revenue of the last full year in yuan (年营业收入), exact to the fen, 0 to 10 million million.</summary>
    public decimal? AnnualRevenue { get; init => field = Check(BusinessFacts.AnnualRevenue, value); }

    /// <summary>Diners per meal, on average (每餐用餐人数), 0 to 10 million.</summary>
    public int? DinersPerMeal { get; init => field = Check(BusinessFacts.DinersPerMeal, value); }

    /// <summary>Floor area in square metres (经营面积), at most two decimals, 0 to 10 million.</summary>
    public decimal? FloorArea { get; init => field = Check(BusinessFacts.FloorArea, value); }

    /// <summary>Violations found in the last twelve months (近 12 个月违法违规次数), 0 to 60,000.</summary>
    public int? ViolationsInLastYear { get; init => field = Check(BusinessFacts.ViolationsInLastYear, value); }

    /// <summary>Handles special food (特殊食品): health food, infant formula in powder or liquid, food for special medical purposes; see <see cref="SpecialFood"/>.</summary>
    public bool? HandlesSpecialFood { get; init; }

    /// <summary>Handles high-risk food (高风险食品), such as raw, cold or decorated dishes.</summary>
    public bool? HandlesHighRiskFood { get; init; }

    /// <summary>Is the headquarters of a chain (连锁总部).</summary>
    public bool? IsChainHeadquarters { get; init; }

    /// <summary>Sells over the internet (网络经营).</summary>
    public bool? SellsOnline { get; init; }

    /// <summary>A canteen that a contractor runs for the school, home or work unit (委托承包经营).</summary>
    public bool? IsContractedOut { get; init; }

    /// <summary>The market bureau directed it to appoint a food-safety director (监管部门指导配备食品安全总监).</summary>
    public bool? IsDirectedToAppoint { get; init; }

    private static decimal? Check(NumberFact fact, decimal? value)
    {
        _ = fact.Of(value);
        return value;
    }

    private static int? Check(NumberFact fact, int? value)
    {
        _ = fact.Of(value);
        return value;
    }
}

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
