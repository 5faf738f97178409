using FoodSafety.Domain.Facts;
using NodaTime;

namespace FoodSafety.Domain.Tests.Facts.Derived;

public class DerivedFactsTests
{
    private enum Kind
    {
        Shop = 0,
        Canteen = 1,
    }

    private static readonly ChoiceFact<Kind> Type = new("type", ("类型", "type"));
    private static readonly NumberFact Count = new("count", ("次数", "count"), ("次", "times"), maximum: 3) { IsFixed = true };
    private static readonly NumberFact Rank = new("rank", ("位次", "rank"), ("", ""), maximum: 100) { IsFixed = true };
    private static readonly LocalDate Today = new(2024, 6, 30);

    [Fact]
    public void Write_CountWithin_BeginsWithTheFirstDayOfTheWindowAndEndsWithTheDay()
    {
        var table = TableOf(1);
        var series = new EventSeries([(0, new(Today.PlusDays(-30))), (0, new(Today.PlusDays(-29))), (0, new(Today)), (0, new(Today.PlusDays(1)))]);

        series.Write(table, Count, HistoryMeasure.Count.Within(HistoryWindow.Days(30)), Today);

        Assert.Equal(2, Count.In(table[0]));
        Assert.Equal(4, series.Count);
    }

    [Fact]
    public void Write_RowsOfSeveralPartitions_ReachTheirRowsAndLogOnlyChanges()
    {
        var table = TableOf(4);
        table.Set(1, Type.Of(Kind.Canteen));
        foreach (var (row, count) in new[] { 0m, 0m, 1m, 0m }.Index())
        {
            table.Set(row, Count.Of(count));
        }

        var before = table.Revision;

        var changed = new EventSeries([(1, new(Today)), (2, new(Today))]).Write(table, Count, HistoryMeasure.Count.Within(HistoryWindow.Days(1)), Today);

        Assert.Equal([0m, 1m, 1m, 0m], Enumerable.Range(0, 4).Select(row => Count.In(table[row])));
        Assert.Equal(1, changed);
        Assert.Equal([1], table.FindChangedSince(before)!);
    }

