using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Which values a computed number can have, and of which facts.</summary>
internal abstract class NumberReach
{
    /// <summary>Values that can occur, ascending: at least one between each two limits between which there is any.</summary>
    public abstract ImmutableArray<long> Values { get; }

    /// <summary>False when it could not be settled of each value whether it can occur.</summary>
    public virtual bool IsCertain => true;

    /// <summary>The search over its parts; null where every value is told apart, or none could be made.</summary>
    public virtual LinearSearch? Search => null;

    /// <summary>Adds facts that give the number a value; none where it is not known which.</summary>
    public abstract void Exemplify(long value, WitnessDraft witness);

    public static NumberReach Of(SurveyedNumber number, PolicySpace space, bool isAffordable) =>
        isAffordable ? new ByDiagram(space, space.Expanded.Number(number)) : new BySearch(number, space, LinearSearch.Over(number.Form, space, []));

    /// <summary>A number of which it is known elsewhere of which facts it is made.</summary>
    public static NumberReach Of(ImmutableArray<long> values) => new ByValues(values);

    public static NumberReach Of(NumberGroup group, PolicySpace space) => new BySearch(group.Number, space, LinearSearch.Over(group.Number.Form, space, group.Stated));

    /// <summary>Every value is a leaf.</summary>
    private sealed class ByDiagram(PolicySpace space, int diagram) : NumberReach
    {
        public override ImmutableArray<long> Values { get; } = [.. space.Diagrams.Values(diagram).Order()];

        public override void Exemplify(long value, WitnessDraft witness) => witness.Follow(diagram, value);
    }

    private sealed class ByValues(ImmutableArray<long> values) : NumberReach
    {
        public override ImmutableArray<long> Values => values;

        public override void Exemplify(long value, WitnessDraft witness)
        {
            // The parts say it.
        }
    }

    /// <summary>One value between each two limits, looked for among all that the parts can add up to.</summary>
    private sealed class BySearch : NumberReach
    {
        public BySearch(SurveyedNumber number, PolicySpace space, LinearSearch? search)
        {
            (Search, IsCertain) = (search, search is not null);
            var values = ImmutableArray.CreateBuilder<long>();
            if (search is null || search.CanBeUnstated)
            {
                values.Add(NumberExpression.NotStated);
            }

            var from = (long)number.Form.Least;
            foreach (var end in number.Limits.Cuts.Where(cut => cut > number.Form.Least && cut <= number.Form.Most).Append((long)number.Form.Most + 1))
            {
                var found = search?.Find(from, end - 1);
                IsCertain &= found is not { IsSettled: false };
                // What is not known to be impossible is thought possible.
                if (found is null or { IsSettled: false } or { Parts: not null })
                {
                    values.Add(found?.Parts is { } parts ? search!.ValueOf(parts) : from);
                }

                from = end;
            }

            Values = values.ToImmutable();
        }

        public override ImmutableArray<long> Values { get; }

        public override bool IsCertain { get; }

        public override LinearSearch? Search { get; }

        public override void Exemplify(long value, WitnessDraft witness)
        {
            if (value == NumberExpression.NotStated)
            {
                Search?.LeaveOut(witness);
            }
            else if (Search?.Find(value, value).Parts is { } parts)
            {
                Search.Exemplify(parts, witness);
            }
        }
    }
}

/// <summary>Looks for values of the parts of a sum with which it comes to lie between two ends (线性求值).</summary>
/// <remarks>
/// The parts read no fact together, so each value of one goes with each of the others. Those with the largest steps are chosen first, and the one
/// with the smallest fills the rest; a choice is left as soon as the others cannot make up for it any more.
/// </remarks>
internal sealed class LinearSearch
{
    // A wide part is tried at so many places before it is not settled; the last one needs no trying.
    private const int MostTried = 16;
    private const int MostTries = 20_000;

    private readonly PolicySpace _space;
    private readonly ImmutableArray<PartValues> _parts;
    private readonly Int128[] _leastRest;
    private readonly Int128[] _mostRest;
    private readonly Int128[] _firstRest;
    private readonly Int128[] _stepRest;
    private int _tries;
    private bool _isSettled;

    private LinearSearch(ImmutableArray<PartValues> parts, PolicySpace space)
    {
        _space = space;
        _parts = [.. parts.OrderBy(part => part.IsDense).ThenByDescending(part => Math.Abs(part.Term.Factor))];
        (_leastRest, _mostRest) = (new Int128[_parts.Length + 1], new Int128[_parts.Length + 1]);
        (_firstRest, _stepRest) = (new Int128[_parts.Length + 1], new Int128[_parts.Length + 1]);
        for (var i = _parts.Length - 1; i >= 0; i--)
        {
            (_leastRest[i], _mostRest[i]) = (_leastRest[i + 1] + _parts[i].Term.Least, _mostRest[i + 1] + _parts[i].Term.Most);
            (_firstRest[i], _stepRest[i]) = (_firstRest[i + 1] + _parts[i].First, LinearForm.Gcd(_stepRest[i + 1], _parts[i].Step));
        }
    }

