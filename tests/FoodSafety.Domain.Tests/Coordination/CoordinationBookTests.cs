using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Coordination.CoordinationWorld;

namespace FoodSafety.Domain.Tests.Coordination;

public class CoordinationBookTests
{
    [Fact]
    public void DueOn_NationalDay_HasNoDailyDispatch()
    {
        var book = Adopted(Complete().Build());

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
    public void Done_OnAHoliday_IsRefused()
    {
        var book = Adopted(Complete().Build());

        var refused = Refused(() => book.Done("bureau-dispatch", Day(10, 1), "", Office, Day(10, 1)));

        Assert.Equal("'bureau-dispatch' has no period on 2026-10-01.", refused.Message);
        Assert.Equal((CoordinationRefusal.NotDue, "bureau-dispatch", Day(10, 1)), (refused.Refusal, refused.Subject, refused.Day));
        Assert.Single(book.Events);
    }

    [Fact]
    public void StatusOn_Week_GoesFromDueToMissedToDoneLate()
    {
        var book = Adopted(Only([Routine("week", Cadence.Week)]));
        book.Done("week", Day(9, 14), "late", Office, Day(9, 23));

        Assert.Equal(
            [DutyState.Due, DutyState.Missed, DutyState.Missed, DutyState.DoneLate],
            new[] { Day(9, 20), Day(9, 21), Day(9, 22), Day(9, 23) }.Select(on => book.StatusOn(on)[0].State));
        var status = book.StatusOn(Day(9, 23))[0];
        Assert.Equal((Day(9, 14), Day(9, 20), "late"), (status.From, status.DueBy, status.Record!.Note));
        Assert.Null(book.StatusOn(Day(9, 22))[0].Record);
        Assert.Equal(["week"], Codes(book.MissedOn(Day(9, 22))));
        Assert.Empty(book.MissedOn(Day(9, 23)));
        Assert.Equal([Day(9, 21)], book.DueOn(Day(9, 23)).Select(due => due.From));
    }

    [Fact]
    public void StatusOn_LastDayOfThePeriod_IsDoneInTime()
    {
        var book = Adopted(Only([Routine("week", Cadence.Week)]));
        book.Done("week", Day(9, 14), "", Office, Day(9, 20));

        Assert.Equal(DutyState.Due, Assert.Single(book.StatusOn(Day(9, 19))).State);
        Assert.Equal(DutyState.Done, Assert.Single(book.StatusOn(Day(9, 20))).State);
        Assert.Equal([DutyState.Done, DutyState.Due], book.StatusOn(Day(9, 21)).Select(status => status.State));
    }

    [Fact]
    public void StatusOn_IntervalToCome_IsUpcoming()
    {
        var book = Adopted(Only([Routine("month", Cadence.Month)]));

        var statuses = book.StatusOn(Day(9, 30), new DateInterval(Day(9, 1), Day(11, 1)));

        Assert.Equal([DutyState.Due, DutyState.Upcoming, DutyState.Upcoming], statuses.Select(status => status.State));
        Assert.Equal([Day(9, 14), Day(10, 1), Day(11, 1)], statuses.Select(status => status.From));
    }

    [Fact]
    public void Periods_CutByTheTerm_AreDueInTheDaysLeft()
    {
        var book = Adopted(Only([Routine("quarter", Cadence.Quarter, Autumn.EndingBefore(Day(11, 16)))]));

        var statuses = book.StatusOn(Day(11, 16));

        Assert.Equal([(Day(9, 14), Day(9, 30)), (Day(10, 1), Day(11, 15))], statuses.Select(status => (status.From, status.DueBy)));
        Assert.All(statuses, status => Assert.Equal(DutyState.Missed, status.State));
        Assert.Single(book.DueOn(Day(11, 15)));
        Assert.Equal(CoordinationRefusal.NotDue, Refused(() => book.Done("quarter", Day(11, 16), "", Office, Day(11, 16))).Refusal);
        Assert.Equal(CoordinationRefusal.NotDue, Refused(() => book.Done("quarter", Day(9, 13), "", Office, Day(11, 16))).Refusal);
    }

    [Fact]
    public void Done_AheadOfThePeriod_IsRefused()
    {
        var book = Adopted(Only([Routine("month", Cadence.Month)]));

        var refused = Refused(() => book.Done("month", Day(10, 20), "", Office, Day(9, 30)));

        Assert.Equal("The period of 'month' begins on 2026-10-01 only.", refused.Message);
        book.Done("month", Day(10, 20), "", Office, Day(10, 1));
        Assert.Equal(DutyState.Done, book.StatusOn(Day(10, 1))[1].State);
    }

    [Fact]
    public void Done_TwiceInAPeriod_KeepsBothAndCountsTheFirst()
    {
        var book = Adopted(Only([Routine("quarter", Cadence.Quarter)]));
        var first = book.Done("quarter", Day(10, 12), "first", Office, Day(10, 12));
        var second = book.Done("quarter", Day(11, 2), "second", Office, Day(11, 2));

        Assert.Same(first, book.StatusOn(Day(12, 1))[1].Record);
        Assert.Equal([first, second], book.DoneWithin(new DateInterval(Day(10, 12), Day(11, 2))));
        Assert.Equal([second], book.DoneWithin(new DateInterval(Day(10, 13), Day(11, 2))));
    }

    [Fact]
    public void Acts_Impossible_AreRefusedAndLeaveNoTrace()
    {
        var empty = new CoordinationBook(WorkingCalendar.China);
        Assert.Equal("No mechanism was adopted yet.", Refused(() => empty.Done("week", Day(9, 14), "", Office, Day(9, 14))).Message);
        Assert.Empty(empty.Events);
        Assert.Null(empty.LastDay);

        var book = Adopted(Only([Routine("week", Cadence.Week)], Line(1)));
        Assert.Equal("The mechanism has no 'day'.", Refused(() => book.Done("day", Day(9, 14), "", Office, Day(9, 14))).Message);
        Assert.Equal("line-1/start", Refused(() => book.Reach("line-1", "start", "", Office, Day(9, 14))).Subject);
        Assert.Throws<LedgerDayException>(() => book.Done("week", Day(9, 14), "", Office, Day(9, 13)));
        Assert.ThrowsAny<ArgumentException>(() => book.Done("week", Day(9, 14), "", " ", Day(9, 14)));
        Assert.Single(book.Events);
    }

    [Fact]
    public void ProgressOn_TimeLine_TellsInTimeLateAndMissed()
    {
        Milestone[] timeLine =
        [
            new("third", ("三", "three"), Day(11, 30)), new("first", ("一", "one"), Day(9, 30)), new("second", ("二", "two"), Day(10, 31)),
        ];
        var book = Adopted(Only([], Line(1, timeLine)));
        book.Reach("line-1", "first", "", Office, Day(9, 30));
        book.Reach("line-1", "second", "", Office, Day(11, 5));

        var progress = Assert.Single(book.ProgressOn(Day(11, 4)));
        Assert.Equal([DutyState.Done, DutyState.Missed, DutyState.Due], progress.Milestones.Select(milestone => milestone.State));
        Assert.Equal((1, true, "second"), (progress.DoneCount, progress.IsBehind, progress.Next!.Milestone.Code));
        progress = book.ProgressOn(Day(11, 5))[0];
        Assert.Equal([DutyState.Done, DutyState.DoneLate, DutyState.Due], progress.Milestones.Select(milestone => milestone.State));
        Assert.False(progress.IsBehind || progress.IsComplete);
        Assert.All(book.ProgressOn(Day(9, 13))[0].Milestones, milestone => Assert.Equal(DutyState.Upcoming, milestone.State));

        book.Reach("line-1", "third", "", Office, Day(12, 1));
        Assert.True(book.ProgressOn(Day(12, 1))[0].IsComplete);
        Assert.True(book.ProgressOn(Day(12, 1))[0].Next is null);
        Assert.Equal("'line-1/first' was reached on 2026-09-30 already.", Refused(() => book.Reach("line-1", "first", "", Office, Day(12, 1))).Message);
    }

    [Fact]
    public void Adopt_ChangedCadence_LeavesThePastAlone()
    {
        var book = Adopted(Only([Routine("meeting", Cadence.Month)]));
        book.Done("meeting", Day(9, 20), "", Office, Day(9, 20));
        var before = book.StatusOn(Day(10, 31));

        book.Adopt(
            Only([Routine("meeting", Cadence.Month, Autumn.EndingBefore(Day(11, 2))), Routine("meeting", Cadence.Week, new Term(Day(11, 2)))]),
            "weekly from November", Office, Day(10, 31));

        Assert.Equal(before.Select(status => (status.Period, status.State)), book.StatusOn(Day(10, 31)).Select(status => (status.Period, status.State)));
        Assert.Equal([Cadence.Month, Cadence.Month, Cadence.Month, Cadence.Week], book.StatusOn(Day(11, 2)).Select(status => status.Period.Cadence));
        book.Done("meeting", Day(11, 3), "", Office, Day(11, 3));
        Assert.Equal(Day(11, 2), book.StatusOn(Day(11, 3)).Single(status => status.Record?.On == Day(11, 3)).From);
    }

    [Fact]
    public void Adopt_WithoutPlaceForARecord_IsRefused()
    {
        var book = Adopted(Only([Routine("meeting", Cadence.Month)], Line(1)));
        var before = book.Mechanism;
        book.Done("meeting", Day(9, 20), "", Office, Day(9, 20));

        var refused = Refused(() => book.Adopt(Only([Routine("meeting", Cadence.Week)], Line(1)), "weekly", Office, Day(9, 21)));
        Assert.Equal("The new mechanism has no place for the record of 'meeting' for 2026-09-20.", refused.Message);
        Assert.Same(before, book.Mechanism);

        book.Reach("line-1", "end", "", Office, Day(9, 21));
        refused = Refused(() => book.Adopt(Only([Routine("meeting", Cadence.Month)]), "no lines", Office, Day(9, 21)));
        Assert.Equal((CoordinationRefusal.RecordLost, "line-1/end"), (refused.Refusal, refused.Subject));
    }

    [Fact]
    public void StatusOn_YearThatTheCalendarDoesNotKnow_IsTold()
    {
        var book = Adopted(Only([Routine("dispatch", Cadence.WorkingDay), Routine("week", Cadence.Week)]));

        Assert.Throws<CalendarYearUnknownException>(() => book.StatusOn(new LocalDate(WorkingCalendar.China.LastComputableYear + 1, 1, 4)));
    }

    private static CoordinationRefusedException Refused(Action act) => Assert.Throws<CoordinationRefusedException>(act);

    private static IEnumerable<string> Codes(IEnumerable<RoutineStatus> statuses) => statuses.Select(status => status.Routine.Code);
}
