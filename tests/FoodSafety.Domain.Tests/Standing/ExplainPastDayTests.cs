using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Standing;

public class ExplainPastDayTests
{
    private static readonly BusinessId Canteen = new("510115-0001");

    private static Stamp On(int day) => new("food-safety-office", new LocalDate(2026, 9, day), Instant.FromUtc(2026, 9, day, 1, 0));

    private static District Told()
    {
        var district = new District(new DistrictSettings(WorkingCalendar.China));
        district.Apply(
            On(1),
            new AreasLaidDown([new(AreaCode.Parse("510115"), "温江区")], Citation.Illustrative(("统计用区划代码", "the statistical division list"))),
            new PolicyLaidDown<Tier>(TierPolicies.SizeAndDiners2022),
            new BusinessesOpened([new Business(Canteen, "柳城小学食堂", AreaCode.Parse("510115"), BusinessType.SchoolCanteen) { Profile = new() { Employees = 14, DinersPerMeal = 487 } }]));
        district.Apply(On(7), new FactsStated(Canteen, new FactRecord(BusinessFacts.DinersPerMeal.Of(512))));
        return district;
    }

    [Fact]
    public void Explain_DayThatIsOver_ReadsTheFactsOfThatDay()
    {
        var district = Told();

        var (then, now) = (district.AsOf(new LocalDate(2026, 9, 6)).Explain(Canteen), district.AsOf(new LocalDate(2026, 9, 7)).Explain(Canteen));

        Assert.Equal((Tier.C, Tier.B), (then.Decision.Grade, now.Decision.Grade));
        Assert.Contains("487", then.ToString(), StringComparison.Ordinal);
        Assert.Equal(district.Tiers.Explain(Canteen).ToString(), now.ToString());
    }

    [Fact]
    public void Explain_PolicyLaidDownSince_DecidesNothingOfTheDayBefore()
    {
        var district = Told();
        var strict = TierPolicies.SizeAndDiners2022.Draft("2026.9").InForce(new LocalDate(2026, 9, 1))
            .Rule("all", Tier.A, BusinessFacts.DinersPerMeal >= 1, ("全部", "all"), Citation.Illustrative(("测试", "test"))).Build();
        district.Apply(On(9), new PolicyLaidDown<Tier>(strict));

        Assert.Equal("2022.1", district.AsOf(new LocalDate(2026, 9, 8)).Explain(Canteen).Policy.Version);
        Assert.Equal("2026.9", district.AsOf(new LocalDate(2026, 9, 9)).Explain(Canteen).Policy.Version);
    }

    [Fact]
    public void Explain_GradingWithoutAPolicy_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => Told().AsOf(new LocalDate(2026, 9, 7)).Explain<RiskGrade>(Canteen));
}
