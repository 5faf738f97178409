using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Tests.Inspections;
using FoodSafety.Domain.Tests.Reporting;
using FoodSafety.Domain.Tests.Responsibility;
using NodaTime;
using static FoodSafety.Domain.Tests.Reporting.SmallDistrict;

namespace FoodSafety.Domain.Tests.Publications;

/// <summary>What was told to the public stands as it was told; what became known since is told as a difference, and as a correction.</summary>
public class PublicationTests
{
    private static readonly PublicationId First = new(1), Second = new(2), Third = new(3);

    [Fact]
    public void Report_OfADay_IsMadeAgainFromItsVersion_AndWhatCameLateIsListedMeasureByMeasure()
    {
        var district = Build();
        var told = Now(district).Publish(First);
        district.Take(told, Day);

        // A visit of the 8th, typed on the 20th.
        PlanWorld.Do(district, Day.PlusDays(10));
        district.Apply(
            new Stamp("v", new LocalDate(2024, 3, 8), district.RecordedUpTo),
            new InspectionPlanned(new(4), InspectionWorld.Task(InspectionKind.CadreVisit, InspectionSubject.OfBusiness(new("three")))),
            new InspectionBegun(new(4), new InspectionTeam(InspectionForm.OnSite, new Inspector("v", cadre: new CadreId("v")))),
            new InspectionFinished(new(4), InspectionWorld.AllMet()));

        Assert.Equal(told, district.Publications[First].Report);
        using var journal = Kept(district);
        Assert.Empty(Scorecard.Of(journal.AsOf(Day, told.Version))[SmallDistrict.Area].DifferencesFrom(told));
        var late = Now(district).DifferencesFrom(told);
        Assert.Equal(
            [("visited", 2L, 3L), ("visits", 2L, 3L), ("indicator-visit-completion", 2L, 3L), ("indicator-finding-rate", 1L, 1L)],
            late.Select(difference => (difference.Measure, difference.Was!.Count!.Value, difference.Is!.Count!.Value)));
        Assert.Equal(("已督导主体：公布 2，现为 3。", "visited: published 2, now 3."), late[0].Text);
        Assert.Equal(("督导完成率：公布 2/3，现为 3/3。", "visits completed: published 2/3, now 3/3."), late[2].Text);
        // Whoever prints the day again tells it below.
        var page = (ScorecardReport.Of(district.AsOf(Day), SmallDistrict.Area) with { Notes = [.. late.Select(difference => difference.Text)] }).ToMarkdown(Language.English);
        Assert.Contains("visited: published 2, now 3.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_TellsWhatIsNotKnownAndWhatIsIncomplete_AsSuch()
    {
        var told = Now(Build()).Publish(First);

        Assert.Equal((null, null), (Figure("publicised").Count, Figure("trained").Count));
        Assert.Equal((3L, true, false), (Figure("daily-kept").Of ?? Figure("indicator-daily-control").Of, Figure("daily-kept").IsIncomplete, Figure("daily-kept").IsProvisional));
        Assert.Equal(("未填报", "not stated"), Figure("publicised").Value);
        Assert.Equal(("4（不完整）", "4 (incomplete)"), Figure("daily-records-made").Value);
        var unkept = Now(Build(withRecords: false)).Publish(First).Figures;
        Assert.Null(unkept.Single(figure => figure.Measure == "daily-records-due").Count);
        Assert.Equal((null, null), (unkept.Single(figure => figure.Measure == "indicator-daily-control").Count, unkept.Single(figure => figure.Measure == "indicator-daily-control").Of));
        Assert.Equal(told.Figures.Length, told.Figures.Select(figure => figure.Measure).Distinct().Count());

        ReportFigure Figure(string measure) => told.Figures.Single(figure => figure.Measure == measure);
    }

    [Fact]
    public void Report_ThatWasWrong_IsReplacedByACorrection_AndTheHistoryKeepsBoth()
    {
        var district = Build();
        var told = Now(district).Publish(First);
        district.Take(told, Day);

        Assert.Equal("already-published", district.Refused(told with { Id = Second }, Day).Code);
        var correction = told with { Id = Second, Corrects = new(First, "a village was left out") };
        district.Take(correction, Day.PlusDays(1));

        Assert.Equal([(First, false), (Second, true)], district.Publications.About(SmallDistrict.Area, Day).Select(report => (report.Id, district.Publications.Stands(report))));
        Assert.Equal(Second, district.Publications.FindCorrectionOf(First)!.Id);
        Assert.Equal([First], district.AsOf(Day).Publications.Select(report => report.Id));
        Assert.Equal("is-over", district.Refused(correction with { Id = Third }, Day.PlusDays(1)).Code);
        // The first cannot be said never to have been published while another stands in its place.
        Assert.Equal("others-rest-on-it", district.Refused(Void(district, First), Day.PlusDays(1)).Code);
        district.Take(Void(district, Second), Day.PlusDays(2));
        Assert.True(district.Publications.Stands(district.Publications[First]));
        Assert.Null(district.Publications.FindCorrectionOf(First));
    }

    [Fact]
    public void Report_ThatIsWithdrawn_StandsNoLonger_AndAnotherMayBePublished()
    {
        var district = Build();
        var told = Now(district).Publish(First);
        district.Take(told, Day);
        district.Take(new ReportWithdrawn(First, "figures of another district"), Day.PlusDays(1));

        Assert.Equal("figures of another district", district.Publications[First].Withdrawn!.Act.Reason);
        Assert.Equal("is-over", district.Refused(new ReportWithdrawn(First, "again"), Day.PlusDays(1)).Code);
        district.Take(told with { Id = Second }, Day.PlusDays(1));
        // What was published because it was withdrawn rests on that.
        Assert.Equal("others-rest-on-it", district.Refused(Void(district, First, act: 1), Day.PlusDays(1)).Code);
        Assert.Equal([false, true], district.Publications.All.Select(district.Publications.Stands));
    }

    [Fact]
    public void Report_OfWhatNobodyCouldKnow_IsRefused()
    {
        var district = Build();
        var told = Now(district).Publish(First);

        Assert.Equal("no-id", district.Refused(told with { Id = default }, Day).Code);
        Assert.Equal("unknown-area", district.Refused(told with { Area = AreaCode.Parse("110101") }, Day).Code);
        Assert.Equal("day-out-of-range", district.Refused(told with { Day = Day.PlusDays(1) }, Day).Code);
        Assert.Equal("unknown-version", district.Refused(told with { Version = district.Version + 1 }, Day).Code);
        Assert.Equal("unknown-id", district.Refused(told with { Corrects = new(Third, "wrong") }, Day).Code);
        Assert.Equal("unknown-id", district.Refused(new ReportWithdrawn(Third, "wrong"), Day).Code);
        district.Take(told, Day);
        Assert.Equal("id-taken", district.Refused(told, Day).Code);
        Assert.Equal("other-report", district.Refused(told with { Id = Second, Area = AreaCode.Parse("510115001"), Corrects = new(First, "wrong") }, Day).Code);
        Assert.Throws<ArgumentException>(() => told with { Figures = [] });
        Assert.Throws<ArgumentException>(() => told with { Figures = [told.Figures[0], told.Figures[0]] });
        Assert.Throws<ArgumentException>(() => told.DifferencesFrom(told with { From = told.From.PlusDays(1) }));
    }

    [Fact]
    public void Measure_ThatNobodyCountsAnyMore_OrThatIsNew_IsADifference()
    {
        var told = Now(Build()).Publish(First);
        var gone = new ReportFigure("spoons", ("勺子", "spoons"), 7);
        var earlier = told with { Figures = [.. told.Figures.Skip(1), gone], Library = "0.0.9" };

        Assert.Equal(
            [("businesses", null, told.Figures[0]), ("spoons", gone, null)],
            told.DifferencesFrom(earlier).Select(difference => (difference.Measure, difference.Was, difference.Is)));
        Assert.Equal(("勺子：公布 7，现为 不再统计。", "spoons: published 7, now no longer measured."), told.DifferencesFrom(earlier)[1].Text);
        Assert.Empty(told.DifferencesFrom(told with { Figures = [.. told.Figures.Select(figure => figure with { Name = ("别名", "another name") })] }));
    }

    private static ScorecardEntry Now(District district) => Scorecard.Of(district.AsOf(Day))[SmallDistrict.Area];

    private static ActVoided Void(District district, PublicationId id, int act = 0)
    {
        var done = district.Publications.HistoryOf(id)[act];
        return new(done.Act.Thing!.Value, done.Moment.Place, "never published");
    }

    private static Journal Kept(District district)
    {
        var journal = Journal.Open(new MemoryStream(), new EntryFormat(district.Settings));
        journal.Append(district.Pending);
        return journal;
    }
}
