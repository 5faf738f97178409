using FoodSafety.Domain.Languages;
using GeneratedDistrict.Sources;
using Spectre.Console;
using Wenjiang.Register;

namespace Wenjiang.Screen;

/// <summary>One business and why it has its tier.</summary>
internal static class ExplanationPanel
{
    // A line and a blank on either side.
    private const int Frame = 4;

    public static Panel Of(Terminal terminal, DistrictAreas areas, ExplainedBusiness explained)
    {
        var (business, explanation) = explained;
        var tier = explanation.Decision.Grade;
        return new Panel(new Markup(Terminal.Plain(Wrapping.At(explanation.ToText(terminal.Language), terminal.Width - Frame))))
            .Header($"\u00A0[{TierColours.OnScreen(tier)}]{tier}[/] {Terminal.Plain(business.Name)} [grey]({terminal.In(business.Type.Name())}, {terminal.In(areas.TownOf(business.Area))})[/]\u00A0")
            .Border(BoxBorder.Rounded)
            .BorderStyle(Style.Parse("grey"))
            .Expand();
    }
}
