using System.Collections.Immutable;
using Bogus;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;

namespace GeneratedDistrict.Register;

/// <summary>Makes up names as they stand on Chinese shop signs, no two alike.</summary>
public sealed class BusinessNames(Random random, int seed)
{
    private readonly Bogus.DataSets.Name _people = new("zh_CN") { Random = new Randomizer(seed) };
    private readonly HashSet<string> _used = [];

    public string Next(BusinessType type, Area village)
    {
        while (true)
        {
            var name = MakeUp(type, village);
            if (_used.Add(name))
            {
                return name;
            }
        }
    }

    private string MakeUp(BusinessType type, Area village)
    {
        var ending = Pick(NameWords.EndingsOf(type));
        if (ending.Contains("有限公司", StringComparison.Ordinal))
        {
            return $"成都{Brand()}{ending}";
        }

        return type.Sector() == BusinessSector.Canteen || type is BusinessType.MarketOrganiser or BusinessType.Supermarket
            ? $"温江区{PlaceOf(village)}{Brand()}{ending}"
            : $"温江区{PlaceOf(village)}{SignOfOwner()}{ending}";
    }

    /// <summary>The name of a village without what kind of committee it has.</summary>
    private static string PlaceOf(Area village) => village.Name
        .Replace("社区居委会", "", StringComparison.Ordinal)
        .Replace("村村委会", "", StringComparison.Ordinal);

    private string SignOfOwner() => random.Next(6) switch
    {
        0 => _people.LastName() + "记",
        1 => "老" + _people.LastName(),
        2 => _people.LastName() + _people.FirstName(),
        3 => _people.LastName() + "氏",
        _ => Brand(),
    };

    private string Brand() => Pick(NameWords.BrandStarts) + Pick(NameWords.BrandEnds);

    private string Pick(ImmutableArray<string> words) => words[random.Next(words.Length)];
}
