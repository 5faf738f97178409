using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Tests.Laws;

/// <summary>What the reference decides: a grade or none, and the clause by its number in the policy.</summary>
public readonly record struct ReferenceDecision<TGrade>(TGrade? Grade, int Clause) where TGrade : struct, Enum;

/// <summary>
/// The meaning of a policy, written down slowly and plainly from its public parts: decimals, recursion, no shortcuts. Every
/// engine of the library is held to it.
/// </summary>
public static class ReferenceGrader
{
    /// <summary>A decision of the library in the reference's form, so that the two can be compared.</summary>
    public static ReferenceDecision<TGrade> Of<TGrade>(GradeDecision<TGrade> decision) where TGrade : struct, Enum =>
        decision.State == GradingState.NotDecided
            ? throw new InvalidOperationException("Nothing was decided.")
            : new ReferenceDecision<TGrade>(decision.FindGrade(), decision.Clause);

    public static ReferenceDecision<TGrade> Grade<TGrade>(GradingPolicy<TGrade> policy, IFactSource source) where TGrade : struct, Enum
    {
        for (var i = 0; i < policy.NotGraded.Length; i++)
        {
            if (Holds(policy.NotGraded[i].When, source))
            {
                return new ReferenceDecision<TGrade>(null, i);
            }
        }

        var (grade, clause) = (policy.Otherwise.Grade, policy.NotGraded.Length + policy.Rules.Length);
        var strictest = -1;
        for (var i = 0; i < policy.Rules.Length; i++)
        {
            var strictness = policy.Scale.MildestFirst.IndexOf(policy.Rules[i].Grade);
            if (strictness > strictest && Holds(policy.Rules[i].When, source))
            {
                (strictest, grade, clause) = (strictness, policy.Rules[i].Grade, policy.NotGraded.Length + i);
            }
        }

        var steps = 0;
        foreach (var adjustment in policy.Adjustments)
        {
            steps += Holds(adjustment.When, source) ? adjustment.Steps : 0;
        }

        var place = policy.Scale.MildestFirst.IndexOf(grade) + steps;
        place = place < 0 ? 0 : place >= policy.Scale.MildestFirst.Length ? policy.Scale.MildestFirst.Length - 1 : place;
        return new ReferenceDecision<TGrade>(policy.Scale.MildestFirst[place], clause);
    }

    /// <summary>The adjustments that moved the grade of a clause: without one of them alone it would be another, or they go the way that it went.</summary>
    public static IEnumerable<GradeAdjustment> Moving<TGrade>(GradingPolicy<TGrade> policy, IFactSource source, PolicyClause clause) where TGrade : struct, Enum
    {
        var from = policy.Scale.MildestFirst.IndexOf(clause is GradingRule<TGrade> rule ? rule.Grade : policy.Otherwise.Grade);
        var applying = policy.Adjustments.Where(a => Holds(a.When, source)).ToList();
        var to = Ended(from + applying.Sum(a => a.Steps));
        return applying.Where(a => Ended(from + applying.Sum(other => other.Steps) - a.Steps) != to || (to > from && a.Steps > 0) || (to < from && a.Steps < 0));

        int Ended(int place) => Math.Max(0, Math.Min(place, policy.Scale.MildestFirst.Length - 1));
    }

    public static bool Holds(Condition condition, IFactSource source) => condition switch
    {
        Constant constant => constant.Value,
        FlagFact flag => source.Read(flag) == 1,
        ChoiceIn choice => choice.Values.Any(value => value == source.Read(choice.Fact)),
        Negation negation => !Holds(negation.Inner, source),
        AllOf all => all.Parts.All(part => Holds(part, source)),
        AnyOf any => any.Parts.Any(part => Holds(part, source)),
        Comparison comparison => Compare(ValueOf(comparison.Left, source), comparison.Operator, comparison.Limit),
        // Opaque: nobody but the condition itself can tell.
        CustomCondition custom => custom.Holds(source),
        _ => throw new NotSupportedException($"The reference does not know {condition.GetType()}."),
    };

    public static decimal ValueOf(NumberExpression expression, IFactSource source) => expression switch
    {
        NumberFact fact => source.Read(fact) / PowerOfTen(fact.Decimals),
        NamedNumber named => ValueOf(named.Inner, source),
        SumOf sum => sum.Parts.Sum(part => ValueOf(part, source)),
        LargestOf largest => largest.Parts.Max(part => ValueOf(part, source)),
        SmallestOf smallest => smallest.Parts.Min(part => ValueOf(part, source)),
        Multiple multiple => multiple.Factor * ValueOf(multiple.Inner, source),
        Score score => score.Cases.FirstOrDefault(item => Holds(item.When, source)).Points,
        _ => throw new NotSupportedException($"The reference does not know {expression.GetType()}."),
    };

    public static decimal PowerOfTen(int decimals)
    {
        var power = 1m;
        for (var i = 0; i < decimals; i++)
        {
            power *= 10;
        }

        return power;
    }

    private static bool Compare(decimal value, ComparisonOperator @operator, decimal limit) => @operator switch
    {
        ComparisonOperator.AtLeast => value >= limit,
        ComparisonOperator.MoreThan => value > limit,
        ComparisonOperator.AtMost => value <= limit,
        ComparisonOperator.LessThan => value < limit,
        ComparisonOperator.EqualTo => value == limit,
        _ => throw new NotSupportedException($"The reference does not know {@operator}."),
    };
}
