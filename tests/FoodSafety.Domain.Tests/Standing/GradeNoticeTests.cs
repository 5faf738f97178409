using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Inspections;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Standing.Shops;

namespace FoodSafety.Domain.Tests.Standing;

/// <summary>A grade is told to whom it is about, may be disputed for a time, and is made public.</summary>
public class GradeNoticeTests
{
    private static readonly Citation Measure = new(("等级告知和公示办法", "measure on notices and publication of grades"), SourceStanding.GovernmentNotice);
    private static readonly AppealTerms Assumed = AppealTerms.Assumed;
    private static readonly TimeLimit TwentyOneDays = TimeLimit.Days(21, Measure) with { IncludesFirstDay = true };
    private static readonly GradeNotified<Tier> Told = new(new(1), Shop(0));
    private static readonly GradePublished<Tier> Published = new(new(1));
    private static readonly AppealFiled<Tier> Filed = new(new(1), Shop(0), "too strict");

    [Fact]
    public void Notice_Of1September_MayBeDisputedUpToThe21st()
    {
        var shops = Rated(Assumed with { FileWithin = TwentyOneDays });
        shops.By("bureau", September(1), Told);
        Assert.Equal((Tier.C, new LocalDate(2023, 9, 21)), (shops.Book.Notices[new(1)].Grade, shops.Book.Notices[new(1)].AppealBy!.Value.LastDay));

        var refusal = shops.Refused("shop", September(22), Filed);
        Assert.Equal(("filed-late", Measure), (refusal.Code, refusal.Basis));
        Assert.Equal("The grade was notified on 2023-09-01 and could be disputed up to 2023-09-21; this appeal is of 2023-09-22.", refusal.Text.English);
        Assert.Equal("等级已于 2023-09-01 告知，申诉期至 2023-09-21 止，2023-09-22 提出的不予受理。", refusal.Text.Chinese);
        Assert.Equal("An appeal of 2023-09-21 or before.", refusal.Allowed.English);

        // What was filed on the last day and is typed after it is in time.
        shops.Apply(new Stamp("shop", Day(September(21)), ChinaTime.Zone.AtStartOfDay(Day(September(25))).ToInstant()) { EnteredBy = "clerk" }, Filed);
        Assert.Equal(Day(September(21)), shops.Book.FindAppeal(new(1))!.FiledOn);
    }

    [Theory]
    [InlineData(22, true)]
    [InlineData(23, false)]
    public void Notice_With15WorkingDays_MayBeDisputedUpToTheFifteenthAfterIt(int day, bool isTaken)
    {
        var shops = Rated(Assumed with { FileWithin = TimeLimit.WorkingDays(15, Measure) });
        shops.By("bureau", September(1), Told);

        if (isTaken)
        {
            shops.By("shop", September(day), Filed);
        }
        else
        {
            Assert.Equal("filed-late", shops.Refused("shop", September(day), Filed).Code);
        }
    }

    [Fact]
    public void Filed_InAnyWindow_IsTakenUpToTheDayThatAPlainCountGives() => Gen.Select(Gen.Int[1, 400], Gen.Int[1, 30], Gen.Bool, Gen.Bool, Gen.Int[0, 50]).Sample((start, amount, isOfWorkingDays, includesFirst, wait) =>
    {
        var window = (isOfWorkingDays ? TimeLimit.WorkingDays(amount, Measure) : TimeLimit.Days(amount, Measure)) with { IncludesFirstDay = includesFirst };
        var shops = Rated(Assumed with { FileWithin = window });
        shops.By("bureau", start, Told);
        var (last, counted) = (Day(start), 0);
        for (var day = includesFirst ? Day(start) : Day(start + 1); counted < amount; day = day.PlusDays(1))
        {
            counted += !isOfWorkingDays || WorkingCalendar.China.IsWorkingDay(day) ? 1 : 0;
            last = day;
        }

        Assert.Equal(last, shops.Book.Notices[new(1)].AppealBy!.Value.LastDay);
        if (Day(start + wait) <= last)
        {
            Assert.NotNull(shops.By("shop", start + wait, Filed).Entry);
        }
        else
        {
            Assert.Equal($"An appeal of {last:uuuu-MM-dd} or before.", shops.Refused("shop", start + wait, Filed).Allowed.English);
        }
    }, iter: 200);

    [Fact]
    public void Grade_NobodyWasToldOf_MayBeDisputedAtAnyTime()
    {
        var shops = Rated(Assumed with { FileWithin = TwentyOneDays });
        shops.By("shop", September(30), Filed with { Business = Shop(1) });
        shops.By("bureau", September(30), Told);

        // The shop was told of another grade than that which stands since.
        shops.Do(September(40), Stated(0, Shops.Size.Of(30)));
        shops.By("shop", September(60), Filed with { Id = new(2) });
        Assert.Equal(Tier.A, shops.Book.FindAppeal(new(2))!.Filed.Disputed);
    }

