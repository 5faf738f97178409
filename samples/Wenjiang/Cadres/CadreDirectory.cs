using FoodSafety.Domain.Responsibility;

namespace Wenjiang.Cadres;

/// <summary>The names of the cadres (干部通讯录). Acts know people by their keys alone; names stand here, where they can be erased.</summary>
internal static class CadreDirectory
{
    private static readonly Dictionary<CadreId, string> Names = [];

    public static void Keep(CadreRoster roster)
    {
        foreach (var cadre in roster.Cadres)
        {
            Names[cadre.Id] = cadre.Name;
        }
    }

    public static string NameOf(CadreId cadre) => Names.GetValueOrDefault(cadre, cadre.Value);
}
