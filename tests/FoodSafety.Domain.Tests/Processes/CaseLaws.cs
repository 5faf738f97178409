using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Processes;
using FoodSafety.Domain.Tests.Coordination;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Processes;

/// <summary>Whatever procedure is given, its cases go where it leads and nowhere else.</summary>
public class CaseLaws
{
    private const int States = 4;

    private static readonly LocalDate Start = new(2026, 9, 14);
    private static readonly CaseId Id = new(1);

    /// <summary>Steps as (from, to), from nowhere where from is the number of states.</summary>
    private static readonly Gen<(int From, int To)[]> Steps = Gen.Select(Gen.Int[0, States], Gen.Int[0, States - 1]).Array[1, 12];

    [Fact]
    public void Walk_OfAnyProcess_TakesJustWhatItAllows() => Gen.Select(Steps, Gen.Int[0, 11].Array[1, 15]).Sample((drawn, walk) =>
    {
        var process = Of(drawn);
        var office = new CoordinationOffice();
        var laid = Try(office, Start, new ProcessLaidDown(process));

        // What was refused has no way in, or a state to which none leads.
        var inside = Reached(drawn);
        Assert.Equal(inside.Count == process.States.Length, laid);
        if (!laid)
        {
            return;
        }

        var (on, state, since) = (Start, default(string), Start);
        foreach (var number in walk)
        {
            on = on.PlusDays(number % 3);
            var step = process.Steps[number % process.Steps.Length];
            var isAllowed = state is null ? step.From.IsEmpty : step.From.Contains(state);
            if (state is not null)
            {
                Assert.Equal(isAllowed, office.District.Cases.AllowedSteps(Id).Contains(step));
            }

            Assert.Equal(isAllowed, Try(office, on, state is null ? StepTaken.Begin(Id, "p", step.Code, null) : StepTaken.Take(Id, step.Code)));
            if (isAllowed)
            {
                (state, since) = (step.To, step.To == state ? since : on);
                var (known, limit) = (office.District.Cases[Id], process.FindState(step.To)!.Within);
                Assert.Equal((state, since), (known.State, known.Since));
                Assert.Equal(limit?.After(since, WorkingCalendar.China), known.Due);
                Assert.Equal(drawn.All(way => $"s{way.From}" != state || $"s{way.To}" == state), known.IsClosed);
            }
        }

        var again = District.Open(office.District.Settings, office.District.Pending.ToList());
        Assert.Equal(office.District.Cases.All, again.Cases.All);
        if (state is not null)
        {
            Assert.Equal(office.District.Cases[Id], office.District.Cases.FindOn(Id, on));
        }
    });

    private static ProcessDefinition Of((int From, int To)[] drawn) => new(
        "p", "1", ("流程", "process"), new Term(Start), Complaints.Made,
        [.. drawn.SelectMany(way => (int[])[way.From, way.To]).Where(state => state < States).Distinct().Select(state => new ProcessState($"s{state}", ("态", "state"), state == 0 ? null : TimeLimit.WorkingDays(state)))],
        [.. drawn.Select((way, number) => new ProcessStep($"t{number}", ("步", "step"), way.From == States ? [] : [$"s{way.From}"], $"s{way.To}"))]);

    private static HashSet<int> Reached((int From, int To)[] drawn)
    {
        var reached = new HashSet<int>();
        while (drawn.Any(way => (way.From == States || reached.Contains(way.From)) && reached.Add(way.To)))
        {
        }

        return reached;
    }

    private static bool Try(CoordinationOffice office, LocalDate on, Act act)
    {
        try
        {
            office.Do(on, act);
            return true;
        }
        catch (ActsRefusedException)
        {
            return false;
        }
    }
}
