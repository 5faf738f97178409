using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Tests.Time;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Coordination.CoordinationWorld;

namespace FoodSafety.Domain.Tests.Coordination;

public class CoordinationBookTests
{
    [Fact]
    public void DueOn_NationalDay_HasNoDailyDispatch()
    {
        var book = Adopted(Complete().Build()).Book;

        // 30 September is worked, 1 to 7 October is the holiday, and Saturday 10 October makes up for it.
        Assert.Contains("bureau-dispatch", Codes(book.DueOn(Day(9, 30))));
        Assert.All(Enumerable.Range(1, 7), day => Assert.DoesNotContain("bureau-dispatch", Codes(book.DueOn(Day(10, day)))));
        Assert.Contains("bureau-dispatch", Codes(book.DueOn(Day(10, 8))));
        Assert.Contains("bureau-dispatch", Codes(book.DueOn(Day(10, 10))));
        Assert.DoesNotContain("bureau-dispatch", Codes(book.DueOn(Day(10, 11))));
        Assert.Contains("bureau-coordination", Codes(book.DueOn(Day(10, 1))));
        Assert.Contains("bureau-summary", Codes(book.DueOn(Day(10, 1))));
    }

    [Fact]
    public void RoutineDone_OnAHoliday_IsRefused()
    {
        var refused = Adopted(Complete().Build()).Refused(Day(10, 1), new RoutineDone("bureau-dispatch", Day(10, 1)));

        Assert.Equal("not-due", refused.Code);
        Assert.Equal("'bureau-dispatch' has no period on 2026-10-01.", refused.Text.English);
        Assert.Equal([new GuardValue("routine", "bureau-dispatch"), new GuardValue("day", "2026-10-01")], refused.Values);
    }

    [Fact]
    public void StatusOn_Week_GoesFromDueToMissedToDoneLate()
    {
        var office = Adopted(Only([Routine("week", Cadence.Week)]));
        office.Done("week", Day(9, 14), "late", Day(9, 23));
        var book = office.Book;

        Assert.Equal(
            [DutyState.Due, DutyState.Missed, DutyState.Missed, DutyState.DoneLate],
            new[] { Day(9, 20), Day(9, 21), Day(9, 22), Day(9, 23) }.Select(on => book.StatusOn(on)[0].State));
        var status = book.StatusOn(Day(9, 23))[0];
        Assert.Equal((Day(9, 14), Day(9, 20), "late", Office), (status.From, status.DueBy, status.Record!.Act.Note, status.Record.By));
        Assert.Null(book.StatusOn(Day(9, 22))[0].Record);
        Assert.Equal(["week"], Codes(book.MissedOn(Day(9, 22))));
        Assert.Empty(book.MissedOn(Day(9, 23)));
        Assert.Equal([Day(9, 21)], book.DueOn(Day(9, 23)).Select(due => due.From));
    }

    [Fact]
    public void StatusOn_LastDayOfThePeriod_IsDoneInTime()
    {
        var office = Adopted(Only([Routine("week", Cadence.Week)]));
        office.Done("week", Day(9, 14), "", Day(9, 20));

        Assert.Equal(DutyState.Due, Assert.Single(office.Book.StatusOn(Day(9, 19))).State);
        Assert.Equal(DutyState.Done, Assert.Single(office.Book.StatusOn(Day(9, 20))).State);
        Assert.Equal([DutyState.Done, DutyState.Due], office.Book.StatusOn(Day(9, 21)).Select(status => status.State));
    }

    [Fact]
    public void StatusOn_IntervalToCome_IsUpcoming()
    {
        var book = Adopted(Only([Routine("month", Cadence.Month)])).Book;

        var statuses = book.StatusOn(Day(9, 30), new DateInterval(Day(9, 1), Day(11, 1)));

        Assert.Equal([DutyState.Due, DutyState.Upcoming, DutyState.Upcoming], statuses.Select(status => status.State));
        Assert.Equal([Day(9, 14), Day(10, 1), Day(11, 1)], statuses.Select(status => status.From));
    }

