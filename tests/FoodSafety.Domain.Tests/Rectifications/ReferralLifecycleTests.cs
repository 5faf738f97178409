using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Tests.Acts;
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
    public void Step_OfEveryKindInEveryState_IsTheTable(int from, int number, int to)
    {
        var (state, step) = (from == 0 ? (S?)null : (S)from, (ReferralStep)number);
        var district = state is { } known ? In(known) : None();
        if (to > 0)
        {
            district.Take(Act(step, state, to: "police-2"), Start);
            Assert.Equal((S)to, district.TheReferral().State);
            return;
        }

        var refused = district.Refused(Act(step, state, to: "police-2"), Start);
        Assert.Equal(step == ReferralStep.Propose ? "id-taken" : "step-not-possible", refused.Code);
        Assert.True(step == ReferralStep.Propose || (refused.ValueOf("state"), refused.ValueOf("step")) == (state?.Code() ?? "none", step.Code()));
        Assert.Throws<ArgumentException>(nameof(step), () => ReferralLifecycle.TakersOf(state, step));
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
    public void Step_ByEveryBody_IsForThoseThatMay(S from, ReferralStep step, string bodies)
    {
        foreach (var body in Enum.GetValues<ReferralBody>())
        {
            var district = In(from);
            var act = Act(step, from, to: "police-2", body);
            var may = bodies.Split(' ').Contains($"{body}");
            Assert.Equal(may, district.Referrals.AllowedSteps(Id, body, Start).Single(option => option.Step == step).IsAllowed);
            if (may)
            {
                district.Take(act, Start);
                Assert.Equal(act, district.Referrals.HistoryOf(Id)[^1].Act);
            }
            else
            {
                Assert.Equal("body", district.Refused(act, Start).Code);
            }
        }
    }

    [Fact]
    public void Step_ByTheWrongBody_SaysWhoMay() => Assert.Equal(
        "referral 3 (with the police): the step 'file' is refused: it is taken by the police, not by the court.",
        In(S.WithPolice).Refused(new ReferralAct(Id, ReferralStep.FileCase, ReferralBody.Court), Start).Text.English);

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
