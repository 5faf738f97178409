using FoodSafety.Domain.Facts;

namespace CustomGrading;

/// <summary>The facts that the stars are given by. A fact is its key and its declaration.</summary>
internal static class StarFacts
{
    // Stated by the kitchen or found at its last visit.
    public static FlagFact OpenKitchen { get; } = new("open-kitchen", ("明厨亮灶", "open kitchen"));

    public static NumberFact CertifiedStaff { get; } = new(
        "certified-staff", ("持健康证人员占比", "staff with a health certificate"), ("%", "%"), decimals: 1, maximum: 100);

    public static NumberFact Complaints { get; } = new("complaints", ("近一年投诉", "complaints in a year"), ("起", ""), maximum: 10_000);

    public static NumberFact LastScore { get; } = new("last-score", ("最近一次检查得分", "last score"), Units.Points, decimals: 1, maximum: 100) { IsFixed = true };

    public static NumberFact OpenFindings { get; } = new("open-findings", ("未整改问题", "open findings"), ("个", ""), maximum: 10_000);

    // Derived from the history of one kitchen, and from all kitchens of its town: see History.
    public static NumberFact Visits { get; } = new("visits", ("检查次数", "visits"), Units.Times, maximum: 10_000) { IsFixed = true };

    public static NumberFact CleanDays { get; } = new(
        "clean-days", ("距上次严重问题天数", "days without a major lapse"), Units.Days, maximum: 36_600) { IsFixed = true };

    public static NumberFact LowestOfFour { get; } = new(
        "lowest-of-four", ("近四次最低得分", "lowest of the last four scores"), Units.Points, decimals: 1, maximum: 100) { IsFixed = true };

    public static NumberFact AverageOfFour { get; } = new(
        "average-of-four", ("近四次平均得分", "average of the last four scores"), Units.Points, decimals: 1, maximum: 100) { IsFixed = true };

    public static NumberFact Repeats { get; } = new(
        "repeats", ("一年内屡次不合格", "failures of a year that follow another"), Units.Times, maximum: 10_000) { IsFixed = true };

    public static NumberFact PlaceInTown { get; } = new(
        "place-in-town", ("在本镇街的百分位", "percentile in the town"), ("%", "%"), decimals: 1, maximum: 100) { IsFixed = true };

    /// <summary>The columns of a table of kitchens.</summary>
    public static FactSchema Schema { get; } = new(
        [OpenKitchen, CertifiedStaff, Complaints, LastScore, OpenFindings, Visits, CleanDays, LowestOfFour, AverageOfFour, Repeats, PlaceInTown]);
}
