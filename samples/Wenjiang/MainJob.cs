using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Import;
using Wenjiang.Areas;
using Wenjiang.Draft;
using Wenjiang.Options;
using Wenjiang.Register;
using Wenjiang.Register.Files;
using Wenjiang.Register.Generated;
using Wenjiang.Report;
using Wenjiang.Screen;
using Wenjiang.Sources;

namespace Wenjiang;

/// <summary>The run from the area list to the report, step by step.</summary>
internal sealed class MainJob(SampleOptions options)
{
    private const int Changes = 300;
    private const int ChangeSeed = 2023_03_31;
    private const int MovesShown = 12;

    private readonly Terminal _terminal = new(options.Language);
    private readonly Grader<Tier> _grader = new(
        options.PolicyFile is { } file ? PolicyFiles.Read(file) : TierPolicies.SizeAndDiners2022);

    private Origin Origin => options.RegisterFile is null ? Origin.Generated : Origin.Given;

    /// <returns>The exit code of the program.</returns>
    public int Run()
    {
        // Before the work, not after it.
        OutFolder.Prepare(options.OutFolder);
        _terminal.Banner(
            ("温江区食品安全包保主体分级", "Wenjiang District: the tiers of its food businesses"),
            ("成都市温江区 · 食品安全“两个责任” · FoodSafety.Domain 示例", "Chengdu, Sichuan · food safety's \"two responsibilities\" · a sample of FoodSafety.Domain"));
        var areas = LoadAreas();
        var import = ReadBusinesses(areas);
        if (options.IsStrict && !import.Rejected.IsEmpty)
        {
            _terminal.Say($"[red]{_terminal.In((
                $"严格模式：{import.Rejected.Length} 行不合格，全部拒收（{import.Withheld.Length} 行合格但未接受）。",
                $"Strict: {import.Rejected.Length} rows are wrong, so all are refused ({import.Withheld.Length} good ones withheld)."))}[/]");
            return ExitCodes.RowsRejected;
        }

        if (import.Accepted.IsEmpty)
        {
            throw new UsageException(("名录中没有合格的行，无可分级。", "The register has no good row, so there is nothing to grade."));
        }

        var register = new BusinessRegister(areas.Tree);
        register.AddRange(import.Accepted.AsSpan());

        var book = new GradeBook<Tier>(register.Facts, Tiers.Scale);
        var counts = Grade(areas, book);
        var explained = Explain(areas, register, book);
        var findings = new Findings
        {
            Areas = areas,
            Origin = Origin,
            Policy = _grader.Policy,
            Towns = TierCounts.ByTown(areas, counts),
            All = TierCounts.OfAll(areas, counts),
            Explained = explained,
            Dynamics = PlayChanges(areas, register, book),
            Rejected = import.Rejected,
        };
        TryDraft(areas, book);
        TrySpeed(register);
        WriteReport(findings);
        Summarise(findings);
        return ExitCodes.Ok;
    }

    private DistrictAreas LoadAreas()
    {
        var areas = DistrictAreas.Load();
        _terminal.Step(("区划", "Areas"));
        _terminal.Say($"{_terminal.In((
            $"温江区：{areas.Towns.Count()} 个镇街，{areas.Villages.Count()} 个村社区",
            $"Wenjiang District: {areas.Towns.Count()} towns and streets, {areas.Villages.Count()} villages and communities"))} {_terminal.Tag(Origin.Published)}");
        _terminal.Say($"[grey]{_terminal.In(Published.DivisionsSource)}[/]");
        return areas;
    }

    private ImportResult ReadBusinesses(DistrictAreas areas)
    {
        _terminal.Step(("主体名录", "Register"));
        var mode = options.IsStrict ? ImportMode.AllOrNothing : ImportMode.KeepAccepted;
        if (options.RegisterFile is { } path)
        {
            var file = RegisterFile.Read(path);
            var read = new BusinessImport(areas.Tree, ownRules: file.ColumnCount).Read(file.Rows, mode);
            Account(read);
            ReportRejected(read.Rejected);
            return read;
        }

        RegisterNotes.Write(_terminal);
        var rows = GeneratedBusinesses.In(areas).Select((business, i) => BusinessRow.From(business, i + 1));
        var import = new BusinessImport(areas.Tree).Read(rows, mode);
        Account(import);
        return import;
    }

    private void Account(ImportResult import) => _terminal.Say($"{_terminal.In((
        $"校验 {Figures.Number(import.RowCount)} 行：接受 {Figures.Number(import.Accepted.Length)}，拒收 {Figures.Number(import.Rejected.Length)}",
        $"Validated {Figures.Number(import.RowCount)} rows: {Figures.Number(import.Accepted.Length)} accepted, {Figures.Number(import.Rejected.Length)} rejected"))} {_terminal.Tag(Origin.Computed)}");

    private void ReportRejected(ImmutableArray<RejectedRow> rejected)
    {
        var path = OutFolder.Write(options.OutFolder, RejectedFile.Name, target => RejectedFile.Write(target, rejected));
        if (!rejected.IsEmpty)
        {
            _terminal.Show(RejectedTable.Of(_terminal, rejected));
            _terminal.Say($"{_terminal.In(("全部差错见", "All faults are in"))} {Terminal.Plain(path)}");
        }
    }

    private GradeCountsByArea<Tier> Grade(DistrictAreas areas, GradeBook<Tier> book)
    {
        _terminal.Step(("分级", "Tiers"));
        var policy = book.Regrade(_grader).Policy;
        var counts = book.Grades.CountByArea(areas.Tree);
        var all = TierCounts.OfAll(areas, counts);
        _terminal.Say($"{_terminal.In(policy.Title)} [grey]{policy}[/] {_terminal.Tag(Origin.Computed)}");
        _terminal.Show(TierTable.ByTown(_terminal, TierCounts.ByTown(areas, counts), all));
        _terminal.Show(TierTable.Shares(_terminal, all, Origin));
        return counts;
    }

    private ImmutableArray<ExplainedBusiness> Explain(DistrictAreas areas, BusinessRegister register, GradeBook<Tier> book)
    {
        _terminal.Step(("为什么是这一级", "Why this tier"));
        var explained = ExplainedBusiness.Choose(register, book);
        foreach (var business in explained)
        {
            _terminal.Show(ExplanationPanel.Of(_terminal, areas, business));
        }

        return explained;
    }

    private RegradedChanges PlayChanges(DistrictAreas areas, BusinessRegister register, GradeBook<Tier> book)
    {
        _terminal.Step(("动态管理", "Dynamic management"));
        var changes = new FactChanges(ChangeSeed).Draw(register, book.Grades, Changes);
        var regraded = RegradedChanges.Apply(register, book, _grader, changes);
        MoveTables.Write(_terminal, areas, regraded, MovesShown);
        return regraded;
    }

    private void TryDraft(DistrictAreas areas, GradeBook<Tier> book)
    {
        var draft = options.DraftFile is { } file ? PolicyFiles.Read(file) : DraftPolicy.FindFor(_grader.Policy);
        if (draft is not null)
        {
            _terminal.Step(("草案的影响", "A draft's impact"));
            DraftReport.Write(_terminal, areas, book, draft);
        }
    }

    private void TrySpeed(BusinessRegister register)
    {
        if (options.TrialSize == 0)
        {
            return;
        }

        _terminal.Step(("速度", "Speed"));
        SpeedReport.Write(_terminal, register.Facts, _grader.Policy, options.TrialSize);
    }

    private void WriteReport(Findings findings)
    {
        _terminal.Step(("报告", "Report"));
        var path = OutFolder.Write(options.OutFolder, HtmlReport.Name, target => File.WriteAllText(target, HtmlReport.Of(findings, options.Language)));
        _terminal.Say(Terminal.Plain(path));
    }

    private void Summarise(Findings findings)
    {
        _terminal.Step(("小结", "Summary"));
        _terminal.Say($"{_terminal.In(("各级：", "Tiers: "))}{_terminal.In(TierTable.Line(findings.All))}");
        var large = findings.All[Tier.A] + findings.All[Tier.B];
        _terminal.Say(_terminal.In(($"A、B 级合计：{large}", $"A and B together: {large}")));
        _terminal.Say(_terminal.In((
            $"变动后重新分级：{findings.Dynamics.Examined} 家，其中 {findings.Dynamics.Moved} 家变级",
            $"Regraded after changes: {findings.Dynamics.Examined}, of which {findings.Dynamics.Moved} moved")));
    }
}
