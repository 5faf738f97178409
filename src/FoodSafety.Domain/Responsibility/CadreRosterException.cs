using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Cadres and posts cannot become a roster (干部名册有误): every fault is told.</summary>
public sealed class CadreRosterException : Exception, IBilingualError
{
    private const int Shown = 3;

    internal CadreRosterException(ImmutableArray<CadreRosterFault> faults)
        : base(Describe(faults).English) => Faults = faults;

    /// <summary>All faults: those of cadres first, then those of posts in the order given; at least one.</summary>
    public ImmutableArray<CadreRosterFault> Faults { get; }

    /// <summary>How many faults there are, the first three, and how many more.</summary>
    public BilingualText Text => Describe(Faults);

    private static BilingualText Describe(ImmutableArray<CadreRosterFault> faults)
    {
        var first = faults.Take(Shown).Select(fault => fault.Text).ToArray();
        var more = faults.Length - first.Length;
        return (
            $"干部名册有 {faults.Length} 处差错。{string.Concat(first.Select(text => text.Chinese))}{(more > 0 ? $"另有 {more} 处。" : "")}",
            $"Faults in the roster: {faults.Length}. {string.Join(' ', first.Select(text => text.English))}{(more > 0 ? $" And {more} more." : "")}");
    }
}
