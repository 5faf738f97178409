using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>One field of a business row (导入字段): its column in files, its name, and what may stand in it.</summary>
/// <remarks>All of them, in the order of the columns: <see cref="BusinessRow.Fields"/>.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class ImportField
{
    private const int MostShown = 40;
    private readonly Func<BusinessRow, string?> _get;

    internal ImportField(
        string column, string property, BilingualText name, BilingualText allowed, Func<BusinessRow, string?> get, bool isRequired = false)
    {
        Column = column;
        Property = property;
        Name = name;
        Allowed = allowed;
        IsRequired = isRequired;
        _get = get;
    }

    /// <summary>The heading of its column in files (列名), as <c>diners-per-meal</c>; stable.</summary>
    public string Column { get; }

    /// <summary>The name that people see (字段名称).</summary>
    public BilingualText Name { get; }

    /// <summary>True when every row states it (必填).</summary>
    public bool IsRequired { get; }

    /// <summary>What may stand in it, and what blank means, in words (填写要求).</summary>
    public BilingualText Allowed { get; }

    /// <summary>The property of <see cref="BusinessRow"/> that holds it.</summary>
    internal string Property { get; }

    /// <summary>The text of the field in a row; null when the row does not have it.</summary>
    /// <param name="row">The row.</param>
    public string? Get(BusinessRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return _get(row);
    }

    /// <summary>The column.</summary>
    public override string ToString() => Column;

    /// <summary>A sentence that names the field, the value, what is wrong with it and what is allowed.</summary>
    /// <param name="value">The value; not shown when blank.</param>
    /// <param name="what">What is wrong, as it follows the value.</param>
    /// <param name="allowed">What is allowed instead of <see cref="Allowed"/>.</param>
    internal BilingualText Refuse(string? value, BilingualText what, BilingualText? allowed = null)
    {
        var (chinese, english) = string.IsNullOrWhiteSpace(value) ? ("", "") : ($"“{Excerpt.Of(value, MostShown)}”", $" '{Excerpt.Of(value, MostShown)}'");
        var rule = allowed ?? Allowed;
        var name = char.ToUpperInvariant(Name.English[0]) + Name.English[1..];
        return ($"{Name.Chinese}{chinese}{what.Chinese}；允许：{rule.Chinese}。", $"{name}{english} {what.English}; allowed: {rule.English}.");
    }
}
