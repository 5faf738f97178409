using System.Globalization;
using FoodSafety.Domain.Businesses;

namespace GeneratedDistrict.Register;

/// <summary>Hands out credit codes and licence numbers of Wenjiang with right check characters, each once.</summary>
public sealed class BusinessCodes(Random random)
{
    private const string Division = "510115";
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int SerialsOfCategory = 9_999;

    private readonly HashSet<UnifiedSocialCreditCode> _used = [];
    private int _productionSerial;
    private int _tradeSerial;

    /// <summary>A code of the department and category that register such a business; a stall has none.</summary>
    public UnifiedSocialCreditCode CreditCodeFor(BusinessType type)
    {
        if (type == BusinessType.FoodStall)
        {
            return default;
        }

        var registrar = type switch
        {
            // 12: a public institution (事业单位); 52: a private non-enterprise unit (民办非企业单位).
            BusinessType.SchoolCanteen or BusinessType.HospitalCanteen => "12",
            BusinessType.KindergartenCanteen or BusinessType.ElderlyCareCanteen => random.Next(3) == 0 ? "12" : "52",
            // 92: a sole trader (个体工商户); 91: an enterprise.
            BusinessType.SmallCaterer or BusinessType.SmallWorkshop or BusinessType.Retailer => "92",
            BusinessType.Restaurant or BusinessType.SpecialFoodSeller => random.Next(4) == 0 ? "91" : "92",
            0 or BusinessType.FoodManufacturer or BusinessType.SpecialFoodManufacturer or BusinessType.FoodAdditiveManufacturer
                or BusinessType.Wholesaler or BusinessType.Supermarket or BusinessType.MarketOrganiser or BusinessType.OnlinePlatform
                or BusinessType.FoodStall or BusinessType.CentralKitchen or BusinessType.CollectiveMealDelivery
                or BusinessType.ConstructionSiteCanteen or BusinessType.WorkUnitCanteen => "91",
        };
        while (true)
        {
            var organisation = string.Concat(Enumerable.Range(0, 7).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var code = UnifiedSocialCreditCode.WithCheckCharacter($"{registrar}{Division}MA{organisation}");
            if (_used.Add(code))
            {
                return code;
            }
        }
    }

    /// <summary>A number of the licence the type works under; none where it works without one.</summary>
    public FoodLicenceNumber LicenceFor(BusinessType type) => type.ExpectedLicence() switch
    {
        LicenceKind.Production => FoodLicenceNumber.WithCheckDigit(Production(type)),
        LicenceKind.Trade => FoodLicenceNumber.WithCheckDigit(Trade(type)),
        null => default,
    };

    private string Production(BusinessType type)
    {
        var category = type == BusinessType.FoodAdditiveManufacturer ? "201"
            : type == BusinessType.SpecialFoodManufacturer ? "127"
            : $"1{random.Next(1, 26):D2}";
        return string.Create(CultureInfo.InvariantCulture, $"SC{category}{Division}{++_productionSerial % SerialsOfCategory:D4}");
    }

    private string Trade(BusinessType type)
    {
        var form = type.Sector() switch
        {
            BusinessSector.Sales => 1,
            BusinessSector.Catering => 2,
            BusinessSector.Canteen => 3,
            0 or BusinessSector.Production => throw new ArgumentOutOfRangeException(nameof(type), type, "A type that works under a trade licence."),
        };
        return string.Create(CultureInfo.InvariantCulture, $"JY{form}{Division}{++_tradeSerial:D6}");
    }
}
