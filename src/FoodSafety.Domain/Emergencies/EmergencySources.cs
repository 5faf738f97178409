using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Emergencies;

/// <summary>What the rules of this folder rest on.</summary>
internal static class EmergencySources
{
    private static readonly Uri Laws = new("https://github.com/LawRefBook/Laws");

    /// <summary>An article of the Emergency Response Law of 2024, whose text was read.</summary>
    public static Citation EmergencyLaw(string article) => new(
        ("中华人民共和国突发事件应对法（2024修订）", "Emergency Response Law (2024)"), SourceStanding.OfficialText, article, Laws);

    /// <summary>The matrix of food warnings, of which only a copy was found.</summary>
    public static Citation WarningStandard { get; } = new(
        ("食品安全预警信息分级评估标准（转载）", "Standard for grading food-safety warnings (a copy)"),
        SourceStanding.SecondHand, url: new Uri("https://taowenge.com/p-35974531.html"));

    /// <summary>Which government leads the response, by a report on the national plan.</summary>
    public static Citation NationalPlanReport { get; } = new(
        ("国家食品安全事故应急预案相关报道", "Press report on the national plan for food-safety incidents"),
        SourceStanding.PressReport, url: new Uri("http://usrcnats2020.com/pinpai/p_news42307.html"));

    /// <summary>The two hours of businesses and units, which plans write alike.</summary>
    public static Citation TwoHourPlan { get; } = new(
        ("市级食品安全事故应急预案（两小时报告条款）", "City plan for food-safety incidents (two-hour clause)"),
        SourceStanding.GovernmentNotice, url: new Uri("http://fsou.com/html/text/lar/174210/17421014_6.html"));

    /// <summary>The grades and clocks of Sichuan's plan of 2017, by the press.</summary>
    public static Citation SichuanPlanReport { get; } = new(
        ("《四川省食品安全突发事件应急预案》（2017年，公开报道）", "Sichuan's plan for food-safety incidents (2017, as reported)"),
        SourceStanding.PressReport, url: new Uri("https://m.yybnet.net/sichuan/news/201708/6495161.html"));

    /// <summary>The clocks of Hainan's plan of 2017, by the press.</summary>
    public static Citation HainanPlanReport { get; } = new(
        ("《海南省食品安全突发事件应急预案》（2017年，公开报道）", "Hainan's plan for food-safety incidents (2017, as reported)"),
        SourceStanding.PressReport, url: new Uri("http://m.diaochadi.com/html/shipin/shipinzixun/20170826/643625.htm"));

    /// <summary>The clocks of the plan of Xi'an of 2018, by the press.</summary>
    public static Citation XianPlanReport { get; } = new(
        ("《西安市食品安全事件应急预案（2018年修订版）》（公开报道）", "Plan of Xi'an for food-safety incidents (revised 2018, as reported)"),
        SourceStanding.PressReport, url: new Uri("http://m.diaochadi.com/html/shipin/shipinzixun/20180711/840160.htm"));

    /// <summary>The hour of governments.</summary>
    public static Citation OneHourPlan { get; } = new(
        ("市级食品安全事故应急预案（一小时初报条款）", "City plan for food-safety incidents (one-hour clause)"),
        SourceStanding.GovernmentNotice, url: new Uri("http://www.fsou.net/html/text/lar/169704/16970452_4.html"));
}
