using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.ValueTypes;
using NodaTime;
using static FoodSafety.Domain.Rectifications.ReferralStep;
using static FoodSafety.Domain.Tests.Rectifications.ReferralSamples;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Clocks on dates worked out by hand, guards, penalties.</summary>
public class CriminalReferralTests
{
    [Theory]
    // The day of the act is not counted; National Day, weekends and Spring Festival are: calendar days.
    [InlineData(ReferralState.Suspected, "2025-09-30T09:00", "2025-10-03T23:59", "2025-10-04T00:00")]
    [InlineData(ReferralState.Suspected, "2025-09-30T23:59", "2025-10-03T23:59", "2025-10-04T00:00")]
    [InlineData(ReferralState.Suspected, "2025-10-01T00:00", "2025-10-04T23:59", "2025-10-05T00:00")]
    [InlineData(ReferralState.Suspected, "2026-02-14T18:00", "2026-02-17T23:59", "2026-02-18T00:00")]
    [InlineData(ReferralState.Suspected, "2024-02-27T08:00", "2024-03-01T23:59", "2024-03-02T00:00")]
    // Beyond the years of the calendar, which calendar days do not need.
    [InlineData(ReferralState.Suspected, "2030-12-30T08:00", "2031-01-02T23:59", "2031-01-03T00:00")]
    // Hours run through the holiday, from the minute.
    [InlineData(ReferralState.Approved, "2025-10-01T15:30", "2025-10-02T15:30", "2025-10-02T15:31")]
    [InlineData(ReferralState.WithPolice, "2025-10-05T15:30", "2025-10-08T23:59", "2025-10-09T00:00")]
    [InlineData(ReferralState.UnderReview, "2026-02-15T15:30", "2026-02-18T23:59", "2026-02-19T00:00")]
    [InlineData(ReferralState.Filed, "2025-09-29T15:30", "2025-10-02T23:59", "2025-10-03T00:00")]
    public void ClocksOn_ADuty_IsInTimeToItsEndAndOverdueAfter(ReferralState state, string entered, string lastInTime, string firstLate)
    {
        var referrals = In(state, China(entered)).Referrals;
        var onTime = referrals.ClocksOn(Id, China(lastInTime));
        var late = referrals.ClocksOn(Id, China(firstLate));

        Assert.All(onTime, clock => Assert.False(clock.IsOverdue));
        var overdue = Assert.Single(late, clock => clock.IsOverdue);
        Assert.Equal(China(lastInTime).InZone(FoodSafety.Domain.Time.ChinaTime.Zone).Date, overdue.Deadline.LastDay);
        Assert.Equal(China(entered), overdue.Since);
        Assert.Equal("Provisions on transferring suspected crimes by administrative bodies (State Council Order 310, rev. 2020)", overdue.Basis.Document.English);
    }

    [Theory]
    [InlineData(ReferralState.WithPolice, Forward, "2025-10-05T15:30", "2025-10-06T15:30", "2025-10-06T15:31")]
    [InlineData(ReferralState.Refused, AskReview, "2025-09-30T15:30", "2025-10-03T23:59", "2025-10-04T00:00")]
    [InlineData(ReferralState.Upheld, AskSupervision, "2025-10-06T15:30", "2025-10-09T23:59", "2025-10-10T00:00")]
    public void ClocksOn_AChoice_LapsesButIsNeverOverdue(ReferralState state, ReferralStep step, string entered, string lastInTime, string firstLate)
    {
        var referrals = In(state, China(entered)).Referrals;
        Assert.False(ClockOf(lastInTime).HasLapsed);
        Assert.True(ClockOf(firstLate).HasLapsed);
        Assert.False(ClockOf(firstLate).IsOverdue);

        ReferralClock ClockOf(string at) => referrals.ClocksOn(Id, China(at)).Single(clock => clock.Steps.Contains(step));
    }

    [Theory]
    [InlineData(ReferralState.NotTransferred)]
    [InlineData(ReferralState.UnderSupervision)]
    [InlineData(ReferralState.FilingOrdered)]
    [InlineData(ReferralState.HandedOver)]
    [InlineData(ReferralState.Concluded)]
    [InlineData(ReferralState.HandedBack)]
    public void ClocksOn_WithoutALimit_IsEmpty(ReferralState state) => Assert.Empty(In(state).Referrals.ClocksOn(Id, Start));

