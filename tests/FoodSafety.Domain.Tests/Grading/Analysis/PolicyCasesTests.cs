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
            .Select(one => (Fact: one.Limit!.Id, From: grader.Grade(Before(one)), To: one.Decision)).ToHashSet();

        Assert.True(cases.IsComplete);
        Assert.Equal(Steps(policy, grader).Select(step => (step.Fact, step.From, step.To)).ToHashSet(), shown, HashSet<(string, GradeDecision<Tier>, GradeDecision<Tier>)>.CreateSetComparer());
    }, iter: 300, print: SmallPolicies.Print);

    [Fact]
    public void Of_AnyPolicy_EveryLimitThatIsWrittenDownHasAPairWhereTheDecisionIsAnother() => SmallPolicies.Any.Sample(policy =>
    {
        var grader = new Grader<Tier>(policy);
        var at = PolicyCases.Of(policy).Cases.Where(one => one.Kind == PolicyCaseKind.AtLimit).Select(one => (one.Limit!.Id, one.Facts.Read(one.Limit))).ToHashSet();
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

    private static FactRecord Before(PolicyCase<Tier> one) => one.Facts.With(new FactValue(one.Limit!, one.Facts.Read(one.Limit!) - 1));

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
