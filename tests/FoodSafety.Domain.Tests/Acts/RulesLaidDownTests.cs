using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Emergencies;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>Rules stand in the journal: what is done goes by those of its day, and what went by them keeps them.</summary>
public class RulesLaidDownTests
{
    private readonly District _district = ActTrial.NewDistrict(businesses: ["shop-1"]);

    [Fact]
    public void ReportingRules_HoldForIncidentsOfTheirDays_AndStandInThem()
    {
        Do(2, IncidentAct.Register(new(1), IncidentSamples.School, IncidentSamples.Few));
        Do(3, new ReportingRulesLaidDown(ReportingRules.Hainan2017));
        Do(3, IncidentAct.Register(new(2), IncidentSamples.School, IncidentSamples.Few));
        Late(2, 5, IncidentAct.Register(new(3), IncidentSamples.School, IncidentSamples.Few));
        Do(6, IncidentAct.Register(new(4), IncidentSamples.School, IncidentSamples.Few) with { Rules = ReportingRules.Xian2018 });

        var builtIn = ReportingRules.BuiltIn(Day(2));
        foreach (var district in (District[])[_district, District.Open(_district.Settings, _district.Pending)])
        {
            Assert.Equal([[.. builtIn], ReportingRules.Hainan2017, [.. builtIn], ReportingRules.Xian2018], district.Incidents.All.Select(incident => incident.Rules));
            Assert.Equal([[.. builtIn], ReportingRules.Hainan2017], new[] { 2, 3 }.Select(day => district.AsOf(Day(day)).ReportingRules));
            Assert.Equal(new ReportingRulesLaidDown(ReportingRules.Hainan2017), Assert.Single(district.ReportingRules.History).Act);
        }

        Assert.Equal("data-not-asked", Refused(7, IncidentAct.Learn(new(1), IncidentParty.Hospital, Instant.MinValue) with { Rules = ReportingRules.Xian2018 }));
        Assert.Throws<ArgumentException>(() => new ReportingRulesLaidDown([.. ReportingRules.Hainan2017, .. ReportingRules.Hainan2017]));
    }

    [Fact]
    public void RectificationRules_BindWhatIsDoneFromTheirDayOn_AndNotWhatIsToldLateOfADayBefore()
    {
        RectificationId id = new(1);
        Do(2, new RectificationAct(id, RectificationStep.Report) { Finding = new(1), Severity = Domain.Inspections.FindingSeverity.General });
        Do(2, RectificationAct.Claim(id));
        Do(2, RectificationAct.Order(id, TimeLimit.Days(10)));
        Do(4, new RectificationRulesLaidDown(new RectificationRules { MostExtensions = 0, NoticeDays = 7 }));

        Assert.Equal("extensions-left", Refused(5, RectificationAct.Extend(id, TimeLimit.Days(2), "owner", "parts are late")));
        Late(3, 5, RectificationAct.Extend(id, TimeLimit.Days(2), "owner", "parts are late"));

        // The last day is the 14th: the rules of a day say how early to warn on it.
        Assert.Equal((2, 7), (_district.AsOf(Day(3)).RectificationRules.NoticeDays, _district.AsOf(Day(4)).RectificationRules.NoticeDays));
        Assert.Equal([id], _district.AsOf(Day(8)).Rectifications.DueSoon());
        Assert.Empty(_district.AsOf(Day(3)).Rectifications.DueSoon());

        // What was taken by earlier rules rests on nothing that they changed: the step behind it can be voided.
        Do(6, RectificationAct.Submit(id, "report"));
        Do(7, new ActVoided(new("rectification", "1"), _district.Rectifications.HistoryOf(id)[^1].Moment.Place, "typed too early"));
        Assert.Equal(RectificationState.Ordered, _district.Rectifications[id].State);
    }

    [Fact]
    public void RecordDuties_SayWhoMakesARecordOfTheirDay()
    {
        Do(1, new RecordsBegun(Day(1)), new AppointmentMade(new Appointment(new(1), new("li"), new("shop-1"), SafetyPost.Director, new Term(Day(1))) { IsManagement = true }));
        Assert.Equal("not-a-maker", Refused(2, new RecordMade(new("shop-1"), SelfControlKind.DailyControl, new("li"))));

        Do(3, new RecordDutiesLaidDown([SelfControlDuties.Daily with { Makers = [SafetyPost.Officer, SafetyPost.Director] }, SelfControlDuties.Weekly, SelfControlDuties.Monthly]));
        Do(3, new RecordMade(new("shop-1"), SelfControlKind.DailyControl, new("li")));

        Assert.Throws<ActsRefusedException>(() => Late(2, 3, new RecordMade(new("shop-1"), SelfControlKind.DailyControl, new("li"))));
        Assert.Equal([1, 2], new[] { 2, 3 }.Select(day => _district.AsOf(Day(day)).RecordDuties[0].Makers.Length));
        Assert.Throws<ArgumentException>(() => new RecordDutiesLaidDown([SelfControlDuties.Daily]));
    }

    [Fact]
    public void ScoreSheets_ArePointsGivenBy_FromTheirDayOn_AndWhatWasGivenStands()
    {
        var points = new PointsGiven(
            new(1), IllustrativeAssessment.TownSheet.Id, "incident", Assessee.Town(Domain.Areas.AreaCode.Parse("510115001")), new("visit-1", ("督导记录", "record of a visit")), Day(2));
        Assert.Equal("unknown-sheet", Refused(2, points));
        Do(3, new ScoreSheetsLaidDown([IllustrativeAssessment.TownSheet]));
        Do(3, points);
        Do(4, new ScoreSheetsLaidDown([]));

        Assert.Equal("unknown-sheet", Refused(5, points with { Id = new(2) }));
        Assert.Equal(10, _district.Assessments[new(1)].Act.Points);
        Assert.Equal([0, 1, 0], new[] { 2, 3, 4 }.Select(day => _district.AsOf(Day(day)).ScoreSheets.Length));
    }

    private static LocalDate Day(int day) => new(2026, 6, day);

    private static Instant At(int day) => ChinaTime.Zone.AtStartOfDay(Day(day)).ToInstant() + Duration.FromHours(9);

    private void Do(int day, params Act[] acts) => Late(day, day, acts);

    private void Late(int on, int recorded, params Act[] acts) => _district.Apply(new Stamp("office", Day(on), Instant.Max(At(recorded), _district.RecordedUpTo)), [new DayBegan(), .. acts]);

    private string Refused(int day, Act act) => Assert.Throws<ActsRefusedException>(() => Do(day, act)).Refusals[0].Code;
}