    [Fact]
    public void Write_EventOfNoRow_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new EventSeries([(2, new(Today))]).Write(TableOf(2), Count, HistoryMeasure.Count.Within(HistoryWindow.Days(1)), Today));

        Assert.StartsWith("An event of 2024-06-30 has the row 2; the table has 2 rows, numbered from 0.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new EventSeries([(-1, new(Today))]));
    }

    [Fact]
    public void Write_EmptyHistory_CountsNoneAndMeasuresNothing_AndWhatIsNotKeptIsNotStated()
    {
        var (measures, table) = (new Dictionary<HistoryMeasure, (decimal? Empty, decimal? One)>
        {
            [HistoryMeasure.Count] = (0, 1), [HistoryMeasure.Sum] = (0, 3), [HistoryMeasure.Repeats(30)] = (0, 0), [HistoryMeasure.RepeatedItems] = (0, 0),
            [HistoryMeasure.DaysSinceLast] = (null, 2), [HistoryMeasure.Last] = (null, 3), [HistoryMeasure.NthLast(2)] = (null, null),
            [HistoryMeasure.Smallest] = (null, 3), [HistoryMeasure.Largest] = (null, 3), [HistoryMeasure.Average.OfLast(2)] = (null, 3),
            [HistoryMeasure.DaysSinceLast.IfNone(1)] = (1, 2), [HistoryMeasure.Last.Within(HistoryWindow.Days(2))] = (null, null),
        }, TableOf(3));
        var series = new EventSeries([(1, new(Today.PlusDays(-2), 3))], row => row < 2);

        foreach (var (measure, (empty, one)) in measures)
        {
            series.Write(table, Count, measure, Today);
            Assert.Equal([empty, one, null], Enumerable.Range(0, 3).Select(row => Count.In(table[row])));
        }

        Assert.StartsWith(
            "There is an event of 2024-06-30 in row 2, of which no history is kept.",
            Assert.Throws<ArgumentException>(() => new EventSeries([(2, new(Today))], row => row < 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ValueThatTheFactDoesNotAllow_NamesTheRowAndWritesNothing()
    {
        var table = TableOf(2);
        var events = Enumerable.Repeat((1, new HistoryEvent(Today)), 4).Append((0, new HistoryEvent(Today)));

        var error = Assert.Throws<ArgumentException>(() => new EventSeries(events).Write(table, Count, HistoryMeasure.Count.Within(HistoryWindow.Days(1)), Today));

        Assert.Equal("Row 1 would have 4; 'count' allows 0 to 3 with at most 0 decimals.", error.Message);
        Assert.Null(Count.In(table[0]));
        Assert.Throws<ArgumentException>(() =>
            new EventSeries([(0, new(Today, 1.5m))]).Write(table, Count, HistoryMeasure.Last, Today));
    }

    [Fact]
    public void Write_AverageHalfway_RoundsAwayFromZero()
    {
        var table = TableOf(1);

        new EventSeries([(0, new(Today, 1)), (0, new(Today, 2))]).Write(table, Count, HistoryMeasure.Average, Today);

        Assert.Equal(2, Count.In(table[0]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Measures_NoDaysOrNoEvents_AreRefused(int number)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryWindow.Days(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryWindow.Months(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryWindow.Years(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryMeasure.Repeats(number - 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryMeasure.NthLast(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryMeasure.Count.OfLast(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => PopulationMeasure.Quantile(number));
    }

    [Fact]
    public void Windows_LongerThanTheyMayBe_AreRefused()
    {
        Assert.Equal(new LocalDate(1024, 7, 1), HistoryWindow.Years(1000).FindFirst(Today));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryWindow.Years(1001));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryWindow.Months(12_001));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryWindow.Days(365_001));
        Assert.Throws<ArgumentOutOfRangeException>(() => PopulationMeasure.Quantile(100.1m));
    }

    [Theory]
    [InlineData("2024-06-30", 12, "2023-07-01")] // 366 days, for 29 February is one of them
    [InlineData("2024-02-29", 12, "2023-03-01")] // 2023 has no 29 February; the 28th stands for it, and is out
    [InlineData("2025-02-28", 12, "2024-02-29")]
    [InlineData("2025-03-01", 12, "2024-03-02")]
    [InlineData("2024-03-31", 1, "2024-03-01")]
    [InlineData("2024-03-30", 1, "2024-03-01")]
    [InlineData("2024-03-29", 1, "2024-03-01")]
    [InlineData("2024-03-28", 1, "2024-02-29")]
    public void Months_OfTheCalendar_BeginOnTheDayAfterTheOneThatTheyReach(string day, int months, string first)
    {
        var (on, from, table) = (Parse(day), Parse(first), TableOf(1));
        Assert.Equal(from, HistoryWindow.Months(months).FindFirst(on));

        // Points of the first day count, and of the day itself; of the day before the window and the day after not.
        new EventSeries([(0, new(from.PlusDays(-1), 100)), (0, new(from, 1)), (0, new(on, 2)), (0, new(on.PlusDays(1), 100))])
            .Write(table, Count, HistoryMeasure.Sum.Within(HistoryWindow.Months(months)), on);
        Assert.Equal(3, Count.In(table[0]));

        static LocalDate Parse(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
    }

    [Fact]
    public void Window_OfTwelveMonths_IsNotThreeHundredAndSixtyFiveDays()
    {
        Assert.Equal(new LocalDate(2023, 7, 2), HistoryWindow.Days(365).FindFirst(Today));
        Assert.Equal(new LocalDate(2023, 7, 1), HistoryWindow.Months(12).FindFirst(Today));
        Assert.Equal(HistoryWindow.Months(12), HistoryWindow.Years(1));
        Assert.Null(HistoryWindow.Ever.FindFirst(Today));
    }

    [Fact]
    public void Sum_WithAnEventThatHasNoValue_IsNotStatedUntilItIsPassedOver()
    {
        var table = TableOf(1);
        var series = new EventSeries([(0, new(Today, 2)), (0, new(Today.PlusDays(-1)))]);

        series.Write(table, Count, HistoryMeasure.Sum.IfNone(0), Today);
        Assert.Null(Count.In(table[0]));
        series.Write(table, Count, HistoryMeasure.Sum.Where(one => one.Value is not null), Today);
        Assert.Equal(2, Count.In(table[0]));
        series.Write(table, Count, HistoryMeasure.Sum.Within(HistoryWindow.Days(1)), Today);
        Assert.Equal(2, Count.In(table[0]));
    }

    [Fact]
    public void RepeatedItems_OfTheLastInspection_AreThoseThatTheOneBeforeFoundToo()
    {
        var table = TableOf(3);
        var series = new EventSeries(
        [
            Inspection(0, 200, "04L", "06C", "08A"), Inspection(0, 1, "06C", "06C", "04L", "10F"),

            // An inspection between that found nothing breaks the row.
            Inspection(1, 200, "04L"), Inspection(1, 100), Inspection(1, 1, "04L"),
            Inspection(2, 1, "04L"),
        ]);

        series.Write(table, Count, HistoryMeasure.RepeatedItems.OfLast(1), Today);
        Assert.Equal([2m, 0m, 0m], Enumerable.Range(0, 3).Select(row => Count.In(table[row])));

        static (int, HistoryEvent) Inspection(int row, int daysAgo, params string[] found) => (row, new HistoryEvent(Today.PlusDays(-daysAgo)) { Items = [.. found] });
    }

    [Fact]
    public void Write_PastInspections_SeeWhatWasBeforeThemAndNeitherThemselvesNorLater()
    {
        // Two businesses, four inspections, two of them on one day.
        (int Business, LocalDate On, decimal Points)[] past = [(0, Today.PlusDays(-40), 1), (0, Today.PlusDays(-10), 2), (0, Today.PlusDays(-10), 0), (1, Today, 3)];
        var (table, series) = (TableOf(4), new EventSeries(past.Select(one => (one.Business, new HistoryEvent(one.On, one.Points)))));
        (int, LocalDate)[] rows = [.. past.Select(one => (one.Business, one.On))];

        Assert.Equal([0m, 1m, 1m, 0m], Measured(HistoryWindow.Ever, seesOwnDay: false));
        Assert.Equal([1m, 3m, 3m, 3m], Measured(HistoryWindow.Ever, seesOwnDay: true));
        Assert.Equal([0m, 1m, 1m, 0m], Measured(HistoryWindow.Days(31), seesOwnDay: false));
        Assert.Equal([0m, 0m, 0m, 0m], Measured(HistoryWindow.Days(30), seesOwnDay: false));
        Assert.StartsWith(
            "3 histories and days are given; the table has 4 rows.",
            Assert.Throws<ArgumentException>(() => series.Write(table, Count, HistoryMeasure.Count, rows[1..], seesOwnDay: false)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => series.Write(table, Count, HistoryMeasure.Count, [(-1, Today), .. rows[1..]], seesOwnDay: false));

        decimal?[] Measured(HistoryWindow window, bool seesOwnDay)
        {
            series.Write(table, Count, HistoryMeasure.Sum.Within(window), rows, seesOwnDay);
            return [.. Enumerable.Range(0, 4).Select(row => Count.In(table[row]))];
        }
    }

    [Fact]
    public void WriteRankAndPercentile_FromTheOtherEnd_TurnRound()
    {
        var table = TableOf(4);
        foreach (var (row, count) in new[] { 3m, 1m, 1m, 0m }.Index())
        {
            table.Set(row, Count.Of(count));
        }

        Assert.Equal([1m, 2m, 2m, 4m], Written(PopulationMeasure.Rank, PopulationOrder.HighestFirst));
        Assert.Equal([4m, 2m, 2m, 1m], Written(PopulationMeasure.Rank, PopulationOrder.LowestFirst));
        Assert.Equal([100m, 75m, 75m, 25m], Written(PopulationMeasure.Percentile, PopulationOrder.HighestFirst));
        Assert.Equal([25m, 75m, 75m, 100m], Written(PopulationMeasure.Percentile, PopulationOrder.LowestFirst));

        // 75% have at most 1, and 76% have at most 3; 75% have at least 1.
        Assert.Equal([1m, 3m, 1m, 0m], new[] { (75m, PopulationOrder.HighestFirst), (76m, PopulationOrder.HighestFirst), (75m, PopulationOrder.LowestFirst), (76m, PopulationOrder.LowestFirst) }
            .Select(asked => Written(PopulationMeasure.Quantile(asked.Item1), asked.Item2).Distinct().Single()!.Value));
        Assert.Throws<ArgumentOutOfRangeException>(() => PopulationFacts.Write(table, Rank, PopulationMeasure.Rank, Count, default));

        decimal?[] Written(PopulationMeasure measure, PopulationOrder order)
        {
            PopulationFacts.Write(table, Rank, measure, Count, order);
            return [.. Enumerable.Range(0, 4).Select(row => Rank.In(table[row]))];
        }
    }

    [Fact]
    public void WriteRank_GroupOutsideTheMap_IsRefused()
    {
        var table = TableOf(2);
        table.SetGroup(1, 5);
        table.Set(1, Count.Of(1));

        var error = Assert.Throws<ArgumentException>(() => PopulationFacts.Write(table, Rank, PopulationMeasure.Rank, Count, PopulationOrder.HighestFirst, PopulationGroups.Mapped(0, 1)));

        Assert.StartsWith("Row 1 has the group 5; the map has 2 groups, numbered from 0.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteRank_ByAnExpression_RanksWhatItGives()
    {
        var table = TableOf(3);
        table.Set(2, Count.Of(3));
        table.Set(1, Count.Of(2));
        table.Set(0, Count.Of(0));

        PopulationFacts.Write(table, Rank, PopulationMeasure.Rank, Count + Count, PopulationOrder.HighestFirst);

        Assert.Equal([3m, 2m, 1m], Enumerable.Range(0, 3).Select(row => Rank.In(table[row])));
    }

    [Fact]
    public void Write_NumberThatIsNotDeclaredFixed_IsRefused()
    {
        var open = new NumberFact("open", ("未固定", "open"), ("次", "times"), maximum: 3);
        var table = new FactTable(new FactSchema([open, Count]));
        table.Add(new FactRecord(Count.Of(1)));

        Assert.StartsWith(
            "'open' takes a derived figure, which a business does not change by itself. Allowed: a number that is declared with IsFixed = true.",
            Assert.Throws<ArgumentException>(() => new EventSeries([]).Write(table, open, HistoryMeasure.Count, Today)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PopulationFacts.Write(table, open, PopulationMeasure.Rank, Count, PopulationOrder.HighestFirst));
        Assert.Equal(open.Unstated, table[0].Read(open));
    }

    [Fact]
    public void WriteRank_EmptyTable_WritesNothing() => Assert.Equal(0, PopulationFacts.Write(TableOf(0), Rank, PopulationMeasure.Rank, Count, PopulationOrder.HighestFirst));

    private static FactTable TableOf(int rows)
    {
        var table = new FactTable(new FactSchema([Type, Count, Rank], Type));
        for (var row = 0; row < rows; row++)
        {
            table.Add(FactRecord.Empty);
        }

        return table;
    }
}
