using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Time;
using GeneratedDistrict.Responsibility;
using GeneratedDistrict.Sources;
using Wenjiang.Coordination;
using Wenjiang.Storage;

namespace Wenjiang.Towns;

/// <summary>The towns by points: their indicators out of the scorecard, positive and negative points out of a book, plates and ranks.</summary>
/// <param name="Town">The town.</param>
/// <param name="Result">Its points, line by line.</param>
/// <param name="Plate">Its plate.</param>
/// <param name="Rank">Its rank; equal totals share one.</param>
internal sealed record AssessedTown(Area Town, Assessed Result, Plate Plate, int Rank)
{
    /// <summary>Assesses all towns, the best first.</summary>
    /// <param name="areas">The towns.</param>
    /// <param name="desk">Where positive and negative points are entered.</param>
    /// <param name="card">Gives the indicators.</param>
    /// <param name="alarm">The incident; null where there was none.</param>
    public static ImmutableArray<AssessedTown> AssessAll(DistrictAreas areas, Desk desk, Scorecard card, CanteenAlarm? alarm)
    {
        var sheet = IllustrativeAssessment.TownSheet;
        GivePoints(areas, desk, sheet, alarm);
        var book = desk.District.Assessments;
        var period = Cadence.Quarter.FindPeriod(card.On, SampleDays.Calendar)!.Value;
        var results = areas.Towns.ToDictionary(
            town => Assessee.Town(town.Code), town => (Town: town, Result: book.Score(sheet, Assessee.Town(town.Code), period, card[town.Code].Indicators)));
        return [.. Ranking.Of(results.Values.Select(one => one.Result)).Places.Select(place =>
        {
            var (town, result) = results[place.Assessee];
            return new AssessedTown(town, result, PlateRule.Zhangzhou.PlateOf(result.Total, result.SeriousBreaches), place.Rank);
        })];
    }

    /// <summary>The incident costs its town points; a town whose practice was taken up elsewhere gets some.</summary>
    private static void GivePoints(DistrictAreas areas, Desk desk, ScoreSheet sheet, CanteenAlarm? alarm)
    {
        List<Act> points =
        [
            new PointsGiven(
                new(20260000001), sheet.Id, "experience", Assessee.Town(areas.Towns.Last().Code), new Evidence("jy-2026-07", ("网格督导做法获市级推广", "the city took up its practice of visits")),
                SampleDays.RoundBegins),
        ];
        if (alarm?.Business.Area.Ancestor(AreaLevel.Town) is { IsNone: false } town)
        {
            points.Add(new PointsGiven(
                new(20260000002), sheet.Id, "incident", Assessee.Town(town), new Evidence($"incident-{alarm.Incident.Id}", (alarm.Incident.Subject.Title, alarm.Incident.Subject.Title)),
                ChinaTime.DateOf(CanteenAlarm.Evening)));
        }

        desk.Do(SampleDays.Midway, Offices.FoodSafety, points);
    }
}
