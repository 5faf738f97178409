using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;
using NodaTime;

namespace CustomGrading;

/// <summary>The city's scheme: a score card gives the stars, and the past can only take stars away.</summary>
internal static class StarPolicy
{
    private static readonly Citation Scheme = Citation.Illustrative(("本示例自拟的星级评定办法", "star scheme made up for this sample"));

    /// <summary>The score card, at most 100 points. Each line has a name, by which explanations show it.</summary>
    public static NumberExpression Points { get; } = (
        (StarFacts.AverageOfFour * 0.5m).Named(("近四次检查（权重50%）", "last four visits, weight 50 %"))
        + Score.When(StarFacts.OpenKitchen, 10).Named(("明厨亮灶", "open kitchen"))
        + new Score((StarFacts.CertifiedStaff >= 100, 15), (StarFacts.CertifiedStaff >= 90, 10), (StarFacts.CertifiedStaff >= 75, 5))
            .Named(("健康证", "health certificates"))
        + new Score((StarFacts.Complaints <= 0, 15), (StarFacts.Complaints <= 2, 8)).Named(("投诉", "complaints"))
        + new Score((StarFacts.CleanDays >= 730, 10), (StarFacts.CleanDays >= 365, 5)).Named(("无严重问题", "no major lapse")))
        .Named(("星级得分", "star points"));

    public static GradingPolicy<HygieneStar> Of2026 { get; } = GradingPolicy
        .Define("hygiene-stars", "2026.1", ("餐饮卫生星级", "Hygiene stars of kitchens"), HygieneStars.Scale)
        .InForce(new LocalDate(2026, 1, 1))
        .BasedOn(Scheme)
        .NotGraded("provisional", StarFacts.Visits < 2, ("检查不足两次，暂不评星", "fewer than two visits: no stars yet"))

        // What nobody stated must not read as five stars.
        .RequireStated(StarFacts.Visits, StarFacts.OpenKitchen, StarFacts.CertifiedStaff, StarFacts.Complaints, StarFacts.OpenFindings, StarFacts.PlaceInTown)

        // One record.
        .Rule("points-40", HygieneStar.One, Points < 40, ("得分不足40分", "under 40 points"), Scheme)
        .Rule("points-55", HygieneStar.Two, Points < 55, ("得分不足55分", "under 55 points"), Scheme)
        .Rule("points-70", HygieneStar.Three, Points < 70, ("得分不足70分", "under 70 points"), Scheme)
        .Rule("points-85", HygieneStar.Four, Points < 85, ("得分不足85分", "under 85 points"), Scheme)

        // Its history.
        .Rule("lapse-90", HygieneStar.One, StarFacts.CleanDays < 90, ("90天内有严重问题", "a major lapse within 90 days"), Scheme)
        .Rule("worst-60", HygieneStar.Two, StarFacts.LowestOfFour < 60, ("近四次有一次不及格", "one of the last four visits failed"), Scheme)
        .Rule("repeats", HygieneStar.Two, StarFacts.Repeats >= 2, ("一年内两次重复不合格", "failed again twice within a year"), Scheme)

        // Its open findings.
        .Rule("open-findings", HygieneStar.Three, StarFacts.OpenFindings >= 3, ("三个以上问题未整改", "three or more findings open"), Scheme)

        // The whole population.
        .Rule("best-quarter", HygieneStar.Four, StarFacts.PlaceInTown <= 75, ("五星限本镇街前四分之一", "five stars are for the best quarter of a town"), Scheme)

        .Otherwise(HygieneStar.Five, ("无任何扣星情形", "nothing takes a star away"), Scheme)
        .Adjust("complaints", +1, StarFacts.Complaints >= 5, ("投诉五起以上，降一星", "one star less for five complaints or more"), Scheme)
        .Build();

    /// <summary>What the council discusses: no quota for five stars, and an open finding weighs sooner.</summary>
    public static GradingPolicy<HygieneStar> Draft { get; } = Of2026.Draft("2026.2")
        .InForce(new LocalDate(2026, 10, 1))
        .Without("best-quarter")
        .Without("open-findings")
        .Rule("open-findings", HygieneStar.Three, StarFacts.OpenFindings >= 1, ("有问题未整改", "a finding is open"), Scheme)
        .Build();
}
