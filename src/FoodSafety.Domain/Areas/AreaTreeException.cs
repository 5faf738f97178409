using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Areas;

/// <summary>A division list cannot become an area tree (区划名录有误): every fault of every row is told.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AreaTreeException : Exception, IBilingualError
{
    internal AreaTreeException(ImmutableArray<AreaFault> faults)
        : base(Describe(faults).English) => Faults = faults;

    /// <summary>All faults, by row number; at least one.</summary>
    public ImmutableArray<AreaFault> Faults { get; }

    /// <summary>How many faults there are, the first three, and how many more.</summary>
    public BilingualText Text => Describe(Faults);

    private static BilingualText Describe(ImmutableArray<AreaFault> faults) =>
        FaultSummary.Of(("区划名录", "Faults in the area list"), [.. faults.Select(fault => fault.Text)]);
}
