using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>A problem that was found (发现问题): about whom, which item, how severe, on what evidence.</summary>
/// <remarks>Immutable: a finding says what was found on the day. What becomes of it is rectification, which begins from it.</remarks>
public sealed record Finding
{
    /// <summary>Its id.</summary>
    public FindingId Id { get; init; }

    /// <summary>Whom it is about.</summary>
    public required InspectionSubject Subject { get; init; }

    /// <summary>How it came to light.</summary>
    public required FindingSource Source { get; init; }

    /// <summary>The inspection that found it; null when it came from another source.</summary>
    public InspectionId? Inspection => Id.Inspection;

    /// <summary>The item that is not met, with the version of its list; no item when it was found without a list.</summary>
    public ChecklistItemId Item { get; init; }

    /// <summary>How much it weighs.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>What was found, in the words of who found it (问题描述).</summary>
    public required string Description { get; init => field = TextRule.Note.Check(value, nameof(Description)); }

    /// <summary>The evidence, in the order given; empty when there is none.</summary>
    public ItemList<EvidenceReference> Evidence { get; init; }

    /// <summary>What was measured, in the order given; empty when nothing was.</summary>
    public ItemList<Measurement> Measurements { get; init; }

    /// <summary>The day on which it was found.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public required LocalDate FoundOn { get; init; }

    /// <summary>Who recorded it: the key of the person or body in the user's platform.</summary>
    public required string By { get; init => field = TextRule.Key.Check(value, nameof(By)); }

    /// <summary>Whether it was put right before the inspectors left (当场整改); false unless stated.</summary>
    public bool IsCorrectedOnTheSpot { get; init; }

    /// <summary>The earlier finding that it carries on, which was still uncorrected at the follow-up (遗留问题); null for a new one.</summary>
    public FindingId? CarriedFrom { get; init; }

    /// <summary>The finding of the same item in the record that a substantive correction replaced; null when there is none.</summary>
    public FindingId? Replaces { get; init; }

    /// <summary>The business it is about; no id when it is about a cadre or an area.</summary>
    public BusinessId Business => Subject.Business;

    /// <summary>Whether it carries on an earlier finding.</summary>
    public bool IsCarriedOver => CarriedFrom is not null;
}
