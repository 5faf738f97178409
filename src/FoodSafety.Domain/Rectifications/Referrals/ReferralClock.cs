using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>A statutory clock of a referral that runs (在途时限).</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Since">When it began.</param>
/// <param name="Deadline">Until when a step is in time.</param>
/// <param name="AskedAt">The instant at which the clock was read.</param>
public sealed record ReferralClock(ReferralLimit Limit, [property: JsonConverter(typeof(IsoTimeJsonConverter))] Instant Since, Deadline Deadline, [property: JsonConverter(typeof(IsoTimeJsonConverter))] Instant AskedAt)
{
    /// <summary>The steps of which any one keeps it.</summary>
    public ItemList<ReferralStep> Steps => Limit.Steps;

    /// <summary>The body that it binds.</summary>
    public ReferralBody Body => Limit.Body;

    /// <summary>The article that sets it (依据).</summary>
    public Citation Basis => Limit.Limit.Basis!;

    /// <summary>True when a step that must be taken was not taken in time (逾期).</summary>
    public bool IsOverdue => !Limit.IsOptional && Deadline.IsOverdue(AskedAt);

    /// <summary>True when a step that might be taken can no longer be taken in time (已过时限).</summary>
    public bool HasLapsed => Limit.IsOptional && Deadline.IsOverdue(AskedAt);
}

/// <summary>A time limit that runs while a referral is in a state (法定时限).</summary>
/// <param name="State">The state; the limit counts from when it was entered.</param>
/// <param name="Steps">The steps of which any one, taken in time, keeps it.</param>
/// <param name="Body">The body that it binds.</param>
/// <param name="Limit">How long, with the article as its basis.</param>
/// <param name="IsOptional">True when the body may, not must, take a step; then nothing is overdue.</param>
public sealed record ReferralLimit(ReferralState State, ItemList<ReferralStep> Steps, ReferralBody Body, TimeLimit Limit, bool IsOptional);

/// <summary>The rules that referrals rest on.</summary>
internal static class ReferralLaw
{
    private static readonly Uri Laws = new("https://github.com/LawRefBook/Laws");

    /// <summary>An article of State Council Order 310 as revised on 7 August 2020.</summary>
    public static Citation Order310(string article) => new(
        ("《行政执法机关移送涉嫌犯罪案件的规定》（国务院令第310号，2020年修订）", "Provisions on transferring suspected crimes by administrative bodies (State Council Order 310, rev. 2020)"),
        SourceStanding.OfficialText, article, Laws);

    /// <summary>An article of the judicial interpretation on food-safety crimes, in force since 1 January 2022.</summary>
    public static Citation Interpretation(string article) => new(
        ("《关于办理危害食品安全刑事案件适用法律若干问题的解释》（2021年）", "Judicial interpretation on criminal cases that endanger food safety (2021)"),
        SourceStanding.OfficialText, article, Laws);
}
