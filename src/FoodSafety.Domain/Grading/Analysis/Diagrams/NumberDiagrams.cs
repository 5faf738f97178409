using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Turns computed numbers into diagrams with their values as leaves.</summary>
/// <remarks>
/// A fact of money has a million million values, too many to tell apart, and no need to: what a number is compared with
/// cuts its values into stretches, and any value of a stretch stands for all of it. Through a multiple, a largest or a smallest
/// the cuts are passed down to the facts. Through a sum they pass to one part, the widest, once the others are known
/// exactly; two wide parts in one sum are therefore too many values, and <see cref="IsAffordable(LinearForm, int, long)"/> says so beforehand.
/// </remarks>
internal sealed class NumberDiagrams(PolicySpace space)
{
    private const int StepsOfNode = 6;

    private readonly DiagramMerge _sum = new(space.Diagrams, static (a, b) => IsUnstated(a, b) ? NumberExpression.NotStated : a + b);
    private readonly DiagramMerge _largest = new(space.Diagrams, static (a, b) => IsUnstated(a, b) ? NumberExpression.NotStated : Math.Max(a, b));
    private readonly DiagramMerge _smallest = new(space.Diagrams, static (a, b) => Math.Min(a, b));

    // What is not stated is the least number there is: with it everything is not stated.
    private static bool IsUnstated(long a, long b) => a == NumberExpression.NotStated || b == NumberExpression.NotStated;

    /// <summary>The values of a form, each on the right side of every cut.</summary>
    /// <param name="form">The form.</param>
    /// <param name="cuts">The values at which it matters whether the form is at least so large.</param>
    public int Of(LinearForm form, IReadOnlyCollection<long> cuts) =>
        OfSum([.. form.Terms.Select(term => (term.Part, term.Factor))], [.. cuts.Where(cut => cut > form.Least && cut <= form.Most)]);

    /// <summary>The values of a number that is split into parts.</summary>
    public int Of(NumberSplit split) => _sum.Of(OfOthers(split), OfGroup(split.Groups[^1]));

    /// <summary>The values of such a number without its largest group.</summary>
    public int OfOthers(NumberSplit split)
    {
        // What only has to be stated first: it says soonest that the whole is not.
        var told = split.Told.OrderBy(term => term.Factor != 0).Select(term => OfMultiple(term.Part, term.Factor, null));
        return told.Concat(split.Groups[..^1].Select(OfGroup)).Aggregate(DiagramStore.No, _sum.Of);
    }

    /// <summary>Whether the values of some parts can be told apart together within so many steps, roughly.</summary>
    public static bool IsAffordable(IReadOnlyCollection<LinearTerm> terms, long most) =>
        terms.Count == 0 || AtMostOfAll(terms.Select(term => term.Part), Cost([.. terms.Select(term => (term.Part, term.Factor))], cuts: null)) <= most;

    /// <summary>Whether the values of a form can be told apart within so many steps, roughly.</summary>
    /// <param name="form">The form.</param>
    /// <param name="cuts">At how many values it matters whether the form is at least so large.</param>
    /// <param name="most">The steps that there are.</param>
    public static bool IsAffordable(LinearForm form, int cuts, long most) =>
        AtMostOfAll(form.Terms.Select(term => term.Part), Cost([.. form.Terms.Select(term => (term.Part, term.Factor))], cuts)) <= most;

    /// <summary>The same of all values of a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="most">The steps that there are.</param>
    public static bool IsAffordable(NumberExpression part, long most) => Cost(part, cuts: null) <= most;

    private static double Cost(NumberExpression number, int? cuts) => number switch
    {
        NumberFact => cuts is { } some ? some + 1 : Spread(number),
        NamedNumber named => Cost(named.Inner, cuts),
        NumberOrElse orElse => Cost(orElse.Inner, cuts),
        Multiple multiple => Cost(multiple.Inner, cuts),
        Score => number.Size.Parts,
        SumOf => AtMostOfAll([number], Cost([.. Scaled(number)], cuts)),
        _ => AtMostOfAll([number], number.Operands.Aggregate(1.0, (product, part) => product * Cost(part, cuts))),
    };

    /// <summary>Steps as they are estimated from how a number is made, or as many as it takes to go through all values of its facts where that is less.</summary>
    private static double AtMostOfAll(IEnumerable<NumberExpression> parts, double estimated)
    {
        var nodes = ExpressionNodes.In(parts);
        return Math.Min(estimated, nodes.Count * StepsOfNode * Combinations(nodes));
    }

    /// <summary>How many values the facts of some expressions can have together; a fact that is read twice has one value.</summary>
    private static double Combinations(IEnumerable<object> nodes) => nodes.SelectMany(AtomSurvey.AtomsOf).Distinct().Aggregate(1.0, static (product, atom) => product * atom switch
    {
        NumberFact number => number.Count + 1.0,
        IChoiceFact choice => choice.Values.Count,
        FlagFact => 3,
        _ => 2,
    });

