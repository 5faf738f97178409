using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.Tests.Businesses;

public class CodeFaultTests
{
    [Theory]
    [InlineData(
        "",
        "统一社会信用代码未填报，应为 18 位。",
        "Unified social credit code: nothing is written; it has 18 characters.")]
    [InlineData(
        "91350100M000100Y4",
        "统一社会信用代码有 17 位，应为 18 位。",
        "Unified social credit code: 17 characters were found; it has 18.")]
    [InlineData(
        "9135010OM000100Y43",
        "统一社会信用代码第 8 位为“O”，只允许 0-9。",
        "Unified social credit code: character 8 is 'O'; allowed: 0-9.")]
    [InlineData(
        "91350100M000100Y44",
        "统一社会信用代码第 18 位校验码为“4”，按其余各位计算应为“3”。",
        "Unified social credit code: check character 18 is '4'; the others make it '3'.")]
    public void Text_CreditCode_SaysWhatIsWrong(string text, string chinese, string english)
    {
        Assert.False(UnifiedSocialCreditCode.TryParse(text, out _, out var fault));

        Assert.Equal(chinese, fault.Text.Chinese);
        Assert.Equal(english, fault.Text.English);
    }

    [Fact]
    public void Text_LicencePrefix_SaysWhatIsWrong()
    {
        Assert.False(FoodLicenceNumber.TryParse("YB25101040047197", out _, out var fault));

        Assert.Equal("食品许可证编号以“YB”开头，应以 SC, JY 之一开头。", fault.Text.Chinese);
        Assert.Equal("Food licence number: it begins with 'YB'; allowed: SC, JY.", fault.Text.English);
    }

    [Fact]
    public void Parse_NotACode_ThrowsTheFaultInBothLanguages()
    {
        var error = Assert.Throws<CodeFormatException>(() => FoodLicenceNumber.Parse("JY25101040047198"));

        Assert.Equal(CodeRule.CheckCharacter, error.Fault.Rule);
        Assert.Equal(
            "食品许可证编号第 16 位校验码为“8”，按其余各位计算应为“7”。"
            + " / Food licence number: check character 16 is '8'; the others make it '7'.",
            error.Message);
        Assert.Throws<CodeFormatException>(() => UnifiedSocialCreditCode.Parse("91350100M000100Y44"));
    }

    [Fact]
    public void Equality_SameFault_IsEqual()
    {
        Assert.False(UnifiedSocialCreditCode.TryParse("91350100M000100Y44", out _, out var one));
        Assert.False(UnifiedSocialCreditCode.TryParse("91350100M000100Y44", out _, out var other));

        Assert.Equal(one, other);
    }
}
