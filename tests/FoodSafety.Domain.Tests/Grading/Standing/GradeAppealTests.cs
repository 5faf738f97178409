using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Grading.Standing.Shops;

namespace FoodSafety.Domain.Tests.Grading.Standing;

public class GradeAppealTests
{
    private static readonly AppealId Appeal = new(1);
    private static readonly Grader<Tier> Grader = new(First);

    [Fact]
    public void FileAppeal_DefaultTerms_IsDueIn15WorkingDaysAndSaysThatIsIllustrative()
    {
        var ledger = Ledger(Table(15));

        // 1 March 2023 is a Wednesday; the fifteenth working day after it is the Wednesday three weeks later.
        var filed = ledger.FileAppeal(0, "too strict", "shop", Day(1)).Appeal;

        Assert.Equal(new LocalDate(2023, 3, 22), filed.Deadline.LastDay);
        Assert.True(ledger.Terms.AppealLimit.Basis!.IsIllustrative);
        Assert.False(filed.IsOverdue(new LocalDate(2023, 3, 22)));
        Assert.True(filed.IsOverdue(new LocalDate(2023, 3, 23)));
    }

    [Fact]
    public void AppealLimit_InHours_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new StandingTerms { Calendar = WorkingCalendar.China, AppealLimit = TimeLimit.Hours(24) });

    public static TheoryData<AppealState, AppealAct, bool> Table3x3 => new()
    {
        { AppealState.Open, AppealAct.File, false },
        { AppealState.Open, AppealAct.Decide, true },
        { AppealState.Open, AppealAct.Withdraw, true },
        { AppealState.Decided, AppealAct.File, true },
        { AppealState.Decided, AppealAct.Decide, false },
        { AppealState.Decided, AppealAct.Withdraw, false },
        { AppealState.Withdrawn, AppealAct.File, true },
        { AppealState.Withdrawn, AppealAct.Decide, false },
        { AppealState.Withdrawn, AppealAct.Withdraw, false },
    };

    [Theory]
    [MemberData(nameof(Table3x3))]
    public void Act_InEveryState_IsTakenOrRefusedAsTheTableSays(AppealState state, AppealAct act, bool isTaken)
    {
        var ledger = Appealed();
        switch (state)
        {
            case AppealState.Decided:
                ledger.DecideAppeal(Appeal, new AppealUpheld<Tier>("right"), "bureau", Day(3));
                break;
            case AppealState.Withdrawn:
                ledger.WithdrawAppeal(Appeal, "shop", Day(3));
                break;
        }

        Action step = act switch
        {
            AppealAct.File => () => ledger.FileAppeal(0, "again", "shop", Day(4)),
            AppealAct.Decide => () => ledger.DecideAppeal(Appeal, new AppealUpheld<Tier>("right"), "bureau", Day(4)),
            _ => () => ledger.WithdrawAppeal(Appeal, "shop", Day(4)),
        };
        var before = ledger.Events.Count;

        if (isTaken)
        {
            step();
            Assert.Equal(before + 1, ledger.Events.Count);
            return;
        }

        var error = Assert.Throws<AppealRefusedException>(step);
        Assert.Equal((AppealRefusal.NotInThisState, act, Appeal, state), (error.Refusal, error.Act, error.Id, error.State));
        Assert.Equal(state == AppealState.Open ? [AppealAct.Decide, AppealAct.Withdraw] : [], error.Allowed);
        Assert.Equal(before, ledger.Events.Count);
    }

    [Fact]
    public void FileAppeal_OneIsOpen_SaysWhatIsAllowed()
    {
        var error = Assert.Throws<AppealRefusedException>(() => Appealed().FileAppeal(0, "again", "other", Day(3)));

        Assert.Equal("Appeal 1 of row 0 is open; it is not possible to file. Allowed: decide, withdraw.", error.Message);
        Assert.Equal("第 0 行的申诉（编号 1）待复核，不能提出申诉。可以：作出复核决定、撤回申诉。", error.Text.Chinese);
    }

    [Fact]
    public void DecideAppeal_ByWhoFiledIt_IsRefused()
    {
        var error = Assert.Throws<AppealRefusedException>(() =>
            Appealed().DecideAppeal(Appeal, new AppealUpheld<Tier>("right"), "shop", Day(3)));

        Assert.Equal((AppealRefusal.DecidedByFiler, "shop"), (error.Refusal, error.By));
        Assert.Equal("'shop' filed appeal 1 of row 0; somebody else must decide it.", error.Message);
    }

    [Fact]
    public void DecideAppeal_ByWhoSetTheDisputedGrade_IsRefused()
    {
        var ledger = Ledger(Table(15));
        ledger.OverrideGrade(0, Tier.A, Day(9), "why", "bureau", Day(1));
        ledger.FileAppeal(0, "too strict", "shop", Day(2));

        var error = Assert.Throws<AppealRefusedException>(() =>
            ledger.DecideAppeal(Appeal, new AppealUpheld<Tier>("right"), "bureau", Day(3)));

        Assert.Equal(AppealRefusal.DecidedByOverrider, error.Refusal);
        ledger.DecideAppeal(Appeal, new AppealUpheld<Tier>("right"), "city", Day(3));
        Assert.Equal(AppealState.Decided, ledger.Appeal(Appeal).State);
    }

    [Fact]
    public void WithdrawAppeal_ByAnother_IsRefused()
    {
        var error = Assert.Throws<AppealRefusedException>(() => Appealed().WithdrawAppeal(Appeal, "bureau", Day(3)));

        Assert.Equal("'bureau' did not file appeal 1 of row 0; only who filed it can withdraw it.", error.Message);
    }

    [Fact]
    public void DecideAppeal_Upheld_ChangesNoGrade()
    {
        var ledger = Appealed();
        var before = ledger.StandingOn(0, Day(3));

        var decided = ledger.DecideAppeal(Appeal, new AppealUpheld<Tier>("right"), "bureau", Day(3));

        Assert.Equal(before, ledger.StandingOn(0, Day(3)));
        Assert.Equal((null, null, null), (decided.Regrading, decided.Set, decided.Ended));
        Assert.Equal(("bureau", Day(3), "right"), (decided.By, decided.On, decided.Appeal.Outcome!.Reason));
    }

    [Fact]
    public void DecideAppeal_FactsCorrected_GradesAgainAtOnceDespiteObservation()
    {
        var table = Table(30);
        var ledger = Ledger(table, observation: 30);
        ledger.Regrade(Grader, Day(1));
        ledger.FileAppeal(0, "we are small", "shop", Day(2));

        var decided = ledger.DecideAppeal(Appeal, new FactsCorrected<Tier>("counted twice", Size.Of(15)), "bureau", Day(3));

        Assert.Equal(15, Size.In(table[0]));
        Assert.Equal(1, decided.Regrading!.Examined);
        var standing = ledger.StandingOn(0, Day(3));
        Assert.Equal((Tier.C, StandingSource.Computed, true), (standing.Effective.Grade, standing.Source, standing.Computed!.IsCorrection));
        Assert.Equal(Tier.A, ledger.DecisionOn(0, Day(2)).Grade);
    }

    [Fact]
    public void DecideAppeal_FactsCorrectedWithoutColumn_ChangesNothing()
    {
        var table = Table(30);
        var ledger = Ledger(table);
        ledger.Regrade(Grader, Day(1));
        ledger.FileAppeal(0, "we are small", "shop", Day(2));
        var other = new FlagFact("other", ("其他", "other"));

        Assert.Throws<ArgumentException>(() =>
            ledger.DecideAppeal(Appeal, new FactsCorrected<Tier>("why", Size.Of(15), other.Of(true)), "bureau", Day(3)));

        Assert.Equal(30, Size.In(table[0]));
        Assert.Equal(AppealState.Open, ledger.Appeal(Appeal).State);
    }

    [Fact]
    public void DecideAppeal_RegradingFails_PutsTheFactsBack()
    {
        var fails = false;
        var custom = Condition.Custom("fails", ("失败", "fails"), _ => fails ? throw new TimeoutException() : false);
        var grader = new Grader<Tier>(Define("1").Rule("custom", Tier.A, custom, ("自定", "custom"), Basis).Build());
        var table = Table(5);
        var ledger = Ledger(table);
        ledger.Regrade(grader, Day(1));
        ledger.FileAppeal(0, "we are small", "shop", Day(2));
        fails = true;

        Assert.IsType<TimeoutException>(Assert.Throws<CustomConditionException>(() =>
            ledger.DecideAppeal(Appeal, new FactsCorrected<Tier>("why", Size.Of(6)), "bureau", Day(3))).InnerException);

        Assert.Equal(5, Size.In(table[0]));
        Assert.Equal((AppealState.Open, 2), (ledger.Appeal(Appeal).State, ledger.Events.Count));
    }

    [Fact]
    public void DecideAppeal_FactsCorrectedBeforeAnythingWasGraded_IsRefused()
    {
        var ledger = Ledger(Table(5));
        ledger.FileAppeal(0, "we are small", "shop", Day(2));

        Assert.Throws<InvalidOperationException>(() =>
            ledger.DecideAppeal(Appeal, new FactsCorrected<Tier>("why", Size.Of(6)), "bureau", Day(3)));
    }

    [Fact]
    public void DecideAppeal_GradeSet_ReplacesTheDisputedOverride()
    {
        var ledger = Ledger(Table(15));
        ledger.Regrade(Grader, Day(1));
        ledger.OverrideGrade(0, Tier.A, Day(20), "why", "bureau", Day(2));
        ledger.FileAppeal(0, "too strict", "shop", Day(3));

        var decided = ledger.DecideAppeal(Appeal, new GradeSet<Tier>("B is enough", Tier.B, Day(10)), "city", Day(5));

        Assert.Equal((Day(5), Day(10)), (decided.Ended!.Until, decided.Set!.Until));
        Assert.Equal(("B is enough", "city"), (decided.Set.Reason, decided.Set.By));
        Assert.Equal(
            [Tier.A, Tier.B, Tier.B, Tier.C],
            new[] { 4, 5, 9, 10 }.Select(day => ledger.DecisionOn(0, Day(day)).Grade));
    }

    [Fact]
    public void DecideAppeal_GradeSetOverALaterOverride_IsRefusedAndChangesNothing()
    {
        var ledger = Appealed();
        ledger.OverrideGrade(0, Tier.A, Day(20), "now", "bureau", Day(3), from: Day(3));
        ledger.OverrideGrade(0, Tier.A, Day(40), "later", "bureau", Day(3), from: Day(30));

        Assert.Throws<AssignmentRefusedException>(() =>
            ledger.DecideAppeal(Appeal, new GradeSet<Tier>("B is enough", Tier.B, Day(31)), "city", Day(5)));

        Assert.Equal(Tier.A, ledger.DecisionOn(0, Day(5)).Grade);
        Assert.Equal(AppealState.Open, ledger.Appeal(Appeal).State);
    }

    [Theory]
    [InlineData(22, false)]
    [InlineData(23, true)]
    public void DecideAppeal_AroundTheDeadline_ShowsWhetherItIsLate(int day, bool isLate)
    {
        var ledger = Ledger(Table(15));
        ledger.FileAppeal(0, "too strict", "shop", Day(1));

        var decided = ledger.DecideAppeal(Appeal, new AppealUpheld<Tier>("right"), "bureau", Day(day));

        Assert.Equal(isLate, decided.IsLate);
        Assert.Equal(isLate, ledger.Appeal(Appeal).IsOverdue(Day(99)));
    }

    [Fact]
    public void WithdrawAppeal_Late_IsNeverOverdue()
    {
        var ledger = Appealed();
        ledger.WithdrawAppeal(Appeal, "shop", Day(60));

        Assert.False(ledger.Appeal(Appeal).IsOverdue(Day(99)));
    }

    [Fact]
    public void FileAppeal_CalendarDoesNotReachTheDeadline_IsRefusedAndChangesNothing()
    {
        var ledger = Ledger(Table(15));

        Assert.Throws<CalendarYearUnknownException>(() => ledger.FileAppeal(0, "too strict", "shop", new LocalDate(WorkingCalendar.China.LastComputableYear, 12, 20)));

        Assert.Empty(ledger.Appeals);
        Assert.Empty(ledger.Events);
    }

    [Fact]
    public void Outcomes_WithoutReasonOrValue_AreRefused()
    {
        Assert.ThrowsAny<ArgumentException>(() => new AppealUpheld<Tier>(" "));
        Assert.ThrowsAny<ArgumentException>(() => new FactsCorrected<Tier>("why"));
        Assert.ThrowsAny<ArgumentException>(() => new FactsCorrected<Tier>("why", default(FactValue)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Appealed().Appeal(new AppealId(2)));
    }

    private static GradeLedger<Tier> Appealed()
    {
        var ledger = Ledger(Table(15));
        ledger.Regrade(Grader, Day(1));
        ledger.FileAppeal(0, "too strict", "shop", Day(2));
        return ledger;
    }
}
