using System.CommandLine;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Tool.Commands;

/// <summary><c>areas</c>: what became of the areas of one division list in another, as a file to look through and to complete.</summary>
internal static class AreasCommand
{
    public static Command Create(ToolConsole console)
    {
        var before = new Argument<string>(console.In(("原名录", "OLD"))) { Description = console.In(("原区划名录（CSV：code,name）", "the division list before (CSV: code,name)")) };
        var after = new Argument<string>(console.In(("现名录", "NEW"))) { Description = console.In(("现区划名录", "the division list after")) };
        var decided = new Option<string?>("--decided")
        {
            Description = console.In(("已作认定的承继文件：本命令先前的输出，已填写“?”处", "the file of decisions: what this command wrote, with what was marked ? filled in")),
            HelpName = console.In(("文件", "FILE")),
        };
        var within = new Option<string[]>("--within")
        {
            Description = console.In(("只比对这些区划及其所辖；某名录中没有的代码在该名录中略过", "compare these areas and what is inside them alone; a code that a list does not have is passed over in it")),
            HelpName = console.In(("代码", "CODE")),
            AllowMultipleArgumentsPerToken = true,
        };
        within.Validators.Add(result =>
        {
            foreach (var code in result.GetValueOrDefault<string[]?>() ?? [])
            {
                if (!AreaCode.TryParse(code, out _))
                {
                    result.AddError(console.In(($"“{code}”不是区划代码", $"'{code}' is no area code")));
                }
            }
        });
        var (output, encoding) = (Shared.Output(console), Shared.Encoding(console));
        var command = new Command("areas", console.In((
            "比对两份区划名录：更名、代码变更、合并、拆分，以及需人工认定的；输出承继文件（CSV）",
            "compare two division lists: renamed, recoded, merged, split, and what somebody has to decide, as a file of area succession (CSV)"))) { before, after, decided, within, output, encoding };
        command.SetAction(asked =>
        {
            var (csv, codes) = (Shared.EncodingOf(asked.GetValue(encoding)), (asked.GetValue(within) ?? []).Select(AreaCode.Parse).ToArray());
            var (old, since) = (Cut(AreaFile.Read(asked.GetValue(before)!, csv), codes), Cut(AreaFile.Read(asked.GetValue(after)!, csv), codes));
            var compared = asked.GetValue(decided) is { } file ? SuccessionFile.Read(file, csv).Compare(old, since) : AreaComparison.Of(old, since);
            Shared.Answer(console, asked.GetValue(output), withMark: true, target => SuccessionFile.Write(target, compared));
            console.Note(($"未变 {compared.UnchangedCount:N0}", $"unchanged {compared.UnchangedCount:N0}"));
            foreach (var (kind, count) in compared.Changes.CountBy(change => change.Kind).OrderBy(count => count.Key))
            {
                console.Note(($"{kind.Name().Chinese} {count:N0}", $"{kind.Name().English} {count:N0}"));
            }

            return compared.Undecided.IsEmpty ? ExitCodes.Yes : ExitCodes.No;
        });
        return command;
    }

    private static AreaTree Cut(AreaTree areas, AreaCode[] codes)
    {
        AreaCode[] known = [.. codes.Where(code => areas.Find(code) is not null)];
        return codes.Length == 0 ? areas
            : known.Length == 0 ? throw new ToolException(($"名录中没有 {string.Join('、', codes)}", $"the list has none of {string.Join(", ", codes)}"))
            : areas.Within(known);
    }
}