    [Fact]
    public void Periods_CutByTheTerm_AreDueInTheDaysLeft()
    {
        var office = Adopted(Only([Routine("quarter", Cadence.Quarter, Autumn.EndingBefore(Day(11, 16)))]));

        var statuses = office.Book.StatusOn(Day(11, 16));

        Assert.Equal([(Day(9, 14), Day(9, 30)), (Day(10, 1), Day(11, 15))], statuses.Select(status => (status.From, status.DueBy)));
        Assert.All(statuses, status => Assert.Equal(DutyState.Missed, status.State));
        Assert.Single(office.Book.DueOn(Day(11, 15)));
        Assert.Equal("not-due", office.Refused(Day(11, 16), new RoutineDone("quarter", Day(11, 16))).Code);
        Assert.Equal("not-due", office.Refused(Day(11, 16), new RoutineDone("quarter", Day(9, 13))).Code);
    }

    [Fact]
    public void RoutineDone_AheadOfThePeriod_IsRefused()
    {
        var office = Adopted(Only([Routine("month", Cadence.Month)]));

        var refused = office.Refused(Day(9, 30), new RoutineDone("month", Day(10, 20)));

        Assert.Equal(("not-begun", "The period of 'month' begins on 2026-10-01 only."), (refused.Code, refused.Text.English));
        office.Done("month", Day(10, 20), "", Day(10, 1));
        Assert.Equal(DutyState.Done, office.Book.StatusOn(Day(10, 1))[1].State);
    }

    [Fact]
    public void RoutineDone_TwiceInAPeriod_KeepsBothAndCountsTheFirst()
    {
        var office = Adopted(Only([Routine("quarter", Cadence.Quarter)]));
        var first = office.Done("quarter", Day(10, 12), "first", Day(10, 12));
        var second = office.Done("quarter", Day(11, 2), "second", Day(11, 2));

        Assert.Same(first, office.Book.StatusOn(Day(12, 1))[1].Record!.Act);
        Assert.Equal([first, second], office.Book.DoneWithin(new DateInterval(Day(10, 12), Day(11, 2))).Select(done => done.Act));
        Assert.Equal([second], office.Book.DoneWithin(new DateInterval(Day(10, 13), Day(11, 2))).Select(done => done.Act));
    }

    [Fact]
    public void RoutineDone_ToldAfterALaterOne_CountsByItsDay()
    {
        var office = Adopted(Only([Routine("week", Cadence.Week)]));
        office.Done("week", Day(9, 21), "typed at once", Day(9, 24));
        Assert.Equal(["week"], Codes(office.Book.MissedOn(Day(9, 24))));

        // The minutes of the week before come in on Friday.
        office.Record(Day(9, 25), Day(9, 18), new RoutineDone("week", Day(9, 14), "on paper"));

        Assert.Empty(office.Book.MissedOn(Day(9, 24)));
        Assert.Equal([DutyState.Due, DutyState.Done], new[] { Day(9, 17), Day(9, 18) }.Select(on => office.Book.StatusOn(on)[0].State));
        Assert.Equal(["on paper", "typed at once"], office.Book.DoneWithin(new DateInterval(Day(9, 14), Day(9, 30))).Select(done => done.Act.Note));

        // And of the same week, earlier in it: the first time counts, in whichever order it was told.
        office.Record(Day(9, 26), Day(9, 15), new RoutineDone("week", Day(9, 15), "earlier still"));
        Assert.Equal((Day(9, 15), "earlier still"), (office.Book.StatusOn(Day(9, 30))[0].Record!.On, office.Book.StatusOn(Day(9, 30))[0].Record!.Act.Note));
    }

