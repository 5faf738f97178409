using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The texts that several rules of this folder rest on.</summary>
internal static class SelfControlSources
{
    public static Citation Release2022 { get; } = new(
        ("市场监管总局就第60号令答记者问（2022-09-26，转载）", "SAMR news release on Order 60 (2022-09-26, from a mirror)"),
        SourceStanding.PressReport, url: new Uri("http://www.mp4sky.com/cysc/zljd/qwfb/202209/26/t20220926_38128231.shtml"));

    public static Citation Order60 { get; } = new(
        ("企业落实食品安全主体责任监督管理规定（市场监管总局令第60号，2022）", "Rule on the responsibility of enterprises for food safety (SAMR Order 60 of 2022)"),
        SourceStanding.PressReport, url: new Uri("http://www.9k8cc.com/cn/Instant/municipal/202209/t20220927_7280918.html"));

    public static Citation Management2025 { get; } = new(
        ("经济日报关于2025年规定的报道（转载）", "Economic Daily on the rule of 2025 (from a copy)"),
        SourceStanding.PressReport, url: new Uri("http://www.smussy.cn/xinwen/2025051109a93699054.html"));

    /// <summary>The rule on collective dining, of which a whole transcription was compared; the page is a government site's.</summary>
    public static Citation Dining2025 { get; } = new(
        ("集中用餐单位落实食品安全主体责任监督管理规定（2025）", "Rule on the responsibility of collective-dining units for food safety (2025)"),
        SourceStanding.GovernmentNotice, url: new Uri("http://m.cng360.com/zwgk/ywdt/bmzx/content/post_851144.html"));

    /// <summary>The rule on enterprises as Order 97 amended and renamed it, in force since 15 April 2025.</summary>
    public static Citation Order97(string? article = null) => new(
        ("食品生产经营企业落实食品安全主体责任监督管理规定（市场监管总局令第60号，2025年经第97号令修改）",
            "Rule on the responsibility of food enterprises for food safety (SAMR Order 60, as amended by Order 97 in 2025)"),
        SourceStanding.GovernmentNotice, article, new Uri("https://www.samr.gov.cn/zw/zfxxgk/fdzdgknr/fgs/art/2025/art_6892dba109e54ea894aec4340e8f7427.html"));
}
