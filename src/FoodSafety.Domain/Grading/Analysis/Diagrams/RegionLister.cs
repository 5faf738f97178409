using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>A box of a region as a condition, with an example of it; null where none could be made up.</summary>
internal readonly record struct RegionBox(Box Box, Condition Where, FactWitness? Witness)
{
    public BilingualText ToText(PolicySpace space) => Box.ToText(space);
}

/// <summary>Tells where a condition holds in few boxes that people can read.</summary>
/// <param name="space">The axes.</param>
/// <param name="mostBoxes">How many boxes may be listed; where more are needed, one box around all of them is told instead.</param>
internal sealed class RegionLister(PolicySpace space, int mostBoxes)
{
    // More stretches of a number nobody reads.
    private const int MostStretches = 1_000;

    /// <summary>The boxes of a region; together they are the region, unless it has too many, or finding them takes half of the steps that are left.</summary>
    /// <param name="region">The region, not empty.</param>
    /// <param name="isExact">False when the one box that is given only holds the region.</param>
    public ImmutableArray<RegionBox> List(int region, out bool isExact)
    {
        var whole = space.Diagrams.WithinHalf(() => space.Whole.Whole(region)) ?? region;
        var boxes = space.Diagrams.WithinHalf(() => Boxes(whole)) ?? default;
        isExact = !boxes.IsDefault;
        return isExact ? boxes : [Told(Around(whole), space.WitnessOf(region))];
    }

    /// <summary>The boxes that together are a region; default where they are too many or too ragged.</summary>
    private ImmutableArray<RegionBox> Boxes(int region)
    {
        if (CountWays(region, []) > mostBoxes)
        {
            return default;
        }

        var boxes = new List<Box>();
        Collect(region, Box.Everything, boxes);
        boxes = Merged([.. Merged(boxes).Select(box => Widened(box, region))]);
        return boxes.Exists(box => box.Sides.Any(side => IsRagged(side.Key, side.Value)))
            ? default
            : [.. Needed(boxes).Select(box => (Box: box, Example: ExampleOf(box))).Where(told => told.Example is not null).Select(told => Told(told.Box, told.Example!))];
    }

    /// <summary>An example of a box; null where nothing can be in it.</summary>
    private FactWitness? ExampleOf(Box box) =>
        !box.Sides.Keys.Any(space.Whole.Has) ? box.Example(space)
        : space.Whole.InParts(box.ToDiagram(space)) is var region && region != DiagramStore.No ? space.WitnessOf(region)
        : null;

    private RegionBox Told(Box box, FactWitness witness)
    {
        box = box.WithoutImplied(space);
        var where = box.ToCondition(space);
        return new(box, where, space.Checked(witness, where));
    }

    private bool IsRagged(int axis, ImmutableArray<Stretch> side) => side.Length > MostStretches && !space.Axes[axis].IsNominal;

    private double CountWays(int node, Dictionary<int, double> known)
    {
        if (space.Diagrams[node] is { IsLeaf: true } leaf)
        {
            return leaf.Value;
        }

        if (!known.TryGetValue(node, out var ways))
        {
            space.Diagrams.Spend(space.Diagrams[node].Runs.Length);
            known[node] = ways = space.Diagrams[node].Runs.Select(run => run.Child).Distinct().Sum(child => CountWays(child, known));
        }

        return ways;
    }

    /// <summary>Follows every way down to "yes"; stretches that lead to the same node go together.</summary>
    private void Collect(int node, Box box, List<Box> boxes)
    {
        if (node == DiagramStore.Yes)
        {
            boxes.Add(box);
        }

        space.Diagrams.Spend(1 + space.Diagrams[node].Runs.Length);
        foreach (var children in Stretches(node).GroupBy(run => run.Child).Where(children => children.Key != DiagramStore.No))
        {
            Collect(children.Key, box.With(space.Diagrams[node].Axis, children.Select(run => run.Stretch), space), boxes);
        }
    }

    /// <summary>Joins boxes that differ on one axis alone, until there are none.</summary>
    private List<Box> Merged(List<Box> boxes)
    {
        for (var count = int.MaxValue; boxes.Count < count;)
        {
            count = boxes.Count;
            for (var axis = 0; axis < space.Axes.Count; axis++)
            {
                space.Diagrams.Spend(boxes.Sum(box => 1 + box.Stretches));
                boxes = [.. boxes.GroupBy(box => box.Without(axis).Key).Select(alike => alike.Count() == 1
                    ? alike.First()
                    : alike.First().Without(axis) is var open && alike.Any(box => !box.Sides.ContainsKey(axis))
                        ? open
                        : open.With(axis, alike.SelectMany(box => box.Sides[axis]), space))];
            }
        }

        return boxes;
    }

