using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// What conditions say of an entity where custom ones may be unknown: "all" with one part that fails fails, whatever the unknown ones are; what hangs on an
/// unknown one is unknown.
/// </summary>
/// <param name="source">The entity.</param>
/// <param name="custom">What a custom condition says of it; null where that is not known.</param>
internal sealed class Answers(IFactSource source, Func<CustomCondition, bool?> custom) : IAnswers
{
    public IFactSource Source => source;

    public bool? Holds(Condition condition) => !condition.Size.AsksCustom ? condition.Test(source) : condition switch
    {
        Negation negation => !Holds(negation.Inner),
        AllOf all => Every(all, true),
        AnyOf any => Every(any, false),
        Comparison comparison => Stored(comparison.Left) is { } value ? value >= comparison.Low && value <= comparison.High : null,
        _ => custom((CustomCondition)condition),
    };

    /// <summary>The value of a number in smallest units; null where it is not known.</summary>
    public long? Stored(NumberExpression number) => !number.Size.AsksCustom ? number.Stored(source) : number switch
    {
        NamedNumber named => Stored(named.Inner),
        Multiple multiple => Stored(multiple.Inner) * multiple.StoredFactor,
        Score score => Points(score),
        _ => number.Operands
            .Select(part => Stored(part) * Exact.Power(number.Decimals - part.Decimals))
            .Aggregate((a, b) => a is { } left && b is { } right ? Join(number, left, right) : null),
    };

    private static long Join(NumberExpression number, long left, long right) => number switch
    {
        SumOf => left + right,
        LargestOf => Math.Max(left, right),
        _ => Math.Min(left, right),
    };

    /// <summary>Asks the parts in the order of grading, and stops where grading does: at the first that is not as it has to be.</summary>
    private bool? Every(Condition whole, bool wanted)
    {
        var isKnown = true;
        foreach (var part in whole is AllOf all ? all.Asked : ((AnyOf)whole).Asked)
        {
            var holds = Holds(part);
            if (holds == !wanted)
            {
                return !wanted;
            }

            isKnown &= holds is not null;
        }

        return isKnown ? wanted : null;
    }

    private long? Points(Score score)
    {
        for (var i = 0; i < score.Cases.Length; i++)
        {
            switch (Holds(score.Cases[i].When))
            {
                case true:
                    return score.StoredPoints[i];
                case null:
                    return null;
            }
        }

        return 0;
    }
}

/// <summary>What conditions say of one entity.</summary>
internal interface IAnswers
{
    /// <summary>Whether a condition holds; null where that is not known.</summary>
    bool? Holds(Condition condition);
}

/// <summary>What custom conditions said of one entity when it was graded. Nothing else is asked of them: what they make of an entity that nobody graded is their own affair.</summary>
internal sealed class CustomAnswers(IFactSource source)
{
    private readonly Dictionary<CustomCondition, bool> _said = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<CustomCondition, HashSet<IFact>?> _reads = new(ReferenceEqualityComparer.Instance);

    /// <summary>Asks a condition, once.</summary>
    public bool? Ask(CustomCondition condition)
    {
        if (!_said.TryGetValue(condition, out var holds))
        {
            _said.Add(condition, holds = condition.Test(source));
        }

        return holds;
    }

    /// <summary>What a condition said; null when it was not asked.</summary>
    public bool? Find(CustomCondition condition) => _said.TryGetValue(condition, out var holds) ? holds : null;

    /// <summary>What a condition says when one fact changes: what it said, where it did not look at that fact; else null.</summary>
    public bool? FindWithout(CustomCondition condition, IFact changed) =>
        Find(condition) is { } holds && ReadBy(condition, holds) is { } read && !read.Contains(changed) ? holds : null;

    private HashSet<IFact>? ReadBy(CustomCondition condition, bool said)
    {
        if (!_reads.TryGetValue(condition, out var read))
        {
            _reads.Add(condition, read = Watch(condition, said));
        }

        return read;
    }

    /// <summary>Asks again and notes what is looked at; null where it then fails or says something else, for it goes by more than facts.</summary>
    private HashSet<IFact>? Watch(CustomCondition condition, bool said)
    {
        var watched = new Watched(source);
        try
        {
            return condition.Test(watched) == said ? watched.Facts : null;
        }
        catch (CustomConditionException)
        {
            return null;
        }
    }

    private sealed class Watched(IFactSource source) : IFactSource
    {
        public HashSet<IFact> Facts { get; } = new(ReferenceEqualityComparer.Instance);

        public long Read(IFact fact)
        {
            Facts.Add(fact);
            return source.Read(fact);
        }
    }
}
