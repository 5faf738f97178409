using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;

namespace CustomGrading;

/// <summary>The other way: the library's businesses and register, with own facts beside the standard ones, and both in one policy.</summary>
internal static class BusinessStars
{
    private static readonly AreaCode Wenjiang = AreaCode.Parse("510115");
    private static readonly AreaCode Liucheng = AreaCode.Parse("510115001");

    /// <summary>The scheme with one rule more, which reads standard facts: the stars of a large canteen need a high last score.</summary>
    private static readonly GradingPolicy<HygieneStar> Policy = StarPolicy.Of2026.Draft("2026.1-canteens")
        .Rule("large-canteen", HygieneStar.Two,
            BusinessFacts.Type.Is(BusinessType.SchoolCanteen) & BusinessFacts.DinersPerMeal >= 500 & StarFacts.LastScore < 90,
            ("500人以上学校食堂最近得分不足90分", "school canteen of 500 diners with a last score under 90"),
            Citation.Illustrative(("本示例自拟", "made up for this sample")))
        .Build();

    public static long Run()
    {
        var areas = AreaTree.Build([new("510115", "温江区"), new("510115001", "柳城街道")]);
        var register = new BusinessRegister(areas, BusinessFacts.Schema.With([.. StarFacts.Schema.Facts]));
        register.Add(School("S-1", "柳城小学食堂", diners: 480, score: 88));
        register.Add(School("S-2", "温江中学食堂", diners: 1_200, score: 88));
        register.Add(School("S-3", "光华中学食堂", diners: 1_200, score: 94.5m));

        // The register has the place of each business as its group; who lies in one town is compared.
        int[] towns = [.. areas.Areas.Select(area => area.FindAncestor(AreaLevel.Town)?.Ordinal ?? -1)];
        PopulationFacts.Write(
            register.Facts, StarFacts.PlaceInTown, PopulationMeasure.Percentile, StarFacts.AverageOfFour, PopulationOrder.HighestFirst, PopulationGroups.Mapped(towns));

        var book = new GradeBook<HygieneStar>(register.Facts, HygieneStars.Scale);
        book.Regrade(new Grader<HygieneStar>(Policy), on: Policy.From);
        foreach (var business in register.Businesses)
        {
            var why = book.Explain(register.RowOf(business.Id));
            Console.WriteLine($"{business.Id} {business.Name} {why.Outcome.English}: {why.Clause.Title.English}");
        }

        var district = book.Grades.CountByArea(areas)[Wenjiang];
        Console.WriteLine($"{areas[Wenjiang].Name}: {district[HygieneStar.Five]} with five stars, {district[HygieneStar.Two]} with two");
        return district.Total - district.NotGraded;
    }

    private static Business School(string id, string name, int diners, decimal score) =>
        new(new BusinessId(id), name, Liucheng, BusinessType.SchoolCanteen)
        {
            Profile = new() { DinersPerMeal = diners },
            OwnFacts = new FactRecord(
                StarFacts.OpenKitchen.Of(true), StarFacts.CertifiedStaff.Of(100), StarFacts.Visits.Of(4), StarFacts.CleanDays.Of(800),
                StarFacts.LastScore.Of(score), StarFacts.LowestOfFour.Of(score), StarFacts.AverageOfFour.Of(score),
                StarFacts.Complaints.Of(0), StarFacts.Repeats.Of(0), StarFacts.OpenFindings.Of(0)),
        };
}
