using FoodSafety.Domain.Grading;
using GeneratedDistrict;
using GeneratedDistrict.Responsibility;
using GeneratedDistrict.Sources;
using Wenjiang.Draft;
using Wenjiang.Options;
using Wenjiang.Screen;
using Wenjiang.Steps;
using Wenjiang.Storage;

namespace Wenjiang;

/// <summary>The story of a district: the first run founds it and lives through its autumn of 2026, every further run goes on where its journal stands.</summary>
internal static class MainJob
{
    /// <returns>The exit code of the program.</returns>
    public static int Run(SampleOptions options)
    {
        // Before the work, not after it: what cannot be used is told at once.
        var policy = PolicyFiles.PolicyFor(options);
        OutFolder.Prepare(options);
        var (terminal, areas) = (new Terminal(options.Language), DistrictAreas.Load());
        using var desk = Desk.Open(options.OutFolder);
        var session = new Session(terminal, options, areas, desk);
        return desk.District.Version == 0 ? Begin(session, policy) : GoOn(session);
    }

    private static int Begin(Session session, GradingPolicy<Tier> policy)
    {
        // What there is: areas, businesses and cadres, generated or out of files. Rows that are wrong are told.
        session.Terminal.Banner(
            ("温江区食品安全“两个责任”：从分级到成绩单", "Wenjiang District: from tiers to scorecard"),
            ("成都市温江区 · 食品安全“两个责任” · FoodSafety.Domain 示例", "Chengdu, Sichuan · food safety's \"two responsibilities\" · a sample of FoodSafety.Domain"));
        if (Inputs.Read(session) is not { } inputs)
        {
            return ExitCodes.RowsRejected;
        }

        // September: the district is founded by one unit of acts, and tiers and chains follow. From here on everything is an act.
        session.Desk.Do(SampleDays.Planned, Offices.FoodSafety, Founding.Acts(policy, session.Areas, inputs.Businesses, inputs.Roster));
        var overview = Overview.Show(session, policy);
        Commitments.Sign(session);
        var changes = Commitments.ChangeFacts(session);
        var opened = Commitments.Renew(session);
        Trials.Draft(session, policy);
        Trials.Speed(session, policy);

        // October and November: a round of visits, the problems it finds, and all the rest of the work.
        Rounds.Visit(session);
        Rounds.Rectify(session);
        Rounds.KeepRecords(session, opened);
        var alarm = Rounds.Coordinate(session);

        // 30 November: the register follows the platform, and a cadre leaves. What came of it all. And where it can go on from here.
        Merging.TakeExport(session);
        HandingOver.Follow(session);
        Scores.AssessTowns(session, alarm);
        Scores.WriteReport(session, policy, overview, changes, inputs.Rejected);
        Scores.Write(session);
        Scores.HandIn(session, SampleDays.Scored);
        LedgerBooks.Write(session);
        Journals.Close(session);
        return ExitCodes.Ok;
    }

    private static int GoOn(Session session)
    {
        session.Options.RequireNoneOfAFirstRun(session.Desk.Path);
        session.Terminal.Banner(
            ("温江区食品安全“两个责任”：从停下的地方继续", "Wenjiang District goes on where it stood"),
            ("辖区由日志打开；重新开始请用 --fresh", "The district is opened from its journal; --fresh begins anew"));
        var left = Journals.ShowWhereItStands(session);
        var day = Journals.PlayNextDay(session, left);
        Trials.OwnDraft(session);
        Scores.WriteDay(session, day);
        Scores.HandIn(session, day.Day);
        Journals.LeaveOff(session);
        return ExitCodes.Ok;
    }
}
