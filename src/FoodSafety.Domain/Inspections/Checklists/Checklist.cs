using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Inspections;

/// <summary>One version of a list of what an inspection looks at (检查要点表、督导清单).</summary>
/// <remarks>
/// A list may extend another version of another list: it has the items of that one, under their own names, and then its own.
/// Immutable and safe to share between threads.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("ChecklistFile.Write")]
public sealed class Checklist
{
    private static readonly VersionRules<Checklist> Rules = new(static list => list.Id, static list => list.Version, static (_, _) => true);

    private readonly FrozenDictionary<string, ChecklistItem> _byCode;

    /// <summary>Makes a list.</summary>
    /// <param name="id">The key that all its versions have, which may be a code that an agency prints: a Latin letter or a digit, then letters, digits, dots and hyphens.</param>
    /// <param name="version">The version, as people name it.</param>
    /// <param name="title">What people call it.</param>
    /// <param name="inForce">The days on which it is in force.</param>
    /// <param name="severityBasis">Where the division into general and key items comes from.</param>
    /// <param name="items">Its own items, in their order; those of the extended list come before them.</param>
    /// <param name="extends">The list that it extends; null for none.</param>
    /// <exception cref="ArgumentException">
    /// The id or a code is no key, the version or a title is empty, no day is in force, there is no item, a code stands twice, or a
    /// severity is not stated.
    /// </exception>
    public Checklist(
        string id, string version, BilingualText title, Term inForce, Citation severityBasis, IEnumerable<ChecklistItem> items, Checklist? extends = null)
    {
        TextRule.Key.Check(version);
        ArgumentNullException.ThrowIfNull(severityBasis);
        ArgumentNullException.ThrowIfNull(items);
        (Id, Version, Title, InForce, SeverityBasis, Extends) = (PrintedCode.Check(id, nameof(id)), version, title, inForce, severityBasis, extends);
        if (inForce.IsEmpty)
        {
            throw new ArgumentException($"'{this}' is in force on no day ({inForce.Text.English}).", nameof(inForce));
        }

        OwnItems = [.. items.Select(item => item with
        {
            Id = new ChecklistItemId(id, version, PrintedCode.Check(item.Code, nameof(items))),
            SeverityBasis = severityBasis,
        })];
        Items = [.. extends?.Items ?? [], .. OwnItems];
        Check(nameof(items));
        _byCode = Items.ToFrozenDictionary(item => item.Code, StringComparer.Ordinal);
    }

    /// <summary>The versions of one list in time (清单沿革): on each day at most one is in force.</summary>
    /// <param name="versions">The versions, in any order; there may be days between them on which none is in force.</param>
    /// <exception cref="TimelineException">There is none, they are of different lists, two are called the same, or two overlap; every fault is listed.</exception>
    public static Timeline<Checklist> TimelineOf(params IEnumerable<Checklist> versions) => new(versions, static list => list.InForce, mayHaveGaps: true, Rules);

    /// <summary>The key that all its versions have.</summary>
    public string Id { get; }

    /// <summary>The version, as people name it (版本).</summary>
    public string Version { get; }

    /// <summary>Key and version: what acts and files call it.</summary>
    public ChecklistName Name => new(Id, Version);

    /// <summary>What people call it.</summary>
    public BilingualText Title { get; }

    /// <summary>The days on which it is in force (施行期间).</summary>
    public Term InForce { get; }

    /// <summary>Where the division into general and key items comes from (依据).</summary>
    public Citation SeverityBasis { get; }

    /// <summary>The list that it extends; null when it stands alone.</summary>
    public Checklist? Extends { get; }

    /// <summary>The kinds of inspection that use it; empty for a list that is taken by its key only.</summary>
    public ImmutableArray<InspectionKind> Kinds { get; init => field = value.IsDefault ? [] : [.. value.Distinct().Order()]; } = [];

    /// <summary>The types of business that it serves (适用业态); empty for a list that is taken by its key only, or is not about businesses.</summary>
    public ImmutableArray<BusinessType> Types { get; init => field = value.IsDefault ? [] : [.. value.Distinct().Order()]; } = [];

    /// <summary>The items that it adds to those it extends, in order.</summary>
    public ImmutableArray<ChecklistItem> OwnItems { get; }

    /// <summary>All items: those of the list that it extends, then its own.</summary>
    public ImmutableArray<ChecklistItem> Items { get; }

    /// <summary>True when an item, or which items are key, is not confirmed by an official text or a government notice (示意).</summary>
    public bool IsIllustrative => Items.Any(item => item.IsIllustrative || item.IsSeverityIllustrative);

