using FoodSafety.Domain.Languages;
using Wenjiang.Responsibility;

namespace Wenjiang.Report.Pictures;

/// <summary>How many businesses a seat of a level has: the average as a bar, least and most as a line across its end.</summary>
internal static class LoadBar
{
    private const double Width = 430;
    private const double Height = 20;

    // Where the longest line ends; the figure stands behind it.
    private const double Longest = 370;

    /// <param name="name">The level, for those who cannot see the bar.</param>
    /// <param name="level">Its load.</param>
    /// <param name="most">How many businesses the longest line stands for.</param>
    public static Html Of(string name, LevelFigures level, int most)
    {
        var picture = new SvgPicture(Width, Height, name);
        var average = (double)level.Load.MainPerSeat;
        var figure = NumberText.Beside(level.Load.MainPerSeat, 2, level.Least, level.Most);
        picture.Rectangle(0, 3, At(average), Height - 6, "#8fb3a8", $"{name}: {figure}", radius: 2);
        picture.Line(At(level.Least), Height / 2, At(level.Most), Height / 2, "#23272b");
        picture.Line(At(level.Least), 6, At(level.Least), Height - 6, "#23272b");
        picture.Line(At(level.Most), 6, At(level.Most), Height - 6, "#23272b");
        picture.Text(At(Math.Max(level.Most, average)) + 8, 14, figure, style: "figure");
        return picture.ToHtml();

        double At(double businesses) => Longest * businesses / most;
    }
}
