using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Tests.Acts;
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
    public void Step_OfEveryKindInEveryState_IsTheTable(int from, int number, int to)
    {
        var (state, step) = (from == 0 ? (RecallState?)null : (RecallState)from, (RecallStep)number);
        var party = RecallLifecycle.TakerOf(step);

        // Something to dispose of, and nothing left to, where the table allows it.
        var district = state is not { } known ? None()
            : known >= RecallState.Started && step == RecallStep.Dispose ? WithGoods(known)
            : In(known);
        if (to == 0)
        {
            var refused = district.Refused(Act(step), Start);
            Assert.Equal(step == RecallStep.Learn ? "id-taken" : "step-not-possible", refused.Code);
            Assert.True(step == RecallStep.Learn || (refused.ValueOf("state"), refused.ValueOf("step")) == (state?.Code() ?? "none", step.Code()));
            return;
        }

        Assert.Equal("party", district.Refused(Act(step, party: party == RecallParty.Business ? RecallParty.MarketBureau : RecallParty.Business), Start).Code);
        district.Take(Act(step), Start);
        Assert.Equal((RecallState)to, district.TheRecall().State);
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

    private static District WithGoods(RecallState state) => After(
    [
        .. Ways[state].Take(2), RecallStep.Recover, .. Ways[state].Skip(2).Where(step => step != RecallStep.Assess),
        .. state == RecallState.Assessed ? (RecallStep[])[RecallStep.Dispose, RecallStep.Assess] : [],
    ]);
}
