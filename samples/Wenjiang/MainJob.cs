using System.Collections.Immutable;
using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using Wenjiang.Areas;
using Wenjiang.Cadres;
using Wenjiang.Coordination;
using Wenjiang.Draft;
using Wenjiang.Options;
using Wenjiang.Register;
using Wenjiang.Report;
using Wenjiang.Responsibility;
using Wenjiang.Screen;
using Wenjiang.Sources;

namespace Wenjiang;

/// <summary>The run from the area list to the scorecard, step by step.</summary>
internal sealed class MainJob(SampleOptions options)
{
    private readonly Terminal _terminal = new(options.Language);
    private readonly GradingPolicy<Tier> _policy = options.PolicyFile is { } file ? PolicyFiles.Read(file) : TierPolicies.SizeAndDiners2022;

    private Origin Origin => options.RegisterFile is null ? Origin.Generated : Origin.Given;

    /// <returns>The exit code of the program.</returns>
    public int Run()
    {
        // Before the work, not after it.
        OutFolder.Prepare(options.OutFolder);
        _terminal.Banner(
            ("温江区食品安全“两个责任”：从分级到成绩单", "Wenjiang District: from tiers to scorecard"),
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

        CadreDirectory.Keep(roster);
        var journal = OutFolder.Fresh(options.OutFolder, "journal.jsonl");
        var settings = new DistrictSettings(SampleDays.Calendar) { ScoreSheets = [IllustrativeAssessment.TownSheet] };
        using var kept = JournaledDistrict.Open(journal, settings);
        var desk = new Desk(kept);
        desk.Do(SampleDays.Planned, Offices.FoodSafety, Founding(areas, import.Accepted, roster));
        var district = desk.District;
        var counts = ShowTiers(areas, district);
        var explained = Explain(areas, district);
        var levels = ShowChains(district, explained);
        var changes = new ChangeSteps(_terminal, options, areas, desk);
        changes.Sign();
        var findings = new Findings
        {
            Areas = areas,
            Origin = Origin,
            CadreOrigin = options.CadreFile is null ? Origin.Generated : Origin.Given,
            Policy = _policy,
            Towns = TierCounts.ByTown(areas, counts),
            All = TierCounts.OfAll(areas, counts),
            Explained = explained,
            Levels = levels,
            Dynamics = changes.Play(),
            Rejected = import.Rejected,
        };
        changes.Renew();
        TryDraft(areas, district);
        TrySpeed(district.Businesses.Register);
        PlayDistrict(findings, desk, changes);
        kept.Dispose();
        JournalCheck.Write(_terminal, areas.District.Code, district, journal, settings);
        return ExitCodes.Ok;
    }

    /// <summary>What a district begins with: its divisions, the standard, the levels, the mechanism, the businesses, the cadres and their posts.</summary>
    private IEnumerable<Act> Founding(DistrictAreas areas, ImmutableArray<Business> businesses, CadreRoster roster) =>
    [
        AreasLaidDown.Of(areas.Tree, DistrictAreas.Source),
        new PolicyLaidDown(_policy),
        new LevelsLaidDown(LevelCorrespondence.Default),
        new StaffingLaidDown(StaffingRules.ByTier.Rules),
        .. Checklists.BuiltIn.Timelines.SelectMany(timeline => timeline.Versions).Select(list => new ChecklistAdopted(list)),
        new IncidentPolicyLaidDown(IncidentPolicies.Jiangsu2022),
        new MechanismAdopted(WenjiangMechanism.In(areas), "建立机制"),
        WenjiangMechanism.StationsIn(areas),
        new BusinessesOpened(businesses),
        .. roster.Cadres.Select(cadre => new CadreJoined(cadre.Id, cadre.Expertise)),
        .. roster.Posts.Select(post => new PostGiven(post.Cadre, post.Title, post.Area, post.Term, post.Capacity)),
    ];

    /// <summary>Plays what a district does once every business has its cadres, up to the scorecard.</summary>
    private void PlayDistrict(Findings findings, Desk desk, ChangeSteps changes)
    {
        var steps = new DistrictSteps(_terminal, options, findings.Areas, desk);
        steps.PlayRound();
        steps.Rectify();
        steps.KeepRecords(changes.Opened);
        steps.Coordinate();
        steps.AssessTowns();
        WriteReport(findings);
        steps.Score();
    }

    private GradeCountsByArea<Tier> ShowTiers(DistrictAreas areas, District district)
    {
        _terminal.Step(("分级", "Tiers"));
        var policy = _policy;
        var counts = district.Tiers.Standing.CountByArea(areas.Tree);
        var all = TierCounts.OfAll(areas, counts);
        _terminal.Say($"{_terminal.In(policy.Title)} [grey]{policy}[/] {_terminal.Tag(Origin.Computed)}");
        _terminal.Show(TierTable.ByTown(_terminal, TierCounts.ByTown(areas, counts), all));
        _terminal.Show(TierTable.Shares(_terminal, all, Origin));
        _terminal.Say($"{_terminal.In(("各级：", "Tiers: "))}{_terminal.In(TierTable.Line(all))}");
        var large = all[Tier.A] + all[Tier.B];
        _terminal.Say(_terminal.In(($"A、B 级合计：{large}", $"A and B together: {large}")));
        return counts;
    }

    private ImmutableArray<ExplainedBusiness> Explain(DistrictAreas areas, District district)
    {
        _terminal.Step(("为什么是这一级", "Why this tier"));
        var explained = ExplainedBusiness.Choose(district);
        foreach (var business in explained)
        {
            _terminal.Show(ExplanationPanel.Of(_terminal, areas, business));
        }

        return explained;
    }

    private ImmutableArray<LevelFigures> ShowChains(District district, ImmutableArray<ExplainedBusiness> explained)
    {
        _terminal.Step(("责任链", "Responsibility chains"));
        ChainTables.Write(_terminal, district.Chains.Plan!);
        // Of those explained, the first has the largest tier and so the longest chain.
        if (explained is [var largest, ..])
        {
            ChainCase.Write(_terminal, district.Chains.Plan!, district.Businesses.Register.RowOf(largest.Business.Id));
        }

        return LevelFigures.Of(district.Chains.Plan!);
    }

    private void TryDraft(DistrictAreas areas, District district)
    {
        var draft = options.DraftFile is { } file ? PolicyFiles.Read(file) : DraftPolicy.FindFor(_policy);
        if (draft is not null)
        {
            _terminal.Step(("草案的影响", "A draft's impact"));
            DraftReport.Write(_terminal, areas, district.Tiers, draft);
        }
    }

    private void TrySpeed(BusinessRegister register)
    {
        if (options.TrialSize == 0)
        {
            return;
        }

        _terminal.Step(("速度", "Speed"));
        SpeedReport.Write(_terminal, register.Facts, _policy, options.TrialSize);
    }

    private void WriteReport(Findings findings)
    {
        _terminal.Step(("报告", "Report"));
        var path = OutFolder.Write(options.OutFolder, HtmlReport.Name, target => File.WriteAllText(target, HtmlReport.Of(findings, options.Language)));
        _terminal.Say(Terminal.Plain(path));
    }
}
