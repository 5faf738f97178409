using System.Collections.Immutable;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using GeneratedDistrict.Responsibility;
using NodaTime;
using Wenjiang.Coordination;
using Wenjiang.Options;
using Wenjiang.Register;
using Wenjiang.Report;
using Wenjiang.Scorecards;
using Wenjiang.Screen;
using Wenjiang.Sources;
using Wenjiang.Towns;

namespace Wenjiang.Steps;

/// <summary>What came of it all: the towns assessed, the report, and the scorecard of any day.</summary>
internal static class Scores
{
    public static void AssessTowns(Session session, CanteenAlarm? alarm)
    {
        session.Terminal.Step(("督查与考核", "Oversight and assessment"));
        var draw = OversightOfTowns.Draw(session.District);
        TownTables.WriteDraw(session.Terminal, draw, OversightOfTowns.HandOut(session.Areas, session.District, draw));
        TownTables.WriteAssessment(session.Terminal, AssessedTown.AssessAll(session.Areas, session.Desk, CardOf(session, SampleDays.Scored), alarm));
    }

    public static void WriteReport(Session session, GradingPolicy<Tier> policy, Overview before, RegradedChanges changes, ImmutableArray<RejectedRow> rejected)
    {
        var options = session.Options;
        session.Terminal.Step(("报告", "Report"));
        var findings = new Findings(session.Areas, options.RegisterOrigin, options.CadreOrigin, policy, before, changes, rejected);
        var path = OutFolder.Write(options.OutFolder, HtmlReport.Name, target => File.WriteAllText(target, HtmlReport.Of(findings, options.Language)));
        session.Terminal.Say(Terminal.Plain(path));
    }

    /// <summary>Writes the scorecard to files and beside the published one; and what it would be without one commitment.</summary>
    public static void Write(Session session)
    {
        var (terminal, options) = (session.Terminal, session.Options);
        terminal.Step(("成绩单", "The scorecard"));
        var report = ReportOf(session, SampleDays.Scored) with
        {
            Published = options.IsLikePublished ? PublishedScorecard.Counts : [],
            Notes = [ScorecardNotes.Of(options.RegisterOrigin)],
        };
        var midway = ReportOf(session, SampleDays.Midway) with { Notes = report.Notes };
        Show(session, report, midway, SampleDays.Midway);
        terminal.Show(ScorecardTable.Of(terminal, ScorecardLine.Of(report.Entry, options.RegisterOrigin, options.CadreOrigin, Origin.Generated), options.IsLikePublished));
        if (MainAssignments.Of(session.District.Chains.Plan!).Cadres is [var cadre, ..])
        {
            // Only tried out: the commitment stands.
            var without = session.Desk.TryOut(() =>
            {
                session.Desk.Do(SampleDays.Scored, Offices.FoodSafety, new CommitmentEnded(cadre, "演示"));
                return ReportOf(session, SampleDays.Scored).Entry;
            });
            ScorecardTable.WriteLoss(terminal, session.District.Chains.Roster[cadre], report.Entry, without);
        }
    }

    /// <summary>The table of the month that the office hands in: of each town and the district, each rate with its base.</summary>
    public static void HandIn(Session session, LocalDate day)
    {
        var (terminal, options) = (session.Terminal, session.Options);
        terminal.Step(("月报表", "The table of the month"));
        var table = StatisticalTable.Of(session.District.AsOf(day), session.Areas.District.Code, Cadence.Month);
        foreach (var path in ScorecardFiles.Write(table, options.Language, options.OutFolder))
        {
            terminal.Say(Terminal.Plain(path));
        }

        OfficeTable.Write(terminal, table);
    }

    /// <summary>Writes the scorecard of a day on which the district went on.</summary>
    public static void WriteDay(Session session, NextDay day)
    {
        var terminal = session.Terminal;
        terminal.Step(("成绩单", "The scorecard"));
        var report = ReportOf(session, day.Day) with { Notes = [ScorecardNotes.GoneOn] };
        Show(session, report, null, day.Before);
        terminal.Show(ScorecardTable.Of(terminal, ScorecardLine.Of(report.Entry, Origin.Kept, Origin.Kept, Origin.Kept), isLikePublished: false));
    }

    private static void Show(Session session, ScorecardReport report, ScorecardReport? midway, LocalDate since)
    {
        var (terminal, options) = (session.Terminal, session.Options);
        foreach (var path in ScorecardFiles.Write(report, midway, options.Language, options.OutFolder))
        {
            terminal.Say(Terminal.Plain(path));
        }

        ScorecardTable.WriteChanges(terminal, CardOf(session, report.Entry.On).CompareWith(CardOf(session, since), session.Areas.District.Code));
        terminal.Say($"[bold]{terminal.In(report.Entry.Title)}[/]");
    }

    private static Scorecard CardOf(Session session, LocalDate day) => Scorecard.Of(session.District.AsOf(day));

    private static ScorecardReport ReportOf(Session session, LocalDate day) =>
        ScorecardReport.Of(session.District.AsOf(day), session.Areas.District.Code);
}
