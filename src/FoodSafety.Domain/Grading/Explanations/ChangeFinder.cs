using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Finds, fact by fact, the nearest value up and down that gives another decision.</summary>
/// <remarks>
/// A decision can only change where some comparison flips, so it is enough to try the two values on either side of every
/// flip. What is reported was graded anew and is certain; that nothing nearer exists is certain when no expression reads
/// the same fact twice, as in every policy of thresholds and score cards, and when nothing was left out.
/// </remarks>
internal sealed class ChangeFinder<TGrade>(Grader<TGrade> grader, IFactSource source, CustomAnswers customs) where TGrade : struct, Enum
{
    // Conditions and numbers that may be looked at: a tenth of a second, and many times what any published scheme takes.
    private const long MostWork = 5_000_000;

    private readonly GradingPolicy<TGrade> _policy = grader.Policy;
    private readonly Dictionary<Comparison, HashSet<IFact>> _reads = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Condition> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<GradeChange<TGrade>>.Builder _changes = ImmutableArray.CreateBuilder<GradeChange<TGrade>>();
    private readonly Outcome _now = grader.Decide(new Answers(source, customs.Find))!.Value;
    private List<GradeAdjustment>? _moving;
    private long _work;
    private bool _isComplete = true;

    /// <summary>The changes, nearest first, and whether none was left out.</summary>
    public (ImmutableArray<GradeChange<TGrade>> Changes, bool IsComplete) Find()
    {
        foreach (var fact in _policy.Facts.Where(fact => !_policy.IsFixed(fact)))
        {
            var current = source.Read(fact);
            var candidates = fact switch
            {
                FlagFact => current == fact.Unstated ? [0, 1] : [1 - current],
                NumberFact number => Candidates(number, current),
                // Another kind of business is another business, not a nearby change.
                _ => [],
            };
            // What is not stated lies below every value, so that all of them are tried, the smallest first.
            TryFirst(fact, current, candidates.Where(v => v > current).Order());
            TryFirst(fact, current, candidates.Where(v => v < current).OrderDescending());
        }

        _changes.Sort(static (a, b) => a.RelativeSize.CompareTo(b.RelativeSize));
        return (_changes.ToImmutable(), _isComplete);
    }

    private void TryFirst(IFact fact, long current, IEnumerable<long> values)
    {
        var changed = new Overlay(source, fact);
        var answers = new Answers(changed, custom => customs.FindWithout(custom, fact));
        foreach (var value in values)
        {
            changed.Stored = value;
            // Beyond a value of which nothing is known none is the nearest.
            if (!CanSpend(_policy.Parts) || grader.Decide(answers) is not { } outcome)
            {
                _isComplete = false;
                return;
            }

            if (outcome.Code != _now.Code)
            {
                var decision = outcome.Decode(_policy.Scale);
                var name = decision.FindGrade() is { } grade ? _policy.Scale.NameOf(grade) : _policy.ClauseOf(decision).Title;
                // Where there is no grade before or after, none was moved.
                var isGraded = IsGraded(outcome) && IsGraded(_now);
                var (before, then) = isGraded ? (_moving ??= Moving(new Answers(source, customs.Find), _now), Moving(answers, outcome)) : ([], []);
                _changes.Add(new GradeChange<TGrade>(new FactValue(fact, current), new FactValue(fact, value), decision, name)
                {
                    Adjusted = [.. then.Except(before)], NoLongerAdjusted = [.. before.Except(then)],
                });
                return;
            }
        }
    }

    private bool IsGraded(Outcome outcome) => outcome.Code != Outcome.NotGraded(_policy.Scale.Count);

    /// <summary>The adjustments that move a grade.</summary>
    private List<GradeAdjustment> Moving(Answers answers, Outcome outcome) =>
        [.. Adjustments<TGrade>.Moving(_policy, _policy.Clauses[outcome.Clause - 1], [.. _policy.Adjustments.Where(adjustment => answers.Holds(adjustment.When) == Truth.Holds)])];

    private List<long> Candidates(NumberFact fact, long current)
    {
        var flips = new SortedSet<long>();
        if (current == fact.Unstated)
        {
            // To state it at all may change what hung on it.
            flips.Add(fact.Least);
        }

        _seen.Clear();
        foreach (var condition in _policy.Conditions)
        {
            // A clause that is of other kinds of business holds at no value, and most clauses of a large policy are.
            if (condition is AllOf all && all.Parts.Any(part => part is ChoiceIn && part.Test(source) != Truth.Holds))
            {
                continue;
            }

            AddFlips(condition, fact, flips);
        }

        // On either side of a flip the nearest value that there can be.
        return [.. flips.Select(fact.NumberOf).SelectMany(n => new[] { n - 1, n }).Where(n => n >= 0 && n < fact.Count).Distinct().Select(fact.ValueAt)];
    }

    /// <summary>Adds every value of the fact at which some comparison inside the condition comes to hold or ceases to.</summary>
    private void AddFlips(Condition condition, NumberFact fact, SortedSet<long> flips)
    {
        if (!_seen.Add(condition))
        {
            return;
        }

        switch (condition)
        {
            case Negation negation:
                AddFlips(negation.Inner, fact, flips);
                break;
            case AllOf all:
                AddAll(all.Parts);
                break;
            case AnyOf any:
                AddAll(any.Parts);
                break;
            case Comparison { Left: NumberFact number } comparison when number.Equals(fact):
                flips.Add(Math.Max(comparison.Low, fact.Least));
                flips.Add(Math.Min(comparison.High, fact.Most) + 1);
                break;
            case Stated { Number: not (null or NumberFact) } stated:
                AddAll([.. ExpressionNodes.In(stated.Number).OfType<Score>().SelectMany(score => score.Cases).Select(c => c.When)]);
                break;
            case Comparison { Left: not NumberFact } comparison when Reads(comparison).Contains(fact):
                AddAll([.. ExpressionNodes.In(comparison.Left).OfType<Score>().SelectMany(score => score.Cases).Select(c => c.When)]);
                AddCrossings(comparison, fact, flips);
                break;
        }

        void AddAll(ImmutableArray<Condition> parts)
        {
            foreach (var part in parts)
            {
                AddFlips(part, fact, flips);
            }
        }
    }

    /// <summary>
    /// Adds where a compound expression crosses its limit. Between the flips of its scores it rises or falls steadily, so
    /// halving the span finds the crossing.
    /// </summary>
    private void AddCrossings(Comparison comparison, NumberFact fact, SortedSet<long> flips)
    {
        var at = new Overlay(source, fact);
        var answers = new Answers(at, custom => customs.FindWithout(custom, fact));
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

        // What is not known, or not worked out any more, crosses nothing; the answer says then that it is not complete.
        bool Reaches(long value, long limit)
        {
            at.Stored = value;
            if (CanSpend(comparison.Size.Parts) && answers.Stored(comparison.Left) is var stored && stored != Answers.NotAsked)
            {
                return stored >= limit;
            }

            _isComplete = false;
            return false;
        }
    }

    private HashSet<IFact> Reads(Comparison comparison)
    {
        if (!_reads.TryGetValue(comparison, out var facts))
        {
            _reads.Add(comparison, facts = [.. FactsRead.By([comparison])]);
        }

        return facts;
    }

    private bool CanSpend(long work) => (_work += work) <= MostWork;

    /// <summary>A business with one fact changed.</summary>
    private sealed class Overlay(IFactSource source, IFact changed) : IFactSource
    {
        public long Stored { get; set; }

        public long Read(IFact fact) => fact.Equals(changed) ? Stored : source.Read(fact);
    }
}
