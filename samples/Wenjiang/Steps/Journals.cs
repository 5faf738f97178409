using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using GeneratedDistrict.Problems;
using GeneratedDistrict.Responsibility;
using NodaTime;
using Wenjiang.Register;
using Wenjiang.Screen;
using Wenjiang.Sources;
using Wenjiang.Storage;

namespace Wenjiang.Steps;

/// <summary>The journal on the disk: what is left in it, how it is opened, and how the district goes on from it.</summary>
internal static class Journals
{
    private const int MovesShown = 3;
    private const int DaysAhead = 90;

    /// <summary>Ends the first run: opens the journal again as another process would, and says whether the district is the same.</summary>
    public static void Close(Session session)
    {
        var (terminal, desk, lived) = (session.Terminal, session.Desk, session.District);
        terminal.Step(("日志", "The journal"));
        LeftOff.Of(desk).Write(session.Options.OutFolder);
        desk.Dispose();
        using var kept = Desk.Open(session.Options.OutFolder);
        var again = kept.District;
        var businesses = lived.Businesses.Register.Count;
        var differ = Enumerable.Range(0, businesses).Count(row => !Links(lived, row).SequenceEqual(Links(again, row)));
        terminal.Say(Terminal.Plain(kept.Path));
        Say(terminal, (
            $"读回 {again.Version:N0} 条：{businesses:N0} 条责任链中 {differ:N0} 条不同，{DueIn(again):N0} 份承诺书须重签",
            $"Read back {again.Version:N0} entries: {differ:N0} of {businesses:N0} chains differ, {DueIn(again):N0} commitments to sign anew"));
        Say(terminal, Card(lived, session.Areas.District.Code) == Card(again, session.Areas.District.Code)
            ? ("重新打开的辖区的成绩单逐字节相同", "the scorecard of the reloaded district is the same, byte for byte")
            : ("重新打开的辖区的成绩单不同", "the scorecard of the reloaded district is another"));

        // One fact, told to both.
        var change = new FactsStated(lived.Businesses.Register.IdAt(0), new FactRecord(BusinessFacts.DinersPerMeal.Of(1_200)));
        var (here, there) = (lived.Preview(StampOf(lived), change), again.Preview(StampOf(again), change));
        Say(terminal, Same(here, there)
            ? ("同一变动在两处的后果相同", "The same change has the same consequences in both")
            : ("同一变动在两处的后果不同", "The same change has other consequences there"));
        SayHowToGoOn(terminal);
    }

    /// <summary>Begins a further run: says what the journal holds, and whether it is what the run before left.</summary>
    /// <returns>What the run before left; null where it did not come to its end.</returns>
    public static LeftOff? ShowWhereItStands(Session session)
    {
        var (terminal, desk, district) = (session.Terminal, session.Desk, session.District);
        CadreDirectory.Load(session.Options.OutFolder);
        terminal.Step(("日志", "The journal"));
        terminal.Say(Terminal.Plain(desk.Path));
        Say(terminal, (
            $"读入 {district.Version:N0} 条，用时 {desk.Took.TotalSeconds:F1} 秒；最后一条记于 {district.Today:uuuu-MM-dd}",
            $"Read {district.Version:N0} entries in {desk.Took.TotalSeconds:F1} s; the last is of {district.Today:uuuu-MM-dd}"), Origin.Kept);
        if (desk.Torn is { } torn)
        {
            terminal.Say($"[yellow]{terminal.In(torn.Text)}[/]");
        }

        terminal.Step(("现状", "Where it stands"));
        var businesses = district.Businesses.Register.Count;
        var tiers = TierTable.Line(TierCounts.OfAll(session.Areas, district.Tiers.Standing.CountByArea(session.Areas.Tree)));
        Say(terminal, ($"各级：{tiers.Chinese}", $"Tiers: {tiers.English}"), Origin.Kept);
        var problems = district.Rectifications.On(district.Today).Counts;
        Say(terminal, (
            $"承诺书应签、应续签、应终止 {DueIn(district):N0} 份；未销号问题 {problems.Open:N0} 个，逾期 {problems.Overdue:N0} 个",
            $"Commitments due: {DueIn(district):N0}; problems open: {problems.Open:N0}, overdue: {problems.Overdue:N0}"));
        var turns = district.DueUpTo(district.Today.PlusDays(DaysAhead));
        Say(terminal, turns is [var next, ..]
            ? ($"{DaysAhead} 日内有 {turns.Length} 日自动到期，最早 {next.Day:uuuu-MM-dd}", $"Days within {DaysAhead} on which something turns by itself: {turns.Length}, the first {next.Day:uuuu-MM-dd}")
            : ($"{DaysAhead} 日内无自动到期事项", $"Nothing turns by itself within {DaysAhead} days"));
        var left = LeftOff.Find(session.Options.OutFolder, district.Version);
        Say(terminal, left is null
            ? ("上次运行未到结尾，没有留下可比对的内容；已确认的事项都在", "The run before did not come to its end and left nothing to compare with; all that it acknowledged is here")
            : ($"与上次运行留下的责任链相比：{businesses:N0} 条中 {left.CountOtherChains(district):N0} 条不同", $"Against the chains that the run before left: {left.CountOtherChains(district):N0} of {businesses:N0} chains differ"));
        return left;
    }

