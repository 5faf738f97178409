using System.Collections.Concurrent;
using CsCheck;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Lifecycles;
using NodaTime;
using static FoodSafety.Domain.Tests.Emergencies.WarningSamples;

namespace FoodSafety.Domain.Tests.Emergencies;

/// <summary>Random walks of a book: what is refused changes nothing, what was kept gives the book again, and what is voided is as if it had not been.</summary>
public class WarningBookLaws
{
    private const int Walks = 1_000;
    private const int Steps = 120;

    [Fact]
    public void Walk_Redone_IsTheSameBook_AndThePastDoesNotChange()
    {
        var reached = new ConcurrentDictionary<Transition<WarningState, WarningStep>, int>();
        var voided = new ConcurrentBag<bool>();
        Gen.Select(Gen.Int[0, 7], Gen.Int[1, 12], Gen.Int[0, 15], Gen.Int[-1, 30]).Array[Steps].Sample(walk => Follow(walk, reached, voided), iter: Walks);

        // No walk is worth much that never comes where the table leads; the last step there is that of time.
        Assert.Equal(WarningLifecycle.Table.Transitions.SkipLast(1).ToHashSet(), reached.Keys.ToHashSet());
        Assert.Contains(true, voided);
        Assert.Contains(false, voided);
    }

    private static void Follow(
        (int Act, int Number, int Cell, int Hours)[] walk, ConcurrentDictionary<Transition<WarningState, WarningStep>, int> reached, ConcurrentBag<bool> voided)
    {
        var book = Empty();
        var at = Start;
        List<(Instant At, RiskWarning Warning)> seen = [];
        foreach (var (kind, number, cell, hours) in walk)
        {
            at += Duration.FromHours(hours);
            var (id, before) = (new WarningId(number), book.Book.All.ToList());
            var act = Act(book.Book.Find(id) is null ? -1 : kind, id, cell, at);
            if (!book.Try(act, at).IsEmpty)
            {
                Assert.Equal(before, book.Book.All);
                continue;
            }

            seen.Add((at, book.Book[id]));
            reached.TryAdd(new(before.FirstOrDefault(warning => warning.Id == id)?.RecordedState, act.Step, book.Book[id].RecordedState), 0);
        }

        Assert.Equal(book.Book.All, Empty().Redo(book.Kept).All);
        Assert.Equal(book.Kept.Count, seen.Count);
        Assert.All(book.Book.All, warning => Assert.Equal(
            seen.Where(step => step.Warning.Id == warning.Id).GroupBy(step => step.At).Select(steps => steps.Last().Warning),
            warning.History.Select(taken => taken.At).Distinct().Select(warning.FindAsOf)));
        Assert.All(book.Book.InForceAt(Wenjiang, at), warning => Assert.Equal(WarningState.InForce, warning.StateAt(at)));
        Assert.Equal(book.Book.All.Count(warning => warning.FindAsOf(at)?.StateAt(at) == WarningState.InForce), book.Book.InForceAt(Wenjiang, at).Length);
        book.VoidEach(at, Empty, after => after.All.ToList(), voided.Add);
    }

    private static WarningAct Act(int kind, WarningId id, int cell, Instant at)
    {
        var found = WarningMatrix.FoodWarnings.Assess((WarningSeverity)((cell / 4) + 1), (WarningLikelihood)((cell % 4) + 1));
        var issuer = cell % 5 == 0 ? new WarningIssuer(Wenjiang) : Sichuan;
        return kind switch
        {
            -1 => WarningAct.Assess(id, Mushrooms(Wenjiang), found),
            0 => WarningAct.Drop(id, "no need"),
            1 => WarningAct.Reassess(id, found, "anew"),
            2 or 3 => WarningAct.Publish(id, issuer, cell < 8 ? at + Duration.FromHours(cell * 24) : null),
            4 or 5 => WarningAct.Raise(id, found, issuer, "spreads"),
            6 => WarningAct.Lower(id, found, issuer, "calmer"),
            _ => WarningAct.Lift(id, issuer, "over"),
        };
    }
}
