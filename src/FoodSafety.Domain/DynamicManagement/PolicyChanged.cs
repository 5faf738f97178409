using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>Another grading policy took effect (分级标准调整).</summary>
/// <param name="Grader">The policy, made ready.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record PolicyChanged(Grader<Tier> Grader) : Change
{
    /// <inheritdoc/>
    public override BilingualText Text => ($"分级标准改为 {Grader.Policy}", $"the policy became {Grader.Policy}");

    internal override BilingualText? FindFault(ChangeCheck check)
    {
        var policy = Grader.Policy;
        return !policy.IsInForce(check.On) ? ($"{policy} 在 {check.On:uuuu-MM-dd} 不生效", $"{policy} is not in force on {check.On:uuuu-MM-dd}")
            : policy.Facts.FirstOrDefault(fact => !check.Register.Facts.Schema.Contains(fact)) is { } missing
                ? ($"名录没有事实“{missing.Id}”的列", $"the register has no column for '{missing.Id}'")
            : !policy.Scale.MildestFirst.SequenceEqual(Tiers.Scale.MildestFirst)
                ? ($"{policy} 的等级次序不是包保分级的次序", $"{policy} does not order the tiers as they are")
            : null;
    }

    internal override void Apply(ManagedState state) => state.Grader = Grader;
}
