using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Tests.Acts;
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
            var district = In(state, recallClass, ReferralSamples.China(known));
            var clock = Clock(district, last);
            Assert.Equal((RecallStep.Start, false), (clock.Step, clock.IsOverdue));
            Assert.True(Clock(district, late).IsOverdue);
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
        var district = Published(recallClass, ReferralSamples.China(published));
        var clock = Clock(district, lastDay + "T23:59");
        Assert.Equal((RecallStep.Report, false), (clock.Step, clock.IsOverdue));
        Assert.Equal(lastDay, $"{clock.Deadline!.Value.LastDay:uuuu-MM-dd}");
        Assert.True(district.TheRecall().FindClock(clock.Deadline.Value.LastInstant + Duration.Epsilon, Calendar)!.IsOverdue);
    }

    [Fact]
    public void FindClock_Extended_RunsToTheLaterDay()
    {
        var district = Published();
        district.Take(Act(RecallStep.Extend), Start);
        Assert.Equal(new LocalDate(2025, 12, 1), Clock(district, "2025-10-20T08:00").Deadline!.Value.LastDay);

        // A day before the limit itself takes nothing away.
        var shorter = Published();
        shorter.Take(Act(RecallStep.Extend, until: new LocalDate(2025, 10, 1)), Start);
        Assert.Equal(new LocalDate(2025, 10, 14), Clock(shorter, "2025-10-20T08:00").Deadline!.Value.LastDay);

        var again = district.Refused(Act(RecallStep.Extend), Start);
        Assert.Equal(("later-end", "recall 1 (started): the step 'extend' is refused: it is to end after 2025-12-01."), (again.Code, again.Text.English));
    }

    [Fact]
    public void FindClock_OnceReported_IsNull()
    {
        var district = In(RecallState.Reported);
        Assert.Null(district.Recalls.FindClock(Id, Start));
        district.Take(Act(RecallStep.SendBack), Start);
        Assert.NotNull(district.Recalls.FindClock(Id, Start));
    }

    [Fact]
    public void FindClock_ByTermsOfOnesOwn_UsesThem()
    {
        var terms = new RecallTerms("draft", Citation.Illustrative(("草案", "a draft")), (24, 36, 48), (5, 6, 7));
        Assert.Equal(7, terms.FinishLimit(RecallClass.III).Amount);
        Assert.Equal(terms, new RecallTerms("draft", terms.Basis, (24, 36, 48), (5, 6, 7)));
        Assert.NotEqual(terms, new RecallTerms("draft", terms.Basis, (24, 36, 48), (5, 6, 8)));
        Assert.Throws<ArgumentOutOfRangeException>(() => terms.StartLimit(default));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecallTerms("draft", terms.Basis, (0, 36, 48), (5, 6, 7)));

        // A district that goes by them lays them down: for what is known from that day on.
        var district = None();
        district.Take(Act(RecallStep.Learn, recallClass: RecallClass.II), Start - Duration.FromDays(1));
        district.Take(new RecallTermsLaidDown(terms), Start);
        district.Take(new RecallAct(new(2), RecallStep.Learn, RecallParty.Business, goods: district.TheRecall().Goods), Start);
        Assert.Equal((RecallTerms.Of2015, terms), (district.TheRecall().Terms, district.Recalls[new(2)].Terms));
        Assert.Equal(Start + Duration.FromHours(36), district.Recalls.FindClock(new(2), Start)!.Deadline!.Value.LastInstant);
        Assert.Equal((RecallTerms.Of2015, terms), (district.AsOf(ChinaTime.DateOf(Start).PlusDays(-1)).RecallTerms, district.AsOf(ChinaTime.DateOf(Start)).RecallTerms));
    }

    [Fact]
    public void Amounts_AddUpToTheShareRecovered()
    {
        var district = In(RecallState.Started);
        district.Take(Act(RecallStep.Recover, 60), Start);
        district.Take(Act(RecallStep.Recover, 2.5m), Start);
        district.Take(Act(RecallStep.Dispose, 50), Start);
        district.Take(Act(RecallStep.Dispose, 12.5m, disposal: GoodsDisposal.Corrected), Start);

        var recall = district.TheRecall();
        Assert.Equal((62.5m, 62.5m, 0.625m), (recall.Recovered, recall.Disposed, recall.ShareRecovered));
        Assert.Equal((50m, 12.5m, 0m), (recall.DisposedAs(GoodsDisposal.Destroyed), recall.DisposedAs(GoodsDisposal.Corrected), recall.DisposedAs(GoodsDisposal.MadeHarmless)));
    }

    [Fact]
    public void Step_MoreThanThereIs_IsRefused()
    {
        var full = In(RecallState.Started);
        full.Take(Act(RecallStep.Recover, 100), Start);
        Assert.Equal(1, full.TheRecall().ShareRecovered);
        var more = full.Refused(Act(RecallStep.Recover, 0.01m), Start);
        Assert.Equal(("at-most-sold", "recall 1 (started): the step 'recover' is refused: 0.01 kg are more than the 0 left."), (more.Code, more.Text.English));
        Assert.Equal("at-most-recovered", full.Refused(Act(RecallStep.Dispose, 100.01m), Start).Code);
        full.Take(Act(RecallStep.Dispose, 100), Start);
        Assert.Equal(100, full.TheRecall().Disposed);
    }

    [Fact]
    public void Assess_WithGoodsLeft_IsRefusedUntilTheyAreDisposedOf()
    {
        var reported = In(RecallState.Started);
        reported.Take(Act(RecallStep.Recover), Start);
        reported.Take(Act(RecallStep.Report), Start);
        Assert.False(reported.Recalls.AllowedSteps(Id, RecallParty.MarketBureau, Start).Single(option => option.Step == RecallStep.Assess).IsAllowed);
        var refused = reported.Refused(Act(RecallStep.Assess), Start);
        Assert.Equal(("all-disposed", "recall 1 (reported): the step 'assess' is refused: of 40 kg recovered only 0 were disposed of."), (refused.Code, refused.Text.English));
        reported.Take(Act(RecallStep.Dispose), Start);
        reported.Take(Act(RecallStep.Assess), Start);
        Assert.Equal(RecallState.Assessed, reported.TheRecall().State);
    }

    [Fact]
    public void WasOrdered_IsKept()
    {
        var ordered = In(RecallState.Ordered);
        ordered.Take(Act(RecallStep.Start), Start);
        Assert.True(ordered.TheRecall().WasOrdered);
        Assert.Equal(Start, ordered.TheRecall().StartedAt);
        Assert.False(In(RecallState.Started).TheRecall().WasOrdered);
    }

    public static TheoryData<RecallStep> Steps => [.. Enum.GetValues<RecallStep>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Act_WithoutWhatTheStepNeedsOrWithOther_IsRefused(RecallStep step)
    {
        var act = Act(step);
        Refused("amount", Changed(amount: act.Amount == 0 ? 1 : 0), wasThere: act.Amount > 0);
        Refused("until", Changed(until: act.Until is null ? new LocalDate(2026, 1, 1) : null, keepsUntil: false), wasThere: act.Until is not null);
        Refused("disposal", Changed(disposal: act.Disposal is null ? GoodsDisposal.Destroyed : null, keepsDisposal: false), wasThere: act.Disposal is not null);
        Refused("goods", Changed(goods: act.Goods is null ? Act(RecallStep.Learn).Goods : null, keepsGoods: false), wasThere: act.Goods is not null);
        if (step != RecallStep.Learn)
        {
            Refused("terms", act with { Terms = RecallTerms.Of2015 }, wasThere: false);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Changed(amount: -1));
        Assert.Throws<ArgumentOutOfRangeException>("party", () => new RecallAct(Id, step, default));

        void Refused(string what, RecallAct changed, bool wasThere)
        {
            var refused = (RecallLifecycle.Rows[step].Ways[0].From is { } state ? In(state) : None()).Refused(changed, Start);
            Assert.Equal((wasThere ? "data-missing" : "data-not-asked", what), (refused.Code, refused.Values[0].Value));
        }

        RecallAct Changed(
            decimal? amount = null, LocalDate? until = null, bool keepsUntil = true, GoodsDisposal? disposal = null, bool keepsDisposal = true,
            RecalledGoods? goods = null, bool keepsGoods = true) => new(
            act.Id, act.Step, act.Party, act.Reason, keepsGoods ? act.Goods : goods, amount ?? act.Amount, keepsDisposal ? act.Disposal : disposal, keepsUntil ? act.Until : until);
    }

    [Fact]
    public void Order_WithoutAReason_IsRefused_AndValuesThatCannotBeAreNone()
    {
        var refused = In(RecallState.Known).Refused(new RecallAct(Id, RecallStep.Order, RecallParty.MarketBureau), Start);
        Assert.Equal(("data-missing", "reason", "Needed: a reason; possible besides: nothing."), (refused.Code, refused.ValueOf("needs"), refused.Allowed.English));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => new RecallAct(Id, default, RecallParty.Business));
        Assert.Throws<ArgumentOutOfRangeException>("total", () => new RecalledGoods(Shop, "p", RecallClass.I, 0, "kg"));
        Assert.Throws<ArgumentOutOfRangeException>("recallClass", () => new RecalledGoods(Shop, "p", default, 1, "kg"));
        Assert.Throws<ArgumentException>("business", () => new RecalledGoods(default, "p", RecallClass.I, 1, "kg"));
    }

    [Fact]
    public void Learn_WhatMayNotBe_IsRefusedByCode()
    {
        var district = In(RecallState.Known);
        Assert.Equal("no-id", district.Refused(new RecallAct(default, RecallStep.Learn, RecallParty.Business, goods: district.TheRecall().Goods), Start).Code);
        Assert.Equal("id-taken", district.Refused(Act(RecallStep.Learn), Start).Code);
        Assert.Equal(
            "unknown-business",
            district.Refused(new RecallAct(new(2), RecallStep.Learn, RecallParty.Business, goods: new RecalledGoods(new("nobody"), "p", RecallClass.I, 1, "kg")), Start).Code);
        Assert.Equal("step-not-possible", district.Refused(new RecallAct(new(2), RecallStep.Start, RecallParty.Business), Start).Code);
        Assert.Equal("time-order", district.Refused(Act(RecallStep.Start), Start - Duration.FromMinutes(1)).Code);
        Assert.Equal("behind-the-last", district.Refused(Act(RecallStep.Start), Start - Duration.FromDays(1)).Code);
    }

    [Fact]
    public void Recovered_TypedAtTheWrongRecall_IsVoidedUnlessGoodsOfItWereDisposedOf()
    {
        var (district, at) = (Published(), Start + Duration.FromHours(2));
        district.Take(Act(RecallStep.Recover, 30), at);
        var mistaken = district.Recalls.HistoryOf(Id)[^1].Moment.Place;
        district.Take(Act(RecallStep.Recover, 10), at);
        district.Take(Act(RecallStep.Dispose, 15), at + Duration.FromDays(1));
        var (thing, day) = (new Thing("recall", "1"), new LocalDate(2025, 9, 26));

        // Of the 15 that were disposed of only 10 would have come back.
        var resting = district.Refused(new ActVoided(thing, mistaken, "another shop's"), day);
        var disposed = district.Recalls.HistoryOf(Id)[^1].Moment.Place;
        Assert.Equal(("others-rest-on-it", $"{disposed}"), (resting.Code, resting.ValueOf("resting")));

        district.Apply(
            new Stamp("office", day, at + Duration.FromDays(2)), new ActVoided(thing, disposed, "another shop's"), new ActVoided(thing, mistaken, "another shop's"));

        Assert.Equal((10m, 0m, RecallState.Started), (district.TheRecall().Recovered, district.TheRecall().Disposed, district.TheRecall().State));
        Assert.Equal([true, true, true, false, true, false], district.Recalls.HistoryOf(Id).Select(done => done.Counts));
        Assert.Equal(10m, Assert.Single(district.AsOf(new LocalDate(2025, 9, 24)).Recalls).Recovered);
        Assert.Empty(district.AsOf(new LocalDate(2025, 9, 23)).Recalls);
    }

    [Fact]
    public void Steps_AtRandom_AreTakenOrRefused_AndNothingIsLost() =>
        Gen.Select(Gen.Int[1, 11], Gen.Int[1, 60], Gen.Int[-1, 40], Gen.Int[0, 5]).Array[100].Sample(
            walk =>
            {
                var district = In(RecallState.Known);
                var taken = 1;
                foreach (var (number, amount, hours, party) in walk)
                {
                    var (before, step) = (district.TheRecall(), (RecallStep)number);
                    var tried = Act(step, amount, party: party is 1 or 2 ? (RecallParty)party : null, until: new LocalDate(2025, 12, 1).PlusDays(amount));
                    if (district.Try(tried, district.Recalls.HistoryOf(Id)[^1].At + Duration.FromHours(hours)) is not { } refused)
                    {
                        taken++;
                        Assert.Equal(RecallLifecycle.Table.FindNext(before.State, step), district.TheRecall().State);
                    }
                    else
                    {
                        Assert.Same(before, district.TheRecall());
                        Assert.True(
                            hours < 0 && refused[0].Code is "behind-the-last"
                            || RecallLifecycle.Table.FindNext(before.State, step) is null == refused[0].Code is "step-not-possible" or "id-taken");
                    }

                    var recall = district.TheRecall();
                    Assert.True(Enum.IsDefined(recall.State));
                    Assert.Equal(taken, district.Recalls.HistoryOf(Id).Count);
                    Assert.True(recall.Disposed <= recall.Recovered && recall.Recovered <= recall.Goods.Total);
                }

                var redone = District.Open(district.Settings, district.Pending);
                Assert.Equal(district.TheRecall(), redone.TheRecall());
                Assert.Equal(district.Recalls.HistoryOf(Id), redone.Recalls.HistoryOf(Id));
            },
            iter: 500);

    private static RecallClock Clock(District district, string at) => district.TheRecall().FindClock(ReferralSamples.China(at), Calendar)!;
}
