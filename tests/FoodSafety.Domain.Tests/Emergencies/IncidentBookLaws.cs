using System.Collections.Concurrent;
using CsCheck;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Emergencies.IncidentSamples;

namespace FoodSafety.Domain.Tests.Emergencies;

/// <summary>Random walks of a book: what is refused changes nothing, and what was done gives the book again.</summary>
public class IncidentBookLaws
{
    private const int Walks = 1_000;
    private const int Steps = 120;

    private static readonly FactRecord[] Facts = [Few, Thirty, Hundred, Hundred.With(IncidentFacts.Deaths.Of(1))];

    [Fact]
    public void Walk_Replayed_IsTheSameBook_AndThePastDoesNotChange()
    {
        var reached = new ConcurrentDictionary<Transition<IncidentState, IncidentStep>, int>();
        Gen.Select(Gen.Int[0, 15], Gen.Int[1, 12], Gen.Int[0, 3], Gen.Int[-1, 8]).Array[Steps].Sample(walk => Follow(walk, reached), iter: Walks);

        // No walk is worth much that never comes where the table leads.
        Assert.Equal(IncidentLifecycle.Table.Transitions.ToHashSet(), reached.Keys.ToHashSet());
    }

    private static void Follow((int Act, int Number, int Choice, int Hours)[] walk, ConcurrentDictionary<Transition<IncidentState, IncidentStep>, int> reached)
    {
        var book = new IncidentBook();
        var at = Start;
        List<(Instant At, Incident Incident)> seen = [];
        foreach (var (act, number, choice, hours) in walk)
        {
            at += Duration.FromMinutes(hours * 15);
            var (before, id) = (book.Incidents.ToList(), new IncidentId(number));
            try
            {
                seen.Add((at, Act(book, act, id, choice, at)));
                reached.TryAdd(new(before.ElementAtOrDefault(number - 1)?.State, book.Events[^1].Step, seen[^1].Incident.State), 0);
            }
            catch (StepRefusedException<IncidentState, IncidentStep> refused)
            {
                Assert.Equal(before, book.Incidents);
                Assert.DoesNotContain(book.AllowedSteps(id, at), option => option.Step == refused.Step && refused.Unmet.IsEmpty);
            }
        }

        var again = IncidentBook.Replay(book.Events);
        Assert.Equal(book.Incidents, again.Incidents);
        Assert.Equal(book.Events, again.Events);
        Assert.Equal(book.Events.Count, seen.Count);
        foreach (var incident in book.Incidents)
        {
            Assert.Equal(
                seen.Where(step => step.Incident.Id == incident.Id).GroupBy(step => step.At).Select(steps => steps.Last().Incident),
                incident.History.Select(taken => taken.At).Distinct().Select(incident.FindAsOf));
            Assert.Equal(incident.State == IncidentState.Responding, incident.Response is not null);
            Assert.Equal(incident.Gradings.IsEmpty ? null : incident.Gradings[^1].Grading, incident.Grading);
            Assert.All(incident.DutiesAt(at, WorkingCalendar.China), duty => Assert.Equal(
                duty.IsLate, duty.Due is { } due && (duty.DoneAt ?? at) > due.LastInstant));
        }
    }

    private static Incident Act(IncidentBook book, int act, IncidentId id, int choice, Instant at)
    {
        var party = (IncidentParty)((choice * 2) + 1);
        return act switch
        {
            _ when book.Incidents.Count < id.Number => book.Register(School, Few, By, at),
            0 or 1 => book.Learn(id, party, at - (choice * Hour), By, at),
            2 or 3 => book.Report(id, new(party, IncidentParty.CountyAuthority, (ReportStage)(Math.Min(choice, 2) + 1), at - (choice * Hour)), By, at),
            4 or 5 or 6 => book.Verify(id, Facts[choice], Grader, By, at),
            7 or 8 => book.Regrade(id, Facts[choice], Grader, By, at),
            9 or 10 => book.Respond(id, (ResponseLevel)(choice + 1), By, at),
            11 => book.AdjustResponse(id, (ResponseLevel)(choice + 1), "as it goes", By, at),
            12 or 13 => book.EndResponse(id, "under control", By, at),
            14 => book.Close(id, "reviewed", By, at),
            _ => book.Dismiss(id, "false alarm", By, at),
        };
    }
}