    /// <summary>
    /// Drops limits that the region does not need: boxes may overlap, and then say more simply what they say. A choice loses
    /// all its values or none, because "maker or shop" is no simpler than "maker".
    /// </summary>
    private Box Widened(Box box, int region)
    {
        foreach (var axis in box.Sides.Keys.Reverse())
        {
            space.Diagrams.Spend(box.Stretches);
            var open = box.Without(axis);
            var inside = Inside(region, open, axis, []);
            if (inside == DiagramStore.Yes)
            {
                box = open;
            }
            else if (!space.Axes[axis].IsNominal)
            {
                var side = box.Sides[axis];
                space.Diagrams.Spend((long)space.Diagrams[inside].Runs.Length * side.Length);
                box = open.With(axis, Stretches(inside)
                    .Where(run => run.Child == DiagramStore.Yes && side.Any(run.Stretch.Meets))
                    .Select(run => run.Stretch), space);
            }
        }

        return box;
    }

    /// <summary>For which places of one axis the whole of a box lies in the region.</summary>
    private int Inside(int node, Box box, int axis, Dictionary<int, int> known)
    {
        if (space.Diagrams[node].IsLeaf)
        {
            return node;
        }

        if (!known.TryGetValue(node, out var inside))
        {
            // Every run is laid beside the stretches of the box.
            space.Diagrams.Spend((long)space.Diagrams[node].Runs.Length * (1 + (box.Sides.TryGetValue(space.Diagrams[node].Axis, out var beside) ? beside.Length : 0)));
            var asked = space.Diagrams[node].Axis;
            var runs = Stretches(node).Where(run => asked == axis || !box.Sides.TryGetValue(asked, out var side) || side.Any(run.Stretch.Meets));
            inside = asked == axis && !space.Axes[axis].IsNominal
                ? space.Diagrams.Branch(axis, [.. runs.Select(run => new Run(run.Stretch.End, Inside(run.Child, box, axis, known)))])
                : InAll(runs.Select(run => run.Child).Distinct(), child => Inside(child, box, axis, known));
            known.Add(node, inside);
        }

        return inside;
    }

    /// <summary>What holds for all of some nodes; of a choice all or nothing is asked. Most often the first says already that there is none.</summary>
    private int InAll(IEnumerable<int> nodes, Func<int, int> inside)
    {
        var all = DiagramStore.Yes;
        foreach (var node in nodes)
        {
            all = space.And.Of(all, inside(node));
            if (all == DiagramStore.No)
            {
                break;
            }
        }

        return all;
    }

    /// <summary>Leaves out boxes that others cover together, the most particular first.</summary>
    private List<Box> Needed(List<Box> boxes)
    {
        var inTurn = boxes.OrderByDescending(box => box.Sides.Count).Select(box => (Box: box, Diagram: box.ToDiagram(space))).ToList();
        // What all those after each cover together.
        var after = new int[inTurn.Count];
        for (var (i, later) = (inTurn.Count - 1, DiagramStore.No); i >= 0; i--)
        {
            (after[i], later) = (later, space.Or.Of(inTurn[i].Diagram, later));
        }

        var (needed, before) = (new HashSet<Box>(), DiagramStore.No);
        foreach (var (i, (box, diagram)) in inTurn.Index())
        {
            if (space.AndNot.Of(diagram, space.Or.Of(before, after[i])) != DiagramStore.No)
            {
                needed.Add(box);
                before = space.Or.Of(before, diagram);
            }
        }

        return [.. boxes.Where(needed.Contains)];
    }

    /// <summary>The smallest box that holds a region: on each axis the places that occur in it.</summary>
    private Box Around(int region)
    {
        var places = new SortedDictionary<int, List<Stretch>>();
        var free = new HashSet<int>();
        void Skip(int after, int before) => free.UnionWith(Enumerable.Range(after + 1, Math.Max(0, Math.Min(before, space.Axes.Count) - after - 1)));

        Skip(-1, space.Diagrams[region].Axis);
        foreach (var node in space.Diagrams.Nodes(region).Where(node => !space.Diagrams[node].IsLeaf))
        {
            var axis = space.Diagrams[node].Axis;
            space.Diagrams.Spend(space.Diagrams[node].Runs.Length);
            foreach (var run in Stretches(node).Where(run => run.Child != DiagramStore.No))
            {
                places.TryAdd(axis, []);
                places[axis].Add(run.Stretch);
                Skip(axis, space.Diagrams[run.Child].Axis);
            }
        }

        var around = places.Where(place => !free.Contains(place.Key))
            .Aggregate(Box.Everything, (box, place) => box.With(place.Key, place.Value, space));
        return around.Sides.Where(side => IsRagged(side.Key, side.Value))
            .Aggregate(around, (box, side) => box.With(side.Key, [new Stretch(side.Value[0].From, side.Value[^1].End)], space));
    }

    private IEnumerable<(Stretch Stretch, int Child)> Stretches(int node)
    {
        var from = 0L;
        foreach (var (end, child) in space.Diagrams[node].Runs)
        {
            yield return (new Stretch(from, end), child);
            from = end;
        }
    }
}
