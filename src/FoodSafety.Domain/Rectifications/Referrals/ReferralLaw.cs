using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Rectifications;

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
