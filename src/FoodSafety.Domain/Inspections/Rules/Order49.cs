using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using static FoodSafety.Domain.Inspections.InspectionOutcome;
using static FoodSafety.Domain.Inspections.ItemEffect;

namespace FoodSafety.Domain.Inspections;

/// <summary>The articles of Order 49 on which the built-in rules of this folder rest, and these rules.</summary>
internal static class Order49
{
    public static Citation FullCoverage { get; } = Article("22");

    public static Citation GeneralItems { get; } = Article("33");

    private static Citation NoDoubleWork { get; } = Article("42");

    private static Citation People { get; } = Article("23");

    private static Citation OnSiteForHighRisk { get; } = new(
        ("广元市包保督导做法（公开报道）：高风险主体须现场督导", "Guangyuan's practice of cadres' visits, as reported: high-risk businesses are visited on site"),
        SourceStanding.PressReport, url: new Uri("http://pinpaigy.com/page160?article_id=6884"));

    private static Citation VisitsAreNoSupervision { get; } = new(
        ("“两个责任”政策解读（转载）：包保督导与监督检查不得相互替代", "Policy digest of the two responsibilities (copy): visits and supervision do not replace each other"),
        SourceStanding.SecondHand, url: new Uri("http://gxzjgd.com/xwzx/hyxw/789.html"));

    /// <summary>What nothing that was read says of cadres' visits and oversight.</summary>
    private static Citation Custom { get; } = Citation.Illustrative(("督导、督查未见统一规定", "no rule was found for visits and oversight"));

    private static Citation OnSite { get; } = Citation.Illustrative(("监督检查为现场检查，按通常理解", "a bureau's inspection is taken to be one on the premises"));

    public static InspectionRules Rules { get; } = new()
    {
        Severities = [new(FindingSeverity.General, ("一般", "general")), new(FindingSeverity.Key, ("重点", "key"))],
        Kinds =
        [
            Others(InspectionKind.CadreVisit, highRiskForms: new([InspectionForm.OnSite], OnSiteForHighRisk)),
            Bureaus(InspectionKind.Routine, new(InspectionExtent.AllButFollowUps, Article("27"))),
            Bureaus(InspectionKind.Unannounced, new(InspectionExtent.AnyItems, Article("27"))),
            Bureaus(InspectionKind.System, new(InspectionExtent.AllButFollowUps, Article("27"))),
            Others(InspectionKind.Oversight, highRiskForms: new([.. EnumCodes.All<InspectionForm>()], Custom)),
        ],
        Outcomes =
        [
            new(Stop, ("有发生事故的潜在风险", "an accident may follow"), Article("31")) { Effects = [AccidentRisk] },
            new(Case, ("影响食品安全", "food safety is affected"), Article("32")) { Effects = [AffectsSafety], Severities = [FindingSeverity.Key] },
            new(Case, ("影响食品安全", "food safety is affected"), GeneralItems) { Effects = [AffectsSafety] },
            // Article 32 speaks of key items that affect safety, Article 33 of general ones: of a minor lapse on a key item, neither.
            new(WrittenDeadline, ("不符合", "not met"), Citation.Illustrative((
                "第49号令未规定重点项目不符合但不影响食品安全的情形，按从严理解",
                "SAMR Order 49 does not say what follows when a key item is not met and safety is not affected; read strictly"))) { Severities = [FindingSeverity.Key] },
            new(Pass, ("情节轻微，已当场整改", "minor, put right on the spot"), GeneralItems) { CorrectedOnTheSpot = true },
            new(WrittenDeadline, ("情节轻微，未当场整改", "minor, not put right on the spot"), GeneralItems),
        ],
        RaisedBy = new(1, Citation.Illustrative(("遗留问题按重点项目对待，未见统一规定", "that what is found again counts as a key item is fixed by no rule that was found"))),
        RestMonths = new(3, NoDoubleWork),
    };

    private static InspectionKindRules Bureaus(InspectionKind kind, Rule<InspectionExtent> extent) => new()
    {
        Kind = kind,
        Inspectors = new(2, People),
        Certificates = new(true, Article("24")),
        Withdrawal = new(true, People),
        Forms = new([InspectionForm.OnSite], OnSite),
        HighRiskForms = new([InspectionForm.OnSite], OnSite),
        Extent = extent,
        Signature = new(true, Article("34")),
        Heaviest = new(Case, Article("32")),
        Publication = new(TimeLimit.WorkingDays(20, Article("39")), Article("39")),
    };

    private static InspectionKindRules Others(InspectionKind kind, Rule<ItemList<InspectionForm>> highRiskForms) => new()
    {
        Kind = kind,
        Inspectors = new(1, Custom),
        Certificates = new(false, Custom),
        Withdrawal = new(true, Custom),
        Forms = new([.. EnumCodes.All<InspectionForm>()], Custom),
        HighRiskForms = highRiskForms,
        Extent = new(InspectionExtent.AllButFollowUps, Custom),
        Signature = new(true, Custom),
        Heaviest = new(WrittenDeadline, VisitsAreNoSupervision),
        Publication = new(null, VisitsAreNoSupervision),
    };

    private static Citation Article(string article) => new(
        ("食品生产经营监督检查管理办法（市场监管总局令第49号）", "SAMR Order 49 on inspection of food businesses"), SourceStanding.OfficialText, article);
}
