using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A rule that says which businesses must fill a post, and since when (配备规则).</summary>
/// <param name="Id">The stable key: lower-case words joined by hyphens.</param>
/// <param name="Required">The post.</param>
/// <param name="When">The condition on the facts of the business.</param>
/// <param name="InForce">The days on which the rule is in force.</param>
/// <param name="Reason">Which businesses these are, as people read it: "school canteens of 500 diners and more".</param>
/// <param name="Basis">Where the rule comes from.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StaffingRule(
    string Id, RequiredPost Required, Condition When, Term InForce, BilingualText Reason, Citation Basis)
{
    /// <summary>Which businesses these are, as people read it: "school canteens of 500 diners and more".</summary>
    public BilingualText Reason { get; init => field = TextRule.Note.CheckAny(value, nameof(Reason)); } = TextRule.Note.CheckAny(Reason, nameof(Reason));

    /// <summary>The stable key: lower-case words joined by hyphens.</summary>
    public string Id { get; init => field = TextRule.Key.Check(value, nameof(Id)); } = TextRule.Key.Check(Id, nameof(Id));

    /// <summary>Where the limits come from that the rule itself leaves to another text, as what "large" is; null when it has its own.</summary>
    public Citation? LimitBasis { get; init; }

    /// <summary>The tiers in which the rule applies, beside its condition; empty when the tier does not matter.</summary>
    public ItemList<Tier> Tiers { get; init; }

    /// <summary>True when the rule or its limits rest on no official text or government notice (示意).</summary>
    public bool IsIllustrative => Basis.IsIllustrative || LimitBasis is { IsIllustrative: true };

    /// <summary>Whether the rule applies to a business, on the days on which it is in force.</summary>
    /// <param name="business">The facts of the business.</param>
    /// <param name="tier">Its tier; null when it has none or none is known.</param>
    public bool AppliesTo(IFactSource business, Tier? tier = null) => (Tiers.IsEmpty || (tier is { } known && Tiers.Contains(known))) && When.Holds(business);

    /// <summary>Key, post and reason, for logs and the debugger.</summary>
    public override string ToString() => $"{Id}: {Required.Text.English}, {Reason.English}";
}
