using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>A food seller with what the risk score card asks for, as a platform would write it without this library.</summary>
public sealed class PlainSeller
{
    public BusinessType Type { get; init; }

    public OperatingStatus Status { get; init; }

    public decimal FloorArea { get; init; }

    public int AmbientPrepackedItems { get; init; }

    public int ChilledPrepackedItems { get; init; }

    public int AmbientBulkItems { get; init; }

    public int ChilledBulkItems { get; init; }

    public int ItemsMadeOnSite { get; init; }

    public int Suppliers { get; init; }

    public bool SpecialFood { get; init; }

    public bool SellsMeatOrAquatic { get; init; }

    public bool SellsImportedProduce { get; init; }

    public bool MakesDecoratedCakes { get; init; }

    public bool SellsLocalSalt { get; init; }

    public bool SellsOtherSalt { get; init; }

    public bool LetsCounters { get; init; }

    public decimal DynamicScore { get; init; }

    public bool SeriousLapse { get; init; }

    public bool GoodRecord { get; init; }

    /// <summary>The risk grade it stands in before the measured pass; 0 for none.</summary>
    public RiskGrade CurrentGrade { get; set; }

    internal static FactMap<PlainSeller> Map { get; } = new FactMap<PlainSeller>()
        .Choice(BusinessFacts.Type, s => s.Type)
        .Choice(BusinessFacts.Status, s => s.Status)
        .Exact(BusinessFacts.FloorArea, s => s.FloorArea)
        .Flag(BusinessFacts.SpecialFood, s => s.SpecialFood)
        .Whole(FoodSellerFacts.AmbientPrepackedItems, s => s.AmbientPrepackedItems)
        .Whole(FoodSellerFacts.ChilledPrepackedItems, s => s.ChilledPrepackedItems)
        .Whole(FoodSellerFacts.AmbientBulkItems, s => s.AmbientBulkItems)
        .Whole(FoodSellerFacts.ChilledBulkItems, s => s.ChilledBulkItems)
        .Whole(FoodSellerFacts.ItemsMadeOnSite, s => s.ItemsMadeOnSite)
        .Whole(FoodSellerFacts.Suppliers, s => s.Suppliers)
        .Flag(FoodSellerFacts.SellsMeatOrAquatic, s => s.SellsMeatOrAquatic)
        .Flag(FoodSellerFacts.SellsImportedProduce, s => s.SellsImportedProduce)
        .Flag(FoodSellerFacts.MakesDecoratedCakes, s => s.MakesDecoratedCakes)
        .Flag(FoodSellerFacts.SellsLocalSalt, s => s.SellsLocalSalt)
        .Flag(FoodSellerFacts.SellsOtherSalt, s => s.SellsOtherSalt)
        .Flag(FoodSellerFacts.LetsCounters, s => s.LetsCounters)
        .Exact(FoodSellerFacts.DynamicScore, s => s.DynamicScore)
        .Flag(FoodSellerFacts.SeriousLapse, s => s.SeriousLapse)
        .Flag(FoodSellerFacts.GoodRecord, s => s.GoodRecord);
}
