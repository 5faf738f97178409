using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Reporting;

/// <summary>A scorecard counts, for every area, what asking the rooms about every business gives.</summary>
public class ScorecardLaws
{
    private static readonly Citation Computed = Citation.Illustrative(("测试", "made for a test"));

    private static readonly Gen<RandomDistrict> AnyDistrict = Gen.Int[0, 10_000].Array[0, 1500].Select(dice => new RandomDistrict(dice));

    private static readonly Gen<LocalDate> AnyDay = Gen.Int[-70, 40].Select(days => PlanWorld.Day.PlusDays(days));

    [Fact]
    public void EveryMeasure_OfEveryArea_IsThatOfAPlainLoop() => Gen.Select(AnyDistrict, AnyDay).Sample(
        (random, day) =>
        {
            var district = random.Build();
            var asOf = district.AsOf(day);
            var card = Scorecard.Of(asOf);
            foreach (var area in card.Areas.Areas)
            {
                var plain = new PlainScorecard(asOf, district.Rectifications, area);
                foreach (var measure in ScorecardMeasure.All)
                {
                    Assert.True(plain.Count(measure) == card[area.Code][measure], $"{measure} of {area}: {plain.Count(measure)} expected, {card[area.Code][measure]} found.");
                }
            }
        }, iter: 150);

    [Fact]
    public void AnAudit_OfAnyScorecard_FindsNothing_AndNoShareExceedsTheWhole() => Gen.Select(AnyDistrict, AnyDay).Sample(
        (random, day) =>
        {
            var district = random.Build();
            var card = Scorecard.Of(district.AsOf(day));
            foreach (var area in card.Areas.Areas)
            {
                var report = Audit.Of(card[area.Code].ToPublishedFigures(Computed));
                Assert.True(report.IsConsistent, string.Join("\n", report.Findings));
                Assert.NotEmpty(report.Checked);
                Assert.All(card[area.Code].Indicators, value => Assert.True(value.Numerator <= value.Denominator, value.Text.English));
            }
        }, iter: 150);

    [Fact]
    public void AnArea_IsItselfWithItsParts_InAllButPeople() => Gen.Select(AnyDistrict, AnyDay).Sample(
        (random, day) =>
        {
            var district = random.Build();
            var card = Scorecard.Of(district.AsOf(day));
            foreach (var area in card.Areas.Areas)
            {
                var entry = card[area.Code];
                Assert.Equal(entry[ScorecardMeasure.Businesses], entry.InTiers + entry[ScorecardMeasure.WithoutTier]);
                Assert.Equal(
                    entry[ScorecardMeasure.Cadres],
                    entry[ScorecardMeasure.CityCadres] + entry[ScorecardMeasure.DistrictCadres] + entry[ScorecardMeasure.TownCadres] + entry[ScorecardMeasure.VillageCadres]);
                foreach (var measure in ScorecardMeasure.All)
                {
                    var parts = area.Children.Select(child => card[child.Code][measure]).ToArray();
                    Assert.True(entry[measure] >= parts.DefaultIfEmpty().Max());
                    Assert.True(measure.IsOfPeople || entry[measure] >= parts.Sum(), $"{measure} of the parts of {area} is more: does it count people?");
                }
            }
        }, iter: 60);

    [Fact]
    public void ListOf_AnyMeasureAndArea_AddsUpToTheCount_AndOfPeopleNamesTheBusinessesTheyHave() => Gen.Select(AnyDistrict, AnyDay, Gen.Int[0, 1000]).Sample(
        (random, day, dice) =>
        {
            var asOf = random.Build().AsOf(day);
            var card = Scorecard.Of(asOf);
            var area = card.Areas.Areas.ElementAt(dice % card.Areas.Count);
            foreach (var measure in card.Measures)
            {
                var list = Scorecard.ListOf(asOf, measure, area.Code);
                Assert.All(list, listed => Assert.True(listed.Count > 0 && area.Code.Contains(asOf.Register[listed.Business].Area), $"{measure} of {area}: {listed}"));
                Assert.Equal(list.Length, list.Select(listed => listed.Business).Distinct().Count());
                var (sum, count) = (list.Sum(listed => listed.Count), card[area.Code][measure]);
                Assert.True(measure.IsOfPeople ? sum >= count && (sum > 0) == (count > 0) && list.All(listed => listed.Count <= count) : sum == count, $"{measure} of {area}: {sum} listed, {count} counted.");
            }
        }, iter: 25);

    [Fact]
    public void ListOf_AMeasureThatNobodyCounts_IsRefused()
    {
        var asOf = new RandomDistrict([]).Build().AsOf(PlanWorld.Day);
        var own = new ScorecardMeasure("own", ("自定", "own"), static _ => { });
        Assert.Throws<ArgumentOutOfRangeException>("measure", () => Scorecard.ListOf(asOf, own, asOf.Areas.Areas.First().Code));
        Assert.Throws<AreaNotFoundException>(() => Scorecard.ListOf(asOf, ScorecardMeasure.Businesses, AreaCode.Parse("999999")));
    }

    [Fact]
    public void TheReportsOfOneState_AreTheSameBytes() => Gen.Select(AnyDistrict, AnyDay).Sample(
        (random, day) =>
        {
            var district = random.Build();
            var root = AreaCode.Parse("51");
            var (one, two) = (ScorecardReport.Of(district.AsOf(day), root), ScorecardReport.Of(district.AsOf(day), root));
            Assert.Equal(one.ToJson(), two.ToJson());
            Assert.Equal(one.ToHtml(Language.English), two.ToHtml(Language.English));
            Assert.Equal(one.Entry[ScorecardMeasure.DailyRecordsDue] - one.Entry[ScorecardMeasure.DailyRecordsMade], one.MissedDays.Sum(missed => missed.Missed));
            Assert.Equal(one.Entry[ScorecardMeasure.Open], one.Ageing.Sum(band => band.Count));
        }, iter: 30);
}
