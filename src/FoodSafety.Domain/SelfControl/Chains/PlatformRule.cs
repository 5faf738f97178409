using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>How often a platform on which food is sold verifies its sellers again (平台复核入网经营者), by the rule on its kind of trade.</summary>
/// <param name="Id">The stable key: lower-case words joined by hyphens.</param>
/// <param name="Name">What people call the rule.</param>
/// <param name="InForce">The days on which it is in force.</param>
/// <param name="VerifyMonths">After how many months at the latest a seller is verified again, 1 or more.</param>
/// <param name="Basis">Where it comes from.</param>
public sealed record PlatformRule(string Id, BilingualText Name, Term InForce, int VerifyMonths, Citation Basis)
{
    /// <summary>The stable key: lower-case words joined by hyphens.</summary>
    public string Id { get; init => field = TextRule.Key.Check(value, nameof(Id)); } = TextRule.Key.Check(Id, nameof(Id));

    /// <summary>What people call it.</summary>
    public BilingualText Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name, nameof(Name));

    /// <summary>After how many months at the latest a seller is verified again, 1 or more.</summary>
    public int VerifyMonths { get; init; } = VerifyMonths >= 1 ? VerifyMonths : throw new ArgumentOutOfRangeException(nameof(VerifyMonths), VerifyMonths, "Allowed: 1 or more.");

    /// <summary>Food sold in live streams, since 20 March 2026 (直播电商). Illustrative.</summary>
    public static PlatformRule LiveStreams { get; } = new(
        "live-streams-2026", ("直播电商食品安全规定", "rule on food sold in live streams"), new Term(new LocalDate(2026, 3, 20)), 6,
        new Citation(("直播电商食品安全规定（2026-01-16，公开报道）", "Rule on food sold in live streams (2026-01-16, as reported)"), SourceStanding.PressReport));

    /// <summary>Food sold online, since 20 May 2026 (网络食品销售). Illustrative.</summary>
    public static PlatformRule OnlineSales { get; } = new(
        "online-sales-2026", ("网络食品销售规定", "rule on food sold online"), new Term(new LocalDate(2026, 5, 20)), 6,
        new Citation(("网络食品销售规定（2026，转载）", "Rule on food sold online (2026, from a copy)"), SourceStanding.SecondHand));

    /// <summary>Meals ordered online, since 1 June 2026 (网络餐饮服务). Illustrative.</summary>
    public static PlatformRule OnlineCatering { get; } = new(
        "online-catering-2026", ("网络餐饮服务规定", "rule on meals ordered online"), new Term(new LocalDate(2026, 6, 1)), 6,
        new Citation(("网络餐饮服务规定（2026-02-26，公开报道）", "Rule on meals ordered online (2026-02-26, as reported)"), SourceStanding.PressReport));

    /// <summary>All of them.</summary>
    public static ImmutableArray<PlatformRule> National { get; } = [LiveStreams, OnlineSales, OnlineCatering];

    /// <summary>The last day on which a seller is verified again in time.</summary>
    /// <param name="verified">The day on which it was verified last.</param>
    /// <exception cref="ArgumentOutOfRangeException">That would lie beyond the year 9999, the last of the calendar.</exception>
    public LocalDate VerifyAgainBy(LocalDate verified) => DateBounds.FindPlusMonths(verified, VerifyMonths) ??
        throw new ArgumentOutOfRangeException(nameof(verified), verified, $"Allowed: up to {VerifyMonths} months before the end of the year 9999.");
}