    [Fact]
    public void RoutineDone_RecordedByMistake_IsVoidedAndTheNextOneCounts()
    {
        var office = Adopted(Only([Routine("week", Cadence.Week)]));
        var mistake = office.Do(Day(9, 15), new RoutineDone("week", Day(9, 15), "another office's"));
        office.Done("week", Day(9, 18), "ours", Day(9, 18));

        office.Do(Day(9, 22), new ActVoided(new Thing("routine", "week"), mistake, "typed at the wrong office"));

        Assert.Equal((DutyState.Done, "ours"), (office.Book.StatusOn(Day(9, 20))[0].State, office.Book.StatusOn(Day(9, 20))[0].Record!.Act.Note));
        Assert.Equal([false, true], office.Book.HistoryOf("week").Select(done => done.Counts));
        Assert.Equal(["ours"], office.Book.DoneWithin(new DateInterval(Day(9, 14), Day(9, 30))).Select(done => done.Act.Note));
        Assert.Equal("voided-already", office.Refused(Day(9, 22), new ActVoided(new Thing("routine", "week"), mistake, "again")).Code);
        Assert.Equal("no-such-act", office.Refused(Day(9, 22), new ActVoided(new Thing("routine", "month"), mistake, "of another")).Code);
        Assert.Equal("not-voidable", office.Refused(Day(9, 22), new ActVoided(new Thing("mechanism", ""), new ActPlace(1, 0), "it is replaced, not voided")).Code);
    }

    [Fact]
    public void MilestoneReached_ByMistake_IsVoidedAndReachedAgainOnAnEarlierDay()
    {
        var office = Adopted(Only([], Line(1)));
        var mistake = office.Do(Day(12, 20), new MilestoneReached("line-1", "end"));
        Assert.Equal("already-reached", office.Refused(Day(12, 20), new MilestoneReached("line-1", "end")).Code);

        office.Do(Day(12, 21), new ActVoided(new Thing("work-line", "line-1"), mistake, "of the 10th"));
        Assert.False(office.Book.ProgressOn(Day(12, 21))[0].IsComplete);
        office.Record(Day(12, 21), Day(12, 10), new MilestoneReached("line-1", "end"));

        Assert.Equal(Day(12, 10), office.Book.ProgressOn(Day(12, 21))[0].Milestones[0].Record!.On);
        Assert.Equal([false, true], office.Book.HistoryOfLine("line-1").Select(done => done.Counts));
    }

    [Fact]
    public void Acts_Impossible_AreRefusedAndLeaveNoTrace()
    {
        var empty = new CoordinationOffice();
        Assert.Equal("No mechanism was adopted yet.", empty.Refused(Day(9, 14), new RoutineDone("week", Day(9, 14))).Text.English);
        Assert.Equal("no-mechanism", empty.Refused(Day(9, 14), new MilestoneReached("line-1", "end")).Code);
        Assert.Null(empty.Book.Mechanism);
        Assert.Empty(empty.Book.StatusOn(Day(9, 14)));
        Assert.Empty(empty.Book.ProgressOn(Day(9, 14)));

        var office = Adopted(Only([Routine("week", Cadence.Week)], Line(1)));
        var version = office.District.Version;
        var refused = office.Refused(Day(9, 14), new RoutineDone("day", Day(9, 14)));
        Assert.Equal(("unknown-routine", "The mechanism has no routine 'day'.", "week"), (refused.Code, refused.Text.English, refused.Allowed.English));
        refused = office.Refused(Day(9, 14), new MilestoneReached("line-1", "start"));
        Assert.Equal(("unknown-milestone", "line-1/start", "line-1/end"), (refused.Code, refused.Values[0].Value, refused.Allowed.English));
        Assert.ThrowsAny<ArgumentException>(() => new RoutineDone(" ", Day(9, 14)));
        Assert.ThrowsAny<ArgumentException>(() => new MilestoneReached("line-1", ""));
        Assert.ThrowsAny<ArgumentException>(() => new MechanismAdopted(Only([]), ""));
        Assert.Equal(version, office.District.Version);
    }