    [Fact]
    public void Notice_VoidedForItWentToAnother_BindsNobodyAndAsksForNothing()
    {
        var shops = Rated(Assumed with { FileWithin = TwentyOneDays, Publication = GradePublication.AtOnce(Measure) });
        shops.By("bureau", September(1), Told);
        Assert.Equal("filed-late", shops.Refused("shop", September(22), Filed).Code);

        shops.By("bureau", September(22), new ActVoided(new("tier-notice", "1"), shops.Book.Notices.HistoryOf(new(1))[0].Moment.Place, "the letter went to another shop"));

        Assert.Empty(shops.Book.Notices.NoticesOf(Shop(0)));
        Assert.DoesNotContain(shops.District.FollowUps.Open, open => open.Kind == FollowUpKind.PublishGrade);
        shops.By("shop", September(22), Filed);
        shops.By("bureau", September(23), Told);
        Assert.Equal(Day(September(23)), shops.Book.Notices[new(1)].NotifiedOn);
    }

    [Fact]
    public void Notice_VoidedAndGivenUnderItsNumberToAnother_IsToBePublishedForThatOne()
    {
        var shops = Rated(Assumed with { Publication = GradePublication.AfterWaiting(TimeLimit.Days(5, Measure)) });
        shops.By("bureau", September(1), Told);

        shops.By("bureau", September(2), new ActVoided(new("tier-notice", "1"), shops.Book.Notices.HistoryOf(new(1))[0].Moment.Place, "another shop"), Told with { Business = Shop(1) });

        Assert.Equal([Shop(1)], shops.District.FollowUps.Open.Where(open => open.Kind == FollowUpKind.PublishGrade).SelectMany(open => open.Businesses));
    }

    [Fact]
    public void Notice_OfNoGradeOfAnotherOrTwice_IsRefused()
    {
        var shops = Rated(Assumed);
        shops.Do(2, Stated(1, Closed.Of(true)));

        Assert.Equal("does-not-stand", shops.Refused("bureau", 3, Told with { Business = Shop(1) }).Code);
        Assert.Equal("On 2023-03-03 business s0 stood tier C.", shops.Refused("bureau", 3, Told with { Grade = Tier.B }).Text.English);
        Assert.Equal("no-id", shops.Refused("bureau", 3, Told with { Id = default }).Code);
        Assert.Equal("unknown-business", shops.Refused("bureau", 3, Told with { Business = Shop(9) }).Code);
        shops.Do(3, Told);
        Assert.Equal("id-taken", shops.Refused("bureau", 4, Told).Code);
        Assert.Equal("unknown-id", shops.Refused("bureau", 4, new GradePublished<Tier>(new(2))).Code);
        Assert.Equal("deadline-provisional", shops.Refused("bureau", 4, new GradeNoticeSettled<Tier>(new(1), NoticeDay.LastToAppeal, Deadline.AtEndOf(Day(9), ChinaTime.Zone))).Code);
    }

    [Fact]
    public void Grade_PublishedAfter28Days_IsDueOnThe29thAndNotBefore()
    {
        var shops = Rated(Assumed with { Publication = GradePublication.AfterWaiting(TimeLimit.Days(28, Measure)) });
        var told = shops.By("bureau", September(1), Told);

        var task = Assert.Single(told.FollowUps, task => task.Kind == FollowUpKind.PublishGrade);
        Assert.Equal((new LocalDate(2023, 9, 29), new Thing("tier-notice", "1"), Measure), (task.Due!.Value.LastDay, task.About, task.Basis));
        Assert.Equal([new GradeTurn("tier", [Shop(0)])], Assert.Single(shops.District.DueUpTo(Day(September(29))), turn => turn.Day == Day(September(29))).Publications);
        Assert.Empty(shops.District.DueUpTo(Day(September(28))));

        var early = shops.Refused("bureau", September(28), Published);
        Assert.Equal(("not-before", "2023-09-29 and later."), (early.Code, early.Allowed.English));
        shops.By("bureau", September(29), Published);

        Assert.DoesNotContain(shops.District.FollowUps.Open, open => open.Kind == FollowUpKind.PublishGrade);
        Assert.Equal("is-over", shops.Refused("bureau", September(30), Published).Code);
        foreach (var district in new[] { shops.District, District.Open(shops.District.Settings, shops.Entries) })
        {
            Assert.Equal(
                [null, Day(September(29))],
                new[] { 28, 29 }.Select(day => Assert.Single(district.AsOf(Day(September(day))).GradingOf<Tier>().Notices).PublishedOn));
        }

        // Who voids that it was made public is to make it public still.
        var voided = shops.By("bureau", September(30), new ActVoided(new("tier-notice", "1"), shops.Book.Notices.HistoryOf(new(1))[1].Moment.Place, "another shop"));
        Assert.Equal((FollowUpKind.PublishGrade, task.Due), (voided.FollowUps.Single().Kind, voided.FollowUps.Single().Due));
        Assert.True(shops.Book.Notices[new(1)].IsOverdue(Day(September(30))));
    }

