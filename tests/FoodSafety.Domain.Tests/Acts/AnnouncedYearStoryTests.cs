using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Processes;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Coordination;
using FoodSafety.Domain.Tests.Processes;
using FoodSafety.Domain.Tests.Rectifications;
using FoodSafety.Domain.Tests.Reporting;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Tests.Time;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Rectifications.Problems;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>A year that is announced late: it moves deadlines that were told provisionally, one of which had been judged overdue.</summary>
public class AnnouncedYearStoryTests
{
    private static readonly LocalDate Eve = new(2027, 1, 6);
    private static readonly LocalDate Announced = new(2027, 1, 7);
    private static readonly Citation Notice = Citation.Illustrative(("2027年放假安排（虚构）", "A notice of 2027 that nobody issued"));

    // Monday and Tuesday, 4 and 5 January, are off, and the weekend after them is worked.
    private static readonly CalendarDay[] Days2027 =
    [
        .. Calendars.MadeUp(2027),
        .. new[] { 4, 5 }.Select(day => new CalendarDay(new(2027, 1, day), ("元旦", "New Year's Day"), CalendarDayKind.Holiday)),
        .. new[] { 9, 10 }.Select(day => new CalendarDay(new(2027, 1, day), ("元旦", "New Year's Day"), CalendarDayKind.MakeUpWorkday)),
    ];

    private readonly District _district = SmallDistrict.Build(Calendars.AnnouncedTo(2026), withRecords: false, withProblems: false);
    private readonly RectificationDesk _problems;
    private readonly RectificationId _overdue;
    private readonly RectificationId _brief;
    private readonly CaseId _complaint = new(1);

    public AnnouncedYearStoryTests()
    {
        // Before the year is announced: an order, a complaint, a changed state that is to be reported, a routine of every working day, an order of three days.
        _problems = new(_district);
        _overdue = _problems.Ordered(TimeLimit.WorkingDays(15), At(2026, 12, 14), row: 0);
        PlanWorld.Do(
            _district, new LocalDate(2026, 12, 28), new ProcessLaidDown(Complaints.Version("1")), StepTaken.Begin(_complaint, Complaints.Code, "register", null, [new("channel", "12315")]),
            new FactsStated(new("one"), new FactRecord(PlanWorld.StatedTier.Of(Tier.A))),
            new MechanismAdopted(CoordinationWorld.Only([CoordinationWorld.Routine("dispatch", Cadence.WorkingDay)]), "start"));
        _brief = _problems.Ordered(TimeLimit.WorkingDays(3), At(Eve), row: 1);
    }

