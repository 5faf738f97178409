using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Inspections;

/// <summary>One item of a checklist (检查项目).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ChecklistItem
{
    /// <summary>Its code in the list: a lower-case letter, then lower-case letters, digits, dots and hyphens, 64 at most.</summary>
    public required string Code { get; init => field = TextRule.Key.CheckAny(value, nameof(Code)); }

    /// <summary>What is looked at.</summary>
    public required BilingualText Title { get; init => field = TextRule.Note.CheckAny(value, nameof(Title)); }

    /// <summary>What a finding on it weighs: whether it is a general item or a key one (一般项目、重点项目).</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>Where the item comes from (依据).</summary>
    public required Citation Basis { get; init; }

    /// <summary>The head under which it stands; null when the list has none.</summary>
    public ChecklistHead? Head { get; init; }

    /// <summary>Its name with that of its list; no item until it stands in one.</summary>
    public ChecklistItemId Id { get; internal init; }

    /// <summary>Where its severity comes from: what the list says of all its own items; null until it stands in one.</summary>
    public Citation? SeverityBasis { get; internal init; }

    /// <summary>True when no official text or government notice confirms the item (示意).</summary>
    public bool IsIllustrative => Basis.IsIllustrative;

    /// <summary>True when no official text or government notice confirms that it is a general or a key item (示意).</summary>
    public bool IsSeverityIllustrative => SeverityBasis?.IsIllustrative == true;
}
