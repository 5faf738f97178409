using System.Globalization;
using CsCheck;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Reporting;

/// <summary>Figures as small and as large as can be stated are audited, and what an audit expects lies outside what it refuses.</summary>
public class AuditExtremesTests
{
    private const long Largest = 1_000_000_000_000_000;

    private static readonly PublishedFigures Nothing = new() { Place = ("某地", "a place"), Source = Citation.Illustrative(("例", "example")) };

    private static readonly Gen<long> Counts = Gen.OneOf(Gen.Const(0L), Gen.Const(1L), Gen.Const(Largest), Gen.Long[0, Largest]);

    private static readonly Gen<StatedCount> AnyCount = Gen.OneOf(
        Counts.Select(StatedCount.Exactly), Counts.Select(StatedCount.MoreThan), Gen.Select(Counts, Gen.OneOf(Gen.Const(1L), Gen.Const(1_000L), Gen.Const(Largest))).Select((count, unit) => StatedCount.About(count, unit)));

    private static readonly Gen<StatedRate> AnyRate = Gen.Select(
        Gen.OneOf(Gen.Const(0m), Gen.Const(0.000000000001m), Gen.Const(1_000_000_000m), Gen.Int[0, 100_000].Select(rate => rate / 1_000m)), Gen.Bool)
        .Select((rate, open) => open ? StatedRate.AtLeast(rate) : StatedRate.Written(rate));

    [Fact]
    public void Of_ATinyLoad_Answers()
    {
        var report = Audit.Of(Nothing with { Businesses = 9_709, Cadres = 1_050, Load = 0.000000000001m });

        Assert.Equal(AuditRelation.Load, Assert.Single(report.Findings).Relation);
        Assert.Empty(report.Findings[0].Unless);
    }

    [Fact]
    public void Of_HugeCounts_Answers() => Assert.NotEmpty(Audit.Of(Nothing with
    {
        Businesses = Largest, Tied = Largest, TierA = Largest, TierB = Largest, TierC = Largest, TierD = StatedCount.About(Largest, Largest),
        Cadres = 1, Load = 1_000_000_000m, Officers = 1, OfficerShare = 1_000_000_000m,
    }).Findings);

    [Fact]
    public void Of_AnyFigures_AnswersWithoutOverflow() => Gen.Select(AnyCount.Array[10], AnyRate.Array[5]).Sample((counts, rates) =>
    {
        var figures = Nothing with
        {
            Day = new LocalDate(2026, 3, 2),
            Businesses = counts[0], Tied = counts[1], TierA = counts[2], TierB = counts[3], TierC = counts[4], TierD = counts[5], Cadres = counts[6], Officers = counts[7],
            Found = counts[8], Visited = counts[9], Load = rates[0], OfficerShare = rates[1], FindingShare = rates[2], TiedShare = rates[3], VisitedShare = rates[4],
            Stages = [new StagedTarget(new LocalDate(2026, 3, 1), 99.999999m)],
            Channels = [new(("甲", "one"), rates[0], counts[0], counts[1])],
        };
        _ = Audit.Of(figures).ToMarkdown(Language.English);
        return figures.Progress.All(stage => stage.Missing >= 0) && figures.PooledRecordShare is null or >= 0;
    });

    [Theory]
    [InlineData("90", true, 8_996, "89.96%")]
    [InlineData("90", true, 89_999, "89.999%")]
    [InlineData("51.3", false, 51_249, "51.2%")]
    [InlineData("92", false, 9_300, "93%")]
    [InlineData("92", false, 9_301, "93.01%")]
    public void Finding_WhatIsExpected_LiesOutsideWhatWasStated(string stated, bool isOpen, long visited, string expected)
    {
        var rate = decimal.Parse(stated, CultureInfo.InvariantCulture);
        var all = visited < 10_000 ? 10_000L : 100_000L;

        var finding = Assert.Single(Audit.Of(Nothing with { Businesses = all, Visited = visited, VisitedShare = isOpen ? StatedRate.AtLeast(rate) : StatedRate.Written(rate) }).Findings);

        Assert.StartsWith($"{expected} (", finding.Expected.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Finding_OfAnyShare_ExpectsWhatCouldNotHaveBeenStated() => Gen.Select(Gen.Long[0, 100_000], Gen.Long[1, 100_000], Gen.Int[0, 10_000], Gen.Int[0, 2], Gen.Bool).Sample((part, whole, number, scale, open) =>
    {
        var rate = new decimal(number, 0, 0, false, (byte)scale);
        var stated = open ? StatedRate.AtLeast(rate) : StatedRate.Written(rate);
        var finding = Audit.Of(Nothing with { Found = whole, Rectified = part, RectifiedShare = stated }).Findings.FirstOrDefault(one => one.Relation == AuditRelation.RectifiedShare);
        return finding is null || !stated.Fits(decimal.Parse(finding.Expected.English[..finding.Expected.English.IndexOf('%', StringComparison.Ordinal)], CultureInfo.InvariantCulture));
    });

    [Fact]
    public void Stated_BeyondTheRange_IsRefusedWithIt()
    {
        Assert.All<Action>(
            [() => StatedCount.Exactly(Largest + 1), () => StatedCount.MoreThan(long.MaxValue), () => StatedCount.About(long.MaxValue, 1), () => StatedCount.About(1, long.MaxValue)],
            stated => Assert.Contains($"Allowed: ", Assert.Throws<ArgumentOutOfRangeException>(stated).Message, StringComparison.Ordinal));
        Assert.All<Action>(
            [() => StatedRate.Written(decimal.MaxValue), () => StatedRate.AtLeast(1_000_000_000.1m), () => StatedRate.Written(0.0000000000001m)],
            stated => Assert.Contains("Allowed: 0 to 1000000000, with at most 12 decimals.", Assert.Throws<ArgumentOutOfRangeException>(stated).Message, StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StagedTarget(default, 50).CountOf(-1));
        Assert.Equal(long.MaxValue, new StagedTarget(default, 100).CountOf(long.MaxValue));
    }

    [Fact]
    public void Stated_ZeroWithASign_IsZero()
    {
        Assert.Equal(StatedRate.Written(0.0m), StatedRate.Written(-0.0m));
        Assert.Equal("0.0", StatedRate.Written(-0.0m).ToString());
        Assert.Equal("≥ 0", StatedRate.AtLeast(-0m).ToString());
    }
}
