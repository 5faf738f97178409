using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>A change of a batch that cannot be made (变动有误).</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Change">The change.</param>
/// <param name="Text">Why it cannot be made.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ChangeFault(int Index, Change Change, BilingualText Text);
