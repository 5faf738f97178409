using FoodSafety.Domain.Facts;
using NodaTime;

namespace CustomGrading;

/// <summary>What a policy wants to know of the past and of the others, as columns: measures of dated events, and the place in the town.</summary>
internal static class History
{
    private const int DaysOfYear = 365;

    /// <summary>Writes the derived facts of all kitchens as of a day. A value that stands there already is no change.</summary>
    public static void Write(FactTable table, IReadOnlyList<Kitchen> kitchens, LocalDate today)
    {
        var visits = Events(kitchen => kitchen.Visits);
        visits.Write(table, StarFacts.Visits, HistoryMeasure.Count, today);
        visits.Write(table, StarFacts.LastScore, HistoryMeasure.Last.IfNone(0), today);
        visits.Write(table, StarFacts.LowestOfFour, HistoryMeasure.Smallest.OfLast(4).IfNone(0), today);
        visits.Write(table, StarFacts.AverageOfFour, HistoryMeasure.Average.OfLast(4).IfNone(0), today);

        // Who never had a major lapse is clean since the first visit.
        Events(kitchen => kitchen.Visits.Where((visit, i) => i == 0 || visit.MajorLapse)).Write(table, StarFacts.CleanDays, HistoryMeasure.DaysSinceLast.IfNone(0), today);
        Events(kitchen => kitchen.Visits.Where(visit => visit.Failed)).Write(table, StarFacts.Repeats, HistoryMeasure.Repeats(DaysOfYear).Within(HistoryWindow.Years(1)), today);

        // The table has the number of its town as the group of each kitchen: every town is compared within itself.
        PopulationFacts.Write(table, StarFacts.PlaceInTown, PopulationMeasure.Percentile, StarFacts.AverageOfFour, PopulationOrder.HighestFirst);

        EventSeries Events(Func<Kitchen, IEnumerable<Visit>> chosen) =>
            new(kitchens.SelectMany((kitchen, row) => chosen(kitchen).Select(visit => (row, new HistoryEvent(visit.On, visit.Score) { Items = [.. visit.FailedTopics] }))));
    }
}
