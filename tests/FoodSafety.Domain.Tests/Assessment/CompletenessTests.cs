using CsCheck;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Assessment.AssessmentWorld;

namespace FoodSafety.Domain.Tests.Assessment;

/// <summary>What is not complete stays so in everything that is derived from it.</summary>
public class CompletenessTests
{
    private static readonly LocalDate January = new(2023, 1, 10);
    private static readonly CalendarCadence[] Longer = [Cadence.Quarter, Cadence.HalfYear, Cadence.Year];

    [Fact]
    public void Derive_YearOfFourQuartersOfWhichOneLacksAMonth_IsNotComplete()
    {
        var year = Months(Enumerable.Range(0, 12).Where(month => month != 7)).Derive(Cadence.Quarter, PlateDerivation.MeanScore).Derive(Cadence.Year, PlateDerivation.MeanScore);

        var entry = Assert.Single(year.Entries);
        Assert.Equal((4, 4, 1, false), (entry.Counted, entry.Expected, entry.Incomplete, entry.IsComplete));
        Assert.Equal("town 510115001, 2023: green plate, 90 points (4 of 4 periods, 1 of them not complete)", entry.Text.English);
        Assert.Equal("镇街 510115001 2023年：绿牌，90 分（4 期中计 4 期，其中 1 期不完整）", entry.Text.Chinese);
    }

    [Fact]
    public void Derive_ByAnyWayToTheYear_IsCompleteWhenAllMonthsAreThere() => Gen.Select(
        Gen.OneOf(Gen.Const(12), Gen.Int[1, 12]).SelectMany(count => Gen.Shuffle(Enumerable.Range(0, 12).ToArray(), count)),
        Gen.Bool, Gen.Bool, Gen.Enum<PlateDerivation>()).Sample((months, byQuarter, byHalf, derivation) =>
    {
        var plates = Months(months);
        foreach (var cadence in Longer.Where(cadence => cadence == Cadence.Year || (cadence == Cadence.Quarter ? byQuarter : byHalf)))
        {
            plates = plates.Derive(cadence, derivation);
        }

        return Assert.Single(plates.Entries).IsComplete == (months.Length == 12);
    });

    [Fact]
    public void Incentive_FromAPlateThatIsNotComplete_SaysSo()
    {
        var whole = Incentive(Enumerable.Range(0, 3));
        var partly = Incentive([0, 2]);

        Assert.True(whole.IsComplete);
        Assert.False(partly.IsComplete);
        Assert.EndsWith("(reached 1)", whole.Text.English, StringComparison.Ordinal);
        Assert.EndsWith("(reached 1, from plates that are not complete)", partly.Text.English, StringComparison.Ordinal);
        Assert.EndsWith("（实际 1，所据评牌不完整）", partly.Text.Chinese, StringComparison.Ordinal);

        static Incentive Incentive(IEnumerable<int> months)
        {
            var quarters = Months(months).Derive(Cadence.Quarter, PlateDerivation.MeanScore);
            var ranking = new Ranking(new Dictionary<Assessee, decimal> { [Liucheng] = 90 });
            var rule = IncentiveRule.PlatesInARow("green", IncentiveKind.Commendation, Plate.Green, 1, Basis);
            return Assert.Single(FoodSafety.Domain.Assessment.Incentive.Of([rule], Cadence.Quarter.PeriodOf(January), ranking, quarters));
        }
    }

    [Fact]
    public void Score_WithEventsOfNoLine_IsNotComplete_AndNeitherIsItsPlate()
    {
        var book = Empty();
        book.Give("incident");
        var later = NewSheet([.. Sheet.Lines.Where(line => line.Code != "incident")]);

        var result = book.Book.Score(later, Liucheng, March, Values(10, 10, 8, 8));
        var plate = PlateHistory.Of(PlateRule.Zhangzhou, Cadence.Month, [result]).Entries[0];

        Assert.False(result.IsComplete);
        Assert.EndsWith("100 of 100 points (1 more recorded and not scored)", result.Text.English, StringComparison.Ordinal);
        Assert.EndsWith("总分 100/100（另有 1 项记录未计分）", result.Text.Chinese, StringComparison.Ordinal);
        Assert.False(plate.IsComplete);
        Assert.True(PlateHistory.Of(PlateRule.Zhangzhou, Cadence.Month, [book.Book.Score(Sheet, Liucheng, March, Values(10, 10, 8, 8))]).Entries[0].IsComplete);
    }

    [Fact]
    public void History_WithNumbersOutOfRange_IsRefused()
    {
        var entry = Entry(Liucheng, January, 90);
        Assert.All(
            [entry with { Score = decimal.MaxValue }, entry with { SeriousBreaches = -1 }, entry with { SeriousBreaches = int.MaxValue }, entry with { Counted = 2 }, entry with { Counted = 0 }, entry with { Incomplete = 2 }, entry with { Incomplete = -1 }],
            wrong => Assert.Throws<ArgumentException>(() => new PlateHistory(PlateRule.Zhangzhou, Cadence.Month, [wrong])));
    }

    private static PlateHistory Months(IEnumerable<int> months) =>
        new(PlateRule.Zhangzhou, Cadence.Month, months.Select(month => Entry(Liucheng, January.PlusMonths(month), 90)));
}
