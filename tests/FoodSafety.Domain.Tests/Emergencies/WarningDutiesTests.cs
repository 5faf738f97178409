using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Emergencies;

public class WarningDutiesTests
{
    [Theory]
    [InlineData(WarningLevel.Red, 5, 8)]
    [InlineData(WarningLevel.Orange, 5, 8)]
    [InlineData(WarningLevel.Yellow, 5, 0)]
    [InlineData(WarningLevel.Blue, 5, 0)]
    public void Of_EveryLevel_HasTheMeasuresOfItsArticles(WarningLevel level, int always, int choices)
    {
        var duties = WarningDuties.Of(level);

        Assert.Equal((always, choices), (duties.Count(duty => !duty.IsChoice), duties.Count(duty => duty.IsChoice)));
        Assert.All(duties, duty => Assert.Equal((duty.IsChoice ? "67" : "66", SourceStanding.OfficialText), (duty.Basis.Article, duty.Basis.Standing)));
        Assert.Equal(duties.Length, duties.Select(duty => duty.Id).Distinct().Count());
        Assert.All(duties, duty => Assert.True(duty.Text.Chinese.Length > 0 && duty.Text.English.Length > 0));
    }

    [Fact]
    public void Of_NoLevel_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => WarningDuties.Of(0));
}
