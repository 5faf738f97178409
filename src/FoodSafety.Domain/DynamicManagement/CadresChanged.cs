using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;

namespace FoodSafety.Domain.DynamicManagement;

/// <summary>Cadres came, left, or changed their posts (干部调整).</summary>
/// <param name="Roster">The whole roster as it is now, of the same areas.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record CadresChanged(CadreRoster Roster) : Change
{
    /// <inheritdoc/>
    public override BilingualText Text => ("包保干部名册调整", "the roster of cadres changed");

    internal override BilingualText? FindFault(ChangeCheck check) => ReferenceEquals(Roster.Areas, check.Register.Areas)
        ? null
        : ("干部名册用的是另一棵区划树", "the roster is of another area tree than the register");

    internal override void Apply(ManagedState state) => state.Roster = Roster;
}
