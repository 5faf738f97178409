using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Processes;
using FoodSafety.Domain.Tests.Coordination;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using static FoodSafety.Domain.Tests.Coordination.CoordinationWorld;

namespace FoodSafety.Domain.Tests.Processes;

/// <summary>A place's own procedure, given as data, lives in the district like any room.</summary>
public class CaseBookTests
{
    private static readonly CaseId Id = new(20260000001);
    private static readonly BusinessId Shop = new("shop");

    [Fact]
    public void Complaint_FromItsRegistrationToItsEnd_StandsInThePastAndInTheJournal()
    {
        var office = Founded();
        office.Do(Day(9, 14), StepTaken.Begin(Id, Complaints.Code, "register", Shop, [new("channel", "12315"), new("received", "2026-09-12")]));
        var cases = office.District.Cases;
        Assert.Equal(("registered", Shop, Day(9, 14)), (cases[Id].State, cases[Id].Business!.Value, cases[Id].BegunOn));

        // Seven working days from a Monday, by the one calendar of the district: Sunday the 20th is worked.
        Assert.Equal(Day(9, 22), cases[Id].Due!.Value.LastDay);
        Assert.Equal(["accept", "reject"], cases.AllowedSteps(Id).Select(step => step.Code));
        Assert.Empty(cases.OverdueOn(Day(9, 22)));
        Assert.Equal([Id], cases.OverdueOn(Day(9, 23)).Select(one => one.Id));

        office.Do(Day(9, 24), StepTaken.Take(Id, "accept", [new("officer", "k7")]));
        var due = cases[Id].Due!.Value;
        Assert.Equal(Day(9, 24).PlusDays(60), due.LastDay);
        office.Do(Day(10, 9), StepTaken.Take(Id, "note", [new("reason", "photos came")]));
        Assert.Equal((due, Day(9, 24), "photos came"), (cases[Id].Due!.Value, cases[Id].Since, cases[Id].Find("reason")));
        office.Do(Day(10, 20), StepTaken.Take(Id, "close", [new("reason", "settled"), new("compensation", "120.50")]));

        Assert.True(cases[Id].IsClosed);
        Assert.Null(cases[Id].Due);
        Assert.Empty(cases.AllowedSteps(Id));
        Assert.Equal(("12315", "settled", "120.50", null), (cases[Id].Find("channel"), cases[Id].Find("reason"), cases[Id].Find("compensation"), cases[Id].Find("no-field")));

        Assert.Equal([null, "registered", "accepted", "accepted", "closed"], new[] { Day(9, 13), Day(9, 20), Day(9, 24), Day(10, 10), Day(10, 20) }.Select(day => cases.FindOn(Id, day)?.State));
        Assert.Equal("registered", Assert.Single(office.District.AsOf(Day(9, 20)).Cases).State);
        Assert.Equal("1", Assert.Single(office.District.AsOf(Day(10, 20)).Processes).Version);
        Assert.Empty(office.District.AsOf(Day(9, 9)).Processes);

        var again = District.Open(office.District.Settings, office.District.Pending.ToList());
        Assert.Equal(cases[Id], again.Cases[Id]);
        Assert.Equal(cases.HistoryOf(Id), again.Cases.HistoryOf(Id));
    }

    [Fact]
    public void Case_BegunUnderAVersion_RunsToItsEndByIt()
    {
        var office = Founded();
        office.Do(Day(9, 14), StepTaken.Begin(Id, Complaints.Code, "register", null, [new("channel", "12315")]));
        office.Do(Day(9, 15), new ProcessLaidDown(Complaints.Version("2", days: 3, new Term(Day(9, 16), Day(9, 20)))));
        office.Do(Day(9, 16), StepTaken.Begin(new(2), Complaints.Code, "register", null, [new("channel", "12315")]));

        Assert.Equal([("1", Day(9, 22)), ("2", Day(9, 20))], office.District.Cases.All.Select(one => (one.Process.Version, one.Due!.Value.LastDay)));
        Assert.Equal(["1", "1", "2", "1"], new[] { Day(9, 14), Day(9, 15), Day(9, 16), Day(9, 20) }.Select(day => office.District.Processes.FindOn(Complaints.Code, day)!.Version));
        Assert.Equal("2", Assert.IsType<StepTaken>(office.District.Cases.HistoryOf(new(2))[0].Act).Version);
        office.Do(Day(9, 21), StepTaken.Take(new(2), "accept", [new("officer", "k7")]));
        Assert.Equal("2", office.District.Cases[new(2)].Process.Version);
    }

    [Fact]
    public void Step_TakenAtTheWrongCase_IsVoidedUnlessOthersRestOnIt()
    {
        var office = Founded();
        var begun = office.Do(Day(9, 14), StepTaken.Begin(Id, Complaints.Code, "register", Shop, [new("channel", "12315")]));
        var accepted = office.Do(Day(9, 15), StepTaken.Take(Id, "accept", [new("officer", "k7")]));
        Assert.Equal("others-rest-on-it", office.Refused(Day(9, 16), new ActVoided(new Thing("case", $"{Id}"), begun, "no complaint at all")).Code);

        office.Do(Day(9, 16), new ActVoided(new Thing("case", $"{Id}"), accepted, "it was another"));

        Assert.Equal(("registered", Day(9, 22)), (office.District.Cases[Id].State, office.District.Cases[Id].Due!.Value.LastDay));
        office.Do(Day(9, 16), new ActVoided(new Thing("case", $"{Id}"), begun, "no complaint at all"));
        Assert.Null(office.District.Cases.Find(Id));
        Assert.Equal([false, false], office.District.Cases.HistoryOf(Id).Select(done => done.Counts));
    }

