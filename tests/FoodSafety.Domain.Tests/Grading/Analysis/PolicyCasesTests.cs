using CsCheck;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Tests.Grading;

/// <summary>The cases of a policy show every limit and every clause, as trying out every entity there can be would show them.</summary>
public class PolicyCasesTests
{
    [Fact]
    public void Of_AnyPolicy_ShowsEveryStepFromOneDecisionToAnother() => SmallPolicies.Any.Sample(policy =>
    {
        var grader = new Grader<Tier>(policy);
        var cases = PolicyCases.Of(policy);
        var shown = cases.Cases.Where(one => one.Kind == PolicyCaseKind.AtLimit)
            .Select(one => (Fact: LimitOf(one).Id, From: grader.Grade(Before(one)), To: one.Decision)).ToHashSet();

        Assert.True(cases.IsComplete);
        Assert.Equal(Steps(policy, grader).Select(step => (step.Fact, step.From, step.To)).ToHashSet(), shown, HashSet<(string, GradeDecision<Tier>, GradeDecision<Tier>)>.CreateSetComparer());
    }, iter: 300, print: SmallPolicies.Print);

    [Fact]
    public void Of_AnyPolicy_EveryLimitThatIsWrittenDownHasAPairWhereTheDecisionIsAnother() => SmallPolicies.Any.Sample(policy =>
    {
        var grader = new Grader<Tier>(policy);
        var at = PolicyCases.Of(policy).Cases.Where(one => one.Kind == PolicyCaseKind.AtLimit).Select(one => (LimitOf(one).Id, one.Facts.Read(LimitOf(one)))).ToHashSet();
        var written = policy.Conditions.SelectMany(condition => ExpressionNodes.In([condition])).OfType<Comparison>()
            .Where(comparison => comparison.Operator is ComparisonOperator.AtLeast or ComparisonOperator.LessThan)
            .Where(comparison => comparison.Left is NumberFact)
            .Select(comparison => (Fact: ((NumberFact)comparison.Left).Id, At: Exact.TryStore(comparison.Limit, comparison.Left.Decimals) ?? long.MinValue)).ToHashSet();

        Assert.All(Steps(policy, grader).Where(step => written.Contains((step.Fact, step.At))), step => Assert.Contains((step.Fact, step.At), at));
    }, iter: 300, print: SmallPolicies.Print);

    [Fact]
    public void Of_AnyPolicy_ShowsEveryClauseThatDecidesAndGradesAsThePolicyDoes() => SmallPolicies.Any.Sample(policy =>
    {
        var grader = new Grader<Tier>(policy);
        var cases = PolicyCases.Of(policy).Cases;

        Assert.All(cases, one => Assert.Equal(grader.Grade(one.Facts), one.Decision));
        Assert.Equal(SmallPolicies.Everything.Select(one => grader.Grade(one).Clause).ToHashSet(), cases.Select(one => one.Decision.Clause).ToHashSet(), HashSet<int>.CreateSetComparer());
        Assert.All(cases.Where(one => one.Kind == PolicyCaseKind.AtLimit), one => Assert.Contains(
            cases, other => other.Kind == PolicyCaseKind.JustBefore && other.Limit == one.Limit && Same(other.Facts, Before(one))));
    }, iter: 300, print: SmallPolicies.Print);

    [Fact]
    public void Of_TheBuiltInTiers_StandOnEitherSideOfEachLimitOfTheFile()
    {
        var policy = TierPolicies.SizeAndDiners2022;
        var cases = PolicyCases.Of(policy).Cases;

        Assert.All(policy.Rules.SelectMany(rule => ExpressionNodes.In([rule.When])).OfType<Comparison>(), comparison =>
        {
            var fact = (NumberFact)comparison.Left;
            Assert.Contains(cases, one => one.Kind == PolicyCaseKind.AtLimit && one.Limit == fact && fact.In(one.Facts) == comparison.Limit);
            Assert.Contains(cases, one => one.Kind == PolicyCaseKind.JustBefore && one.Limit == fact && one.Facts.Read(fact) == fact.Of(comparison.Limit).Stored - 1);
        });
        Assert.Contains(cases, one => one.Kind == PolicyCaseKind.Typical && policy.ClauseOf(one.Decision).Id == "out-of-business");
    }

