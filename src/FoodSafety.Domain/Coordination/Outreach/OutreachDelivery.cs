using System.Collections.Immutable;

namespace FoodSafety.Domain.Coordination;

/// <summary>What came of a delivery (送达结果): every row given is in one of the three lists.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OutreachDelivery
{
    internal OutreachDelivery(OutreachDelivered act, ImmutableArray<int> delivered, ImmutableArray<int> again, ImmutableArray<int> outside) =>
        (Act, Delivered, Again, Outside) = (act, delivered, again, outside);

    /// <summary>What was recorded.</summary>
    public OutreachDelivered Act { get; }

    /// <summary>The rows of the targets that have the material from now on (新送达).</summary>
    public ItemList<int> Delivered { get; }

    /// <summary>The rows of the targets that had it before (重复送达): the first day counts.</summary>
    public ItemList<int> Again { get; }

    /// <summary>The rows of businesses that are no targets (非送达对象): they count nowhere.</summary>
    public ItemList<int> Outside { get; }
}