    private static double Cost(ImmutableArray<(NumberExpression Number, long Factor)> sum, int? cuts)
    {
        var (sums, size, cost, range) = (1.0, 0.0, 0.0, 1.0);
        foreach (var (part, factor) in sum.OrderBy(Spread).SkipLast(1).Where(part => part.Factor != 0))
        {
            range += Math.Abs((double)factor) * ((double)part.Most - part.Least);
            size += sums * Spread(part);
            sums = Math.Min(sums * Spread(part), range);
            // Each part that is added makes all that was added before anew, and every node of it takes some steps.
            cost += size * StepsOfNode + Cost(part, cuts: null);
        }

        return cost + size + sums * Cost(sum.MaxBy(Spread).Number, cuts);
    }

    /// <summary>The values of a number, each on the right side of every cut.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cuts">The stored values at which it matters whether the number is at least so large; null when every value matters.</param>
    public int Of(NumberExpression number, IReadOnlyCollection<long>? cuts)
    {
        space.Diagrams.Spend(1 + (cuts?.Count ?? 0));
        // Cuts beyond what the number can reach part nothing, and could grow out of range on the way down.
        cuts = cuts?.Where(cut => cut > number.Least && cut <= number.Most).ToList();
        return Make(number, cuts);
    }

    private int Make(NumberExpression number, IReadOnlyCollection<long>? cuts) => number switch
    {
        NumberFact fact => OfFact(fact, cuts),
        NumberConstant constant => space.Diagrams.Leaf(constant.Least),
        NamedNumber named => Of(named.Inner, cuts),
        NumberOrElse orElse => space.Diagrams.Map(
            OfMultiple(orElse.Inner, Exact.Power(orElse.Decimals - orElse.Inner.Decimals), cuts), value => value == NumberExpression.NotStated ? orElse.StoredOtherwise : value),
        Multiple multiple => OfMultiple(multiple.Inner, multiple.StoredFactor, cuts),
        Score score => OfScore(score),
        SumOf sum => OfSum([.. Scaled(sum)], cuts),
        _ => Scaled(number).Select(part => OfMultiple(part.Number, part.Factor, cuts)).Aggregate(number is LargestOf ? _largest.Of : _smallest.Of),
    };

    private int OfFact(NumberFact fact, IReadOnlyCollection<long>? cuts)
    {
        var axis = (FactAxis)space.Axes[space.AxisOf(fact)];
        if (cuts is null && !space.Diagrams.CanSpend(axis.Length))
        {
            throw new DiagramTooLargeException(new FactCells(fact, axis.Length - axis.FirstStated));
        }

        var starts = cuts is null
            ? Enumerable.Range(1, (int)axis.Length - 1).Select(i => (long)i)
            : cuts.Select(axis.IndexOf).Append(axis.FirstStated).Where(i => i < axis.Length).Distinct().Order();
        var runs = new List<Run>();
        var from = 0L;
        foreach (var end in starts.Append(axis.Length))
        {
            runs.Add(new Run(end, space.Diagrams.Leaf(axis.ValueAt(from))));
            from = end;
        }

        return space.Diagrams.Branch(space.AxisOf(fact), runs);
    }

    private int OfGroup((NumberGroup Group, long Factor) part)
    {
        var number = space.AxisOf(part.Group.Number);
        var axis = (ComputedAxis)space.Axes[number];
        return space.Diagrams.Branch(number, [.. Enumerable.Range(0, (int)axis.Length)
            .Select(i => new Run(i + 1, space.Diagrams.Leaf(i < axis.FirstStated ? NumberExpression.NotStated : axis.ValueAt(i) * part.Factor)))]);
    }

    private int OfMultiple(NumberExpression inner, long factor, IReadOnlyCollection<long>? cuts) => factor switch
    {
        0 => space.Diagrams.Map(Of(inner, []), static value => value == NumberExpression.NotStated ? value : 0),
        1 => Of(inner, cuts),
        // A negative factor turns the order round: at least c times becomes at most, which is not at least one more.
        _ => space.Diagrams.Map(
            Of(inner, cuts?.Select(cut => factor > 0 ? AtomSurvey.Ceiling(cut, factor) : AtomSurvey.Floor(cut, factor) + 1).ToList()),
            value => value == NumberExpression.NotStated ? value : value * factor),
    };

    private int OfScore(Score score)
    {
        var diagram = DiagramStore.No;
        for (var i = score.Cases.Length - 1; i >= 0; i--)
        {
            var points = score.StoredPoints[i];
            var merge = new DiagramMerge(space.Diagrams, (said, others) => (Truth)said switch
            {
                Truth.Holds => points,
                Truth.Fails => others,
                Truth.NotStated or Truth.NotAsked => NumberExpression.NotStated,
            });
            diagram = merge.Of(space.Expanded.TruthOf(score.Cases[i].When), diagram);
        }

        return diagram;
    }

