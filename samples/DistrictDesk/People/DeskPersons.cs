using FoodSafety.Domain;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;

namespace DistrictDesk.People;

/// <summary>Somebody who can be picked in development.</summary>
/// <param name="Key">By what the journal knows him.</param>
/// <param name="Name">The name, made up.</param>
/// <param name="Role">What he is.</param>
/// <param name="Claim">The claim that says what he is: <c>cadre</c>, <c>station</c> or <c>office</c>.</param>
/// <param name="Value">Its value.</param>
public sealed record DeskPerson(string Key, string Name, BilingualText Role, string Claim, string Value);

/// <summary>The persons of the development sign-in: some cadres of each level, two clerks of each station, and those of the office.</summary>
public static class DeskPersons
{
    private const int ClerksOfAStation = 2;

    public static IEnumerable<DeskPerson> OfOffices(District district)
    {
        var tree = district.Areas.Tree;
        foreach (var link in district.Grids.Stations?.Links ?? [])
        {
            for (var clerk = 1; clerk <= ClerksOfAStation; clerk++)
            {
                var town = tree[link.Town].Name;
                yield return new($"{link.Station}-{clerk}", $"{town}所 {(clerk == 1 ? "甲" : "乙")}", ($"{town}市场监管所办案人员", $"clerk of the station of {town}"), "station", link.Station);
            }
        }

        var code = tree.Areas.FirstOrDefault(area => area.Level == AreaLevel.District) is { Tree: not null } found ? found.Code.ToShortString() : "";
        yield return new($"{code}-office-1", "食安办 甲", ("区食安办工作人员", "food-safety office"), "office", code);
        yield return new($"{code}-office-2", "食安办 乙", ("区食安办工作人员（复核）", "food-safety office, the second person"), "office", code);
    }

    /// <summary>The cadres with most businesses in some areas: a leader of the district, two of towns, and one of a village of every town.</summary>
    public static IEnumerable<DeskPerson> Cadres(District district, Names names)
    {
        if (district.Chains.Plan is not { } plan)
        {
            yield break;
        }

        foreach (var (level, many) in ((AreaLevel, int)[])[(AreaLevel.District, 1), (AreaLevel.Town, 2), (AreaLevel.Village, 9)])
        {
            foreach (var load in plan.Loads.Where(load => load.Seat.Area.Level == level && load.Main > 0).GroupBy(load => load.Seat.Area.Ancestor(AreaLevel.Town)).Take(many)
                .Select(town => town.MaxBy(load => load.Main)))
            {
                var (cadre, area) = (load.Seat.Cadre, plan.Register.Areas[load.Seat.Area]);
                var title = plan.Roster.FindPost(cadre, area.Code, plan.On)?.Title ?? "";
                var place = string.Join(' ', area.Path.Where(one => one.Level >= AreaLevel.District).Select(one => one.Name));
                yield return new(cadre.Value, names.Of(cadre), ($"{place} {title}（包保 {load.Main} 家）", $"{place} {title} ({load.Main} businesses)"), "cadre", cadre.Value);
            }
        }
    }
}
