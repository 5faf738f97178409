using System.Collections.Immutable;
using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Coordination;

/// <summary>What one oversight group inspects (督查任务).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OversightTask
{
    internal OversightTask(OversightGroup group, ImmutableArray<int> rows, ImmutableArray<AreaCode> towns) => (Group, Rows, Towns) = (group, rows, towns);

    /// <summary>The group.</summary>
    public OversightGroup Group { get; }

    /// <summary>The rows of the businesses (督查对象), ascending.</summary>
    public ItemList<int> Rows { get; }

    /// <summary>The towns in which they lie (督查镇街), in the order of their codes; businesses that stand above towns add none.</summary>
    public ItemList<AreaCode> Towns { get; }
}