    /// <summary>Plays the next working day, and says whether it made the entries that the run before foresaw.</summary>
    public static NextDay PlayNextDay(Session session, LeftOff? left)
    {
        var (terminal, desk, district) = (session.Terminal, session.Desk, session.District);
        var version = district.Version;
        var day = NextDay.Play(desk);
        terminal.Step(($"下一个工作日：{day.Day:uuuu-MM-dd}", $"The next working day: {day.Day:uuuu-MM-dd}"));
        Say(terminal, day.Night.Entry is null
            ? ("夜间：无到期事项，不留条目", "The night: nothing turned, and no entry is made")
            : ($"夜间：{day.Night.Moves.Length} 家等级、{day.Night.Chains.Length} 个责任环节自动到期", $"The night: standing tiers turned {day.Night.Moves.Length}, steps of chains {day.Night.Chains.Length}"));
        if (day.Visit is { Subject.Business: { } visited } visit)
        {
            var finding = district.Findings.Of(visit.Id).Single();
            BilingualText found = ProblemText(finding.Description);
            Say(terminal, (
                $"督导：{district.Businesses.Register[visited].Name}，发现“{found.Chinese}”，当场整改",
                $"A visit at {district.Businesses.Register[visited].Name} found that {found.English}; corrected on the spot"), Origin.Generated);
        }

        if (day.Changes is { } changes)
        {
            MoveTables.Write(terminal, session.Areas, changes, MovesShown);
            ConsequenceTables.Write(terminal, district, changes.Consequences);
        }

        RenewalNotes.WriteSigned(terminal, district, day.Day, day.Signed);
        ShowPast(session, day);
        var made = desk.LinesAfter(version);
        if (left is not null)
        {
            var same = made.SequenceEqual(left.NextDay);
            Say(terminal, same
                ? ($"当日 {made.Length} 条与上次运行所预见的逐字节相同", $"The day made {made.Length} entries, byte for byte those that the run before foresaw")
                : ($"当日 {made.Length} 条与上次运行所预见的不同", $"The day made {made.Length} entries, and the run before foresaw others"));
        }

        return day;
    }

    /// <summary>Ends a further run.</summary>
    public static void LeaveOff(Session session)
    {
        session.Terminal.Step(("日志", "The journal"));
        LeftOff.Of(session.Desk).Write(session.Options.OutFolder);
        Say(session.Terminal, ($"共 {session.District.Version:N0} 条，均已落盘", $"{session.District.Version:N0} entries, each on the disk since it was taken"), Origin.Kept);
        SayHowToGoOn(session.Terminal);
    }

    /// <summary>How the business that moved stood on days that are over.</summary>
    private static void ShowPast(Session session, NextDay day)
    {
        if (day.Changes?.Moves is not [var moved, ..])
        {
            return;
        }

        foreach (var on in (LocalDate[])[SampleDays.Planned, day.Before, day.Day])
        {
            var past = session.District.AsOf(on);
            var row = past.Register.RowOf(moved.Business.Id);
            var main = past.Plan?.FindChain(row)?.Main;
            BilingualText who = main is { IsVacant: false } ? SeatText.Of(past.Plan!, main.Seat) : ("无", "nobody");
            Say(session.Terminal, (
                $"{on:uuuu-MM-dd} {moved.Business.Name}：{past.Standing[row]} 级，主体责任人 {who.Chinese}",
                $"On {on:uuuu-MM-dd} {moved.Business.Name}: {past.Standing[row]}, main responsible {who.English}"));
        }
    }

    private static BilingualText ProblemText(string description) => ProblemWords.InBoth(description);

    private static void SayHowToGoOn(Terminal terminal) => terminal.Say($"[grey]{terminal.In((
        "再运行一次，辖区由此继续；--fresh 重新开始", "Run again, the district goes on from here; --fresh begins anew"))}[/]");

    private static void Say(Terminal terminal, BilingualText text, Origin origin = Origin.Computed) => terminal.Say($"{terminal.In(text)} {terminal.Tag(origin)}");

    private static int DueIn(District district) => district.Commitments.DueForRenewal(MainAssignments.Of(district.Chains.Plan!), district.Today).Length;

    private static IEnumerable<ChainLink> Links(District district, int row) => district.Chains.Plan!.FindChain(row)?.Links.AsEnumerable() ?? [];

    private static string Card(District district, AreaCode area) => ScorecardReport.Of(district.AsOf(district.Today), area).ToJson();

    private static Stamp StampOf(District district) => new(Offices.FoodSafety, district.Today, district.RecordedUpTo);

    private static bool Same(Consequences one, Consequences other) =>
        one.Moves.SequenceEqual(other.Moves) && one.Chains.SequenceEqual(other.Chains) && one.Renewals.SequenceEqual(other.Renewals)
        && one.Duties.SequenceEqual(other.Duties) && one.FollowUps.SequenceEqual(other.FollowUps);
}
