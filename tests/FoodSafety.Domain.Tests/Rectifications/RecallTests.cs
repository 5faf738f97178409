using CsCheck;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.RecallSamples;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Clocks on dates worked out by hand, amounts, random walks.</summary>
public class RecallTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.China;

    [Theory]
    // Hours run through National Day and through Spring Festival.
    [InlineData(RecallClass.I, "2025-09-30T18:30", "2025-10-01T18:30", "2025-10-01T18:31")]
    [InlineData(RecallClass.II, "2025-09-30T18:30", "2025-10-02T18:30", "2025-10-02T18:31")]
    [InlineData(RecallClass.III, "2025-09-30T18:30", "2025-10-03T18:30", "2025-10-03T18:31")]
    [InlineData(RecallClass.I, "2026-02-16T08:00", "2026-02-17T08:00", "2026-02-17T08:01")]
    public void FindClock_BeforeTheStart_CountsHoursFromKnowing(RecallClass recallClass, string known, string last, string late)
    {
        foreach (var state in new[] { RecallState.Known, RecallState.Ordered })
        {
            var recall = In(state, recallClass, ReferralSamples.China(known));
            var clock = Clock(recall, last);
            Assert.Equal((RecallStep.Start, false), (clock.Step, clock.IsOverdue));
            Assert.True(Clock(recall, late).IsOverdue);
            Assert.Equal("Measure on food recalls (CFDA Order 12)", clock.Limit.Basis!.Text.English);
        }
    }

    [Theory]
    // From Wednesday 24 September 2025: 25, 26, Sunday 28, 29, 30 September; 9, 10, Saturday 11, 13, 14 October are ten.
    [InlineData(RecallClass.I, "2025-09-24T10:00", "2025-10-14")]
    // 15 to 17, 20 to 24, 27 and 28 October are ten more; 29 to 31 October, 3 to 7, 10 and 11 November another ten.
    [InlineData(RecallClass.II, "2025-09-24T10:00", "2025-10-28")]
    [InlineData(RecallClass.III, "2025-09-24T10:00", "2025-11-11")]
    // From Thursday 12 February 2026: 13, Saturday 14, then 24 to 27, Saturday 28 February, 2 to 4 March.
    [InlineData(RecallClass.I, "2026-02-12T23:59", "2026-03-04")]
    public void FindClock_OnceTheNoticeIsPublished_CountsWorkingDays(RecallClass recallClass, string published, string lastDay)
    {
        var recall = Published(recallClass, ReferralSamples.China(published));
        var clock = Clock(recall, lastDay + "T23:59");
        Assert.Equal((RecallStep.Report, false), (clock.Step, clock.IsOverdue));
        Assert.Equal(lastDay, $"{clock.Deadline!.Value.LastDay:uuuu-MM-dd}");
        Assert.True(recall.FindClock(clock.Deadline.Value.LastInstant + Duration.Epsilon, RecallTerms.Of2015, Calendar)!.IsOverdue);
    }

    [Fact]
    public void FindClock_Extended_RunsToTheLaterDay()
    {
        var recall = Published().Take(Event(RecallStep.Extend, Start));
        Assert.Equal(new LocalDate(2025, 12, 1), Clock(recall, "2025-10-20T08:00").Deadline!.Value.LastDay);

        // A day before the limit itself takes nothing away.
        var shorter = Published().Take(Event(RecallStep.Extend, Start) with { Until = new LocalDate(2025, 10, 1) });
        Assert.Equal(new LocalDate(2025, 10, 14), Clock(shorter, "2025-10-20T08:00").Deadline!.Value.LastDay);

        var again = Assert.Throws<StepRefusedException<RecallState, RecallStep>>(() => recall.Take(Event(RecallStep.Extend, Start)));
        Assert.Equal("recall recall-1 (started): the step 'extend' is refused: it is to end after 2025-12-01.", again.Message);
    }

    [Fact]
    public void FindClock_OnceReported_IsNull()
    {
        Assert.Null(In(RecallState.Reported).FindClock(Start, RecallTerms.Of2015, Calendar));
        Assert.NotNull(In(RecallState.Reported).Take(Event(RecallStep.SendBack, Start)).FindClock(Start, RecallTerms.Of2015, Calendar));
    }

    [Fact]
    public void FindClock_ByTermsOfOnesOwn_UsesThem()
    {
        var terms = new RecallTerms("draft", Citation.Illustrative(("草案", "a draft")), (24, 36, 48), (5, 6, 7));
        Assert.Equal(Start + Duration.FromHours(36), In(RecallState.Known, RecallClass.II).FindClock(Start, terms, Calendar)!.Deadline!.Value.LastInstant);
        Assert.Equal(7, terms.FinishLimit(RecallClass.III).Amount);
        Assert.Equal(terms, new RecallTerms("draft", terms.Basis, (24, 36, 48), (5, 6, 7)));
        Assert.NotEqual(terms, new RecallTerms("draft", terms.Basis, (24, 36, 48), (5, 6, 8)));
        Assert.Throws<ArgumentOutOfRangeException>(() => terms.StartLimit(default));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecallTerms("draft", terms.Basis, (0, 36, 48), (5, 6, 7)));
    }

    [Fact]
    public void Take_Amounts_AddUpToTheShareRecovered()
    {
        var recall = In(RecallState.Started).Take(Event(RecallStep.Recover, Start, 60)).Take(Event(RecallStep.Recover, Start, 2.5m))
            .Take(Event(RecallStep.Dispose, Start, 50)).Take(Event(RecallStep.Dispose, Start, 12.5m) with { Disposal = GoodsDisposal.Corrected });
        Assert.Equal((62.5m, 62.5m, 0.625m), (recall.Recovered, recall.Disposed, recall.ShareRecovered));
        Assert.Equal((50m, 12.5m, 0m), (recall.DisposedAs(GoodsDisposal.Destroyed), recall.DisposedAs(GoodsDisposal.Corrected), recall.DisposedAs(GoodsDisposal.MadeHarmless)));
    }

    [Fact]
    public void Take_MoreThanThereIs_IsRefused()
    {
        var full = In(RecallState.Started).Take(Event(RecallStep.Recover, Start, 100));
        Assert.Equal(1, full.ShareRecovered);
        Assert.Equal(
            "recall recall-1 (started): the step 'recover' is refused: 0.01 kg are more than the 0 left.",
            Assert.Throws<StepRefusedException<RecallState, RecallStep>>(() => full.Take(Event(RecallStep.Recover, Start, 0.01m))).Message);
        Assert.Equal(100, full.Take(Event(RecallStep.Dispose, Start, 100)).Disposed);
        var refused = Assert.Throws<StepRefusedException<RecallState, RecallStep>>(() => full.Take(Event(RecallStep.Dispose, Start, 100.01m)));
        Assert.Equal("at-most-recovered", Assert.Single(refused.Unmet).Code);
    }

    [Fact]
    public void Take_AssessWithGoodsLeft_IsRefusedUntilTheyAreDisposedOf()
    {
        var reported = In(RecallState.Started).Take(Event(RecallStep.Recover, Start)).Take(Event(RecallStep.Report, Start));
        Assert.False(reported.AllowedSteps(RecallParty.MarketBureau, Start).Single(option => option.Step == RecallStep.Assess).IsAllowed);
        Assert.Equal(
            "recall recall-1 (reported): the step 'assess' is refused: of 40 kg recovered only 0 were disposed of.",
            Assert.Throws<StepRefusedException<RecallState, RecallStep>>(() => reported.Take(Event(RecallStep.Assess, Start))).Message);
        Assert.Equal(RecallState.Assessed, reported.Take(Event(RecallStep.Dispose, Start)).Take(Event(RecallStep.Assess, Start)).State);
    }

    [Fact]
    public void WasOrdered_IsKept()
    {
        var ordered = In(RecallState.Ordered).Take(Event(RecallStep.Start, Start));
        Assert.True(ordered.WasOrdered);
        Assert.Equal(Start, ordered.StartedAt);
        Assert.False(In(RecallState.Started).WasOrdered);
    }

    [Fact]
    public void Take_WithoutWhatTheStepNeeds_Throws()
    {
        Assert.Equal(
            "The step Order needs a reason.",
            Assert.Throws<ArgumentException>(() => In(RecallState.Known).Take(Event(RecallStep.Order, Start) with { Reason = "" })).Message);
        foreach (var step in Enum.GetValues<RecallStep>())
        {
            var complete = Event(step, Start);
            Assert.Throws<ArgumentException>(() => In(RecallState.Started).Take(complete with { Amount = complete.Amount == 0 ? 1 : 0 }));
            Assert.Throws<ArgumentException>(() => In(RecallState.Started).Take(complete with { Until = complete.Until is null ? new LocalDate(2026, 1, 1) : null }));
            Assert.Throws<ArgumentException>(() => In(RecallState.Started).Take(complete with { Disposal = complete.Disposal is null ? GoodsDisposal.Destroyed : null }));
            Assert.Throws<ArgumentException>(() => In(RecallState.Started).Take(complete with { Goods = complete.Goods is null ? In(RecallState.Known).Goods : null }));
            Assert.Throws<ArgumentException>(() => In(RecallState.Started).Take(complete with { Party = default }));
        }

        Assert.Throws<ArgumentException>(() => Recall.Replay([]));
        Assert.Throws<ArgumentOutOfRangeException>("total", () => new RecalledGoods("r", new BusinessId("b"), "p", RecallClass.I, 0, "kg"));
        Assert.Throws<ArgumentOutOfRangeException>("recallClass", () => new RecalledGoods("r", new BusinessId("b"), "p", default, 1, "kg"));
        Assert.Throws<ArgumentException>("business", () => new RecalledGoods("r", default, "p", RecallClass.I, 1, "kg"));
    }

    [Fact]
    public void Take_AtRandom_IsTakenOrRefused_AndNothingIsLost() =>
        Gen.Select(Gen.Int[1, 11], Gen.Int[1, 60], Gen.Int[-1, 40], Gen.Int[0, 5]).Array[100].Sample(
            walk =>
            {
                var recall = In(RecallState.Known);
                var taken = 1;
                foreach (var (step, amount, hours, party) in walk)
                {
                    var before = recall;
                    var tried = Event((RecallStep)step, recall.Events[^1].At + Duration.FromHours(hours), amount);
                    tried = tried with
                    {
                        Party = party is 1 or 2 ? (RecallParty)party : tried.Party,
                        Until = tried.Until?.PlusDays(amount),
                    };
                    try
                    {
                        recall = recall.Take(tried);
                        taken++;
                        Assert.Equal(RecallLifecycle.Table.FindNext(before.State, tried.Step), recall.State);
                    }
                    catch (StepRefusedException<RecallState, RecallStep> refused)
                    {
                        Assert.Same(before, recall);
                        Assert.Equal(RecallLifecycle.Table.FindNext(before.State, tried.Step) is null, refused.Unmet.IsEmpty);
                    }

                    Assert.True(Enum.IsDefined(recall.State));
                    Assert.Equal(taken, recall.Events.Length);
                    Assert.True(recall.Disposed <= recall.Recovered && recall.Recovered <= recall.Goods.Total);
                }

                var replayed = Recall.Replay(recall.Events);
                Assert.Equal(recall, replayed);
                Assert.Equal(
                    (recall.State, recall.StartedAt, recall.PublishedAt, recall.ProgressAt, recall.ExtendedUntil, recall.WasOrdered, recall.Recovered, recall.Disposed),
                    (replayed.State, replayed.StartedAt, replayed.PublishedAt, replayed.ProgressAt, replayed.ExtendedUntil, replayed.WasOrdered, replayed.Recovered, replayed.Disposed));
            },
            iter: 2_000);

    private static RecallClock Clock(Recall recall, string at) => recall.FindClock(ReferralSamples.China(at), RecallTerms.Of2015, Calendar)!;
}
