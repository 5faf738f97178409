using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Tests.Rectifications;
using static FoodSafety.Domain.Tests.Inspections.Toronto.TorontoCounts;

namespace FoodSafety.Domain.Tests.Inspections.Toronto;

/// <summary>What became of ten thousand real findings, held against plain counts of the rows they come from.</summary>
public class TorontoRectificationsTests(TorontoYear year)
{
    [Fact]
    public void Account_OfTheYear_LeavesNoRowWithoutAFate()
    {
        var play = year.Play;
        var end = play.Rectifications.On(TorontoYear.LastDay);
        var byState = Enum.GetValues<RectificationState>().ToDictionary(state => state, end.CountOf);

        var demanded = InOrder(year.Rows).Where(at => Demands.Contains(at.Row.Action)).ToList();
        var open = demanded.Where(at => at.Next is null).Select(at => at.Row).ToList();
        var again = demanded.Count(at => at.Next?.Any(row => row.Infraction == at.Row.Infraction) == true);
        var charged = Infractions(year.Rows).Where(row => Charges.Contains(row.Action)).ToList();
        var running = charged.Count(row => row.Outcome is "" or "Pending");
        Assert.Equal(
            new Dictionary<RectificationState, int>
            {
                [RectificationState.Reported] = 0,
                [RectificationState.Claimed] = 0,
                [RectificationState.Ordered] = open.Count,
                [RectificationState.Submitted] = 0,
                [RectificationState.Closed] = demanded.Count - open.Count - again,
                [RectificationState.CorrectedOnTheSpot] = Infractions(year.Rows).Count(row => row.Action == "Corrected During Inspection"),
                [RectificationState.Dismissed] = 0,
                [RectificationState.CaseFiled] = running,
                [RectificationState.CaseConcluded] = charged.Count - running,
                [RectificationState.CarriedOver] = again,
            },
            byState);

        Assert.Equal((2_695, 4_289, 1_219, 2_403), (byState[RectificationState.CorrectedOnTheSpot], byState[RectificationState.Closed], again, open.Count));
        Assert.Equal((235, 152, 83), (charged.Count, charged.Count - running, running));
        Assert.Equal(17_188, byState.Values.Sum() + year.Rows.Count(row => row.IsClean));
        Assert.Equal(play.Findings.All.Select(one => one.Id), play.Desk.Taken.Select(done => done.Act).Where(act => act.Step == RectificationStep.Report).Select(act => act.Finding));

        Assert.Equal(open.Count(row => row.Day.PlusDays(14) < TorontoYear.LastDay), end.OverdueCount);
        Assert.Equal(end.Counts, end.CountsByArea(play.Register)[play.Register.Areas.Codes[0]]);
        Assert.Equal(10, play.Desk.Taken.Count(done => done.Act.Measure?.Kind == MeasureKind.Suspension));
    }

    [Fact]
    public void EveryAction_LeadsWhereItsTableSays()
    {
        var play = year.Play;
        var counts = play.Handled.GroupBy(pair => pair.Value.Action).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(Infractions(year.Rows).CountBy(row => row.Action).ToDictionary(), counts);
        Assert.Equal((7_901, 2_695, 197, 30, 8), (
            counts["Notice to Comply"], counts["Corrected During Inspection"], counts["Ticket"], counts["Summons"], counts["Summons and Health Hazard Order"]));

        foreach (var (id, row) in play.Handled)
        {
            var state = play.Rectifications[id].State;
            Assert.True(
                row.Action == "Corrected During Inspection" ? state == RectificationState.CorrectedOnTheSpot
                : Charges.Contains(row.Action) ? state is RectificationState.CaseFiled or RectificationState.CaseConcluded
                : state is RectificationState.Ordered or RectificationState.Closed or RectificationState.CarriedOver,
                $"{row.Action}: {state}");
        }
    }

    [Fact]
    public void OtherRules_WouldNotLetCrucialItemsBeMendedOnTheSpot()
    {
        var play = year.Play;
        var mended = play.Handled.Keys.Select(id => play.Rectifications[id]).Where(one => one.State == RectificationState.CorrectedOnTheSpot && one.Severity == TorontoRules.Crucial).ToList();
        var expected = InOrder(year.Rows).Count(at => at.Row.Action == "Corrected During Inspection" && (at.Row.Severity == "C - Crucial" || IsCarried(at.Row, at.Before)));
        Assert.Equal((4, 4), (expected, mended.Count));

        var strict = new RectificationDesk(TorontoRules.Rectifications with { OnTheSpot = new([TorontoRules.OfPaper, TorontoRules.Minor, TorontoRules.Significant], TorontoRules.Source) }, TorontoYear.Calendar, play.Register);
        foreach (var one in mended.OrderBy(one => one.OpenedAt))
        {
            var id = strict.Report(play.Findings[one.Finding], play.Register.RowOf(one.Business!.Value), one.ReportedBy, one.OpenedAt).Act.Id;
            var refused = Assert.Throws<ActsRefusedException>(() => strict.CorrectOnTheSpot(id, one.MendedBy!, one.VerifiedBy!, one.OpenedAt));
            Assert.Equal("on-the-spot", Assert.Single(refused.Refusals).Code);
        }
    }

    [Fact]
    public void Replay_GivesEqualBooks()
    {
        var play = year.Play;
        var again = Domain.District.Open(play.District.Settings, play.District.Pending);
        Assert.Equal(play.Inspections.All, again.Inspections.All);
        Assert.Equal(play.Findings.All, again.Findings.All);

        var rectifications = play.Desk.Redone();
        Assert.Equal(play.Desk.Taken.ToLookup(done => done.Act.Id).SelectMany(one => one), play.Handled.Keys.OrderBy(id => id.Number).SelectMany(id => play.Rectifications.HistoryOf(id)));
        Assert.Equal(play.Handled.Keys.Select(id => play.Rectifications[id]), play.Handled.Keys.Select(id => rectifications[id]));
    }
}
