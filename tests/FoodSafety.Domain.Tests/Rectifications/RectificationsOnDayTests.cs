using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.Problems;
using static FoodSafety.Domain.Tests.Rectifications.RectificationLaws;

namespace FoodSafety.Domain.Tests.Rectifications;

public class RectificationsOnDayTests
{
    private static readonly LocalDate Holiday = new(2025, 10, 1);

    [Fact]
    public void Escalations_StayForTheGrace_AndThenGoALevelUp()
    {
        var book = new RectificationDesk(new RectificationRules { GraceWorkingDays = 3 }, register: Chains.World.Register);
        var id = book.Ordered(TimeLimit.Days(1), At(2025, 9, 29), row: 0);

        // Due on 30 September. After it come, as working days, 9 October (1), 10 (2), Saturday 11 (3), which are the grace, and Monday 13.
        Assert.Empty(book.On(Holiday.PlusDays(-1)).Escalations(Chains.Plan).Escalations);
        Assert.Equal((1, 0), Levels(Holiday));
        Assert.Equal((1, 0), Levels(new LocalDate(2025, 10, 12)));
        Assert.Equal((0, 1), Levels(new LocalDate(2025, 10, 13)));

        var main = Chains.Plan.ChainOf(0).Main.Seat;
        Assert.Equal(new Seat(new CadreId("town-1"), AreaCode.Parse("510115001")), main);
        var last = Assert.Single(book.On(new LocalDate(2025, 10, 13)).Escalations(Chains.Plan).Escalations);
        Assert.Equal(
            (id, 0, new LocalDate(2025, 9, 30), EscalationLevel.LevelAbove, main, AreaCode.Parse("510115")),
            (last.Id, last.Row, last.DueDay, last.Level, last.Main, last.Office));

        (int, int) Levels(LocalDate day)
        {
            var list = book.On(day).Escalations(Chains.Plan);
            return (list.MainCount, list.AboveCount);
        }
    }

    [Fact]
    public void Escalations_WithoutAGrace_GoUpOnTheFirstWorkingDay()
    {
        var book = new RectificationDesk(new RectificationRules { GraceWorkingDays = 0 }, register: Chains.World.Register);
        book.Ordered(TimeLimit.Days(1), At(2025, 9, 29), row: 0);
        Assert.Equal(0, book.On(new LocalDate(2025, 10, 8)).Escalations(Chains.Plan).AboveCount);
        Assert.Equal(1, book.On(new LocalDate(2025, 10, 9)).Escalations(Chains.Plan).AboveCount);
    }

    [Fact]
    public void Escalations_OfATownDirectlyUnderACity_GoToTheCity()
    {
        var book = new RectificationDesk(register: Chains.World.Register);
        book.Ordered(TimeLimit.Days(1), At(2025, 9, 1), row: 3);
        Assert.Equal(AreaCode.Parse("5119"), Assert.Single(book.On(Holiday).Escalations(Chains.Plan).Escalations).Office);
    }

    [Fact]
    public void Escalations_OfACadreWhosePostEnded_AreGapsUntilTheLevelAboveTakesThem()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.Add("shop", "510115001001", Tier.D);
        world.Grade();
        var last = new LocalDate(2025, 9, 9);
        var plan = world.Plan(world.Roster([PlanWorld.NewPost("v", "510115001001", term: new Term(default, last.PlusDays(1)))]));
        var book = new RectificationDesk(register: world.Register);
        book.Ordered(TimeLimit.Days(1), At(2025, 9, 5), row: 0);