    /// <summary>The item with a code.</summary>
    /// <param name="code">The code.</param>
    /// <exception cref="ArgumentException">The list has no such item.</exception>
    public ChecklistItem Item(string code) =>
        FindItem(code) ?? throw new ArgumentException($"'{this}' has no item '{code}'. Allowed: {string.Join(", ", Items.Select(item => item.Code))}.", nameof(code));

    /// <summary>The item with a code, or null when the list has none.</summary>
    /// <param name="code">The code.</param>
    public ChecklistItem? FindItem(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Whether it is for a kind of inspection of a type of business.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="type">The type; the default for oversight, which is not of businesses.</param>
    public bool Serves(InspectionKind kind, BusinessType type) => Kinds.Contains(kind) && (kind == InspectionKind.Oversight || Types.Contains(type));

    /// <summary>Key and version, as <c>order-49-catering@2022.1</c>.</summary>
    public override string ToString() => $"{Id}@{Version}";

    private void Check(string items)
    {
        TextRule.Name.Check(Title);
        if (Items.Any(item => item.Title.IsEmpty))
        {
            throw new ArgumentException($"'{this}': each item has a title.");
        }

        if (Items.IsEmpty)
        {
            throw new ArgumentException($"'{this}' has no item. Allowed: one or more.");
        }

        if (Items.GroupBy(item => item.Code, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"'{this}': the code '{twice.Key}' stands twice, in {string.Join(" and ", twice.Select(item => item.Id))}. Allowed: once.");
        }

        foreach (var item in Items)
        {
            FindingSeverity.Some(item.Severity, items);
        }
    }
}

/// <summary>Names one version of a checklist (清单名称), as <c>order-49-catering@2022.1</c>. The default value is no list.</summary>
/// <param name="Id">The key that all versions of the list have.</param>
/// <param name="Version">The version.</param>
[JsonConverter(typeof(TextJsonConverter<ChecklistName>))]
public readonly record struct ChecklistName(string Id, string Version) : ITextValue<ChecklistName>
{
    /// <summary>The key that all versions of the list have.</summary>
    public string Id { get; init => field = TextRule.Key.Check(value, nameof(Id)); } = TextRule.Key.Check(Id, nameof(Id));

    /// <summary>The version.</summary>
    public string Version { get; init => field = TextRule.Key.Check(value, nameof(Version)); } = TextRule.Key.Check(Version, nameof(Version));

    static BilingualText ITextValue<ChecklistName>.Allowed => ("清单@版本，如 order-49-catering@2022.1", "list@version, as order-49-catering@2022.1");

    /// <summary>True when there is no list.</summary>
    public bool IsNone => Id is null || Version is null;

    /// <summary>Reads the name of a version.</summary>
    /// <param name="s">List and version, as <c>order-49-catering@2022.1</c>.</param>
    /// <param name="provider">Not used: the text is the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is none.</exception>
    public static ChecklistName Parse(string s, IFormatProvider? provider = null) => ITextValue<ChecklistName>.Read(s);

    /// <summary>Reads the name of a version; false when the text is none.</summary>
    /// <param name="s">List and version, as <c>order-49-catering@2022.1</c>.</param>
    /// <param name="provider">Not used: the text is the same everywhere.</param>
    /// <param name="result">What was read; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ChecklistName result)
    {
        result = default;
        // A list has a key, in which the sign does not stand; a version may have it.
        if (s is null || s.IndexOf('@', StringComparison.Ordinal) is not (> 0 and var at) || !TextRule.Key.Admits(s[..at]) || !TextRule.Key.Admits(s[(at + 1)..]))
        {
            return false;
        }

        result = new(s[..at], s[(at + 1)..]);
        return true;
    }

    /// <summary>List and version, as <c>order-49-catering@2022.1</c>; empty by default.</summary>
    public override string ToString() => IsNone ? "" : $"{Id}@{Version}";
}

/// <summary>A head under which items of a list stand (清单大项): one of the four of the cadre's task list.</summary>
/// <param name="Code">What files call it.</param>
/// <param name="Title">What people call it.</param>
public sealed record ChecklistHead(string Code, BilingualText Title)
{
    /// <summary>What files call it.</summary>
    public string Code { get; init => field = TextRule.Key.Check(value, nameof(Code)); } = TextRule.Key.Check(Code, nameof(Code));

    /// <summary>What people call it.</summary>
    public BilingualText Title { get; init => field = TextRule.Name.CheckAny(value, nameof(Title)); } = TextRule.Name.CheckAny(Title, nameof(Title));
}