    /// <summary>The parts that are searched, in the order of their values.</summary>
    public IEnumerable<LinearTerm> Terms => _parts.Select(part => part.Term);

    /// <summary>A search over the parts of a form; null where they read a fact together, or one has too many values that are not simply all between two.</summary>
    /// <param name="form">The form.</param>
    /// <param name="space">The axes.</param>
    /// <param name="stated">The parts that are taken to be stated.</param>
    public static LinearSearch? Over(LinearForm form, PolicySpace space, ImmutableArray<NumberExpression> stated)
    {
        var facts = new HashSet<object>();
        var parts = ImmutableArray.CreateBuilder<PartValues>();
        foreach (var term in form.Terms)
        {
            var read = AtomSurvey.AtomsIn(term.Part).ToList();
            if (read.Exists(facts.Contains) || PartValues.Of(term, space, isStated: stated.Contains(term.Part)) is not { } values)
            {
                return null;
            }

            facts.UnionWith(read);
            parts.Add(values);
        }

        return new LinearSearch(parts.ToImmutable(), space);
    }

    /// <summary>Values of the parts with which the sum lies between two ends, both included; null when there are none, or none were found and it is not settled.</summary>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="without">A part that is left out, by its number in <see cref="Terms"/>; -1 for none.</param>
    public (long[]? Parts, bool IsSettled) Find(Int128 low, Int128 high, int without = -1)
    {
        (_tries, _isSettled) = (0, true);
        var chosen = new long[_parts.Length];
        return Search(0, low, high, chosen, without) ? (chosen, true) : (null, _isSettled);
    }

    /// <summary>Values of the parts with which the sum is the last between two ends; null where there are none, or it is not settled which.</summary>
    public long[]? FindLast(long low, long high) => FindNearest(low, high, isLast: true);

    /// <summary>Values of the parts with which the sum is the first between two ends; null where there are none, or it is not settled which.</summary>
    public long[]? FindFirst(long low, long high) => FindNearest(low, high, isLast: false);

    private long[]? FindNearest(Int128 low, Int128 high, bool isLast)
    {
        var (nearest, isSettled) = Find(low, high);
        while (nearest is not null && isSettled && (isLast ? high - ValueOf(nearest) : ValueOf(nearest) - low) is var gap && gap > 0)
        {
            // In the nearer half of what lies between it and the end there is one, or that half is done with.
            var half = (gap + 1) / 2;
            var middle = isLast ? ValueOf(nearest) + half : ValueOf(nearest) - half;
            (var nearer, isSettled) = isLast ? Find(middle, high) : Find(low, middle);
            nearest = nearer ?? nearest;
            (low, high) = nearer is not null ? (low, high) : isLast ? (low, middle - 1) : (middle + 1, high);
        }

        return isSettled ? nearest : null;
    }

    /// <summary>Whether it can be that the sum is not stated.</summary>
    public bool CanBeUnstated => _parts.Any(part => part.CanBeUnstated);

    /// <summary>Makes an example in which the sum is not stated: one part is not, and of the others nothing is said.</summary>
    public void LeaveOut(WitnessDraft witness) => _parts.First(part => part.CanBeUnstated).Exemplify(NumberExpression.NotStated, witness);

    public long ValueOf(long[] chosen) => (long)_parts.Select((part, i) => part.Term.Factor * (Int128)chosen[i]).Aggregate((Int128)0, (sum, part) => sum + part);

