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
        var series = new EventSeries([new(0, Today.PlusDays(-30)), new(0, Today.PlusDays(-29)), new(0, Today), new(0, Today.PlusDays(1))]);

        series.Write(table, Count, HistoryMeasure.CountWithin(30), Today);

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

        var changed = new EventSeries([new(1, Today), new(2, Today)]).Write(table, Count, HistoryMeasure.CountWithin(1), Today);

        Assert.Equal([0m, 1m, 1m, 0m], Enumerable.Range(0, 4).Select(row => Count.In(table[row])));
        Assert.Equal(1, changed);
        Assert.Equal([1], table.FindChangedSince(before)!);
    }

    [Fact]
    public void Write_EventOfNoRow_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new EventSeries([new(2, Today)]).Write(TableOf(2), Count, HistoryMeasure.CountWithin(1), Today));

        Assert.StartsWith("An event of 2024-06-30 has the row 2; the table has 2 rows, numbered from 0.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new EventSeries([new(-1, Today)]));
    }

    [Fact]
    public void Write_EmptyHistory_CountsNoneAndMeasuresNothing_AndWhatIsNotKeptIsNotStated()
    {
        var (measures, table) = (new Dictionary<HistoryMeasure, (decimal? Empty, decimal? One)>
        {
            [HistoryMeasure.CountWithin(30)] = (0, 1), [HistoryMeasure.RepeatsWithin(30, 30)] = (0, 0), [HistoryMeasure.DaysSinceLast()] = (null, 2),
            [HistoryMeasure.LastValue()] = (null, 3), [HistoryMeasure.SmallestOfLast(2)] = (null, 3), [HistoryMeasure.LargestOfLast(2)] = (null, 3),
            [HistoryMeasure.AverageOfLast(2)] = (null, 3), [HistoryMeasure.DaysSinceLast(never: 1)] = (1, 2),
        }, TableOf(3));
        var series = new EventSeries([new(1, Today.PlusDays(-2), 3)], row => row < 2);

        foreach (var (measure, (empty, one)) in measures)
        {
            series.Write(table, Count, measure, Today);
            Assert.Equal([empty, one, null], Enumerable.Range(0, 3).Select(row => Count.In(table[row])));
        }

        Assert.StartsWith(
            "There is an event of 2024-06-30 in row 2, of which no history is kept.",
            Assert.Throws<ArgumentException>(() => new EventSeries([new(2, Today)], row => row < 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ValueThatTheFactDoesNotAllow_NamesTheRowAndWritesNothing()
    {
        var table = TableOf(2);
        var events = Enumerable.Repeat(new RowEvent(1, Today), 4).Append(new RowEvent(0, Today));

        var error = Assert.Throws<ArgumentException>(() => new EventSeries(events).Write(table, Count, HistoryMeasure.CountWithin(1), Today));

        Assert.Equal("Row 1 would have 4; 'count' allows 0 to 3 with at most 0 decimals.", error.Message);
        Assert.Null(Count.In(table[0]));
        Assert.Throws<ArgumentException>(() =>
            new EventSeries([new(0, Today, 1.5m)]).Write(table, Count, HistoryMeasure.LastValue(never: 0), Today));
    }

    [Fact]
    public void Write_AverageHalfway_RoundsAwayFromZero()
    {
        var table = TableOf(1);

        new EventSeries([new(0, Today, 1), new(0, Today, 2)]).Write(table, Count, HistoryMeasure.AverageOfLast(4, never: 0), Today);

        Assert.Equal(2, Count.In(table[0]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Measures_NoDaysOrNoEvents_AreRefused(int number)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryMeasure.CountWithin(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryMeasure.RepeatsWithin(number, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryMeasure.RepeatsWithin(1, number - 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryMeasure.LastValue(0, number));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoryMeasure.AverageOfLast(number, 0));
    }

    [Fact]
    public void WriteRank_GroupOutsideTheMap_IsRefused()
    {
        var table = TableOf(2);
        table.SetGroup(1, 5);
        table.Set(1, Count.Of(1));

        var error = Assert.Throws<ArgumentException>(() => PopulationFacts.WriteRank(table, Rank, Count, [0, 1]));

        Assert.StartsWith("Row 1 has the group 5; the map has 2 groups, numbered from 0.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteRank_ByAnExpression_RanksWhatItGives()
    {
        var table = TableOf(3);
        table.Set(2, Count.Of(3));
        table.Set(1, Count.Of(2));
        table.Set(0, Count.Of(0));

        PopulationFacts.WriteRank(table, Rank, Count + Count);

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
            Assert.Throws<ArgumentException>(() => new EventSeries([]).Write(table, open, HistoryMeasure.CountWithin(1), Today)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PopulationFacts.WriteRank(table, open, Count));
        Assert.Throws<ArgumentException>(() => PopulationFacts.WritePercentile(table, open, Count));
        Assert.Equal(open.Unstated, table[0].Read(open));
    }

    [Fact]
    public void WriteRank_EmptyTable_WritesNothing() => Assert.Equal(0, PopulationFacts.WriteRank(TableOf(0), Rank, Count));

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