    [Fact]
    public void YearAnnounced_MovesWhatWasProvisional_AndLeavesWhatWasJudged()
    {
        var (told, briefly) = (_problems[_overdue].Deadline!.Value, _problems[_brief].Deadline!.Value);
        Assert.Equal((new LocalDate(2027, 1, 5), new LocalDate(2027, 1, 11)), (told.LastDay, briefly.LastDay));

        // On the eve the first order is overdue, by a deadline that says that it is provisional.
        var eve = _district.AsOf(Eve);
        Assert.Equal([_overdue], eve.Rectifications.Overdue());
        var card = Scorecard.Of(eve)[SmallDistrict.Area];
        Assert.Equal((1, [ScorecardMeasure.Overdue]), (card[ScorecardMeasure.Overdue], card.Provisional), (one, other) => one.Item1 == other.Item1 && one.Item2.SequenceEqual(other.Item2));
        Assert.Equal([4, 5, 6], DispatchesOwed(Eve));
        var report = eve.FollowUps.Single(open => open.Kind == FollowUpKind.ReportState && open.Since.Year == 2026);
        Assert.Equal((new LocalDate(2027, 1, 19), true), (report.Due!.Value.LastDay, report.Due.Value.IsProvisional));
        Assert.Equal((new LocalDate(2027, 1, 7), true), (eve.Cases.Single().Due!.Value.LastDay, eve.Cases.Single().Due!.Value.IsProvisional));

        var consequences = PlanWorld.Do(_district, Announced, new CalendarYearLaidDown(2027, [.. Days2027], Notice));

        // In the same unit every room says what became of what it had told, and that is in the journal.
        Assert.Equal(
            ["day-began", "calendar-year-laid-down", "follow-up-deadline-settled", "follow-up-deadline-settled", "rectification", "rectification", "case-deadline-settled"],
            consequences.Entry!.Acts.Select(act => act.Kind));

        // Off on the 4th and the 5th, the first order ends on the 7th. The make-up days would end the other one on the 9th: it was told the 11th, and keeps it.
        var today = _district.AsOf(Announced);
        Assert.Equal((new LocalDate(2027, 1, 7), false), (_problems[_overdue].Deadline!.Value.LastDay, _problems[_overdue].Deadline!.Value.IsProvisional));
        Assert.Equal((briefly.LastDay, false), (_problems[_brief].Deadline!.Value.LastDay, _problems[_brief].Deadline!.Value.IsProvisional));
        Assert.Empty(today.Rectifications.Overdue());
        Assert.Equal(0, Scorecard.Of(today)[SmallDistrict.Area][ScorecardMeasure.Overdue]);
        Assert.Equal([6, 7], DispatchesOwed(Announced));
        Assert.Equal((new LocalDate(2027, 1, 19), false), (today.FollowUps.Single(open => open.Id == report.Id).Due!.Value.LastDay, today.FollowUps.Single(open => open.Id == report.Id).Due!.Value.IsProvisional));
        Assert.Equal((new LocalDate(2027, 1, 9), false), (today.Cases.Single().Due!.Value.LastDay, today.Cases.Single().Due!.Value.IsProvisional));

        // The day after its new end it is overdue, for sure.
        var next = _district.AsOf(Announced.PlusDays(1));
        Assert.Equal([_overdue], next.Rectifications.Overdue());
        Assert.Empty(Scorecard.Of(next)[SmallDistrict.Area].Provisional);

        // The eve says what it said, asked again in this process or another, and so does the history.
        foreach (var district in new[] { _district, District.Open(_district.Settings, _district.Pending) })
        {
            var again = district.AsOf(Eve);
            Assert.Equal((2026, 2027), (again.Calendar.LastYear, district.AsOf(Announced).Calendar.LastYear));
            Assert.Equal([_overdue], again.Rectifications.Overdue());
            Assert.Equal(card[ScorecardMeasure.Overdue], Scorecard.Of(again)[SmallDistrict.Area][ScorecardMeasure.Overdue]);
            Assert.Equal(card.Provisional, Scorecard.Of(again)[SmallDistrict.Area].Provisional);
            Assert.Equal(eve.FollowUps, again.FollowUps);
            Assert.Equal(eve.Cases, again.Cases);
            Assert.Equal(
                [(RectificationStep.Order, told), (RectificationStep.SettleDeadline, _problems[_overdue].Deadline)],
                district.Rectifications.HistoryOf(_overdue).Where(step => step.Act.Deadline is not null).Select(step => (step.Act.Step, step.Act.Deadline)));
        }
    }

    [Fact]
    public void NoticeCorrected_TakesThePlaceOfTheFirst_AndMovesNothingThatWasSettled()
    {
        PlanWorld.Do(_district, Announced, new CalendarYearLaidDown(2027, [.. Days2027], Notice));
        var settled = (_problems[_overdue].Deadline, _problems[_brief].Deadline);

        Assert.Equal("announced-already", Refused(new CalendarYearLaidDown(2027, [.. Days2027.Reverse()], Notice)));
        Assert.Equal("not-a-day-of-the-notice", Refused(new CalendarYearLaidDown(2027, [.. Days2027, new(new(2028, 1, 3), ("元旦", "New Year's Day"), CalendarDayKind.Holiday)], Notice)));
        Assert.Equal("not-a-day-of-the-notice", Refused(new CalendarYearLaidDown(2027, [], Notice)));
        Assert.Equal("leaves-a-gap", Refused(new CalendarYearLaidDown(2029, [.. Calendars.MadeUp(2029)], Notice)));

        var corrected = PlanWorld.Do(_district, Announced.PlusDays(1), new CalendarYearLaidDown(2027, [.. Calendars.MadeUp(2027)], Notice));

        Assert.Equal(2, corrected.Entry!.Acts.Length);
        Assert.Equal(settled, (_problems[_overdue].Deadline, _problems[_brief].Deadline));
        Assert.Equal((false, true), (_district.AsOf(Announced).Calendar.IsWorkingDay(new(2027, 1, 5)), _district.AsOf(Announced.PlusDays(1)).Calendar.IsWorkingDay(new(2027, 1, 5))));
        Assert.Equal(2, _district.Calendar.History.Length);
    }