    [Fact]
    public void Grade_PublishedAtOnce_IsDueOnTheDayOfNotification()
    {
        var shops = Rated(Assumed with { Publication = GradePublication.AtOnce(Measure) });

        Assert.Equal(Day(September(1)), Assert.Single(shops.By("bureau", September(1), Told).FollowUps, task => task.Kind == FollowUpKind.PublishGrade).Due!.Value.LastDay);
        shops.By("bureau", September(1), Published);
        Assert.False(shops.Book.Notices[new(1)].IsOverdue(Day(September(9))));
    }

    [Fact]
    public void Grade_UnderAnAppeal_IsNotPublishedBeforeItIsClosedWhereTheRulesSaySo()
    {
        var shops = Rated(Assumed with { Publication = GradePublication.AtOnce(Measure) with { WaitsForAppeal = true } });
        shops.By("bureau", September(1), Told);
        shops.By("shop", September(2), Filed);

        Assert.Equal("appeal-open", shops.Refused("bureau", September(3), Published).Code);
        shops.By("city", September(4), new AppealDecided<Tier>(new(1), new GradeUpheld<Tier>(), "right"));
        shops.By("bureau", September(4), Published);
    }

    [Fact]
    public void Grade_ThatMoved_IsToldAnewAndTheNewOneIsPublished()
    {
        var shops = Rated(Assumed with { Publication = GradePublication.AfterWaiting(TimeLimit.Days(5, Measure)) });
        shops.By("bureau", September(1), Told);
        shops.Do(September(3), Stated(0, Shops.Size.Of(30)));

        Assert.Equal("does-not-stand", shops.Refused("bureau", September(6), Published).Code);
        shops.By("bureau", September(6), Told with { Id = new(2) });
        Assert.Equal([new Thing("tier-notice", "2")], shops.District.FollowUps.Open.Where(open => open.Kind == FollowUpKind.PublishGrade).Select(open => open.About));
        Assert.Contains("told-anew", Assert.Throws<ActsRefusedException>(() => shops.By("bureau", September(11), Published)).Refusals.Select(refusal => refusal.Code));
        shops.By("bureau", September(11), new GradePublished<Tier>(new(2)));
    }

    [Fact]
    public void Appeal_IsNotDecidedByWhoRatedNorByWhoInspected_WhereTheTermsSaySo()
    {
        var shops = Rated(Assumed with { MayNotDecide = [ReviewBar.Filer, ReviewBar.Rater, ReviewBar.Inspector] });
        Inspected(shops, 1, September(1));
        shops.By("bureau", September(2), Told with { RatedBy = "rater" });
        shops.By("shop", September(3), Filed);
        // Who inspects later may well decide.
        Inspected(shops, 2, September(4), new InspectionTeam(InspectionForm.OnSite, new Inspector("chen", "川-007"), new Inspector("he", "川-008")));
        var upheld = new AppealDecided<Tier>(new(1), new GradeUpheld<Tier>(), "right");

        Assert.Equal(
            ["decided-by-filer", "decided-by-rater", "decided-by-inspector", "decided-by-inspector"],
            new[] { "shop", "rater", "li", "wang" }.Select(who => shops.Refused(who, September(5), upheld).Code));
        Assert.Equal("'li' inspected the business that appeal 1 is about; somebody else must decide it.", shops.Refused("li", September(5), upheld).Text.English);
        Assert.Equal("Somebody who is none of these: who filed it, who gave the grade, who inspected.", shops.Refused("li", September(5), upheld).Allowed.English);

        // An appeal goes by the terms of the day on which it was filed.
        shops.Do(September(5), new AppealTermsLaidDown(Assumed with { MayNotDecide = [] }));
        Assert.Equal("decided-by-inspector", shops.Refused("li", September(5), upheld).Code);
        shops.By("chen", September(5), upheld);
    }

    [Fact]
    public void Appeal_WhereTheTermsBarNobodyElse_IsDecidedByAnInspector()
    {
        var shops = Rated(Assumed);
        Inspected(shops, 1, September(1));
        shops.By("shop", September(3), Filed);

        shops.By("li", September(5), new AppealDecided<Tier>(new(1), new GradeUpheld<Tier>(), "right"));
    }

