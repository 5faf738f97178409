using System.Collections.Immutable;
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
using Rooms = FoodSafety.Domain.Reporting.District;

namespace Wenjiang;

/// <summary>The steps of the run once every business has its cadres: the round, the problems, self-control, the mechanism, the towns, the scorecard.</summary>
internal sealed class DistrictSteps(Terminal terminal, SampleOptions options, DistrictAreas areas, Rooms district, Desk desk)
{
    private readonly ScorecardTerms _terms = new() { Staffing = desk.District.Staffing.Timeline! };
    private CanteenAlarm? _alarm;

    // Only the generated district was made to be compared with the published figures.
    private bool IsLikePublished => options is { RegisterFile: null, CadreFile: null };

    public void PlayRound()
    {
        terminal.Step(("首轮全覆盖", "The first round"));
        var calls = GeneratedCalls.Of(district.Plan, FirstRound.Round);
        var answers = GeneratedAnswers.For(calls);
        foreach (var call in calls)
        {
            FirstRound.Prepare(district.Round!, call);
            FirstRound.Visit(district, call, answers.Of);
        }

        RoundTables.Write(terminal, areas, district);
    }

    public void Rectify()
    {
        terminal.Step(("问题整改", "Problems and their rectification"));
        var courses = new GeneratedCourses(district.Register);
        ProblemAct.TakeAll(district.Rectifications, district.Inspections.Findings.SelectMany(courses.Of));
        ProblemTables.Write(terminal, areas, district);
        terminal.Step(("一个问题的整改全程", "One rectification, step by step"));
        RectificationStory.Write(terminal, district);
    }

    public void KeepRecords(ImmutableArray<BusinessId> opened)
    {
        terminal.Step(("企业自查", "The businesses' own control"));
        GeneratedRecords.Write(desk, opened, SampleDays.Scored);
        SelfControlTables.Write(terminal, areas, district);
    }

    public void Coordinate()
    {
        terminal.Step(("“1+5+8”协调机制", "The coordination mechanism \"1+5+8\""));
        GeneratedWork.Play(WenjiangMechanism.In(areas), district, SampleDays.Scored);
        CoordinationTables.Write(terminal, district.Coordination, SampleDays.Midway);
        foreach (var campaign in district.Campaigns)
        {
            LetterAndCard.HandOver(campaign, district);
            OutreachNotes.Write(terminal, campaign);
        }

        _alarm = CanteenAlarm.FindFor(areas, district);
        if (_alarm is not null)
        {
            terminal.Step(("风险预警与应急处置", "A warning and an incident"));
            AlarmTables.Write(terminal, _alarm);
        }
    }

    public void AssessTowns()
    {
        terminal.Step(("督查与考核", "Oversight and assessment"));
        var draw = OversightOfTowns.Draw(district);
        TownTables.WriteDraw(terminal, draw, OversightOfTowns.HandOut(areas, district, draw));
        TownTables.WriteAssessment(terminal, AssessedTown.AssessAll(areas, district.Assessments, Scorecard.Of(district, SampleDays.Scored, _terms), _alarm));
    }

    /// <summary>Writes the scorecard and the district to files, loads the district again and counts anew: the end of the run.</summary>
    public void Score()
    {
        terminal.Step(("成绩单", "The scorecard"));
        var (report, midway) = (ReportOf(district, SampleDays.Scored), ReportOf(district, SampleDays.Midway));
        foreach (var path in ScorecardFiles.Write(report, midway with { Published = [] }, options.Language, options.OutFolder))
        {
            terminal.Say(Terminal.Plain(path));
        }

        ScorecardTable.WriteChanges(terminal, Scorecard.Of(district, SampleDays.Scored, _terms).CompareWith(Scorecard.Of(district, SampleDays.Midway, _terms), areas.District.Code));
        terminal.Say($"[bold]{terminal.In(report.Entry.Title)}[/]");
        var (register, cadres) = (options.RegisterFile is null ? Origin.Generated : Origin.Given, options.CadreFile is null ? Origin.Generated : Origin.Given);
        terminal.Show(ScorecardTable.Of(terminal, ScorecardLine.Of(report.Entry, register, cadres), IsLikePublished));
        TakeAway(report.Entry);
    }

    /// <summary>Ends one commitment, to show that the scorecard counts what is there.</summary>
    private void TakeAway(ScorecardEntry before)
    {
        if (MainAssignments.Of(district.Plan).Cadres is not [var cadre, ..])
        {
            return;
        }

        desk.Do(SampleDays.Scored, Offices.FoodSafety, new CommitmentEnded(cadre, "演示"));
        ScorecardTable.WriteLoss(terminal, district.Plan.Roster[cadre], before, ReportOf(district, SampleDays.Scored).Entry);
    }

    private ScorecardReport ReportOf(Rooms of, LocalDate day) => ScorecardReport.Of(of, areas.District.Code, day, _terms) with
    {
        Published = IsLikePublished ? PublishedScorecard.Counts : [],
        Notes = [ScorecardNotes.Of(options.RegisterFile is null ? Origin.Generated : Origin.Given)],
    };
}
