using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>Articles of the Food Safety Law, cited in the edition of the day of the act (食品安全法引用).</summary>
/// <remarks>
/// Both editions were read whole, in transcriptions of the official texts. The amendment of 12 September 2025 changed Arts. 41, 81, 82, 124 and
/// 132; the articles that this library cites read the same before and after it, save Art. 81.
/// </remarks>
internal static class FoodSafetyLaw
{
    /// <summary>The first day of the edition of 2025 (2025年修正施行日).</summary>
    public static readonly LocalDate Of2025From = new(2025, 12, 1);

    private static readonly Timeline<Edition> Editions = new(
        (LocalDate.MinIsoValue, new(
            ("中华人民共和国食品安全法（2021年修正前的文本，未核对）", "Food Safety Law (text before the amendment of 2021, not checked)"),
            SourceStanding.Unconfirmed, Url: null)),
        (new LocalDate(2021, 4, 29), new(
            ("中华人民共和国食品安全法（2021年修正）", "Food Safety Law (as amended in 2021)"), SourceStanding.OfficialText, new("https://github.com/LawRefBook/Laws"))),
        (Of2025From, new(
            ("中华人民共和国食品安全法（2025年修正）", "Food Safety Law (as amended in 2025)"),
            SourceStanding.OfficialText, new("https://flk.npc.gov.cn/detail?id=7b5a76d0461745a08d3f964916b87ef3"))));

    /// <summary>An article, in the edition in force on the day of the act.</summary>
    /// <param name="article">The article.</param>
    /// <param name="on">The day of the act.</param>
    public static Citation Article(string article, LocalDate on)
    {
        var (title, standing, url) = Editions.At(on);
        return new(title, standing, article, url);
    }

    private sealed record Edition(BilingualText Title, SourceStanding Standing, Uri? Url);
}
