using System.Collections.Frozen;
using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

/// <summary>The links of stations and towns (所镇"一对一"联系表): no station has two towns, and no town two stations.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class StationLinks
{
    private readonly FrozenDictionary<AreaCode, string> _stations;

    private StationLinks(AreaCode within, ImmutableArray<StationLink> links, ImmutableArray<AreaCode> missing)
    {
        (Within, Links, MissingTowns) = (within, links, missing);
        _stations = links.ToFrozenDictionary(link => link.Town, link => link.Station);
    }

    /// <summary>The area whose towns are linked: a district, as a rule.</summary>
    public AreaCode Within { get; }

    /// <summary>The links, in the order of the towns.</summary>
    public ImmutableArray<StationLink> Links { get; }

    /// <summary>The towns without a station (未联系镇街), in the order of their codes.</summary>
    public ImmutableArray<AreaCode> MissingTowns { get; }

    /// <summary>Builds the table.</summary>
    /// <param name="areas">The areas.</param>
    /// <param name="within">The area whose towns are to be linked.</param>
    /// <param name="links">The links, in any order; they may leave towns out.</param>
    /// <exception cref="AreaNotFoundException"><paramref name="within"/> is not in the tree.</exception>
    /// <exception cref="CoordinationFaultsException">
    /// A station or town stands twice, or an area is not in the tree or no town of <paramref name="within"/>; all faults are told.
    /// </exception>
    public static StationLinks Build(AreaTree areas, AreaCode within, IEnumerable<StationLink> links)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(links);
        ImmutableArray<StationLink> given = [.. links];
        AreaCode[] towns = [.. areas[within].Descendants.Where(area => area.Level == AreaLevel.Town).Select(area => area.Code)];
        CoordinationFaultsException.ThrowIfAny([.. FaultsOf(areas, within, given)]);
        return new StationLinks(within, [.. given.OrderBy(link => link.Town)], [.. towns.Except(given.Select(link => link.Town))]);
    }

    /// <summary>The station linked to the town in which an area lies; null when there is none.</summary>
    /// <param name="area">A town or a village.</param>
    public string? FindStation(AreaCode area) => _stations.GetValueOrDefault(area.Ancestor(AreaLevel.Town));

    /// <summary>The town that a station is linked to; null when there is none.</summary>
    /// <param name="station">The key of the station.</param>
    public AreaCode? FindTown(string station) => Links.FirstOrDefault(link => link.Station == station)?.Town;

    /// <summary>What is wrong with links; none when they can be built.</summary>
    internal static IEnumerable<CoordinationFault> FaultsOf(AreaTree areas, AreaCode within, IEnumerable<StationLink> links)
    {
        var byTown = new Dictionary<AreaCode, string>();
        var byStation = new Dictionary<string, AreaCode>();
        foreach (var link in links)
        {
            if (areas.Find(link.Town) is null)
            {
                yield return new(CoordinationFaultKind.AreaUnknown, $"{link.Town}");
            }
            else if (link.Town.Level != AreaLevel.Town || !within.Contains(link.Town))
            {
                yield return new(CoordinationFaultKind.NotATown, $"{link.Town}", $"{within}");
            }

            if (!byTown.TryAdd(link.Town, link.Station))
            {
                yield return new(CoordinationFaultKind.AreaTwice, $"{link.Town}", byTown[link.Town]);
            }

            if (!byStation.TryAdd(link.Station, link.Town))
            {
                yield return new(CoordinationFaultKind.StationTwice, link.Station, $"{byStation[link.Station]}");
            }
        }
    }
}

/// <summary>A market regulation station and the one town it is linked to ("一对一"联系).</summary>
public sealed record StationLink
{
    /// <summary>Links a station to a town.</summary>
    /// <param name="station">The key of the station in the user's platform, not blank.</param>
    /// <param name="town">The town or street.</param>
    /// <exception cref="ArgumentException">The station is blank.</exception>
    public StationLink(string station, AreaCode town)
    {
        TextRule.Key.Check(station);
        (Station, Town) = (station, town);
    }

    /// <summary>The key of the station (市场监管所).</summary>
    public string Station { get; }

    /// <summary>The town or street (镇街).</summary>
    public AreaCode Town { get; }
}
