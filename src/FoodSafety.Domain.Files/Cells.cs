using System.Globalization;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Files;

/// <summary>How the cells of a table are written for people, and read again.</summary>
internal static class Cells
{
    private static readonly BilingualText Yes = ("是", "yes");
    private static readonly BilingualText No = ("否", "no");

    // How people write days; the first is how they are kept.
    private static readonly LocalDatePattern[] Days =
        [LocalDatePattern.Iso, .. new[] { "uuuu/M/d", "uuuu-M-d", "uuuu.M.d", "uuuu'年'M'月'd'日'" }.Select(LocalDatePattern.CreateWithInvariantCulture)];

    public static string Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "";

    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string Flag(bool? flag) => flag switch { true => "true", false => "false", null => "" };

    /// <summary>A text without blanks around it, its lines ended by a line feed.</summary>
    public static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();

    /// <summary>The text by which a table keeps what somebody wrote; null when the column holds no such thing. Empty where nothing is written.</summary>
    public static string? Read(TableColumn column, string text)
    {
        text = Plain(text);
        return text.Length == 0 ? "" : column.Kind switch
        {
            CellKind.Text => text,
            CellKind.Code => text.Any(char.IsControl) ? null : text,
            CellKind.Day => Days.Select(pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success) is { } found ? Day(found.Value) : null,
            CellKind.Number => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? Number(number) : null,
            CellKind.Flag => text switch { "true" or "TRUE" or "yes" or "是" => "true", "false" or "FALSE" or "no" or "否" => "false", _ => null },
            CellKind.Choice => Find(column, text),
        };
    }

    /// <summary>What a file shows of a kept text.</summary>
    public static string Show(TableColumn column, string text, Language language) => text.Length == 0 ? "" : column.Kind switch
    {
        CellKind.Text or CellKind.Code or CellKind.Day or CellKind.Number => text,
        CellKind.Flag => (text == "true" ? Yes : No).In(language),
        CellKind.Choice => column.Choices.First(choice => choice.Code == text).Name.In(language),
    };

    /// <summary>What a column holds.</summary>
    public static BilingualText Allowed(TableColumn column) => column.Kind switch
    {
        CellKind.Text => ("文字", "a text"),
        CellKind.Code => ("编号", "a code"),
        CellKind.Day => ("日期，如 2026-09-30", "a day, as 2026-09-30"),
        CellKind.Number => ("数值，如 12.5", "a number, as 12.5"),
        CellKind.Flag => ("是、否", "yes, no"),
        CellKind.Choice => (string.Join('、', column.Choices.Select(choice => choice.Name.Chinese)), string.Join(", ", column.Choices.Select(choice => choice.Name.English))),
    };

    /// <summary>The choice that somebody means: by its code or name, however it is spaced and in capitals or not.</summary>
    private static string? Find(TableColumn column, string text)
    {
        var bare = Bare(text);
        foreach (var (code, name) in column.Choices)
        {
            if (bare == Bare(code) || bare == Bare(name.Chinese) || bare == Bare(name.English))
            {
                return code;
            }
        }

        return null;

        static string Bare(string words) => string.Concat(words.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
    }
}

/// <summary>What a column and a layout may be called.</summary>
internal static class CellRules
{
    public static string Key(string text, string parameter) =>
        TextRule.Key.Admits(text) ? text : throw new ArgumentException($"'{text}' is no key. Allowed: {TextRule.Key.Allowed.English}.", parameter);

    public static BilingualText Name(BilingualText text, string parameter) => TextRule.Name.Admits(text.Chinese) && TextRule.Name.Admits(text.English)
        ? text : throw new ArgumentException($"'{text}' is no name. Allowed: {TextRule.Name.Allowed.English}, in both languages.", parameter);

    public static CellKind Kind(CellKind kind) =>
        Enum.IsDefined(kind) ? kind : throw new ArgumentOutOfRangeException(nameof(kind), kind, $"Allowed: {string.Join(", ", EnumCodes.All<CellKind>())}.");
}
