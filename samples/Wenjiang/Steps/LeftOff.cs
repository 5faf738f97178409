using System.Collections.Immutable;
using System.Text.Json;
using FoodSafety.Domain;
using FoodSafety.Domain.Responsibility;
using Wenjiang.Options;
using Wenjiang.Storage;

namespace Wenjiang.Steps;

/// <summary>
/// What a run leaves for the next one to be held against: every chain as it stood, and the entries that the day after would make. The district
/// needs none of it, for the journal is all that is kept; it shows that a district which was opened again goes on as if there had been no break.
/// </summary>
/// <param name="Version">The number of the last entry then.</param>
/// <param name="Chains">The chains by the key of the business.</param>
/// <param name="NextDay">The entries of the day after, as lines of the journal.</param>
internal sealed record LeftOff(long Version, IReadOnlyDictionary<string, string> Chains, ImmutableArray<string> NextDay)
{
    public const string FileName = "left-off.json";

    /// <summary>Plays the next day, keeps what it would say, and takes it back.</summary>
    public static LeftOff Of(Desk desk) => new(desk.District.Version, ChainsOf(desk.District), desk.TryOut(() =>
    {
        Steps.NextDay.Play(desk);
        return desk.LinesAfter(desk.District.Version);
    }));

    /// <summary>What the run before left; null where it did not come to its end.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static LeftOff? Find(string folder, long version) => SampleJson.Find<LeftOff>(folder, FileName) is { } left && left.Version == version ? left : null;

    public string Write(string folder) => OutFolder.Write(folder, FileName, path => File.WriteAllText(path, JsonSerializer.Serialize(this, SampleJson.Options)));

    /// <summary>How many businesses have another chain now.</summary>
    public int CountOtherChains(District district)
    {
        var now = ChainsOf(district);
        return now.Keys.Union(Chains.Keys).Count(business => now.GetValueOrDefault(business) != Chains.GetValueOrDefault(business));
    }

    private static Dictionary<string, string> ChainsOf(District district)
    {
        var register = district.Businesses.Register;
        return Enumerable.Range(0, register.Count).ToDictionary(
            row => register.IdAt(row).Value, row => string.Join(", ", (district.Chains.Plan!.FindChain(row)?.Links.AsEnumerable() ?? []).Select(TextOf)));
    }

    private static string TextOf(ChainLink link) => $"{link.Step}: {(link.IsVacant ? $"{link.Gap}" : $"{link.Cadre} in {link.Seat.Area}")}";
}
