using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>Other duties of keeping records were laid down (自查制度要求发布): they hold for records made from the day of record on.</summary>
/// <remarks>Until some are, those of Order 60 hold: <see cref="SelfControlDuties.All"/>.</remarks>
/// <param name="Rules">The duties, one for each kind of record, the most frequent first.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RecordDutiesLaidDown(ItemList<SelfControlDuty> Rules) : RulesLaidDown<ItemList<SelfControlDuty>>(Rules)
{
    /// <inheritdoc/>
    public override string Kind => "record-duties-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("record-duties", "");

    internal static ItemList<SelfControlDuty> National(LocalDate day) => SelfControlDuties.All;

    private protected override ItemList<SelfControlDuty> Check(ItemList<SelfControlDuty> duties) =>
        duties.Select(duty => duty.Kind).Order().SequenceEqual(SelfControlDuties.All.Select(duty => duty.Kind))
            ? duties
            : throw new ArgumentException("Allowed: one duty for each kind of record.", nameof(duties));
}

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
