using System.Globalization;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Assessment.AssessmentWorld;

namespace FoodSafety.Domain.Tests.Assessment;

public class PlateTests
{
    private static readonly LocalDate January = new(2023, 1, 10);
    private static readonly CadencePeriod FirstQuarter = Cadence.Quarter.PeriodOf(January);

    [Theory]
    [InlineData("85", 0, Plate.Green)]
    [InlineData("84.99", 0, Plate.Yellow)]
    [InlineData("70", 0, Plate.Yellow)]
    [InlineData("69.99", 0, Plate.Red)]
    [InlineData("100", 1, Plate.Yellow)]
    [InlineData("69.99", 1, Plate.Red)]
    public void PlateOf_Score_ChangesAtTheLimits(string score, int breaches, Plate plate) =>
        Assert.Equal(plate, PlateRule.Zhangzhou.PlateOf(decimal.Parse(score, CultureInfo.InvariantCulture), breaches));

    [Theory]
    [InlineData(PlateDerivation.MeanScore, "80", Plate.Yellow)]
    [InlineData(PlateDerivation.Worst, "60", Plate.Red)]
    [InlineData(PlateDerivation.Latest, "90", Plate.Green)]
    public void Derive_Quarter_FollowsTheRule(PlateDerivation derivation, string score, Plate plate)
    {
        var quarter = Months((90, 0), (60, 0), (90, 0)).Derive(Cadence.Quarter, derivation);

        var entry = Assert.Single(quarter.BoardOf(FirstQuarter));
        Assert.Equal((plate, decimal.Parse(score, CultureInfo.InvariantCulture), true), (entry.Plate, entry.Score, entry.IsComplete));
    }

    [Fact]
    public void Derive_MeanJustBelowTheLimit_IsNotRoundedUp()
    {
        var quarter = Months((85, 0), (85, 0), (84.99m, 0)).Derive(Cadence.Quarter, PlateDerivation.MeanScore);

        Assert.Equal(Plate.Yellow, quarter.Find(Liucheng, FirstQuarter)!.Plate);
    }

    [Fact]
    public void Derive_YearOfQuarters_SaysWhatIsMissing()
    {
        var year = Months((90, 0), (90, 1)).Derive(Cadence.Quarter, PlateDerivation.MeanScore).Derive(Cadence.Year, PlateDerivation.MeanScore);

        var entry = Assert.Single(year.Entries);
        Assert.Equal((Plate.Yellow, 1, 4, false), (entry.Plate, entry.Counted, entry.Expected, entry.IsComplete));
        Assert.Equal("town 510115001, 2023: yellow plate, 90 points, serious breaches 1 (1 of 4 periods, 1 of them not complete)", entry.Text.English);
    }

    [Fact]
    public void InARow_StopsAtAnotherColourOrAGap()
    {
        var months = Months((60, 0), (90, 0), (90, 0));
        var march = Cadence.Month.PeriodOf(January.PlusMonths(2));

        Assert.Equal(2, months.InARow(Liucheng, Plate.Green, march));
        Assert.Equal(0, months.InARow(Liucheng, Plate.Red, march));
        Assert.Equal(0, months.InARow(Liucheng, Plate.Green, Cadence.Month.PeriodAfter(march.Last)));
        Assert.Equal(0, months.InARow(Gongping, Plate.Green, march));
    }

    [Fact]
    public void Of_Results_HangsAPlateForEach()
    {
        var book = Empty();
        book.Give("incident", assessee: Gongping);
        var results = new[] { Gongping, Liucheng }.Select(town => book.Book.Score(Sheet, town, March, Values(10, 10, 8, 8)));

        var plates = PlateHistory.Of(PlateRule.Zhangzhou, Cadence.Month, results);

        Assert.Equal([(Liucheng, Plate.Green), (Gongping, Plate.Yellow)], plates.BoardOf(March).Select(entry => (entry.Assessee, entry.Plate)));
        Assert.Equal("镇街 510115002 2023年3月：黄牌，90 分，严重违法行为 1 次", plates.Find(Gongping, March)!.Text.Chinese);
    }

    [Fact]
    public void History_ThatCannotBe_IsRefused()
    {
        var entry = Entry(Liucheng, January, 90);
        Assert.Throws<ArgumentException>(() => new PlateHistory(PlateRule.Zhangzhou, Cadence.Month, [entry, entry]));
        Assert.Throws<ArgumentException>(() => new PlateHistory(PlateRule.Zhangzhou, Cadence.Quarter, [entry]));
        Assert.Throws<ArgumentException>(() => Months((90, 0)).Derive(Cadence.Week, PlateDerivation.Worst));
        Assert.Throws<ArgumentException>(() => new PlateRule(70, 85, Plate.Yellow, Basis));
    }

    private static PlateHistory Months(params (decimal Score, int Breaches)[] months) => new(
        PlateRule.Zhangzhou, Cadence.Month, months.Select((month, i) => Entry(Liucheng, January.PlusMonths(i), month.Score, month.Breaches)));
}
