using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Cadres and posts cannot become a roster (干部名册有误): every fault is told.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class CadreRosterException : Exception, IBilingualError
{
    internal CadreRosterException(ImmutableArray<CadreRosterFault> faults)
        : base(Describe(faults).English) => Faults = faults;

    /// <summary>All faults: those of cadres first, then those of posts in the order given; at least one.</summary>
    public ImmutableArray<CadreRosterFault> Faults { get; }

    /// <summary>How many faults there are, the first three, and how many more.</summary>
    public BilingualText Text => Describe(Faults);

    private static BilingualText Describe(ImmutableArray<CadreRosterFault> faults) =>
        FaultSummary.Of(("干部名册", "Faults in the roster"), [.. faults.Select(fault => fault.Text)]);
}
