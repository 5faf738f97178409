using FoodSafety.Domain.Areas;
using GeneratedDistrict.Sources;

namespace GeneratedDistrict.Register;

/// <summary>Spreads businesses over the villages: many in the town centres, few in the countryside.</summary>
public sealed class VillageSpread
{
    private readonly Area[] _villages;
    private readonly double[] _upTo;

    public VillageSpread(DistrictAreas areas, Random random)
    {
        _villages = [.. areas.Villages];
        _upTo = new double[_villages.Length];
        var sum = 0.0;
        for (var i = 0; i < _villages.Length; i++)
        {
            // The second factor makes the villages of one town as unlike each other as they are.
            sum += Density(_villages[i]) * Math.Exp(1.4 * random.NextDouble());
            _upTo[i] = sum;
        }
    }

    public Area Draw(Random random)
    {
        var found = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return _villages[found >= 0 ? found + 1 : ~found];
    }

    /// <summary>How dense business is: the streets around the district's centre first, villages last. Assumed.</summary>
    private static double Density(Area village)
    {
        var isVillage = village.Name.EndsWith("村村委会", StringComparison.Ordinal);
        var town = village.Parent!.Value.Name switch
        {
            "柳城街道" => 2.2,
            "公平街道" => 2.0,
            "涌泉街道" or "天府街道" => 1.6,
            "金马街道" or "永宁街道" => 1.2,
            _ => 0.8,
        };
        return isVillage ? town / 3 : town;
    }
}
