using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Tests.Acts;
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
        book.Take(IncidentAct.Learn(First, from, Start), Start);

        var due = Assert.Single(book.Book[First].DutiesAt(last, WorkingCalendar.China));
        Assert.Equal((Start, last, DutyStanding.Due, false), (due.Since, due.Due?.LastInstant, due.Standing, due.IsLate));
        Assert.Equal(to, due.Rule.To);
        Assert.Equal(DutyStanding.Overdue, Assert.Single(book.Book[First].DutiesAt(last + Duration.Epsilon, WorkingCalendar.China)).Standing);
        Assert.Equal([(First, from)], book.Book.OverdueAt(last + Duration.Epsilon).Select(found => (found.Incident, found.Duty.Rule.From)));
        Assert.Empty(book.Book.OverdueAt(last));

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
        book.Take(IncidentAct.Learn(First, from, Start), Start);

        var due = Assert.Single(book.Book[First].DutiesAt(Start + Duration.FromDays(30), WorkingCalendar.China));
        Assert.Equal((null, DutyStanding.Due), (due.Due, due.Standing));
        Assert.Equal(DutyStanding.Done, StandingWhenSent(book, new(from, to, ReportStage.First, Noted)));
    }

    [Fact]
    public void DutiesAt_OfAGovernment_RunFromTheFirstGradeThatAsksForIt()
    {
        var book = In(IncidentState.Verified, Thirty);
        book.Take(IncidentAct.Learn(First, IncidentParty.LocalGovernment, Start), Start);
        Assert.Empty(book.Book[First].DutiesAt(Start + (9 * Hour), WorkingCalendar.China));

        book.Take(IncidentAct.Regrade(First, Hundred), Start + (3 * Hour));
        book.Take(IncidentAct.Regrade(First, Thirty), Start + (3 * Hour) + Duration.FromMinutes(30));
        var duty = Assert.Single(book.Book[First].DutiesAt(Start + (9 * Hour), WorkingCalendar.China));
        Assert.Equal((Start + (3 * Hour), Start + (4 * Hour), DutyStanding.Overdue), (duty.Since, duty.Due?.LastInstant, duty.Standing));
        Assert.Empty(book.Book[First].DutiesAt(Start + (3 * Hour) - Duration.Epsilon, WorkingCalendar.China));
    }

    [Fact]
    public void DutiesAt_OfAGovernmentThatLearnsLater_RunFromThen()
    {
        var book = In(IncidentState.Verified);
        book.Take(IncidentAct.Learn(First, IncidentParty.LocalGovernment, Start + Hour), Start + Hour);
        Assert.Equal(Start + Hour, Assert.Single(book.Book[First].DutiesAt(Start + Hour, WorkingCalendar.China)).Since);
    }

    [Fact]
    public void DutiesAt_OfSeveralNotes_TakeTheEarliestKnowledgeAndTheEarliestReport()
    {
        var book = In(IncidentState.Reported);
        book.Take(IncidentAct.Learn(First, IncidentParty.FoodBusiness, Start + Hour), Noted);
        book.Take(IncidentAct.Learn(First, IncidentParty.FoodBusiness, Start), Noted);
        book.Take(IncidentAct.Report(First, BusinessReport with { SentAt = Start + (3 * Hour) }), Noted);
        book.Take(IncidentAct.Report(First, BusinessReport with { SentAt = Start + (2 * Hour) }), Noted);

        var duty = Assert.Single(book.Book[First].DutiesAt(Noted, WorkingCalendar.China));
        Assert.Equal((Start, Start + (2 * Hour), DutyStanding.Done), (duty.Since, duty.DoneAt, duty.Standing));
        Assert.Empty(book.Book[First].DutiesAt(Noted - Duration.Epsilon, WorkingCalendar.China));
    }

    [Fact]
    public void DutiesAt_OfAFalseAlarm_AreNone()
    {
        var book = In(IncidentState.Reported);
        book.Take(IncidentAct.Learn(First, IncidentParty.FoodBusiness, Start), Start);
        book.Take(IncidentAct.Dismiss(First, "false alarm"), Start + Hour);

        Assert.Empty(book.Book[First].DutiesAt(Noted, WorkingCalendar.China));
        Assert.Single(book.Book[First].DutiesAt(Start, WorkingCalendar.China));
    }

    [Fact]
    public void DutiesAt_ByOwnRules_AreTheirs()
    {
        var basis = Citation.Illustrative(("自拟", "made up"));
        var rule = new ReportingRule("half-day", IncidentParty.Hospital, IncidentParty.CountyAuthority, TimeLimit.Hours(12, basis), ("十二小时", "12 hours"), basis);
        var book = In(IncidentState.Reported, rules: rule);
        book.Take(IncidentAct.Learn(First, IncidentParty.Hospital, Start), Start);
        book.Take(IncidentAct.Learn(First, IncidentParty.FoodBusiness, Start), Start);

        Assert.Equal(Start + (12 * Hour), Assert.Single(book.Book.DutiesAt(First, Start)).Due?.LastInstant);
        Assert.Equal(book.Book.DutiesAt(First, Start), book.Book[First].DutiesAt(Start, WorkingCalendar.China, [rule]));
        Assert.Equal(["half-day"], book.Book.OverdueAt(Noted).Select(found => found.Duty.Rule.Id));
        Assert.Throws<ArgumentOutOfRangeException>(() => book.Book.DutiesAt(new(2), Start));
    }

    [Fact]
    public void BuiltIn_SayWhereTheyComeFrom()
    {
        Assert.Equal(5, ReportingRules.BuiltIn(new LocalDate(2026, 5, 1)).Select(rule => rule.Id).Distinct().Count());
        Assert.Equal(["business-2-hours", "unit-2-hours", "government-1-hour"], ReportingRules.BuiltIn(new LocalDate(2026, 5, 1)).Where(rule => rule.Limit is not null).Select(rule => rule.Id));
        Assert.All(ReportingRules.BuiltIn(new LocalDate(2026, 5, 1)), rule => Assert.False(rule.Basis.IsIllustrative));
    }

    private static DutyStanding StandingWhenSent(Recorder<IncidentBook> book, IncidentReport report) => book.If(
        IncidentAct.Report(First, report), Noted, after => Assert.Single(after[First].DutiesAt(Noted, WorkingCalendar.China)).Standing);
}
