using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

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
