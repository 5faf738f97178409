using CsCheck;
using FoodSafety.Domain.Facts;
using NodaTime;

namespace FoodSafety.Domain.Tests.Facts.Derived;

/// <summary>Columns computed from histories and populations are what plain queries over lists give.</summary>
public class HistoryLaws
{
    private const int Rows = 6;
    private const decimal Never = 999;

    private static readonly NumberFact Out = new("out", ("结果", "out"), ("", ""), decimals: 2, minimum: -1000, maximum: 1000);
    private static readonly NumberFact Number = new("number", ("数", "number"), ("", ""), maximum: 10);
    private static readonly LocalDate Start = new(2024, 1, 1);

    private static readonly Gen<RowEvent[]> Histories = Gen.Select(
        Gen.Int[0, Rows - 1], Gen.Int[0, 30], Gen.Int[-50, 50], Gen.Bool,
        (row, day, value, valued) => new RowEvent(row, Start.PlusDays(day), valued ? value / 10m : null)).Array[0, 40];

    private static readonly Gen<(int N, int M, int Day)> Parameters = Gen.Select(Gen.Int[1, 12], Gen.Int[0, 12], Gen.Int[-1, 35]);

    [Fact]
    public void CountWithin_AnyHistory_EqualsTheQuery() =>
        Holds((n, _) => HistoryMeasure.CountWithin(n), (n, _, day, seen) => seen.Count(e => e.On > day.PlusDays(-n)));

    [Fact]
    public void RepeatsWithin_AnyHistory_EqualsTheQuery() => Holds(
        HistoryMeasure.RepeatsWithin,
        (n, m, day, seen) => seen.Zip(seen.Skip(1)).Count(pair => pair.Second.On > day.PlusDays(-n) && pair.Second.On <= pair.First.On.PlusDays(m)));

    [Fact]
    public void DaysSinceLast_AnyHistory_EqualsTheQuery() => Holds(
        (_, _) => HistoryMeasure.DaysSinceLast(Never),
        (_, _, day, seen) => seen.Length == 0 ? Never : Period.DaysBetween(seen.Max(e => e.On), day));

    [Fact]
    public void LastValue_AnyHistory_EqualsTheQuery() =>
        Holds((n, _) => HistoryMeasure.LastValue(Never, n), (n, _, _, seen) => Values(seen).Reverse().ElementAtOrDefault(n - 1) ?? Never);

    [Fact]
    public void SmallestOfLast_AnyHistory_EqualsTheQuery() =>
        Holds((n, _) => HistoryMeasure.SmallestOfLast(n, Never), (n, _, _, seen) => Values(seen).TakeLast(n).Min() ?? Never);

    [Fact]
    public void LargestOfLast_AnyHistory_EqualsTheQuery() =>
        Holds((n, _) => HistoryMeasure.LargestOfLast(n, Never), (n, _, _, seen) => Values(seen).TakeLast(n).Max() ?? Never);

    [Fact]
    public void AverageOfLast_AnyHistory_EqualsTheQueryRounded() => Holds(
        (n, _) => HistoryMeasure.AverageOfLast(n, Never),
        (n, _, _, seen) => decimal.Round(Values(seen).TakeLast(n).Average() ?? Never, 2, MidpointRounding.AwayFromZero));

    [Fact]
    public void WriteRank_AnyNumbersAndGroups_IsOneMoreThanTheLargerOnes() => HoldsOfPopulation(
        PopulationFacts.WriteRank, (mine, others) => others.Count(other => other > mine) + 1);

    [Fact]
    public void WritePercentile_AnyNumbersAndGroups_IsTheShareOfThoseNotLarger() => HoldsOfPopulation(
        PopulationFacts.WritePercentile,
        (mine, others) => decimal.Round(100m * others.Count(other => other <= mine) / others.Length, 2, MidpointRounding.AwayFromZero));

    private static decimal?[] Values(RowEvent[] seen) => [.. seen.Select(e => e.Value).Where(value => value is not null)];

    private static void Holds(Func<int, int, HistoryMeasure> measure, Func<int, int, LocalDate, RowEvent[], decimal> query) =>
        Gen.Select(Histories, Parameters).Sample((events, p) =>
        {
            var day = Start.PlusDays(p.Day);
            var table = TableOf(Rows, _ => 0, _ => -1);
            var changed = new EventSeries(events).Write(table, Out, measure(p.N, p.M), day);
            var expected = Enumerable.Range(0, Rows)
                .Select(row => query(p.N, p.M, day, [.. events.Where(e => e.Row == row && e.On <= day).OrderBy(e => e.On)])).ToArray();
            return expected.SequenceEqual(Read(table)) && changed == expected.Count(value => value != 0) && changed == table.Revision;
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

    private static IEnumerable<decimal> Read(FactTable table) => Enumerable.Range(0, table.Count).Select(row => Out.In(table[row])!.Value);
}
