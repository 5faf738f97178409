using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Emergencies.IncidentSamples;

namespace FoodSafety.Domain.Tests.Emergencies;

public class ReportingDutyTests
{
    private static readonly Instant Noted = Start + Duration.FromDays(1);

    [Theory]
    [InlineData(IncidentParty.FoodBusiness, IncidentParty.CountyAuthority, 2)]
    [InlineData(IncidentParty.AffectedUnit, IncidentParty.CountyAuthority, 2)]
    [InlineData(IncidentParty.LocalGovernment, IncidentParty.HigherGovernment, 1)]
    public void DutiesAt_OfAClock_TurnsAtTheLastInstant(IncidentParty from, IncidentParty to, int hours)
    {
        var last = Start + Duration.FromHours(hours);
        var book = In(IncidentState.Verified);
        book.Learn(First, from, Start, By, Start);

        var due = Assert.Single(book.Incident(First).DutiesAt(last, WorkingCalendar.China));
        Assert.Equal((Start, last, DutyStanding.Due, false), (due.Since, due.Due?.LastInstant, due.Standing, due.IsLate));
        Assert.Equal(to, due.Rule.To);
        Assert.Equal(DutyStanding.Overdue, Assert.Single(book.Incident(First).DutiesAt(last + Duration.Epsilon, WorkingCalendar.China)).Standing);
        Assert.Equal([(First, from)], book.OverdueAt(last + Duration.Epsilon, WorkingCalendar.China).Select(found => (found.Incident, found.Duty.Rule.From)));
        Assert.Empty(book.OverdueAt(last, WorkingCalendar.China));

        Assert.Equal(DutyStanding.Done, StandingWhenSent(book, new(from, to, ReportStage.First, last)));
        Assert.Equal(DutyStanding.DoneLate, StandingWhenSent(book, new(from, to, ReportStage.First, last + Duration.Epsilon)));
        Assert.Equal(DutyStanding.Overdue, StandingWhenSent(book, new(from, to, ReportStage.Progress, Start)));
        Assert.Equal(DutyStanding.Overdue, StandingWhenSent(book, new(from, IncidentParty.PeerDepartments, ReportStage.First, Start)));
    }

    [Theory]
    [InlineData(IncidentParty.Hospital, IncidentParty.CountyAuthority)]
    [InlineData(IncidentParty.Department, IncidentParty.PeerDepartments)]
    public void DutiesAt_WithoutAClock_IsNeverLate(IncidentParty from, IncidentParty to)
    {
        var book = In(IncidentState.Reported);
        book.Learn(First, from, Start, By, Start);

        var due = Assert.Single(book.Incident(First).DutiesAt(Start + Duration.FromDays(30), WorkingCalendar.China));
        Assert.Equal((null, DutyStanding.Due), (due.Due, due.Standing));
        Assert.Equal(DutyStanding.Done, StandingWhenSent(book, new(from, to, ReportStage.First, Noted)));
    }

    [Fact]
    public void DutiesAt_OfAGovernment_RunFromTheFirstGradeThatAsksForIt()
    {
        var book = In(IncidentState.Verified, Thirty);
        book.Learn(First, IncidentParty.LocalGovernment, Start, By, Start);
        Assert.Empty(book.Incident(First).DutiesAt(Start + (9 * Hour), WorkingCalendar.China));

        book.Regrade(First, Hundred, Grader, By, Start + (3 * Hour));
        book.Regrade(First, Thirty, Grader, By, Start + (3 * Hour) + Duration.FromMinutes(30));
        var duty = Assert.Single(book.Incident(First).DutiesAt(Start + (9 * Hour), WorkingCalendar.China));
        Assert.Equal((Start + (3 * Hour), Start + (4 * Hour), DutyStanding.Overdue), (duty.Since, duty.Due?.LastInstant, duty.Standing));
        Assert.Empty(book.Incident(First).DutiesAt(Start + (3 * Hour) - Duration.Epsilon, WorkingCalendar.China));
    }

    [Fact]
    public void DutiesAt_OfAGovernmentThatLearnsLater_RunFromThen()
    {
        var book = In(IncidentState.Verified);
        book.Learn(First, IncidentParty.LocalGovernment, Start + Hour, By, Start + Hour);
        Assert.Equal(Start + Hour, Assert.Single(book.Incident(First).DutiesAt(Start + Hour, WorkingCalendar.China)).Since);
    }

    [Fact]
    public void DutiesAt_OfSeveralNotes_TakeTheEarliestKnowledgeAndTheEarliestReport()
    {
        var book = In(IncidentState.Reported);
        book.Learn(First, IncidentParty.FoodBusiness, Start + Hour, By, Noted);
        book.Learn(First, IncidentParty.FoodBusiness, Start, By, Noted);
        book.Report(First, BusinessReport with { SentAt = Start + (3 * Hour) }, By, Noted);
        book.Report(First, BusinessReport with { SentAt = Start + (2 * Hour) }, By, Noted);

        var duty = Assert.Single(book.Incident(First).DutiesAt(Noted, WorkingCalendar.China));
        Assert.Equal((Start, Start + (2 * Hour), DutyStanding.Done), (duty.Since, duty.DoneAt, duty.Standing));
        Assert.Empty(book.Incident(First).DutiesAt(Noted - Duration.Epsilon, WorkingCalendar.China));
    }

    [Fact]
    public void DutiesAt_OfAFalseAlarm_AreNone()
    {
        var book = In(IncidentState.Reported);
        book.Learn(First, IncidentParty.FoodBusiness, Start, By, Start);
        book.Dismiss(First, "false alarm", By, Start + Hour);

        Assert.Empty(book.Incident(First).DutiesAt(Noted, WorkingCalendar.China));
        Assert.Single(book.Incident(First).DutiesAt(Start, WorkingCalendar.China));
    }

    [Fact]
    public void DutiesAt_ByOwnRules_AreTheirs()
    {
        var basis = Citation.Illustrative(("自拟", "made up"));
        var rule = new ReportingRule("half-day", IncidentParty.Hospital, IncidentParty.CountyAuthority, TimeLimit.Hours(12, basis), ("十二小时", "12 hours"), basis);
        var book = In(IncidentState.Reported);
        book.Learn(First, IncidentParty.Hospital, Start, By, Start);
        book.Learn(First, IncidentParty.FoodBusiness, Start, By, Start);

        Assert.Equal(Start + (12 * Hour), Assert.Single(book.Incident(First).DutiesAt(Start, WorkingCalendar.China, [rule])).Due?.LastInstant);
        Assert.Equal(["half-day"], book.OverdueAt(Noted, WorkingCalendar.China, [rule]).Select(found => found.Duty.Rule.Id));
    }

    [Fact]
    public void BuiltIn_SayWhereTheyComeFrom()
    {
        Assert.Equal(5, ReportingRules.BuiltIn(new LocalDate(2026, 5, 1)).Select(rule => rule.Id).Distinct().Count());
        Assert.Equal(["business-2-hours", "unit-2-hours", "government-1-hour"], ReportingRules.BuiltIn(new LocalDate(2026, 5, 1)).Where(rule => rule.Limit is not null).Select(rule => rule.Id));
        Assert.All(ReportingRules.BuiltIn(new LocalDate(2026, 5, 1)), rule => Assert.False(rule.Basis.IsIllustrative));
    }

    private static DutyStanding StandingWhenSent(IncidentBook book, IncidentReport report)
    {
        var sent = IncidentBook.Replay(book.Events).Report(First, report, By, Noted);
        return Assert.Single(sent.DutiesAt(Noted, WorkingCalendar.China)).Standing;
    }
}
