using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace Wenjiang.Cadres;

/// <summary>How a sector is written in a cadre file: by its code, or by its Chinese name.</summary>
internal static class SectorWords
{
    public static string CodeOf(BusinessSector sector) => sector switch
    {
        BusinessSector.Production => "production",
        BusinessSector.Sales => "sales",
        BusinessSector.Catering => "catering",
        BusinessSector.Canteen => "canteen",
    };

    /// <summary>The sector that a word means, or null.</summary>
    public static BusinessSector? Find(string word)
    {
        foreach (var sector in EnumCodes.All<BusinessSector>())
        {
            if (word == sector.Name().Chinese || word.Equals(CodeOf(sector), StringComparison.OrdinalIgnoreCase))
            {
                return sector;
            }
        }

        return null;
    }
}
