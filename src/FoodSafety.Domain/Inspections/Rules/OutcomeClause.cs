using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Inspections;

/// <summary>Which outcome an item that is not met asks for at least (处理规则): one line of <see cref="InspectionRules.Outcomes"/>, of which the first that fits decides.</summary>
/// <param name="Outcome">The lightest outcome that the item allows.</param>
/// <param name="Reason">Why, as people read it behind the name of the item: 影响食品安全, food safety is affected.</param>
/// <param name="Basis">Where it comes from.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record OutcomeClause(InspectionOutcome Outcome, BilingualText Reason, Citation Basis)
{
    /// <summary>The lightest outcome that the item allows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named values.</exception>
    public InspectionOutcome Outcome { get; init => field = value.Named(); } = Outcome.Named();

    /// <summary>Why, as people read it.</summary>
    /// <exception cref="TextRefusedException">It is empty in a language.</exception>
    public BilingualText Reason { get; init => field = TextRule.Name.Check(value, nameof(Reason)); } = TextRule.Name.Check(Reason, nameof(Reason));

    /// <summary>Where it comes from.</summary>
    public Citation Basis { get; init => field = value ?? throw new ArgumentNullException(nameof(Basis)); } = Basis ?? throw new ArgumentNullException(nameof(Basis));

    /// <summary>For which effects it holds; empty for all.</summary>
    public ItemList<ItemEffect> Effects { get; init => field = [.. value.Select(effect => effect.Named())]; }

    /// <summary>For which severities it holds; empty for all.</summary>
    public ItemList<FindingSeverity> Severities { get; init; }

    /// <summary>True where it holds for what was put right on the spot alone, false for what was not; null for both.</summary>
    public bool? CorrectedOnTheSpot { get; init; }

    internal bool Fits(ItemEffect effect, FindingSeverity severity, bool isCorrected) =>
        (Effects.IsEmpty || Effects.Contains(effect)) && (Severities.IsEmpty || Severities.Contains(severity)) && (CorrectedOnTheSpot is not { } asked || asked == isCorrected);
}
