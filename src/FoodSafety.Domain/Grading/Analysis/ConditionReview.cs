using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Looks inside conditions for parts that contradict each other and parts that change nothing.</summary>
internal sealed class ConditionReview(PolicySpace space, Func<string, ClauseReference> refer)
{
    private readonly List<(string Clause, Condition Part, ImmutableArray<Condition> Conflict, bool IsWhole)> _found = [];

    /// <summary>What was found; the same part in several clauses is one finding, and so is the same contradiction in several parts.</summary>
    public IEnumerable<PolicyFinding> Findings
    {
        get
        {
            foreach (var found in _found.GroupBy(found => (Cause: (ItemList<Condition>)(found.Conflict.IsEmpty ? [found.Part] : [.. found.Conflict]), found.IsWhole, IsConflict: !found.Conflict.IsEmpty)))
            {
                ImmutableArray<ClauseReference> clauses = [.. found.Select(one => one.Clause).Distinct().Select(refer)];
                var (part, conflict) = (found.First().Part, found.First().Conflict);
                yield return conflict.IsEmpty
                    ? new ChangesNothing(clauses, part)
                    : new NeverHolds(clauses, found.All(one => one.Part.Equals(part)) ? part : Condition.All([.. conflict]), conflict, found.Key.IsWhole);
            }
        }
    }

    /// <summary>Looks at the condition of a clause, and at the scores in it.</summary>
    public void Look(string clause, Condition condition)
    {
        // Of a clause it matters where its condition holds, and of parts inside also whether they fail or hang on what is not stated.
        var meaning = space.Readable.Of(condition);
        if (meaning == DiagramStore.No)
        {
            AddConflict(clause, condition, isWhole: true);
        }
        else if (meaning == DiagramStore.Yes && condition is not Constant)
        {
            AddIdle(clause, condition);
        }
        else
        {
            LookInside(clause, condition, meaning, space.Readable.Holding);
        }

        space.Diagrams.Spend(condition.Size.Parts);
        // A limit that every value keeps says no more than that the number is stated, wherever it stands.
        foreach (var comparison in ExpressionNodes.In(condition).OfType<Comparison>().Where(IsKeptByAll))
        {
            if (!_found.Exists(found => found.Clause == clause && found.Part.Equals(comparison)))
            {
                AddIdle(clause, comparison);
            }
        }

        foreach (var score in ExpressionNodes.In(condition).OfType<Score>())
        {
            LookAtCases(clause, score);
        }
    }

    private static bool IsKeptByAll(Comparison comparison) => comparison.Low <= comparison.Left.Least && comparison.High >= comparison.Left.Most;

    private int Says(Condition condition) => space.Readable.TruthOf(condition);

    /// <param name="clause">The clause.</param>
    /// <param name="part">What to look into; it holds of something.</param>
    /// <param name="meaning">What the whole condition says.</param>
    /// <param name="whole">What the whole condition would say, said the part something else.</param>
    private void LookInside(string clause, Condition part, int meaning, Func<int, int> whole)
    {
        switch (part)
        {
            case Negation negation:
                Enter(negation.Inner, inner => whole(space.AndNot.Of(DiagramStore.Yes, inner)));
                break;
            case AllOf all:
                LookAtParts(all.Parts, space.And, DiagramStore.Yes);
                break;
            case AnyOf any:
                LookAtParts(any.Parts, space.Or, DiagramStore.No);
                break;
        }

        void LookAtParts(ImmutableArray<Condition> parts, DiagramMerge join, int none)
        {
            var before = Before(parts, Says, join, none);
            var needed = new Stack<(Condition Part, int After)>();
            var after = none;
            // What comes last goes first: of two that say the same, the second is the idle one.
            for (var i = parts.Length - 1; i >= 0; i--)
            {
                if (parts[i] is not Constant && !IsContradiction(parts[i]) && whole(join.Of(before[i], after)) == meaning)
                {
                    AddIdle(clause, parts[i]);
                }
                else
                {
                    needed.Push((parts[i], after));
                    after = join.Of(Says(parts[i]), after);
                }
            }

            var front = none;
            foreach (var (here, behind) in needed)
            {
                var others = join.Of(front, behind);
                Enter(here, inner => whole(join.Of(others, inner)));
                front = join.Of(front, Says(here));
            }
        }

        void Enter(Condition inner, Func<int, int> around)
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

    /// <summary>For each part what those before it mean together, so that leaving one out does not take all of them anew.</summary>
    private static int[] Before(ImmutableArray<Condition> parts, Func<Condition, int> holds, DiagramMerge join, int none)
    {
        var before = new int[parts.Length];
        var all = none;
        for (var i = 0; i < parts.Length; i++)
        {
            before[i] = all;
            all = join.Of(all, holds(parts[i]));
        }

        return before;
    }

    /// <summary>The cases of a score, each against those before it: one that they leave nothing to is idle.</summary>
    private void LookAtCases(string clause, Score score)
    {
        var open = DiagramStore.Yes;
        foreach (var when in score.Cases.Select(c => c.When).Where(when => when is not Constant))
        {
            var says = space.Expanded.TruthOf(when);
            if (IsContradiction(when))
            {
                AddConflict(clause, when, isWhole: false);
            }
            else if (space.And.Of(open, says) == DiagramStore.No)
            {
                AddIdle(clause, when);
            }
            else
            {
                LookInside(clause, when, Says(when), static part => part);
            }

            open = space.Expanded.Holding(space.AndNot.Of(open, says));
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

        var before = Before(parts, space.Expanded.Of, space.And, DiagramStore.Yes);
        var kept = new Stack<Condition>();
        var after = DiagramStore.Yes;
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (i + kept.Count == 0 || space.And.Of(before[i], after) != DiagramStore.No)
            {
                kept.Push(parts[i]);
                after = space.And.Of(space.Expanded.Of(parts[i]), after);
            }
        }

        return [.. kept];
    }
}
