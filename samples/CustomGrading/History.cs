using FoodSafety.Domain.Facts;
using NodaTime;

namespace CustomGrading;

/// <summary>What a policy wants to know of the past, as columns: plain LINQ over the visits, run before grading.</summary>
internal static class History
{
    public static FactValue[] Of(Kitchen kitchen, LocalDate today)
    {
        var visits = kitchen.Visits.Where(v => v.On <= today).OrderBy(v => v.On).ToList();
        if (visits.Count == 0)
        {
            return [StarFacts.Visits.Of(0)];
        }

        var lastFour = visits.TakeLast(4).Select(v => v.Score).ToList();
        var cleanSince = visits.LastOrDefault(v => v.MajorLapse)?.On ?? visits[0].On;
        var repeats = visits
            .Where(v => v.On > today.PlusYears(-1))
            .SelectMany(v => v.FailedTopics.Distinct())
            .GroupBy(topic => topic)
            .Count(topic => topic.Count() >= 2);

        return
        [
            StarFacts.Visits.Of(visits.Count),
            StarFacts.LastScore.Of(visits[^1].Score),
            StarFacts.CleanDays.Of(Period.DaysBetween(cleanSince, today)),
            StarFacts.LowestOfFour.Of(lastFour.Min()),
            StarFacts.AverageOfFour.Of(decimal.Round(lastFour.Average(), 1)),
            StarFacts.Repeats.Of(repeats),
        ];
    }
}
