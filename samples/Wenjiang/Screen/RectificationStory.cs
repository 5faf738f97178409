using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using GeneratedDistrict.Problems;
using NodaTime.Text;
using Spectre.Console;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>One rectification, told step by step in Chinese and in English, whatever the language of the run.</summary>
internal static class RectificationStory
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>Tells the rectification that took the most steps.</summary>
    public static void Write(Terminal terminal, District district)
    {
        var book = district.Rectifications;
        if (book.All.MaxBy(problem => book.HistoryOf(problem.Id).Length) is not { Id: var id })
        {
            terminal.Say(terminal.In(("没有发现问题。", "No problem was found.")));
            return;
        }

        var finding = district.Findings[book[id].Finding];
        var business = district.Businesses.Register[finding.Business].Name;
        var words = ProblemWords.InBoth(finding.Description);
        terminal.Say($"[bold]{Terminal.Plain($"{business} {finding.Business}")}[/] {terminal.Tag(Origin.Generated)}");
        terminal.Say(Terminal.Plain($"{words.Chinese} / {words.English}"));
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("时间 / When").NoWrap()).AddColumn("中文").AddColumn("English");
        foreach (var step in book.HistoryOf(id))
        {
            var told = Tell(step);
            table.AddRow(Minutes.Format(step.At.InZone(ChinaTime.Zone).LocalDateTime), Terminal.Plain(told.Chinese), Terminal.Plain(told.English));
        }

        terminal.Show(table);
    }

    private static BilingualText Tell(Done<RectificationAct> done)
    {
        var step = done.Act;
        var (name, reason) = (step.Step.Name(), ProblemWords.InBoth(step.Reason));
        var (document, due) = (step.Document, step.Deadline);
        return (
            $"{name.Chinese}（{done.By}）{(document is null ? "" : $"，文书 {document}")}{(due is { } last ? $"，期限 {last.Text.Chinese}" : "")}{(reason.IsEmpty ? "" : $"：{reason.Chinese}")}",
            $"{name.English}, by {done.By}{(document is null ? "" : $", document {document}")}{(due is { } end ? $", {end.Text.English}" : "")}{(reason.IsEmpty ? "" : $": {reason.English}")}");
    }
}
