using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Tests.Facts;

/// <summary>Facts that the tests of this folder share.</summary>
internal static class FactSamples
{
    public static NumberFact Diners { get; } = new("diners", ("用餐人数", "diners"), Units.People, maximum: 1_000);

    public static NumberFact Revenue { get; } = new("revenue", ("营业收入", "revenue"), Units.Yuan, decimals: 2, maximum: 1_000_000);

    public static NumberFact Balance { get; } = new("balance", ("结余", "balance"), Units.Yuan, decimals: 1, minimum: -50, maximum: 50);

    public static FlagFact Chain { get; } = new("chain", ("连锁", "chain"));

    public static FlagFact Online { get; } = new("online", ("网络经营", "online"));

    public static ChoiceFact<Kind> Kinds { get; } = new("kind", ("类型", "kind"), kind => kind switch
    {
        Kind.Shop => ("商店", "shop"),
        Kind.Canteen => ("食堂", "canteen"),
        _ => ("最后", "last"),
    }, kind => kind == Kind.Last ? "last-of-all" : kind.ToString());

    public static FactSchema Schema { get; } = new([Diners, Revenue, Balance, Chain, Online, Kinds], Kinds);

    public enum Kind : byte { Shop = 1, Canteen = 2, Last = 255 }
}
