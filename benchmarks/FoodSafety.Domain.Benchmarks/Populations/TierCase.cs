using FoodSafety.Domain.Benchmarks.Ways;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>The task that every way gets: businesses that stand in tiers by one policy are regraded by another of 28 rules.</summary>
internal sealed class TierCase
{
    private TierCase(Population population, FactTable table)
    {
        Population = population;
        Table = table;
    }

    /// <summary>The policy to grade by.</summary>
    public static GradingPolicy<Tier> Policy => TierPolicies.SizeAndDiners2022;

    /// <summary>The policy by which the businesses stand before: some limits lie elsewhere, so that about one in fifty moves.</summary>
    public static GradingPolicy<Tier> Standing { get; } = Policy.WithOtherLimits();

    public Population Population { get; }

    /// <summary>The businesses in a table, rows of one type together.</summary>
    public FactTable Table { get; }

    /// <summary>What the right answer is, from the library, one business at a time.</summary>
    public required Verdicts Expected { get; init; }

    public int Count => Population.Businesses.Count;

    public static TierCase Of(int count)
    {
        var population = Population.Of(count);
        var (standing, grader) = (new Grader<Tier>(Standing), new Grader<Tier>(Policy));
        var expected = new Verdicts(count);
        foreach (var business in population.Businesses)
        {
            var facts = PlainFacts.Map.View(business);
            business.CurrentTier = standing.Grade(facts).FindGrade() ?? default;
            var decision = grader.Grade(facts);
            expected.Decide(business.Id, (byte)business.CurrentTier, (byte)(decision.FindGrade() ?? default), (byte)decision.Clause);
        }

        return new TierCase(population, population.ToTable()) { Expected = expected };
    }
}
