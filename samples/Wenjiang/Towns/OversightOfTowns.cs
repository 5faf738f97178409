using FoodSafety.Domain;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Inspections;
using GeneratedDistrict.Sources;

namespace Wenjiang.Towns;

/// <summary>The draw of businesses at which the work of the cadres is looked at (督查), and the ten groups that go there.</summary>
internal static class OversightOfTowns
{
    /// <summary>Wenjiang has ten groups.</summary>
    public const int Groups = 10;

    private const ulong Seed = 2026_11_21;

    public static OversightDraw Draw(District district) => OversightDraw.Draw(district.Chains.Plan!, OversightShares.Xiaogan, Seed);

    /// <summary>Hands the draw out; a group never goes to the town from which its members come.</summary>
    public static OversightAssignment HandOut(DistrictAreas areas, District district, OversightDraw draw)
    {
        var (towns, register) = (areas.Towns.ToArray(), district.Businesses.Register);
        var groups = Enumerable.Range(0, Groups).Select(i => new OversightGroup(
            $"group-{i + 1}", ($"第{i + 1}督查组", $"group {i + 1}"),
            new OversightMember($"head-{i + 1}"), new OversightMember($"member-{i + 1}", towns[i % towns.Length].Code)));
        return OversightAssignment.Of(register, [.. draw.Businesses.Select(register.RowOf)], groups);
    }
}
