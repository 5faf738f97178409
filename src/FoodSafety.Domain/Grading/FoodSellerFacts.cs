using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>What the risk grading of food sellers reads beside the standard facts (食品销售者风险分级事实).</summary>
public static class FoodSellerFacts
{
    /// <summary>Prepacked items kept at room temperature (常温预包装食品品种数).</summary>
    public static NumberFact AmbientPrepackedItems { get; } = Items("ambient-prepacked-items", "常温预包装食品", "prepacked items at room temperature");

    /// <summary>Prepacked items kept chilled or frozen (冷藏冷冻预包装食品品种数).</summary>
    public static NumberFact ChilledPrepackedItems { get; } = Items("chilled-prepacked-items", "冷藏冷冻预包装食品", "chilled or frozen prepacked items");

    /// <summary>Bulk items kept at room temperature (常温散装食品品种数).</summary>
    public static NumberFact AmbientBulkItems { get; } = Items("ambient-bulk-items", "常温散装食品", "bulk items at room temperature");

    /// <summary>Bulk items kept chilled or frozen (冷藏冷冻散装食品品种数).</summary>
    public static NumberFact ChilledBulkItems { get; } = Items("chilled-bulk-items", "冷藏冷冻散装食品", "chilled or frozen bulk items");

    /// <summary>Items made and sold on the spot (现场制售品种数).</summary>
    public static NumberFact ItemsMadeOnSite { get; } = Items("items-made-on-site", "现场制售食品", "items made on site");

    /// <summary>Suppliers (供货者数量).</summary>
    public static NumberFact Suppliers { get; } = new("suppliers", ("供货者", "suppliers"), ("家", "firms"), maximum: 1_000_000);

    /// <summary>Sells livestock meat, poultry or aquatic products (销售畜禽肉、水产品).</summary>
    public static FlagFact SellsMeatOrAquatic { get; } = new("sells-meat-or-aquatic", ("销售畜禽肉或水产品", "sells meat, poultry or aquatic products"));

    /// <summary>Sells imported farm produce (销售进口食用农产品).</summary>
    public static FlagFact SellsImportedProduce { get; } = new("sells-imported-produce", ("销售进口食用农产品", "sells imported farm produce"));

    /// <summary>Makes decorated cakes on the spot (现场制作裱花蛋糕).</summary>
    public static FlagFact MakesDecoratedCakes { get; } = new("makes-decorated-cakes", ("现场制作裱花蛋糕", "makes decorated cakes"));

    /// <summary>Sells salt of its own province (销售本地食盐).</summary>
    public static FlagFact SellsLocalSalt { get; } = new("sells-local-salt", ("销售本地食盐", "sells local salt"));

    /// <summary>Sells salt of other provinces (销售外地食盐).</summary>
    public static FlagFact SellsOtherSalt { get; } = new("sells-other-salt", ("销售外地食盐", "sells salt from elsewhere"));

    /// <summary>Lets counters or stalls to others (出租柜台).</summary>
    public static FlagFact LetsCounters { get; } = new("lets-counters", ("出租柜台或场地", "lets counters to others"));

    /// <summary>
    /// The points of the yearly inspection (动态风险因素评分), 0 to 60 with one decimal. The tables behind it were not found in any
    /// source, so it is an input.
    /// </summary>
    public static NumberFact DynamicScore { get; } = new("dynamic-score", ("动态风险分", "dynamic score"), Units.Points, decimals: 1, maximum: 60);

    /// <summary>
    /// In the last year a deliberate breach was punished, an official sample failed, an accident happened, a recall was not
    /// carried out or an inspection was refused (上调风险等级情形).
    /// </summary>
    public static FlagFact SeriousLapse { get; } = new("serious-lapse", ("存在上调风险等级情形", "serious lapse in the last year")) { IsFixed = true };

    /// <summary>Three years without a record, a GMP or HACCP certificate, or a quality award (下调风险等级情形).</summary>
    public static FlagFact GoodRecord { get; } = new("good-record", ("存在下调风险等级情形", "good record or certificate")) { IsFixed = true };

    /// <summary>The columns that risk grading of sellers needs: the standard ones and those above.</summary>
    public static FactSchema Schema { get; } = BusinessFacts.Schema.With(
        AmbientPrepackedItems, ChilledPrepackedItems, AmbientBulkItems, ChilledBulkItems, ItemsMadeOnSite, Suppliers,
        SellsMeatOrAquatic, SellsImportedProduce, MakesDecoratedCakes, SellsLocalSalt, SellsOtherSalt, LetsCounters,
        DynamicScore, SeriousLapse, GoodRecord);

    private static NumberFact Items(string id, string chinese, string english) =>
        new(id, ($"{chinese}品种数", english), Units.Kinds, maximum: 1_000_000);
}
