using CsCheck;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Tests.Acts;
using static FoodSafety.Domain.Tests.Rectifications.RecallSamples;

namespace FoodSafety.Domain.Tests.Rectifications;

/// <summary>Amounts in what refuses a step are told apart, however near they are.</summary>
public class RecallAmountTests
{
    private const decimal Tiny = 0.0000000000000000000000000001m;

    [Fact]
    public void Recover_ATinyBitMoreThanIsLeft_ShowsBothAmounts()
    {
        var district = In(RecallState.Started);
        district.Take(Act(RecallStep.Recover, 100), Start);

        var refused = district.Refused(Act(RecallStep.Recover, Tiny), Start);

        Assert.EndsWith("0.0000000000000000000000000001 kg are more than the 0 left.", refused.Text.English, StringComparison.Ordinal);
        Assert.EndsWith("最多 0 kg，报 0.0000000000000000000000000001。", refused.Text.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Recover_AnyAmountThatIsRefused_ReadsAsMore()
    {
        var district = In(RecallState.Started);
        Gen.Decimal[0, 1].Where(more => more > 0).Sample(
            more =>
            {
                if (100 + more > 100)
                {
                    var refused = district.Refused(Act(RecallStep.Recover, 100 + more), Start);
                    Assert.True(decimal.Parse(refused.ValueOf("amount")!, null) > decimal.Parse(refused.ValueOf("at-most")!, null));
                }
            },
            threads: 1);
    }
}
