using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// Functions over many axes, each constant on boxes, kept as decision diagrams: on the way down from the root every axis is
/// asked at most once, always in the same order, and equal parts are kept once. So two functions are the same exactly when
/// their numbers are, and a policy over a million million combinations is a few thousand nodes.
/// </summary>
/// <remarks>Conditions have the leaves 0, 1 and 2, as <see cref="Truth"/> numbers them, numbers their values, decisions their packed outcomes.</remarks>
internal sealed class DiagramStore
{
    public const int No = 0;

    public const int Yes = 1;

    /// <summary>Of a condition that hangs on what is not stated.</summary>
    public const int NotStated = 2;

    // Of all steps, how many a number may take to be told apart value by value.
    public const int PartOfSteps = 10;

    private readonly List<DiagramNode> _nodes = [];
    private readonly Dictionary<DiagramNode, int> _known = [];
    private long _steps;
    private long _mostNow;

    public DiagramStore(PolicyAnalysisOptions options)
    {
        MostSteps = _mostNow = options.MostSteps;
        MostStepsOfNumber = options.MostStepsOfNumber ?? MostSteps / PartOfSteps;
        Leaf((long)Truth.Fails);
        Leaf((long)Truth.Holds);
        Leaf((long)Truth.NotStated);
    }

    /// <summary>The first place of an axis that is stated.</summary>
    public Func<int, long> FirstStated { get; set; } = static _ => 0;

    /// <summary>How many steps all work together may take.</summary>
    public long MostSteps { get; }

    /// <summary>How many of them a number may take to be told apart value by value.</summary>
    public long MostStepsOfNumber { get; }

    public DiagramNode this[int diagram] => _nodes[diagram];

    /// <summary>Counts work, so that what would take forever ends with a clear answer.</summary>
    public void Spend(long steps)
    {
        // What is refused is not done, and costs nothing.
        if (!CanSpend(steps))
        {
            throw new DiagramTooLargeException();
        }

        _steps += steps;
    }

    public bool CanSpend(long steps) => steps <= _mostNow - _steps;

    /// <summary>Does what there is another way for, with half of the steps that are left at most; null when it would take more.</summary>
    public T? WithinHalf<T>(Func<T> work) where T : struct
    {
        var most = _mostNow;
        _mostNow -= (_mostNow - _steps) / 2;
        try
        {
            return work();
        }
        catch (DiagramTooLargeException)
        {
            return null;
        }
        finally
        {
            _mostNow = most;
        }
    }

    public int Leaf(long value) => Keep(new DiagramNode(value));

    /// <summary>The function that asks an axis; where all stretches agree nothing is asked.</summary>
    /// <param name="axis">The axis, before all axes that the children ask.</param>
    /// <param name="runs">The stretches, from the start of the axis to its end; neighbours may be alike.</param>
    public int Branch(int axis, List<Run> runs)
    {
        Spend(runs.Count);
        var kept = new List<Run>(runs.Count);
        foreach (var run in runs)
        {
            if (kept.Count > 0 && kept[^1].Child == run.Child)
            {
                kept[^1] = run;
            }
            else
            {
                kept.Add(run);
            }
        }

        return kept.Count == 1 ? kept[0].Child : Keep(new DiagramNode(axis, [.. kept]));
    }

    /// <summary>The function with every value replaced.</summary>
    public int Map(int diagram, Func<long, long> change) => new DiagramMerge(this, (value, _) => change(value)).Of(diagram, No);

    /// <summary>All nodes of a function, each once.</summary>
    public List<int> Nodes(int diagram)
    {
        var found = new List<int> { diagram };
        var seen = new HashSet<int>(found);
        for (var i = 0; i < found.Count; i++)
        {
            Spend(1 + _nodes[found[i]].Runs.Length);
            found.AddRange(_nodes[found[i]].Runs.Select(run => run.Child).Where(seen.Add));
        }

        return found;
    }

    /// <summary>All values of a function. Since axes do not depend on each other, each occurs somewhere.</summary>
    public IEnumerable<long> Values(int diagram) => Nodes(diagram).Select(node => _nodes[node]).Where(node => node.IsLeaf).Select(node => node.Value);

    /// <summary>The value at one point.</summary>
    /// <param name="diagram">The function.</param>
    /// <param name="place">The place on each axis.</param>
    public long ValueAt(int diagram, Func<int, long> place)
    {
        var node = _nodes[diagram];
        while (!node.IsLeaf)
        {
            Spend(node.Runs.Length);
            var at = place(node.Axis);
            node = _nodes[Array.Find(node.Runs, run => at < run.End).Child];
        }

        return node.Value;
    }

