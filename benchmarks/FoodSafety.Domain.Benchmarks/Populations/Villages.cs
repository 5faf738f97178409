using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>A made-up city: 20 districts of 15 towns of 20 villages, 6,000 villages in all.</summary>
internal static class Villages
{
    private const string City = "5101";

    public static AreaTree Areas { get; } = AreaTree.Build(Rows());

    /// <summary>The codes of the villages, one string each that all its businesses share.</summary>
    public static string[] Codes { get; } = [.. Rows().Where(row => row.Code.Length == 12).Select(row => row.Code)];

    /// <summary>The ordinal of each village, in the order of <see cref="Codes"/>.</summary>
    public static Dictionary<string, int> Ordinals { get; } =
        Codes.ToDictionary(code => code, code => Areas[AreaCode.Parse(code)].Ordinal);

    private static IEnumerable<AreaRow> Rows()
    {
        yield return new AreaRow(City, City);
        for (var district = 1; district <= 20; district++)
        {
            var districtCode = $"{City}{district:00}";
            yield return new AreaRow(districtCode, districtCode);
            for (var town = 1; town <= 15; town++)
            {
                var townCode = $"{districtCode}{town:000}";
                yield return new AreaRow(townCode, townCode);
                for (var village = 1; village <= 20; village++)
                {
                    var villageCode = $"{townCode}{village:000}";
                    yield return new AreaRow(villageCode, villageCode);
                }
            }
        }
    }
}
