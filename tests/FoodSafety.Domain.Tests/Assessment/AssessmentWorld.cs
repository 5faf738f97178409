using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using FoodSafety.Domain.ValueTypes;
using NodaTime;

namespace FoodSafety.Domain.Tests.Assessment;

/// <summary>A small sheet and the towns of Wenjiang that are assessed by it.</summary>
internal static class AssessmentWorld
{
    public static readonly Citation Basis = Citation.Illustrative(("例", "example"));
    public static readonly Assessee Liucheng = Assessee.Town(AreaCode.Parse("510115001"));
    public static readonly Assessee Gongping = Assessee.Town(AreaCode.Parse("510115002"));
    public static readonly Assessee Yongquan = Assessee.Town(AreaCode.Parse("510115003"));
    public static readonly Assessee Tianfu = Assessee.Town(AreaCode.Parse("510115004"));
    public static readonly LocalDate Day = new(2023, 3, 15);
    public static readonly CadencePeriod March = Cadence.Month.PeriodOf(Day);
    public static readonly Evidence Visit17 = new("visit-17", ("督导记录", "record of a visit"));

    public static readonly ScoreSheet Sheet = NewSheet(
        new IndicatorLine(Indicator.VisitCompletion, 60, new BandScale(new(1, 60), new(0.9m, 40)), Basis),
        new IndicatorLine(Indicator.Rectified, 40, new LinearScale(0.5m, 1), Basis),
        new EventLine("practice", ("经验", "good practice"), PointSide.Positive, 2, 5, Basis),
        new EventLine("empty", ("走过场", "empty visit"), PointSide.Negative, 3, 10, Basis),
        new EventLine("incident", ("事故", "incident"), PointSide.Negative, 10, 20, Basis, isSerious: true));

    public static Recorder<AssessmentBook> Empty()
    {
        var undo = new UndoLog();
        return new(new AssessmentBook(Laid.Rules<ItemList<ScoreSheet>>([Sheet]), undo), undo);
    }

    /// <summary>Gives points on a day, by the next number.</summary>
    public static Done<PointsGiven> Give(
        this Recorder<AssessmentBook> book, string line, decimal? points = null, Assessee? assessee = null, LocalDate? happened = null, LocalDate? on = null)
    {
        var id = new PointsId(book.Kept.Count + 1);
        book.Take(new PointsGiven(id, Sheet.Id, line, assessee ?? Liucheng, Visit17, happened ?? Day, points), At(on ?? Day));
        return book.Book[id];
    }

    public static Instant At(LocalDate day) => ChinaTime.Zone.AtStartOfDay(day).ToInstant() + Duration.FromHours(8);

    public static ScoreSheet NewSheet(params ScoreLine[] lines) => new("towns", "1", ("镇街评分表", "Towns"), AssesseeKind.Town, 100, lines, Basis, floor: 0, cap: 103);

    public static IndicatorValue[] Values(long visits, long due, long rectified, long found) =>
        [new(Indicator.VisitCompletion, visits, due), new(Indicator.Rectified, rectified, found)];

    public static PlateEntry Entry(Assessee assessee, LocalDate day, decimal score, int breaches = 0) =>
        new(assessee, Cadence.Month.PeriodOf(day), score, breaches, PlateRule.Zhangzhou.PlateOf(score, breaches));
}
