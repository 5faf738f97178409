using System.Collections.Concurrent;
using CsCheck;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Emergencies.IncidentSamples;

namespace FoodSafety.Domain.Tests.Emergencies;

/// <summary>Random walks of a book: what is refused changes nothing, what was kept gives the book again, and what is voided is as if it had not been.</summary>
public class IncidentBookLaws
{
    private const int Walks = 1_000;
    private const int Steps = 120;

    private static readonly FactRecord[] Facts = [Few, Thirty, Hundred, Hundred.With(IncidentFacts.Deaths.Of(1))];

    [Fact]
    public void Walk_Redone_IsTheSameBook_AndThePastDoesNotChange()
    {
        var reached = new ConcurrentDictionary<Transition<IncidentState, IncidentStep>, int>();
        var voided = new ConcurrentBag<bool>();
        Gen.Select(Gen.Int[0, 15], Gen.Int[1, 12], Gen.Int[0, 3], Gen.Int[-1, 8]).Array[Steps].Sample(walk => Follow(walk, reached, voided), iter: Walks);

        // No walk is worth much that never comes where the table leads.
        Assert.Equal(IncidentLifecycle.Table.Transitions.ToHashSet(), reached.Keys.ToHashSet());
        Assert.Contains(true, voided);
        Assert.Contains(false, voided);
    }

    private static void Follow(
        (int Act, int Number, int Choice, int Hours)[] walk, ConcurrentDictionary<Transition<IncidentState, IncidentStep>, int> reached, ConcurrentBag<bool> voided)
    {
        var book = Empty();
        var at = Start;
        List<(Instant At, Incident Incident)> seen = [];
        foreach (var (kind, number, choice, hours) in walk)
        {
            at += Duration.FromMinutes(hours * 15);
            var (id, before) = (new IncidentId(number), book.Book.All.ToList());
            var act = book.Book.Find(id) is null ? IncidentAct.Register(id, School, Few) : Act(kind, id, choice, at);
            if (book.Try(act, at) is { IsEmpty: false } refusals)
            {
                Assert.Equal(before, book.Book.All);
                Assert.Equal(
                    refusals.Any(refusal => refusal.Code == "step-not-possible"), book.Book.AllowedSteps(id, at).All(option => option.Step != act.Step));
                continue;
            }

            seen.Add((at, book.Book[id]));
            reached.TryAdd(new(before.FirstOrDefault(incident => incident.Id == id)?.State, act.Step, book.Book[id].State), 0);
        }

        Assert.Equal(book.Book.All, Empty().Redo(book.Kept).All);
        Assert.Equal(book.Kept.Count, seen.Count);
        foreach (var incident in book.Book.All)
        {
            Assert.Equal(
                seen.Where(step => step.Incident.Id == incident.Id).GroupBy(step => step.At).Select(steps => steps.Last().Incident),
                incident.History.Select(taken => taken.At).Distinct().Select(incident.FindAsOf));
            Assert.Equal(incident.State == IncidentState.Responding, incident.Response is not null);
            Assert.Equal(incident.Gradings.IsEmpty ? null : incident.Gradings[^1].Grading, incident.Grading);
            Assert.All(incident.DutiesAt(at, WorkingCalendar.China), duty => Assert.Equal(
                duty.IsLate, duty.Due is { } due && (duty.DoneAt ?? at) > due.LastInstant));
        }

        book.VoidEach(at, () => Empty(), after => after.All.ToList(), voided.Add);
    }

    private static IncidentAct Act(int kind, IncidentId id, int choice, Instant at)
    {
        var party = (IncidentParty)((choice * 2) + 1);
        return kind switch
        {
            0 or 1 => IncidentAct.Learn(id, party, at - (choice * Hour)),
            2 or 3 => IncidentAct.Report(id, new(party, IncidentParty.CountyAuthority, (ReportStage)(Math.Min(choice, 2) + 1), at - (choice * Hour))),
            4 or 5 or 6 => IncidentAct.Verify(id, Facts[choice]),
            7 or 8 => IncidentAct.Regrade(id, Facts[choice]),
            9 or 10 => IncidentAct.Respond(id, (ResponseLevel)(choice + 1)),
            11 => IncidentAct.AdjustResponse(id, (ResponseLevel)(choice + 1), "as it goes"),
            12 or 13 => IncidentAct.EndResponse(id, "under control"),
            14 => IncidentAct.Close(id, "reviewed"),
            _ => IncidentAct.Dismiss(id, "false alarm"),
        };
    }
}
