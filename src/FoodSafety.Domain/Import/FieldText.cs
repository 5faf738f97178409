using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>
/// How the text of a field becomes a value. Each question that a rule asks (Is, Has, Find) takes any text; each reading takes
/// only what the rules let pass, blank included.
/// </summary>
internal static partial class FieldText
{
    private static readonly FrozenDictionary<string, BusinessType> Types = EnumCodes.All<BusinessType>()
        .SelectMany(type => new[] { KeyValuePair.Create(type.Code(), type), KeyValuePair.Create(type.Name().Chinese, type) })
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, OperatingStatus> Statuses = EnumCodes.All<OperatingStatus>()
        .SelectMany(status => new[] { KeyValuePair.Create(status.Code(), status), KeyValuePair.Create(status.Name().Chinese, status) })
        .ToFrozenDictionary(StringComparer.Ordinal);

    // Spreadsheets write TRUE and FALSE.
    private static readonly FrozenDictionary<string, bool> Flags = new Dictionary<string, bool>
    {
        ["yes"] = true,
        ["true"] = true,
        ["1"] = true,
        ["是"] = true,
        ["no"] = false,
        ["false"] = false,
        ["0"] = false,
        ["否"] = false,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);

    /// <summary>The first character that no text has which was read as it was written, and its place, from 1; null when there is none.</summary>
    public static (Rune Character, int Place)? FindBroken(string text)
    {
        var place = 0;
        foreach (var character in text.EnumerateRunes())
        {
            place++;
            if (character == Rune.ReplacementChar || Rune.IsControl(character))
            {
                return (character, place);
            }
        }

        return null;
    }

    public static bool IsType(string text) => Types.ContainsKey(text);

    public static bool IsStatus(string text) => Statuses.ContainsKey(text);

    public static bool IsFlag(string text) => Flags.ContainsKey(text);

    public static bool IsNumber(string text) => PlainNumber().IsMatch(text);

    // A zero with a sign, as some spreadsheets write what they rounded, is zero.
    public static bool IsNegative(string text) => text[0] == '-' && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0;

    // What even a decimal cannot hold is above every limit.
    public static bool IsAtMost(string text, decimal maximum) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value <= maximum;

    /// <summary>Whether a number needs at most so many decimals. Counted in the text: a decimal would round away the 29th digit.</summary>
    public static bool HasAtMostDecimals(string text, int decimals)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 || text.AsSpan(point + 1).TrimEnd('0').Length <= decimals;
    }

    public static BusinessType? FindType(string? text) => text is not null && Types.TryGetValue(text, out var type) ? type : null;

    public static OperatingStatus ReadStatus(string? text) => IsBlank(text) ? OperatingStatus.Operating : Statuses[text!];

    public static UnifiedSocialCreditCode ReadCreditCode(string? text) => IsBlank(text) ? default : UnifiedSocialCreditCode.Parse(text);

    public static FoodLicenceNumber ReadLicence(string? text) => IsBlank(text) ? default : FoodLicenceNumber.Parse(text);

    public static decimal? ReadNumber(string? text) => IsBlank(text) ? null : decimal.Parse(text!, NumberStyles.Float, CultureInfo.InvariantCulture);

    public static bool? ReadFlag(string? text) => IsBlank(text) ? null : Flags[text!];

    public static string Show(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Show(bool? flag) => flag switch { true => "yes", false => "no", null => "" };

    [GeneratedRegex(@"\A-?[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex PlainNumber();
}