    [Fact]
    public void SettingsThatKnowTheYear_SettleNothing_UntilItIsLaidDown()
    {
        // Another library knows the notice already: what was told provisionally in the journal is settled when the office lays the year down, and not before.
        var other = District.Open(_district.Settings with { Calendar = Calendars.AnnouncedTo(2026).With(2027, Days2027, Notice) }, _district.Pending);
        other.Kept(other.Version);
        Assert.True(other.Rectifications[_overdue].Deadline!.Value.IsProvisional);

        PlanWorld.Do(other, Announced, new CalendarYearLaidDown(2027, [.. Days2027], Notice));

        Assert.Equal(new LocalDate(2027, 1, 7), other.Rectifications[_overdue].Deadline!.Value.LastDay);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ActVoidedAfterTheYear_LeavesNoDeadlineProvisional(bool isStep)
    {
        var place = new ActPlace(_district.Version + 1, 1);
        if (isStep)
        {
            // Accepted on the eve, the complaint had a sure deadline when the year was announced, and nothing was settled.
            PlanWorld.Do(_district, Eve, StepTaken.Take(_complaint, "accept", new FieldValue("officer", "o-1")));
        }

        var told = PlanWorld.Do(_district, Announced, new CalendarYearLaidDown(2027, [.. Days2027], Notice)).Entry!;
        place = isStep ? place : new ActPlace(told.Number, told.Acts.ToList().FindIndex(act => act is CaseDeadlineSettled));
        var mistaken = new ActVoided(new Thing("case", "1"), place, "another complaint was meant");

        // What was told before it stands again, and its year is known by now.
        var voided = PlanWorld.Do(_district, Announced.PlusDays(1), mistaken);
        Assert.Equal(["day-began", "act-voided", "case-deadline-settled"], voided.Entry!.Acts.Select(act => act.Kind));
        Assert.Equal((new LocalDate(2027, 1, 9), false), (_district.Cases[_complaint].Due!.Value.LastDay, _district.Cases[_complaint].Due!.Value.IsProvisional));
    }

    [Fact]
    public void ActVoidedAfterTheYear_OfADayBefore_IsRefusedWhereADeadlineIsSettled()
    {
        var told = PlanWorld.Do(_district, Announced, new CalendarYearLaidDown(2027, [.. Days2027], Notice)).Entry!;
        var place = new ActPlace(told.Number, told.Acts.ToList().FindIndex(act => act is CaseDeadlineSettled));
        var stamp = new Stamp("office", Announced, told.Stamp.RecordedAt + Duration.FromDays(1));

        var refused = Assert.Throws<ActsRefusedException>(() => _district.Apply(stamp, new ActVoided(new Thing("case", "1"), place, "another complaint was meant")));

        Assert.Equal(("counts-when-recorded", 0, "2027-01-08, without a time of day."), (refused.Refusals.Single().Code, refused.Refusals.Single().Place, refused.Refusals.Single().Allowed.English));
        Assert.False(_district.Cases[_complaint].Due!.Value.IsProvisional);
    }

    [Fact]
    public void YearAnnouncedBehindAnAppeal_SettlesWhatFollowsFromIt_InTheSameUnit()
    {
        var shop = _district.Businesses.Register.IdAt(0);

        var given = PlanWorld.Do(_district, Announced, new AppealFiled<Tier>(new(1), shop, "too strict"), new CalendarYearLaidDown(2027, [.. Days2027], Notice));

        // 15 working days would end on the 26th, for the 9th and the 10th are worked; the 28th was told, and stays.
        Assert.Equal((new LocalDate(2027, 1, 28), false), given.FollowUps.Where(task => task.Kind == FollowUpKind.AnswerAppeal).Select(task => (task.Due!.Value.LastDay, task.Due.Value.IsProvisional)).Single());
    }

    private string Refused(Act act) => Assert.Throws<ActsRefusedException>(() => PlanWorld.Do(_district, Announced, act)).Refusals[0].Code;

    /// <summary>On which days of January a dispatch was owed, as it was known on a day.</summary>
    private IEnumerable<int> DispatchesOwed(LocalDate on) =>
        _district.Coordination.StatusOn(on).Where(status => status.Period.First.Year == 2027).Select(status => status.Period.First.Day);
}
