using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>
/// One channel of self-control records (自查记录渠道), as of makers or of caterers, with its own coverage. Channels are never averaged:
/// 92.03 % of the makers and 32.10 % of the caterers are not 62 % of anything.
/// </summary>
/// <param name="Name">Whose records they are.</param>
/// <param name="Share">The coverage as stated, in percent; null when it was not.</param>
/// <param name="Recording">How many businesses keep records; null when it was not stated.</param>
/// <param name="Bound">How many are bound to; null when it was not stated.</param>
public sealed record RecordChannel(BilingualText Name, StatedRate? Share, StatedCount? Recording = null, StatedCount? Bound = null)
{
    /// <summary>Whose records they are.</summary>
    public BilingualText Name { get; init => field = TextRule.Name.CheckAny(value, nameof(Name)); } = TextRule.Name.CheckAny(Name, nameof(Name));
}
