using System.Collections.Immutable;
using System.Text;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>A product of sets of places, one set for each axis it names; other axes are free.</summary>
internal sealed class Box(ImmutableSortedDictionary<int, ImmutableArray<Stretch>> sides)
{
    public static Box Everything { get; } = new(ImmutableSortedDictionary<int, ImmutableArray<Stretch>>.Empty);

    public ImmutableSortedDictionary<int, ImmutableArray<Stretch>> Sides => sides;

    /// <summary>How many stretches its sides have together.</summary>
    public long Stretches => sides.Values.Sum(side => (long)side.Length);

    /// <summary>A text that is the same of equal boxes alone.</summary>
    public string Key
    {
        get
        {
            var key = new StringBuilder();
            foreach (var (axis, stretches) in sides)
            {
                key.Append(axis).Append(':').AppendJoin(',', stretches.Select(s => $"{s.From}-{s.End}")).Append(';');
            }

            return key.ToString();
        }
    }

    public Box Without(int axis) => new(sides.Remove(axis));

    /// <summary>The box with the places of one axis; all its places leave the axis free.</summary>
    public Box With(int axis, IEnumerable<Stretch> stretches, PolicySpace space)
    {
        var all = stretches.ToList();
        space.Diagrams.Spend(all.Count);
        var joined = Join(all);
        return joined is [{ From: 0 } only] && only.End == space.Axes[axis].Length ? Without(axis) : new Box(sides.SetItem(axis, joined));
    }

    /// <summary>The box without what a number with a range says already: that each of its facts is stated.</summary>
    public Box WithoutImplied(PolicySpace space)
    {
        var stated = sides.Select(side => (Axis: space.Axes[side.Key] as ComputedAxis, side.Value)).Where(side => side.Axis is { } axis && !axis.StatedOf(side.Value).IsEmpty)
            .SelectMany(side => side.Axis!.TakenAsStated).Select(space.AxisOf).ToHashSet();
        return stated.Count == 0
            ? this
            : new Box(sides.RemoveRange(sides.Where(side => stated.Contains(side.Key) && side.Value is [var only] && only == space.Axes[side.Key].AllStated).Select(side => side.Key)));
    }

    public Condition ToCondition(PolicySpace space) =>
        sides.IsEmpty ? Condition.Always : Condition.All([.. sides.Select(side => space.Axes[side.Key].Where(side.Value))]);

    /// <summary>The box as people read it, numbers by their ranges: <c>school canteens, diners per meal 100 to 499</c>.</summary>
    public BilingualText ToText(PolicySpace space) => sides.IsEmpty
        ? Condition.Always.Text
        : RangeText.Join([.. sides.Select(side => RangeText.Of(space.Axes[side.Key], side.Value))]);

    public int ToDiagram(PolicySpace space) => sides.Reverse().Aggregate(DiagramStore.Yes, (inner, side) =>
    {
        var runs = new List<Run>();
        foreach (var stretch in side.Value)
        {
            if (stretch.From > 0)
            {
                runs.Add(new Run(stretch.From, DiagramStore.No));
            }

            runs.Add(new Run(stretch.End, inner));
        }

        runs.Add(new Run(space.Axes[side.Key].Length, DiagramStore.No));
        if (runs[^1].End == runs[^2].End)
        {
            runs.RemoveAt(runs.Count - 1);
        }

        return space.Diagrams.Branch(side.Key, runs);
    });

    public FactWitness Example(PolicySpace space) => space.WitnessAt(
        sides.Select(side => new Place(side.Key, space.Axes[side.Key].Pick(side.Value))));

    private static ImmutableArray<Stretch> Join(IEnumerable<Stretch> stretches)
    {
        var joined = new List<Stretch>();
        foreach (var stretch in stretches.OrderBy(s => s.From))
        {
            if (joined.Count > 0 && stretch.From <= joined[^1].End)
            {
                joined[^1] = joined[^1] with { End = Math.Max(joined[^1].End, stretch.End) };
            }
            else
            {
                joined.Add(stretch);
            }
        }

        return [.. joined];
    }
}

/// <summary>Collects an example, fact by fact.</summary>
internal sealed class WitnessDraft(PolicySpace space)
{
    private readonly List<FactValue> _facts = [];
    private readonly List<Condition> _assumed = [];

    public void State(FactValue value) => _facts.Add(value);

    public void Assume(Condition condition) => _assumed.Add(condition);

    /// <summary>Adds facts that give a computed number some value.</summary>
    public void Follow(int diagram, long value)
    {
        var leaf = space.Diagrams.Leaf(value);
        Follow(space.Diagrams.FindWay(diagram, node => node == leaf)!);
    }

    public void Follow(IEnumerable<Place> way)
    {
        foreach (var place in way)
        {
            var axis = space.Axes[place.Axis];
            axis.Exemplify(axis.Pick(place.Stretch), this);
        }
    }

    public FactWitness ToWitness() => new(new FactRecord([.. _facts]), _assumed.Count == 0 ? Condition.Always : Condition.All([.. _assumed]));
}
