using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Emergencies.IncidentSamples;

namespace FoodSafety.Domain.Tests.Emergencies;

public class IncidentBookTests
{
    [Fact]
    public void Incident_WhoseFactsChange_KeepsEveryGrading()
    {
        var book = In(IncidentState.Verified, Thirty);
        book.Take(IncidentAct.Respond(First, ResponseLevel.IV), Start + Hour);
        var incident = book.Do(IncidentAct.Regrade(First, Hundred), Start + (2 * Hour));

        Assert.Equal([(Start, IncidentGrade.General), (Start + (2 * Hour), IncidentGrade.Larger)], incident.Gradings.Select(given => (given.At, given.Grading.Grade!.Value)));
        Assert.Equal((Hundred, ResponseLevel.IV, true), (incident.Facts, incident.Response, incident.ResponseFallsShort));
        Assert.False(book.Do(IncidentAct.AdjustResponse(First, ResponseLevel.III, "graver"), Start + (2 * Hour)).ResponseFallsShort);
    }

    [Fact]
    public void Respond_LowerThanTheGrade_IsRefusedWithBoth()
    {
        var book = In(IncidentState.Verified);
        var refused = book.Refused(IncidentAct.Respond(First, ResponseLevel.IV), Start);

        Assert.Equal("incident 1 (verified): the step 'respond' is refused: response level IV (county) is lower than grade III (larger) calls for.", refused.Text.English);
        Assert.Equal("事故 1（已核实定级）不能“启动响应”：Ⅳ级响应（县级人民政府）低于Ⅲ级（较大）应启动的响应。", refused.Text.Chinese);
        Assert.Equal("response-reaches-grade", refused.Code);
        Assert.Equal([new GuardValue("level", "4"), new GuardValue("at-most", "3")], refused.Values);
        Assert.Equal(ResponseLevels.Basis, refused.Basis);
        Assert.Equal(ResponseLevel.I, book.Do(IncidentAct.Respond(First, ResponseLevel.I), Start).Response);
    }

    [Fact]
    public void Respond_BelowTheTable_IsRefused_AndClosingAllowed()
    {
        var book = In(IncidentState.Verified, Few);
        Assert.Equal(
            [(IncidentStep.Respond, false), (IncidentStep.Close, true)],
            book.Book.AllowedSteps(First, Start).Where(option => option.Step is IncidentStep.Respond or IncidentStep.Close).Select(option => (option.Step, option.IsAllowed)));
        Assert.Equal("graded", book.Refused(IncidentAct.Respond(First, ResponseLevel.IV), Start).Code);
        Assert.Equal(IncidentState.Closed, book.Do(IncidentAct.Close(First, "an ordinary food-borne illness"), Start).State);
    }

    [Fact]
    public void Close_AGradedIncidentWithoutAResponse_IsRefused() =>
        Assert.Equal("response-ended", In(IncidentState.Verified).Refused(IncidentAct.Close(First, "done"), Start).Code);

    [Fact]
    public void Step_OutOfOrder_OrToldOfTheFuture_IsRefused()
    {
        var book = In(IncidentState.Reported);
        Assert.Equal("time-order", book.Refused(Step(IncidentStep.Verify), Start - Duration.Epsilon).Code);
        Assert.Equal("not-in-the-future", book.Refused(IncidentAct.Learn(First, IncidentParty.Hospital, Start + Duration.Epsilon), Start).Code);
        Assert.Equal("not-in-the-future", book.Refused(IncidentAct.Report(First, BusinessReport with { SentAt = Start + Hour }), Start).Code);
        Assert.Equal(Start, book.Do(IncidentAct.Learn(First, IncidentParty.Hospital, Start), Start).FindKnownSince(IncidentParty.Hospital));
    }

    [Fact]
    public void EndResponse_LeavesNoResponse_AndItCanBeStartedAgain()
    {
        var book = In(IncidentState.ResponseEnded);
        Assert.Null(book.Book[First].Response);
        var again = book.Do(IncidentAct.Respond(First, ResponseLevel.II), Start);
        Assert.Equal((IncidentState.Responding, ResponseLevel.II), (again.State, again.Response!.Value));
    }

