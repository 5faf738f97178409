using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
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
        var referral = Entered(state, entered);
        var onTime = referral.ClocksOn(China(lastInTime));
        var late = referral.ClocksOn(China(firstLate));

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
        var referral = Entered(state, entered);
        Assert.False(ClockOf(lastInTime).HasLapsed);
        Assert.True(ClockOf(firstLate).HasLapsed);
        Assert.False(ClockOf(firstLate).IsOverdue);

        ReferralClock ClockOf(string at) => referral.ClocksOn(China(at)).Single(clock => clock.Steps.Contains(step));
    }

    [Theory]
    [InlineData(ReferralState.NotTransferred)]
    [InlineData(ReferralState.UnderSupervision)]
    [InlineData(ReferralState.FilingOrdered)]
    [InlineData(ReferralState.HandedOver)]
    [InlineData(ReferralState.Concluded)]
    [InlineData(ReferralState.HandedBack)]
    public void ClocksOn_WithoutALimit_IsEmpty(ReferralState state) => Assert.Empty(In(state).ClocksOn(Start));

    [Fact]
    public void Take_LateStep_IsTakenAndListed()
    {
        var onTime = Entered(ReferralState.Approved, "2025-10-01T15:30").Take(Event(Send, ReferralState.Approved, China("2025-10-02T15:30")));
        Assert.Empty(onTime.LateSteps);

        var late = Entered(ReferralState.Approved, "2025-10-01T15:30").Take(Event(Send, ReferralState.Approved, China("2025-10-02T15:31")));
        Assert.Equal([Send], late.LateSteps.Select(step => step.Step));
        Assert.Equal(late.LateSteps, CriminalReferral.Replay(late.Events, WorkingCalendar.China).LateSteps);
    }

    [Fact]
    public void Take_Forwarded_BeginsTheClocksOfTheOtherPoliceAnew()
    {
        var forwarded = Entered(ReferralState.WithPolice, "2025-10-01T09:00").Take(Event(Forward, ReferralState.WithPolice, China("2025-10-02T08:00"), "police-2"));
        Assert.Equal("police-2", forwarded.PoliceBody);
        Assert.Equal(China("2025-10-02T08:00"), forwarded.Since);
        Assert.Equal(new LocalDate(2025, 10, 5), forwarded.ClocksOn(forwarded.Since)[0].Deadline.LastDay);
        Assert.Empty(forwarded.LateSteps);
    }

    [Fact]
    public void Take_ForwardedToThePoliceThatHaveIt_IsRefused() => Assert.Equal(
        "referral 2025-3 (with the police): the step 'forward' is refused: it goes to another police body than the one that has it.",
        Assert.Throws<StepRefusedException<ReferralState, ReferralStep>>(
            () => In(ReferralState.WithPolice).Take(Event(Forward, ReferralState.WithPolice, Start, "police-1"))).Message);

    [Fact]
    public void Take_ReviewAfterItsLimit_IsRefusedButSupervisionIsNot()
    {
        var refused = Entered(ReferralState.Refused, "2025-09-30T15:30");
        Assert.Equal(ReferralState.UnderReview, refused.Take(Event(AskReview, ReferralState.Refused, China("2025-10-03T23:59"))).State);

        var late = China("2025-10-04T00:00");
        var error = Assert.Throws<StepRefusedException<ReferralState, ReferralStep>>(() => refused.Take(Event(AskReview, ReferralState.Refused, late)));
        Assert.Equal("referral 2025-3 (filing refused): the step 'ask for review' is refused: review could be asked for by 2025-10-03.", error.Message);
        Assert.Equal("9", Assert.Single(error.Unmet).Basis!.Article);
        Assert.Equal(
            [AskSupervision, HandBack, Penalize],
            refused.AllowedSteps(ReferralBody.MarketBureau, late).Where(option => option.IsAllowed).Select(option => option.Step));
        Assert.Equal(ReferralState.UnderSupervision, refused.Take(Event(AskSupervision, ReferralState.Refused, late)).State);
    }

    [Fact]
    public void Take_BeforeTheLastStep_IsRefused()
    {
        var error = Assert.Throws<StepRefusedException<ReferralState, ReferralStep>>(
            () => In(ReferralState.Suspected).Take(Approve, ReferralBody.MarketBureau, "head", Start - Duration.Epsilon));
        var unmet = Assert.Single(error.Unmet);
        Assert.Equal("time-order", unmet.Code);
        Assert.NotEqual(unmet.Values[0].Value, unmet.Values[1].Value);
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
    public void Take_AFine_NeverReplacesATransfer(ReferralState state, bool may)
    {
        var before = In(state);
        var fined = Event(Penalize, state, Start) with { Penalties = [new(ReferralPenaltyKind.Fine, new LocalDate(2025, 9, 24), 20_000)] };
        if (may)
        {
            Assert.Equal(70_000, before.Take(fined).FinesToSetOff);
            return;
        }

        var guard = Assert.Single(Assert.Throws<StepRefusedException<ReferralState, ReferralStep>>(() => before.Take(fined)).Unmet);
        Assert.Equal(("fine-replaces-transfer", "11"), (guard.Code, guard.Basis!.Article));
        Assert.Equal(50_000, before.FinesToSetOff);
    }

    [Fact]
    public void Penalties_DecidedEarlierOrMeanwhile_AreKeptAndLeaveTheClocksAlone()
    {
        var before = Entered(ReferralState.WithPolice, "2025-10-01T09:00");
        var after = before.Take(Event(Penalize, ReferralState.WithPolice, China("2025-10-02T09:00")));
        Assert.Equal([Fine, Suspension], after.Penalties);
        Assert.Equal([Suspension], after.PenaltiesThatRun);
        Assert.Equal((ReferralState.WithPolice, before.Since), (after.State, after.Since));
        Assert.Equal(50_000, after.Take(FileCase, ReferralBody.Police, "p", China("2025-10-02T10:00")).FinesToSetOff);
    }

    [Theory]
    [InlineData(ReferralPenaltyKind.Fine, 0)]
    [InlineData(ReferralPenaltyKind.Fine, -1)]
    [InlineData(ReferralPenaltyKind.Warning, 1)]
    [InlineData((ReferralPenaltyKind)6, 0)]
    public void Penalty_WhoseSumDoesNotFit_Throws(ReferralPenaltyKind kind, int fine) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReferralPenalty(kind, new LocalDate(2025, 9, 1), fine));

    [Fact]
    public void Take_WithoutWhatTheStepNeeds_Throws()
    {
        Assert.Equal(
            "The step Send needs a police body on Send and Forward and there alone.",
            Assert.ThrowsAny<ArgumentException>(() => In(ReferralState.Approved).Take(Send, ReferralBody.MarketBureau, "o", Start)).Message);
        foreach (var step in new[] { Decline, Urge, Refuse, Uphold, Conclude, HandBack })
        {
            Assert.Equal(
                $"The step {step} needs a reason.",
                Assert.ThrowsAny<ArgumentException>(() => In(ReferralState.Suspected).Take(step, ReferralBody.MarketBureau, "o", Start)).Message);
        }

        Assert.ThrowsAny<ArgumentException>(() => In(ReferralState.Filed).Take(HandOver, ReferralBody.MarketBureau, "o", Start));
        Assert.ThrowsAny<ArgumentException>(() => In(ReferralState.Filed).Take(Penalize, ReferralBody.MarketBureau, "o", Start));
        Assert.ThrowsAny<ArgumentException>(() => In(ReferralState.WithPolice).Take(Forward, ReferralBody.Police, "o", Start));
        Assert.ThrowsAny<ArgumentException>(() => In(ReferralState.Suspected).Take(Approve, ReferralBody.MarketBureau, " ", Start));
        Assert.ThrowsAny<ArgumentException>(() => In(ReferralState.Suspected).Take(Approve, default, "o", Start));
        Assert.ThrowsAny<ArgumentException>(() => CriminalReferral.Begin(Event(Propose, null, Start) with { Business = default }, WorkingCalendar.China));
        Assert.ThrowsAny<ArgumentException>(() => CriminalReferral.Replay([], WorkingCalendar.China));
    }

    [Theory]
    [InlineData(Approve)]
    [InlineData(Send)]
    [InlineData(Penalize)]
    public void Take_WithDataThatBelongsToAnotherStep_Throws(ReferralStep step)
    {
        var complete = Event(step, ReferralState.Suspected, Start);
        var before = In(ReferralState.Suspected);
        Assert.Throws<ArgumentException>(() => before.Take(complete with { Referral = "other" }));
        Assert.Throws<ArgumentException>(() => before.Take(complete with { Business = new BusinessId("other") }));
        Assert.Throws<ArgumentException>(() => before.Take(complete with { Source = "other" }));
        Assert.Throws<ArgumentException>(() => before.Take(complete with { Penalties = [.. complete.Penalties, Fine] }));
        Assert.Throws<ArgumentException>(() => before.Take(complete with { To = complete.To is null ? "police-9" : null }));
        Assert.Throws<ArgumentException>(() => before.Take(complete with { Items = complete.Items.IsEmpty ? ["goods"] : [] }));
        if (step != Send)
        {
            Assert.Throws<ArgumentException>(() => before.Take(complete with { IsCopiedToProcuratorate = true }));
        }
    }

    [Fact]
    public void Events_BuiltAnewFromTheirData_AreEqual()
    {
        var one = Event(Send, ReferralState.Approved, Start);
        var same = Event(Send, ReferralState.Approved, Start);
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, same with { Items = ["transfer letter"] });
        Assert.Equal(In(ReferralState.Filed), In(ReferralState.Filed));
        Assert.NotEqual(In(ReferralState.Filed), In(ReferralState.Refused));
        Assert.Equal(("2025-3", new BusinessId("shop-1"), "police-1"), (In(ReferralState.Filed).Id, In(ReferralState.Filed).Business, In(ReferralState.Filed).PoliceBody));
    }

    /// <summary>A referral whose last step was taken at an instant.</summary>
    private static CriminalReferral Entered(ReferralState state, string at)
    {
        var way = Ways[state];
        var when = China(at);
        return way.Skip(1).Aggregate(CriminalReferral.Begin(Event(Propose, null, when), WorkingCalendar.China), (referral, step) => referral.Take(Event(step, referral.State, when)));
    }
}