        Assert.Equal("v", Assert.Single(book.On(last).Escalations(plan).Escalations).Main.Cadre.Value);
        var after = book.On(last.PlusDays(1)).Escalations(plan);
        Assert.Empty(after.Escalations);
        Assert.Equal((0, EscalationGapReason.CadreLeft), (Assert.Single(after.Gaps).Row, after.Gaps[0].Reason));
        Assert.Equal(AreaCode.Parse("510115001"), Assert.Single(book.On(Holiday).Escalations(plan).Escalations).Office);
    }

    [Fact]
    public void Escalations_WithNobodyToGoTo_AreListedWithTheReason()
    {
        var book = new RectificationDesk(register: Chains.World.Register);
        var at = At(2025, 9, 1);
        foreach (var row in new int?[] { 4, null, 6, 5 })
        {
            book.Ordered(TimeLimit.Days(1), at, row);
        }

        var list = book.On(Holiday).Escalations(Chains.Plan);

        Assert.Empty(list.Escalations);
        Assert.Equal(
            [
                (1, 4, EscalationGapReason.Uncovered), (2, null, EscalationGapReason.NoBusiness),
                (3, 6, EscalationGapReason.NotPlanned), (4, 5, EscalationGapReason.OutsidePlan),
            ],
            list.Gaps.Select(gap => (gap.Id.Number, gap.Row, gap.Reason)));
    }

    [Fact]
    public void Reminders_GoToTheClaimant_ThenTheMainCadre_ThenTheOfficeAbove()
    {
        var book = new RectificationDesk(new RectificationRules { NoticeDays = 1, GraceWorkingDays = 3 }, register: Chains.World.Register);
        var late = book.Ordered(TimeLimit.Days(1), At(2025, 9, 1), row: 0);
        var unheard = book.Ordered(TimeLimit.Days(7), At(2025, 9, 1));
        var overdue = book.Ordered(TimeLimit.Days(7), At(2025, 9, 1), row: 0);
        var soon = book.Ordered(TimeLimit.Days(9), At(2025, 9, 1), row: 0);
        book.Ordered(TimeLimit.Days(10), At(2025, 9, 1), row: 0);
        var day = new LocalDate(2025, 9, 9);

        var reminders = book.On(day).Reminders(Chains.Plan);

        Assert.Equal(
            [
                new Reminder(soon, ReminderKind.DueSoon, day, new LocalDate(2025, 9, 10), Officer, default, default),
                new Reminder(late, ReminderKind.Escalated, day, new LocalDate(2025, 9, 2), null, default, AreaCode.Parse("510115")),
                new Reminder(unheard, ReminderKind.Overdue, day, new LocalDate(2025, 9, 8), Officer, default, default),
                new Reminder(overdue, ReminderKind.Overdue, day, new LocalDate(2025, 9, 8), null, new CadreId("town-1"), default),
            ],
            reminders);
        Assert.Equal("Rectification 4 is due in 1 day (2025-09-10).", reminders[0].Text.English);
        Assert.Equal("整改 1 已逾期 7 天（2025-09-02）。", reminders[1].Text.Chinese);
    }

    [Fact]
    public void Ageing_CountsEachOpenOneOnce_AtTheEdges()
    {
        var book = new RectificationDesk();
        var day = new LocalDate(2025, 9, 30);
        foreach (var age in new[] { 31, 30, 16, 15, 8, 7, 0 })
        {
            book.Report(At(day.PlusDays(-age)));
        }

        book.Dismiss(book.Report(At(day)), "reported twice", Officer, At(day));

        Assert.Equal(["0–7 days 2", "8–15 days 2", "16–30 days 2", "31+ days 1"], book.On(day).Ageing().Select(band => $"{band.Text.English} {band.Count}"));
        Assert.Equal([1, 6], book.On(day).Ageing(0).Select(band => band.Count));
        Assert.Throws<ArgumentException>(() => book.On(day).Ageing(7, 6));
        Assert.Throws<ArgumentException>(() => book.On(day).Ageing(-1));
    }

    [Fact]
    public void CountsByArea_AddUp_AndNameWhatIsInNoArea()
    {
        var book = new RectificationDesk(register: Chains.World.Register);
        var at = At(2025, 9, 1);
        book.Ordered(TimeLimit.Days(1), at, row: 0);
        book.CorrectOnTheSpot(book.Report(at, row: 1), Owner, Finder, at);
        book.Report(at, row: 3);
        book.Report(at);

        var counts = book.On(Holiday).CountsByArea(Chains.World.Register);

        Assert.Equal(new RectificationCounts(1, 0, 1, 1, 0, 0, 0), counts[AreaCode.Parse("510115001001")]);
        Assert.Equal(new RectificationCounts(2, 1, 1, 1, 0, 0, 0), counts[AreaCode.Parse("510115")]);
        Assert.Equal(new RectificationCounts(3, 1, 2, 1, 0, 0, 0), counts[AreaCode.Parse("51")]);
        Assert.Equal(new RectificationCounts(1, 0, 1, 0, 0, 0, 0), counts.Unplaced);
        Assert.Equal(new RectificationCounts(4, 1, 3, 1, 0, 0, 0), book.On(Holiday).Counts);
        Assert.Throws<AreaNotFoundException>(() => counts[AreaCode.Parse("44")]);
    }

    [Fact]
    public void PastDay_ShowsWhatStoodThen()
    {
        var book = new RectificationDesk();
        var id = book.Ordered(TimeLimit.Days(3), At(2025, 9, 1));
        book.Extend(id, TimeLimit.Days(10), Owner, "late", Chief, At(2025, 9, 4));
        book.Submit(id, "r-1", Owner, At(2025, 9, 10));
        book.Report(At(2025, 9, 11));

        Assert.Equal(0, book.On(new LocalDate(2025, 8, 31)).Count);
        Assert.Null(book.On(new LocalDate(2025, 8, 31)).FindState(id));
        // Before the extension the deadline was 4 September.
        Assert.Equal([id], book.On(new LocalDate(2025, 9, 3)).DueSoon(1));
        Assert.Empty(book.On(new LocalDate(2025, 9, 4)).DueSoon(1));
        Assert.Equal(RectificationState.Ordered, book.On(new LocalDate(2025, 9, 9)).FindState(id));
        Assert.Equal(RectificationState.Submitted, book.On(new LocalDate(2025, 9, 10)).FindState(id));
        Assert.Equal((1, 2), (book.On(new LocalDate(2025, 9, 10)).Count, book.On(new LocalDate(2025, 9, 11)).Count));
    }

    [Fact]
    public void View_OfAnyDay_StaysAsItWasWhenTheBookGoesOn()
    {
        var book = new RectificationDesk();
        book.Report(At(2025, 9, 1));
        book.Report(At(2025, 9, 2));
        var (past, today) = (book.On(new LocalDate(2025, 9, 1)), book.On(new LocalDate(2025, 9, 2)));
        book.Dismiss(new(2), "reported twice", Officer, At(2025, 9, 2));
        book.Report(At(2025, 9, 2));

        Assert.Equal((1, 2, 3), (past.Count, today.Count, book.On(new LocalDate(2025, 9, 2)).Count));
        Assert.Equal((2, 0), (today.CountOf(RectificationState.Reported), today.CountOf(RectificationState.Dismissed)));
    }

    [Theory]
    [InlineData(12, "Rectification 1 is due in 2 days (2025-09-12).", "整改 1 还有 2 天到期（2025-09-12）。")]
    [InlineData(10, "Rectification 1 is due today (2025-09-10).", "整改 1 今日到期（2025-09-10）。")]
    [InlineData(9, "Rectification 1 is 1 day overdue (2025-09-09).", "整改 1 已逾期 1 天（2025-09-09）。")]
    public void ReminderText_AroundTheLastDay_ReadsAsPeopleSpeak(int due, string english, string chinese)
    {
        var reminder = new Reminder(
            new RectificationId(1), ReminderKind.DueSoon, new LocalDate(2025, 9, 10), new LocalDate(2025, 9, due), Officer, default, default);

        Assert.Equal((english, chinese), (reminder.Text.English, reminder.Text.Chinese));
    }

    [Fact]
    public void Ageing_InBandsOfADay_ReadsAsPeopleSpeak()
    {
        var view = new RectificationDesk().On(new LocalDate(2025, 9, 3));

        Assert.Equal(["0 days", "1 day", "2–3 days", "4+ days"], view.Ageing(0, 1, 3).Select(band => band.Text.English));
        Assert.Throws<ArgumentException>(() => view.Ageing(7, int.MaxValue));
    }

    [Fact]
    public void FollowUps_OfAnOrderWithAMeasureLinkedLater_StillBeginWithTheOrder()
    {
        var book = new RectificationDesk();
        var id = book.Ordered(TimeLimit.Days(3), At(2025, 9, 1), row: 7);
        book.Link(id, new LinkedMeasure(MeasureKind.FormalTalk, "talk-1"), Officer, At(2025, 9, 8));
        book.Link(id, new LinkedMeasure(MeasureKind.Suspension, "stop-1"), Officer, At(2025, 9, 9));

        var task = Assert.Single(book.On(new LocalDate(2025, 9, 9)).FollowUps(Eight(), InspectionKind.Routine));

        Assert.Equal((new LocalDate(2025, 9, 1), new LocalDate(2025, 9, 4)), (task.From, task.Deadline));
    }

    [Fact]
    public void FollowUps_AreTheOrdersThatRun_FromTheirOrderToTheirLastDay()
    {
        var book = new RectificationDesk();
        var ordered = book.Ordered(TimeLimit.Days(10), At(2025, 9, 1), row: 7);
        book.Ordered(TimeLimit.Days(10), At(2025, 9, 1));
        book.Report(At(2025, 9, 1), row: 3);
        book.Submitted(At(2025, 9, 2));

        var task = Assert.Single(book.On(new LocalDate(2025, 9, 3)).FollowUps(Eight(), InspectionKind.Routine));

        Assert.Equal(1, ordered.Number);
        Assert.Equal(
            new FollowUpTask(new BusinessId("b7"), InspectionKind.Routine, new LocalDate(2025, 9, 1), new LocalDate(2025, 9, 11), ("整改 1 到期复查", "check of rectification 1")), task);
    }

    private static BusinessRegister Eight()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        for (var number = 0; number < 8; number++)
        {
            world.Add($"b{number}", "510115001001", Tier.D);
        }

        return world.Register;
    }
}
