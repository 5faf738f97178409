using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The texts that several rules of this folder rest on.</summary>
internal static class SelfControlSources
{
    private static readonly Uri LawBook = new("https://github.com/LawRefBook/Laws");

    public static Citation Law(string article) => new(
        ("中华人民共和国食品安全法（2021年修正）", "Food Safety Law (as amended in 2021)"), SourceStanding.OfficialText, article, LawBook);

    public static Citation Release2022 { get; } = new(
        ("市场监管总局就第60号令答记者问（2022-09-26，转载）", "SAMR news release on Order 60 (2022-09-26, from a mirror)"),
        SourceStanding.PressReport, url: new Uri("http://www.mp4sky.com/cysc/zljd/qwfb/202209/26/t20220926_38128231.shtml"));

    public static Citation Order60 { get; } = new(
        ("企业落实食品安全主体责任监督管理规定（市场监管总局令第60号，2022）", "Rule on the responsibility of enterprises for food safety (SAMR Order 60 of 2022)"),
        SourceStanding.PressReport, url: new Uri("http://www.9k8cc.com/cn/Instant/municipal/202209/t20220927_7280918.html"));

    public static Citation Training2025 { get; } = new(
        ("食品生产经营企业落实食品安全主体责任监督管理规定（2025年修改），培训资料", "Rule on the responsibility of food enterprises for food safety, as amended in 2025, from a training page"),
        SourceStanding.SecondHand, url: new Uri("https://train2021.20401.wang/course/74/1.html"));

    public static Citation Management2025 { get; } = new(
        ("经济日报关于2025年规定的报道（转载）", "Economic Daily on the rule of 2025 (from a copy)"),
        SourceStanding.SecondHand, url: new Uri("http://www.smussy.cn/xinwen/2025051109a93699054.html"));
}