    [Fact]
    public void LateStep_IsTakenAndListed()
    {
        var onTime = In(ReferralState.Approved, China("2025-10-01T15:30"));
        onTime.Take(Act(Send, ReferralState.Approved), China("2025-10-02T15:30"));
        Assert.Empty(onTime.TheReferral().LateSteps);

        var late = In(ReferralState.Approved, China("2025-10-01T15:30"));
        late.Take(Act(Send, ReferralState.Approved), China("2025-10-02T15:31"));
        var step = Assert.Single(late.TheReferral().LateSteps);
        Assert.Equal((Send, China("2025-10-02T15:31")), (step.Act.Step, step.At));
        Assert.Equal(late.TheReferral().LateSteps, District.Open(late.Settings, late.Pending).TheReferral().LateSteps);
    }

    [Fact]
    public void Forwarded_BeginsTheClocksOfTheOtherPoliceAnew()
    {
        var district = In(ReferralState.WithPolice, China("2025-10-01T09:00"));
        district.Take(Act(Forward, ReferralState.WithPolice, "police-2"), China("2025-10-02T08:00"));

        var forwarded = district.TheReferral();
        Assert.Equal("police-2", forwarded.PoliceBody);
        Assert.Equal(China("2025-10-02T08:00"), forwarded.Since);
        Assert.Equal(new LocalDate(2025, 10, 5), district.Referrals.ClocksOn(Id, forwarded.Since)[0].Deadline.LastDay);
        Assert.Empty(forwarded.LateSteps);
    }

    [Fact]
    public void Forwarded_ByMistake_IsVoidedAndTheClocksRunAsBefore()
    {
        var district = In(ReferralState.WithPolice, China("2025-10-01T09:00"));
        district.Take(Act(Forward, ReferralState.WithPolice, "police-2"), China("2025-10-02T08:00"));
        district.Take(Act(FileCase, ReferralState.WithPolice), China("2025-10-05T08:00"));
        Assert.Empty(district.TheReferral().LateSteps);

        district.Take(new ActVoided(new("referral", "3"), district.Referrals.HistoryOf(Id)[^2].Moment.Place, "another case"), new LocalDate(2025, 10, 6));

        // By the clock of the first police the filing was late.
        Assert.Equal("police-1", district.TheReferral().PoliceBody);
        Assert.Equal([FileCase], district.TheReferral().LateSteps.Select(late => late.Act.Step));
        Assert.Equal([true, true, true, false, true], district.Referrals.HistoryOf(Id).Select(done => done.Counts));

        // Nothing is left where the proposal itself is voided; what rests on it is voided first.
        var proposed = district.Referrals.HistoryOf(Id)[0].Moment.Place;
        Assert.Equal(3, district.Refused(new ActVoided(new("referral", "3"), proposed, "another case"), new LocalDate(2025, 10, 6)).Values.Length);
    }

    [Fact]
    public void Forwarded_ToThePoliceThatHaveIt_IsRefused()
    {
        var refused = In(ReferralState.WithPolice).Refused(Act(Forward, ReferralState.WithPolice, "police-1"), Start);
        Assert.Equal(
            ("other-police", "referral 3 (with the police): the step 'forward' is refused: it goes to another police body than the one that has it."),
            (refused.Code, refused.Text.English));
    }

    [Fact]
    public void Review_AfterItsLimit_IsRefusedButSupervisionIsNot()
    {
        var inTime = In(ReferralState.Refused, China("2025-09-30T15:30"));
        inTime.Take(Act(AskReview, ReferralState.Refused), China("2025-10-03T23:59"));
        Assert.Equal(ReferralState.UnderReview, inTime.TheReferral().State);

        var (district, late) = (In(ReferralState.Refused, China("2025-09-30T15:30")), China("2025-10-04T00:00"));
        var refused = district.Refused(Act(AskReview, ReferralState.Refused), late);
        Assert.Equal(
            ("review-limit", "9", "referral 3 (filing refused): the step 'ask for review' is refused: review could be asked for by 2025-10-03."),
            (refused.Code, refused.Basis!.Article, refused.Text.English));
        Assert.Equal(
            [AskSupervision, HandBack, Penalize],
            district.Referrals.AllowedSteps(Id, ReferralBody.MarketBureau, late).Where(option => option.IsAllowed).Select(option => option.Step));
        district.Take(Act(AskSupervision, ReferralState.Refused), late);
        Assert.Equal(ReferralState.UnderSupervision, district.TheReferral().State);
    }

