using System.Collections.Immutable;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>How far a campaign has come on a day (送达覆盖情况).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OutreachCoverage
{
    internal OutreachCoverage(LocalDate on, int targets, int complete, ImmutableArray<int> delivered) =>
        (On, Targets, Complete, Delivered) = (on, targets, complete, delivered);

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>How many businesses are targets (应送达).</summary>
    public int Targets { get; }

    /// <summary>How many targets have every material (已全部送达).</summary>
    public int Complete { get; }

    /// <summary>How many targets lack at least one material (未全部送达).</summary>
    public int Rest => Targets - Complete;

    /// <summary>How many targets have each material, in the order of the campaign's materials.</summary>
    public ItemList<int> Delivered { get; }
}
