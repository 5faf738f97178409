using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>A business moved to another village, town or district (主体迁址).</summary>
/// <param name="Business">The business.</param>
/// <param name="To">The area it stands in now.</param>
public sealed record BusinessMoved(BusinessId Business, AreaCode To) : Change
{
    /// <inheritdoc/>
    public override BilingualText Text => ($"{Business}：迁至 {To}", $"{Business}: moved to {To}");

    internal override BilingualText? FindFault(ChangeCheck check) =>
        !check.Knows(Business) ? ChangeCheck.UnknownBusiness(Business)
        : check.Register.Areas.Find(To) is null ? ChangeCheck.UnknownArea(To)
        : null;

    internal override void Apply(ManagedState state)
    {
        state.Register.Replace(state.Register[Business] with { Area = To });
        var row = state.Register.RowOf(Business);
        state.StateChanged.Add(row);
        state.AreaChanged.Add(row);
    }
}
