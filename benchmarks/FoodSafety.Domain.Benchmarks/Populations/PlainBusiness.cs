using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>A business as a platform would write it without this library: a class with properties, held in a list.</summary>
/// <remarks>Public, because the rules engines that are compared read it by reflection or compile code that does.</remarks>
public sealed class PlainBusiness
{
    /// <summary>Its place in the list.</summary>
    public int Id { get; init; }

    public BusinessType Type { get; init; }

    public OperatingStatus Status { get; init; }

    public int Employees { get; init; }

    public decimal Revenue { get; init; }

    public int Diners { get; init; }

    public decimal FloorArea { get; init; }

    public int Violations { get; init; }

    public bool SpecialFood { get; init; }

    public bool HighRiskFood { get; init; }

    public bool ChainHeadquarters { get; init; }

    public bool OnlineSales { get; init; }

    /// <summary>The code of the village it stands in.</summary>
    public required string Village { get; init; }

    /// <summary>The tier it stands in before the measured pass; 0 for none.</summary>
    public Tier CurrentTier { get; set; }

    /// <summary>Its key as a platform has it.</summary>
    internal string Key => $"B{Id}";

    internal PlainBusiness Copy() => (PlainBusiness)MemberwiseClone();

    internal Business ToBusiness() => new(new BusinessId(Key), "示例", AreaCode.Parse(Village), Type)
    {
        Status = Status,
        Profile = new OperatingProfile
        {
            Employees = Employees,
            AnnualRevenue = Revenue,
            DinersPerMeal = Diners,
            FloorArea = FloorArea,
            ViolationsInLastYear = Violations,
            HandlesSpecialFood = SpecialFood,
            HandlesHighRiskFood = HighRiskFood,
            IsChainHeadquarters = ChainHeadquarters,
            SellsOnline = OnlineSales,
        },
    };
}
