using CsCheck;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rectifications;
using static FoodSafety.Domain.Tests.Rectifications.RecallSamples;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Amounts in what refuses a step are told apart, however near they are.</summary>
public class RecallAmountTests
{
    private const decimal Tiny = 0.0000000000000000000000000001m;

    [Fact]
    public void Recover_ATinyBitMoreThanIsLeft_ShowsBothAmounts()
    {
        var recall = In(RecallState.Started).Take(Event(RecallStep.Recover, Start, 100));

        var guard = Assert.Single(Assert.Throws<StepRefusedException<RecallState, RecallStep>>(() => recall.Take(Event(RecallStep.Recover, Start, Tiny))).Unmet);

        Assert.Equal("0.0000000000000000000000000001 kg are more than the 0 left", guard.Text.English);
        Assert.Equal("最多 0 kg，报 0.0000000000000000000000000001", guard.Text.Chinese);
    }

    [Fact]
    public void Recover_AnyAmountThatIsRefused_ReadsAsMore() => Gen.Decimal[0, 1].Where(more => more > 0).Sample(more =>
    {
        var guard = Assert.Single(Assert.Throws<StepRefusedException<RecallState, RecallStep>>(() => In(RecallState.Started).Take(Event(RecallStep.Recover, Start, 100 + more))).Unmet);
        var (amount, most) = (guard.Values[0].Value, guard.Values[1].Value);
        return 100 + more == 100 || decimal.Parse(amount, null) > decimal.Parse(most, null);
    });
}
