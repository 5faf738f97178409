using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Businesses;

public class BusinessTests
{
    private static readonly BusinessId Id = new("b1");
    private static readonly AreaCode Village = AreaCode.Parse("510115001001");

    [Fact]
    public void Constructor_StatesTheLeast_TheRestIsUnstated()
    {
        var business = new Business(Id, "第一小学食堂", Village, BusinessType.SchoolCanteen);

        Assert.Equal((Id, "第一小学食堂", Village, BusinessType.SchoolCanteen), (business.Id, business.Name, business.Area, business.Type));
        Assert.Equal(OperatingStatus.Operating, business.Status);
        Assert.Equal(OperatingProfile.Unstated, business.Profile);
        Assert.True(business.OwnFacts.IsEmpty);
    }

    [Fact]
    public void Constructor_MissingPart_IsRefused()
    {
        Assert.Equal(
            "A business has an id. (Parameter 'id')",
            Assert.Throws<ArgumentException>(() => new Business(default, "店", Village, BusinessType.Retailer)).Message);
        Assert.Throws<TextRefusedException>("name", () => new Business(Id, " ", Village, BusinessType.Retailer));
        Assert.Equal(
            "A business stands in an area. (Parameter 'Area')",
            Assert.Throws<ArgumentException>(() => new Business(Id, "店", default, BusinessType.Retailer)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("Type", () => new Business(Id, "店", Village, default));
        Assert.Throws<ArgumentOutOfRangeException>("Type", () => new Business(Id, "店", Village, (BusinessType)22));
    }

    [Fact]
    public void With_PartThatTheConstructorRefuses_IsRefusedToo()
    {
        var business = new Business(Id, "店", Village, BusinessType.Retailer);

        Assert.Throws<ArgumentException>(() => business with { Area = default });
        Assert.Throws<ArgumentOutOfRangeException>(() => business with { Type = default });
        Assert.Throws<ArgumentOutOfRangeException>(() => business with { Type = (BusinessType)22 });
        Assert.Equal(
            "Allowed: Operating, Suspended, Closed, LicenceRevoked, MovedOut. (Parameter 'Status')\nActual value was 0.",
            Assert.Throws<ArgumentOutOfRangeException>(() => business with { Status = default }).Message.ReplaceLineEndings("\n"));
        Assert.Throws<ArgumentOutOfRangeException>(() => business with { Status = (OperatingStatus)9 });
        Assert.Equal(BusinessType.Supermarket, (business with { Type = BusinessType.Supermarket }).Type);
    }

    [Fact]
    public void Read_StandardAndOwnFacts_AreWhatWasStated()
    {
        var own = new NumberFact("seats", ("座位", "seats"), ("个座位", "seats"));
        var business = new Business(Id, "店", Village, BusinessType.Restaurant)
        {
            Status = OperatingStatus.Suspended,
            Profile = new OperatingProfile
            {
                Employees = 12, AnnualRevenue = 1_234_567.89m, DinersPerMeal = 80, FloorArea = 120.5m, ViolationsInLastYear = 2,
                HandlesSpecialFood = true, HandlesHighRiskFood = true, IsChainHeadquarters = true, SellsOnline = true,
                IsContractedOut = true, IsDirectedToAppoint = true,
            },
            OwnFacts = new FactRecord(own.Of(40)),
        };

        Assert.Equal(BusinessType.Restaurant, BusinessFacts.Type.In(business));
        Assert.Equal(OperatingStatus.Suspended, BusinessFacts.Status.In(business));
        Assert.Equal<decimal?>([12m, 1_234_567.89m, 80m, 120.5m, 2m], [
            BusinessFacts.Employees.In(business), BusinessFacts.AnnualRevenue.In(business), BusinessFacts.DinersPerMeal.In(business),
            BusinessFacts.FloorArea.In(business), BusinessFacts.ViolationsInLastYear.In(business)]);
        Assert.All(
            [
                BusinessFacts.SpecialFood, BusinessFacts.HighRiskFood, BusinessFacts.ChainHeadquarters, BusinessFacts.OnlineSales,
                BusinessFacts.ContractedOut, BusinessFacts.DirectedToAppoint,
            ],
            flag => Assert.True(flag.In(business)));
        Assert.Equal(40m, own.In(business));
        Assert.Null(FoodSellerFacts.Suppliers.In(business));
        Assert.Null(BusinessFacts.Employees.In(new Business(Id, "店", Village, BusinessType.Restaurant)));
        Assert.Null(BusinessFacts.SpecialFood.In(new Business(Id, "店", Village, BusinessType.Restaurant)));
        Assert.Throws<ArgumentNullException>(() => business.Read(null!));
    }

    public static TheoryData<string> ProfileProperties => [.. typeof(OperatingProfile).GetProperties().Where(property => property.CanWrite).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(ProfileProperties))]
    public void Profile_OfWhichOneThingIsStated_IsReadBackFromItsFactsAndFromItsRow(string property)
    {
        var profile = new OperatingProfile();
        var told = typeof(OperatingProfile).GetProperty(property)!;
        var type = Nullable.GetUnderlyingType(told.PropertyType) ?? told.PropertyType;
        told.SetValue(profile, type == typeof(bool) ? true : Convert.ChangeType(7, type, null));
        var business = new Business(Id, "店", Village, BusinessType.Restaurant) { Profile = profile };

        Assert.Equal(profile, BusinessFacts.ProfileOf(business));
        Assert.Equal(profile, FoodSafety.Domain.Import.BusinessRow.From(business, 1).ToBusiness().Profile);
    }

    [Fact]
    public void Facts_AreAllColumnsOfTheRegister_AndReadFromABusiness()
    {
        var declared = typeof(BusinessFacts).GetProperties().Select(property => property.GetValue(null)).OfType<IFact>().Select(fact => fact.Id).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(declared, BusinessFacts.Schema.Facts.Select(fact => fact.Id).Order(StringComparer.Ordinal));
        Assert.Equal(declared, BusinessFacts.Map.Facts.Select(fact => fact.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Profile_OnAndBeyondTheRangeOfEachNumber()
    {
        _ = new OperatingProfile { Employees = 10_000_000, AnnualRevenue = 10_000_000_000_000, DinersPerMeal = 10_000_000, FloorArea = 10_000_000, ViolationsInLastYear = 60_000 };
        Assert.Throws<ArgumentOutOfRangeException>(() => new OperatingProfile { Employees = 10_000_001 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OperatingProfile { Employees = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OperatingProfile { AnnualRevenue = 10_000_000_000_000.01m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OperatingProfile { AnnualRevenue = 0.001m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OperatingProfile { DinersPerMeal = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OperatingProfile { FloorArea = 1.005m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new OperatingProfile { ViolationsInLastYear = 60_001 });
    }
}
