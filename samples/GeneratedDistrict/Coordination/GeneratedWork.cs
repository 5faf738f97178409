using FoodSafety.Domain;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Time;
using GeneratedDistrict.Responsibility;
using GeneratedDistrict.Visits;
using NodaTime;

namespace GeneratedDistrict.Coordination;

/// <summary>What was done under the mechanism up to a day: nearly every routine in its period, and milestones when the state of the district reached them.</summary>
public static class GeneratedWork
{
    private const int Seed = 158;
    private const double Kept = 0.985;

    public static void Play(ActDesk desk, LocalDate until)
    {
        var mechanism = desk.District.Coordination.Mechanism!;
        var random = new Random(Seed);
        var acts = mechanism.Routines
            .SelectMany(routine => routine.PeriodsIn(new DateInterval(SampleDays.Planned, until), SampleDays.Calendar).Select(period => (
                On: LocalDate.Max(period.First, period.Last.PlusDays(-random.Next(3))), By: routine.Responsible,
                Act: (Act)new RoutineDone(routine.Code, LocalDate.Max(period.First, routine.Term.From)))))
            .Where(_ => random.NextDouble() < Kept)
            .Concat(Reached(desk.District).Select(reached => (reached.On, By: Offices.FoodSafety, Act: (Act)new MilestoneReached(reached.Line, reached.Milestone))))
            .Where(done => done.On <= until && done.On >= SampleDays.Planned)
            .GroupBy(done => (done.On, done.By), done => done.Act)
            .OrderBy(done => done.Key.On);
        foreach (var done in acts)
        {
            desk.Do(done.Key.On, done.Key.By, done);
        }
    }

    /// <summary>The milestones that the books of the district show to be reached, each with its day.</summary>
    private static IEnumerable<(string Line, string Milestone, LocalDate On)> Reached(District district)
    {
        if (district.Commitments.Commitments.Select(commitment => (LocalDate?)commitment.SignedOn).Min() is { } signed)
        {
            yield return ("grading", "signed", signed);
        }

        if (district.Staff.All.Select(appointment => (LocalDate?)appointment.Term.From).Min() is { } appointed)
        {
            yield return ("enterprises", "posts-filled", appointed);
        }

        var progress = district.Rounds[FirstRound.Id];
        if (progress.Businesses.Length > 0 && progress.RemainingOn(SampleDays.RoundEnds).IsEmpty)
        {
            yield return ("visits", "all-visited", LastDay(RoundTask.Visit));
            yield return ("publicity", "all-trained", LastDay(RoundTask.Training));
        }

        if (district.Rectifications.All.Select(problem => (Instant?)problem.LastAt).Max() is { } at && ChinaTime.DateOf(at) is var last && district.Rectifications.On(last).Counts.Open == 0)
        {
            yield return ("problems", "all-closed", last);
        }

        LocalDate LastDay(RoundTask task) => progress.Businesses.Max(business => progress.FindDay(business.Business, task)!.Value);
    }
}
