using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Lifecycles;
using NodaTime;
using static FoodSafety.Domain.Tests.Emergencies.IncidentSamples;

namespace FoodSafety.Domain.Tests.Emergencies;

public class IncidentBookTests
{
    [Fact]
    public void Incident_WhoseFactsChange_KeepsEveryGrading()
    {
        var book = In(IncidentState.Verified, Thirty);
        book.Respond(First, ResponseLevel.IV, By, Start + Hour);
        var incident = book.Regrade(First, Hundred, Grader, By, Start + (2 * Hour));

        Assert.Equal([(Start, IncidentGrade.General), (Start + (2 * Hour), IncidentGrade.Larger)], incident.Gradings.Select(given => (given.At, given.Grading.Grade!.Value)));
        Assert.Equal((Hundred, ResponseLevel.IV, true), (incident.Facts, incident.Response, incident.ResponseFallsShort));
        Assert.False(book.AdjustResponse(First, ResponseLevel.III, "graver", By, Start + (2 * Hour)).ResponseFallsShort);
    }

    [Fact]
    public void Respond_LowerThanTheGrade_IsRefusedWithBoth()
    {
        var book = In(IncidentState.Verified);
        var refused = Assert.Throws<StepRefusedException<IncidentState, IncidentStep>>(() => book.Respond(First, ResponseLevel.IV, By, Start));

        Assert.Equal("incident 1 (verified): the step 'respond' is refused: response level IV (county) is lower than grade III (larger) calls for.", refused.Message);
        Assert.Equal("事故 1（已核实定级）不能“启动响应”：Ⅳ级响应（县级人民政府）低于Ⅲ级（较大）应启动的响应。", refused.Text.Chinese);
        Assert.Equal([new GuardValue("level", "4"), new GuardValue("at-most", "3")], Assert.Single(refused.Unmet).Values);
        Assert.Equal(ResponseLevel.I, book.Respond(First, ResponseLevel.I, By, Start).Response);
    }

    [Fact]
    public void Respond_BelowTheTable_IsRefused_AndClosingAllowed()
    {
        var book = In(IncidentState.Verified, Few);
        Assert.Equal(
            [(IncidentStep.Respond, false), (IncidentStep.Close, true)],
            book.AllowedSteps(First, Start).Where(option => option.Step is IncidentStep.Respond or IncidentStep.Close).Select(option => (option.Step, option.IsAllowed)));
        var refused = Assert.Throws<StepRefusedException<IncidentState, IncidentStep>>(() => book.Respond(First, ResponseLevel.IV, By, Start));
        Assert.Equal("graded", Assert.Single(refused.Unmet).Code);
        Assert.Equal(IncidentState.Closed, book.Close(First, "an ordinary food-borne illness", By, Start).State);
    }

    [Fact]
    public void Close_AGradedIncidentWithoutAResponse_IsRefused()
    {
        var refused = Assert.Throws<StepRefusedException<IncidentState, IncidentStep>>(() => In(IncidentState.Verified).Close(First, "done", By, Start));
        Assert.Equal("response-ended", Assert.Single(refused.Unmet).Code);
    }

    [Fact]
    public void Step_OutOfOrder_OrToldOfTheFuture_IsRefused()
    {
        var book = In(IncidentState.Reported);
        var early = Assert.Throws<StepRefusedException<IncidentState, IncidentStep>>(() => Take(book, IncidentStep.Verify, Start - Duration.Epsilon));
        Assert.Equal("time-order", Assert.Single(early.Unmet).Code);

        var future = Assert.Throws<StepRefusedException<IncidentState, IncidentStep>>(() => book.Learn(First, IncidentParty.Hospital, Start + Duration.Epsilon, By, Start));
        Assert.Equal("not-in-the-future", Assert.Single(future.Unmet).Code);
        Assert.Throws<StepRefusedException<IncidentState, IncidentStep>>(() => book.Report(First, BusinessReport with { SentAt = Start + Hour }, By, Start));
        Assert.Equal(Start, book.Learn(First, IncidentParty.Hospital, Start, By, Start).FindKnownSince(IncidentParty.Hospital));
    }

    [Fact]
    public void EndResponse_LeavesNoResponse_AndItCanBeStartedAgain()
    {
        var book = In(IncidentState.ResponseEnded);
        Assert.Null(book.Incident(First).Response);
        Assert.Equal((IncidentState.Responding, ResponseLevel.II), book.Respond(First, ResponseLevel.II, By, Start) is var again ? (again.State, again.Response!.Value) : default);
    }

    [Fact]
    public void FindAsOf_GivesEveryStageOfTheIncident()
    {
        var book = In(IncidentState.Verified);
        var verified = book.Incident(First);
        book.Respond(First, ResponseLevel.III, By, Start + Hour);
        var ended = book.EndResponse(First, "under control", By, Start + (2 * Hour));

        Assert.Null(ended.FindAsOf(Start - Duration.Epsilon));
        Assert.Equal(verified, ended.FindAsOf(Start + Hour - Duration.Epsilon));
        Assert.Equal(ResponseLevel.III, ended.FindAsOf(Start + Hour)?.Response);
        Assert.Same(ended, ended.FindAsOf(Start + (2 * Hour)));
    }

    [Fact]
    public void Replay_OfWhatIsNoBook_Throws()
    {
        var events = In(IncidentState.Responding).Events;
        Assert.Equal(
            "The step Respond of incident 1 lacks something that it says, or says something that it does not. See IncidentEvent for what each step says.",
            Assert.ThrowsAny<ArgumentException>(() => IncidentBook.Replay([.. events.Take(2), events[2] with { Response = null }])).Message);
        Assert.ThrowsAny<ArgumentException>(() => IncidentBook.Replay([events[0] with { Reason = "none is asked for" }]));
        Assert.ThrowsAny<ArgumentException>(() => IncidentBook.Replay([events[0] with { Facts = null }]));
        Assert.ThrowsAny<ArgumentException>(() => IncidentBook.Replay([events[0] with { By = "" }]));
        Assert.Throws<ArgumentOutOfRangeException>(() => IncidentBook.Replay(events.Skip(1)));
        Assert.Throws<StepRefusedException<IncidentState, IncidentStep>>(() => IncidentBook.Replay([.. events, events[0]]));
    }

    [Fact]
    public void Subject_HasATitleAndAPlace_AndIsEqualByWhatItSays()
    {
        Assert.Equal(School, School);
        Assert.NotEqual(School, School with { Businesses = [new("S-1")] });
        Assert.ThrowsAny<ArgumentException>(() => new IncidentSubject("", AreaCode.Parse("51")));
        Assert.ThrowsAny<ArgumentException>(() => new IncidentSubject("somewhere", default));
    }
}
