using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Languages;

public class BilingualTextTests
{
    [Fact]
    public void In_EachLanguage_ReturnsThatText()
    {
        BilingualText text = ("温江区", "Wenjiang District");

        Assert.Equal("温江区", text.In(Language.Chinese));
        Assert.Equal("Wenjiang District", text.In(Language.English));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.In((Language)7));
    }

    [Fact]
    public void Default_HasTwoEmptyTexts()
    {
        Assert.True(default(BilingualText).IsEmpty);
        Assert.Equal("", default(BilingualText).Chinese);
    }
}
