using System.Diagnostics;
using System.Globalization;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Grading.Files;

/// <summary>Five hundred rules, more than any scheme known has, are read, printed, analysed and explained whole.</summary>
public class LargePolicyTests(ITestOutputHelper output)
{
    private const int Rules = 500;

    // Some hundred times what a step takes: what breaks it does not grow with the rules as it should.
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    // An officer waits for it. On two cores of an AMD EPYC shared with others it takes 2.9 to 3.2 s, of which 1.5 s are its own; a busy machine takes some times as long.
    private static readonly TimeSpan MostToAnalyse = TimeSpan.FromSeconds(20);

    private static GradingPolicy<Tier> Policy { get; } = Make(new Random(5));

    [Fact]
    public void FiveHundredRules_EveryStep_IsWhole()
    {
        var text = Timed("write", () => TierPolicies.File.Write(Policy));
        PolicyAssert.Same(Policy, Timed("read", () => TierPolicies.File.Read(text)));
        Assert.Equal(text, Timed("format", () => PolicyFile.Format(text)));
        Assert.Equal(Rules + 1, Timed("print", () => Policy.ToMarkdown(Language.English)).Split('\n').Count(line => line.EndsWith("| made up (illustrative) |", StringComparison.Ordinal)));
        var canteen = new FactRecord(
            BusinessFacts.Type.Of(BusinessType.SchoolCanteen), BusinessFacts.DinersPerMeal.Of(333), BusinessFacts.Employees.Of(21), BusinessFacts.FloorArea.Of(444), BusinessFacts.AnnualRevenue.Of(5_000_000));
        // Most rules are of other kinds of business; with them there would be too many changes to try.
        Assert.True(Timed("explain", () => new Grader<Tier>(Policy).Explain(canteen)).IsNearestComplete);
        var analysis = Timed("analyse", () => PolicyAnalysis.Of(Policy));
        Assert.Empty(analysis.Findings.OfType<NotLookedAt>().Select(finding => finding.Text.English));
        // What is left to the default falls into more boxes than anybody reads, and is told as that.
        Assert.False(Assert.Single(analysis.Findings.OfType<LeftToDefault>()).IsExact);
        Assert.NotEmpty(analysis.Findings.OfType<MoreIsMilder<Tier>>());
    }

    /// <summary>Any five hundred rules are analysed whole in seconds, and not those of one seed alone.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void FiveHundredRandomRules_AreAnalysedWholeInSeconds(int seed)
    {
        var policy = Make(new Random(seed));
        var before = Stopwatch.GetTimestamp();

        var analysis = PolicyAnalysis.Of(policy);

        var took = Stopwatch.GetElapsedTime(before);
        output.WriteLine($"seed {seed}: {took.TotalMilliseconds:0} ms, {analysis.Findings.Length} findings");
        Assert.True(analysis.IsComplete);
        Assert.InRange(took, TimeSpan.Zero, MostToAnalyse);
    }

    private static GradingPolicy<Tier> Make(Random random)
    {
        NumberFact[] numbers = [BusinessFacts.Employees, BusinessFacts.AnnualRevenue, BusinessFacts.DinersPerMeal, BusinessFacts.FloorArea];
        var types = Enum.GetValues<BusinessType>();
        var source = Citation.Illustrative(("试", "made up"));
        var builder = GradingPolicy.Define("large", "1", ("大", "large"), Tiers.Scale);
        for (var i = 0; i < Rules; i++)
        {
            var when = BusinessFacts.Type.Is(types[i % types.Length]) & numbers[random.Next(4)] >= random.Next(1, 2_000) & numbers[random.Next(4)] < random.Next(2_000, 9_000);
            builder.Rule($"rule-{i}", (Tier)random.Next(1, 5), when, (i.ToString(CultureInfo.InvariantCulture), $"{i}"), source);
        }

        return builder.Otherwise(Tier.D, ("其余", "the rest"), source).Build();
    }

    /// <summary>Shows how long a step took, and holds it against a bound that no busy machine reaches.</summary>
    private T Timed<T>(string step, Func<T> run)
    {
        var before = Stopwatch.GetTimestamp();
        var done = run();
        var took = Stopwatch.GetElapsedTime(before);
        output.WriteLine($"{step}: {took.TotalMilliseconds:0.0} ms");
        Assert.InRange(took, TimeSpan.Zero, Most);
        return done;
    }
}
