using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Time;
using NodaTime;
using Wenjiang.Responsibility;

namespace Wenjiang.Coordination;

/// <summary>What was done under the mechanism up to a day: nearly every routine in its period, and milestones when the state of the district reached them.</summary>
internal static class GeneratedWork
{
    private const int Seed = 158;
    private const double Kept = 0.985;

    public static void Play(WorkMechanism mechanism, District district, LocalDate until)
    {
        var book = district.Coordination;
        book.Adopt(mechanism, "建立机制", Offices.FoodSafety, SampleDays.Planned);
        var random = new Random(Seed);
        var acts = mechanism.Routines
            .SelectMany(routine => routine.PeriodsIn(new DateInterval(SampleDays.Planned, until), SampleDays.Calendar).Select(period => (
                On: LocalDate.Max(period.First, period.Last.PlusDays(-random.Next(3))),
                Do: (Action<LocalDate>)(on => book.Done(routine.Code, LocalDate.Max(period.First, routine.Term.From), "", routine.Responsible, on)))))
            .Where(_ => random.NextDouble() < Kept)
            .Concat(Reached(district).Select(reached => (
                On: reached.On, Do: (Action<LocalDate>)(on => book.Reach(reached.Line, reached.Milestone, "", Offices.FoodSafety, on)))))
            .Where(act => act.On <= until && act.On >= SampleDays.Planned)
            .OrderBy(act => act.On);
        foreach (var (on, act) in acts)
        {
            act(on);
        }
    }

    /// <summary>The milestones that the books of the district show to be reached, each with its day.</summary>
    private static IEnumerable<(string Line, string Milestone, LocalDate On)> Reached(District district)
    {
        if (district.Commitments.Commitments.Select(commitment => (LocalDate?)commitment.SignedOn).Min() is { } signed)
        {
            yield return ("grading", "signed", signed);
        }

        if (district.Staff.Events is [var appointed, ..])
        {
            yield return ("enterprises", "posts-filled", appointed.On);
        }

        var progress = district.Round!;
        if (progress.Businesses.Length > 0 && progress.RemainingOn(SampleDays.RoundEnds).IsEmpty)
        {
            yield return ("visits", "all-visited", LastDay(RoundTask.Visit));
            yield return ("publicity", "all-trained", LastDay(RoundTask.Training));
        }

        var settled = district.Rectifications.All.Select(problem => problem.SettledAt).ToList();
        if (settled.Count > 0 && !settled.Contains(null))
        {
            yield return ("problems", "all-closed", ChinaTime.DateOf(settled.Max()!.Value));
        }

        LocalDate LastDay(RoundTask task) => progress.Businesses.Max(business => progress.FindDay(business.Row, task)!.Value);
    }
}
