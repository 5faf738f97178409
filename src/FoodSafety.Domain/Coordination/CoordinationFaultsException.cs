using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>A work mechanism, a plan of grids, links or groups cannot be made (协调机制有误): every fault is told.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CoordinationFaultsException : Exception, IBilingualError
{
    private CoordinationFaultsException(ImmutableArray<CoordinationFault> faults)
        : base(Describe(faults).English) => Faults = faults;

    /// <summary>All faults; at least one.</summary>
    public ImmutableArray<CoordinationFault> Faults { get; }

    /// <summary>How many faults there are, the first three, and how many more.</summary>
    public BilingualText Text => Describe(Faults);

    internal static void ThrowIfAny(ImmutableArray<CoordinationFault> faults)
    {
        if (!faults.IsEmpty)
        {
            throw new CoordinationFaultsException(faults);
        }
    }

    private static BilingualText Describe(ImmutableArray<CoordinationFault> faults) =>
        FaultSummary.Of(("", "Faults"), [.. faults.Select(fault => fault.Text)]);
}
