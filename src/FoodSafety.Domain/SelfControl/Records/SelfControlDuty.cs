using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.SelfControl;

/// <summary>What record is due how often, and who may make it (自查制度要求).</summary>
/// <param name="Kind">The record.</param>
/// <param name="Cadence">How often it is due; <c>with { Cadence = Cadence.WorkingDay }</c> where nothing is done on other days.</param>
/// <param name="Makers">The posts that may make it.</param>
/// <param name="Form">The form on which it is made (记录表).</param>
/// <param name="Basis">Where it comes from.</param>
public sealed record SelfControlDuty(SelfControlKind Kind, Cadence Cadence, ItemList<SafetyPost> Makers, BilingualText Form, Citation Basis)
{
    /// <summary>The form on which it is made (记录表).</summary>
    public BilingualText Form { get; init => field = TextRule.Name.CheckAny(value, nameof(Form)); } = TextRule.Name.CheckAny(Form, nameof(Form));

    /// <summary>Record and cadence, for logs and the debugger.</summary>
    public override string ToString() => $"{Kind}, {Cadence}";
}
