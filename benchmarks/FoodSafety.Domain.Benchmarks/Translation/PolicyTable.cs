using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Benchmarks.Translation;

/// <summary>A policy as one list in which the first clause that holds decides, which is what other engines understand.</summary>
internal static class PolicyTable
{
    /// <summary>The clauses: first the reasons for no grade, then the rules with the strictest first, last the default.</summary>
    public static ImmutableArray<DecidingClause> FirstMatch(GradingPolicy<Tier> policy) =>
    [
        .. policy.NotGraded.Select((rule, i) => new DecidingClause(rule.When, default, (byte)i)),
        .. policy.Rules
            .Select((rule, i) => new DecidingClause(rule.When, rule.Grade, (byte)(policy.NotGraded.Length + i)))
            .OrderByDescending(clause => policy.Scale.StrictnessOf(clause.Tier)),
        new DecidingClause(Condition.Always, policy.Otherwise.Grade, (byte)(policy.Clauses.Length - 1)),
    ];

    /// <summary>The same for businesses of one known choice: clauses that cannot hold fall away, and all after one that always holds.</summary>
    public static IEnumerable<DecidingClause> For(this ImmutableArray<DecidingClause> clauses, IChoiceFact fact, int value)
    {
        foreach (var clause in clauses)
        {
            var known = clause with { When = Know(clause.When, fact, value) };
            if (known.When is not Constant { Value: false })
            {
                yield return known;
            }

            if (known.When is Constant { Value: true })
            {
                yield break;
            }
        }
    }

    private static Condition Know(Condition condition, IChoiceFact fact, int value)
    {
        switch (condition)
        {
            case ChoiceIn choice when choice.Fact == fact:
                return choice.Contains(value) ? Condition.Always : Condition.Never;
            case AllOf all:
                var every = all.Parts.Select(part => Know(part, fact, value)).Where(part => part is not Constant { Value: true }).ToArray();
                return every.Any(part => part is Constant) ? Condition.Never : every.Length == 0 ? Condition.Always : Condition.All(every);
            case AnyOf any:
                var some = any.Parts.Select(part => Know(part, fact, value)).Where(part => part is not Constant { Value: false }).ToArray();
                return some.Any(part => part is Constant) ? Condition.Always : some.Length == 0 ? Condition.Never : Condition.Any(some);
            case Negation negation:
                return Know(negation.Inner, fact, value) is Constant { Value: var holds }
                    ? holds ? Condition.Never : Condition.Always
                    : !Know(negation.Inner, fact, value);
            default:
                return condition;
        }
    }
}
