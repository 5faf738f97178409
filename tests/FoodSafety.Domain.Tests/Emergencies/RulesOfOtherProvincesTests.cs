using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Emergencies.IncidentFacts;
using static FoodSafety.Domain.Tests.Emergencies.IncidentSamples;

namespace FoodSafety.Domain.Tests.Emergencies;

/// <summary>Grades and clocks of other places beside Jiangsu's table and the built-in list: each at its edge and one before.</summary>
public class RulesOfOtherProvincesTests
{
    private static readonly Grader<IncidentGrade> Sichuan = new(IncidentPolicies.Sichuan2017);
    private static readonly FactRecord TwoOfHundred = new(Harmed.Of(100), Deaths.Of(2));

    public static TheoryData<int, int, int, bool, IncidentGrade?> Edges => new()
    {
        // harmed, deaths, provinces, especially grave harm
        { 0, 30, 0, false, IncidentGrade.EspeciallyMajor },
        { 0, 29, 0, false, IncidentGrade.Major },
        { 0, 10, 0, false, IncidentGrade.Major },
        { 0, 9, 0, false, IncidentGrade.Larger },
        { 100, 1, 0, false, IncidentGrade.Major },
        { 99, 1, 0, false, IncidentGrade.Larger },
        { 100, 0, 0, false, IncidentGrade.Larger },
        { 5, 0, 2, true, IncidentGrade.EspeciallyMajor },
        { 5, 0, 1, true, null },
        { 5, 0, 2, false, null },
        { 30, 0, 0, false, IncidentGrade.General },
        { 29, 0, 0, false, null },
    };

    [Theory]
    [MemberData(nameof(Edges))]
    public void SichuanGrade_AtEveryEdgeAndOneBefore(int harmed, int deaths, int provinces, bool grave, IncidentGrade? expected) => Assert.Equal(
        expected,
        IncidentGrading.Of(Sichuan, new FactRecord(Harmed.Of(harmed), Deaths.Of(deaths), Provinces.Of(provinces), EspeciallyGraveHarm.Of(grave))).Grade);

    [Fact]
    public void SichuanGrade_IsNotJiangsus()
    {
        var thirty = new FactRecord(Deaths.Of(30));
        Assert.Equal(IncidentGrade.Major, IncidentGrading.Of(new(IncidentPolicies.Jiangsu2022), thirty).Grade);
        Assert.Equal(IncidentGrade.EspeciallyMajor, IncidentGrading.Of(Sichuan, thirty).Grade);
        Assert.Equal(SourceStanding.PressReport, IncidentGrading.Of(Sichuan, thirty).Basis.Standing);
        Assert.Equal(SourceStanding.Unconfirmed, IncidentGrading.Of(Sichuan, new FactRecord(Harmed.Of(30))).Basis.Standing);
    }

    [Fact]
    public void SichuanPolicy_AnalysedWhole_HasNoFault_AndIsWrittenAsItStands()
    {
        var analysis = PolicyAnalysis.Of(IncidentPolicies.Sichuan2017);
        Assert.True(analysis.IsComplete);
        Assert.Empty(analysis.Faults);
        Assert.True(IncidentPolicies.Sichuan2017.IsIllustrative);
        Assert.Equal(EmbeddedText.Read("Emergencies.Policies.incident-grade-sichuan.2017.1.json"), IncidentPolicies.File.Write(IncidentPolicies.Sichuan2017));
    }

    [Theory]
    [InlineData("sichuan-30-minutes", 30)]
    [InlineData("sichuan-1-hour-in-writing", 60)]
    [InlineData("hainan-30-minutes", 30)]
    [InlineData("hainan-1-hour-in-writing", 60)]
    [InlineData("xian-1-hour", 60)]
    [InlineData("xian-2-hours", 120)]
    [InlineData("xian-3-hours-to-province", 180)]
    [InlineData("xian-4-hours-government", 240)]
    [InlineData("sichuan-1-hour-a-level", 60)]
    public void DutiesAt_OfAnotherPlace_TurnAtTheLastInstant(string id, int minutes)
    {
        var rule = ReportingRules.Sichuan2017.Concat(ReportingRules.Hainan2017).Concat(ReportingRules.Xian2018).Single(rule => rule.Id == id);
        var book = In(IncidentState.Reported);
        book.Take(IncidentAct.Learn(First, rule.From, Start), Start);
        book.Take(IncidentAct.Verify(First, TwoOfHundred), Start);

        var last = Start + Duration.FromMinutes(minutes);
        Assert.Equal(DutyStanding.Due, Assert.Single(book.Book[First].DutiesAt(last, WorkingCalendar.China, [rule])).Standing);
        Assert.Equal(DutyStanding.Overdue, Assert.Single(book.Book[First].DutiesAt(last + Duration.Epsilon, WorkingCalendar.China, [rule])).Standing);
        Assert.True(rule.Basis.IsIllustrative);
    }

    [Fact]
    public void DutiesAt_OfMajorGrades_AreNoneForALargerOne()
    {
        var book = In(IncidentState.Reported);
        book.Take(IncidentAct.Learn(First, IncidentParty.CountyAuthority, Start), Start);
        book.Take(IncidentAct.Verify(First, new FactRecord(Harmed.Of(99), Deaths.Of(1))), Start);

        Assert.Empty(book.Book[First].DutiesAt(Start, WorkingCalendar.China, ReportingRules.Sichuan2017));
        Assert.Empty(book.Book[First].DutiesAt(Start, WorkingCalendar.China, ReportingRules.Hainan2017));
        Assert.Equal(["xian-2-hours"], book.Book[First].DutiesAt(Start, WorkingCalendar.China, ReportingRules.Xian2018).Select(duty => duty.Rule.Id));
    }

    [Fact]
    public void DutiesAt_ThatAskForWriting_AreNotKeptByTelephone()
    {
        var book = In(IncidentState.Reported);
        book.Take(IncidentAct.Learn(First, IncidentParty.CountyAuthority, Start), Start);
        book.Take(IncidentAct.Verify(First, TwoOfHundred), Start);
        var call = new IncidentReport(IncidentParty.CountyAuthority, IncidentParty.LocalGovernment, ReportStage.First, Start + Duration.FromMinutes(20));
        book.Take(IncidentAct.Report(First, call), Start + Duration.FromMinutes(20));

        DutyStanding[] Standings(Instant at) => [.. book.Book[First].DutiesAt(at, WorkingCalendar.China, ReportingRules.Sichuan2017).Select(duty => duty.Standing)];
        Assert.Equal([DutyStanding.Done, DutyStanding.Due], Standings(Start + Duration.FromMinutes(60)));
        Assert.Equal([DutyStanding.Done, DutyStanding.Overdue], Standings(Start + Duration.FromMinutes(61)));

        book.Take(IncidentAct.Report(First, call with { SentAt = Start + Duration.FromMinutes(59), InWriting = true }), Start + Duration.FromMinutes(70));
        Assert.Equal([DutyStanding.Done, DutyStanding.Done], Standings(Start + Duration.FromMinutes(70)));
    }

    [Theory]
    [InlineData("2025-11-30", "Food Safety Law (as amended in 2021), Art. 103")]
    [InlineData("2025-12-01", "Food Safety Law (as amended in 2025), Art. 103")]
    public void BuiltIn_CitesTheLawOfTheDay(string on, string text) => Assert.Equal(
        text, ReportingRules.BuiltIn(NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value).Single(rule => rule.Id == "department-at-once").Basis.Text.English);
}