    [Fact]
    public void Step_BeforeTheLast_IsRefused()
    {
        var refused = In(ReferralState.Suspected).Refused(new ReferralAct(Id, Approve, ReferralBody.MarketBureau), Start - Duration.Epsilon);
        Assert.Equal("time-order", refused.Code);
        Assert.NotEqual(refused.ValueOf("at"), refused.ValueOf("at-least"));
    }

    [Theory]
    [InlineData(ReferralState.Suspected, false)]
    [InlineData(ReferralState.Approved, false)]
    [InlineData(ReferralState.NotTransferred, true)]
    [InlineData(ReferralState.WithPolice, false)]
    [InlineData(ReferralState.Refused, false)]
    [InlineData(ReferralState.UnderReview, false)]
    [InlineData(ReferralState.Upheld, false)]
    [InlineData(ReferralState.UnderSupervision, false)]
    [InlineData(ReferralState.FilingOrdered, false)]
    [InlineData(ReferralState.Filed, false)]
    [InlineData(ReferralState.HandedOver, false)]
    public void Fine_NeverReplacesATransfer(ReferralState state, bool may)
    {
        var district = In(state);
        var fined = Act(Penalize, state, penalty: new(ReferralPenaltyKind.Fine, new LocalDate(2025, 9, 24), 20_000));
        if (may)
        {
            district.Take(fined, Start);
            Assert.Equal(70_000, district.TheReferral().FinesToSetOff);
            return;
        }

        var refused = district.Refused(fined, Start);
        Assert.Equal(("fine-replaces-transfer", "11", "20000"), (refused.Code, refused.Basis!.Article, refused.ValueOf("fine")));
        Assert.Equal(50_000, district.TheReferral().FinesToSetOff);
    }

    [Fact]
    public void Penalties_DecidedEarlierOrMeanwhile_AreKeptAndLeaveTheClocksAlone()
    {
        var district = In(ReferralState.WithPolice, China("2025-10-01T09:00"));
        var before = district.TheReferral();
        district.Take(Act(Penalize, ReferralState.WithPolice), China("2025-10-02T09:00"));
        var after = district.TheReferral();
        Assert.Equal([Fine, Suspension], after.Penalties);
        Assert.Equal([Suspension], after.PenaltiesThatRun);
        Assert.Equal((ReferralState.WithPolice, before.Since), (after.State, after.Since));
        district.Take(new ReferralAct(Id, FileCase, ReferralBody.Police), China("2025-10-02T10:00"));
        Assert.Equal(50_000, district.TheReferral().FinesToSetOff);
    }

