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
        // A final rule that holds decides, and is not adjusted.
        foreach (var isFinal in new[] { true, false })
        {
            var strictest = -1;
            for (var i = 0; i < policy.Rules.Length; i++)
            {
                var strictness = policy.Scale.MildestFirst.IndexOf(policy.Rules[i].Grade);
                if (policy.Rules[i].IsFinal == isFinal && strictness > strictest && Holds(policy.Rules[i].When, source))
                {
                    (strictest, grade, clause) = (strictness, policy.Rules[i].Grade, policy.NotGraded.Length + i);
                }
            }

            if (isFinal && strictest >= 0)
            {
                return new ReferenceDecision<TGrade>(grade, clause);
            }
        }

        var applying = policy.Adjustments.Where(adjustment => Holds(adjustment.When, source)).ToList();
        return new ReferenceDecision<TGrade>(policy.Scale.MildestFirst[Adjusted(policy, policy.Scale.MildestFirst.IndexOf(grade), applying)], clause);
    }

    /// <summary>The place on the scale after steps, then ceilings, then floors.</summary>
    private static int Adjusted<TGrade>(GradingPolicy<TGrade> policy, int place, IReadOnlyCollection<GradeAdjustment> applying) where TGrade : struct, Enum
    {
        var scale = policy.Scale.MildestFirst;
        foreach (var step in applying.OfType<StepAdjustment>())
        {
            place += step.Steps;
        }

        place = place < 0 ? 0 : place >= scale.Length ? scale.Length - 1 : place;
        foreach (var bound in applying.OfType<BoundAdjustment<TGrade>>().Where(bound => bound.Bound == GradeBound.AtMost))
        {
            place = place > scale.IndexOf(bound.Grade) ? scale.IndexOf(bound.Grade) : place;
        }

        foreach (var bound in applying.OfType<BoundAdjustment<TGrade>>().Where(bound => bound.Bound == GradeBound.AtLeast))
        {
            place = place < scale.IndexOf(bound.Grade) ? scale.IndexOf(bound.Grade) : place;
        }

        return place;
    }

    /// <summary>
    /// The adjustments that moved the grade of a clause: steps without one of which alone it would be another, or that go the way that it went; bounds that lie where the
    /// grade was kept, if without all on their side it would be another.
    /// </summary>
    public static IEnumerable<GradeAdjustment> Moving<TGrade>(GradingPolicy<TGrade> policy, IFactSource source, PolicyClause clause) where TGrade : struct, Enum
    {
        if (clause is GradingRule<TGrade> { IsFinal: true })
        {
            return [];
        }

        var scale = policy.Scale.MildestFirst;
        var from = scale.IndexOf(clause is GradingRule<TGrade> rule ? rule.Grade : policy.Otherwise.Grade);
        var applying = policy.Adjustments.Where(a => Holds(a.When, source)).ToList();
        var (to, stepped) = (After(_ => true), After(a => a is StepAdjustment));
        return applying.Where(a => a switch
        {
            StepAdjustment step => After(other => other != a) != to || (stepped > from && step.Steps > 0) || (stepped < from && step.Steps < 0),
            BoundAdjustment<TGrade> bound => After(other => other is not BoundAdjustment<TGrade> same || same.Bound != bound.Bound) != to
                && applying.OfType<BoundAdjustment<TGrade>>().Where(other => other.Bound == bound.Bound).All(other => bound.Bound == GradeBound.AtMost
                    ? scale.IndexOf(other.Grade) >= scale.IndexOf(bound.Grade)
                    : scale.IndexOf(other.Grade) <= scale.IndexOf(bound.Grade)),
            _ => throw new NotSupportedException($"The reference does not know {a.GetType()}."),
        });

        int After(Func<GradeAdjustment, bool> counts) => Adjusted(policy, from, [.. applying.Where(counts)]);
    }

    public static bool Holds(Condition condition, IFactSource source) => Says(condition, source) == true;

    /// <summary>What a condition says: true, false, or null where it hangs on what is not stated.</summary>
    public static bool? Says(Condition condition, IFactSource source) => condition switch
    {
        Constant constant => constant.Value,
        FlagFact flag => IsUnstated(flag, source) ? null : source.Read(flag) == 1,
        ChoiceIn choice => IsUnstated(choice.Fact, source) ? null : choice.Values.Any(value => value == source.Read(choice.Fact)),
        Stated stated => stated.Fact is { } fact ? !IsUnstated(fact, source) : ValueOf(stated.Number!, source) is not null,
        Negation negation => !Says(negation.Inner, source),
        AllOf all => All(all.Parts.Select(part => Says(part, source))),
        AnyOf any => !All(any.Parts.Select(part => !Says(part, source))),
        Comparison comparison => ValueOf(comparison.Left, source) is { } value ? Compare(value, comparison.Operator, comparison.Limit) : null,
        // Opaque: nobody but the condition itself can tell.
        CustomCondition custom => custom.Holds(source),
        _ => throw new NotSupportedException($"The reference does not know {condition.GetType()}."),
    };

    /// <summary>The value of a number; null where it is not stated.</summary>
    public static decimal? ValueOf(NumberExpression expression, IFactSource source) => expression switch
    {
        NumberFact fact => IsUnstated(fact, source) ? null : source.Read(fact) / PowerOfTen(fact.Decimals),
        NamedNumber named => ValueOf(named.Inner, source),
        NumberConstant constant => constant.Value,
        NumberOrElse orElse => ValueOf(orElse.Inner, source) ?? orElse.Otherwise,
        SumOf sum => Of(sum.Parts, source, Enumerable.Sum),
        LargestOf largest => Of(largest.Parts, source, Enumerable.Max),
        SmallestOf smallest => Of(smallest.Parts, source, Enumerable.Min),
        Multiple multiple => multiple.Factor * ValueOf(multiple.Inner, source),
        Score score => Points(score, source),
        _ => throw new NotSupportedException($"The reference does not know {expression.GetType()}."),
    };

    private static decimal? Of(IEnumerable<NumberExpression> parts, IFactSource source, Func<IEnumerable<decimal>, decimal> combine)
    {
        var values = parts.Select(part => ValueOf(part, source)).ToList();
        return values.Contains(null) ? null : combine(values.Select(value => value!.Value));
    }

    private static decimal? Points(Score score, IFactSource source)
    {
        foreach (var item in score.Cases)
        {
            var says = Says(item.When, source);
            if (says != false)
            {
                return says is null ? null : item.Points;
            }
        }

        return 0;
    }

    private static bool? All(IEnumerable<bool?> parts)
    {
        var said = parts.ToList();
        return said.Contains(false) ? false : said.Contains(null) ? null : true;
    }

    private static bool IsUnstated(IFact fact, IFactSource source) => source.Read(fact) == fact.Unstated;

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
