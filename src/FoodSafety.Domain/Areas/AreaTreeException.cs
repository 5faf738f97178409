using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Areas;

/// <summary>A division list cannot become an area tree (区划名录有误): every fault of every row is told.</summary>
public sealed class AreaTreeException : Exception, IBilingualError
{
    private const int Shown = 3;

    internal AreaTreeException(ImmutableArray<AreaFault> faults)
        : base(Describe(faults).English) => Faults = faults;

    /// <summary>All faults, by row number; at least one.</summary>
    public ImmutableArray<AreaFault> Faults { get; }

    /// <summary>How many faults there are, the first three, and how many more.</summary>
    public BilingualText Text => Describe(Faults);

    private static BilingualText Describe(ImmutableArray<AreaFault> faults)
    {
        var first = faults.Take(Shown).Select(fault => fault.Text).ToArray();
        var more = faults.Length - first.Length;
        return (
            $"区划名录有 {faults.Length} 处差错。{string.Concat(first.Select(text => text.Chinese))}{(more > 0 ? $"另有 {more} 处。" : "")}",
            $"Faults in the area list: {faults.Length}. {string.Join(' ', first.Select(text => text.English))}{(more > 0 ? $" And {more} more." : "")}");
    }
}
