using CsCheck;
using FoodSafety.Domain.Facts;
using NodaTime;

namespace FoodSafety.Domain.Tests.Facts.Derived;

/// <summary>Columns computed from histories and populations are what plain queries over lists give.</summary>
public class HistoryLaws
{
    private const int Rows = 6;

    private static readonly NumberFact Out = new("out", ("结果", "out"), ("", ""), decimals: 2, minimum: -1000, maximum: 1000) { IsFixed = true };
    private static readonly NumberFact Number = new("number", ("数", "number"), ("", ""), maximum: 10);
    private static readonly LocalDate Start = new(2024, 1, 1);

    private static readonly Gen<RowEvent[]> Histories = Gen.Select(
        Gen.Int[0, Rows - 1], Gen.Int[0, 30], Gen.Int[-50, 50], Gen.Bool,
        (row, day, value, valued) => new RowEvent(row, Start.PlusDays(day), valued ? value / 10m : null)).Array[0, 40];

    // What stands where there is nothing to measure is a number or, as unless it is said, nothing.
    private static readonly Gen<decimal?> Nevers = Gen.Bool.Select(isStated => isStated ? 999m : (decimal?)null);

    private static readonly Gen<Asked> Questions = Gen.Select(Gen.Int[1, 12], Gen.Int[0, 12], Gen.Int[-1, 35], Nevers, (n, m, day, never) => new Asked(n, m, Start.PlusDays(day), never));

    // What a row had before: nothing, as in a new table, or a value of an earlier day.
    private static readonly Gen<decimal?[]> Before = Gen.Int[-1, 3].Select(value => value < 0 ? (decimal?)null : value).Array[Rows];

    private sealed record Asked(int N, int M, LocalDate Day, decimal? Never);

    [Fact]
    public void CountWithin_AnyHistory_EqualsTheQuery() =>
        Holds(asked => HistoryMeasure.CountWithin(asked.N), (asked, seen) => seen.Count(e => e.On > asked.Day.PlusDays(-asked.N)));

    [Fact]
    public void RepeatsWithin_AnyHistory_EqualsTheQuery() => Holds(
        asked => HistoryMeasure.RepeatsWithin(asked.N, asked.M),
        (asked, seen) => seen.Zip(seen.Skip(1)).Count(pair => pair.Second.On > asked.Day.PlusDays(-asked.N) && pair.Second.On <= pair.First.On.PlusDays(asked.M)));

    [Fact]
    public void DaysSinceLast_AnyHistory_EqualsTheQuery() => Holds(
        asked => HistoryMeasure.DaysSinceLast(asked.Never),
        (asked, seen) => seen.Length == 0 ? asked.Never : Period.DaysBetween(seen.Max(e => e.On), asked.Day));

    [Fact]
    public void LastValue_AnyHistory_EqualsTheQuery() =>
        Holds(asked => HistoryMeasure.LastValue(asked.Never, asked.N), (asked, seen) => Values(seen).Reverse().ElementAtOrDefault(asked.N - 1) ?? asked.Never);

    [Fact]
    public void SmallestOfLast_AnyHistory_EqualsTheQuery() =>
        Holds(asked => HistoryMeasure.SmallestOfLast(asked.N, asked.Never), (asked, seen) => Values(seen).TakeLast(asked.N).Min() ?? asked.Never);

    [Fact]
    public void LargestOfLast_AnyHistory_EqualsTheQuery() =>
        Holds(asked => HistoryMeasure.LargestOfLast(asked.N, asked.Never), (asked, seen) => Values(seen).TakeLast(asked.N).Max() ?? asked.Never);

    [Fact]
    public void AverageOfLast_AnyHistory_EqualsTheQueryRounded() => Holds(
        asked => HistoryMeasure.AverageOfLast(asked.N, asked.Never),
        (asked, seen) => (Values(seen).TakeLast(asked.N).Average() ?? asked.Never) is { } mean ? decimal.Round(mean, 2, MidpointRounding.AwayFromZero) : null);

    [Fact]
    public void WriteRank_AnyNumbersAndGroups_IsOneMoreThanTheLargerOnes() => HoldsOfPopulation(
        PopulationFacts.WriteRank, (mine, others) => others.Count(other => other > mine) + 1);

    [Fact]
    public void WritePercentile_AnyNumbersAndGroups_IsTheShareOfThoseNotLarger() => HoldsOfPopulation(
        PopulationFacts.WritePercentile,
        (mine, others) => decimal.Round(100m * others.Count(other => other <= mine) / others.Length, 2, MidpointRounding.AwayFromZero));

    private static decimal?[] Values(RowEvent[] seen) => [.. seen.Select(e => e.Value).Where(value => value is not null)];

    private static void Holds(Func<Asked, HistoryMeasure> measure, Func<Asked, RowEvent[], decimal?> query) =>
        Gen.Select(Histories, Questions, Before, Gen.Bool.Array[Rows]).Sample((drawn, asked, before, kept) =>
        {
            RowEvent[] events = [.. drawn.Where(e => kept[e.Row])];
            var table = TableOf(Rows, _ => 0, _ => -1);
            foreach (var (row, value) in before.Index())
            {
                table.Set(row, Out.Of(value));
            }

            var revision = table.Revision;
            var changed = new EventSeries(events, row => kept[row]).Write(table, Out, measure(asked), asked.Day);
            var expected = Enumerable.Range(0, Rows)
                .Select(row => kept[row] ? query(asked, [.. events.Where(e => e.Row == row && e.On <= asked.Day).OrderBy(e => e.On)]) : null).ToArray();
            return expected.SequenceEqual(Read(table)) && changed == expected.Zip(before).Count(pair => pair.First != pair.Second) && changed == table.Revision - revision;
        });

    private delegate int Writer(FactTable table, NumberFact into, NumberExpression number, ReadOnlySpan<int> groups);

    private static void HoldsOfPopulation(Writer write, Func<decimal, decimal[], decimal> query) =>
        Gen.Select(Gen.Int[0, 5].Array[0, 30], Gen.Int[-1, 4].Array[30], Gen.Int[-1, 2].Array[5], Gen.Bool).Sample((numbers, groups, towns, isMapped) =>
        {
            var table = TableOf(numbers.Length, row => numbers[row], row => groups[row]);
            write(table, Out, Number, isMapped ? towns : []);
            int TownOf(int row) => isMapped && groups[row] >= 0 ? towns[groups[row]] : -1;
            return Read(table).Select((value, row) => value == query(
                numbers[row],
                [.. numbers.Where((_, other) => TownOf(other) == TownOf(row)).Select(number => (decimal)number)])).All(isEqual => isEqual);
        });

    private static FactTable TableOf(int rows, Func<int, int> number, Func<int, int> group)
    {
        var table = new FactTable(new FactSchema([Number, Out]));
        for (var row = 0; row < rows; row++)
        {
            table.Add(new FactRecord(Number.Of(number(row))), group(row));
        }

        return table;
    }

    private static IEnumerable<decimal?> Read(FactTable table) => Enumerable.Range(0, table.Count).Select(row => Out.In(table[row]));
}
