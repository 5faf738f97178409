namespace FoodSafety.Domain.Grading;

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
