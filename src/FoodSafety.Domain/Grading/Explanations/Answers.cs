using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// What conditions say of an entity where custom ones may not be asked: "all" with one part that fails fails, whatever they would say; what hangs on one is
/// not known.
/// </summary>
/// <param name="source">The entity.</param>
/// <param name="custom">What a custom condition says of it; null where it is not asked.</param>
internal sealed class Answers(IFactSource source, Func<CustomCondition, bool?> custom) : IAnswers
{
    public IFactSource Source => source;

    /// <summary>Stands for the value of a number that hangs on a custom condition which is not asked; no number reaches it.</summary>
    public const long NotAsked = long.MaxValue;

    public Truth Holds(Condition condition) => !condition.Size.AsksCustom ? condition.Test(source) : condition switch
    {
        Negation negation => Holds(negation.Inner).Not(),
        AllOf all => Whole(all.Asked, Truth.Fails),
        AnyOf any => Whole(any.Asked, Truth.Holds),
        Comparison comparison => Stored(comparison.Left) is var value && value == NotAsked ? Truth.NotAsked : comparison.Test(value),
        Stated { Number: { } number } => Stored(number) switch { NotAsked => Truth.NotAsked, var value => (value != NumberExpression.NotStated).ToTruth() },
        _ => custom((CustomCondition)condition)?.ToTruth() ?? Truth.NotAsked,
    };

    /// <summary>The value of a number in smallest units, <see cref="NumberExpression.NotStated"/> or <see cref="NotAsked"/>.</summary>
    public long Stored(NumberExpression number) => !number.Size.AsksCustom ? number.Stored(source) : number switch
    {
        NamedNumber named => Stored(named.Inner),
        Multiple multiple => Scaled(Stored(multiple.Inner), multiple.StoredFactor),
        Score score => Points(score),
        NumberOrElse orElse => Scaled(Stored(orElse.Inner), Exact.Power(orElse.Decimals - orElse.Inner.Decimals)) is var stored && stored == NumberExpression.NotStated
            ? orElse.StoredOtherwise
            : stored,
        _ => Joined(number),
    };

    /// <summary>The parts in the order of grading, up to one that is not stated: then nothing more is asked.</summary>
    private long Joined(NumberExpression number)
    {
        long? joined = null;
        foreach (var part in number.Operands)
        {
            var next = Scaled(Stored(part), Exact.Power(number.Decimals - part.Decimals));
            if (next == NumberExpression.NotStated)
            {
                return next;
            }

            joined = joined is { } before ? Join(number, before, next) : next;
        }

        return joined!.Value;
    }

    private static long Scaled(long stored, long factor) => stored is NumberExpression.NotStated or NotAsked ? stored : stored * factor;

    private static long Join(NumberExpression number, long left, long right) => number switch
    {
        _ when left == NotAsked || right == NotAsked => NotAsked,
        SumOf => left + right,
        LargestOf => Math.Max(left, right),
        _ => Math.Min(left, right),
    };

    /// <summary>Asks the parts in the order of grading, and stops where grading does: at the first that is not as it has to be.</summary>
    private Truth Whole(ImmutableArray<Condition> parts, Truth settles)
    {
        var whole = settles.Not();
        foreach (var part in parts)
        {
            var truth = Holds(part);
            if (truth == settles)
            {
                return settles;
            }

            whole = TruthLogic.LessCertain(whole, truth);
        }

        return whole;
    }

    private long Points(Score score)
    {
        for (var i = 0; i < score.Cases.Length; i++)
        {
            switch (Holds(score.Cases[i].When))
            {
                case Truth.Holds:
                    return score.StoredPoints[i];
                case Truth.NotStated:
                    return NumberExpression.NotStated;
                case Truth.NotAsked:
                    return NotAsked;
                case Truth.Fails:
                    break;
            }
        }

        return 0;
    }
}

/// <summary>What conditions say of one entity.</summary>
internal interface IAnswers
{
    /// <summary>What a condition says.</summary>
    Truth Holds(Condition condition);
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
            _said.Add(condition, holds = condition.Test(source) == Truth.Holds);
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
            return condition.Test(watched) == Truth.Holds == said ? watched.Facts : null;
        }
        catch (CustomConditionException)
        {
            return null;
        }
    }

    private sealed class Watched(IFactSource source) : IFactSource
    {
        public HashSet<IFact> Facts { get; } = [];

        public long Read(IFact fact)
        {
            Facts.Add(fact);
            return source.Read(fact);
        }
    }
}