    public void Exemplify(long[] chosen, WitnessDraft witness, int without = -1)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            if (i != without)
            {
                _parts[i].Exemplify(chosen[i], witness);
            }
        }
    }

    private bool Search(int part, Int128 low, Int128 high, long[] chosen, int without)
    {
        if (part == _parts.Length)
        {
            return low <= 0 && high >= 0;
        }

        // Items of 0, 5, 10 points add up to no 58, however they are tried.
        if (without < part && !HasMultiple(low - _firstRest[part], high - _firstRest[part], _stepRest[part]))
        {
            return false;
        }

        if (part == without)
        {
            return Search(part + 1, low, high, chosen, without);
        }

        var (leastRest, mostRest) = (_leastRest[part + 1], _mostRest[part + 1]);
        if (without > part)
        {
            (leastRest, mostRest) = (leastRest - _parts[without].Term.Least, mostRest - _parts[without].Term.Most);
        }

        // What the others can make up for: from the middle outwards, for there they have most to choose from.
        var isLast = part + 1 == _parts.Length || (part + 2 == _parts.Length && without == part + 1);
        foreach (var value in _parts[part].Between(low - mostRest, high - leastRest, isLast ? 1 : MostTried, out var areAll))
        {
            _isSettled &= areAll || isLast;
            if (++_tries > MostTries)
            {
                _isSettled = false;
                return false;
            }

            _space.Diagrams.Spend(1);
            chosen[part] = value;
            var added = _parts[part].Term.Factor * (Int128)value;
            if (Search(part + 1, low - added, high - added, chosen, without))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasMultiple(Int128 low, Int128 high, Int128 step) => step == 0 ? low <= 0 && high >= 0 : high - PartValues.Rest(high, step) >= low;

    /// <summary>What a part can be.</summary>
    private sealed class PartValues
    {
        // Of a fact whose values lie apart so many are tried one by one.
        private const int MostListed = 10_000;

        // Of all steps, how many a part may take to be told apart value by value.
        private const int PartOfSteps = 100;

        private readonly int _diagram;
        private readonly long[]? _values;
        private readonly long? _standIn;

        private PartValues(LinearTerm term, int diagram, long[]? values, long? standIn) => (Term, _diagram, _values, _standIn) = (term, diagram, values, standIn);

        public LinearTerm Term { get; }

        /// <summary>Whether it can be everything between its least and its most.</summary>
        public bool IsDense => _values is null;

        public bool CanBeUnstated { get; private init; }

        /// <summary>What it adds with one of its values.</summary>
        public Int128 First => Term.Factor * (Int128)(_values is null ? Term.Fact!.Least : _values.Length > 0 ? _values[0] : 0);

        /// <summary>What all that it can add differs by multiples of; 0 where it adds always the same.</summary>
        public Int128 Step
        {
            get
            {
                var step = _values is null ? (Term.Fact!.Count > 1 ? Int128.Abs(Term.Factor) : 0) : _values.Aggregate((Int128)0, (step, value) => Between(step, value));
                return _standIn is { } standIn ? Between(step, standIn) : step;

                Int128 Between(Int128 step, long value) => LinearForm.Gcd(step, Int128.Abs(Term.Factor * (Int128)value - First));
            }
        }

        /// <summary>What is left over of a value by a step, never below 0.</summary>
        public static Int128 Rest(Int128 value, Int128 step) => (value % step + step) % step;

        public static PartValues? Of(LinearTerm term, PolicySpace space, bool isStated)
        {
            if (term.Fact is { } fact && (fact.AllowsWholeRange || fact.Count <= MostListed))
            {
                // What stands in for a fact may be a value that the fact itself has not.
                var standIn = (term.Part as NumberOrElse)?.StoredOtherwise;
                long[]? listed = fact.AllowsWholeRange ? null : [.. Enumerable.Range(0, (int)fact.Count).Select(number => fact.ValueAt(number))];
                return new PartValues(term, 0, listed, standIn is { } value && fact.Allows(value) ? null : standIn) { CanBeUnstated = standIn is null && !isStated };
            }

            if (!NumberDiagrams.IsAffordable(term.Part, space.Diagrams.MostSteps / PartOfSteps))
            {
                return null;
            }

            var diagram = space.Expanded.Part(term.Part);
            var values = space.Diagrams.Values(diagram).Order().ToList();
            return new PartValues(term, diagram, [.. values.Where(value => value != NumberExpression.NotStated)], null) { CanBeUnstated = values[0] == NumberExpression.NotStated && !isStated };
        }

        /// <summary>Values of which the multiple lies between two ends, from the middle outwards.</summary>
        public IEnumerable<long> Between(Int128 low, Int128 high, int most, out bool areAll)
        {
            areAll = true;
            var factor = Term.Factor;
            if (factor == 0)
            {
                return low <= 0 && high >= 0 ? AnyValue() : [];
            }

            var (first, last) = factor > 0 ? (-LinearForm.Floor(-low, factor), LinearForm.Floor(high, factor)) : (-LinearForm.Floor(-high, factor), LinearForm.Floor(low, factor));
            var standIn = _standIn is { } value && value >= first && value <= last ? [value] : (long[])[];
            NumberExpression whole = _values is null ? Term.Fact! : Term.Part;
            (first, last) = (Int128.Max(first, whole.Least), Int128.Min(last, whole.Most));
            if (first > last)
            {
                return standIn;
            }

            if (_values is not null)
            {
                var middle = first + (last - first) / 2;
                return _values.Where(value => value >= first && value <= last).OrderBy(value => Int128.Abs(value - middle)).Concat(standIn);
            }

            areAll = last - first < most;
            return (areAll ? Outwards((long)first, (long)last) : Spread((long)first, (long)last, most)).Concat(standIn);
        }

        public void Exemplify(long value, WitnessDraft witness)
        {
            if (Term.Fact is { } fact)
            {
                if (fact.Allows(value))
                {
                    witness.State(new FactValue(fact, value));
                }
            }
            else
            {
                witness.Follow(_diagram, value);
            }
        }

        /// <summary>One value where it does not matter which; none where it is never stated.</summary>
        private IEnumerable<long> AnyValue() => _values is null ? [Term.Fact!.Least] : _values.Take(1);

        private static IEnumerable<long> Outwards(long first, long last)
        {
            var middle = first + (last - first) / 2;
            for (var away = 0L; away <= last - first; away++)
            {
                if (middle - away >= first && away > 0)
                {
                    yield return middle - away;
                }

                if (middle + away <= last)
                {
                    yield return middle + away;
                }
            }
        }

        /// <summary>Some near the middle, so that steps of the others are met, and some over the whole.</summary>
        private static IEnumerable<long> Spread(long first, long last, int most)
        {
            var middle = (long)(first + ((Int128)last - first) / 2);
            for (var i = 0; i < most / 2 && middle + i <= last; i++)
            {
                yield return middle + i;
            }

            for (var i = 0; i <= most / 2; i++)
            {
                yield return (long)(first + ((Int128)last - first) * i / Math.Max(1, most / 2));
            }
        }
    }
}

/// <summary>That more of a fact makes a part of a number more, or less (分项随事实变化).</summary>
/// <param name="Before">The part with less of the fact.</param>
/// <param name="After">The part with more.</param>
/// <param name="From">How much less of the fact.</param>
/// <param name="To">How much more.</param>
/// <param name="Context">What the part reads besides.</param>
internal sealed record PartStep(long Before, long After, long From, long To, IReadOnlyList<Place> Context)
{
    /// <summary>Whether all steps of a part are known: not where it hangs on a number of too many values that reads the fact too.</summary>
    public static bool AreAll(LinearTerm term, NumberFact fact, PolicySpace space) =>
        term.Fact is not null || !space.Unexpanded.Any(number => AtomSurvey.FactsOf(number).Contains(fact) && ExpressionNodes.In(term.Part).OfType<NumberExpression>().Any(inner => space.Survey.Is(inner, number)));

    /// <summary>The steps of a part; of a fact one over all its values.</summary>
    /// <param name="term">The part.</param>
    /// <param name="fact">A fact that it reads.</param>
    /// <param name="rises">True for the steps at which the part becomes more, false for those at which it becomes less.</param>
    /// <param name="space">The axes.</param>
    public static IEnumerable<PartStep> Of(LinearTerm term, NumberFact fact, bool rises, PolicySpace space)
    {
        if (term.Fact is not null)
        {
            return rises && fact.Count > 1 ? [new PartStep(fact.Least, fact.Most, fact.Least, fact.Most, [])] : [];
        }

        var (store, whole, asked) = (space.Diagrams, space.Expanded.Part(term.Part), space.AxisOf(fact));
        var pairs = new List<(long Before, long After)>();
        var change = new DiagramMerge(store, (before, after) => before != NumberExpression.NotStated && after != NumberExpression.NotStated && before != after && after > before == rises
            ? NumberOf((before, after))
            : 0);
        var carry = new DiagramMerge(store, static (before, after) => after == NumberExpression.NotStated ? before : after);
        return store.Nodes(whole).Where(node => store[node].Axis == asked).SelectMany(StepsOf);

        IEnumerable<PartStep> StepsOf(int node)
        {
            var runs = store[node].Runs;
            var first = store.FirstStatedRun(node);
            var last = runs[first].Child;
            for (var i = first + 1; i < runs.Length; i++)
            {
                var changes = change.Of(last, runs[i].Child);
                foreach (var number in store.Values(changes).Where(number => number != 0).ToList())
                {
                    Place[] context = [.. store.FindWay(whole, found => found == node)!, .. store.FindWay(changes, found => found == store.Leaf(number))!];
                    var (before, after) = pairs[(int)number - 1];
                    var from = Enumerable.Range(first, i - first).Last(run => store.ValueAt(runs[run].Child, PlaceOf) == before);
                    yield return new PartStep(before, after, ValueAt(runs[from].End - 1), ValueAt(runs[i - 1].End), context);

                    long PlaceOf(int axis) => Array.Find(context, place => place.Axis == axis) is { Stretch.End: > 0 } known ? space.Axes[axis].Pick(known.Stretch) : 0;
                }

                last = carry.Of(last, runs[i].Child);
            }
        }

        long ValueAt(long place) => ((FactAxis)space.Axes[asked]).ValueAt(place);

        long NumberOf((long, long) pair)
        {
            if (!pairs.Contains(pair))
            {
                pairs.Add(pair);
            }

            return pairs.IndexOf(pair) + 1;
        }
    }
}
