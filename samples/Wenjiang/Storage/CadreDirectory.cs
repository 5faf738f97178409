using System.Text.Json;
using FoodSafety.Domain.Responsibility;
using Wenjiang.Options;

namespace Wenjiang.Storage;

/// <summary>The names of the cadres (干部通讯录). Acts know people by their keys alone; names stand in a file beside the journal, where they can be erased.</summary>
internal static class CadreDirectory
{
    public const string FileName = "cadre-names.json";

    private static Dictionary<string, string> _names = [];

    public static void Keep(CadreRoster roster, string folder)
    {
        _names = roster.Cadres.ToDictionary(cadre => cadre.Id.Value, cadre => cadre.Name);
        OutFolder.Write(folder, FileName, path => File.WriteAllText(path, JsonSerializer.Serialize(_names, SampleJson.Options)));
    }

    /// <summary>Takes the names of a run before; cadres without one are shown by their keys.</summary>
    public static void Load(string folder) => _names = SampleJson.Find<Dictionary<string, string>>(folder, FileName) ?? [];

    public static string NameOf(CadreId cadre) => _names.GetValueOrDefault(cadre.Value, cadre.Value);
}
