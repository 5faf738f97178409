using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>Made-up businesses in the mix of a Chinese city: seven in ten are tiny shops, small caterers and stalls.</summary>
internal sealed class Population
{
    private static readonly ImmutableArray<(BusinessType Type, int PerMille)> Mix =
    [
        (BusinessType.Retailer, 360), (BusinessType.SmallCaterer, 220), (BusinessType.FoodStall, 130),
        (BusinessType.Restaurant, 95), (BusinessType.SmallWorkshop, 25), (BusinessType.Supermarket, 20), (BusinessType.Wholesaler, 25),
        (BusinessType.SpecialFoodSeller, 12), (BusinessType.MarketOrganiser, 4), (BusinessType.OnlinePlatform, 2),
        (BusinessType.FoodManufacturer, 20), (BusinessType.SpecialFoodManufacturer, 2), (BusinessType.FoodAdditiveManufacturer, 2),
        (BusinessType.CentralKitchen, 3), (BusinessType.CollectiveMealDelivery, 4),
        (BusinessType.SchoolCanteen, 25), (BusinessType.KindergartenCanteen, 25), (BusinessType.ElderlyCareCanteen, 8),
        (BusinessType.HospitalCanteen, 4), (BusinessType.ConstructionSiteCanteen, 7), (BusinessType.WorkUnitCanteen, 7),
    ];

    private static readonly ImmutableArray<BusinessType> ByChance = [.. Mix.SelectMany(m => Enumerable.Repeat(m.Type, m.PerMille))];

    private Population(List<PlainBusiness> businesses) => Businesses = businesses;

    public List<PlainBusiness> Businesses { get; }

    /// <summary>Makes businesses.</summary>
    /// <param name="count">How many.</param>
    /// <param name="villages">The codes of the villages in which they stand; null for those of the made-up city.</param>
    public static Population Of(int count, string[]? villages = null)
    {
        villages ??= Villages.Codes;
        var seeded = new Seeded(20221201);
        var businesses = new List<PlainBusiness>(count);
        for (var i = 0; i < count; i++)
        {
            businesses.Add(Business(i, villages, ref seeded));
        }

        return new Population(businesses);
    }

    /// <summary>The ordinals of the villages in which the businesses stand.</summary>
    public int[] Groups() => [.. Businesses.Select(business => Villages.Ordinals[business.Village])];

    /// <summary>The same businesses as rows of a table.</summary>
    /// <param name="groups">The groups of the rows; null for none.</param>
    /// <param name="clustered">True keeps rows of one business type together, as a register does; false leaves them in the order of the list.</param>
    public FactTable ToTable(int[]? groups = null, bool clustered = true)
    {
        var table = new FactTable(clustered ? BusinessFacts.Schema : new FactSchema(BusinessFacts.Schema.Facts));
        table.AddRange<PlainBusiness>(CollectionsMarshal.AsSpan(Businesses), PlainFacts.Map, groups);
        return table;
    }

    private static PlainBusiness Business(int id, string[] villages, ref Seeded seeded)
    {
        var type = ByChance[seeded.Between(0, 999)];
        var (employees, yuan) = Size(type, ref seeded);
        var isCanteen = type.Sector() == BusinessSector.Canteen;
        return new PlainBusiness
        {
            Id = id,
            Type = type,
            Status = seeded.Between(1, 1000) switch
            {
                <= 965 => OperatingStatus.Operating,
                <= 975 => OperatingStatus.Suspended,
                <= 995 => OperatingStatus.Closed,
                _ => OperatingStatus.LicenceRevoked,
            },
            Employees = employees,
            Revenue = Hundredths(yuan * 100L + seeded.Between(0, 99)),
            Diners = isCanteen ? Diners(ref seeded) : type == BusinessType.Restaurant ? seeded.Between(10, 300) : 0,
            FloorArea = Hundredths(type == BusinessType.MarketOrganiser ? seeded.Between(100_000, 3_000_000) : seeded.Between(500, 60_000)),
            Violations = seeded.PerMille(40) ? seeded.Between(1, 5) : 0,
            SpecialFood = seeded.PerMille(30),
            HighRiskFood = seeded.PerMille(150),
            ChainHeadquarters = seeded.PerMille(3),
            OnlineSales = seeded.PerMille(250),
            Village = villages[seeded.Between(0, villages.Length - 1)],
        };
    }

    private static (int Employees, int Yuan) Size(BusinessType type, ref Seeded seeded)
    {
        var (tiny, small, medium) = type switch
        {
            BusinessType.Retailer => (940, 45, 13),
            BusinessType.SmallCaterer or BusinessType.FoodStall or BusinessType.SmallWorkshop => (990, 10, 0),
            BusinessType.Restaurant or BusinessType.SpecialFoodSeller => (700, 250, 45),
            _ => (350, 430, 170),
        };
        var place = seeded.Between(1, 1000);
        return place <= tiny ? (seeded.Between(1, 9), seeded.Between(20_000, 1_000_000))
            : place <= tiny + small ? (seeded.Between(5, 60), seeded.Between(800_000, 9_000_000))
            : place <= tiny + small + medium ? (seeded.Between(40, 350), seeded.Between(5_000_000, 150_000_000))
            : (seeded.Between(250, 3_000), seeded.Between(80_000_000, 1_500_000_000));
    }

    private static int Diners(ref Seeded seeded) => seeded.Between(1, 100) switch
    {
        <= 35 => seeded.Between(10, 150),
        <= 75 => seeded.Between(80, 600),
        <= 95 => seeded.Between(400, 1_500),
        _ => seeded.Between(1_200, 6_000),
    };

    /// <summary>Money and areas have two decimals, as they come from a database.</summary>
    internal static decimal Hundredths(long units) => new(unchecked((int)units), (int)(units >> 32), 0, false, 2);
}
