using System.Collections.Concurrent;
using CsCheck;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Lifecycles;
using NodaTime;
using static FoodSafety.Domain.Tests.Emergencies.WarningSamples;

namespace FoodSafety.Domain.Tests.Emergencies;

/// <summary>Random walks of a book: what is refused changes nothing, and what was done gives the book again.</summary>
public class WarningBookLaws
{
    private const int Walks = 1_000;
    private const int Steps = 120;

    [Fact]
    public void Walk_Replayed_IsTheSameBook_AndThePastDoesNotChange()
    {
        var reached = new ConcurrentDictionary<Transition<WarningState, WarningStep>, int>();
        Gen.Select(Gen.Int[0, 7], Gen.Int[1, 12], Gen.Int[0, 15], Gen.Int[-1, 30]).Array[Steps].Sample(walk => Follow(walk, reached), iter: Walks);

        // No walk is worth much that never comes where the table leads; the last step there is that of time.
        Assert.Equal(WarningLifecycle.Table.Transitions.SkipLast(1).ToHashSet(), reached.Keys.ToHashSet());
    }

    private static void Follow((int Act, int Number, int Cell, int Hours)[] walk, ConcurrentDictionary<Transition<WarningState, WarningStep>, int> reached)
    {
        var book = new WarningBook();
        var at = Start;
        List<(Instant At, RiskWarning Warning)> seen = [];
        foreach (var (act, number, cell, hours) in walk)
        {
            at += Duration.FromHours(hours);
            var (before, found) = (book.Warnings.ToList(), WarningMatrix.FoodWarnings.Assess((WarningSeverity)((cell / 4) + 1), (WarningLikelihood)((cell % 4) + 1)));
            var issuer = cell % 5 == 0 ? new WarningIssuer(Wenjiang) : Sichuan;
            var id = new WarningId(number);
            try
            {
                var warning = act switch
                {
                    _ when book.Warnings.Count < number => book.Assess(Mushrooms(Wenjiang), found, By, at),
                    0 => book.Drop(id, "no need", By, at),
                    1 => book.Reassess(id, found, "anew", By, at),
                    2 or 3 => book.Publish(id, issuer, By, at, cell < 8 ? at + Duration.FromHours(cell * 24) : null),
                    4 or 5 => book.Raise(id, found, issuer, "spreads", By, at),
                    6 => book.Lower(id, found, issuer, "calmer", By, at),
                    _ => book.Lift(id, issuer, "over", By, at),
                };
                seen.Add((at, warning));
                reached.TryAdd(new(before.ElementAtOrDefault(number - 1)?.RecordedState, book.Events[^1].Step, warning.RecordedState), 0);
            }
            catch (StepRefusedException<WarningState, WarningStep>)
            {
                Assert.Equal(before, book.Warnings);
            }
        }

        var again = WarningBook.Replay(book.Events);
        Assert.Equal(book.Warnings, again.Warnings);
        Assert.Equal(book.Events, again.Events);
        Assert.Equal(book.Events.Count, seen.Count);
        Assert.All(book.Warnings, warning => Assert.Equal(
            seen.Where(step => step.Warning.Id == warning.Id).GroupBy(step => step.At).Select(steps => steps.Last().Warning),
            warning.History.Select(taken => taken.At).Distinct().Select(warning.FindAsOf)));
        Assert.All(book.InForceAt(Wenjiang, at), warning => Assert.Equal(WarningState.InForce, warning.StateAt(at)));
        Assert.Equal(book.Warnings.Count(warning => warning.FindAsOf(at)?.StateAt(at) == WarningState.InForce), book.InForceAt(Wenjiang, at).Length);
    }
}
