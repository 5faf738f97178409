using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Policy versions that do not make a timeline (标准沿革有误): every fault is listed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class PolicyTimelineException : Exception, IBilingualError
{
    internal PolicyTimelineException(ImmutableArray<PolicyTimelineFault> faults)
        : base(Describe(faults).English) => Faults = faults;

    /// <summary>What is wrong, all of it; at least one.</summary>
    public ImmutableArray<PolicyTimelineFault> Faults { get; }

    /// <summary>All faults for people.</summary>
    public BilingualText Text => Describe(Faults);

    private static BilingualText Describe(ImmutableArray<PolicyTimelineFault> faults) => (
        $"标准各版本不能构成沿革：{string.Join("；", faults.Select(fault => fault.Text.Chinese))}。",
        $"The policy versions make no timeline: {string.Join("; ", faults.Select(fault => fault.Text.English))}.");
}
