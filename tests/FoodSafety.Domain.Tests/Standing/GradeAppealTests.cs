using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Standing.Shops;

namespace FoodSafety.Domain.Tests.Standing;

public class GradeAppealTests
{
    private static readonly AppealId Appeal = new(1);
    private static readonly AppealFiled<Tier> Filed = new(Appeal, Shop(0), "too strict");
    private static readonly AppealDecided<Tier> Upheld = new(Appeal, new GradeUpheld<Tier>(), "right");

    public enum Step
    {
        File,
        Decide,
        Withdraw,
    }

    public static TheoryData<AppealState, Step, string?> Table3x3 => new()
    {
        { AppealState.Open, Step.File, "appeal-open" },
        { AppealState.Open, Step.Decide, null },
        { AppealState.Open, Step.Withdraw, null },
        { AppealState.Decided, Step.File, null },
        { AppealState.Decided, Step.Decide, "is-over" },
        { AppealState.Decided, Step.Withdraw, "is-over" },
        { AppealState.Withdrawn, Step.File, null },
        { AppealState.Withdrawn, Step.Decide, "is-over" },
        { AppealState.Withdrawn, Step.Withdraw, "is-over" },
    };

    [Theory]
    [MemberData(nameof(Table3x3))]
    public void Step_InEveryState_IsTakenOrRefusedAsTheTableSays(AppealState state, Step step, string? code)
    {
        var shops = Appealed();
        switch (state)
        {
            case AppealState.Open:
                break;
            case AppealState.Decided:
                shops.Do(3, Upheld);
                break;
            case AppealState.Withdrawn:
                shops.By("shop", 3, new AppealWithdrawn<Tier>(Appeal));
                break;
        }

        var (by, act) = step switch
        {
            Step.File => ("shop", (Act)(Filed with { Id = new(2), Ground = "again" })),
            Step.Decide => ("bureau", Upheld),
            Step.Withdraw => ("shop", new AppealWithdrawn<Tier>(Appeal)),
        };
        Assert.Equal(state, shops.Book.FindAppeal(Appeal)!.State);
        if (code is null)
        {
            Assert.NotNull(shops.By(by, 4, act).Entry);
        }
        else
        {
            Assert.Equal(code, shops.Refused(by, 4, act).Code);
        }
    }

    [Fact]
    public void Filed_UnlessStatedOtherwise_IsDueIn15WorkingDaysAndSaysThatIsIllustrative()
    {
        var shops = new Shops(0, 15);

        // 1 March 2023 is a Wednesday; the fifteenth working day after it is the Wednesday three weeks later.
        var told = shops.By("shop", 1, Filed);

        var appeal = shops.Book.FindAppeal(Appeal)!;
        Assert.Equal(new LocalDate(2023, 3, 22), appeal.Due.LastDay);
        Assert.False(appeal.IsOverdue(new LocalDate(2023, 3, 22)));
        Assert.True(appeal.IsOverdue(new LocalDate(2023, 3, 23)));
        var task = Assert.Single(told.FollowUps);
        Assert.Equal((FollowUpKind.AnswerAppeal, Shop(0), new Thing("tier-appeal", "1"), appeal.Due), (task.Kind, task.Businesses[0], task.About, task.Due));
        Assert.True(task.Basis.IsIllustrative);
    }

    [Fact]
    public void Filed_OnADayThatIsTypedLater_IsDueFromThatDayAndDisputesWhatStoodOnIt()
    {
        var shops = Graded(0, 15);
        shops.Do(4, Override(1, 0, Tier.A, until: 20));

        shops.Apply(new Stamp("shop", Day(3), shops.District.RecordedUpTo) { EnteredBy = "clerk" }, Filed);

        var appeal = shops.Book.FindAppeal(Appeal)!;
        Assert.Equal((Tier.C, null, Day(3), "shop"), (appeal.Filed.Disputed, appeal.Filed.Against, appeal.FiledOn, appeal.FiledBy));
        Assert.Equal(TimeLimit.WorkingDays(15).After(Day(3), WorkingCalendar.China).LastDay, appeal.Due.LastDay);
    }

