using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using static FoodSafety.Domain.Tests.Emergencies.IncidentSamples;

namespace FoodSafety.Domain.Tests.Emergencies;

public class IncidentLifecycleTests
{
    /// <summary>Every state and step, written by hand: where the step leads, or "-". The verified one is below the table, or could not be closed.</summary>
    private const string Expected = """
        state          Learn          Report         Verify    Regrade        Respond     AdjustResponse  EndResponse    Close   Dismiss
        Reported       Reported       Reported       Verified  -              -           -               -              -       Dismissed
        Verified       Verified       Verified       -         Verified       Responding  -               -              Closed  Dismissed
        Responding     Responding     Responding     -         Responding     -           Responding      ResponseEnded  -       -
        ResponseEnded  ResponseEnded  ResponseEnded  -         ResponseEnded  Responding  -               -              Closed  -
        Closed         -              -              -         -              -           -               -              -       -
        Dismissed      -              -              -         -              -           -               -              -       -
        """;

    public static TheoryData<IncidentState, IncidentStep, IncidentState?> EveryStateAndStep
    {
        get
        {
            var lines = Expected.ReplaceLineEndings("\n").Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
            var data = new TheoryData<IncidentState, IncidentStep, IncidentState?>();
            foreach (var line in lines.Skip(1))
            {
                for (var i = 1; i < line.Length; i++)
                {
                    data.Add(Enum.Parse<IncidentState>(line[0]), Enum.Parse<IncidentStep>(lines[0][i]), line[i] == "-" ? null : Enum.Parse<IncidentState>(line[i]));
                }
            }

            return data;
        }
    }

    [Fact]
    public void Table_IsWhole()
    {
        Assert.Equal(Enum.GetValues<IncidentState>().Length * (Enum.GetValues<IncidentStep>().Length - 1), EveryStateAndStep.Count);
        Assert.Equal([IncidentStep.Register], IncidentLifecycle.Table.StepsFrom(null));
    }

    [Theory]
    [MemberData(nameof(EveryStateAndStep))]
    public void Step_OfEveryState_LeadsWhereTheTableSays(IncidentState state, IncidentStep step, IncidentState? expected)
    {
        var book = state == IncidentState.Verified && step == IncidentStep.Close ? In(state, Few) : In(state);
        var before = book.Book[First];
        Assert.Equal(state, before.State);

        if (expected is { } to)
        {
            Assert.Equal(to, book.Do(Step(step), Start).State);
            Assert.Equal((before.History.Length + 1, step), (book.Book.HistoryOf(First).Count, book.Book.HistoryOf(First)[^1].Act.Step));
        }
        else
        {
            var refused = book.Refused(Step(step), Start);
            Assert.Equal("step-not-possible", refused.Code);
            Assert.Equal([new GuardValue("state", state.Code()), new GuardValue("step", step.Code())], refused.Values);
            Assert.Same(before, book.Book[First]);
        }
    }
}