    [Fact]
    public void ProgressOn_TimeLine_TellsInTimeLateAndMissed()
    {
        Milestone[] timeLine =
        [
            new("third", ("三", "three"), Day(11, 30)), new("first", ("一", "one"), Day(9, 30)), new("second", ("二", "two"), Day(10, 31)),
        ];
        var office = Adopted(Only([], Line(1, timeLine)));
        office.Do(Day(9, 30), new MilestoneReached("line-1", "first"));
        office.Do(Day(11, 5), new MilestoneReached("line-1", "second"));
        var book = office.Book;

        var progress = Assert.Single(book.ProgressOn(Day(11, 4)));
        Assert.Equal([DutyState.Done, DutyState.Missed, DutyState.Due], progress.Milestones.Select(milestone => milestone.State));
        Assert.Equal((1, true, "second"), (progress.DoneCount, progress.IsBehind, progress.Next!.Milestone.Code));
        progress = book.ProgressOn(Day(11, 5))[0];
        Assert.Equal([DutyState.Done, DutyState.DoneLate, DutyState.Due], progress.Milestones.Select(milestone => milestone.State));
        Assert.False(progress.IsBehind || progress.IsComplete);
        Assert.Empty(book.ProgressOn(Day(9, 13)));

        office.Do(Day(12, 1), new MilestoneReached("line-1", "third"));
        Assert.True(book.ProgressOn(Day(12, 1))[0].IsComplete);
        Assert.True(book.ProgressOn(Day(12, 1))[0].Next is null);
        Assert.Equal("'line-1/first' was reached on 2026-09-30 already.", office.Refused(Day(12, 1), new MilestoneReached("line-1", "first")).Text.English);
    }

    [Fact]
    public void ProgressOn_LineThatBeginsLater_IsUpcoming()
    {
        var office = new CoordinationOffice();
        office.Do(Day(9, 1), new MechanismAdopted(Only([], Line(1)), "ahead"));

        Assert.Equal(DutyState.Upcoming, office.Book.ProgressOn(Day(9, 13))[0].Milestones[0].State);
        Assert.Equal(DutyState.Due, office.Book.ProgressOn(Day(9, 14))[0].Milestones[0].State);
    }

    [Fact]
    public void MechanismAdopted_WithAnotherCadence_LeavesThePastAlone()
    {
        var office = Adopted(Only([Routine("meeting", Cadence.Month)]));
        office.Done("meeting", Day(9, 20), "", Day(9, 20));
        var book = office.Book;
        var before = book.StatusOn(Day(10, 31));

        office.Do(Day(10, 31), new MechanismAdopted(
            Only([Routine("meeting", Cadence.Month, Autumn.EndingBefore(Day(11, 2))), Routine("meeting", Cadence.Week, new Term(Day(11, 2)))]), "weekly from November"));

        Assert.Equal(before.Select(status => (status.Period, status.State)), book.StatusOn(Day(10, 31)).Select(status => (status.Period, status.State)));
        Assert.Equal([Cadence.Month, Cadence.Month, Cadence.Month, Cadence.Week], book.StatusOn(Day(11, 2)).Select(status => status.Period.Cadence));
        office.Done("meeting", Day(11, 3), "", Day(11, 3));
        Assert.Equal(Day(11, 2), book.StatusOn(Day(11, 3)).Single(status => status.Record?.On == Day(11, 3)).From);
    }

    [Fact]
    public void MechanismAdopted_CountsFromTheDayOfRecord()
    {
        var office = Adopted(Only([Routine("week", Cadence.Week)]));
        var (first, second) = (office.Book.Mechanism!, Only([Routine("week", Cadence.Week), Routine("month", Cadence.Month)]));

        office.Record(Day(9, 21), Day(9, 16), new MechanismAdopted(second, "signed on the 16th, recorded on the 21st"));

        Assert.Equal([null, first, first, second, second], new[] { Day(9, 13), Day(9, 14), Day(9, 20), Day(9, 21), Day(9, 22) }.Select(office.Book.MechanismOn));
        Assert.Equal([first, second], new[] { Day(9, 20), Day(9, 21) }.Select(day => office.District.AsOf(day).Mechanism));
        Assert.Equal(["week"], Codes(office.Book.StatusOn(Day(9, 20))));
        Assert.Equal(["week", "week", "month"], Codes(office.Book.StatusOn(Day(9, 21))));
        Assert.Equal(["start", "signed on the 16th, recorded on the 21st"], office.Book.Mechanisms.Select(adopted => adopted.Act.Reason));
    }

