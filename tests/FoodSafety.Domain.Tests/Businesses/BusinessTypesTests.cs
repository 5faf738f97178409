using System.Text.RegularExpressions;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Businesses;

public class BusinessTypesTests
{
    [Fact]
    public void Name_EveryType_IsInBothLanguagesAndUnique()
    {
        Assert.All(EnumCodes.All<BusinessType>(), type => AssertBilingual(type.Name()));
        Assert.Equal(21, EnumCodes.All<BusinessType>().Select(type => type.Name()).Distinct().Count());
    }

    [Fact]
    public void Code_EveryType_IsKebabCaseAndFindsItsType() => Assert.All(EnumCodes.All<BusinessType>(), type =>
    {
        Assert.Matches("^[a-z]+(-[a-z]+)*$", type.Code());
        Assert.Equal(type, EnumCodes.Find<BusinessType>(type.Code()));
    });

    // Files hold the codes: a change of this table breaks them.
    [Theory]
    [InlineData(BusinessType.FoodManufacturer, "food-manufacturer", BusinessSector.Production, LicenceKind.Production)]
    [InlineData(BusinessType.SpecialFoodManufacturer, "special-food-manufacturer", BusinessSector.Production, LicenceKind.Production)]
    [InlineData(BusinessType.FoodAdditiveManufacturer, "food-additive-manufacturer", BusinessSector.Production, LicenceKind.Production)]
    [InlineData(BusinessType.SmallWorkshop, "small-workshop", BusinessSector.Production, null)]
    [InlineData(BusinessType.Wholesaler, "wholesaler", BusinessSector.Sales, LicenceKind.Trade)]
    [InlineData(BusinessType.Retailer, "retailer", BusinessSector.Sales, LicenceKind.Trade)]
    [InlineData(BusinessType.Supermarket, "supermarket", BusinessSector.Sales, LicenceKind.Trade)]
    [InlineData(BusinessType.SpecialFoodSeller, "special-food-seller", BusinessSector.Sales, LicenceKind.Trade)]
    [InlineData(BusinessType.MarketOrganiser, "market-organiser", BusinessSector.Sales, null)]
    [InlineData(BusinessType.OnlinePlatform, "online-platform", BusinessSector.Sales, null)]
    [InlineData(BusinessType.Restaurant, "restaurant", BusinessSector.Catering, LicenceKind.Trade)]
    [InlineData(BusinessType.SmallCaterer, "small-caterer", BusinessSector.Catering, null)]
    [InlineData(BusinessType.FoodStall, "food-stall", BusinessSector.Catering, null)]
    [InlineData(BusinessType.CentralKitchen, "central-kitchen", BusinessSector.Catering, LicenceKind.Trade)]
    [InlineData(BusinessType.CollectiveMealDelivery, "collective-meal-delivery", BusinessSector.Catering, LicenceKind.Trade)]
    [InlineData(BusinessType.SchoolCanteen, "school-canteen", BusinessSector.Canteen, LicenceKind.Trade)]
    [InlineData(BusinessType.KindergartenCanteen, "kindergarten-canteen", BusinessSector.Canteen, LicenceKind.Trade)]
    [InlineData(BusinessType.ElderlyCareCanteen, "elderly-care-canteen", BusinessSector.Canteen, LicenceKind.Trade)]
    [InlineData(BusinessType.HospitalCanteen, "hospital-canteen", BusinessSector.Canteen, LicenceKind.Trade)]
    [InlineData(BusinessType.ConstructionSiteCanteen, "construction-site-canteen", BusinessSector.Canteen, LicenceKind.Trade)]
    [InlineData(BusinessType.WorkUnitCanteen, "work-unit-canteen", BusinessSector.Canteen, LicenceKind.Trade)]
    public void Table_EachType_HasItsCodeSectorAndLicence(BusinessType type, string code, BusinessSector sector, LicenceKind? licence) =>
        Assert.Equal((code, sector, licence), (type.Code(), type.Sector(), type.ExpectedLicence()));

    [Fact]
    public void Default_IsNotStated()
    {
        Assert.Equal(new BilingualText("未填报", "Not stated"), default(BusinessType).Name());
        Assert.Equal("", default(BusinessType).Code());
        Assert.Equal(default, default(BusinessType).Sector());
        Assert.Null(default(BusinessType).ExpectedLicence());
    }

    [Theory]
    [InlineData("")]
    [InlineData("School-canteen")]
    [InlineData("canteen")]
    public void FindByCode_NoSuchCode_IsNull(string code) => Assert.Null(EnumCodes.Find<BusinessType>(code));

    [Fact]
    public void Name_UnnamedValue_SaysWhatIsAllowed()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => ((BusinessType)22).Name());

        Assert.StartsWith("Allowed: 1 (FoodManufacturer) to 21 (WorkUnitCanteen), or 0 for not stated.", error.Message, StringComparison.Ordinal);
        Assert.Equal((BusinessType)22, error.ActualValue);
    }

    [Fact]
    public void BusinessSectors_EverySector_HasNamesAndTypes()
    {
        Assert.All(EnumCodes.All<BusinessSector>(), sector =>
        {
            AssertBilingual(sector.Name());
            Assert.Contains(EnumCodes.All<BusinessType>(), type => type.Sector() == sector);
        });
        Assert.Equal("Not stated", default(BusinessSector).Name().English);
        Assert.Throws<ArgumentOutOfRangeException>(() => ((BusinessSector)5).Name());
    }

    [Fact]
    public void LicenceKinds_EachKind_HasNamesAndPrefix()
    {
        Assert.All(Enum.GetValues<LicenceKind>(), kind => AssertBilingual(kind.Name()));
        Assert.Equal(["SC", "JY"], Enum.GetValues<LicenceKind>().Select(kind => kind.Prefix()));
        Assert.Equal("No licence", default(LicenceKind).Name().English);
        Assert.Equal("", default(LicenceKind).Prefix());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((LicenceKind)3).Name());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((LicenceKind)3).Prefix());
    }

    internal static void AssertBilingual(BilingualText name)
    {
        Assert.Matches(new Regex(@"^\p{IsCJKUnifiedIdeographs}+$"), name.Chinese);
        Assert.Matches(new Regex("^[A-Z][A-Za-z ]+$"), name.English);
    }
}
