using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>What is certain of an entity whatever it states of the facts that it does not state, and on which of these the rest depends (影响结果的未填报事实).</summary>
/// <remarks>
/// The logic of grading says what holds of an entity as it is: a rule for canteens hangs on diners that nobody stated, and a rule for shops fails. Here such diners may be
/// any number, or stay as they are; so a stand-in (<c>OrElse</c>) and the question whether a fact is stated are open as well.
/// </remarks>
/// <param name="source">The entity.</param>
internal sealed class OpenFacts(IFactSource source)
{
    /// <summary>The facts that nobody stated and with which an entity could have another grade, or none, in the order of the clauses that read them.</summary>
    public IEnumerable<IFact> ThatMatter<TGrade>(Grader<TGrade> grader) where TGrade : struct, Enum
    {
        var policy = grader.Policy;
        var found = new List<IFact>();
        foreach (var reason in policy.NotGraded)
        {
            if (Certain(reason.When, found) == Truth.Holds)
            {
                // With one that holds in any case, only those before it count.
                return found.Distinct();
            }
        }

        var (strictness, isFinal) = (policy.Scale.StrictnessOf(policy.Otherwise.Grade), false);
        var open = new List<(RankedRule Rule, List<IFact> Facts)>();
        foreach (var rule in grader.Ranked)
        {
            var facts = new List<IFact>();
            if (Certain(rule.When, facts) == Truth.Holds)
            {
                (strictness, isFinal) = (rule.Strictness, rule.IsFinal);
                break;
            }

            open.Add((rule, facts));
        }

        // One that gives what is certain anyhow changes nothing, unless it stands before one that may give something else.
        var last = open.FindLastIndex(one => one.Rule.Strictness != strictness || one.Rule.IsFinal != isFinal);
        found.AddRange(open.Take(last + 1).SelectMany(one => one.Facts));
        // What a final rule gave is not adjusted, and before one stand only others.
        foreach (var adjustment in isFinal ? [] : policy.Adjustments)
        {
            Certain(adjustment.When, found);
        }

        return found.Distinct();
    }

    /// <summary>The facts that nobody stated and on which it depends what a condition says.</summary>
    public IEnumerable<IFact> Of(Condition condition)
    {
        var open = new List<IFact>();
        Certain(condition, open);
        return open.Distinct();
    }

    /// <summary>What a condition says whatever else is stated; null where that is open.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="open">Gets the facts on which it depends then, as long as these are not stated.</param>
    private Truth? Certain(Condition condition, ICollection<IFact> open) => condition switch
    {
        Negation negation => Certain(negation.Inner, open)?.Not(),
        AllOf all => Whole(all.Parts, Truth.Fails, open),
        AnyOf any => Whole(any.Parts, Truth.Holds, open),
        Constant => condition.Test(source),
        Comparison comparison => IsCertain(comparison.Left, open) ? condition.Test(source) : null,
        Stated { Fact: { } fact } => IsCertain(fact, open) ? condition.Test(source) : null,
        Stated stated => IsCertain(stated.Number!, open) ? condition.Test(source) : null,
        ChoiceIn choice => IsCertain(choice.Fact, open) ? condition.Test(source) : null,
        FlagFact flag => IsCertain((IFact)flag, open) ? condition.Test(source) : null,
        // What a custom condition reads is not known, nor what it would say then.
        _ => null,
    };

    private Truth? Whole(IEnumerable<Condition> parts, Truth settles, ICollection<IFact> open)
    {
        var (facts, isOpen) = (new List<IFact>(), false);
        foreach (var part in parts)
        {
            var truth = Certain(part, facts);
            if (truth == settles)
            {
                return settles;
            }

            isOpen |= truth is null;
        }

        facts.ForEach(open.Add);
        return isOpen ? null : settles.Not();
    }

    private bool IsCertain(IFact fact, ICollection<IFact> open)
    {
        var isStated = source.StoredOf(fact) != fact.Unstated;
        if (!isStated)
        {
            open.Add(fact);
        }

        return isStated;
    }

    private bool IsCertain(NumberExpression number, ICollection<IFact> open)
    {
        switch (number)
        {
            case NumberFact fact:
                return IsCertain((IFact)fact, open);
            case Score score:
                return AreCertain(score, open);
            default:
                var isCertain = true;
                foreach (var part in ExpressionNodes.PartsOf(number).Cast<NumberExpression>())
                {
                    isCertain &= IsCertain(part, open);
                }

                return isCertain;
        }
    }

    /// <summary>The cases up to the first that holds in any case: those behind it give no points.</summary>
    private bool AreCertain(Score score, ICollection<IFact> open)
    {
        var isCertain = true;
        foreach (var line in score.Cases)
        {
            switch (Certain(line.When, open))
            {
                case Truth.Holds:
                    return isCertain;
                case null or Truth.NotStated or Truth.NotAsked:
                    isCertain = false;
                    break;
                case Truth.Fails:
                    break;
            }
        }

        return isCertain;
    }
}
