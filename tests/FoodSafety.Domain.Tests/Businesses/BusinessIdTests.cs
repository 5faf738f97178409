using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Businesses;

public class BusinessIdTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("510115-0001")]
    [InlineData("温江001")]
    public void Constructor_AnyTextWithoutSpace_IsKept(string value)
    {
        var id = new BusinessId(value);

        Assert.Equal((value, value, false), (id.Value, id.ToString(), id.IsNone));
        Assert.Equal(id, new BusinessId(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("a\u3000b")]
    [InlineData("a\u0000")]
    [InlineData("tail\n")]
    public void Constructor_EmptyOrWithSpaceOrControl_IsRefused(string value)
    {
        Assert.False(BusinessId.IsValid(value));
        Assert.Throws<TextRefusedException>(nameof(value), () => new BusinessId(value));
    }

    [Fact]
    public void Constructor_LongerThan64_IsRefused()
    {
        Assert.True(BusinessId.IsValid(new string('x', 64)));
        var tooLong = new string('x', 65);
        Assert.Equal(
            $"The key '{tooLong[..40]}…' is too long: it has 65 characters; allowed: {TextRule.Key.Allowed.English}.",
            Assert.Throws<TextRefusedException>("value", () => new BusinessId(tooLong)).Text.English);
        Assert.Throws<ArgumentNullException>(() => new BusinessId(null!));
        Assert.False(BusinessId.IsValid(null));
    }

    [Fact]
    public void Default_IsNoId() => Assert.Equal((true, "", ""), (default(BusinessId).IsNone, default(BusinessId).Value, default(BusinessId).ToString()));
}
