using System.Diagnostics.CodeAnalysis;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

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
