using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>Lets the library read a <see cref="PlainBusiness"/>: what a user writes once to bring own objects into a table.</summary>
internal static class PlainFacts
{
    public static FactMap<PlainBusiness> Map { get; } = new FactMap<PlainBusiness>()
        .Choice(BusinessFacts.Type, b => b.Type)
        .Choice(BusinessFacts.Status, b => b.Status)
        .Whole(BusinessFacts.Employees, b => b.Employees)
        .Exact(BusinessFacts.AnnualRevenue, b => b.Revenue)
        .Whole(BusinessFacts.DinersPerMeal, b => b.Diners)
        .Exact(BusinessFacts.FloorArea, b => b.FloorArea)
        .Whole(BusinessFacts.ViolationsInLastYear, b => b.Violations)
        .Flag(BusinessFacts.SpecialFood, b => b.SpecialFood)
        .Flag(BusinessFacts.HighRiskFood, b => b.HighRiskFood)
        .Flag(BusinessFacts.ChainHeadquarters, b => b.ChainHeadquarters)
        .Flag(BusinessFacts.OnlineSales, b => b.OnlineSales);
}
