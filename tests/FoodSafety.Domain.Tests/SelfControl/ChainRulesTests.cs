using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.SelfControl;

public class ChainRulesTests
{
    [Theory]
    [InlineData(BusinessSector.Catering, "2025-11-30", null)]
    [InlineData(BusinessSector.Catering, "2025-12-01", "catering-chains-2025")]
    [InlineData(BusinessSector.Sales, "2026-03-19", null)]
    [InlineData(BusinessSector.Sales, "2026-03-20", "sales-chains-2026")]
    [InlineData(BusinessSector.Production, "2026-12-01", null)]
    public void FindFor_ASectorOnADay_IsTheRuleInForce(BusinessSector sector, string on, string? rule) =>
        Assert.Equal(rule, ChainRules.FindFor(sector, NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value)?.Id);

    [Theory]
    [InlineData(1, AreaLevel.District)]
    [InlineData(999, AreaLevel.District)]
    [InlineData(1_000, AreaLevel.City)]
    [InlineData(9_999, AreaLevel.City)]
    [InlineData(10_000, AreaLevel.Province)]
    [InlineData(30_000, AreaLevel.Province)]
    public void Supervision_ByShopsAtTheLastList_AtEachStepAndOneBelow(int shops, AreaLevel level) =>
        Assert.Equal(level, ChainRules.Catering.Supervision!.LevelOf(shops));

    [Fact]
    public void Supervision_IsListedInJanuary_AndNotStatedForSellers()
    {
        Assert.Equal(1, ChainRules.Catering.Supervision!.ListMonth);
        Assert.Null(ChainRules.Sales.Supervision);
        Assert.Throws<ArgumentOutOfRangeException>(() => ChainRules.Catering.Supervision.LevelOf(0));
    }

    [Fact]
    public void Supervision_WithoutAFirstStep_IsRefused()
    {
        var basis = ChainRules.Catering.Basis;
        Assert.Throws<ArgumentException>(() => new ChainSupervision([(2, AreaLevel.District)], 1, basis));
        Assert.Throws<ArgumentException>(() => new ChainSupervision([], 1, basis));
        Assert.Throws<ArgumentException>(() => new ChainSupervision([(1, AreaLevel.District), (1, AreaLevel.City)], 1, basis));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChainSupervision([(1, default)], 1, basis));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChainSupervision([(1, AreaLevel.District)], 13, basis));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChainSupervision([(-1, AreaLevel.District)], 1, basis));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void FindIsChain_OfSellers_IsTenShopsOfOneBrand(int shops, bool isChain)
    {
        Assert.Equal(isChain, ChainRules.Sales.FindIsChain(shops));
        Assert.Null(ChainRules.Catering.FindIsChain(shops));
    }

    [Fact]
    public void Duties_OfCateringChains_AreMonthlyWeeklyDailyDownTheChain() => Assert.Equal(
        ["Headquarters MonthlyMeeting month ", "Branch WeeklyCheck week ", "Shop DailyControl day "], ChainRules.Catering.Duties.Select(Show));

    [Fact]
    public void Duties_OfSellingChains_AreAllThreeOnEachLevel_ReportedUpwards()
    {
        Assert.Equal(
            ["Shop DailyControl day Branch", "Shop WeeklyCheck week Branch", "Shop MonthlyMeeting month Branch"],
            ChainRules.Sales.DutiesOf(ChainLevel.Shop).Select(Show));
        Assert.Equal(
            ["Branch DailyControl day Headquarters", "Branch WeeklyCheck week Headquarters", "Branch MonthlyMeeting month Headquarters"],
            ChainRules.Sales.DutiesOf(ChainLevel.Branch).Select(Show));
        Assert.Equal([null, null, null], ChainRules.Sales.DutiesOf(ChainLevel.Headquarters).Select(duty => duty.ReportsTo));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChainRules.Sales.DutiesOf(default));
    }

    [Fact]
    public void Rules_EachDutyCitesItsOwnOrder() => Assert.All(ChainRules.National, rule =>
    {
        Assert.All(rule.Duties, duty => Assert.Equal(rule.Basis, duty.Duty.Basis));
        Assert.False(rule.Basis.IsIllustrative);
        Assert.Equal(rule, rule with { Duties = [.. rule.Duties] });
        Assert.NotEqual(rule, rule with { Duties = default });
    });

    [Theory]
    [InlineData("live-streams-2026", 2026, 3, 20)]
    [InlineData("online-sales-2026", 2026, 5, 20)]
    [InlineData("online-catering-2026", 2026, 6, 1)]
    public void PlatformRule_BeginsOnItsDay_AndVerifiesEverySixMonths(string id, int year, int month, int day)
    {
        var rule = PlatformRule.National.Single(rule => rule.Id == id);
        var first = new NodaTime.LocalDate(year, month, day);
        Assert.True(rule.InForce.Contains(first));
        Assert.False(rule.InForce.Contains(first.PlusDays(-1)));
        Assert.Equal(new NodaTime.LocalDate(2027, 2, 28), rule.VerifyAgainBy(new(2026, 8, 31)));
        Assert.True(rule.Basis.IsIllustrative);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlatformRule(rule.Id, rule.Name, rule.InForce, 0, rule.Basis));
    }

    private static string Show(ChainDuty duty) => $"{duty.Level} {duty.Duty.Kind} {duty.Duty.Cadence.Code} {duty.ReportsTo}";

    [Fact]
    public void Rules_OfThePlace_HoldFromTheDayOfRecord_AndTwoOfOneSectorOnOneDayAreRefused()
    {
        var district = new District(new DistrictSettings(WorkingCalendar.China));
        var own = ChainRules.Sales with { Id = "own", LeastShops = 5, InForce = new(new LocalDate(2026, 9, 1)) };
        Do(1, AreasLaidDown.Of(PlanWorld.SmallTree, PlanWorld.Listed));
        Do(3, new ChainRulesLaidDown([own]));

        Assert.Equal(("sales-chains-2026", "own"), (district.AsOf(Day(2)).FindChainRule(BusinessSector.Sales)?.Id, district.AsOf(Day(3)).FindChainRule(BusinessSector.Sales)?.Id));
        Assert.Equal(("catering-chains-2025", null), (district.AsOf(Day(2)).FindChainRule(BusinessSector.Catering)?.Id, district.AsOf(Day(3)).FindChainRule(BusinessSector.Catering)?.Id));
        Assert.Equal(own, new EntryFormat(district.Settings).Read(new EntryFormat(district.Settings).Write(district.Pending.Last())).Acts.OfType<ChainRulesLaidDown>().Single().Rules[0]);

        var overlap = Assert.Throws<TimelineException>(() => new ChainRulesLaidDown([own, ChainRules.Sales]));
        Assert.Equal((TimelineFaultKind.Overlap, new LocalDate(2026, 9, 1)), (overlap.Faults[0].Kind, overlap.Faults[0].From));
        Assert.Throws<ArgumentException>(() => new ChainRulesLaidDown([own, own with { Sector = BusinessSector.Catering }]));

        void Do(int day, params Act[] acts) => district.Apply(new Stamp("office", Day(day), ChinaTime.Zone.AtStartOfDay(Day(day)).ToInstant() + Duration.FromHours(8)), acts);

        static LocalDate Day(int day) => new(2026, 9, day);
    }
}
