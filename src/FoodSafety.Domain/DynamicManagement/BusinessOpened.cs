using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>A business opened and comes under guarantee (新增主体).</summary>
/// <param name="Business">The business as it is now; its id is new to the register.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record BusinessOpened(Business Business) : Change
{
    /// <inheritdoc/>
    public override BilingualText Text => ($"{Business.Id}：新增“{Business.Name}”", $"{Business.Id}: '{Business.Name}' opened");

    internal override BilingualText? FindFault(ChangeCheck check) =>
        check.Knows(Business.Id) ? ($"名录已有主体“{Business.Id}”", $"the register has '{Business.Id}' already")
        : check.Register.Areas.Find(Business.Area) is null ? ChangeCheck.UnknownArea(Business.Area)
        : Business.OwnFacts.Values.FirstOrDefault(v => !check.Register.Facts.Schema.Contains(v.Fact!) || BusinessFacts.IsStandard(v.Fact!)) is { Fact: { } own }
            ? ($"名录没有自定义事实“{own.Id}”的列", $"the register has no own column for '{own.Id}'")
        : check.Opens(Business.Id);

    internal override void Apply(ManagedState state) => state.StateChanged.Add(state.Register.Add(Business));
}
