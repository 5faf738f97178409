using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Reporting;

public class AuditTests
{
    private static readonly PublishedFigures Nothing = new() { Place = ("某地", "a place"), Source = Citation.Illustrative(("例", "example")) };

    [Fact]
    public void Of_Xinxing_FlagsTheFindingRate()
    {
        var report = Audit.Of(PublishedPlaces.Xinxing);

        var finding = Assert.Single(report.Findings);
        Assert.False(report.IsConsistent);
        Assert.Equal([AuditRelation.FindingShare, AuditRelation.ShareWithinWhole], report.Checked);
        Assert.Equal(AuditRelation.FindingShare, finding.Relation);
        Assert.Equal(["3.8%", "119", "153"], finding.Numbers.Select(number => number.Stated));
        Assert.Equal("finding rate: expected 77.8% (119 problems found of 153 visited businesses), stated 3.8%; unless it is of about 3,132.", finding.Text.English);
        Assert.Equal("问题发现率与数据相符：应为 77.8%（发现问题 119 ÷ 已督导主体 153），公布 3.8%；除非分母约为 3,132。", finding.Text.Chinese);
    }

    [Theory]
    [MemberData(nameof(PublishedPlaces.Consistent), MemberType = typeof(PublishedPlaces))]
    public void Of_ConsistentPlaces_FindsNothing(PublishedFigures place, int checks)
    {
        var report = Audit.Of(place);

        Assert.Empty(report.Findings);
        Assert.Equal(checks, report.Checked.Length);
    }

    [Fact]
    public void Of_OpenTiersBeyondTheBusinesses_AreNotExplainedByUngradedOnes()
    {
        var places = Nothing with { Businesses = 500, TierA = 0, TierB = 0, TierC = 0, TierD = StatedCount.MoreThan(600) };

        Assert.Empty(Assert.Single(Audit.Of(places).Findings).Unless);
        Assert.Empty(Audit.Of(places with { Businesses = 601 }).Findings);
    }

    [Theory]
    [InlineData(97, true)]
    [InlineData(88, false)]
    public void Of_AnOpenChannel_BoundsTheWholeByWhatItCanStandFor(int overall, bool holds)
    {
        var places = Nothing with { Channels = [new(("甲", "one"), StatedRate.AtLeast(90)), new(("乙", "two"), 95m)], RecordShare = (decimal)overall };

        Assert.Equal(holds, Audit.Of(places).IsConsistent);
    }

    [Fact]
    public void Of_UnsetLists_AreEmpty() => Assert.Empty(Audit.Of(Nothing with { Channels = default, Stages = default }).Checked);

    [Fact]
    public void Of_Huaihua_SaysHowManyAreNotGraded()
    {
        var tiersAlone = Assert.Single(Audit.Of(PublishedPlaces.Huaihua).Findings);
        Assert.Equal("the tiers come to the businesses: expected 55,401 businesses, stated a sum of 40,042; unless 15,359 are not graded yet.", tiersAlone.Text.English);

        var inPart = PublishedPlaces.Huaihua with { Tied = 40_042 };
        Assert.Empty(Audit.Of(inPart).Findings);
        Assert.Equal(15_359, inPart.NotTied);
    }

    [Fact]
    public void Of_Xiaogan_KeepsTheChannelsApart()
    {
        var xiaogan = PublishedPlaces.Xiaogan;
        Assert.Null(xiaogan.PooledRecordShare);

        // One number for both would lie between the two, nearer to the channel with more businesses.
        Assert.Empty(Audit.Of(xiaogan with { RecordShare = 32.10m }).Findings);
        Assert.Empty(Audit.Of(xiaogan with { RecordShare = 62.07m }).Findings);
        Assert.Equal(
            "overall coverage between that of the channels: expected between 32.10% (caterers) and 92.03% (makers), stated 93.00%.",
            Assert.Single(Audit.Of(xiaogan with { RecordShare = 93.00m }).Findings).Text.English);
        Assert.Single(Audit.Of(xiaogan with { RecordShare = 32.08m }).Findings);
    }

    [Fact]
    public void PooledRecordShare_OfCounts_WeighsByBusinesses()
    {
        // 92 % of 100 makers and 32 % of 9,900 caterers: 32.6 % of all, where the mean of the shares would say 62 %.
        var figures = Nothing with
        {
            Channels = [new(("生产", "makers"), 92m, 92, 100), new(("餐饮", "caterers"), 32m, 3_168, 9_900)],
            RecordShare = 32.6m,
        };

        Assert.Equal(32.6m, figures.PooledRecordShare);
        Assert.Empty(Audit.Of(figures).Findings);
        Assert.Null((figures with { Channels = [new(("生产", "makers"), 92m, 92, StatedCount.MoreThan(90))] }).PooledRecordShare);
    }

