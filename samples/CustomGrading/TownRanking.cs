using FoodSafety.Domain.Facts;

namespace CustomGrading;

/// <summary>Where a kitchen stands in its town, as a column: the one thing that needs the whole population.</summary>
internal static class TownRanking
{
    /// <summary>Of each kitchen, the share of its town's kitchens that have a better average; equals stand equal.</summary>
    public static IEnumerable<(int Row, FactValue ShareAhead)> Of(FactTable table, IReadOnlyList<Kitchen> kitchens) =>
        from town in Enumerable.Range(0, table.Count).GroupBy(row => kitchens[row].Town)
        let averages = town.Select(row => StarFacts.AverageOfFour.In(table[row])).ToList()
        from row in town
        let ahead = averages.Count(average => average > StarFacts.AverageOfFour.In(table[row]))
        select (row, StarFacts.ShareAhead.Of(decimal.Round(100m * ahead / averages.Count, 1)));
}
