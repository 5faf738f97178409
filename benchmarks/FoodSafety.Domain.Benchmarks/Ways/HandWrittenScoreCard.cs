using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>The score card as a careful programmer writes it: whole tenths of points, so that no decimal is added up.</summary>
internal sealed class HandWrittenScoreCard(List<PlainSeller> sellers) : IWay
{
    // The clauses of the risk policy in its own order.
    private const byte OutOfBusiness = 0;
    private const byte NotASeller = 1;
    private const byte Over60 = 2;
    private const byte Over45 = 3;
    private const byte Over30 = 4;
    private const byte To30 = 5;

    private readonly Verdicts _verdicts = new(sellers.Count);

    public void Regrade()
    {
        _verdicts.Begin();
        for (var i = 0; i < sellers.Count; i++)
        {
            var seller = sellers[i];
            var (grade, rule) = Grade(seller);
            _verdicts.Decide(i, (byte)seller.CurrentGrade, (byte)grade, rule);
        }
    }

    public Verdicts Read() => _verdicts;

    private static (RiskGrade Grade, byte Rule) Grade(PlainSeller s)
    {
        if (s.Status is OperatingStatus.Closed or OperatingStatus.LicenceRevoked)
        {
            return (default, OutOfBusiness);
        }

        if (s.Type is not (BusinessType.Wholesaler or BusinessType.Retailer or BusinessType.Supermarket
            or BusinessType.SpecialFoodSeller or BusinessType.MarketOrganiser or BusinessType.OnlinePlatform))
        {
            return (default, NotASeller);
        }

        var tenths = StaticTenths(s) + (int)(s.DynamicScore * 10);
        var (grade, rule) = tenths > 600 ? (RiskGrade.D, Over60)
            : tenths > 450 ? (RiskGrade.C, Over45)
            : tenths > 300 ? (RiskGrade.B, Over30)
            : (RiskGrade.A, To30);
        if (s.SeriousLapse)
        {
            return (grade == RiskGrade.D ? grade : grade + 1, rule);
        }

        return (s.GoodRecord && grade != RiskGrade.A ? grade - 1 : grade, rule);
    }

    private static int StaticTenths(PlainSeller s)
    {
        var tenths = s.FloorArea <= 0 ? 0 : s.FloorArea <= 50 ? 10 : s.FloorArea <= 200 ? 15 : s.FloorArea <= 1_000 ? 20 : 30;
        tenths += s.AmbientPrepackedItems switch { <= 0 => 0, <= 500 => 2, <= 2_000 => 5, <= 5_000 => 8, _ => 10 };
        tenths += s.ChilledPrepackedItems switch { <= 0 => 0, <= 100 => 5, <= 300 => 10, <= 1_000 => 15, _ => 20 };
        tenths += s.AmbientBulkItems switch { <= 0 => 0, <= 100 => 5, <= 300 => 10, <= 1_000 => 15, _ => 20 };
        tenths += s.ChilledBulkItems switch { <= 0 => 0, <= 50 => 10, <= 100 => 15, <= 200 => 20, _ => 30 };
        tenths += (s.SellsMeatOrAquatic ? 40 : 0) + (s.SellsImportedProduce ? 20 : 0) + (s.SpecialFood ? 50 : 0);
        tenths += s.ItemsMadeOnSite switch { <= 0 => 0, <= 10 => 30, _ => 60 } + (s.MakesDecoratedCakes ? 30 : 0);
        tenths += s.SellsOtherSalt ? s.SellsLocalSalt ? 10 : 8 : s.SellsLocalSalt ? 5 : 0;
        tenths += s.Suppliers switch { <= 0 => 0, <= 50 => 10, <= 100 => 20, <= 200 => 30, _ => 40 };
        return tenths + (s.LetsCounters ? 40 : 0);
    }
}
