using System.Collections.Immutable;
using FoodSafety.Domain;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using GeneratedDistrict.Sources;
using Spectre.Console;
using Wenjiang.Scorecards;
using Wenjiang.Sources;
using Wenjiang.Storage;

namespace Wenjiang.Screen;

/// <summary>The scorecard beside the published one.</summary>
internal static class ScorecardTable
{
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="lines">The counts.</param>
    /// <param name="isLikePublished">Whether the district is the generated one, made to be compared with the published figures.</param>
    public static Table Of(Terminal terminal, ImmutableArray<ScorecardLine> lines, bool isLikePublished)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("成绩单", "Scorecard")))
            .AddColumn(Number(terminal, ("本示例", "This run")))
            .AddColumn(terminal.In(("来源", "Origin")));
        if (isLikePublished)
        {
            table.AddColumn(Number(terminal, ("温江区", "Wenjiang"))).AddColumn(terminal.In(("来源", "Origin")));
        }

        foreach (var line in lines)
        {
            string[] published = isLikePublished
                ? [Figures.Number(line.Published), $"{terminal.Tag(Origin.Published)} [grey]{terminal.In(Published.WenjiangSource)}[/]"]
                : [];
            table.AddRow([terminal.In(line.Name), $"[bold]{Figures.Number(line.Computed)}[/]", $"{terminal.Tag(line.State)} {terminal.Tag(Origin.Computed)}", .. published]);
        }

        return table;
    }

    /// <summary>Tells what became of the district between two days.</summary>
    public static void WriteChanges(Terminal terminal, ScorecardComparison comparison)
    {
        ScorecardMeasure[] told = [ScorecardMeasure.Visited, ScorecardMeasure.Found, ScorecardMeasure.Rectified, ScorecardMeasure.Open, ScorecardMeasure.Overdue];
        var changes = told.Where(comparison.Changed.Contains).Select(measure => (measure.Name, Text: Signed(comparison[measure]!.Value))).ToArray();
        if (changes.Length == 0)
        {
            return;
        }

        terminal.Say($"{terminal.In((
            $"与 {comparison.Since:uuuu-MM-dd} 相比：{string.Join("，", changes.Select(change => $"{change.Item1.Chinese} {change.Text}"))}",
            $"Since {comparison.Since:uuuu-MM-dd}: {string.Join(", ", changes.Select(change => $"{change.Item1.English} {change.Text}"))}"))} {terminal.Tag(Origin.Computed)}");
    }

    /// <summary>Tells what the commitment of one cadre counts for.</summary>
    public static void WriteLoss(Terminal terminal, Cadre cadre, ScorecardEntry before, ScorecardEntry after)
    {
        var (named, committed) = (Change(ScorecardMeasure.NamedInCommitment), Change(ScorecardMeasure.CommittedCadres));
        terminal.Say($"{terminal.In((
            $"若终止 {CadreDirectory.NameOf(cadre.Id)}（{cadre.Id}）的承诺书：{named.Chinese}，{committed.Chinese}",
            $"Without the commitment of {CadreDirectory.NameOf(cadre.Id)} ({cadre.Id}): {named.English}, {committed.English}"))} {terminal.Tag(Origin.Computed)}");

        BilingualText Change(ScorecardMeasure measure)
        {
            var counts = $"{Figures.Number(before[measure])} → {Figures.Number(after[measure])}";
            return ($"{measure.Name.Chinese} {counts}", $"{measure.Name.English} {counts}");
        }
    }

    private static string Signed(long change) => change > 0 ? $"+{Figures.Number(change)}" : Figures.Number(change);

    private static TableColumn Number(Terminal terminal, BilingualText name) => new TableColumn(terminal.In(name)).RightAligned();
}
