using System.Runtime.InteropServices;
using FoodSafety.Domain.Benchmarks.Ways;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>The second task: sellers graded by a score card of nine lines, four bands and two adjustments.</summary>
internal sealed class RiskCase
{
    private static readonly BusinessType[] Types =
    [
        BusinessType.Retailer, BusinessType.Retailer, BusinessType.Retailer, BusinessType.Retailer, BusinessType.Retailer,
        BusinessType.Supermarket, BusinessType.Wholesaler, BusinessType.SpecialFoodSeller, BusinessType.MarketOrganiser, BusinessType.Restaurant,
    ];

    private RiskCase(List<PlainSeller> sellers, FactTable table, Verdicts expected)
    {
        Sellers = sellers;
        Table = table;
        Expected = expected;
    }

    /// <summary>The policy to grade by: its first version, which the opponents were written after.</summary>
    public static GradingPolicy<RiskGrade> Policy => RiskPolicies.FoodSellers2016Version1;

    /// <summary>The policy by which the sellers stand before: one band ends half a point earlier.</summary>
    public static GradingPolicy<RiskGrade> Standing { get; } = WithOtherBand();

    public List<PlainSeller> Sellers { get; }

    public FactTable Table { get; }

    /// <summary>What the right answer is, from the library, one seller at a time.</summary>
    public Verdicts Expected { get; }

    public static RiskCase Of(int count)
    {
        var seeded = new Seeded(20161201);
        var sellers = new List<PlainSeller>(count);
        var expected = new Verdicts(count);
        var (standing, grader) = (new Grader<RiskGrade>(Standing), new Grader<RiskGrade>(Policy));
        for (var i = 0; i < count; i++)
        {
            var seller = Seller(ref seeded);
            sellers.Add(seller);
            var facts = PlainSeller.Map.View(seller);
            seller.CurrentGrade = standing.Grade(facts).FindGrade() ?? default;
            var decision = grader.Grade(facts);
            expected.Decide(i, (byte)seller.CurrentGrade, (byte)(decision.FindGrade() ?? default), (byte)decision.Clause);
        }

        var table = new FactTable(FoodSellerFacts.Schema);
        table.AddRange<PlainSeller>(CollectionsMarshal.AsSpan(sellers), PlainSeller.Map);
        return new RiskCase(sellers, table, expected);
    }

    private static GradingPolicy<RiskGrade> WithOtherBand()
    {
        var rule = Policy.Rules.Single(rule => rule.Id == "over-30");
        return Policy.Draft("standing").Without(rule.Id)
            .Rule(rule.Id, rule.Grade, ((Comparison)rule.When).Left > 29.5m, rule.Title, rule.Basis)
            .Build();
    }

    private static PlainSeller Seller(ref Seeded seeded) => new()
    {
        Type = Types[seeded.Between(0, Types.Length - 1)],
        Status = seeded.PerMille(25) ? OperatingStatus.Closed : OperatingStatus.Operating,
        FloorArea = Population.Hundredths(seeded.PerMille(800) ? seeded.Between(800, 30_000) : seeded.Between(10_000, 400_000)),
        AmbientPrepackedItems = seeded.Between(0, 3_000),
        ChilledPrepackedItems = seeded.PerMille(500) ? seeded.Between(1, 400) : 0,
        AmbientBulkItems = seeded.PerMille(300) ? seeded.Between(1, 350) : 0,
        ChilledBulkItems = seeded.PerMille(250) ? seeded.Between(1, 250) : 0,
        ItemsMadeOnSite = seeded.PerMille(200) ? seeded.Between(1, 30) : 0,
        Suppliers = seeded.Between(0, 220),
        SpecialFood = seeded.PerMille(100),
        SellsMeatOrAquatic = seeded.PerMille(250),
        SellsImportedProduce = seeded.PerMille(100),
        MakesDecoratedCakes = seeded.PerMille(50),
        SellsLocalSalt = seeded.PerMille(400),
        SellsOtherSalt = seeded.PerMille(300),
        LetsCounters = seeded.PerMille(40),
        DynamicScore = new decimal(seeded.Between(0, 350), 0, 0, false, 1),
        SeriousLapse = seeded.PerMille(20),
        GoodRecord = seeded.PerMille(150),
    };
}
