using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Areas;
using static FoodSafety.Domain.Tests.Responsibility.PlanWorld;

namespace FoodSafety.Domain.Tests.Responsibility;

/// <summary>Chains on the real tree, where it has holes.</summary>
public class NationalChainTests(NationalAreas areas)
{
    /// <summary>The cities without districts: Dongguan, Zhongshan, Danzhou.</summary>
    public static TheoryData<string, string> CitiesWithoutDistricts => new()
    {
        { "441900", "东莞市" },
        { "442000", "中山市" },
        { "460400", "儋州市" },
    };

    [Theory]
    [MemberData(nameof(CitiesWithoutDistricts))]
    public void Plan_CityWithoutDistricts_TakesTheDistrictStepInTheCity(string code, string name)
    {
        var city = areas.Tree[AreaCode.Parse(code)];
        Assert.Equal(name, city.Name);
        var world = new PlanWorld(areas.Tree);
        var towns = city.Children.ToList();
        Assert.All(towns, town => Assert.Equal(AreaLevel.Town, town.Level));
        foreach (var town in towns)
        {
            var village = town.Children.First();
            foreach (var tier in Enum.GetValues<Tier>())
            {
                world.Add($"{tier}-{town.Code}", village.Code.ToString(), tier);
            }
        }

        world.Grade();
        var posts = towns.Select(town => NewPost($"t{town.Code}", town.Code.ToString()))
            .Concat(towns.Select(town => NewPost($"v{town.Code}", town.Children.First().Code.ToString())))
            .Concat(Enumerable.Range(0, 3).Select(i => NewPost($"c{i}", code)));

        var plan = world.Plan(world.Roster(posts));

        Assert.Equal(4 * towns.Count, plan.CoveredCount);
        // B's main step and A's second belong to the district; both are taken by the city and said to be.
        Assert.Equal(2 * towns.Count, plan.Fallbacks.Count());
        Assert.All(plan.Fallbacks, gap => Assert.Equal(
            (AreaLevel.District, GapReason.NoAreaAtLevel, city.Code), (gap.Link.Level, gap.Link.Gap, gap.Link.Seat.Area)));
        Assert.Empty(plan.Vacancies);
        var loads = plan.Loads.Where(load => load.Seat.Area == city.Code).ToList();
        Assert.Equal((2 * towns.Count, towns.Count), (loads.Sum(load => load.Main), loads.Sum(load => load.Second)));
        Assert.InRange(loads.Max(load => load.Main) - loads.Min(load => load.Main), 0, 1);
    }

    [Fact]
    public void Plan_Beijing_TakesTierAInTheMunicipality()
    {
        // The city level of a municipality under the State Council is a group of districts, without cadres of its own.
        var world = new PlanWorld(areas.Tree);
        var village = areas.Tree[AreaCode.Parse("110101")].Descendants.First(area => area.Level == AreaLevel.Village);
        var row = world.Add("x", village.Code.ToString(), Tier.A);
        world.Grade();

        var chain = world.Plan(world.Roster(("mayor", "11"), ("district", "110101"), ("town", village.Code.Parent.ToString()))).ChainOf(row);

        Assert.Equal("mayor!NobodyInPost district town", Show(chain));
        Assert.Equal(SpecialistRole.TerritorialLiaison, chain.Main.Role);
    }

    [Fact]
    public void Plan_WenjiangBusiness_MovesTownAndComesBack()
    {
        var world = new PlanWorld(areas.Tree);
        var (liucheng, hesheng) = (areas.Tree[AreaCode.Parse("510115001")], areas.Tree[AreaCode.Parse("510115101")]);
        var (from, to) = (liucheng.Children.First().Code, hesheng.Children.First().Code);
        var row = world.Add("x", from.ToString(), Tier.B);
        world.Grade();
        var roster = world.Roster(
            ("district", "510115"), ("liucheng", "510115001"), ("hesheng", "510115101"), ("v1", from.ToString()), ("v2", to.ToString()));
        var planner = new ChainPlanner();
        var first = world.Plan(roster);

        world.Move(row, to);
        var moved = planner.Replan(first, [row], roster, Day);
        world.Move(row, from);
        var back = planner.Replan(moved, [row], roster, Day);

        Assert.Equal("district liucheng v1", Show(first.ChainOf(row)));
        Assert.Equal("district hesheng v2", Show(moved.ChainOf(row)));
        Assert.Equal(2, moved.Changes.Length);
        Assert.Equal(first.ChainOf(row).Links.AsEnumerable(), back.ChainOf(row).Links);
        Assert.Equal(["v2", "hesheng", "district"], moved.ChainOf(row).EscalationPath.Select(id => id.Value));
    }

    [Fact]
    public void Plan_WenjiangVillageWithoutCadre_FallsToItsTown()
    {
        var world = new PlanWorld(areas.Tree);
        var town = areas.Tree[AreaCode.Parse("510115101")];
        foreach (var village in town.Children)
        {
            world.Add($"d-{village.Code}", village.Code.ToString(), Tier.D);
        }

        world.Grade();
        var without = town.Children.First().Code;
        var posts = town.Children.Skip(1).Select(village => NewPost($"v-{village.Code}", village.Code.ToString())).Append(NewPost("town", town.Code.ToString()));

        var plan = world.Plan(world.Roster(posts));

        var gap = Assert.Single(plan.Fallbacks);
        Assert.Equal((without, "town", GapReason.NobodyInPost), (world.Register.At(gap.Row).Area, gap.Link.Cadre.Value, gap.Link.Gap));
        Assert.All(plan.Loads, load => Assert.Equal(1, load.Main));
    }

    [Fact]
    public void Plan_CadreInTwoTowns_HasEachTownsOwnAndLeavesOne()
    {
        var world = new PlanWorld(areas.Tree);
        foreach (var town in new[] { "510115101", "510115105" })
        {
            for (var i = 0; i < 4; i++)
            {
                world.Add($"c-{town}-{i}", town, Tier.C);
            }
        }

        world.Grade();
        var both = new CadreId("both");
        var roster = world.Roster(("both", "510115101"), ("a", "510115101"), ("both", "510115105"), ("b", "510115105"));
        var first = world.Plan(roster);

        var second = new ChainPlanner().Replan(first, [], roster.Without(roster.PostsOf(both)[0]), Day);

        Assert.Equal([2, 2], first.LoadsOf(both).Select(load => load.Main));
        Assert.Equal(new Seat(both, AreaCode.Parse("510115105")), Assert.Single(second.LoadsOf(both)).Seat);
        Assert.Equal([4, 2, 2], second.Loads.Select(load => load.Main));
        Assert.Equal(2, second.Changes.Count(change => change.Step == ResponsibleStep.Main));
        Assert.All(second.Changes, change => Assert.Equal(AreaCode.Parse("510115101"), change.From.Area));
        // Who assisted is main now, and nobody else is left to assist.
        Assert.All(second.Changes, change => Assert.Equal(
            change.From.Cadre == both ? ChainChangeReason.CadreLeft : ChainChangeReason.StepChanged, change.Reason));
        Assert.Equal(4, second.Vacancies.Count());
    }
}
