using System.CommandLine;
using System.Globalization;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Tool.Commands;

/// <summary><c>cases</c>: a golden table of a policy, with a business on either side of each limit.</summary>
internal sealed class CasesCommand(ToolConsole console, PolicyText text, string? output) : IGradeWork
{
    public static Command Create(ToolConsole console)
    {
        var policy = Shared.Policy(console);
        var output = Shared.Output(console);
        var command = new Command("cases", console.In((
            "生成用例表（CSV）：每个界限两侧各一户，每条规则至少一户，连同等级",
            "make a table of cases (CSV): a business on either side of each limit, one at least for each rule, with their grades"))) { policy, output };
        command.SetAction(asked =>
        {
            var text = PolicyText.Load(asked.GetValue(policy)!);
            return text.Kind.Run(new CasesCommand(console, text, asked.GetValue(output)));
        });
        return command;
    }

    public int Run<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum
    {
        var cases = PolicyCases.Of(text.Read(kind.File));
        Shared.Answer(console, output, withMark: true, target => Write(target, cases));
        console.Note(($"{cases.Cases.Length} 个用例", Shared.Counted(cases.Cases.Length, "case")));
        if (!cases.IsComplete)
        {
            console.Note(("标准过大，用例可能不全", "the policy is too large to be looked at whole; cases may be missing"));
        }

        return cases.IsComplete ? ExitCodes.Yes : ExitCodes.No;
    }

    private static void Write<TGrade>(TextWriter target, PolicyCases<TGrade> cases) where TGrade : struct, Enum
    {
        var facts = cases.Policy.Facts;
        string[] heading = [CaseColumns.Case, CaseColumns.Shows, .. facts.Select(fact => fact.Id), CaseColumns.Grade, CaseColumns.Clause, "reason-zh", "reason-en"];
        target.Write($"{string.Join(',', heading)}\n");
        foreach (var (i, one) in cases.Cases.Index())
        {
            var clause = cases.Policy.ClauseOf(one.Decision);
            var stated = one.Facts.Values.ToDictionary(value => value.Fact!, value => value.ValueText);
            string[] cells =
            [
                (i + 1).ToString(CultureInfo.InvariantCulture), ShowsOf(one), .. facts.Select(fact => stated.GetValueOrDefault(fact, "")),
                one.Decision.FindGrade()?.ToString() ?? GradedFile.NotGraded, clause.Id, OutputText.ToSpreadsheet(clause.Title.Chinese), OutputText.ToSpreadsheet(clause.Title.English),
            ];
            target.Write($"{string.Join(',', cells.Select(OutputText.ToCsvCell))}\n");
        }
    }

    private static string ShowsOf<TGrade>(PolicyCase<TGrade> one) where TGrade : struct, Enum => one.Kind switch
    {
        PolicyCaseKind.Typical => "typical",
        PolicyCaseKind.JustBefore => $"before-limit-of-{NameOf(one.Limit!)}",
        PolicyCaseKind.AtLimit => $"at-limit-of-{NameOf(one.Limit!)}",
    };

    private static string NameOf(NumberExpression limit) => limit is NumberFact fact ? fact.Id : limit.Text.English;
}

/// <summary>The columns of a table of cases beside those of the facts.</summary>
internal static class CaseColumns
{
    public const string Case = "case";
    public const string Shows = "shows";
    public const string Grade = "grade";
    public const string Clause = "clause";
}
