using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using GeneratedDistrict.Sources;
using Wenjiang.Register;
using Wenjiang.Screen;

namespace Wenjiang.Report.Pictures;

/// <summary>
/// The share of each tier beside those that cities published: one small chart for each tier on a scale of its own, since A is a
/// thousandth of what D is.
/// </summary>
internal static class ShareBars
{
    private const double PanelWidth = 232;
    private const double Gap = 20;
    private const double RowHeight = 30;
    private const double Top = 40;
    private const double NameWidth = 62;
    private const double ValueWidth = 62;
    private const double BarHeight = 15;

    public static Html Of(TierCounts all, Language language)
    {
        var rows = 1 + Published.Cities.Length;
        var tiers = TierCounts.LargestFirst;
        var picture = new SvgPicture(
            tiers.Length * PanelWidth + (tiers.Length - 1) * Gap, Top + rows * RowHeight + 4,
            new BilingualText("各级占比与公布数字的比较", "Share of each tier beside published figures").In(language));
        for (var i = 0; i < tiers.Length; i++)
        {
            Panel(picture, i * (PanelWidth + Gap), tiers[i], all, language);
        }

        return picture.ToHtml();
    }

    private static void Panel(SvgPicture picture, double left, Tier tier, TierCounts all, Language language)
    {
        picture.Rectangle(left, 6, 13, 13, TierColours.OnPaper(tier), radius: 2);
        picture.Text(left + 20, 17, tier.Name().In(language), style: "heading");
        picture.Line(left, 28, left + PanelWidth, 28, "#d8d3c7");

        var bars = new List<(BilingualText Place, double Share, string Text)> { (("温江", "Wenjiang"), all.ShareOf(tier), Figures.Percent(all[tier], all.Total)) };
        bars.AddRange(Published.Cities.Select(city => (city.Place, city.ShareOf(tier), Figures.Percent(city[tier], city.Total))));
        var longest = Math.Max(bars.Max(bar => bar.Share), double.Epsilon);
        for (var row = 0; row < bars.Count; row++)
        {
            var (place, share, text) = bars[row];
            var y = Top + row * RowHeight;
            var width = (PanelWidth - NameWidth - ValueWidth) * share / longest;
            picture.Text(left, y + 12, place.In(language), style: row == 0 ? "label strong" : "label");
            picture.Rectangle(left + NameWidth, y, width, BarHeight, row == 0 ? TierColours.OnPaper(tier) : "#b9b3a5", radius: 2);
            picture.Text(left + NameWidth + width + 6, y + 12, text, style: row == 0 ? "figure strong" : "figure");
        }
    }
}