    private int OfSum(ImmutableArray<(NumberExpression Number, long Factor)> sum, IReadOnlyCollection<long>? cuts)
    {
        space.Diagrams.Spend(sum.Sum(part => (long)part.Number.Size.Parts));
        var parts = sum.OrderBy(Spread).ToList();
        var widest = parts[^1];
        var others = parts[..^1].Aggregate(DiagramStore.No, (total, part) => _sum.Of(total, OfMultiple(part.Number, part.Factor, null)));
        if (cuts is not null)
        {
            var values = space.Diagrams.Values(others).Where(value => value != NumberExpression.NotStated).ToList();
            space.Diagrams.Spend((long)values.Count * cuts.Count);
            cuts = [.. cuts.SelectMany(_ => values, (cut, value) => cut - value).Distinct()];
        }

        return _sum.Of(others, OfMultiple(widest.Number, widest.Factor, cuts));
    }

    /// <summary>The parts of a number with the factors that bring them to its decimals.</summary>
    private static IEnumerable<(NumberExpression Number, long Factor)> Scaled(NumberExpression number) =>
        number.Operands.Select(part => (part, Exact.Power(number.Decimals - part.Decimals)));

    private static double Spread((NumberExpression Number, long Factor) part) => part.Factor == 0 ? 1 : Spread(part.Number);

    /// <summary>How many values a number can have at most, roughly.</summary>
    private static double Spread(NumberExpression number) => number switch
    {
        NumberFact fact => fact.Count,
        NumberConstant => 1,
        NamedNumber named => Spread(named.Inner),
        NumberOrElse orElse => Spread(orElse.Inner),
        Multiple multiple => Spread(multiple.Inner),
        Score score => score.Cases.Length + 1,
        _ => Math.Min(number.Operands.Aggregate(1.0, (product, part) => product * Spread(part)), Combinations(ExpressionNodes.In(number))),
    };
}

/// <summary>Where a policy cuts the values of a number, each cut being the first value above it, and how it words that.</summary>
internal sealed class NumberLimits
{
    private readonly Dictionary<long, (decimal Limit, bool IsIncluded)?> _wordings = [];
    private long[]? _cuts;

    /// <summary>The cuts, ascending.</summary>
    public IReadOnlyList<long> Cuts => _cuts ??= [.. _wordings.Keys.Order()];

    /// <summary>Adds the ends of a window.</summary>
    /// <param name="comparison">The comparison of which it is the window.</param>
    /// <param name="low">Its first value.</param>
    /// <param name="high">Its last value; below the first when nothing lies in it.</param>
    /// <param name="isInItsOwnWords">Whether the limit of the comparison is one of the number as it is told.</param>
    public void Add(Comparison comparison, long low, long high, bool isInItsOwnWords)
    {
        if (low > high)
        {
            return;
        }

        // Of "at least" and "less than" the limit lies above the cut, of "more than" and "at most" below.
        var (atLow, atHigh) = comparison.Operator switch
        {
            ComparisonOperator.AtLeast or ComparisonOperator.AtMost or ComparisonOperator.EqualTo => (true, false),
            ComparisonOperator.MoreThan => (false, false),
            ComparisonOperator.LessThan => (true, true),
        };
        if (low != long.MinValue)
        {
            Add(low, isInItsOwnWords ? (comparison.Limit, atLow) : null);
        }

        if (high != long.MaxValue)
        {
            Add(high + 1, isInItsOwnWords ? (comparison.Limit, atHigh) : null);
        }
    }

    /// <summary>The cut between two values, with the limit that words it and whether that belongs to the upper side; null where there is none.</summary>
    public (long Cut, (decimal Limit, bool IsIncluded)? Wording)? Between(long below, long above)
    {
        _ = Cuts;
        var first = Array.BinarySearch(_cuts!, below + 1);
        first = first < 0 ? ~first : first;
        return first < _cuts!.Length && _cuts[first] <= above ? (_cuts[first], _wordings[_cuts[first]]) : null;
    }

    /// <summary>The last cut that is not above a value; null where there is none.</summary>
    public long? LastCut(long value)
    {
        _ = Cuts;
        var place = Array.BinarySearch(_cuts!, value);
        place = place < 0 ? ~place - 1 : place;
        return place < 0 ? null : _cuts![place];
    }

    /// <summary>How the policy words a cut; null where it does not.</summary>
    public (decimal Limit, bool IsIncluded)? WordingOf(long cut) => _wordings[cut];

    /// <summary>Adds a cut.</summary>
    public void Add(long cut, (decimal Limit, bool IsIncluded)? wording)
    {
        if (!_wordings.TryGetValue(cut, out var known))
        {
            _wordings.Add(cut, wording);
            _cuts = null;
        }
        else if (known is null)
        {
            _wordings[cut] = wording;
        }
    }
}
