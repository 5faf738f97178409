using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The national rules on chains (连锁企业规定): of caterers by SAMR Order 104, of food sellers by Order 114.</summary>
public static class ChainRules
{
    private static readonly Citation Order104 = new(
        ("餐饮服务连锁企业落实食品安全主体责任监督管理规定（市场监管总局令第104号，2025）", "Rule on the responsibility of catering chains for food safety (SAMR Order 104 of 2025)"),
        SourceStanding.GovernmentNotice, url: new Uri("https://www.samr.gov.cn/zw/zfxxgk/fdzdgknr/fgs/art/2025/art_09105249f5984a2fb507e88cd346f20d.html"));

    private static readonly Citation Order114 = new(
        ("食品销售连锁企业落实食品安全主体责任监督管理规定（市场监管总局令第114号，2025）", "Rule on the responsibility of food-selling chains for food safety (SAMR Order 114 of 2025)"),
        SourceStanding.GovernmentNotice, url: new Uri("https://www.samr.gov.cn/zw/zfxxgk/fdzdgknr/fgs/art/2025/art_0bd44100b044475ea1404c8ab2fe3557.html"));

    /// <summary>
    /// Catering chains since 1 December 2025: the headquarters meet every month, branches check every week, shops control every day; 10,000 shops
    /// and more are supervised by the province, 1,000 to 9,999 by the city, up to 999 by the county, by a list fixed every January.
    /// </summary>
    public static ChainRule Catering { get; } = new(
        "catering-chains-2025", ("餐饮服务连锁企业规定（第104号令）", "rule on catering chains (Order 104)"), BusinessSector.Catering, new Term(new LocalDate(2025, 12, 1)), Order104)
    {
        Duties =
        [
            new(ChainLevel.Headquarters, SelfControlDuties.Monthly with { Basis = Order104 }, ReportsTo: null),
            new(ChainLevel.Branch, SelfControlDuties.Weekly with { Basis = Order104 }, ReportsTo: null),
            new(ChainLevel.Shop, SelfControlDuties.Daily with { Basis = Order104 }, ReportsTo: null),
        ],
        Supervision = new([(1, AreaLevel.District), (1_000, AreaLevel.City), (10_000, AreaLevel.Province)], listMonth: 1, Order104),
    };

    /// <summary>
    /// Food-selling chains since 20 March 2026: ten shops of one brand and more; headquarters, branches and shops each control every day, check
    /// every week and meet every month, and report to the level above.
    /// </summary>
    public static ChainRule Sales { get; } = new(
        "sales-chains-2026", ("食品销售连锁企业规定（第114号令）", "rule on food-selling chains (Order 114)"), BusinessSector.Sales, new Term(new LocalDate(2026, 3, 20)), Order114)
    {
        LeastShops = 10,
        Duties =
        [
            .. from level in (ChainLevel[])[ChainLevel.Headquarters, ChainLevel.Branch, ChainLevel.Shop]
               from duty in SelfControlDuties.All
               select new ChainDuty(level, duty with { Basis = Order114 }, level == ChainLevel.Headquarters ? null : level - 1),
        ],
    };

    /// <summary>Both rules.</summary>
    public static ItemList<ChainRule> National { get; } = [Catering, Sales];

    /// <summary>The national rule on chains of a sector on a day; null when none is in force.</summary>
    /// <param name="sector">The sector.</param>
    /// <param name="on">The day.</param>
    public static ChainRule? FindFor(BusinessSector sector, LocalDate on) => Find(National, sector, on);

    /// <summary>Of some rules that on chains of a sector on a day; null when none is in force.</summary>
    /// <param name="rules">The rules, of a sector at most one on a day.</param>
    /// <param name="sector">The sector.</param>
    /// <param name="on">The day.</param>
    internal static ChainRule? Find(ItemList<ChainRule> rules, BusinessSector sector, LocalDate on) => rules.FirstOrDefault(rule => rule.Sector == sector && rule.InForce.Contains(on));
}

