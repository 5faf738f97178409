using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Assessment.AssessmentWorld;

namespace FoodSafety.Domain.Tests.Assessment;

/// <summary>Shares, means and scores in the texts of an assessment, read back: they say what was decided.</summary>
public partial class ShownScoreTests
{
    private static readonly LocalDate January = new(2023, 1, 10);

    [Fact]
    public void Line_ShareJustBelowItsBand_DoesNotReadAsTheBand()
    {
        var line = Empty().Book.Score(Sheet, Liucheng, March, Values(20_249, 22_500, 8, 8)).Lines[0];

        Assert.Equal(0, line.Points);
        Assert.Equal("visits completed 20,249/22,500 = 89.996%: 0 of 60 points (60 from 100%, 40 from 90%, else 0)", line.Text.English);
    }

    [Fact]
    public void Line_AnyShare_ReadsAsTheBandItIsIn() => Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 100_000], Gen.Int[1, 999_999]).Sample((part, whole, millionths) =>
    {
        var band = millionths / 1_000_000m;
        var sheet = NewSheet(new IndicatorLine(Indicator.VisitCompletion, 100, new BandScale(new ShareBand(1, 100), new ShareBand(band, 40)), Basis));
        var line = Empty().Book.Score(sheet, Liucheng, March, Values(part, whole, 1, 1)).Lines[0];
        var shown = decimal.Parse(Share().Match(line.Text.English).Groups[1].Value, CultureInfo.InvariantCulture) / 100;
        return line.Points == (shown >= 1 ? 100 : shown >= band ? 40 : 0) && line.Text.English.Contains($"40 from {NumberText.Exact(100 * band)}%", StringComparison.Ordinal);
    });

    [Fact]
    public void Line_OfAScaleFinerThanItIsShownNowhere()
    {
        var scale = new LinearScale(0.8999999m, 0.9999999m);

        Assert.Equal("0 points at 89.99999%, full points at 99.99999%, in proportion between", scale.Text.English);
    }

    [Fact]
    public void Plate_MeanJustBelowGreen_DoesNotReadAsGreen()
    {
        var quarter = Months(85, 85, 84.985m).Derive(Cadence.Quarter, PlateDerivation.MeanScore).Entries[0];

        Assert.Equal(84.995m, quarter.Score);
        Assert.Equal("town 510115001, Q1 2023: yellow plate, 84.995 points", quarter.Text.English);
    }

    [Fact]
    public void Plate_AnyMean_ReadsAsItsColour() => Gen.Decimal[84.9m, 85.1m].Array[3].Sample(scores =>
    {
        var quarter = Months(scores).Derive(Cadence.Quarter, PlateDerivation.MeanScore).Entries[0];
        var shown = decimal.Parse(Score().Match(quarter.Text.English).Groups[1].Value, CultureInfo.InvariantCulture);
        return PlateRule.Zhangzhou.PlateOf(shown, 0) == quarter.Plate;
    });

    [Fact]
    public void Ranking_ScoresApart_ReadApart()
    {
        var ranking = new Ranking(new Dictionary<Assessee, decimal> { [Liucheng] = 84.99999999m, [Gongping] = 84.99999998m });

        Assert.Contains("| 84.99999999 |", ranking.ToMarkdown(Language.English), StringComparison.Ordinal);
        Assert.Contains("| 84.99999998 |", ranking.ToMarkdown(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Incentive_ScoreJustBelowItsLimit_DoesNotReadAsTheLimit()
    {
        var rule = IncentiveRule.ScoreBelow("talk", IncentiveKind.Talk, 60, Basis);
        var ranking = new Ranking(new Dictionary<Assessee, decimal> { [Liucheng] = 59.99999999m });

        var incentive = Assert.Single(Incentive.Of([rule], March, ranking, new PlateHistory(PlateRule.Zhangzhou, Cadence.Month, [])));

        Assert.EndsWith("a score below 60 (reached 59.99999999)", incentive.Text.English, StringComparison.Ordinal);
    }

    private static PlateHistory Months(params decimal[] scores) =>
        new(PlateRule.Zhangzhou, Cadence.Month, scores.Select((score, i) => Entry(Liucheng, January.PlusMonths(i), score)));

    [GeneratedRegex(@"= ([\d.]+)%:")]
    private static partial Regex Share();

    [GeneratedRegex(@"plate, ([\d.]+) points")]
    private static partial Regex Score();
}
