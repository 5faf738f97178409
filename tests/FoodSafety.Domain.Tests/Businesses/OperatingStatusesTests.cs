using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Businesses;

public class OperatingStatusesTests
{
    [Fact]
    public void Name_EveryStatus_IsInBothLanguages() =>
        Assert.All(EnumCodes.All<OperatingStatus>(), status => BusinessTypesTests.AssertBilingual(status.Name()));

    // Files hold the codes: a change of this table breaks them.
    [Theory]
    [InlineData(OperatingStatus.Operating, "operating")]
    [InlineData(OperatingStatus.Suspended, "suspended")]
    [InlineData(OperatingStatus.Closed, "closed")]
    [InlineData(OperatingStatus.LicenceRevoked, "licence-revoked")]
    [InlineData(OperatingStatus.MovedOut, "moved-out")]
    public void FindByCode_CodeOfAStatus_IsThatStatus(OperatingStatus status, string code)
    {
        Assert.Equal(code, status.Code());
        Assert.Equal(status, EnumCodes.Find<OperatingStatus>(code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Closed")]
    public void FindByCode_NoSuchCode_IsNull(string code) => Assert.Null(EnumCodes.Find<OperatingStatus>(code));

    [Fact]
    public void Default_IsNotStated()
    {
        Assert.Equal(new BilingualText("未填报", "Not stated"), default(OperatingStatus).Name());
        Assert.Equal("", default(OperatingStatus).Code());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((OperatingStatus)6).Name());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((OperatingStatus)6).Code());
    }
}