    [Fact]
    public void Terms_InHoursOrWithoutASource_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new AppealTerms(TimeLimit.Hours(24, Basis)));
        Assert.Throws<ArgumentException>(() => new AppealTerms(TimeLimit.Minutes(24, Basis)));
        Assert.Throws<ArgumentException>(() => new AppealTerms(TimeLimit.Days(24)));
        Assert.Throws<ArgumentNullException>(() => new AppealTermsLaidDown(null!));
        Assert.Equal(new AppealTerms(TimeLimit.Days(24, Basis)), new AppealTerms(TimeLimit.Days(24, Basis)));
    }

    [Fact]
    public void Terms_HoldForAppealsOfTheirDaysInEveryGrading_AndStandInThem()
    {
        var measure = new Citation(("复核办法", "measure on reviews"), SourceStanding.GovernmentNotice);
        var shops = Graded(0, 15, 25, 35);
        shops.By("shop", 2, Filed);
        shops.Do(4, new AppealTermsLaidDown(new AppealTerms(TimeLimit.Days(5, measure))));
        var told = shops.By("shop", 4, Filed with { Id = new(2), Business = Shop(1) }, new AppealFiled<RiskGrade>(new(2), Shop(1), "too risky"));
        var late = shops.Apply(new Stamp("shop", Day(3), shops.District.RecordedUpTo), Filed with { Id = new(3), Business = Shop(2) });

        foreach (var district in new[] { shops.District, District.Open(shops.District.Settings, shops.District.Pending) })
        {
            Assert.Equal([15, 5, 15], new[] { 3, 4, 3 }.Select(day => district.AsOf(Day(day)).AppealTerms.AnswerWithin.Amount));
            Assert.Equal(
                [AppealTerms.Assumed.AnswerWithin.After(Day(2), WorkingCalendar.China), TimeLimit.Days(5, measure).After(Day(4), WorkingCalendar.China), AppealTerms.Assumed.AnswerWithin.After(Day(3), WorkingCalendar.China)],
                district.Tiers.Appeals.Select(appeal => appeal.Due));
            Assert.Equal(Day(9), district.RiskGrades.FindAppeal(new(2))!.Due.LastDay);
        }

        Assert.Equal([measure, measure, AppealTerms.Assumed.AnswerWithin.Basis], told.FollowUps.Concat(late.FollowUps).Where(task => task.Kind == FollowUpKind.AnswerAppeal).Select(task => task.Basis));
    }

    [Fact]
    public void Settled_WhatIsSureClosedOrUnknown_IsRefused()
    {
        var shops = Appealed();
        var due = Deadline.AtEndOf(Day(60), ChinaTime.Zone);

        Assert.Equal("deadline-provisional", shops.Refused("office", 3, new AppealDeadlineSettled<Tier>(Appeal, due)).Code);
        Assert.Equal("unknown-id", shops.Refused("office", 3, new AppealDeadlineSettled<Tier>(new(9), due)).Code);
        shops.Do(3, Upheld);
        Assert.Equal("is-over", shops.Refused("office", 4, new AppealDeadlineSettled<Tier>(Appeal, due)).Code);

        var open = new Shops(Settings with { Calendar = Time.Calendars.AnnouncedTo(2022) }, 0, 15);
        open.By("shop", 2, Filed);
        var told = open.Book.FindAppeal(Appeal)!.Due;
        Assert.Equal("not-before-told", open.Refused("office", 3, new AppealDeadlineSettled<Tier>(Appeal, Deadline.AtEndOf(told.LastDay.PlusDays(-1), ChinaTime.Zone))).Code);
        open.Do(3, new AppealDeadlineSettled<Tier>(Appeal, Deadline.AtEndOf(told.LastDay, ChinaTime.Zone)));
        Assert.Equal((told.LastDay, false), (open.Book.FindAppeal(Appeal)!.Due.LastDay, open.Book.FindAppeal(Appeal)!.Due.IsProvisional));
    }

    [Fact]
    public void Settled_ToldOfAnEarlierDay_CountsFromThatDay()
    {
        var shops = new Shops(Settings with { Calendar = Time.Calendars.AnnouncedTo(2022) }, 0, 15);
        shops.By("shop", 2, Filed);
        var told = shops.Book.FindAppeal(Appeal)!.Due;

        shops.Apply(new Stamp("office", Day(4), ChinaTime.Zone.AtStartOfDay(Day(6)).ToInstant()), new AppealDeadlineSettled<Tier>(Appeal, Deadline.AtEndOf(told.LastDay, ChinaTime.Zone)));

        Assert.Equal([true, false, false], new[] { 3, 4, 6 }.Select(day => Assert.Single(shops.District.AsOf(Day(day)).GradingOf<Tier>().Appeals).Due.IsProvisional));
    }

    [Fact]
    public void Filed_OneIsOpen_SaysWhatIsAllowed()
    {
        var refusal = Appealed().Refused("other", 3, Filed with { Id = new(2) });

        Assert.Equal("Appeal 1 of business s0 is open.", refusal.Text.English);
        Assert.Equal("Another once that one is decided or withdrawn.", refusal.Allowed.English);
        Assert.Equal("主体 s0 的申诉（编号 1）待复核。", refusal.Text.Chinese);
    }

    [Fact]
    public void Filed_WithoutAnIdWithOneThatIsTakenOrOfAnUnknownBusiness_IsRefused()
    {
        var shops = Appealed();
        shops.Do(3, Upheld);

        Assert.Equal("no-id", shops.Refused("shop", 4, Filed with { Id = default }).Code);
        Assert.Equal("id-taken", shops.Refused("shop", 4, Filed).Code);
        Assert.Equal("unknown-business", shops.Refused("shop", 4, Filed with { Id = new(2), Business = Shop(9) }).Code);
    }

    [Fact]
    public void Decided_ByWhoFiledIt_IsRefused()
    {
        var refusal = Appealed().Refused("shop", 3, Upheld);

        Assert.Equal(("decided-by-filer", "'shop' filed appeal 1; somebody else must decide it."), (refusal.Code, refusal.Text.English));
    }

    [Fact]
    public void Decided_ByWhoSetTheDisputedGrade_IsRefused()
    {
        var shops = new Shops(0, 15);
        shops.Do(1, Override(1, 0, Tier.A, until: 9));
        shops.By("shop", 2, Filed);
        // It does not help that the grade no longer stands.
        shops.By("city", 2, new AssignmentEnded<Tier>(new(1), "looked into"));

        Assert.Equal("decided-by-overrider", shops.Refused("bureau", 3, Upheld).Code);
        shops.By("city", 3, Upheld);
        Assert.Equal(AppealState.Decided, shops.Book.FindAppeal(Appeal)!.State);
    }

    [Fact]
    public void Withdrawn_ByAnother_IsRefused()
    {
        var refusal = Appealed().Refused("bureau", 3, new AppealWithdrawn<Tier>(Appeal));

        Assert.Equal(("withdrawn-by-another", "'bureau' did not file appeal 1; only who filed it can withdraw it."), (refusal.Code, refusal.Text.English));
    }

    [Fact]
    public void Decided_GradeUpheld_ChangesNoGradeAndClosesTheFollowUp()
    {
        var shops = Appealed();
        var before = shops.StandingOn(3);
        Assert.Equal(FollowUpKind.AnswerAppeal, Assert.Single(shops.District.FollowUps.Open.Where(open => open.About is not null)).Kind);

        var decided = shops.Do(3, Upheld);

        Assert.Equal(before, shops.StandingOn(3));
        Assert.Empty(decided.Moves);
        Assert.Equal([nameof(DayBegan), "AppealDecided`1"], decided.Entry!.Acts.Select(act => act.GetType().Name));
        var appeal = shops.Book.FindAppeal(Appeal)!;
        Assert.Equal(("bureau", Day(3), "right"), (appeal.ClosedBy, appeal.ClosedOn, appeal.Decision!.Reason));
        Assert.DoesNotContain(shops.District.FollowUps.Open, open => open.Kind == FollowUpKind.AnswerAppeal);
        Assert.Equal(AppealState.Open, Assert.Single(shops.District.AsOf(Day(2)).GradingOf<Tier>().Appeals).State);
        // Of a day before it was closed nothing says that it would be.
        Assert.Null(Assert.Single(shops.District.AsOf(Day(2)).FollowUps, open => open.Kind == FollowUpKind.AnswerAppeal).ClosedOn);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Decided_FactsPutRight_GradesAgainAtOnceDespiteObservation(bool namesTheMistake)
    {
        var shops = Graded(30, 10);
        var told = shops.Do(1, Stated(0, Size.Of(30)));
        shops.By("shop", 2, Filed);

        ActPlace? mistake = namesTheMistake ? new(told.Entry!.Number, 1) : null;
        var decided = shops.Do(3, new AppealDecided<Tier>(Appeal, new FactsPutRight<Tier>(new(Size.Of(15)), mistake), "counted twice"));

        Act entailed = namesTheMistake ? new FactsCorrected(Shop(0), new(Size.Of(15)), mistake!.Value, "counted twice") : Stated(0, Size.Of(15));
        Assert.Equal(entailed, decided.Entry!.Acts[^1]);
        Assert.Equal(15, Size.In(shops.District.Businesses.Register.Facts[0]));
        Assert.Equal(new StandingMove<Tier>(Shop(0), Decision(Tier.A), Decision(Tier.C)), Assert.Single(decided.Moves));
        var standing = shops.StandingOn(3);
        Assert.Equal((Tier.C, StandingSource.Computed, true), (standing.Effective.Grade, standing.Source, standing.Computed!.IsCorrection));
        Assert.Equal(Tier.A, shops.On(2));
        Assert.Equal(namesTheMistake, shops.District.Businesses.HistoryOf(Shop(0))[0].CorrectedBy is not null);
    }

    [Fact]
    public void Decided_FactsPutRightThatAreWhatTheyWere_StillEndsTheObservation()
    {
        var shops = Graded(30, 30);
        shops.Do(2, Stated(0, Size.Of(15)));
        shops.By("shop", 3, Filed);
        Assert.Equal(Tier.A, shops.On(4));

        shops.Do(4, new AppealDecided<Tier>(Appeal, new FactsPutRight<Tier>(new(Size.Of(15))), "it was never larger"));

        Assert.Equal(Tier.C, shops.On(4));
        Assert.Equal(Tier.C, District.Open(shops.District.Settings, shops.Entries).Tiers.DecisionOn(Shop(0), Day(4)).Grade);
    }

    [Fact]
    public void Decided_FactsPutRightWithoutColumn_IsRefused()
    {
        var other = new FlagFact("other", ("其他", "other"));

        Assert.Equal("unknown-fact", Appealed().Refused("bureau", 3, new AppealDecided<Tier>(Appeal, new FactsPutRight<Tier>(new(Size.Of(15), other.Of(true))), "why")).Code);
    }

    [Fact]
    public void Decided_FactsPutRightByAMistakeThatIsNone_IsRefused() => Assert.Equal(
        "no-such-act", Appealed().Refused("bureau", 3, new AppealDecided<Tier>(Appeal, new FactsPutRight<Tier>(new(Size.Of(15)), new ActPlace(1, 0)), "why")).Code);

    [Fact]
    public void Decided_OnADayBeforeWhatWasToldSince_IsRefusedRatherThanOfNoEffect()
    {
        var shops = Appealed();
        shops.Do(5, Stated(0, Size.Of(30)));
        var decided = new AppealDecided<Tier>(Appeal, new FactsPutRight<Tier>(new(Size.Of(15))), "why");

        var refused = Assert.Throws<ActsRefusedException>(() => shops.Apply(new Stamp("bureau", Day(4), shops.District.RecordedUpTo), decided));

        Assert.Equal("told-later", Assert.Single(refused.Refusals).Code);
        shops.Do(5, decided);
        Assert.Equal(Tier.C, shops.On(5));
    }

    [Fact]
    public void Decided_ConditionOfTheUsersOwnThrows_LeavesEverythingAsItWas()
    {
        var fails = false;
        var custom = Condition.Custom("fails", ("失败", "fails"), _ => fails ? throw new TimeoutException() : false);
        var shops = new Shops(0, 5);
        shops.Do(1, new PolicyLaidDown<Tier>(Define(Tiers.Scale, "1").Rule("custom", Tier.A, custom, ("自定", "custom"), Basis).Build()));
        shops.By("shop", 2, Filed);
        var before = Acts.DistrictShown.Show(shops.District);
        fails = true;

        Assert.IsType<TimeoutException>(Assert.Throws<CustomConditionException>(() =>
            shops.Do(3, new AppealDecided<Tier>(Appeal, new FactsPutRight<Tier>(new(Size.Of(6))), "why"))).InnerException);

        fails = false;
        Assert.Equal(before, Acts.DistrictShown.Show(shops.District));
    }

    [Fact]
    public void Decided_FactsPutRightWhileNoPolicyIsInForce_IsRefused()
    {
        var shops = new Shops(0, 5);
        shops.By("shop", 2, Filed);

        Assert.Equal("no-policy", shops.Refused("bureau", 3, new AppealDecided<Tier>(Appeal, new FactsPutRight<Tier>(new(Size.Of(6))), "why")).Code);
    }

    [Fact]
    public void Decided_GradeReplaced_TakesThePlaceOfTheDisputedOverride()
    {
        var shops = Graded(0, 15);
        shops.Do(2, Override(1, 0, Tier.A, until: 20));
        shops.By("shop", 3, Filed);
        Assert.Equal((Tier.A, new AssignmentId(1)), (shops.Book.FindAppeal(Appeal)!.Filed.Disputed, shops.Book.FindAppeal(Appeal)!.Filed.Against));

        var decided = shops.By("city", 5, new AppealDecided<Tier>(Appeal, new GradeReplaced<Tier>(new(2), Tier.B, Day(10)), "B is enough"));

        Assert.Equal(["AppealDecided`1", "AssignmentEnded`1", "GradeAssigned`1"], decided.Entry!.Acts.Skip(1).Select(act => act.GetType().Name));
        var (ended, set) = (shops.Book.FindAssignment(new(1))!, shops.Book.FindAssignment(new(2))!);
        Assert.Equal((Day(5), true, Day(10)), (ended.Until, ended.EndedEarly, set.Until));
        Assert.Equal(("B is enough", "city"), (set.Reason, set.By));
        Assert.Equal([Tier.A, Tier.B, Tier.B, Tier.C], new[] { 4, 5, 9, 10 }.Select(day => shops.On(day)!.Value));
    }

    [Fact]
    public void Decided_GradeReplacedOverALaterOverride_IsRefused()
    {
        var shops = Appealed();
        shops.Do(3, Override(1, 0, Tier.A, until: 20), Override(2, 0, Tier.A, until: 40, from: 30));

        Assert.Equal("overlaps", shops.Refused("city", 5, new AppealDecided<Tier>(Appeal, new GradeReplaced<Tier>(new(3), Tier.B, Day(31)), "B is enough")).Code);
        Assert.Equal("id-taken", shops.Refused("city", 5, new AppealDecided<Tier>(Appeal, new GradeReplaced<Tier>(new(2), Tier.B, Day(9)), "B is enough")).Code);
    }

    [Theory]
    [InlineData(22, false)]
    [InlineData(23, true)]
    public void Decided_AroundTheDeadline_ShowsWhetherItIsLate(int day, bool isLate)
    {
        var shops = new Shops(0, 15);
        shops.By("shop", 1, Filed);

        shops.Do(day, Upheld);

        Assert.Equal(isLate, shops.Book.FindAppeal(Appeal)!.IsOverdue(Day(99)));
    }

    [Fact]
    public void Withdrawn_Late_IsNeverOverdueAndClosesTheFollowUp()
    {
        var shops = Appealed();
        shops.By("shop", 60, new AppealWithdrawn<Tier>(Appeal));

        Assert.False(shops.Book.FindAppeal(Appeal)!.IsOverdue(Day(99)));
        Assert.DoesNotContain(shops.District.FollowUps.Open, open => open.Kind == FollowUpKind.AnswerAppeal);
    }

    [Fact]
    public void Filed_CalendarDoesNotReachTheDeadline_IsRefused()
    {
        var shops = new Shops(0, 15);
        var late = new LocalDate(WorkingCalendar.China.LastComputableYear, 12, 20);
        var stamp = new Stamp("shop", late, ChinaTime.Zone.AtStartOfDay(late).ToInstant());

        var refused = Assert.Throws<ActsRefusedException>(() => shops.Apply(stamp, new DayBegan(), Filed));

        Assert.Equal("calendar-year-unknown", Assert.Single(refused.Refusals).Code);
        Assert.Empty(shops.Book.Appeals);
    }

    [Fact]
    public void Appeals_OfTwoGradingsAgainstOneShop_StandBesideEachOther()
    {
        var shops = Graded(0, 15);
        shops.Do(1, new PolicyLaidDown<RiskGrade>(Define(RiskGrades.Scale, "1").Build()));
        shops.By("shop", 2, Filed, new AppealFiled<RiskGrade>(Appeal, Shop(0), "too risky"));

        shops.Do(3, new AppealDecided<RiskGrade>(Appeal, new GradeReplaced<RiskGrade>(new(1), RiskGrade.A, Day(30)), "seldom inspected"));

        Assert.Equal((AppealState.Open, AppealState.Decided), (shops.Book.FindAppeal(Appeal)!.State, shops.District.RiskGrades.FindAppeal(Appeal)!.State));
        Assert.Equal((Tier.C, RiskGrade.A), (shops.On(3)!.Value, shops.District.RiskGrades.Standing[0].Grade));
        Assert.Equal(new Thing("tier-appeal", "1"), Assert.Single(shops.District.FollowUps.Open.Where(open => open.Kind == FollowUpKind.AnswerAppeal)).About);
    }

    [Fact]
    public void Acts_WithoutReasonOrValue_AreRefused()
    {
        Assert.ThrowsAny<ArgumentException>(() => Upheld with { Reason = " " });
        Assert.ThrowsAny<ArgumentException>(() => Filed with { Ground = "" });
        Assert.ThrowsAny<ArgumentException>(() => new FactsPutRight<Tier>(FactRecord.Empty));
        Assert.ThrowsAny<ArgumentException>(() => new AppealDecided<Tier>(Appeal, null!, "why"));
        Assert.Null(Appealed().Book.FindAppeal(new(2)));
    }

    private static GradeDecision<Tier> Decision(Tier tier) => new(GradingState.Graded, tier, -1);

    private static Shops Appealed()
    {
        var shops = Graded(0, 15);
        shops.By("shop", 2, Filed);
        return shops;
    }
}