    [Theory]
    [InlineData(ReferralPenaltyKind.Fine, 0)]
    [InlineData(ReferralPenaltyKind.Fine, -1)]
    [InlineData(ReferralPenaltyKind.Warning, 1)]
    [InlineData((ReferralPenaltyKind)6, 0)]
    public void Penalty_WhoseSumDoesNotFit_Throws(ReferralPenaltyKind kind, int fine) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReferralPenalty(kind, new LocalDate(2025, 9, 1), fine));

    public static TheoryData<ReferralStep> Steps => [.. Enum.GetValues<ReferralStep>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Act_WithoutWhatTheStepNeeds_IsRefused(ReferralStep step)
    {
        var from = ReferralLifecycle.Rows[step].Ways[0].From;
        var bare = (from is { } state ? In(state) : None()).Try(new ReferralAct(Id, step, ReferralLifecycle.TakersOf(from, step)[0]), Start);
        Assert.Equal(ReferralLifecycle.Rows[step].Needs.SelectMany(data => data.Properties), bare?.Select(refusal => refusal.ValueOf("needs")) ?? []);
    }

    [Fact]
    public void Send_WithoutItsPapers_SaysWhatItNeedsAndMayHave()
    {
        var refused = In(ReferralState.Approved).Refused(new ReferralAct(Id, Send, ReferralBody.MarketBureau, to: "police-1"), Start);
        Assert.Equal(("data-missing", "items", "referral 3 (approved): the step 'send' is refused: it needs papers or goods."), (refused.Code, refused.ValueOf("needs"), refused.Text.English));
        Assert.Equal("Needed: the police body that gets it, papers or goods; possible besides: a copy to the procuratorate, a reason.", refused.Allowed.English);
        Assert.Equal("no-id", None().Refused(new ReferralAct(default, Propose, ReferralBody.MarketBureau, "as found", Shop), Start).Code);
        Assert.Equal("data-missing", None().Refused(new ReferralAct(Id, Propose, ReferralBody.MarketBureau, "as found", default(BusinessId)), Start).Code);
        Assert.Throws<ArgumentOutOfRangeException>("body", () => new ReferralAct(Id, Approve, default));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => new ReferralAct(Id, default, ReferralBody.MarketBureau));
    }

    [Theory]
    [InlineData(Approve, ReferralState.Suspected)]
    [InlineData(Send, ReferralState.Approved)]
    [InlineData(Penalize, ReferralState.Suspected)]
    public void Act_WithDataThatBelongsToAnotherStep_IsRefused(ReferralStep step, ReferralState state)
    {
        var (district, complete) = (In(state), Act(step, state));
        Refused("has business", With(business: Shop));
        Refused("has source", With(source: "other"));
        Refused(step == Penalize ? "needs penalties" : "has penalties", With(penalties: [.. complete.Penalties, Fine, Fine]));
        Refused(step == Send ? "needs to" : "has to", With(hasOtherTo: true));
        Refused(step == Send ? "needs items" : "has items", With(items: complete.Items.IsEmpty ? ["goods"] : []));
        if (step != Send)
        {
            Refused("has isCopiedToProcuratorate", With(isCopied: true));
        }

        void Refused(string what, ReferralAct act) => Assert.Equal(what, district.Refused(act, Start).Values[0] is var value ? $"{value.Name} {value.Value}" : "");

        ReferralAct With(BusinessId? business = null, string? source = null, ItemList<ReferralPenalty>? penalties = null, bool hasOtherTo = false, ItemList<string>? items = null, bool? isCopied = null) => new(
            Id, step, complete.Body, complete.Reason, business, source, hasOtherTo ? (complete.To is null ? "police-9" : null) : complete.To,
            isCopied ?? complete.IsCopiedToProcuratorate, items ?? complete.Items, penalties ?? complete.Penalties);
    }

    [Fact]
    public void Propose_WhatMayNotBe_IsRefusedByCode()
    {
        var district = In(ReferralState.Suspected);
        Assert.Equal("id-taken", district.Refused(Act(Propose, null), Start).Code);
        Assert.Equal("no-id", district.Refused(new ReferralAct(default, Propose, ReferralBody.MarketBureau, "as found", Shop), Start).Code);
        Assert.Equal("unknown-business", district.Refused(new ReferralAct(new(4), Propose, ReferralBody.MarketBureau, "as found", new BusinessId("nobody")), Start).Code);
        Assert.Equal("step-not-possible", district.Refused(new ReferralAct(new(4), Approve, ReferralBody.MarketBureau), Start).Code);
        Assert.Equal("behind-the-last", district.Refused(new ReferralAct(Id, Approve, ReferralBody.MarketBureau), Start - Duration.FromDays(1)).Code);
    }

    [Fact]
    public void Acts_BuiltAnewFromTheirData_AreEqual()
    {
        var (one, same) = (Act(Send, ReferralState.Approved), Act(Send, ReferralState.Approved));
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, new ReferralAct(Id, Send, ReferralBody.MarketBureau, "as found", to: "police-1", isCopiedToProcuratorate: true, items: ["transfer letter"]));
        Assert.Equal(In(ReferralState.Filed).TheReferral(), In(ReferralState.Filed).TheReferral());
        Assert.NotEqual(In(ReferralState.Filed).TheReferral(), In(ReferralState.Refused).TheReferral());
        var filed = In(ReferralState.Filed).TheReferral();
        Assert.Equal((Id, Shop, "finding-12", "police-1"), (filed.Id, filed.Business, filed.Source, filed.PoliceBody));
    }

    [Fact]
    public void AsOf_APastDay_IsTheReferralOfThatDay()
    {
        var district = In(ReferralState.Approved, China("2025-10-01T15:30"));
        district.Take(Act(Send, ReferralState.Approved), China("2025-10-02T10:00"));

        Assert.Equal(
            [null, ReferralState.Approved, ReferralState.WithPolice],
            new[] { 30, 31, 32 }.Select(day => district.AsOf(new LocalDate(2025, 9, 1).PlusDays(day - 1)).Referrals.SingleOrDefault()?.State));
    }
}
