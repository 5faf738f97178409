using System.Collections.Immutable;
using FoodSafety.Domain;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using NodaTime;
using Wenjiang.Areas;
using Wenjiang.Coordination;
using Wenjiang.Emergencies;
using Wenjiang.Options;
using Wenjiang.Problems;
using Wenjiang.Problems.Generated;
using Wenjiang.Responsibility;
using Wenjiang.Scorecards;
using Wenjiang.Screen;
using Wenjiang.SelfControl.Generated;
using Wenjiang.Sources;
using Wenjiang.Towns;
using Wenjiang.Visits;
using Wenjiang.Visits.Generated;

namespace Wenjiang;

/// <summary>The steps of the run once every business has its cadres: the round, the problems, self-control, the mechanism, the towns, the scorecard.</summary>
internal sealed class DistrictSteps(Terminal terminal, SampleOptions options, DistrictAreas areas, Desk desk)
{
    private readonly ScorecardTerms _terms = new() { Staffing = desk.District.Staffing.Timeline! };
    private CanteenAlarm? _alarm;

    private District District => desk.District;

    // Only the generated district was made to be compared with the published figures.
    private bool IsLikePublished => options is { RegisterFile: null, CadreFile: null };

    public void PlayRound()
    {
        terminal.Step(("首轮全覆盖", "The first round"));
        var calls = GeneratedCalls.Of(District.Chains.Plan!, FirstRound.Round);
        var answers = GeneratedAnswers.For(calls);
        FirstRound.Play(desk, calls, answers.Of);
        RoundTables.Write(terminal, areas, District);
    }

    public void Rectify()
    {
        terminal.Step(("问题整改", "Problems and their rectification"));
        var courses = new GeneratedCourses(District.Businesses.Register);
        ProblemAct.TakeAll(desk, District.Findings.Standing.SelectMany(courses.Of).ToList());
        ProblemTables.Write(terminal, areas, District);
        terminal.Step(("一个问题的整改全程", "One rectification, step by step"));
        RectificationStory.Write(terminal, District);
    }

    public void KeepRecords(ImmutableArray<BusinessId> opened)
    {
        terminal.Step(("企业自查", "The businesses' own control"));
        GeneratedRecords.Write(desk, opened, SampleDays.Scored);
        SelfControlTables.Write(terminal, areas, District);
    }

    public void Coordinate()
    {
        terminal.Step(("“1+5+8”协调机制", "The coordination mechanism \"1+5+8\""));
        GeneratedWork.Play(desk, SampleDays.Scored);
        CoordinationTables.Write(terminal, District.Coordination, SampleDays.Midway);
        OutreachNotes.Write(terminal, LetterAndCard.HandOver(desk));
        _alarm = CanteenAlarm.FindFor(areas, desk);
        if (_alarm is not null)
        {
            terminal.Step(("风险预警与应急处置", "A warning and an incident"));
            AlarmTables.Write(terminal, District, _alarm);
        }
    }

    public void AssessTowns()
    {
        terminal.Step(("督查与考核", "Oversight and assessment"));
        var draw = OversightOfTowns.Draw(District);
        TownTables.WriteDraw(terminal, draw, OversightOfTowns.HandOut(areas, District, draw));
        TownTables.WriteAssessment(terminal, AssessedTown.AssessAll(areas, desk, CardOf(SampleDays.Scored), _alarm));
    }

    /// <summary>Writes the scorecard and the district to files, loads the district again and counts anew: the end of the run.</summary>
    public void Score()
    {
        terminal.Step(("成绩单", "The scorecard"));
        var (report, midway) = (ReportOf(SampleDays.Scored), ReportOf(SampleDays.Midway));
        foreach (var path in ScorecardFiles.Write(report, midway with { Published = [] }, options.Language, options.OutFolder))
        {
            terminal.Say(Terminal.Plain(path));
        }

        ScorecardTable.WriteChanges(terminal, CardOf(SampleDays.Scored).CompareWith(CardOf(SampleDays.Midway), areas.District.Code));
        terminal.Say($"[bold]{terminal.In(report.Entry.Title)}[/]");
        var (register, cadres) = (options.RegisterFile is null ? Origin.Generated : Origin.Given, options.CadreFile is null ? Origin.Generated : Origin.Given);
        terminal.Show(ScorecardTable.Of(terminal, ScorecardLine.Of(report.Entry, register, cadres), IsLikePublished));
        TakeAway(report.Entry);
    }

    /// <summary>Ends one commitment, to show that the scorecard counts what is there.</summary>
    private void TakeAway(ScorecardEntry before)
    {
        if (MainAssignments.Of(District.Chains.Plan!).Cadres is not [var cadre, ..])
        {
            return;
        }

        desk.Do(SampleDays.Scored, Offices.FoodSafety, new CommitmentEnded(cadre, "演示"));
        ScorecardTable.WriteLoss(terminal, District.Chains.Roster[cadre], before, ReportOf(SampleDays.Scored).Entry);
    }

    private Scorecard CardOf(LocalDate day) => Scorecard.Of(District.AsOf(day), _terms);

    private ScorecardReport ReportOf(LocalDate day) => ScorecardReport.Of(District.AsOf(day), areas.District.Code, _terms) with
    {
        Published = IsLikePublished ? PublishedScorecard.Counts : [],
        Notes = [ScorecardNotes.Of(options.RegisterFile is null ? Origin.Generated : Origin.Given)],
    };
}
