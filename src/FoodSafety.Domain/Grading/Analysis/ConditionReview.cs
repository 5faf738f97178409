using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Looks inside conditions for parts that contradict each other and parts that change nothing.</summary>
internal sealed class ConditionReview(PolicySpace space)
{
    private readonly List<(string Clause, Condition Part, ImmutableArray<Condition> Conflict, bool IsWhole)> _found = [];

    /// <summary>What was found; the same part in several clauses is one finding.</summary>
    public IEnumerable<PolicyFinding> Findings => _found
        .GroupBy(found => (found.Part, found.IsWhole, IsConflict: !found.Conflict.IsEmpty))
        .Select(found => (found.First().Part, found.First().Conflict, found.Key.IsWhole, Clauses: found.Select(f => f.Clause).Distinct().ToImmutableArray()))
        .Select(found => found.Conflict.IsEmpty
            ? (PolicyFinding)new ChangesNothing(found.Clauses, found.Part)
            : new NeverHolds(found.Clauses, found.Part, found.Conflict, found.IsWhole));

    /// <summary>Looks at the condition of a clause, and at the scores in it.</summary>
    public void Look(string clause, Condition condition)
    {
        if (Holds(condition) == DiagramStore.No)
        {
            AddConflict(clause, condition, isWhole: true);
        }
        else if (Holds(condition) == DiagramStore.Yes && condition is not Constant)
        {
            AddIdle(clause, condition);
        }
        else
        {
            LookInside(clause, condition, Holds(condition), static part => part);
        }

        foreach (var score in Scores(condition))
        {
            LookAtCases(clause, score);
        }
    }

    private int Holds(Condition condition) => space.Readable.Of(condition);

    /// <param name="clause">The clause.</param>
    /// <param name="part">What to look into; it holds of something.</param>
    /// <param name="meaning">When the whole condition holds.</param>
    /// <param name="whole">The whole condition with something else in the place of the part.</param>
    private void LookInside(string clause, Condition part, int meaning, Func<Condition, Condition> whole)
    {
        switch (part)
        {
            case Negation negation:
                Enter(negation.Inner, inner => whole(!inner));
                break;
            case AllOf all:
                LookAtParts(all.Parts, static parts => Condition.All([.. parts]));
                break;
            case AnyOf any:
                LookAtParts(any.Parts, static parts => Condition.Any([.. parts]));
                break;
        }

        void LookAtParts(ImmutableArray<Condition> parts, Func<IEnumerable<Condition>, Condition> join)
        {
            // What comes last goes first: of two that say the same, the second is the idle one.
            for (var i = parts.Length - 1; i >= 0; i--)
            {
                if (parts[i] is not Constant && !IsContradiction(parts[i]) && Holds(whole(join(parts.RemoveAt(i)))) == meaning)
                {
                    AddIdle(clause, parts[i]);
                    parts = parts.RemoveAt(i);
                }
            }

            for (var i = 0; i < parts.Length; i++)
            {
                var (here, among) = (i, parts);
                Enter(parts[i], inner => whole(join(among.SetItem(here, inner))));
            }
        }

        void Enter(Condition inner, Func<Condition, Condition> around)
        {
            if (IsContradiction(inner))
            {
                AddConflict(clause, inner, isWhole: false);
            }
            else
            {
                LookInside(clause, inner, meaning, around);
            }
        }
    }

    /// <summary>The cases of a score, each against those before it: one that they leave nothing to is idle.</summary>
    private void LookAtCases(string clause, Score score)
    {
        var open = DiagramStore.Yes;
        foreach (var when in score.Cases.Select(c => c.When).Where(when => when is not Constant))
        {
            var holds = space.Expanded.Of(when);
            if (IsContradiction(when))
            {
                AddConflict(clause, when, isWhole: false);
            }
            else if (space.And.Of(open, holds) == DiagramStore.No)
            {
                AddIdle(clause, when);
            }
            else
            {
                LookInside(clause, when, Holds(when), static part => part);
            }

            open = space.AndNot.Of(open, holds);
        }
    }

    private bool IsContradiction(Condition condition) => condition is not Constant && space.Expanded.Of(condition) == DiagramStore.No;

    private void AddIdle(string clause, Condition part) => _found.Add((clause, part, [], false));

    private void AddConflict(string clause, Condition part, bool isWhole) => _found.Add((clause, part, ConflictIn(part), isWhole));

    /// <summary>Leaves out of a contradiction one part after the other, as long as what is left contradicts itself.</summary>
    private ImmutableArray<Condition> ConflictIn(Condition condition)
    {
        if (condition is not AllOf { Parts: var parts })
        {
            return [condition];
        }

        for (var i = parts.Length - 1; i >= 0 && parts.Length > 1; i--)
        {
            if (space.Expanded.Of(new AllOf(parts.RemoveAt(i).AsSpan())) == DiagramStore.No)
            {
                parts = parts.RemoveAt(i);
            }
        }

        return parts;
    }

    private static IEnumerable<Score> Scores(Condition condition) => condition switch
    {
        Comparison comparison => Scores(comparison.Left),
        Negation negation => Scores(negation.Inner),
        AllOf all => all.Parts.SelectMany(Scores),
        AnyOf any => any.Parts.SelectMany(Scores),
        _ => [],
    };

    private static IEnumerable<Score> Scores(NumberExpression number) => number switch
    {
        Score score => [score, .. score.Cases.SelectMany(c => Scores(c.When))],
        NamedNumber named => Scores(named.Inner),
        Multiple multiple => Scores(multiple.Inner),
        _ => number.Operands.SelectMany(Scores),
    };
}
