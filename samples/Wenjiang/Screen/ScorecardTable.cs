using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using Spectre.Console;
using Wenjiang.Scorecards;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>The scorecard beside the published one.</summary>
internal static class ScorecardTable
{
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="lines">The counts.</param>
    /// <param name="state">Where the state comes from out of which they are computed.</param>
    public static Table Of(Terminal terminal, ImmutableArray<ScorecardLine> lines, Origin state)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("成绩单", "Scorecard")))
            .AddColumn(Number(terminal, ("本示例", "This run")))
            .AddColumn(terminal.In(("来源", "Origin")))
            .AddColumn(Number(terminal, ("温江区", "Wenjiang")))
            .AddColumn(terminal.In(("来源", "Origin")));
        foreach (var line in lines)
        {
            table.AddRow(
                terminal.In(line.Name), $"[bold]{Figures.Number(line.Computed)}[/]", $"{terminal.Tag(state)} {terminal.Tag(Origin.Computed)}",
                line.Published is { } published ? Figures.Number(published) : "–", $"{terminal.Tag(Origin.Published)} [grey]{terminal.In(Published.WenjiangSource)}[/]");
        }

        return table;
    }

    private static TableColumn Number(Terminal terminal, BilingualText name) => new TableColumn(terminal.In(name)).RightAligned();
}
