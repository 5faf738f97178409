using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Coordination;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Standing;
using FoodSafety.Domain.Tests.Inspections;
using FoodSafety.Domain.Tests.Rectifications;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Tests.Time;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.Problems;

namespace FoodSafety.Domain.Tests.Reporting;

/// <summary>Every room on days whose year is not announced: it works, says that it is provisional, and is settled by one call.</summary>
public class ProvisionalDistrictTests
{
    private static readonly WorkingCalendar Before = Calendars.AnnouncedTo(2026);
    private static readonly WorkingCalendar After = Before.With(2027, Calendars.MadeUp(2027)).With(2028, Calendars.MadeUp(2028));

    public static TheoryData<LocalDate> Days => [new LocalDate(2026, 12, 11), new LocalDate(2027, 1, 5), new LocalDate(2028, 2, 29)];

    [Theory]
    [MemberData(nameof(Days))]
    public void Apply_OnADayWhoseClocksAreProvisional_WorksAndSaysSo(LocalDate day)
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.Add("canteen", "510115001001", Tier.C);
        var district = world.Found([PlanWorld.NewPost("district", "510115"), PlanWorld.NewPost("town", "510115001"), PlanWorld.NewPost("village", "510115001001")], day.PlusDays(-1), Before);

        var result = PlanWorld.Do(district, day, new FactsStated(new("canteen"), new FactRecord(PlanWorld.StatedTier.Of(Tier.B))));

