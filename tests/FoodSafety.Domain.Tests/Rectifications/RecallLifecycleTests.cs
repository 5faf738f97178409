using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rectifications;
using static FoodSafety.Domain.Tests.Rectifications.RecallSamples;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Every state with every step and every party, against a table written again by hand.</summary>
public class RecallLifecycleTests
{
    // Columns: Learn Order Start Extend Recover Dispose Report SendBack Assess Publish Progress. A number is the state after, a dot is a refusal.
    private const string Expected =
        """
        0  1 . . . . . . . . . .
        1  . 2 3 . . . . . . . .
        2  . . 3 . . . . . . . .
        3  . . . 3 3 3 4 . . 3 3
        4  . . . . . 4 . 3 5 . .
        5  . . . . . . . . . . .
        """;

    public static TheoryData<int, int, int> Cells
    {
        get
        {
            var data = new TheoryData<int, int, int>();
            foreach (var cells in Expected.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            {
                Assert.Equal(12, cells.Length);
                for (var step = 1; step <= 11; step++)
                {
                    data.Add(int.Parse(cells[0], null), step, cells[step] == "." ? 0 : int.Parse(cells[step], null));
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Take_OfEveryStepInEveryState_IsTheTable(int from, int step, int to)
    {
        var state = from == 0 ? (RecallState?)null : (RecallState)from;
        var taken = Event((RecallStep)step, Start);
        Recall Take(RecallParty party)
        {
            // Something to dispose of, and nothing left to, where the table allows it.
            var before = state is not { } known ? null
                : known >= RecallState.Started && taken.Step == RecallStep.Dispose ? WithGoods(known)
                : In(known);
            return before is null ? Recall.Begin(taken with { Party = party }) : before.Take(taken with { Party = party });
        }

        if (to == 0)
        {
            var refused = Assert.Throws<StepRefusedException<RecallState, RecallStep>>(() => Take(taken.Party));
            Assert.Equal((state, (RecallStep)step), (refused.State, refused.Step));
            Assert.Empty(refused.Unmet);
            return;
        }

        Assert.Equal((RecallState)to, Take(taken.Party).State);
        var byOther = taken.Party == RecallParty.Business ? RecallParty.MarketBureau : RecallParty.Business;
        Assert.Equal("party", Assert.Single(Assert.Throws<StepRefusedException<RecallState, RecallStep>>(() => Take(byOther)).Unmet).Code);
    }

    [Fact]
    public void Cells_HoldEveryStateAndStep() => Assert.Equal(6 * 11, Cells.Count);

    [Theory]
    [InlineData(RecallStep.Learn, RecallParty.Business)]
    [InlineData(RecallStep.Order, RecallParty.MarketBureau)]
    [InlineData(RecallStep.Start, RecallParty.Business)]
    [InlineData(RecallStep.Extend, RecallParty.MarketBureau)]
    [InlineData(RecallStep.Recover, RecallParty.Business)]
    [InlineData(RecallStep.Dispose, RecallParty.Business)]
    [InlineData(RecallStep.Report, RecallParty.Business)]
    [InlineData(RecallStep.SendBack, RecallParty.MarketBureau)]
    [InlineData(RecallStep.Assess, RecallParty.MarketBureau)]
    [InlineData(RecallStep.Publish, RecallParty.Business)]
    [InlineData(RecallStep.Progress, RecallParty.Business)]
    public void TakerOf_EveryStep_IsOneParty(RecallStep step, RecallParty party) => Assert.Equal(party, RecallLifecycle.TakerOf(step));

    private static Recall WithGoods(RecallState state) => Recall.Replay(
        Ways[state].Take(2).Append(RecallStep.Recover).Concat(Ways[state].Skip(2).Where(step => step != RecallStep.Assess)).Select(step => Event(step, Start))
            .Concat(state == RecallState.Assessed ? [Event(RecallStep.Dispose, Start), Event(RecallStep.Assess, Start)] : []));
}
