using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Inspections;

/// <summary>One item of a checklist (检查项目).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ChecklistItem
{
    /// <summary>Its code in the list, as the agency prints it, "04L" or "3-301.11": a Latin letter or a digit, then letters, digits, dots and hyphens, 64 at most.</summary>
    public required string Code { get; init => field = TextRule.Key.CheckAny(value, nameof(Code)); }

    /// <summary>What is looked at.</summary>
    public required BilingualText Title { get; init => field = TextRule.Note.CheckAny(value, nameof(Title)); }

    /// <summary>What a finding on it weighs, on the scale of the place: by Order 49 whether it is a general item or a key one (一般项目、重点项目).</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>
    /// Since which version of its list the code names this item (项目起始版本); null where it always did. A version that puts another item under an old code says its
    /// own name here, and later ones repeat it, so that what is found of the new item repeats nothing that was found of the old one.
    /// </summary>
    public string? Since { get; init => field = TextRule.Key.CheckAny(value, nameof(Since)); }

    /// <summary>Where the item comes from (依据).</summary>
    public required Citation Basis { get; init; }

    /// <summary>The head under which it stands; null when the list has none.</summary>
    public ChecklistHead? Head { get; init; }

    /// <summary>Its name with that of its list; no item until it stands in one.</summary>
    public ChecklistItemId Id { get; internal init; }

    /// <summary>Where its severity comes from: what the list says of all its own items; null until it stands in one.</summary>
    public Citation? SeverityBasis { get; internal init; }

    /// <summary>Whether a finding is of this item, of whatever version of its list.</summary>
    internal bool IsOf(Finding finding) => Id.IsSameCode(finding.Item) && Since == finding.ItemSince;

    /// <summary>True when no official text or government notice confirms the item (示意).</summary>
    public bool IsIllustrative => Basis.IsIllustrative;

    /// <summary>True when no official text or government notice confirms its severity (示意).</summary>
    public bool IsSeverityIllustrative => SeverityBasis?.IsIllustrative == true;
}

/// <summary>Names one item of one version of a checklist (检查项目编号).</summary>
/// <remarks>
/// It keeps the version under which a finding was made. An item that a list takes over from its base list is named by the base
/// list. The default value is no item.
/// </remarks>
/// <param name="Checklist">The id of the list: "order-49-catering".</param>
/// <param name="Version">The version of the list: "2022.1".</param>
/// <param name="Code">The code of the item in it: "staff-health".</param>
[JsonConverter(typeof(TextJsonConverter<ChecklistItemId>))]
public readonly record struct ChecklistItemId(string Checklist, string Version, string Code) : ITextValue<ChecklistItemId>
{
    /// <summary>The id of the list: "order-49-catering".</summary>
    public string Checklist { get; init => field = TextRule.Key.Check(value, nameof(Checklist)); } = TextRule.Key.Check(Checklist, nameof(Checklist));

    /// <summary>The version of the list: "2022.1".</summary>
    public string Version { get; init => field = TextRule.Key.Check(value, nameof(Version)); } = TextRule.Key.Check(Version, nameof(Version));

    /// <summary>The code of the item in it: "staff-health".</summary>
    public string Code { get; init => field = TextRule.Key.Check(value, nameof(Code)); } = TextRule.Key.Check(Code, nameof(Code));

    /// <summary>True when there is no item.</summary>
    public bool IsNone => Checklist is null || Version is null || Code is null;

    /// <summary>
    /// True when both are the same code of the same list, of whatever versions; never when either is no item. A version may say that the code names another item than
    /// before: <see cref="ChecklistItem.Since"/>.
    /// </summary>
    /// <param name="other">The other item.</param>
    public bool IsSameCode(ChecklistItemId other) => !IsNone && Checklist == other.Checklist && Code == other.Code;

    static BilingualText ITextValue<ChecklistItemId>.Allowed =>
        ("清单@版本/项目，如 order-49-catering@2022.1/staff-health", "list@version/item, as order-49-catering@2022.1/staff-health");

    /// <summary>Reads the name of an item.</summary>
    /// <param name="s">List, version and code, as <c>order-49-catering@2022.1/staff-health</c>.</param>
    /// <param name="provider">Not used: the text is the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is none.</exception>
    public static ChecklistItemId Parse(string s, IFormatProvider? provider = null) => ITextValue<ChecklistItemId>.Read(s);

    /// <summary>Reads the name of an item; false when the text is none.</summary>
    /// <param name="s">List, version and code, as <c>order-49-catering@2022.1/staff-health</c>.</param>
    /// <param name="provider">Not used: the text is the same everywhere.</param>
    /// <param name="result">What was read; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ChecklistItemId result)
    {
        result = default;
        // Lists and items have keys, in which neither sign stands; a version may have either.
        if (s is null || s.IndexOf('@', StringComparison.Ordinal) is not (> 0 and var at) || s.LastIndexOf('/') is var slash && (slash <= at + 1 || slash == s.Length - 1))
        {
            return false;
        }

        result = new(s[..at], s[(at + 1)..slash], s[(slash + 1)..]);
        return true;
    }

    /// <summary>List, version and code, as <c>order-49-catering@2022.1/staff-health</c>; empty by default.</summary>
    public override string ToString() => IsNone ? "" : $"{Checklist}@{Version}/{Code}";
}
