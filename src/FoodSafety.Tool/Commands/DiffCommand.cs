using System.CommandLine;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Tool.Commands;

/// <summary><c>diff</c>: what another version says otherwise, and to whom it gives another grade, of all there can be.</summary>
internal sealed class DiffCommand(ToolConsole console, PolicyText old, PolicyText now) : IGradeWork
{
    public static Command Create(ToolConsole console)
    {
        var (old, now) = (Shared.OldPolicy(console), Shared.NewPolicy(console));
        var command = new Command("diff", console.In((
            "比较两个版本：变动的条款，以及等级不同的情形；等级全同则退出码为 0，有不同为 1",
            "compare two versions: the clauses that changed, and where the grades differ; exit code 0 when every grade is the same, 1 when not"))) { old, now };
        command.SetAction(asked =>
        {
            var (one, other) = PolicyText.LoadBoth(asked.GetValue(old)!, asked.GetValue(now)!);
            return one.Kind.Run(new DiffCommand(console, one, other));
        });
        return command;
    }

    public int Run<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum
    {
        var diff = PolicyDiff.Between(old.Read(kind.File), now.Read(kind.File));
        console.Output.Write($"{diff.ToText(console.Language)}\n");
        return diff.IsSameGrading ? ExitCodes.Yes : ExitCodes.No;
    }
}
