using Wenjiang.Register;
using Wenjiang.Screen;

namespace Wenjiang.Report.Pictures;

/// <summary>One stacked bar: how many businesses of a town are in which tier.</summary>
internal static class TierBar
{
    public const double Width = 430;

    private const double Height = 18;

    // Four businesses among two thousand would be less than a pixel; they still have to be seen.
    private const double Visible = 2;

    /// <param name="name">The town, for those who cannot see the bar.</param>
    /// <param name="counts">Its businesses.</param>
    /// <param name="longest">How many businesses a bar of full width stands for.</param>
    public static Html Of(string name, TierCounts counts, long longest)
    {
        var picture = new SvgPicture(Width, Height, name);
        var x = 0.0;
        foreach (var tier in TierCounts.LargestFirst)
        {
            if (counts[tier] is > 0 and var businesses)
            {
                var width = Math.Max(Visible, Width * businesses / longest);
                width = Math.Min(width, Width - x);
                picture.Rectangle(x, 1, width, Height - 2, TierColours.OnPaper(tier), $"{name} · {tier}: {Figures.Number(businesses)}");
                x += width;
            }
        }

        return picture.ToHtml();
    }
}
