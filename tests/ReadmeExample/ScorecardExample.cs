using FoodSafety.Domain;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using NodaTime;

namespace ReadmeExample;

/// <summary>The example of a scorecard.</summary>
public static class ScorecardExample
{
    public static string Run(District district, AreaCode area, LocalDate today)
    {
        // Of any area, on any day, out of what the rooms hold.
        var report = ScorecardReport.Of(district.AsOf(today), area);
        Console.WriteLine($"{report.Entry[ScorecardMeasure.Visited]} of {report.Entry[ScorecardMeasure.Tied]} visited");
        var page = report.ToHtml(Language.Chinese);
        return page;
    }
}
