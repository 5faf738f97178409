using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DynamicManagement;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using Wenjiang.Areas;
using Wenjiang.Draft;
using Wenjiang.Options;
using Wenjiang.Register;
using Wenjiang.Report;
using Wenjiang.Responsibility;
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
        var inputs = new InputSteps(_terminal, options);
        var areas = inputs.LoadAreas();
        var import = inputs.ReadBusinesses(areas);
        if (options.IsStrict && !import.Rejected.IsEmpty)
        {
            inputs.SayRefused(import.Rejected.Length, import.Withheld.Length);
            return ExitCodes.RowsRejected;
        }

        if (import.Accepted.IsEmpty)
        {
            throw new UsageException(("名录中没有合格的行，无可分级。", "The register has no good row, so there is nothing to grade."));
        }

        var register = new BusinessRegister(areas.Tree);
        register.AddRange(import.Accepted.AsSpan());
        if (inputs.ReadCadres(areas, register) is not { } roster)
        {
            return ExitCodes.RowsRejected;
        }

        var manager = new DynamicManager(
            register, _grader, roster, new ChainPlanner(), new CommitmentBook(), WorkingCalendar.China, SampleDays.Planned);
        var counts = ShowTiers(areas, manager);
        var explained = Explain(areas, manager);
        var levels = ShowChains(manager, explained);
        Sign(manager);
        var findings = new Findings
        {
            Areas = areas,
            Origin = Origin,
            CadreOrigin = options.CadreFile is null ? Origin.Generated : Origin.Given,
            Policy = _grader.Policy,
            Towns = TierCounts.ByTown(areas, counts),
            All = TierCounts.OfAll(areas, counts),
            Explained = explained,
            Levels = levels,
            Dynamics = PlayChanges(areas, manager),
            Rejected = import.Rejected,
        };
        TryDraft(areas, manager.Grades);
        TrySpeed(register);
        WriteReport(findings);
        Summarise(findings);
        return ExitCodes.Ok;
    }

    private GradeCountsByArea<Tier> ShowTiers(DistrictAreas areas, DynamicManager manager)
    {
        _terminal.Step(("分级", "Tiers"));
        var policy = _grader.Policy;
        var counts = manager.Grades.Grades.CountByArea(areas.Tree);
        var all = TierCounts.OfAll(areas, counts);
        _terminal.Say($"{_terminal.In(policy.Title)} [grey]{policy}[/] {_terminal.Tag(Origin.Computed)}");
        _terminal.Show(TierTable.ByTown(_terminal, TierCounts.ByTown(areas, counts), all));
        _terminal.Show(TierTable.Shares(_terminal, all, Origin));
        return counts;
    }

    private ImmutableArray<ExplainedBusiness> Explain(DistrictAreas areas, DynamicManager manager)
    {
        _terminal.Step(("为什么是这一级", "Why this tier"));
        var explained = ExplainedBusiness.Choose(manager.Register, manager.Grades);
        foreach (var business in explained)
        {
            _terminal.Show(ExplanationPanel.Of(_terminal, areas, business));
        }

        return explained;
    }

    private ImmutableArray<LevelFigures> ShowChains(DynamicManager manager, ImmutableArray<ExplainedBusiness> explained)
    {
        _terminal.Step(("责任链", "Responsibility chains"));
        ChainTables.Write(_terminal, manager.Plan);
        // Of those explained, the first has the largest tier and so the longest chain.
        if (explained is [var largest, ..])
        {
            ChainCase.Write(_terminal, manager.Plan, manager.Register.RowOf(largest.Business.Id));
        }

        return LevelFigures.Of(manager.Plan);
    }

    private void Sign(DynamicManager manager)
    {
        _terminal.Step(("承诺书", "Commitments"));
        var assignments = Signing.SignAll(manager.Commitments, manager.Plan, SampleDays.Signed);
        CommitmentNotes.Write(_terminal, manager.Commitments, assignments);
    }

    private RegradedChanges PlayChanges(DistrictAreas areas, DynamicManager manager)
    {
        _terminal.Step(("动态管理", "Dynamic management"));
        var history = new ResponsibilityHistory();
        history.Append(manager.Plan, Offices.FoodSafety);
        var changes = new FactChanges(ChangeSeed).Draw(manager.Register, manager.Grades.Grades, Changes);
        var regraded = RegradedChanges.Apply(manager, changes, Offices.MarketBureau, SampleDays.Changed);
        history.Append(manager.Plan, Offices.FoodSafety);
        MoveTables.Write(_terminal, areas, regraded, MovesShown);
        ConsequenceTables.Write(_terminal, regraded.Consequences);
        HistoryTable.Write(_terminal, manager.Plan, history);
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
        var consequences = findings.Dynamics.Consequences;
        _terminal.Say(_terminal.In((
            $"变动后：责任链变动环节 {consequences.Plan.Changes.Length} 个，承诺书待办 {consequences.Renewals.Length} 份",
            $"After the changes: steps of chains changed {consequences.Plan.Changes.Length}, commitments due {consequences.Renewals.Length}")));
    }
}
