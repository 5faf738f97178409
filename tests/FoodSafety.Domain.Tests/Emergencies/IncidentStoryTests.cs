using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Emergencies.IncidentSamples;

namespace FoodSafety.Domain.Tests.Emergencies;

/// <summary>Stories of an office with an incident on its hands, lived in a district.</summary>
public class IncidentStoryTests
{
    private static readonly LocalDate Day = new(2026, 6, 1);
    private static readonly FactRecord Ill = new(IncidentFacts.Harmed.Of(120), IncidentFacts.HarmedAtSchool.Of(40));

    [Fact]
    public void WhatIsTypedTheNextMorning_CountsByItsHour()
    {
        var district = Founded();
        district.Apply(At(1, 13, 40), IncidentAct.Register(First, School, Few), IncidentAct.Learn(First, IncidentParty.AffectedUnit, Instant(1, 12, 10)));

        // The school called at 13:35, in time; nobody had a hand free to note it before the next morning.
        var called = new IncidentReport(IncidentParty.AffectedUnit, IncidentParty.CountyAuthority, ReportStage.First, Instant(1, 13, 35));
        Assert.Equal([DutyStanding.Overdue], Standings(Instant(1, 18, 0)));
        district.Apply(At(2, 8, 0) with { On = Day, Time = new LocalTime(14, 0) }, IncidentAct.Report(First, called));
        Assert.Equal([DutyStanding.Done], Standings(Instant(1, 18, 0)));
        Assert.Equal([DutyStanding.Due], Standings(Instant(1, 13, 59)));

        // What was done at 13:50 cannot follow what was done at 14:00; nor may it lie in the hours to come of its own clock.
        Assert.Equal("time-order", CodeOf(At(2, 8, 5) with { On = Day, Time = new LocalTime(13, 50) }, IncidentAct.Verify(First, Ill)));
        Assert.Equal("not-in-the-future", CodeOf(At(2, 8, 5) with { On = Day, Time = new LocalTime(14, 5) }, IncidentAct.Learn(First, IncidentParty.Hospital, Instant(1, 14, 6))));
        Assert.Equal("behind-the-last", CodeOf(At(2, 8, 5) with { On = Day.PlusDays(-1) }, IncidentAct.Verify(First, Ill)));

        DutyStanding[] Standings(Instant at) => [.. district.Incidents.DutiesAt(First, at).Select(duty => duty.Standing)];
        string CodeOf(Stamp stamp, IncidentAct act) => Assert.Single(Assert.Throws<ActsRefusedException>(() => district.Apply(stamp, act)).Refusals).Code;
    }

    [Fact]
    public void KnowledgeNotedAtTheWrongParty_IsVoided_AndItsDutyWithIt()
    {
        var district = Founded();
        district.Apply(At(1, 13, 40), IncidentAct.Register(First, School, Few));
        var noted = district.Apply(At(1, 13, 45), IncidentAct.Learn(First, IncidentParty.FoodBusiness, Instant(1, 11, 50))).Entry!;
        district.Apply(At(1, 15, 0), IncidentAct.Verify(First, Ill), IncidentAct.Respond(First, ResponseLevel.III));
        Assert.Equal([First], district.Incidents.OverdueAt(Instant(1, 15, 0)).Select(overdue => overdue.Incident));

        // Verifying cannot be voided alone: the response rests on it.
        var thing = new Thing("incident", "1");
        var resting = Assert.Single(Assert.Throws<ActsRefusedException>(() => district.Apply(At(2, 9, 0), new ActVoided(thing, new(4, 0), "wrong"))).Refusals);
        Assert.Equal(("others-rest-on-it", "4.1"), (resting.Code, resting.Values.Single().Value));

        district.Apply(At(2, 9, 0), new ActVoided(thing, new(noted.Number, 0), "it was the school that knew"));
        Assert.Empty(district.Incidents.OverdueAt(Instant(1, 15, 0)));
        Assert.Null(district.Incidents[First].FindKnownSince(IncidentParty.FoodBusiness));
        Assert.Equal(IncidentState.Responding, district.Incidents[First].State);
        Assert.Equal([true, false, true, true], district.Incidents.HistoryOf(First).Select(done => done.Counts));
        Assert.Equal(3, district.AsOf(Day).Incidents.Single().History.Length);
    }

    [Fact]
    public void PolicyOfAnotherDay_DecidesWhatIsVerifiedThen_AndLeavesWhatWasGraded()
    {
        var district = Founded();
        district.Apply(At(1, 9, 0), IncidentAct.Register(First, School, Few), IncidentAct.Verify(First, Ill), IncidentAct.Register(new(2), School, Few));
        district.Apply(At(3, 9, 0), new IncidentPolicyLaidDown(IncidentPolicies.Jiangsu2022.Draft("2026.1").InForce(Day.PlusDays(2))
            .Rule("own", IncidentGrade.Major, IncidentFacts.Harmed >= 110, ("本地", "own"), Citation.Illustrative(("自拟", "made up"))).Build()));

        // Recorded on the 4th of the 2nd: by the plan of the 2nd.
        district.Apply(At(4, 9, 0) with { On = Day.PlusDays(1) }, IncidentAct.Verify(new(2), Ill));
        Assert.Equal((IncidentGrade.Larger, "2022.1"), (district.Incidents[new(2)].Grading!.Grade!.Value, district.Incidents[new(2)].Grading!.Version));
        Assert.Equal("2022.1", district.Incidents[First].Grading!.Version);

        var entry = district.Apply(At(4, 10, 0), IncidentAct.Regrade(First, Ill)).Entry!;
        Assert.Equal((IncidentGrade.Major, "2026.1", "own"), entry.Acts.OfType<IncidentAct>().Single().Grading is { } kept ? (kept.Grade!.Value, kept.Version, kept.Clause) : default);
        Assert.Equal([null, IncidentGrade.Larger, IncidentGrade.Larger, IncidentGrade.Major], new[] { 0, 1, 3, 4 }.Select(day => district.AsOf(Day.PlusDays(day - 1)).Incidents.FirstOrDefault()?.Grading?.Grade));

        // Whoever opens it again needs no plan to tell what was graded.
        var again = District.Open(district.Settings, district.Pending);
        Assert.Equal(district.Incidents.All, again.Incidents.All);
    }

    private static District Founded()
    {
        var district = new District(new DistrictSettings(WorkingCalendar.China));
        district.Apply(At(1, 8, 0), new IncidentPolicyLaidDown(IncidentPolicies.Jiangsu2022));
        return district;
    }

    private static Instant Instant(int day, int hour, int minute) => Day.PlusDays(day - 1).At(new LocalTime(hour, minute)).InZoneStrictly(ChinaTime.Zone).ToInstant();

    private static Stamp At(int day, int hour, int minute) => new("desk", Day.PlusDays(day - 1), Instant(day, hour, minute));
}
