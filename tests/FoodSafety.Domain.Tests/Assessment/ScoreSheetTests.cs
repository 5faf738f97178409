using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Responsibility;
using static FoodSafety.Domain.Tests.Assessment.AssessmentWorld;

namespace FoodSafety.Domain.Tests.Assessment;

public class ScoreSheetTests
{
    [Fact]
    public void Indicators_AreOfFourFamilies()
    {
        Assert.Equal(7, Indicator.All.DistinctBy(indicator => indicator.Code).Count());
        Assert.Equal([2, 1, 2, 2], Enum.GetValues<IndicatorFamily>().Select(family => Indicator.All.Count(indicator => indicator.Family == family)));
        Assert.All(Indicator.All, indicator => Assert.Same(indicator, Indicator.Find(indicator.Code)));
        Assert.Null(Indicator.Find("no-such"));
        Assert.Equal("daily-control.food-production", Indicator.DailyControl.OfSector(BusinessSector.Production).Code);
        Assert.Equal(IndicatorDirection.Neutral, Indicator.FindingRate.Direction);
    }

    [Theory]
    [InlineData(949, 1_000, false)]
    [InlineData(950, 1_000, true)]
    [InlineData(0, 0, false)]
    public void Reaches_Limit_IsExact(long numerator, long denominator, bool reaches) =>
        Assert.Equal(reaches, new IndicatorValue(Indicator.Coverage, numerator, denominator).Reaches(0.95m));

    [Fact]
    public void IndicatorValue_ShowsCountsAndShare()
    {
        var value = new IndicatorValue(Indicator.Rectified, 1_457, 1_460);

        Assert.Equal("problems rectified 1,457/1,460 = 99.79%", value.Text.English);
        Assert.Equal("问题整改率 1,457/1,460 = 99.79%", value.Text.Chinese);
        Assert.Null(new IndicatorValue(Indicator.Rectified, 0, 0).Share);
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndicatorValue(Indicator.Rectified, -1, 1));
    }

    [Fact]
    public void Sheet_WhoseWeightsDoNotAddUp_IsRefused()
    {
        var refused = Assert.Throws<ArgumentException>(() => NewSheet(new IndicatorLine(Indicator.Coverage, 90, LinearScale.Proportional, Basis)));

        Assert.Equal("The weights of sheet 'towns' come to 90, stated are 100. (Parameter 'fullPoints')", refused.Message);
    }

    [Fact]
    public void Sheet_WithFaults_IsRefused()
    {
        var line = new IndicatorLine(Indicator.Coverage, 50, LinearScale.Proportional, Basis);
        Assert.Throws<ArgumentException>(() => NewSheet(line, line));
        Assert.Throws<ArgumentException>(() => NewSheet());
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventLine("x", ("x", "x"), PointSide.Negative, 1, -1, Basis));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventLine("x", ("x", "x"), PointSide.Negative, 0, 1, Basis));
        Assert.Throws<ArgumentException>(() => new EventLine("x", ("x", "x"), PointSide.Positive, 1, 1, Basis, isSerious: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndicatorLine(Indicator.Coverage, 0, LinearScale.Proportional, Basis));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndicatorLine(Indicator.Coverage, 5, LinearScale.Proportional, Basis, 6));
        Assert.Throws<ArgumentException>(() => new IndicatorLine(Indicator.Coverage, 5, new BandScale(new ShareBand(0.9m, 6)), Basis));
        Assert.Throws<ArgumentException>(() => new BandScale(new ShareBand(0.9m, 6), new ShareBand(0.9m, 5)));
        Assert.Throws<ArgumentException>(() => new BandScale());
        Assert.Throws<ArgumentException>(() => new LinearScale(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearScale(0, 1.01m));
    }

    [Fact]
    public void Line_ThatRewardsTheWorse_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new IndicatorLine(Indicator.Coverage, 5, new LinearScale(1, 0), Basis));
        Assert.Throws<ArgumentException>(() => new IndicatorLine(Indicator.Coverage, 5, new BandScale(new(0.9m, 3), new(0.8m, 5)), Basis));
        Assert.Equal(5, new IndicatorLine(Indicator.FindingRate, 5, new LinearScale(1, 0), Basis).Weight);
    }

    [Fact]
    public void IllustrativeTownSheet_IsMarkedAndScoresAFullHouse()
    {
        var sheet = IllustrativeAssessment.TownSheet;
        var full = Empty().Book.Score(sheet, Liucheng, March, sheet.Indicators.Select(indicator => new IndicatorValue(indicator, 1, 1)));

        Assert.True(sheet.Basis.IsIllustrative);
        Assert.Equal(100, full.Total);
        Assert.Equal(Indicator.All, sheet.Indicators);
        Assert.False(IllustrativeAssessment.TownIncentives(new NodaTime.LocalDate(2025, 12, 1)).Single(rule => rule.Kind == IncentiveKind.Talk).Basis.IsIllustrative);
    }

    [Fact]
    public void Assessee_NamesWhoItIs()
    {
        Assert.Equal(("镇街 510115001", "town 510115001"), (Liucheng.Text.Chinese, Liucheng.Text.English));
        Assert.Equal("510115", Assessee.County(AreaCode.Parse("510115")).Key);
        Assert.Equal("zhang", Assessee.Cadre(new CadreId("zhang")).Key);
        Assert.Equal(AssesseeKind.Station, Assessee.Station("s1").Kind);
        Assert.True(Liucheng < Gongping && Gongping < Assessee.Station("a"));
        Assert.True(default(Assessee).IsNone);
        Assert.ThrowsAny<ArgumentException>(() => Assessee.Town(AreaCode.Parse("510115")));
        Assert.ThrowsAny<ArgumentException>(() => Assessee.Cadre(default));
    }
}
