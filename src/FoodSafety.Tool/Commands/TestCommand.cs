using System.CommandLine;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Tool.Commands;

/// <summary><c>test</c>: grades the businesses of a golden table again, and tells which come out otherwise.</summary>
internal sealed class TestCommand(ToolConsole console, PolicyText text, string casesFile) : IGradeWork
{
    private int _wrong;

    public static Command Create(ToolConsole console)
    {
        var policy = Shared.Policy(console);
        var cases = new Argument<string>(console.In(("用例", "CASES")))
        {
            Description = console.In((
                "用例表（CSV）：事实各列，grade 列为应得等级（不予分级写 not-graded），可有 clause 列",
                "the table of cases (CSV): columns of facts, the column grade with what has to come out (not-graded for none), and clause if wanted")),
        };
        var command = new Command("test", console.In((
            "按用例表检验标准；有不符则退出码为 1", "hold a policy against a table of cases; exit code 1 when one comes out otherwise"))) { policy, cases };
        command.SetAction(asked =>
        {
            var text = PolicyText.Load(asked.GetValue(policy)!);
            return text.Kind.Run(new TestCommand(console, text, asked.GetValue(cases)!));
        });
        return command;
    }

    public int Run<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum
    {
        var policy = text.Read(kind.File);
        var grader = new Grader<TGrade>(policy);
        string[] others = [CaseColumns.Case, CaseColumns.Shows, CaseColumns.Grade, CaseColumns.Clause, "reason-zh", "reason-en"];
        var table = CsvTable.Read(casesFile, new CsvLayout(("用例表", "table of cases"), [.. others, .. kind.Schema.Facts.Select(fact => fact.Id)], [CaseColumns.Grade]));
        TellOfMissing(policy.Facts.Where(fact => !table.Heading.Contains(fact.Id)).ToList());
        var cells = kind.Schema.Facts.Where(fact => table.Heading.Contains(fact.Id)).Select(FactCell.Of).ToList();
        var faults = new List<CsvFault>();
        foreach (var line in table.Lines)
        {
            if (Facts(line, cells, faults) is not { } facts || !IsOutcome(line, kind, faults))
            {
                continue;
            }

            Compare(line, grader.Grade(facts), policy);
        }

        if (faults.Count > 0)
        {
            throw new ToolException(faults.Select(fault => fault.Under(casesFile)));
        }

        console.Say((
            $"{table.Lines.Length} 个用例，{_wrong} 个不符", $"{Shared.Counted(table.Lines.Length, "case")}, {_wrong} came out otherwise"));
        return _wrong == 0 ? ExitCodes.Yes : ExitCodes.No;
    }

    private void TellOfMissing(List<IFact> missing)
    {
        if (missing.Count > 0)
        {
            console.Note((
                $"提示：用例表没有以下事实的列，按未填报计：{string.Join("、", missing.Select(fact => fact.Name.Chinese))}",
                $"note: the table has no column for these facts, which are taken as not stated: {string.Join(", ", missing.Select(fact => fact.Id))}"));
        }
    }

    /// <summary>The facts of a case; nobody stated what is blank, a choice too. Null, and faults, when a cell cannot be read.</summary>
    private static GivenFacts? Facts(CsvLine line, List<FactCell> cells, List<CsvFault> faults)
    {
        if (!line.Faults.IsEmpty)
        {
            faults.AddRange(line.Faults.Select(fault => new CsvFault(line.Number, fault.Field.Length == 0 ? null : fault.Field, fault.Text)));
            return null;
        }

        var (given, before) = (new List<GivenFact>(), faults.Count);
        foreach (var cell in cells)
        {
            var text = line[cell.Fact.Id]!;
            if (Shared.IsNotStated(text))
            {
                continue;
            }

            if (cell.TryRead(text, out var stored))
            {
                given.Add(new GivenFact(cell.Fact, stored));
            }
            else
            {
                faults.Add(new CsvFault(line.Number, cell.Fact.Id, cell.FindFault(text)!.Text));
            }
        }

        return faults.Count == before ? new GivenFacts(null, given) : null;
    }

    private static bool IsOutcome<TGrade>(CsvLine line, GradeKind<TGrade> kind, List<CsvFault> faults) where TGrade : struct, Enum
    {
        var grade = line[CaseColumns.Grade]!;
        if (grade == GradedFile.NotGraded || kind.Grades.Contains(grade))
        {
            return true;
        }

        var allowed = string.Join(", ", kind.Grades.Append(GradedFile.NotGraded));
        faults.Add(new CsvFault(line.Number, CaseColumns.Grade, (
            $"没有等级“{OutputText.Shorten(grade, 40)}”；允许：{allowed}", $"there is no grade '{OutputText.Shorten(grade, 40)}'; allowed: {allowed}")));
        return false;
    }

    private void Compare<TGrade>(CsvLine line, GradeDecision<TGrade> decision, GradingPolicy<TGrade> policy) where TGrade : struct, Enum
    {
        var (grade, clause) = (decision.FindGrade()?.ToString() ?? GradedFile.NotGraded, policy.ClauseOf(decision).Id);
        var (wantedGrade, wantedClause) = (line[CaseColumns.Grade]!, line[CaseColumns.Clause]);
        if (grade == wantedGrade && (string.IsNullOrEmpty(wantedClause) || clause == wantedClause))
        {
            return;
        }

        _wrong++;
        var wanted = string.IsNullOrEmpty(wantedClause) ? wantedGrade : $"{wantedGrade} ({wantedClause})";
        console.Say(new CsvFault(line.Number, null, ($"应为 {wanted}，得 {grade} ({clause})", $"{wanted} was to come out, {grade} ({clause}) did")).Under(casesFile));
    }
}