/// <summary>Other rules on chains were laid down (连锁企业规定发布): all that hold, in the place of those before.</summary>
/// <remarks>Until some are, the national ones hold: <see cref="ChainRules.National"/>. They count from the day of record, each on the days on which it is in force.</remarks>
/// <param name="Rules">The rules, of a sector at most one on a day.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ChainRulesLaidDown(ItemList<ChainRule> Rules) : RulesLaidDown<ItemList<ChainRule>>(Rules)
{
    /// <inheritdoc/>
    public override string Kind => "chain-rules-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("chain-rules", "");

    /// <exception cref="TimelineException">Two of one sector are in force on one day.</exception>
    private protected override ItemList<ChainRule> Check(ItemList<ChainRule> rules)
    {
        if (rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two rules have the key '{twice.Key}'. Allowed: one.", nameof(rules));
        }

        foreach (var ofSector in rules.GroupBy(rule => rule.Sector))
        {
            _ = new Timeline<ChainRule>(ofSector, static rule => rule.InForce, mayHaveGaps: true);
        }

        return rules;
    }
}

/// <summary>A level of a chain of shops (连锁层级), the headquarters first.</summary>
/// <remarks>Zero, the default, is no level.</remarks>
public enum ChainLevel : byte
{
    /// <summary>The headquarters (企业总部).</summary>
    [BilingualName("企业总部", "headquarters")]
    Headquarters = 1,

    /// <summary>A branch that runs shops for it (分支机构).</summary>
    [BilingualName("分支机构", "branch")]
    Branch = 2,

    /// <summary>A shop (门店).</summary>
    [BilingualName("门店", "shop")]
    Shop = 3,
}

/// <summary>What record a level of a chain makes how often, and to whom it reports (连锁企业自查要求).</summary>
/// <param name="Level">The level.</param>
/// <param name="Duty">The record and its rhythm, to be asked of a log like any other; who makes it is taken over from Order 60.</param>
/// <param name="ReportsTo">The level above that is told of the result (逐级报告); null where none is, or the rule says nothing of it.</param>
public sealed record ChainDuty(ChainLevel Level, SelfControlDuty Duty, ChainLevel? ReportsTo)
{
    /// <summary>Level and duty, for logs and the debugger.</summary>
    public override string ToString() => $"{Level}: {Duty}";
}

/// <summary>The rule on chains of one sector (连锁企业落实食品安全主体责任规定), as data: what a chain is, what its levels do, who supervises it.</summary>
/// <param name="Id">The stable key: lower-case words joined by hyphens.</param>
/// <param name="Name">What people call the rule.</param>
/// <param name="Sector">The sector whose chains it is about.</param>
/// <param name="InForce">The days on which it is in force.</param>
/// <param name="Basis">Where it comes from.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ChainRule(string Id, BilingualText Name, BusinessSector Sector, Term InForce, Citation Basis)
{
    /// <summary>The stable key: lower-case words joined by hyphens.</summary>
    public string Id { get; init => field = TextRule.Key.Check(value, nameof(Id)); } = TextRule.Key.Check(Id, nameof(Id));

    /// <summary>What people call it.</summary>
    public BilingualText Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name, nameof(Name));

    /// <summary>The least number of shops of one brand that make a chain (同一品牌门店数), 1 or more; null where no number was found.</summary>
    public int? LeastShops { get; init; }

    /// <summary>What each level does how often, by level, the headquarters first.</summary>
    public ItemList<ChainDuty> Duties { get; init; }

    /// <summary>Who supervises the headquarters; null where nothing was found.</summary>
    public ChainSupervision? Supervision { get; init; }

    /// <summary>Whether so many shops of one brand make a chain; null where no number was found.</summary>
    /// <param name="shops">How many shops the brand has.</param>
    public bool? FindIsChain(int shops) => LeastShops is { } least ? shops >= least : null;

    /// <summary>The duties of a level, the most frequent first.</summary>
    /// <param name="level">The level.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not one of the named values.</exception>
    public ImmutableArray<ChainDuty> DutiesOf(ChainLevel level)
    {
        _ = level.Name();
        return [.. Duties.Where(duty => duty.Level == level)];
    }

    /// <summary>The key, for logs and the debugger.</summary>
    public override string ToString() => Id;
}
