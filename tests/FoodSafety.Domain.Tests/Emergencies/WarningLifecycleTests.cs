using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Languages;
using static FoodSafety.Domain.Tests.Emergencies.WarningSamples;

namespace FoodSafety.Domain.Tests.Emergencies;

public class WarningLifecycleTests
{
    /// <summary>Every state and step, written by hand: where the step leads, or "-".</summary>
    private const string Expected = """
        state     Reassess  Drop     Publish  Raise    Lower    Lift
        Assessed  Assessed  Dropped  InForce  -        -        -
        InForce   -         -        -        InForce  InForce  Lifted
        Dropped   -         -        -        -        -        -
        Lifted    -         -        -        -        -        -
        Expired   -         -        -        -        -        -
        """;

    public static TheoryData<WarningState, WarningStep, WarningState?> EveryStateAndStep
    {
        get
        {
            var lines = Expected.ReplaceLineEndings("\n").Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
            var data = new TheoryData<WarningState, WarningStep, WarningState?>();
            foreach (var line in lines.Skip(1))
            {
                for (var i = 1; i < line.Length; i++)
                {
                    data.Add(Enum.Parse<WarningState>(line[0]), Enum.Parse<WarningStep>(lines[0][i]), line[i] == "-" ? null : Enum.Parse<WarningState>(line[i]));
                }
            }

            return data;
        }
    }

    [Fact]
    public void Table_IsWhole() => Assert.Equal(
        Enum.GetValues<WarningState>().Length * (Enum.GetValues<WarningStep>().Length - 2), EveryStateAndStep.Count);

    [Theory]
    [MemberData(nameof(EveryStateAndStep))]
    public void Step_OfEveryState_LeadsWhereTheTableSays(WarningState state, WarningStep step, WarningState? expected)
    {
        var book = In(state);
        var at = state == WarningState.Expired ? End : Start + Hour;
        var before = book.Book[First];
        Assert.Equal(state, before.StateAt(at));

        if (expected is { } to)
        {
            Assert.Equal(to, book.Do(Step(step), at).StateAt(at));
            Assert.Equal((before.History.Length + 1, step), (book.Book.HistoryOf(First).Count, book.Book.HistoryOf(First)[^1].Act.Step));
        }
        else
        {
            var refused = book.Refused(Step(step), at);
            Assert.Equal("step-not-possible", refused.Code);
            Assert.Equal([new GuardValue("state", state.Code()), new GuardValue("step", step.Code())], refused.Values);
            Assert.Same(before, book.Book[First]);
        }
    }

    [Fact]
    public void Assess_IsTheOnlyBeginning_AndExpireTheStepOfTime()
    {
        Assert.Equal([WarningStep.Assess], WarningLifecycle.Table.StepsFrom(null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WarningAct(First, WarningStep.Expire));
        Assert.Equal(WarningState.Expired, WarningLifecycle.Table.FindNext(WarningState.InForce, WarningStep.Expire));
        Assert.Contains("InForce --> Expired: expire", WarningLifecycle.Table.ToMermaid(Language.English), StringComparison.Ordinal);
    }
}
