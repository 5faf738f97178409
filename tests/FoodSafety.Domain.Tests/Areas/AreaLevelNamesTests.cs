using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Areas;

public class AreaLevelNamesTests
{
    [Fact]
    public void Name_EveryLevel_IsDistinctInBothLanguages()
    {
        var names = Enum.GetValues<AreaLevel>().Select(level => level.Name()).ToArray();

        Assert.Equal(["省", "市", "区县", "镇街", "村社区"], names.Select(name => name.Chinese));
        Assert.Equal(["Province", "City", "District", "Town", "Village"], names.Select(name => name.English));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Name_NoLevel_IsRefused(int level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ((AreaLevel)level).Name());
}
