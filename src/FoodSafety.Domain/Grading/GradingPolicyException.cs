using System.Collections.Immutable;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>A grading policy that cannot be built (分级标准有误): every fault of it is listed.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class GradingPolicyException : Exception, IBilingualError
{
    internal GradingPolicyException(string policyId, string version, ImmutableArray<BilingualText> faults)
        : base(Describe(policyId, version, faults).English)
    {
        PolicyId = policyId;
        Version = version;
        Faults = faults;
    }

    /// <summary>The key of the policy.</summary>
    public string PolicyId { get; }

    /// <summary>The version of the policy.</summary>
    public string Version { get; }

    /// <summary>What is wrong, all of it, for people.</summary>
    public ImmutableArray<BilingualText> Faults { get; }

    /// <summary>What is wrong with the policy, in both languages.</summary>
    public BilingualText Text => Describe(PolicyId, Version, Faults);

    private static BilingualText Describe(string policyId, string version, ImmutableArray<BilingualText> faults) => (
        $"标准“{policyId}”{version} 无法构成：{string.Join("；", faults.Select(f => f.Chinese))}。",
        $"The policy '{policyId}' {version} cannot be built: {string.Join("; ", faults.Select(f => f.English))}.");
}