    [Fact]
    public void Of_AnySumOfTooManyValues_StandsAsNearToEachLimitAsCanBe() => Gen.Select(Gen.Int[-900, 900].Array[9], Gen.Int[0, 8_000].Array[2]).Sample((weights, limits) =>
    {
        var items = Enumerable.Range(1, weights.Length).Select(i => new NumberFact($"item-{i}", ($"项目{i}", $"item {i}"), ("分", "points"), maximum: 3)).ToList();
        var total = new SumOf([.. items.Select((item, i) => item * weights[i])]).Named(("总分", "total"));
        var policy = Plan.Define().With("high", Tier.A, total >= limits.Max()).With("low", Tier.B, total >= limits.Min()).OrElse(Tier.D);

        var cases = PolicyCases.Of(policy, new PolicyAnalysisOptions { MostSteps = 1_000_000 });

        var sums = weights.Aggregate(new HashSet<int> { 0 }, (sums, weight) => [.. sums.SelectMany(_ => Enumerable.Range(0, 4), (sum, value) => sum + value * weight)]);
        var expected = limits.Distinct().Order().Where(limit => sums.Any(sum => sum < limit) && sums.Any(sum => sum >= limit))
            .Select(limit => (Before: sums.Where(sum => sum < limit).Max(), At: sums.Where(sum => sum >= limit).Min())).Distinct().ToList();
        var shown = cases.Cases.Where(one => one.Kind != PolicyCaseKind.Typical).Select(one => (int)total.Evaluate(one.Facts)!.Value).ToList();
        // Whether there is a value nearer to the limit may take too long to settle, and that is said.
        Assert.True(cases.IsComplete ? shown.SequenceEqual(expected.SelectMany(pair => new[] { pair.Before, pair.At })) : shown.Count < 2 * expected.Count || cases.Cases.IsEmpty);
        Assert.All(cases.Cases, one => Assert.Equal(new Grader<Tier>(policy).Grade(one.Facts), one.Decision));
    }, iter: 100);

    [Theory]
    [InlineData(false, new[] { 29, 30, 59, 60 })]
    [InlineData(true, new[] { 25, 30, 55, 60 })]
    public void Of_FormOf54Items_StandsOnEitherSideOfEachLimitOfTheTotal(bool isListed, int[] totals)
    {
        NumberFact[] items = [.. Enumerable.Range(1, 54).Select(i => isListed
            ? new NumberFact($"item-{i}", ($"项目{i}", $"item {i}"), ("分", "points"), [0, 5, 10, 15, 20, 25])
            : new NumberFact($"item-{i}", ($"项目{i}", $"item {i}"), ("分", "points"), maximum: 25))];
        var total = new SumOf([.. items]).Named(("总分", "total"));
        var policy = Plan.Define().With("over-60", Tier.A, total >= 60).With("over-30", Tier.B, total >= 30).With("special", Tier.C, Plan.Special).OrElse(Tier.D);

        var cases = PolicyCases.Of(policy);

        Assert.True(cases.IsComplete);
        var pairs = cases.Cases.Where(one => total.Equals(one.Limit)).ToList();
        Assert.Equal(totals, pairs.Select(one => (int)total.Evaluate(one.Facts)!.Value).Distinct().Order());
        Assert.All(pairs, one => Assert.Equal(total.Evaluate(one.Facts) >= 60 ? Tier.A : total.Evaluate(one.Facts) >= 30 ? Tier.B : Plan.Special.Holds(one.Facts) ? Tier.C : Tier.D, one.Decision.Grade));
        Assert.Equal(["over-60", "over-30", "special", "rest"], cases.Cases.Select(one => one.Decision.Clause).Distinct().Order().Select(clause => policy.Clauses[clause].Id));
    }

    [Fact]
    public void Of_APolicyThatIsTooLarge_SaysSo()
    {
        var cases = PolicyCases.Of(TierPolicies.SizeAndDiners2022, new PolicyAnalysisOptions { MostSteps = 10 });

        Assert.False(cases.IsComplete);
        Assert.Empty(cases.Cases);
    }

    [Fact]
    public void Of_APolicyWithAConditionInCode_SaysThatCasesMayBeMissing()
    {
        var custom = Condition.Custom("own", ("自定义", "own"), source => true);

        Assert.False(PolicyCases.Of(Plan.Define().With("own", Tier.A, custom & Plan.Diners >= 10).OrElse(Tier.D)).IsComplete);
    }

    private static FactRecord Before(PolicyCase<Tier> one) => one.Facts.With(new FactValue(LimitOf(one), one.Facts.Read(LimitOf(one)) - 1));

    private static NumberFact LimitOf(PolicyCase<Tier> one) => Assert.IsType<NumberFact>(one.Limit);

    private static bool Same(FactRecord one, FactRecord other) => SmallPolicies.Everything[0].Values.All(value => one.Read(value.Fact!) == other.Read(value.Fact!));

    /// <summary>Every place at which one unit more of a number makes another decision.</summary>
    private static HashSet<(string Fact, long At, GradeDecision<Tier> From, GradeDecision<Tier> To)> Steps(GradingPolicy<Tier> policy, Grader<Tier> grader)
    {
        var steps = new HashSet<(string, long, GradeDecision<Tier>, GradeDecision<Tier>)>();
        foreach (var fact in policy.Facts.OfType<NumberFact>())
        {
            foreach (var one in SmallPolicies.Everything.Where(one => one.Read(fact) >= fact.Least && one.Read(fact) < fact.Most))
            {
                var (from, to) = (grader.Grade(one), grader.Grade(one.With(new FactValue(fact, one.Read(fact) + 1))));
                if (from != to)
                {
                    steps.Add((fact.Id, one.Read(fact) + 1, from, to));
                }
            }
        }

        return steps;
    }
}
