using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using NodaTime;

namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>The tier policy with some conditions said otherwise.</summary>
internal static class PolicyVariants
{
    /// <summary>Other limits, so that about one business in fifty has another tier.</summary>
    public static GradingPolicy<Tier> WithOtherLimits(this GradingPolicy<Tier> policy) => policy
        .With("retailer-small", rule => ScopeOf(rule) & BusinessFacts.Employees >= 9 & BusinessFacts.AnnualRevenue >= 900_000)
        .With("caterer-small", rule => ScopeOf(rule) & BusinessFacts.Employees >= 14 & BusinessFacts.AnnualRevenue >= 1_500_000)
        .With("maker-small", rule => ScopeOf(rule) & BusinessFacts.Employees >= 24 & BusinessFacts.AnnualRevenue >= 4_000_000)
        .With("canteen-100", rule => ScopeOf(rule) & BusinessFacts.DinersPerMeal >= 150)
        .With("school-500", rule => ScopeOf(rule) & BusinessFacts.DinersPerMeal >= 600);

    /// <summary>The same with a version of its own, in force from a day on.</summary>
    public static GradingPolicy<Tier> WithOtherLimits(this GradingPolicy<Tier> policy, string version, LocalDate from) => policy.WithOtherLimits().Draft(version).InForce(from).Build();

    /// <summary>One of the rules in code, asked of one business in ten: the data part of the rule lets only caterers through.</summary>
    public static GradingPolicy<Tier> WithGuardedDelegate(this GradingPolicy<Tier> policy)
    {
        var isMedium = Condition.Custom("medium-size", ("中型", "medium"), source =>
            BusinessFacts.Employees.In(source) >= 100 && BusinessFacts.AnnualRevenue.In(source) >= 20_000_000);
        return policy.With("caterer-medium", rule => ScopeOf(rule) & isMedium);
    }

    /// <summary>One of the rules in code and nothing else: it is asked of every business that no stricter rule has decided.</summary>
    public static GradingPolicy<Tier> WithUnguardedDelegate(this GradingPolicy<Tier> policy)
    {
        var leadsChain = Condition.Custom("leads-chain", ("连锁总部", "chain headquarters"), source => BusinessFacts.ChainHeadquarters.In(source) == true);
        return policy.With("chain-headquarters", _ => leadsChain);
    }

    private static ChoiceIn ScopeOf(GradingRule<Tier> rule) => ((AllOf)rule.When).Parts.OfType<ChoiceIn>().Single();

    /// <summary>Says one rule otherwise and leaves it in its place, because the place decides which of equally strict rules explains a tier.</summary>
    private static GradingPolicy<Tier> With(this GradingPolicy<Tier> policy, string id, Func<GradingRule<Tier>, Condition> when)
    {
        var draft = policy.Draft(policy.Version);
        foreach (var rule in policy.Rules)
        {
            draft.Without(rule.Id).Rule(rule.Id, rule.Grade, rule.Id == id ? when(rule) : rule.When, rule.Title, rule.Basis);
        }

        return draft.Build();
    }
}