    [Fact]
    public void Step_Impossible_IsRefusedWithWhatIsAllowed()
    {
        var office = Founded();
        FieldValue channel = new("channel", "12315");
        Assert.Equal("unknown-case", office.Refused(Day(9, 14), StepTaken.Take(Id, "accept")).Code);
        var refused = office.Refused(Day(9, 14), StepTaken.Begin(Id, "petition", "register", null, [channel]));
        Assert.Equal(("unknown-process", "complaint"), (refused.Code, refused.Allowed.English));
        Assert.Equal("unknown-process", office.Refused(Day(9, 14), StepTaken.Begin(Id, Complaints.Code, "register", null, [channel]) with { Version = "7" }).Code);
        Assert.Equal("unknown-business", office.Refused(Day(9, 14), StepTaken.Begin(Id, Complaints.Code, "register", new("nobody"), [channel])).Code);
        refused = office.Refused(Day(9, 14), StepTaken.Begin(Id, Complaints.Code, "close", null, [channel]));
        Assert.Equal(("step-not-possible", "register"), (refused.Code, refused.Allowed.English));

        office.Do(Day(9, 14), StepTaken.Begin(Id, Complaints.Code, "register", Shop, [channel]));
        Assert.Equal("id-taken", office.Refused(Day(9, 14), StepTaken.Begin(Id, Complaints.Code, "register", Shop, [channel])).Code);
        Assert.Equal("stated-at-the-beginning", office.Refused(Day(9, 14), StepTaken.Take(Id, "accept", [new("officer", "k7")]) with { Business = Shop }).Code);
        refused = office.Refused(Day(9, 14), StepTaken.Take(Id, "close", [new("reason", "settled")]));
        Assert.Equal($"Case {Id} (Registered): the step 'Close' is not possible.", refused.Text.English);
        Assert.Equal("accept, reject", refused.Allowed.English);
        Assert.Equal([new GuardValue("id", $"{Id}"), new GuardValue("state", "registered"), new GuardValue("step", "close")], refused.Values);
        Assert.Equal("behind-the-last", office.Refused(Day(9, 13), StepTaken.Take(Id, "accept", [new("officer", "k7")])).Code);
        Assert.Throws<ArgumentOutOfRangeException>(() => StepTaken.Take(default, "accept"));
    }

    [Theory]
    [InlineData("field-missing", "reason")]
    [InlineData("field-twice", "reason", "reason=a", "reason=b")]
    [InlineData("unknown-field", "officer", "reason=a", "officer=k7")]
    [InlineData("field-not-valid", "compensation", "reason=a", "compensation=12,5")]
    [InlineData("field-not-valid", "compensation", "reason=a", "compensation=twelve")]
    public void Step_ThatStatesWhatItMustNot_IsRefused(string code, string field, params string[] values)
    {
        var office = Founded();
        office.Do(
            Day(9, 14), StepTaken.Begin(Id, Complaints.Code, "register", Shop, [new("channel", "12315")]), StepTaken.Take(Id, "accept", [new("officer", "k7")]));

        var refused = office.Refused(Day(9, 15), StepTaken.Take(Id, "close", [.. values.Select(value => value.Split('=')).Select(parts => new FieldValue(parts[0], parts[1]))]));

        Assert.Equal((code, field), (refused.Code, refused.Values[1].Value));
        Assert.False(refused.Allowed.IsEmpty);
        Assert.Equal("accepted", office.District.Cases[Id].State);
    }

    [Theory]
    [InlineData("channel", "two words")]
    [InlineData("received", "12.9.2026")]
    [InlineData("received", "2026-02-30")]
    public void Field_OfAnotherKind_IsRefused(string field, string value)
    {
        FieldValue[] values = field == "channel" ? [new(field, value)] : [new("channel", "12315"), new(field, value)];
        Assert.Equal("field-not-valid", Founded().Refused(Day(9, 14), StepTaken.Begin(Id, Complaints.Code, "register", Shop, [.. values])).Code);
    }

    [Fact]
    public void ProcessLaidDown_WhoseParts_DoNotFitTogether_IsRefusedWithEveryFault()
    {
        var office = Founded();
        var process = new ProcessDefinition(
            "broken", "1", ("坏", "broken"), new Term(Day(9, 1)), Complaints.Made,
            [new("a", ("甲", "a")), new("a", ("甲", "a")), new("b", ("乙", "b"))],
            [new("on", ("续", "on"), ["c"], "a", ["x"]), new("stay", ("停", "stay"), ["b"], "b")]);

        var refusals = Assert.Throws<ActsRefusedException>(() => office.Do(Day(9, 14), new ProcessLaidDown(process))).Refusals;

        Assert.Equal(
            ["code-twice", "unknown-state", "unknown-field", "no-beginning", "unreachable-state", "unreachable-state"],
            refusals.Select(refusal => refusal.Code).Order(StringComparer.Ordinal).OrderBy(code => Array.IndexOf(["code-twice", "unknown-state", "unknown-field", "no-beginning", "unreachable-state"], code)));
        Assert.Equal("The step 'on' names the state 'c', which there is not.", refusals.Single(refusal => refusal.Code == "unknown-state").Text.English);
        Assert.Equal("version-taken", office.Refused(Day(9, 14), new ProcessLaidDown(Complaints.Version("1", days: 9))).Code);
        Assert.Single(office.District.Processes.History);
    }

    private static CoordinationOffice Founded()
    {
        var office = new CoordinationOffice();
        office.Do(
            Day(9, 10),
            new BusinessesOpened([PlanWorld.NewBusiness(Shop.Value, AreaCode.Parse("510115001001"), Tier.D)]),
            new ProcessLaidDown(Complaints.Version("1")));
        return office;
    }
}
