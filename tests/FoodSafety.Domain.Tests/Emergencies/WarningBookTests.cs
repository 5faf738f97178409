using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Lifecycles;
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
        var refused = Assert.Throws<StepRefusedException<WarningState, WarningStep>>(() => book.Publish(First, new WarningIssuer(Wenjiang), By, Start));

        Assert.Equal("warning 1 (assessed): the step 'publish' is refused: the regulator of 510115 may not publish warnings for 510115.", refused.Message);
        Assert.Equal("预警 1（已评估）不能“发布”：510115 市场监管部门无权发布 510115 的预警。", refused.Text.Chinese);
        var guard = Assert.Single(refused.Unmet);
        Assert.Equal(("issuer-may-publish", "118"), (guard.Code, guard.Basis?.Article));
        Assert.Equal(WarningState.Assessed, book.Warning(First).RecordedState);
    }

    [Theory]
    [InlineData(WarningStep.Raise, "level-is-stricter", "level 2 (orange) is not stricter than level 2 (orange)")]
    [InlineData(WarningStep.Lower, "level-is-milder", "level 2 (orange) is not milder than level 2 (orange)")]
    public void RaiseAndLower_ToTheSameLevel_AreRefused(WarningStep step, string code, string text)
    {
        var book = In(WarningState.InForce);
        var refused = Assert.Throws<StepRefusedException<WarningState, WarningStep>>(() => step == WarningStep.Raise
            ? book.Raise(First, Orange, Sichuan, "why", By, Start)
            : book.Lower(First, Orange, Sichuan, "why", By, Start));
        var guard = Assert.Single(refused.Unmet);
        Assert.Equal((code, text), (guard.Code, guard.Text.English));
    }

    [Fact]
    public void Step_BeforeTheLastOne_IsRefused_AndAtTheSameInstantAllowed()
    {
        var book = In(WarningState.InForce);
        var refused = Assert.Throws<StepRefusedException<WarningState, WarningStep>>(() => Take(book, WarningStep.Lift, Start - Duration.Epsilon));
        Assert.Equal("time-order", Assert.Single(refused.Unmet).Code);
        Assert.Equal(WarningState.Lifted, Take(book, WarningStep.Lift, Start).RecordedState);
    }

    [Fact]
    public void Publish_EndingAtTheInstantOfPublication_IsRefused()
    {
        var book = In(WarningState.Assessed);
        var refused = Assert.Throws<StepRefusedException<WarningState, WarningStep>>(() => book.Publish(First, Sichuan, By, Start, Start));
        Assert.Equal("ends-later", Assert.Single(refused.Unmet).Code);
        Assert.Equal(Start + Duration.Epsilon, book.Publish(First, Sichuan, By, Start, Start + Duration.Epsilon).Until);
    }

    [Fact]
    public void StateAt_TurnsToExpiredAtTheEnd()
    {
        var warning = In(WarningState.InForce).Warning(First);
        Assert.Equal(WarningState.InForce, warning.StateAt(End - Duration.Epsilon));
        Assert.Equal(WarningState.Expired, warning.StateAt(End));
    }

    [Fact]
    public void InForceAt_CountsTheAreasAround_AndNoOthers()
    {
        var book = new WarningBook();
        foreach (var area in new[] { Wenjiang, Chengdu, default })
        {
            book.Publish(book.Assess(Mushrooms(area), area.IsNone ? Blue : Orange, By, Start).Id, WarningIssuer.National, By, Start);
        }

        long[] For(AreaCode area) => [.. book.InForceAt(area, Start).Select(warning => warning.Id.Number)];
        Assert.Equal([1, 2, 3], For(Liucheng));
        Assert.Equal([1, 2, 3], For(Wenjiang));
        Assert.Equal([2, 3], For(Chengdu));
        Assert.Equal([3], For(Beijing));
        Assert.Equal([3], For(default));
        Assert.Empty(book.InForceAt(Liucheng, Start - Duration.Epsilon));
    }

    [Fact]
    public void InForceAt_APastInstant_GivesWhatStoodThen_StrictestFirst()
    {
        var book = In(WarningState.InForce);
        book.Publish(book.Assess(Mushrooms(Chengdu), Orange, By, Start).Id, Sichuan, By, Start);
        book.Raise(new WarningId(2), Red, Sichuan, "spreads", By, Start + Hour);
        book.Lift(First, Sichuan, "over", By, Start + Hour);

        Assert.Equal([(1, WarningLevel.Orange), (2, WarningLevel.Orange)], book.InForceAt(Wenjiang, Start + Hour - Duration.Epsilon).Select(w => (w.Id.Number, w.Level)));
        Assert.Equal([(2, WarningLevel.Red)], book.InForceAt(Wenjiang, Start + Hour).Select(w => (w.Id.Number, w.Level)));
    }

    [Fact]
    public void InForceOn_ADayInChina_TakesInWhatStoodForPartOfIt()
    {
        // Published at ten on 1 June in Beijing, and over at ten on 11 June.
        var book = In(WarningState.InForce);
        Assert.Empty(book.InForceOn(Wenjiang, new LocalDate(2026, 5, 31)));
        Assert.Single(book.InForceOn(Wenjiang, new LocalDate(2026, 6, 1)));
        Assert.Single(book.InForceOn(Wenjiang, new LocalDate(2026, 6, 11)));
        Assert.Empty(book.InForceOn(Wenjiang, new LocalDate(2026, 6, 12)));

        Take(book, WarningStep.Lift, ChinaTime.Zone.AtStartOfDay(new LocalDate(2026, 6, 5)).ToInstant());
        Assert.Equal(WarningState.InForce, Assert.Single(book.InForceOn(Wenjiang, new LocalDate(2026, 6, 4))).RecordedState);
        Assert.Empty(book.InForceOn(Wenjiang, new LocalDate(2026, 6, 5)));
    }

    [Fact]
    public void IsInForceWithin_TakesTheBeginningInAndLeavesTheEndOut()
    {
        var warning = In(WarningState.InForce).Warning(First);
        Assert.False(warning.IsInForceWithin(Start - Hour, Start));
        Assert.True(warning.IsInForceWithin(Start - Hour, Start + Duration.Epsilon));
        Assert.True(warning.IsInForceWithin(End - Duration.Epsilon, End + Hour));
        Assert.False(warning.IsInForceWithin(End, End + Hour));
        Assert.False(warning.IsInForceWithin(Start + Hour, Start + Hour));

        // Published and lifted at the same instant it was never in force, neither then nor on that day.
        var book = In(WarningState.Lifted);
        Assert.Empty(book.InForceAt(Wenjiang, Start));
        Assert.Empty(book.InForceOn(Wenjiang, new LocalDate(2026, 6, 1)));
    }

    [Fact]
    public void FindAsOf_GivesEveryStageOfTheWarning()
    {
        var book = In(WarningState.InForce);
        var published = book.Warning(First);
        Take(book, WarningStep.Raise, Start + Hour);
        var lifted = Take(book, WarningStep.Lift, Start + (2 * Hour));

        Assert.Null(lifted.FindAsOf(Start - Duration.Epsilon));
        Assert.Equal(published, lifted.FindAsOf(Start));
        Assert.Equal(Red, lifted.FindAsOf(Start + Hour)?.Assessment);
        Assert.Same(lifted, lifted.FindAsOf(End));
        Assert.Equal(Start + (2 * Hour), lifted.EndedAt);
    }

    [Fact]
    public void OptionsOf_TellsWhatStandsInTheWay()
    {
        var book = In(WarningState.InForce);
        Assert.All(book.AllowedSteps(First, Sichuan, Start), option => Assert.True(option.IsAllowed));
        Assert.Equal([WarningStep.Raise, WarningStep.Lower, WarningStep.Lift], book.AllowedSteps(First, Sichuan, Start).Select(option => option.Step));
        Assert.All(book.AllowedSteps(First, new WarningIssuer(Wenjiang), Start), option => Assert.Equal("issuer-may-publish", Assert.Single(option.Unmet).Code));
        Assert.Empty(book.AllowedSteps(First, Sichuan, End));
    }

    [Fact]
    public void Replay_OfWhatIsNoBook_Throws()
    {
        var events = In(WarningState.InForce).Events;
        Assert.Equal(
            "The step Expire of warning 1 lacks something that it says, or says something that it does not. See WarningEvent for what each step says.",
            Assert.ThrowsAny<ArgumentException>(() => WarningBook.Replay([.. events, new WarningEvent(First, WarningStep.Expire, End, By)])).Message);
        Assert.ThrowsAny<ArgumentException>(() => WarningBook.Replay([events[0] with { Subject = null }]));
        Assert.ThrowsAny<ArgumentException>(() => WarningBook.Replay([events[0] with { Assessment = default(WarningAssessment) }]));
        Assert.ThrowsAny<ArgumentException>(() => WarningBook.Replay([events[0] with { By = " " }]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WarningBook.Replay(events.Skip(1)));
        Assert.Throws<StepRefusedException<WarningState, WarningStep>>(() => WarningBook.Replay([.. events, events[1]]));
        Assert.Equal(
            "The book has 1 warnings, numbered from 1. (Parameter 'id')\nActual value was 2.",
            Assert.Throws<ArgumentOutOfRangeException>(() => In(WarningState.InForce).Warning(new WarningId(2))).Message.ReplaceLineEndings("\n"));
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

        var options = book.AllowedSteps(First, new WarningIssuer(Wenjiang), Start);

        Assert.Equal(
            [(WarningStep.Reassess, true), (WarningStep.Drop, true), (WarningStep.Publish, false)], options.Select(option => (option.Step, option.IsAllowed)));
    }
}