    [Fact]
    public void FindAsOf_GivesEveryStageOfTheIncident()
    {
        var book = In(IncidentState.Verified);
        var verified = book.Book[First];
        book.Take(IncidentAct.Respond(First, ResponseLevel.III), Start + Hour);
        var ended = book.Do(IncidentAct.EndResponse(First, "under control"), Start + (2 * Hour));

        Assert.Null(ended.FindAsOf(Start - Duration.Epsilon));
        Assert.Equal(verified, ended.FindAsOf(Start + Hour - Duration.Epsilon));
        Assert.Equal(ResponseLevel.III, ended.FindAsOf(Start + Hour)?.Response);
        Assert.Same(ended, ended.FindAsOf(Start + (2 * Hour)));
    }

    [Fact]
    public void Act_ThatDoesNotSayWhatItsStepSays_IsRefusedWithWhatItLacks()
    {
        var book = In(IncidentState.Verified);
        var all = book.Try(new IncidentAct(First, IncidentStep.AdjustResponse) { Facts = Few, Reason = "graver" } with { Step = IncidentStep.Respond }, Start);
        var refused = all[0];

        Assert.Equal(("data-missing", "response"), (refused.Code, refused.ValueOf("needs")));
        Assert.Equal("incident 1 (verified): the step 'respond' is refused: it needs a level of response.", refused.Text.English);
        Assert.Equal("事故 1（已核实定级）不能“启动响应”：缺少响应级别。", refused.Text.Chinese);
        Assert.Equal("Needed: a level of response; possible besides: nothing.", refused.Allowed.English);
        Assert.Equal(["needs response", "has facts", "has reason"], all.Select(one => $"{one.Values[0].Name} {one.Values[0].Value}"));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Act_ThatSaysNothing_IsRefusedForWhatItsStepNeeds(IncidentStep step)
    {
        var from = IncidentLifecycle.Rows[step].Ways[0].From;
        var bare = (from is { } state ? In(state) : In(IncidentState.Reported)).Try(new IncidentAct(from is null ? new(2) : First, step), Start);
        Assert.Equal(IncidentLifecycle.Rows[step].Needs.SelectMany(data => data.Properties), bare.Select(refusal => refusal.ValueOf("needs")));
    }

    public static TheoryData<IncidentStep> Steps => [.. Enum.GetValues<IncidentStep>()];

    [Fact]
    public void Act_WithAValueWithoutAName_CannotBeMade()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new IncidentAct(First, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => IncidentAct.Respond(First, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => IncidentAct.Learn(First, 0, Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => IncidentAct.Report(First, default));
        Assert.Throws<TextRefusedException>(() => IncidentAct.Close(First, " "));
    }

    [Fact]
    public void Act_OnWhatIsNoIncident_OrWithANumberInUse_IsRefused()
    {
        var book = In(IncidentState.Reported);
        Assert.Equal("id-taken", book.Refused(Step(IncidentStep.Register), Start).Code);
        Assert.Equal("no-id", book.Refused(IncidentAct.Register(default, School, Few), Start).Code);
        var refused = book.Refused(IncidentAct.Dismiss(new(2), "false alarm"), Start);
        Assert.Equal("step-not-possible", refused.Code);
        Assert.Equal("incident 2 (not begun): the step 'dismiss' is not possible.", refused.Text.English);
        Assert.Equal("register.", refused.Allowed.English);
        Assert.Null(book.Book.Find(new(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => book.Book[new(2)]);
        Assert.Throws<ArgumentOutOfRangeException>(() => book.Book.AllowedSteps(new(2), Start));
    }

    [Fact]
    public void Act_WithFactsThatIncidentsDoNotState_IsRefused()
    {
        var refused = In(IncidentState.Reported).Refused(IncidentAct.Verify(First, new(new FlagFact("bitter", ("苦", "bitter")).Of(true))), Start);
        Assert.Equal(("unknown-fact", "Incidents do not state 'bitter'."), (refused.Code, refused.Text.English));
        Assert.StartsWith("harmed, deaths, ", refused.Allowed.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_WithoutAGrading_IsKeptWithThatOfThePolicy_AndAStatedOneStands()
    {
        var kept = (IncidentAct)In(IncidentState.Verified).Kept[^1].Act;
        Assert.Equal(IncidentGrading.Of(new(IncidentPolicies.Jiangsu2022), Hundred), kept.Grading);

        // Where the province graded it by its own plan, that is what is told.
        var byProvince = IncidentGrading.Of(new(IncidentPolicies.Sichuan2017), new FactRecord(IncidentFacts.Deaths.Of(30)));
        Assert.Equal(IncidentGrade.EspeciallyMajor, In(IncidentState.Reported).Do(IncidentAct.Verify(First, Hundred, byProvince), Start).Grading!.Grade);
    }

    [Fact]
    public void Verify_OnADayWithoutAPolicy_IsRefused_UnlessTheGradingIsStated()
    {
        var undo = new UndoLog();
        var book = new Acts.Recorder<IncidentBook>(Book(new IncidentPolicyBook(IncidentFacts.Schema, undo), undo), undo);
        book.Take(Step(IncidentStep.Register), Start);
        Assert.Equal("no-policy", book.Refused(Step(IncidentStep.Verify), Start).Code);
        book.Take(IncidentAct.Verify(First, Hundred, IncidentGrading.Of(new(IncidentPolicies.Jiangsu2022), Hundred)), Start);
    }

    [Fact]
    public void Policies_TheNewestInForceCounts_AndAnEarlierOneCanBeLaidDownAgain()
    {
        var undo = new UndoLog();
        var book = new Acts.Recorder<IncidentPolicyBook>(new IncidentPolicyBook(IncidentFacts.Schema, undo), undo);
        var (day, from) = (ChinaTime.DateOf(Start), ChinaTime.DateOf(Start).PlusDays(20));
        var stricter = IncidentPolicies.Jiangsu2022.Draft("2026.1").InForce(from).Build();
        Assert.Null(book.Book.FindOn(day));

        book.Take(new IncidentPolicyLaidDown(IncidentPolicies.Jiangsu2022), Start);
        book.Take(new IncidentPolicyLaidDown(stricter), Start);
        Assert.Equal(["2022.1", "2022.1", "2026.1"], new[] { day, from.PlusDays(-1), from }.Select(on => book.Book.FindOn(on)!.Version));

        book.Take(new IncidentPolicyLaidDown(IncidentPolicies.Jiangsu2022), Start);
        Assert.Equal("2022.1", book.Book.FindOn(from)!.Version);
        Assert.Equal(3, book.Book.All.Length);

        // Two that are told apart by nothing could not be told apart in what was graded.
        Assert.Equal("id-taken", book.Refused(new IncidentPolicyLaidDown(IncidentPolicies.Jiangsu2022.Draft("2026.1").InForce(day).Build()), Start).Code);
        var foreign = new FlagFact("bitter", ("苦", "bitter"));
        Assert.Equal("unknown-fact", book.Refused(new IncidentPolicyLaidDown(OwnPolicy(IncidentGrades.Scale, foreign)), Start).Code);
        var upsideDown = new GradeScale<IncidentGrade>([.. IncidentGrades.Scale.MildestFirst.Reverse().Select(grade => (grade, grade.Name()))]);
        Assert.Equal("other-scale", book.Refused(new IncidentPolicyLaidDown(OwnPolicy(upsideDown, IncidentFacts.BeyondProvince)), Start).Code);
    }

    [Fact]
    public void Subject_HasATitleAndAPlace_AndIsEqualByWhatItSays()
    {
        Assert.Equal(School, School);
        Assert.NotEqual(School, School with { Businesses = [new("S-1")] });
        Assert.ThrowsAny<ArgumentException>(() => new IncidentSubject("", AreaCode.Parse("51")));
        Assert.ThrowsAny<ArgumentException>(() => new IncidentSubject("somewhere", default));
    }

    private static GradingPolicy<IncidentGrade> OwnPolicy(GradeScale<IncidentGrade> scale, FlagFact fact)
    {
        var basis = Citation.Illustrative(("自拟", "made up"));
        return GradingPolicy.Define("own", "1", ("自拟", "own"), scale).InForce(new LocalDate(2022, 1, 1))
            .Rule("a", IncidentGrade.Major, fact, ("甲", "a"), basis).Otherwise(IncidentGrade.General, ("其他", "else"), basis).Build();
    }
}
