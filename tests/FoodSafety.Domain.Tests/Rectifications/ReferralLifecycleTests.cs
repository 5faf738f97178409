using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using static FoodSafety.Domain.Tests.Rectifications.ReferralSamples;
using S = FoodSafety.Domain.Rectifications.ReferralState;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Every state with every step, every step with every body, against tables written again by hand.</summary>
public class ReferralLifecycleTests
{
    // Columns as the steps are numbered: Propose Approve Decline Urge Send Forward FileCase Refuse AskReview Uphold
    // AskSupervision OrderFiling HandOver Conclude HandBack Penalize. A number is the state after, a dot is a refusal.
    private const string Expected =
        """
        0   1 . . . . . . . . . . . . . . .
        1   . 2 3 . . . . . . . . . . . . 1
        2   . . . . 4 . . . . . . . . . . 2
        3   . . . 1 . . . . . . . . . . . 3
        4   . . . . . 4 10 5 . . . . . . . 4
        5   . . . . . . . . 6 . 8 . . . 13 5
        6   . . . . . . 10 . . 7 . . . . . 6
        7   . . . . . . . . . . 8 . . . 13 7
        8   . . . . . . . . . . . 9 . . 13 8
        9   . . . . . . 10 . . . . . . . . 9
        10  . . . . . . . . . . . . 11 . 13 10
        11  . . . . . . . . . . . . . 12 13 11
        12  . . . . . . . . . . . . . . . .
        13  . . . . . . . . . . . . . . . .
        """;

    public static TheoryData<int, int, int> Cells
    {
        get
        {
            var data = new TheoryData<int, int, int>();
            foreach (var cells in Expected.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            {
                Assert.Equal(17, cells.Length);
                for (var step = 1; step <= 16; step++)
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
        var state = from == 0 ? (S?)null : (S)from;
        var taken = Event((ReferralStep)step, state, Start, to: "police-2");
        CriminalReferral Take() => state is { } known ? In(known).Take(taken) : CriminalReferral.Begin(taken, WorkingCalendar.China);

        if (to > 0)
        {
            Assert.Equal((S)to, Take().State);
            return;
        }

        var refused = Assert.Throws<StepRefusedException<S, ReferralStep>>(Take);
        Assert.Equal((state, (ReferralStep)step), (refused.State, refused.Step));
        Assert.Empty(refused.Unmet);
        Assert.Throws<ArgumentException>(nameof(step), () => ReferralLifecycle.TakersOf(state, (ReferralStep)step));
    }

    [Fact]
    public void Cells_HoldEveryStateAndStep() => Assert.Equal(14 * 16, Cells.Count);

    [Theory]
    [InlineData(S.WithPolice, ReferralStep.Forward, "Police")]
    [InlineData(S.WithPolice, ReferralStep.FileCase, "Police")]
    [InlineData(S.WithPolice, ReferralStep.Refuse, "Police")]
    [InlineData(S.UnderReview, ReferralStep.Uphold, "Police")]
    [InlineData(S.FilingOrdered, ReferralStep.FileCase, "Police")]
    [InlineData(S.UnderSupervision, ReferralStep.OrderFiling, "Procuratorate")]
    [InlineData(S.NotTransferred, ReferralStep.Urge, "Procuratorate JusticeBureau")]
    [InlineData(S.HandedOver, ReferralStep.Conclude, "Court")]
    [InlineData(S.Refused, ReferralStep.HandBack, "MarketBureau")]
    [InlineData(S.Upheld, ReferralStep.HandBack, "MarketBureau")]
    [InlineData(S.UnderSupervision, ReferralStep.HandBack, "Procuratorate")]
    [InlineData(S.Filed, ReferralStep.HandBack, "Police Procuratorate")]
    [InlineData(S.HandedOver, ReferralStep.HandBack, "Police Procuratorate Court")]
    [InlineData(S.Suspected, ReferralStep.Approve, "MarketBureau")]
    [InlineData(S.Suspected, ReferralStep.Decline, "MarketBureau")]
    [InlineData(S.Approved, ReferralStep.Send, "MarketBureau")]
    [InlineData(S.Refused, ReferralStep.AskReview, "MarketBureau")]
    [InlineData(S.Refused, ReferralStep.AskSupervision, "MarketBureau")]
    [InlineData(S.Filed, ReferralStep.HandOver, "MarketBureau")]
    [InlineData(S.Filed, ReferralStep.Penalize, "MarketBureau")]
    public void Take_ByEveryBody_OnlyThoseThatMay(S from, ReferralStep step, string bodies)
    {
        var before = In(from);
        foreach (var body in Enum.GetValues<ReferralBody>())
        {
            var taken = Event(step, from, Start, to: "police-2") with { Body = body };
            var may = bodies.Split(' ').Contains($"{body}");
            Assert.Equal(may, before.AllowedSteps(body, Start).Single(option => option.Step == step).IsAllowed);
            if (may)
            {
                Assert.Equal(before.Events.Length + 1, before.Take(taken).Events.Length);
            }
            else
            {
                var refused = Assert.Throws<StepRefusedException<S, ReferralStep>>(() => before.Take(taken));
                Assert.Equal("body", Assert.Single(refused.Unmet).Code);
            }
        }
    }

    [Fact]
    public void Take_ByTheWrongBody_SaysWhoMay() => Assert.Equal(
        "referral 2025-3 (with the police): the step 'file' is refused: it is taken by the police, not by the court.",
        Assert.Throws<StepRefusedException<S, ReferralStep>>(() => In(S.WithPolice).Take(ReferralStep.FileCase, ReferralBody.Court, "judge", Start)).Message);

    [Fact]
    public void Limits_AreThoseOfOrder310() => Assert.Equal(
        [
            "Suspected MarketBureau Approve,Decline 3 days Art. 5",
            "Approved MarketBureau Send 24 hours Art. 5",
            "WithPolice Police FileCase,Refuse 3 days Art. 8",
            "WithPolice Police Forward 24 hours Art. 7 may",
            "Refused MarketBureau AskReview 3 days Art. 9 may",
            "UnderReview Police FileCase,Uphold 3 days Art. 9",
            "Upheld MarketBureau AskSupervision 3 days Art. 9 may",
            "Filed MarketBureau HandOver 3 days Art. 12",
        ],
        ReferralLifecycle.Limits.Select(l =>
            $"{l.State} {l.Body} {string.Join(',', l.Steps)} {l.Limit.Text.English} Art. {l.Limit.Basis!.Article}{(l.IsOptional ? " may" : "")}"));

    [Fact]
    public void Limits_RestOnTheOfficialText_AndEveryStepIsPossibleInItsState() => Assert.All(ReferralLifecycle.Limits, limit =>
    {
        Assert.False(limit.Limit.Basis!.IsIllustrative);
        Assert.All(limit.Steps, step => Assert.Equal([limit.Body], ReferralLifecycle.TakersOf(limit.State, step)));
    });

    [Fact]
    public void Table_EndsWithJudgementAndReturnAlone()
    {
        Assert.Equal([S.Concluded, S.HandedBack], ReferralLifecycle.Table.States.Where(ReferralLifecycle.Table.IsFinal));
        Assert.Contains("公安审查", ReferralLifecycle.Table.ToMermaid(Language.Chinese), StringComparison.Ordinal);
    }
}
