using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Emergencies.WarningSamples;

namespace FoodSafety.Domain.Tests.Emergencies;

public class WarningBookTests
{
    private static readonly AreaCode Chengdu = AreaCode.Parse("5101");
    private static readonly AreaCode Liucheng = AreaCode.Parse("510115001");
    private static readonly AreaCode Beijing = AreaCode.Parse("110101");

    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "51", true)]
    [InlineData("", "510115", true)]
    [InlineData("51", "", false)]
    [InlineData("51", "51", true)]
    [InlineData("51", "510115001", true)]
    [InlineData("51", "11", false)]
    [InlineData("5101", "5101", false)]
    [InlineData("5101", "510115", false)]
    [InlineData("510115", "510115", false)]
    public void MayPublish_ByIssuerAndArea_IsTheStateAndTheProvince(string issuer, string area, bool may)
    {
        static AreaCode Code(string text) => text.Length == 0 ? default : AreaCode.Parse(text);
        Assert.Equal(may, new WarningIssuer(Code(issuer)).MayPublish(Code(area)));
    }

    [Fact]
    public void Publish_ByTheDistrictItself_IsRefusedWithTheLaw()
    {
        var book = In(WarningState.Assessed);
        var refused = book.Refused(WarningAct.Publish(First, new WarningIssuer(Wenjiang)), Start);

        Assert.Equal("warning 1 (assessed): the step 'publish' is refused: the regulator of 510115 may not publish warnings for 510115.", refused.Text.English);
        Assert.Equal("预警 1（已评估）不能“发布”：510115 市场监管部门无权发布 510115 的预警。", refused.Text.Chinese);
        Assert.Equal(("issuer-may-publish", "118"), (refused.Code, refused.Basis?.Article));
        Assert.Equal(WarningState.Assessed, book.Book[First].RecordedState);
    }

    [Theory]
    [InlineData(WarningStep.Raise, "level-is-stricter", "level 2 (orange) is not stricter than level 2 (orange)")]
    [InlineData(WarningStep.Lower, "level-is-milder", "level 2 (orange) is not milder than level 2 (orange)")]
    public void RaiseAndLower_ToTheSameLevel_AreRefused(WarningStep step, string code, string text)
    {
        var refused = In(WarningState.InForce).Refused(Step(step) with { Assessment = Orange }, Start);
        Assert.Equal(code, refused.Code);
        Assert.EndsWith($": {text}.", refused.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Step_BeforeTheLastOne_IsRefused_AndAtTheSameInstantAllowed()
    {
        var book = In(WarningState.InForce);
        Assert.Equal("time-order", book.Refused(Step(WarningStep.Lift), Start - Duration.Epsilon).Code);
        Assert.Equal(WarningState.Lifted, book.Do(Step(WarningStep.Lift), Start).RecordedState);
    }

    [Fact]
    public void Publish_EndingAtTheInstantOfPublication_IsRefused()
    {
        var book = In(WarningState.Assessed);
        Assert.Equal("ends-later", book.Refused(WarningAct.Publish(First, Sichuan, Start), Start).Code);
        Assert.Equal(Start + Duration.Epsilon, book.Do(WarningAct.Publish(First, Sichuan, Start + Duration.Epsilon), Start).Until);
    }

    [Fact]
    public void StateAt_TurnsToExpiredAtTheEnd()
    {
        var warning = In(WarningState.InForce).Book[First];
        Assert.Equal(WarningState.InForce, warning.StateAt(End - Duration.Epsilon));
        Assert.Equal(WarningState.Expired, warning.StateAt(End));
    }

    [Fact]
    public void InForceAt_CountsTheAreasAround_AndNoOthers()
    {
        var book = Empty();
        foreach (var (number, area) in new[] { Wenjiang, Chengdu, default }.Index())
        {
            book.Take(WarningAct.Assess(new(number + 1), Mushrooms(area), area.IsNone ? Blue : Orange), Start);
            book.Take(WarningAct.Publish(new(number + 1), WarningIssuer.National), Start);
        }

        long[] For(AreaCode area) => [.. book.Book.InForceAt(area, Start).Select(warning => warning.Id.Number)];
        Assert.Equal([1, 2, 3], For(Liucheng));
        Assert.Equal([1, 2, 3], For(Wenjiang));
        Assert.Equal([2, 3], For(Chengdu));
        Assert.Equal([3], For(Beijing));
        Assert.Equal([3], For(default));
        Assert.Empty(book.Book.InForceAt(Liucheng, Start - Duration.Epsilon));
    }

    [Fact]
    public void InForceAt_APastInstant_GivesWhatStoodThen_StrictestFirst()
    {
        var (book, second) = (In(WarningState.InForce), new WarningId(2));
        book.Take(WarningAct.Assess(second, Mushrooms(Chengdu), Orange), Start);
        book.Take(WarningAct.Publish(second, Sichuan), Start);
        book.Take(WarningAct.Raise(second, Red, Sichuan, "spreads"), Start + Hour);
        book.Take(WarningAct.Lift(First, Sichuan, "over"), Start + Hour);

        Assert.Equal([(1, WarningLevel.Orange), (2, WarningLevel.Orange)], book.Book.InForceAt(Wenjiang, Start + Hour - Duration.Epsilon).Select(w => (w.Id.Number, w.Level)));
        Assert.Equal([(2, WarningLevel.Red)], book.Book.InForceAt(Wenjiang, Start + Hour).Select(w => (w.Id.Number, w.Level)));
    }

    [Fact]
    public void InForceOn_ADayInChina_TakesInWhatStoodForPartOfIt()
    {
        // Published at ten on 1 June in Beijing, and over at ten on 11 June.
        var book = In(WarningState.InForce);
        Assert.Empty(book.Book.InForceOn(Wenjiang, new LocalDate(2026, 5, 31)));
        Assert.Single(book.Book.InForceOn(Wenjiang, new LocalDate(2026, 6, 1)));
        Assert.Single(book.Book.InForceOn(Wenjiang, new LocalDate(2026, 6, 11)));
        Assert.Empty(book.Book.InForceOn(Wenjiang, new LocalDate(2026, 6, 12)));

        book.Take(Step(WarningStep.Lift), ChinaTime.Zone.AtStartOfDay(new LocalDate(2026, 6, 5)).ToInstant());
        Assert.Equal(WarningState.InForce, Assert.Single(book.Book.InForceOn(Wenjiang, new LocalDate(2026, 6, 4))).RecordedState);
        Assert.Empty(book.Book.InForceOn(Wenjiang, new LocalDate(2026, 6, 5)));
    }

    [Fact]
    public void IsInForceWithin_TakesTheBeginningInAndLeavesTheEndOut()
    {
        var warning = In(WarningState.InForce).Book[First];
        Assert.False(warning.IsInForceWithin(Start - Hour, Start));
        Assert.True(warning.IsInForceWithin(Start - Hour, Start + Duration.Epsilon));
        Assert.True(warning.IsInForceWithin(End - Duration.Epsilon, End + Hour));
        Assert.False(warning.IsInForceWithin(End, End + Hour));
        Assert.False(warning.IsInForceWithin(Start + Hour, Start + Hour));

        // Published and lifted at the same instant it was never in force, neither then nor on that day.
        var book = In(WarningState.Lifted);
        Assert.Empty(book.Book.InForceAt(Wenjiang, Start));
        Assert.Empty(book.Book.InForceOn(Wenjiang, new LocalDate(2026, 6, 1)));
    }

    [Fact]
    public void FindAsOf_GivesEveryStageOfTheWarning()
    {
        var book = In(WarningState.InForce);
        var published = book.Book[First];
        book.Take(Step(WarningStep.Raise), Start + Hour);
        var lifted = book.Do(Step(WarningStep.Lift), Start + (2 * Hour));

        Assert.Null(lifted.FindAsOf(Start - Duration.Epsilon));
        Assert.Equal(published, lifted.FindAsOf(Start));
        Assert.Equal(Red, lifted.FindAsOf(Start + Hour)?.Assessment);
        Assert.Same(lifted, lifted.FindAsOf(End));
        Assert.Equal(Start + (2 * Hour), lifted.EndedAt);
    }

    [Fact]
    public void AllowedSteps_OfAWarningInForce_TellWhatStandsInTheWay()
    {
        var book = In(WarningState.InForce);
        Assert.All(book.Book.AllowedSteps(First, Sichuan, Start), option => Assert.True(option.IsAllowed));
        Assert.Equal([WarningStep.Raise, WarningStep.Lower, WarningStep.Lift], book.Book.AllowedSteps(First, Sichuan, Start).Select(option => option.Step));
        Assert.All(book.Book.AllowedSteps(First, new WarningIssuer(Wenjiang), Start), option => Assert.Equal("issuer-may-publish", Assert.Single(option.Unmet).Code));
        Assert.Empty(book.Book.AllowedSteps(First, Sichuan, End));
    }

    [Fact]
    public void Act_ThatDoesNotSayWhatItsStepSays_IsRefusedWithWhatItLacks()
    {
        var refused = In(WarningState.Assessed).Try(new WarningAct(First, WarningStep.Publish) { Subject = Mushrooms(Wenjiang), Until = End }, Start);
        Assert.Equal(["data-missing", "data-not-asked"], refused.Select(refusal => refusal.Code));
        Assert.Equal([new GuardValue("needs", "issuer"), new GuardValue("has", "subject")], refused.Select(refusal => refusal.Values[0]));
        Assert.Equal("warning 1 (assessed): the step 'publish' is refused: it needs an issuer.", refused[0].Text.English);
        Assert.Equal(("必填：发布部门；可填：有效期。", "Needed: an issuer; possible besides: when its time runs out."), (refused[0].Allowed.Chinese, refused[0].Allowed.English));
        Assert.Equal(("data-not-asked", "until"), In(WarningState.InForce).Refused(Step(WarningStep.Lift) with { Until = End }, Start) is var lift ? (lift.Code, lift.ValueOf("has")) : default);
    }

    [Theory]
    [MemberData(nameof(StepsThatAreTaken))]
    public void Act_ThatSaysNothing_IsRefusedForWhatItsStepNeeds(WarningStep step)
    {
        var from = WarningLifecycle.Rows[step].Ways[0].From;
        var bare = In(from ?? WarningState.InForce).Try(new WarningAct(from is null ? new(2) : First, step), Start);
        Assert.Equal(WarningLifecycle.Rows[step].Needs.SelectMany(data => data.Properties), bare.Select(refusal => refusal.ValueOf("needs")));
    }

    public static TheoryData<WarningStep> StepsThatAreTaken => [.. Enum.GetValues<WarningStep>().Where(step => step != WarningStep.Expire)];

    [Fact]
    public void Act_WithAValueWithoutAName_CannotBeMade()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WarningAct(First, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => WarningAct.Assess(First, Mushrooms(Wenjiang), default));
        Assert.ThrowsAny<ArgumentException>(() => WarningAct.Drop(First, " "));
    }

    [Fact]
    public void Act_OnWhatIsNoWarning_OrWithANumberInUse_IsRefused()
    {
        var book = In(WarningState.InForce);
        Assert.Equal("id-taken", book.Refused(Step(WarningStep.Assess), Start).Code);
        Assert.Equal("no-id", book.Refused(WarningAct.Assess(default, Mushrooms(Wenjiang), Orange), Start).Code);
        Assert.Equal("step-not-possible", book.Refused(WarningAct.Lift(new(2), Sichuan, "over"), Start).Code);
        Assert.Equal(
            "There is no warning 2. Allowed: the id of one that was begun. (Parameter 'id')\nActual value was 2.",
            Assert.Throws<ArgumentOutOfRangeException>(() => book.Book[new(2)]).Message.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Subject_IsEqualByWhatItSays()
    {
        Assert.Equal(Mushrooms(Wenjiang), Mushrooms(Wenjiang));
        Assert.NotEqual(Mushrooms(Wenjiang), Mushrooms(Wenjiang) with { Foods = [] });
        Assert.Empty((Mushrooms(Wenjiang) with { Foods = default }).Foods);
        Assert.ThrowsAny<ArgumentException>(() => new WarningSubject(" ", Wenjiang));
    }

    [Fact]
    public void AllowedSteps_BeforeAnythingIsPublished_LeaveADistrictToAssess()
    {
        var book = In(WarningState.Assessed);

        var options = book.Book.AllowedSteps(First, new WarningIssuer(Wenjiang), Start);

        Assert.Equal(
            [(WarningStep.Reassess, true), (WarningStep.Drop, true), (WarningStep.Publish, false)], options.Select(option => (option.Step, option.IsAllowed)));
    }
}
