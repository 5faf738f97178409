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

    // Inspections of two years: with a score or without, with items found, some twice, or none.
    private static readonly Gen<(int History, HistoryEvent Event)[]> Histories = Gen.Select(
        Gen.Int[0, Rows - 1], Gen.Int[0, 800], Gen.Int[-50, 50], Gen.Int[0, 4], Gen.Int[0, 2].Select(item => $"0{item}L").Array[0, 3],
        (row, day, value, valued, items) =>
            (row, new HistoryEvent(Start.PlusDays(day), valued > 0 ? value / 10m : null) { Items = [.. items] })).Array[0, 40];

    // What stands where there is nothing to measure is a number or, as unless it is said, nothing.
    private static readonly Gen<decimal?> Nevers = Gen.Bool.Select(isStated => isStated ? 999m : (decimal?)null);

    private static readonly Gen<Period?> Lengths = Gen.OneOf(
        Gen.Const((Period?)null), Gen.Int[1, 800].Select(days => (Period?)Period.FromDays(days)),
        Gen.Int[1, 26].Select(months => (Period?)Period.FromMonths(months)), Gen.Int[1, 2].Select(years => (Period?)Period.FromYears(years)));

    private static readonly Gen<Asked> Questions = Gen.Select(
        Gen.Int[1, 6], Gen.Int[0, 200], Lengths, Gen.Int[-1, 5], Gen.Int[-1, 830], Nevers, Gen.Bool,
        (nth, gap, length, last, day, never, ofScored) => new Asked(nth, gap, length, last > 0 ? last : null, Start.PlusDays(day), never, ofScored));

    // What a row had before: nothing, as in a new table, or a value of an earlier day.
    private static readonly Gen<decimal?[]> Before = Gen.Int[-1, 3].Select(value => value < 0 ? (decimal?)null : value).Array[Rows];

    private sealed record Asked(int Nth, int Gap, Period? Length, int? Last, LocalDate Day, decimal? Never, bool OfPositive)
    {
        public bool IsIn(LocalDate on, LocalDate day) => on <= day && (Length is null || on > day - Length);

        public HistoryMeasure Of(HistoryMeasure measure)
        {
            var window = Length is null ? HistoryWindow.Ever
                : Length.Years > 0 ? HistoryWindow.Years(Length.Years)
                : Length.Months > 0 ? HistoryWindow.Months(Length.Months) : HistoryWindow.Days(Length.Days);

            // In whatever order they are said.
            measure = Nth % 2 == 0 ? measure.Within(window) : measure;
            measure = Last is { } last ? measure.OfLast(last) : measure;
            measure = OfPositive ? measure.Where(one => one.Value is null or > -3).Where(one => one.Value != 0) : measure;
            measure = Never is { } never ? measure.IfNone(never) : measure;
            return Nth % 2 == 0 ? measure : measure.Within(window);
        }

        public HistoryEvent[] Choose(IEnumerable<HistoryEvent> seen) => [.. seen.Where(one => !OfPositive || (one.Value is null or > -3 && one.Value != 0))];

        /// <summary>Those that count, each with the one before it, which may lie before the window.</summary>
        public (HistoryEvent? Before, HistoryEvent One)[] Counted(HistoryEvent[] chosen, LocalDate day)
        {
            (HistoryEvent? Before, HistoryEvent One)[] inWindow = [.. chosen.Select((one, i) => (i == 0 ? (HistoryEvent?)null : chosen[i - 1], one)).Where(pair => IsIn(pair.one.On, day))];
            return [.. inWindow.TakeLast(Last ?? int.MaxValue)];
        }
    }

    [Fact]
    public void Count_AnyHistory_EqualsTheQuery() =>
        Holds(HistoryMeasure.Count, (asked, counted, _) => counted.Length == 0 ? asked.Never ?? 0 : counted.Length);

    [Fact]
    public void Sum_AnyHistory_EqualsTheQueryAndIsUnstatedWithAnUnknownPart() => Holds(
        HistoryMeasure.Sum,
        (asked, counted, _) => counted.Length == 0 ? asked.Never ?? 0 : counted.Any(pair => pair.One.Value is null) ? null : counted.Sum(pair => pair.One.Value));

    [Fact]
    public void Repeats_AnyHistory_EqualsTheQuery() => Holds(
        asked => HistoryMeasure.Repeats(asked.Gap),
        (asked, counted, _) => counted.Length == 0 ? asked.Never ?? 0
            : counted.Count(pair => pair.Before is { } before && pair.One.On <= before.On.PlusDays(asked.Gap)));

    [Fact]
    public void RepeatedItems_AnyHistory_EqualsTheQuery() => Holds(
        HistoryMeasure.RepeatedItems,
        (asked, counted, _) => counted.Length == 0 ? asked.Never ?? 0
            : counted.Sum(pair => pair.One.Items.Distinct().Count(item => pair.Before?.Items.Contains(item) == true)));

    [Fact]
    public void DaysSinceLast_AnyHistory_EqualsTheQuery() => Holds(
        HistoryMeasure.DaysSinceLast,
        (asked, counted, day) => counted.Length == 0 ? asked.Never : Period.DaysBetween(counted.Max(pair => pair.One.On), day));

    [Fact]
    public void NthLast_AnyHistory_EqualsTheQuery() => HoldsOfValues(
        asked => HistoryMeasure.NthLast(asked.Nth), (asked, values) => values.Reverse().ElementAtOrDefault(asked.Nth - 1) ?? asked.Never);

    [Fact]
    public void Last_AnyHistory_EqualsTheQuery() => HoldsOfValues(_ => HistoryMeasure.Last, (asked, values) => values.LastOrDefault() ?? asked.Never);

    [Fact]
    public void Smallest_AnyHistory_EqualsTheQuery() => HoldsOfValues(_ => HistoryMeasure.Smallest, (asked, values) => values.Min() ?? asked.Never);

    [Fact]
    public void Largest_AnyHistory_EqualsTheQuery() => HoldsOfValues(_ => HistoryMeasure.Largest, (asked, values) => values.Max() ?? asked.Never);

    [Fact]
    public void Average_AnyHistory_EqualsTheQueryRounded() => HoldsOfValues(
        _ => HistoryMeasure.Average,
        (asked, values) => (values.Average() ?? asked.Never) is { } mean ? decimal.Round(mean, 2, MidpointRounding.AwayFromZero) : null);

    [Fact]
    public void WriteRank_AnyNumbersAndGroups_IsOneMoreThanThoseBefore() => HoldsOfPopulation(
        _ => PopulationMeasure.Rank, (_, order, mine, others) => others.Count(other => IsBefore(order, other, mine)) + 1);

    [Fact]
    public void WritePercentile_AnyNumbersAndGroups_IsTheShareOfThoseNotBefore() => HoldsOfPopulation(
        _ => PopulationMeasure.Percentile, (_, order, mine, others) => decimal.Round(PercentileOf(order, mine, others), 2, MidpointRounding.AwayFromZero));

    [Fact]
    public void WriteQuantile_AnyNumbersAndGroups_IsTheLastWithThatPercentile() => HoldsOfPopulation(
        PopulationMeasure.Quantile,
        (percent, order, _, others) => others.Where(other => PercentileOf(order, other, others) >= percent).Aggregate((one, other) => IsBefore(order, one, other) ? other : one));

    private static bool IsBefore(PopulationOrder order, decimal one, decimal other) => order == PopulationOrder.HighestFirst ? one > other : one < other;

    private static decimal PercentileOf(PopulationOrder order, decimal mine, decimal[] others) =>
        100m * others.Count(other => order == PopulationOrder.HighestFirst ? other <= mine : other >= mine) / others.Length;

    private static void HoldsOfValues(Func<Asked, HistoryMeasure> measure, Func<Asked, decimal?[], decimal?> query) => Holds(
        measure, (asked, counted, _) => query(asked, [.. counted.Select(pair => pair.One.Value)]), ofValues: true);

    private static void Holds(HistoryMeasure measure, Func<Asked, (HistoryEvent? Before, HistoryEvent One)[], LocalDate, decimal?> query) => Holds(_ => measure, query);

    // All rows as of one day, and each row as of a day of its own by the history of another, with that day or without.
    private static void Holds(
        Func<Asked, HistoryMeasure> measure, Func<Asked, (HistoryEvent? Before, HistoryEvent One)[], LocalDate, decimal?> query, bool ofValues = false) =>
        Gen.Select(Histories, Questions, Before, Gen.Bool.Array[Rows], Gen.Select(Gen.Int[0, Rows], Gen.Int[-1, 830]).Array[Rows], Gen.Bool).Sample((drawn, asked, before, kept, own, seesOwnDay) =>
        {
            bool IsKept(int history) => history == Rows || kept[history];
            (int History, HistoryEvent Event)[] events = [.. drawn.Where(e => IsKept(e.History))];
            (int History, LocalDate Day)[] moments = [.. own.Select(one => (one.Item1, Start.PlusDays(one.Item2)))];
            var series = new EventSeries(events, IsKept);
            return Agrees(Enumerable.Range(0, Rows).Select(row => (row, asked.Day)), isSeen: true, table => series.Write(table, Out, asked.Of(measure(asked)), asked.Day))
                && Agrees(moments, seesOwnDay, table => series.Write(table, Out, asked.Of(measure(asked)), moments, seesOwnDay));

            decimal? Expected(int history, LocalDate day, bool isSeen)
            {
                var seen = events.Where(e => e.History == history && (isSeen ? e.Event.On <= day : e.Event.On < day)).Select(e => e.Event).OrderBy(e => e.On);
                return IsKept(history) ? query(asked, asked.Counted([.. asked.Choose(seen).Where(one => !ofValues || one.Value is not null)], day), day) : null;
            }

            bool Agrees(IEnumerable<(int History, LocalDate Day)> rows, bool isSeen, Func<FactTable, int> write)
            {
                var table = TableOf(Rows, _ => 0, _ => -1);
                foreach (var (row, value) in before.Index())
                {
                    table.Set(row, Out.Of(value));
                }

                var revision = table.Revision;
                var changed = write(table);
                var expected = rows.Select(row => Expected(row.History, row.Day, isSeen)).ToArray();
                return expected.SequenceEqual(Read(table)) && changed == expected.Zip(before).Count(pair => pair.First != pair.Second) && changed == table.Revision - revision;
            }
        });

    private static void HoldsOfPopulation(Func<decimal, PopulationMeasure> measure, Func<decimal, PopulationOrder, decimal, decimal[], decimal> query) =>
        Gen.Select(
            Gen.Int[-1, 5].Array[0, 30], Gen.Int[-1, 4].Array[30], Gen.Int[-1, 2].Array[5], Gen.Int[0, 2], Gen.Enum<PopulationOrder>(), Gen.Int[1, 1000]).Sample((numbers, groups, towns, how, order, permille) =>
        {
            var percent = permille / 10m;
            var table = TableOf(numbers.Length, row => numbers[row] < 0 ? null : numbers[row], row => groups[row]);
            PopulationFacts.Write(table, Out, measure(percent), Number, order, how == 0 ? null : how == 1 ? PopulationGroups.All : PopulationGroups.Mapped(towns));
            int TownOf(int row) => how == 1 || groups[row] < 0 ? -1 : how == 0 ? groups[row] : towns[groups[row]];
            return Read(table).Select((value, row) => value == (numbers[row] < 0 ? null : query(
                percent, order, numbers[row],
                [.. numbers.Where((number, other) => number >= 0 && TownOf(other) == TownOf(row)).Select(number => (decimal)number)]))).All(isEqual => isEqual);
        });

    private static FactTable TableOf(int rows, Func<int, int?> number, Func<int, int> group)
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
