using CsCheck;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Emergencies;

public class WarningMatrixTests
{
    private static readonly Gen<WarningSeverity> Severity = Gen.Int[1, 4].Select(number => (WarningSeverity)number);

    private static readonly Gen<WarningLikelihood> Likelihood = Gen.Int[1, 4].Select(number => (WarningLikelihood)number);

    [Theory]
    [InlineData(WarningSeverity.ExtremelySevere, WarningLikelihood.Unlikely, 2)]
    [InlineData(WarningSeverity.ExtremelySevere, WarningLikelihood.Possible, 2)]
    [InlineData(WarningSeverity.ExtremelySevere, WarningLikelihood.VeryLikely, 1)]
    [InlineData(WarningSeverity.ExtremelySevere, WarningLikelihood.AlmostCertain, 1)]
    [InlineData(WarningSeverity.Severe, WarningLikelihood.Unlikely, 3)]
    [InlineData(WarningSeverity.Severe, WarningLikelihood.Possible, 2)]
    [InlineData(WarningSeverity.Severe, WarningLikelihood.VeryLikely, 2)]
    [InlineData(WarningSeverity.Severe, WarningLikelihood.AlmostCertain, 1)]
    [InlineData(WarningSeverity.FairlySevere, WarningLikelihood.Unlikely, 4)]
    [InlineData(WarningSeverity.FairlySevere, WarningLikelihood.Possible, 3)]
    [InlineData(WarningSeverity.FairlySevere, WarningLikelihood.VeryLikely, 3)]
    [InlineData(WarningSeverity.FairlySevere, WarningLikelihood.AlmostCertain, 2)]
    [InlineData(WarningSeverity.Ordinary, WarningLikelihood.Unlikely, 4)]
    [InlineData(WarningSeverity.Ordinary, WarningLikelihood.Possible, 4)]
    [InlineData(WarningSeverity.Ordinary, WarningLikelihood.VeryLikely, 3)]
    [InlineData(WarningSeverity.Ordinary, WarningLikelihood.AlmostCertain, 3)]
    public void Assess_EveryCell_IsAsTheStandardSays(WarningSeverity severity, WarningLikelihood likelihood, int level) => Assert.Equal(
        new WarningAssessment(severity, likelihood, (WarningLevel)level), WarningMatrix.FoodWarnings.Assess(severity, likelihood));

    [Fact]
    public void Assess_WorseOrLikelier_IsNeverMilder() => Gen.Select(Severity, Severity, Likelihood, Likelihood).Sample((one, other, rare, often) =>
    {
        var (worse, milder) = one < other ? (one, other) : (other, one);
        var (less, more) = rare < often ? (rare, often) : (often, rare);
        return WarningMatrix.FoodWarnings.Assess(worse, more).Level <= WarningMatrix.FoodWarnings.Assess(milder, less).Level;
    });

    [Fact]
    public void FoodWarnings_IsMarkedIllustrative() => Assert.True(WarningMatrix.FoodWarnings.Basis.IsIllustrative);

    [Fact]
    public void Assess_ByAnOwnMatrix_ReadsRowsOfSeverityAndColumnsOfLikelihood()
    {
        var levels = Enumerable.Repeat(WarningLevel.Blue, 16).ToArray();
        levels[(2 * 4) + 1] = WarningLevel.Red;
        var own = new WarningMatrix(("自拟", "own"), Citation.Illustrative(("自拟", "made up")), levels);
        levels[0] = WarningLevel.Red;

        Assert.Equal(WarningLevel.Red, own.Assess(WarningSeverity.FairlySevere, WarningLikelihood.Possible).Level);
        Assert.Equal(WarningLevel.Blue, own.Assess(WarningSeverity.ExtremelySevere, WarningLikelihood.Unlikely).Level);
    }

    [Fact]
    public void Constructor_WithTooFewOrUnnamedLevels_Throws()
    {
        var basis = Citation.Illustrative(("自拟", "made up"));
        Assert.Equal(
            "A matrix of 2 levels: Red, Blue. Allowed: 16 levels, each 1 (Red) to 4 (Blue). (Parameter 'levels')",
            Assert.Throws<ArgumentException>(() => new WarningMatrix(default, basis, WarningLevel.Red, WarningLevel.Blue)).Message);
        Assert.Throws<ArgumentException>(() => new WarningMatrix(default, basis, new WarningLevel[16]));
    }

    [Fact]
    public void Assess_WhatIsNotNamed_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WarningMatrix.FoodWarnings.Assess(0, WarningLikelihood.Possible));
        Assert.Throws<ArgumentOutOfRangeException>(() => WarningMatrix.FoodWarnings.Assess(WarningSeverity.Severe, (WarningLikelihood)5));
    }

    [Fact]
    public void ToMarkdown_ShowsTheWholeTable() => Assert.Equal(
        """
        | Severity | unlikely | possible | very likely | almost certain |
        |---|---|---|---|---|
        | extremely severe | level 2 (orange) | level 2 (orange) | level 1 (red) | level 1 (red) |
        | severe | level 3 (yellow) | level 2 (orange) | level 2 (orange) | level 1 (red) |
        | fairly severe | level 4 (blue) | level 3 (yellow) | level 3 (yellow) | level 2 (orange) |
        | ordinary | level 4 (blue) | level 4 (blue) | level 3 (yellow) | level 3 (yellow) |

        """.ReplaceLineEndings("\n"),
        WarningMatrix.FoodWarnings.ToMarkdown(Language.English));

    [Fact]
    public void Text_OfAnAssessment_SaysLevelAndWhy() => Assert.Equal(
        ("二级（橙色）：严重，可能", "level 2 (orange): severe, possible"),
        WarningMatrix.FoodWarnings.Assess(WarningSeverity.Severe, WarningLikelihood.Possible).Text is var text ? (text.Chinese, text.English) : default);
}
