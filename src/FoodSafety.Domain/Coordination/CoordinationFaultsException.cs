using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>A work mechanism, a plan of grids, links or groups cannot be made (协调机制有误): every fault is told.</summary>
public sealed class CoordinationFaultsException : Exception, IBilingualError
{
    private const int Shown = 3;

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

    private static BilingualText Describe(ImmutableArray<CoordinationFault> faults)
    {
        var first = faults.Take(Shown).Select(fault => fault.Text).ToArray();
        var more = faults.Length - first.Length;
        return (
            $"有 {faults.Length} 处差错。{string.Concat(first.Select(text => text.Chinese))}{(more > 0 ? $"另有 {more} 处。" : "")}",
            $"Faults: {faults.Length}. {string.Join(' ', first.Select(text => text.English))}{(more > 0 ? $" And {more} more." : "")}");
    }
}
