using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>The specialists in post on a day (专员一览): liaison, consulting and executing, by the level of their posts.</summary>
/// <remarks>A view of a roster: who is a specialist follows from the posts alone (<see cref="SpecialistRoles.At"/>).</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class SpecialistTable
{
    // The posts held on the day, in the order of their areas.
    private readonly ImmutableArray<Post> _posts;

    private SpecialistTable(CadreRoster roster, LocalDate on)
    {
        (Roster, On) = (roster, on);
        _posts = [.. roster.Posts.Where(post => post.Term.Contains(on))];
    }

    /// <summary>The roster.</summary>
    public CadreRoster Roster { get; }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>Makes the table.</summary>
    /// <param name="roster">The cadres and their posts.</param>
    /// <param name="on">The day.</param>
    public static SpecialistTable Of(CadreRoster roster, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(roster);
        return new SpecialistTable(roster, on);
    }

    /// <summary>The cadres with a role in an area or in what lies in it, in the order of their ids, each once.</summary>
    /// <param name="role">The role.</param>
    /// <param name="area">The area.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="role"/> is not one of the named values.</exception>
    public ImmutableArray<CadreId> SpecialistsIn(SpecialistRole role, AreaCode area)
    {
        _ = role.Name();
        return [.. _posts.Where(post => area.Contains(post.Area) && SpecialistRoles.At(post.Area.Level) == role)
            .Select(post => post.Cadre).Distinct().Order()];
    }

    /// <summary>The areas of a level in which nobody is in post (专员空缺), in the order of their codes.</summary>
    /// <param name="level">The level: towns and villages lack executing specialists, districts consulting ones, cities liaison ones.</param>
    /// <param name="within">The area in which to look, itself included.</param>
    /// <exception cref="AreaNotFoundException">The tree has no such area.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is none of the five.</exception>
    public ImmutableArray<AreaCode> AreasWithout(AreaLevel level, AreaCode within)
    {
        _ = level.Name();
        var staffed = _posts.Select(post => post.Area).ToHashSet();
        var area = Roster.Areas[within];
        return [.. area.Descendants.Prepend(area).Where(each => each.Level == level && !staffed.Contains(each.Code)).Select(each => each.Code)];
    }

    /// <summary>The sectors that no specialist of a role in an area knows (行业空缺), in the order of <see cref="BusinessSector"/>.</summary>
    /// <param name="role">The role: consulting specialists are the ones who must know the sectors.</param>
    /// <param name="area">The area; what lies in it counts too.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="role"/> is not one of the named values.</exception>
    public ImmutableArray<BusinessSector> SectorsWithout(SpecialistRole role, AreaCode area)
    {
        var known = SpecialistsIn(role, area).SelectMany(cadre => Roster[cadre].Expertise.Sectors).ToHashSet();
        return [.. EnumCodes.All<BusinessSector>().Where(sector => !known.Contains(sector))];
    }
}
