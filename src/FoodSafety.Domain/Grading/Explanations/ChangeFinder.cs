using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Finds, fact by fact, the nearest value up and down that gives another decision.</summary>
/// <remarks>
/// A decision can only change where some comparison flips, so it is enough to try the two values on either side of every
/// flip. What is reported was graded anew and is certain; that nothing nearer exists is certain when no expression reads
/// the same fact twice, as in every policy of thresholds and score cards.
/// </remarks>
internal static class ChangeFinder
{
    public static ImmutableArray<GradeChange<TGrade>> Find<TGrade>(Grader<TGrade> grader, IFactSource source) where TGrade : struct, Enum
    {
        var policy = grader.Policy;
        var now = grader.Decide(source);
        var changes = ImmutableArray.CreateBuilder<GradeChange<TGrade>>();
        foreach (var fact in policy.Facts.Where(fact => !fact.IsFixed))
        {
            var current = source.Read(fact);
            var candidates = fact switch
            {
                FlagFact => [1 - current],
                NumberFact number => Candidates(number, policy.Conditions, source),
                // Another kind of business is another business, not a nearby change.
                _ => [],
            };
            TryFirst(candidates.Where(v => v > current).Order());
            TryFirst(candidates.Where(v => v < current).OrderDescending());

            void TryFirst(IEnumerable<long> values)
            {
                var changed = new Overlay(source, fact);
                foreach (var value in values)
                {
                    changed.Stored = value;
                    var outcome = grader.Decide(changed);
                    if (outcome.Code != now.Code)
                    {
                        var decision = outcome.Decode(policy.Scale);
                        var name = decision.FindGrade() is { } grade ? policy.Scale.NameOf(grade) : policy.ClauseOf(decision).Title;
                        changes.Add(new GradeChange<TGrade>(new FactValue(fact, current), new FactValue(fact, value), decision, name));
                        return;
                    }
                }
            }
        }

        changes.Sort(static (a, b) => a.RelativeSize.CompareTo(b.RelativeSize));
        return changes.ToImmutable();
    }

    private static List<long> Candidates(NumberFact fact, IEnumerable<Condition> conditions, IFactSource source)
    {
        var flips = new SortedSet<long>();
        foreach (var condition in conditions)
        {
            AddFlips(condition, fact, source, flips);
        }

        return [.. flips.SelectMany(v => new[] { v - 1, v }).Where(v => v >= fact.Least && v <= fact.Most).Distinct()];
    }

    /// <summary>Adds every value of the fact at which some comparison inside the condition comes to hold or ceases to.</summary>
    private static void AddFlips(Condition condition, NumberFact fact, IFactSource source, SortedSet<long> flips)
    {
        switch (condition)
        {
            case Negation negation:
                AddFlips(negation.Inner, fact, source, flips);
                break;
            case AllOf all:
                AddAll(all.Parts);
                break;
            case AnyOf any:
                AddAll(any.Parts);
                break;
            case Comparison { Left: NumberFact number } comparison when ReferenceEquals(number, fact):
                flips.Add(Math.Max(comparison.Low, fact.Least));
                flips.Add(Math.Min(comparison.High, fact.Most) + 1);
                break;
            case Comparison { Left: not NumberFact } comparison when FactsRead.By([comparison]).Contains(fact):
                AddAll([.. ExpressionNodes.In(comparison.Left).OfType<Score>().SelectMany(score => score.Cases).Select(c => c.When)]);
                AddCrossings(comparison, fact, source, flips);
                break;
        }

        void AddAll(ImmutableArray<Condition> parts)
        {
            foreach (var part in parts)
            {
                AddFlips(part, fact, source, flips);
            }
        }
    }

    /// <summary>
    /// Adds where a compound expression crosses its limit. Between the flips of its scores it rises or falls steadily, so
    /// halving the span finds the crossing.
    /// </summary>
    private static void AddCrossings(Comparison comparison, NumberFact fact, IFactSource source, SortedSet<long> flips)
    {
        var at = new Overlay(source, fact);
        long[] bounds = [fact.Least, .. flips.Where(v => v > fact.Least && v <= fact.Most), fact.Most + 1];
        for (var i = 0; i + 1 < bounds.Length; i++)
        {
            foreach (var limit in new[] { comparison.Low, comparison.High == long.MaxValue ? long.MaxValue : comparison.High + 1 })
            {
                var (low, high) = (bounds[i], bounds[i + 1] - 1);
                var atLow = Reaches(low, limit);
                if (atLow == Reaches(high, limit))
                {
                    continue;
                }

                while (high - low > 1)
                {
                    var middle = low + (high - low) / 2;
                    (low, high) = Reaches(middle, limit) == atLow ? (middle, high) : (low, middle);
                }

                flips.Add(high);
            }
        }

        bool Reaches(long value, long limit)
        {
            at.Stored = value;
            return comparison.Left.Stored(at) >= limit;
        }
    }

    /// <summary>A business with one fact changed.</summary>
    private sealed class Overlay(IFactSource source, IFact changed) : IFactSource
    {
        public long Stored { get; set; }

        public long Read(IFact fact) => ReferenceEquals(fact, changed) ? Stored : source.Read(fact);
    }
}
