using System.CommandLine;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Tool.Commands;

/// <summary><c>table</c>: a policy as tables, for people who approve rules.</summary>
internal sealed class TableCommand(PolicyText text, bool isByType, PrintedAnswer answer) : IGradeWork
{
    private const string ByType = "type";
    private const string ByGrade = "grade";

    public static Command Create(ToolConsole console)
    {
        var policy = Shared.Policy(console);
        var by = new Option<string>("--by")
        {
            Description = console.In((
                "type：每种业态在多大规模为哪一级，供审批；grade：各级的规则、条件和依据，供编写（默认）",
                "type: which grade a business type has from which size on, for those who approve; grade: the rules of each grade with conditions and basis, for those who write (the default)")),
            DefaultValueFactory = _ => ByGrade,
        };
        by.AcceptOnlyFromAmong(ByType, ByGrade);
        var printing = new PrintedOptions(console);
        var command = new Command("table", console.In((
            "以表格打印标准（Markdown、HTML 或 CSV）", "print a policy as tables (Markdown, HTML or CSV)"))) { policy, by, printing.Output, printing.Format };
        command.SetAction(asked =>
        {
            var text = PolicyText.Load(asked.GetValue(policy)!);
            return text.Kind.Run(new TableCommand(text, asked.GetValue(by) == ByType, printing.AnswerOf(asked)));
        });
        return command;
    }

    public int Run<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum
    {
        var policy = text.Read(kind.File);
        answer.Write(isByType ? policy.TableByType() : policy.TableByRule());
        return ExitCodes.Yes;
    }
}
