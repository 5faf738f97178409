using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>Words and numbers as a page shows them.</summary>
internal sealed class PageText(Language language)
{
    public string In(BilingualText text) => text.In(language);

    /// <summary>A text that stands alone, as a label does: with a capital.</summary>
    public string Label(BilingualText text)
    {
        var words = In(text);
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string Number(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A share in percent with one decimal, and with more where less than all would look whole or some like none.</summary>
    public static string Percent(long part, long all) => part == all && all > 0 ? "100%" : NumberText.Percent(part, all, 1);
}
