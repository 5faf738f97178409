using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Coordination;

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