    [Fact]
    public void Override_WithoutEnd_StandsUntilAnInspectionWhereTheRulesSaySo()
    {
        var shops = Rated(Assumed with { InspectionEndsOverrides = true });
        shops.Do(5, Override(1, 0, Tier.A, until: 9) with { Until = null }, Override(2, 1, Tier.A, until: 400));
        Assert.Equal((Tier.A, null), (shops.On(2_000)!.Value, shops.Book.FindAssignment(new(1))!.Until));
        Assert.Empty(shops.District.DueUpTo(Day(399)));
        Assert.Equal("overlaps", shops.Refused("bureau", 6, Override(3, 0, Tier.B, until: 20)).Code);

        var inspected = Inspected(shops, 1, September(5));

        Assert.Equal(new AssignmentEnded<Tier>(new(1), "检查 1 / inspection 1"), inspected.Entry!.Acts[^1]);
        Assert.Equal(new StandingMove<Tier>(Shop(0), Decision(Tier.A), Decision(Tier.C)), Assert.Single(inspected.Moves));
        Assert.Equal([Tier.A, Tier.C], new[] { 4, 5 }.Select(day => shops.On(September(day))!.Value));
        Assert.Equal(Tier.A, shops.On(September(9), shop: 1));
        Assert.Equal(Tier.C, District.Open(shops.District.Settings, shops.Entries).Tiers.Standing[0].Grade);
    }

    [Fact]
    public void Override_WithoutEnd_StaysWhereNoRuleEndsIt()
    {
        var shops = Rated(Assumed);
        shops.Do(5, Override(1, 0, Tier.A, until: 9) with { Until = null });
        Inspected(shops, 1, September(5));

        Assert.Equal(Tier.A, shops.On(September(6)));
        shops.Do(September(7), new AssignmentEnded<Tier>(new(1), "looked into"));
        Assert.Equal(Tier.C, shops.On(September(7)));
    }

    [Fact]
    public void Appeal_ByWhichFactsArePutRight_RegradesThatBusinessAlone()
    {
        var shops = Graded(30, 35, 35, 35);
        shops.Do(5, Stated(1, Shops.Size.Of(15)));
        shops.By("shop", 6, Filed);

        var decided = shops.By("city", 7, new AppealDecided<Tier>(new(1), new FactsPutRight<Tier>(new(Shops.Size.Of(15))), "counted twice"));

        // The other one of 15 waits for its observation, and nobody else is looked at.
        Assert.Equal([Tier.C, Tier.A, Tier.A], Enumerable.Range(0, 3).Select(shop => shops.On(7, shop)!.Value));
        Assert.Equal([Shop(0)], decided.Entry!.Outcome.Parts.OfType<GradesDecided<Tier>>().Single().Computed.SelectMany(some => some.Businesses));
    }

    [Fact]
    public void Terms_WithoutSourceInHoursOrBarringTwice_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Assumed with { FileWithin = TimeLimit.Days(21) });
        Assert.Throws<ArgumentException>(() => Assumed with { FileWithin = TimeLimit.Hours(21, Measure) });
        Assert.Throws<ArgumentException>(() => GradePublication.AfterWaiting(TimeLimit.Days(21)));
        Assert.Throws<ArgumentException>(() => Assumed with { MayNotDecide = [ReviewBar.Filer, ReviewBar.Filer] });
        Assert.Throws<ArgumentOutOfRangeException>(() => Assumed with { MayNotDecide = [0] });
        Assert.Equal(Assumed with { MayNotDecide = [ReviewBar.Rater, ReviewBar.Filer] }, Assumed);
    }

    /// <summary>Two shops of tier C, with terms laid down.</summary>
    private static Shops Rated(AppealTerms terms)
    {
        var shops = Graded(0, 15, 15);
        shops.Do(1, new AppealTermsLaidDown(terms), new ChecklistAdopted(InspectionWorld.List));
        return shops;
    }

    private static Consequences Inspected(Shops shops, int id, int day, InspectionTeam? team = null)
    {
        var task = new InspectionTask(InspectionKind.Routine, InspectionSubject.OfBusiness(Shop(0)), InspectionWorld.List.Name, Day(day));
        return shops.By(
            "bureau", day, new InspectionPlanned(new(id), task), new InspectionBegun(new(id), team ?? InspectionWorld.Two), new InspectionFinished(new(id), InspectionWorld.AllMet()));
    }

    private static int September(int day) => 184 + day;

    private static GradeDecision<Tier> Decision(Tier tier) => new(GradingState.Graded, tier, -1);
}