    [Fact]
    public void Progress_OfYiyang_CountsWhatEachStageLacks()
    {
        var yiyang = PublishedPlaces.Yiyang;

        Assert.Equal([(44_000L, 15_752L, false), (49_500L, 21_252L, false), (55_000L, 26_752L, false)], yiyang.Progress.Select(stage => (stage.Needed, stage.Missing, stage.IsDue)));
        Assert.True((yiyang with { Day = new LocalDate(2022, 11, 9) }).Progress[0].IsDue);
        Assert.False((yiyang with { Day = new LocalDate(2022, 11, 8) }).Progress[0].IsDue);
        Assert.True((yiyang with { Tied = 44_000 }).Progress[0].IsReached);
        Assert.False((yiyang with { Tied = 43_999 }).Progress[0].IsReached);
        Assert.Empty((yiyang with { Day = null }).Progress);
        Assert.Equal(26_752, yiyang.NotTied);
    }

    [Theory]
    [InlineData("51.3", true)]  // cut
    [InlineData("51.4", true)]  // rounded
    [InlineData("51.36", true)]
    [InlineData("51", true)]
    [InlineData("51.2", false)]
    [InlineData("51.5", false)]
    [InlineData("51.30", false)]
    public void Of_Yiyang_TakesWhatIsRoundedOrCut(string stated, bool fits)
    {
        var figures = PublishedPlaces.Yiyang with { TiedShare = decimal.Parse(stated, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(fits, Audit.Of(figures).IsConsistent);
    }

    public static TheoryData<string, PublishedFigures, PublishedFigures> Edges => new()
    {
        { nameof(AuditRelation.TiedWithinBusinesses), Nothing with { Businesses = 10, Tied = 10 }, Nothing with { Businesses = 10, Tied = 11 } },
        { nameof(AuditRelation.VisitedWithinBusinesses), Nothing with { Businesses = 10, Visited = 10 }, Nothing with { Businesses = 10, Visited = 11 } },
        { nameof(AuditRelation.VisitedWithinVisits), Nothing with { Visits = 10, Visited = 10 }, Nothing with { Visits = 10, Visited = 11 } },
        { nameof(AuditRelation.RectifiedWithinFound), Nothing with { Found = 10, Rectified = 10 }, Nothing with { Found = 10, Rectified = 11 } },
        { nameof(AuditRelation.WithProblemsWithinFound), Nothing with { Found = 10, WithProblems = 10 }, Nothing with { Found = 10, WithProblems = 11 } },
        { nameof(AuditRelation.CommitmentsWithinCadres), Nothing with { Cadres = 10, Commitments = 10 }, Nothing with { Cadres = 10, Commitments = 11 } },
        { nameof(AuditRelation.DirectorsWithinRequired), Nothing with { DirectorsRequired = 10, Directors = 10 }, Nothing with { DirectorsRequired = 10, Directors = 11, Businesses = 20 } },
        { nameof(AuditRelation.DirectorsWithinRequired), Nothing with { Businesses = 10, Directors = 10 }, Nothing with { Businesses = 10, Directors = 11 } },
        { nameof(AuditRelation.RequiredWithinBusinesses), Nothing with { Businesses = 10, DirectorsRequired = 10 }, Nothing with { Businesses = 10, DirectorsRequired = 11 } },
        { nameof(AuditRelation.OfficersReachShare), Nothing with { Businesses = 1_000, Officers = 995, OfficerShare = 100m }, Nothing with { Businesses = 1_000, Officers = 994, OfficerShare = 100m } },
        { nameof(AuditRelation.CommitmentShare), Nothing with { Cadres = 200, Commitments = 199, CommitmentShare = 99.5m }, Nothing with { Cadres = 200, Commitments = 198, CommitmentShare = 99.5m } },
        { nameof(AuditRelation.VisitedShare), Nothing with { Businesses = 3, Visited = 1, VisitedShare = 33.3m }, Nothing with { Businesses = 3, Visited = 1, VisitedShare = 33.4m } },
        { nameof(AuditRelation.RectifiedShare), Nothing with { Found = 8, Rectified = 7, RectifiedShare = 87.5m }, Nothing with { Found = 8, Rectified = 6, RectifiedShare = 87.5m } },
        { nameof(AuditRelation.DirectorShare), Nothing with { DirectorsRequired = 8, Directors = 7, DirectorShare = 87.5m }, Nothing with { DirectorsRequired = 8, Directors = 6, DirectorShare = 87.5m } },
        { nameof(AuditRelation.Load), Nothing with { Businesses = 9_709, Cadres = 1_050, Load = 9.25m }, Nothing with { Businesses = 9_709, Cadres = 1_050, Load = 9.26m } },
        { nameof(AuditRelation.ShareWithinWhole), Nothing with { VisitedShare = 100.0m }, Nothing with { VisitedShare = 100.1m } },
        { nameof(AuditRelation.ChannelShare), Nothing with { Channels = [new(("甲", "one"), 25m, 1, 4)] }, Nothing with { Channels = [new(("甲", "one"), 26m, 1, 4)] } },
        { nameof(AuditRelation.StagesRise), Nothing with { Stages = [new(new(2022, 11, 2), 80), new(new(2022, 11, 1), 80)] }, Nothing with { Stages = [new(new(2022, 11, 2), 79), new(new(2022, 11, 1), 80)] } },
    };

    [Theory]
    [MemberData(nameof(Edges))]
    public void Of_OneRelation_HoldsAtTheEdgeAndNotBeyond(string relation, PublishedFigures holds, PublishedFigures fails)
    {
        Assert.Empty(Audit.Of(holds).Findings);
        Assert.Contains(Enum.Parse<AuditRelation>(relation), Audit.Of(holds).Checked);
        Assert.Equal(Enum.Parse<AuditRelation>(relation), Assert.Single(Audit.Of(fails).Findings).Relation);
    }

    [Fact]
    public void Of_Load_IsThatOfTiedBusinessesWhereTheyAreStated()
    {
        var figures = Nothing with { Businesses = 1_000, Tied = 500, Cadres = 100, Load = 5m };

        Assert.Empty(Audit.Of(figures).Findings);
        Assert.Single(Audit.Of(figures with { Load = 10m }).Findings);
    }

    [Fact]
    public void Of_FindingRateOfAnyDenominator_Passes()
    {
        var figures = Nothing with { Businesses = 1_000, Visited = 500, Visits = 2_000, Found = 100 };

        Assert.All([10m, 20m, 5m], rate => Assert.Empty(Audit.Of(figures with { FindingShare = rate }).Findings));
        var finding = Assert.Single(Audit.Of(figures with { FindingShare = 8m }).Findings);
        Assert.Equal(
            ["the problems lay in 40 of the 500 visited businesses", "the problems lay in 80 of the 1,000 businesses", "it is of about 1,250"],
            finding.Unless.Select(one => one.English));
        Assert.Empty(Audit.Of(figures with { FindingShare = 8m, WithProblems = 80 }).Findings);
    }

    [Fact]
    public void Of_BoundedNumbers_FlagsOnlyWhatNoNumberSatisfies()
    {
        Assert.Empty(Audit.Of(Nothing with { Businesses = StatedCount.MoreThan(9), Tied = 1_000 }).Findings);
        Assert.Empty(Audit.Of(Nothing with { Businesses = 10, Tied = StatedCount.MoreThan(9) }).Findings);
        Assert.Single(Audit.Of(Nothing with { Businesses = 10, Tied = StatedCount.MoreThan(10) }).Findings);
        Assert.Empty(Audit.Of(Nothing with { Businesses = StatedCount.About(785_000, 1_000), Tied = 785_999 }).Findings);
        Assert.Single(Audit.Of(Nothing with { Businesses = StatedCount.About(785_000, 1_000), Tied = 786_000 }).Findings);
        Assert.Empty(Audit.Of(Nothing with { Businesses = StatedCount.MoreThan(4_000), Cadres = StatedCount.MoreThan(200), Load = 20m }).Findings);
        Assert.Empty(Audit.Of(Nothing with { Businesses = 8_431, Cadres = StatedCount.MoreThan(600), Load = 14m }).Findings);
        Assert.Single(Audit.Of(Nothing with { Businesses = 8_431, Cadres = StatedCount.MoreThan(600), Load = 15m }).Findings);
    }

    [Fact]
    public void Of_ProvincesAndCities_AgreeWithTheLoadsComputedOfThem()
    {
        Assert.Empty(Audit.Of(PublishedPlaces.Sichuan with { Load = 5.3m }).Findings);
        Assert.Empty(Audit.Of(PublishedPlaces.Hunan with { Load = 10m, FindingShare = 5.8m }).Findings);
        Assert.Empty(Audit.Of(PublishedPlaces.Xiaogan with { Load = 6.2m }).Findings);
        Assert.Empty(Audit.Of(PublishedPlaces.UnnamedCity with { Load = 8.6m }).Findings);
        Assert.Empty(Audit.Of(PublishedPlaces.Wenjiang with { Load = 9.25m }).Findings);
    }

    [Fact]
    public void Of_NothingStated_ChecksNothing()
    {
        var report = Audit.Of(Nothing);

        Assert.Empty(report.Checked);
        Assert.True(report.IsConsistent);
    }

    [Fact]
    public void ToMarkdown_ShowsPlaceSourceAndFindings() => Assert.Equal(
        """
        ## Xinxing street

        Xinxing street, first quarter of 2024 (illustrative)

        2 checks, 1 passed.

        finding rate: expected 77.8% (119 problems found of 153 visited businesses), stated 3.8%; unless it is of about 3,132.

        """,
        Audit.Of(PublishedPlaces.Xinxing).ToMarkdown(Language.English),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void Numbers_OutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StatedCount.Exactly(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StatedCount.MoreThan(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StatedCount.About(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StatedRate.Written(-0.1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StagedTarget(new LocalDate(2022, 11, 1), 100.1m));
    }

    [Fact]
    public void Numbers_AreShownAsStated()
    {
        Assert.Equal(["9,709", "> 600", "≈ 785,000", "0"], new[] { 9_709, StatedCount.MoreThan(600), StatedCount.About(785_000, 1_000), default }.Select(count => count.ToString()));
        Assert.Equal(["3.80", "≥ 90", "0"], new[] { 3.80m, StatedRate.AtLeast(90), default }.Select(rate => rate.ToString()));
        Assert.True(default(StatedCount).IsExact);
        Assert.True(default(StatedRate).Fits(0));
    }
}
