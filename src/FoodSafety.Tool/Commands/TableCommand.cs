using System.CommandLine;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Tool.Commands;

/// <summary><c>table</c>: a policy as decision tables, for people who approve rules.</summary>
internal sealed class TableCommand(ToolConsole console, PolicyText text, string? output) : IGradeWork
{
    public static Command Create(ToolConsole console)
    {
        var policy = Shared.Policy(console);
        var output = Shared.Output(console);
        var command = new Command("table", console.In(("以决策表打印标准（Markdown）", "print a policy as decision tables (Markdown)"))) { policy, output };
        command.SetAction(asked =>
        {
            var text = PolicyText.Load(asked.GetValue(policy)!);
            return text.Kind.Run(new TableCommand(console, text, asked.GetValue(output)));
        });
        return command;
    }

    public int Run<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum
    {
        var table = text.Read(kind.File).ToMarkdown(console.Language);
        Shared.Answer(console, output, withMark: false, target => target.Write(table));
        return ExitCodes.Yes;
    }
}