    /// <summary>The function where an axis is at one place.</summary>
    public int At(int diagram, int axis, long place) => At(diagram, axis, place, []);

    private int At(int diagram, int axis, long place, Dictionary<int, int> known)
    {
        if (_nodes[diagram].Axis >= axis)
        {
            return _nodes[diagram].Axis == axis ? Array.Find(_nodes[diagram].Runs, run => place < run.End).Child : diagram;
        }

        if (!known.TryGetValue(diagram, out var there))
        {
            Spend(_nodes[diagram].Runs.Length);
            known.Add(diagram, there = Branch(_nodes[diagram].Axis, [.. _nodes[diagram].Runs.Select(run => run with { Child = At(run.Child, axis, place, known) })]));
        }

        return there;
    }

    /// <summary>A way down to a node, as the stretches taken; axes that are not asked are free. Null when there is none.</summary>
    public List<Place>? FindWay(int diagram, Predicate<int> target)
    {
        var way = new List<Place>();
        return Search(diagram, target, way, []) ? way : null;
    }

    /// <summary>Into how many stretches of stated values the functions cut each axis, all taken together.</summary>
    public Dictionary<int, int> CountCells() => _nodes
        .Where(node => !node.IsLeaf)
        .GroupBy(node => node.Axis)
        .ToDictionary(nodes => nodes.Key, nodes => nodes.SelectMany(node => node.Runs, (_, run) => run.End).Where(end => end > FirstStated(nodes.Key)).Distinct().Count());

    /// <summary>The first run of a node that is more than what is not stated.</summary>
    public int FirstStatedRun(int node) => _nodes[node].Runs is [var run, ..] && run.End <= FirstStated(_nodes[node].Axis) ? 1 : 0;

    private bool Search(int diagram, Predicate<int> target, List<Place> way, HashSet<int> seen)
    {
        Spend(1 + _nodes[diagram].Runs.Length);
        if (target(diagram))
        {
            return true;
        }

        // What is not stated comes first on an axis and is tried last: a stated value makes the better example.
        var runs = _nodes[diagram].Runs;
        var skipped = FirstStatedRun(diagram);
        for (var i = 0; i < runs.Length; i++)
        {
            var place = (i + skipped) % runs.Length;
            way.Add(new Place(_nodes[diagram].Axis, new Stretch(place == 0 ? 0 : runs[place - 1].End, runs[place].End)));
            if (seen.Add(runs[place].Child) && Search(runs[place].Child, target, way, seen))
            {
                return true;
            }

            way.RemoveAt(way.Count - 1);
        }

        return false;
    }

    private int Keep(DiagramNode node)
    {
        if (!_known.TryGetValue(node, out var number))
        {
            number = _nodes.Count;
            _nodes.Add(node);
            _known.Add(node, number);
        }

        return number;
    }
}

/// <summary>The stretch of an axis up to an index, itself excluded, and the diagram that holds there.</summary>
internal readonly record struct Run(long End, int Child);

/// <summary>
/// One node of a diagram: either a leaf with a value, or a question for the place on an axis, with the diagram that holds
/// for each stretch of places.
/// </summary>
internal sealed class DiagramNode : IEquatable<DiagramNode>
{
    private readonly int _hash;

    public DiagramNode(long value) => (Axis, Value, Runs, _hash) = (int.MaxValue, value, [], value.GetHashCode());

    public DiagramNode(int axis, Run[] runs)
    {
        (Axis, Runs) = (axis, runs);
        var hash = new HashCode();
        hash.Add(axis);
        foreach (var run in runs)
        {
            hash.Add(run);
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>The axis that is asked; of a leaf, beyond all axes.</summary>
    public int Axis { get; }

    /// <summary>The value of a leaf.</summary>
    public long Value { get; }

    /// <summary>The stretches in order, from the start of the axis to its end, no two neighbours alike; none of a leaf.</summary>
    public Run[] Runs { get; }

    public bool IsLeaf => Axis == int.MaxValue;

    public bool Equals(DiagramNode? other) =>
        other is not null && _hash == other._hash && Axis == other.Axis && Value == other.Value && Runs.AsSpan().SequenceEqual(other.Runs);

    public override bool Equals(object? obj) => Equals(obj as DiagramNode);

    public override int GetHashCode() => _hash;
}

/// <summary>An analysis took more steps than it may; it never leaves the analysis.</summary>
internal sealed class DiagramTooLargeException(params ImmutableArray<FactCells> cells) : Exception
{
    /// <summary>The facts that are to blame; empty when it is all of them together.</summary>
    public ImmutableArray<FactCells> Cells { get; } = cells;
}
