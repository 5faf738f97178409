using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

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
