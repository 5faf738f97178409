using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.SelfControl;

/// <summary>A post that one business must fill on a day, with every rule that requires it (配备要求).</summary>
/// <param name="Required">The post.</param>
/// <param name="Rules">The rules, in the order of the timeline; at least one.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StaffingRequirement(RequiredPost Required, ItemList<StaffingRule> Rules)
{
    /// <summary>The post and the reasons, as people read them.</summary>
    public BilingualText Text => (
        $"须配备{Required.Text.Chinese}：{string.Join("；", Rules.Select(rule => $"{rule.Reason.Chinese}（{rule.Basis.Text.Chinese}）"))}",
        $"needs a {Required.Text.English}: {string.Join("; ", Rules.Select(rule => $"{rule.Reason.English} ({rule.Basis.Text.English})"))}");

    /// <summary>The requirement in both languages.</summary>
    public override string ToString() => Text.ToString();
}