    [Fact]
    public void RoutineDone_UnderTheMechanismOfItsDay_IsTakenThoughAnotherWasAdoptedSince()
    {
        var office = Adopted(Only([Routine("week", Cadence.Week)]));
        office.Do(Day(9, 21), new MechanismAdopted(Only([Routine("month", Cadence.Month)]), "monthly"));
        Assert.Equal("unknown-routine", office.Refused(Day(9, 22), new RoutineDone("week", Day(9, 22))).Code);

        office.Record(Day(9, 22), Day(9, 18), new RoutineDone("week", Day(9, 18), "on paper"));

        Assert.Equal([DutyState.Done], office.Book.StatusOn(Day(9, 20)).Select(status => status.State));
        Assert.Equal(["month"], Codes(office.Book.StatusOn(Day(9, 22))));

        // It has no place in the mechanism of now, and so stands in the way of none after it.
        office.Do(Day(9, 23), new MechanismAdopted(Only([]), "nothing any more"));
    }

    [Fact]
    public void MechanismAdopted_WithoutPlaceForARecord_IsRefused()
    {
        var office = Adopted(Only([Routine("meeting", Cadence.Month)], Line(1)));
        var before = office.Book.Mechanism;
        office.Done("meeting", Day(9, 20), "", Day(9, 20));

        var refused = office.Refused(Day(9, 21), new MechanismAdopted(Only([Routine("meeting", Cadence.Week)], Line(1)), "weekly"));
        Assert.Equal(("record-lost", "The new mechanism has no place for the record of 'meeting' for 2026-09-20."), (refused.Code, refused.Text.English));
        Assert.Same(before, office.Book.Mechanism);

        office.Do(Day(9, 21), new MilestoneReached("line-1", "end"));
        refused = office.Refused(Day(9, 21), new MechanismAdopted(Only([Routine("meeting", Cadence.Month)]), "no lines"));
        Assert.Equal(("record-lost", "line-1/end"), (refused.Code, refused.Values[0].Value));
    }

    [Fact]
    public void RoutineDone_OnADayThatTheNoticeMadeOff_StandsAndOwesNothing()
    {
        var day = new LocalDate(2027, 10, 5); // a Tuesday, off in the made-up notice
        var before = Calendars.AnnouncedTo(2026);
        var office = Adopted(Only([Routine("dispatch", Cadence.WorkingDay)]), before);
        office.Done("dispatch", day, "", day);
        Assert.True(office.Book.StatusOn(day, new DateInterval(day, day)).Single().Period.IsProvisional);

        var opened = District.Open(office.District.Settings with { Calendar = before.With(2027, Calendars.MadeUp(2027)) }, office.District.Pending).Coordination;

        Assert.Empty(opened.StatusOn(day, new DateInterval(day, day)));
        Assert.Single(opened.DoneWithin(new DateInterval(day, day)));
    }

    [Fact]
    public void YearThatTheCalendarDoesNotKnow_IsTold()
    {
        var office = Adopted(Only([Routine("dispatch", Cadence.WorkingDay), Routine("week", Cadence.Week)]));
        var beyond = new LocalDate(WorkingCalendar.China.LastComputableYear + 1, 1, 4);

        Assert.Throws<CalendarYearUnknownException>(() => office.Book.StatusOn(beyond));
        var refused = office.Refused(Day(9, 14), new RoutineDone("dispatch", beyond));
        Assert.Equal("calendar-year-unknown", refused.Code);
        Assert.Contains($"{WorkingCalendar.China.LastComputableYear + 1}", refused.Text.Chinese, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Codes(IEnumerable<RoutineStatus> statuses) => statuses.Select(status => status.Routine.Code);
}
