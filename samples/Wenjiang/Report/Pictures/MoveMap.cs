using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using Wenjiang.Register;
using Wenjiang.Screen;

namespace Wenjiang.Report.Pictures;

/// <summary>The transition matrix as a heat map: warm where tiers went up, cool where they went down, pale where they stayed.</summary>
internal static class MoveMap
{
    private const double Cell = 64;
    private const double Left = 92;
    private const double Top = 62;
    private const string Stayed = "#efece4";
    private const string Nobody = "#faf9f6";

    private static readonly (int Red, int Green, int Blue) Up = (184, 68, 52);
    private static readonly (int Red, int Green, int Blue) Down = (44, 110, 150);
    private static readonly (int Red, int Green, int Blue) Out = (120, 112, 98);

    public static Html Of(RegradedChanges changes, Language language)
    {
        var outcomes = MoveTables.Outcomes;
        var most = Math.Max(1, outcomes.SelectMany(_ => outcomes, (from, to) => from == to ? 0 : changes[from, to]).Max());
        var size = outcomes.Length * Cell;
        var picture = new SvgPicture(Left + size + 2, Top + size + 2, new BilingualText("等级转移矩阵", "Transition matrix").In(language));
        picture.Text(Left + size / 2, 18, new BilingualText("现在的等级 →", "tier now →").In(language), Anchor.Middle, "label");
        picture.Text(0, 18, new BilingualText("↓ 原来的等级", "↓ tier before").In(language), Anchor.Start, "label");
        for (var i = 0; i < outcomes.Length; i++)
        {
            picture.Text(Left + (i + 0.5) * Cell, Top - 12, Name(outcomes[i], language), Anchor.Middle, "heading");
            picture.Text(Left - 14, Top + (i + 0.5) * Cell + 5, Name(outcomes[i], language), Anchor.End, "heading");
            for (var j = 0; j < outcomes.Length; j++)
            {
                Square(picture, i, j, changes[outcomes[i], outcomes[j]], most);
            }
        }

        return picture.ToHtml();
    }

    private static void Square(SvgPicture picture, int from, int to, long count, long most)
    {
        // The square root lets single moves be seen beside many.
        var strength = count == 0 ? 0 : 0.25 + 0.75 * Math.Sqrt((double)count / most);
        var isOut = from == MoveTables.Outcomes.Length - 1 || to == MoveTables.Outcomes.Length - 1;
        var fill = count == 0 ? Nobody : from == to ? Stayed : Mix(isOut ? Out : to < from ? Up : Down, strength);
        var (x, y) = (Left + to * Cell, Top + from * Cell);
        picture.Rectangle(x + 1.5, y + 1.5, Cell - 3, Cell - 3, fill, radius: 4);
        var text = count == 0 ? "·" : Figures.Number(count);
        picture.Text(x + Cell / 2, y + Cell / 2 + 6, text, Anchor.Middle, "cell", from != to && strength > 0.55 ? "#ffffff" : count == 0 ? "#c9c3b5" : null);
    }

    private static string Mix((int Red, int Green, int Blue) colour, double strength) =>
        $"#{Part(colour.Red, strength):x2}{Part(colour.Green, strength):x2}{Part(colour.Blue, strength):x2}";

    private static int Part(int colour, double strength) => (int)Math.Round(255 - (255 - colour) * strength);

    private static string Name(Tier? tier, Language language) =>
        tier?.ToString() ?? new BilingualText("不予分级", "none").In(language);
}