        var report = result.FollowUps.Single(task => task.Kind == FollowUpKind.ReportState);
        Assert.True(report.Due!.Value.IsProvisional);
        Assert.Contains("暂定", report.Text.Chinese, StringComparison.Ordinal);
        Assert.Contains("provisional", report.Text.English, StringComparison.Ordinal);
        Assert.False(report.Due.Value.Settle(After).IsProvisional);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Order_IsProvisional_InRemindersAndEscalations_UntilActsSettleIt(LocalDate day)
    {
        var district = Build(day, out var problems, out var id);
        var told = problems[id].Deadline!.Value;
        Assert.True(told.IsProvisional);

        var view = district.AsOf(told.LastDay.PlusDays(20));
        Assert.Equal([id], view.Rectifications.Provisional());
        Assert.Equal([told.Provisional!.By], view.Rectifications.Escalations(view.Plan!).Escalations.Select(one => one.ProvisionalBy));
        var reminder = Assert.Single(view.Rectifications.Reminders(view.Plan!));
        Assert.True(reminder.IsProvisional);
        Assert.Contains("暂定", reminder.Text.Chinese, StringComparison.Ordinal);
        Assert.Equal(told.Provisional.By, Assert.Single(view.Rectifications.FollowUps(view.Register, InspectionKind.Routine)).ProvisionalBy);

        var settled = Assert.IsType<RectificationAct>(Assert.Single(problems.Settle(After, "office", At(day, 10))));

        Assert.Equal((id, told.Settle(After)), (settled.Id, settled.Deadline));
        Assert.Equal(settled.Deadline, problems[id].Deadline);
        Assert.Equal(RectificationStep.SettleDeadline, problems.Book.HistoryOf(id)[^1].Act.Step);
        Assert.Equal(told, problems.Book.HistoryOf(id).Single(step => step.Act.Step == RectificationStep.Order).Act.Deadline);
        Assert.Empty(district.AsOf(told.LastDay.PlusDays(20)).Rectifications.Provisional());
        Assert.Empty(district.Rectifications.ToSettle(After));
        Assert.Equal((2026, 2028), (view.Calendar.LastYear, district.AsOf(day).Calendar.LastYear));

        // What was asked before still says what was known then.
        Assert.Equal([id], view.Rectifications.Provisional());
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Extension_OfAProvisionalDeadline_IsCountedOnFromTheSettledOne(LocalDate day)
    {
        Build(day, out var problems, out var id);
        problems.Extend(id, TimeLimit.Days(6), Owner, "parts are late", Chief, At(day, 10));
        var told = problems[id].Deadline!.Value;
        Assert.True(told.IsProvisional); // calendar days, but from an end that is provisional
        Assert.Equal(2, told.Provisional!.Limits.Length);

        problems.Settle(After, "office", At(day, 11));

        var first = problems.Book.HistoryOf(id).Single(step => step.Act.Step == RectificationStep.Order).Act.Deadline!.Value.Settle(After);
        Assert.Equal(first.LastDay.PlusDays(6), problems[id].Deadline!.Value.LastDay);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Scorecard_WhatIsOverdueByAProvisionalDeadline_SaysSoInEveryFormat(LocalDate day)
    {
        var district = Build(day, out var problems, out var id);
        var on = problems[id].Deadline!.Value.LastDay.PlusDays(20);

        var report = ScorecardReport.Of(district.AsOf(on), SmallDistrict.Area);

        Assert.Equal([ScorecardMeasure.Overdue], report.Entry.Provisional);
        Assert.Equal("510115002000", report.Parts[1].Area.Code.ToString());
        Assert.Empty(report.Parts[1].Provisional); // nothing is overdue there
        Assert.Contains("\"provisional\": {", report.ToJson(), StringComparison.Ordinal);
        Assert.Equal(3, report.ToCsv().Split("\r\n").Count(line => line.Contains("provisional", StringComparison.Ordinal))); // header, town, district
        Assert.Contains("暂定", report.ToMarkdown(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("provisional", report.ToMarkdown(Language.English), StringComparison.Ordinal);
        Assert.Contains("暂定", report.ToHtml(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("provisional", report.ToHtml(Language.English), StringComparison.Ordinal);

        problems.Settle(After, "office", At(day, 10));
        var sure = ScorecardReport.Of(district.AsOf(on), SmallDistrict.Area);
        Assert.Empty(sure.Entry.Provisional);
        Assert.DoesNotContain("provisional", sure.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("暂定", sure.ToHtml(Language.Chinese), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Scorecard_RecordsDueOnProvisionalWorkingDays_SaySo(LocalDate day)
    {
        var district = Build(day, out _, out _, withRecords: true);
        PlanWorld.Do(district, day, new ScorecardTermsLaidDown(new ScorecardTerms { Period = Cadence.Month }));
        Assert.DoesNotContain(ScorecardMeasure.DailyRecordsDue, ScorecardReport.Of(district.AsOf(day.PlusDays(30)), SmallDistrict.Area).Entry.Provisional);

        PlanWorld.Do(
            district, day.PlusDays(1),
            new RecordDutiesLaidDown([SelfControlDuties.Daily with { Cadence = Cadence.WorkingDay }, SelfControlDuties.Weekly, SelfControlDuties.Monthly]));
        var report = ScorecardReport.Of(district.AsOf(day.PlusDays(30)), SmallDistrict.Area);

        Assert.Contains(ScorecardMeasure.DailyRecordsDue, report.Entry.Provisional);
        Assert.Contains(report.MissedDays, missed => missed.ProvisionalBy is not null);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Publications_Appeals_Plans_RoutinesAndDuties_AreProvisional(LocalDate day)
    {
        var inspections = new InspectionDesk();
        inspections.Finished(InspectionWorld.AllMet(), day);
        var due = Assert.Single(inspections.Book.FindUnpublished(Before));
        Assert.True(due.Deadline!.Value.IsProvisional);
        Assert.False(Assert.Single(inspections.Book.FindUnpublished(After)).Deadline!.Value.IsProvisional);

        var shops = new Shops(Shops.Settings with { Calendar = Before }, 0, 15).District;
        PlanWorld.Do(shops, day, new AppealFiled<Tier>(new(1), Shops.Shop(0), "too strict"));
        Assert.True(shops.Tiers.FindAppeal(new(1))!.Due.IsProvisional);
        Assert.True(Assert.Single(shops.FollowUps.Open.Where(open => open.Kind == FollowUps.FollowUpKind.AnswerAppeal)).Due!.Value.IsProvisional);

        var window = new DateInterval(day, day.PlusDays(1));
        var plan = new InspectionPlanner(Before).Plan(new PlanInput(SmallDistrict.OnItsDay().Plan!), window, day);
        Assert.NotEmpty(plan.Tasks());
        Assert.All(plan.Tasks(), task => Assert.True(task.IsProvisional));
        Assert.All(new InspectionPlanner(Calendars.AnnouncedProvisionally(2032)).Plan(new PlanInput(SmallDistrict.OnItsDay().Plan!), window, day).Tasks(), task => Assert.False(task.IsProvisional));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Appeal_IsSettledWithItsFollowUp_WhenTheYearIsAnnounced(LocalDate day)
    {
        var district = new Shops(Shops.Settings with { Calendar = Before }, 0, 15, 25, 35).District;
        var filed = PlanWorld.Do(
            district, day, new AppealFiled<Tier>(new(1), Shops.Shop(0), "too strict"), new AppealFiled<RiskGrade>(new(1), Shops.Shop(0), "too risky"),
            new AppealFiled<Tier>(new(2), Shops.Shop(1), "closed since May"), new AppealFiled<Tier>(new(3), Shops.Shop(2), "too small"));
        var told = district.Tiers.FindAppeal(new(1))!.Due;
        district.Apply(new Stamp("reviewer", day, district.RecordedUpTo), new AppealDecided<Tier>(new(2), new GradeUpheld<Tier>(), "as computed"));
        var report = district.AsOf(day);

        Act[] settled = [.. Enumerable.Range(2027, 2).SelectMany(year => PlanWorld.Do(district, day.PlusDays(1), new CalendarYearLaidDown(year, [.. Calendars.MadeUp(year)], Before.Basis!)).Entry!.Acts)
            .Where(act => act is not (DayBegan or CalendarYearLaidDown))];

        // What is open is settled in the room that told it, and so is what somebody has to do until then; what was decided before keeps the time that it was given.
        var due = told.Settle(After);
        Assert.Equal(
            [new AppealDeadlineSettled<Tier>(new(1), due), new AppealDeadlineSettled<Tier>(new(3), due), new AppealDeadlineSettled<RiskGrade>(new(1), due)],
            settled.Where(act => act is not FollowUpDeadlineSettled));
        Assert.Equal(
            filed.FollowUps.Where(task => task.Kind == FollowUpKind.AnswerAppeal && task.About != new Thing("tier-appeal", "2")).Select(task => new FollowUpDeadlineSettled(task.Id, due)),
            settled.OfType<FollowUpDeadlineSettled>());
        Assert.True(due.LastInstant >= told.LastInstant && told.IsProvisional && !due.IsProvisional);
        foreach (var seen in new[] { district, District.Open(district.Settings, district.Pending) })
        {
            Assert.Equal([due, told, due], seen.Tiers.Appeals.Select(appeal => appeal.Due));
            Assert.Equal(told, seen.Tiers.FindAppeal(new(1))!.Filed.Due);
            Assert.All(seen.FollowUps.Open.Where(open => open.Kind == FollowUpKind.AnswerAppeal), open => Assert.Equal(due, open.Due));

            // The day before says what it said.
            Assert.Equal(report.GradingOf<Tier>().Appeals, seen.AsOf(day).GradingOf<Tier>().Appeals);
            Assert.Equal(report.FollowUps, seen.AsOf(day).FollowUps);
            Assert.All(seen.AsOf(day).GradingOf<Tier>().Appeals, appeal => Assert.Equal(told, appeal.Due));
            Assert.Equal(Acts.DistrictShown.Show(district), Acts.DistrictShown.Show(seen));
        }
    }

    [Fact]
    public void FindUnpublished_WithOneOfAYearThatNothingIsKnownOf_StillListsTheOthers()
    {
        var inspections = new InspectionDesk();
        inspections.Finished(InspectionWorld.AllMet(), new LocalDate(2003, 5, 6));
        inspections.Finished(InspectionWorld.AllMet(), new LocalDate(2026, 12, 20));
        inspections.Finished(InspectionWorld.AllMet(), new LocalDate(2100, 12, 20));

        var due = inspections.Book.FindUnpublished(Before);

        Assert.Equal([false, true, false], due.Select(one => one.Deadline is not null));
        Assert.Contains("2003", due[0].Unknown!.Value.English, StringComparison.Ordinal);
        Assert.Null(due[1].Unknown);
        Assert.Contains("2101", due[2].Unknown!.Value.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Reminders_OfAnEmptyBook_OnAnyDayThatCanBeComputed_AreNone()
    {
        var district = SmallDistrict.OnItsDay();
        foreach (var day in (LocalDate[])[new(2026, 12, 31), new(2027, 1, 1), new(2028, 2, 29), new(2100, 12, 31)])
        {
            Assert.Empty(new RectificationDesk(calendar: Before).On(day).Reminders(district.Plan!));
        }
    }

    [Fact]
    public void Escalation_WhoseGraceAloneIsProvisional_SaysSo_AndALongOverdueOneDoesNot()
    {
        var district = SmallDistrict.OnItsDay();
        var book = new RectificationDesk(calendar: Before, register: district.Register);
        var old = book.Ordered(TimeLimit.Days(3), At(2026, 12, 1), row: 0);
        var recent = book.Ordered(TimeLimit.Days(3), At(2026, 12, 27), row: 1);
        Assert.False(book[recent].Deadline!.Value.IsProvisional);

        var list = book.On(new LocalDate(2027, 1, 5)).Escalations(district.Plan!).Escalations;

        Assert.Equal([(old, false), (recent, true)], list.Select(one => (one.Id, one.IsProvisional)));
    }

    [Fact]
    public void CalendarYear_OfAnotherDayThanThatOfRecord_IsRefused_AndChangesNothing()
    {
        var day = new LocalDate(2026, 12, 11);
        var district = Build(day, out var problems, out var id);
        var (before, version) = (problems[id], district.Version);

        Assert.Equal(
            "counts-when-recorded", Assert.Single(Assert.Throws<ActsRefusedException>(() => problems.Settle(After, "office", At(day.PlusDays(-1)))).Refusals).Code);

        Assert.Equal((before, version), (problems[id], district.Version));
    }

    [Fact]
    public void Coordination_WhatWasDoneOnADayThatTheNoticeMadeOff_StandsAndOwesNothing()
    {
        var day = new LocalDate(2027, 10, 5); // a Tuesday, off in the made-up notice
        var district = new PlanWorld(PlanWorld.SmallTree).Found([], new LocalDate(2026, 9, 14), Before);
        PlanWorld.Do(district, new LocalDate(2026, 9, 14), new MechanismAdopted(CoordinationWorld.Only([CoordinationWorld.Routine("dispatch", Cadence.WorkingDay)]), "start"));
        PlanWorld.Do(district, day, new RoutineDone("dispatch", day, ""));
        Assert.True(district.Coordination.StatusOn(day, new DateInterval(day, day)).Single().Period.IsProvisional);

        PlanWorld.Do(district, day.PlusDays(1), new CalendarYearLaidDown(2027, [.. Calendars.MadeUp(2027)], Before.Basis!));

        Assert.Single(district.Coordination.StatusOn(day, new DateInterval(day, day)));
        Assert.Empty(district.Coordination.StatusOn(day.PlusDays(1), new DateInterval(day, day)));
        Assert.Single(district.Coordination.DoneWithin(new DateInterval(day, day)));
    }

    private static District Build(LocalDate day, out RectificationDesk problems, out RectificationId id, bool withRecords = false)
    {
        var district = SmallDistrict.Build(Before, withRecords: false, withProblems: false);
        problems = new RectificationDesk(district);
        id = problems.Ordered(TimeLimit.WorkingDays(24), At(day), row: 0);
        if (withRecords)
        {
            PlanWorld.Do(district, day, new RecordsBegun(day));
        }

        return district;
    }
}
