using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Areas;
using static FoodSafety.Domain.Tests.Responsibility.PlanWorld;

namespace FoodSafety.Domain.Tests.Responsibility;

/// <summary>
/// Figures that places published, planned on their real areas. Where a business stands and where a cadre is in post was not
/// published: they are dealt out evenly.
/// </summary>
public class PublishedFiguresTests(NationalAreas areas)
{
    [Fact]
    public void Hantai_HasNoTierAAndTiesAll()
    {
        // Hantai district, Hanzhong (2023): 51 B, 1,362 C, 11,531 D; 1,357 commitments, one a cadre. The split is assumed.
        var world = WorldOf("610702", (Tier.B, 51), (Tier.C, 1_362), (Tier.D, 11_531));
        var posts = Staff("610702", (AreaLevel.District, 40), (AreaLevel.Town, 317), (AreaLevel.Village, 1_000)).Append(NewPost("mayor", "6107"));

        var plan = world.Plan(world.Roster(posts));

        Assert.Equal((12_944, 0, 0), (plan.CoveredCount, plan.UncoveredCount, plan.OutsideCount));
        Assert.Equal([0, 51, 1_362, 11_531], plan.LevelLoads.Select(level => level.Main));
        Assert.Equal([1, 40, 317, 1_000], plan.LevelLoads.Select(level => level.Seats));
        Assert.Equal(1_357, plan.Loads.Count(load => load.Seat.Area.Level != AreaLevel.City));
        Assert.Equal(new SeatLoad(new Seat(new CadreId("mayor"), AreaCode.Parse("6107")), 0, 0, 0), plan.Loads.First());
        Assert.Empty(plan.Fallbacks);
    }

    [Fact]
    public void Longjiang_HasMoreCThanD()
    {
        // Longjiang township, Longling: 119 C for 16 township cadres (7.4 each), 77 D for 52 village cadres (1.5 each).
        var township = areas.Tree[AreaCode.Parse("530523")].Children.Single(town => town.Name == "龙江乡").Code.ToShortString();
        var world = WorldOf(township, (Tier.C, 119), (Tier.D, 77));

        var plan = world.Plan(world.Roster(Staff(township, (AreaLevel.Town, 16), (AreaLevel.Village, 52))));

        Assert.Equal(196, plan.CoveredCount);
        Assert.Equal([7.4m, 1.5m], plan.LevelLoads.Select(level => decimal.Round(level.MainPerSeat, 1)));
        Assert.Equal(68, plan.Loads.Count());
        Assert.Equal((7, 8), Range(plan.Loads.Where(load => load.Seat.Area.Level == AreaLevel.Town).Select(load => load.Main)));
    }

    [Fact]
    public void Lanshan_WidensThePool()
    {
        // Lanshan county (June 2023): 154 C and 2,074 D; the load fell from 12 to 9.33 when more cadres joined.
        // 186 cadres, 239 later: one in each town, the others in villages, where all businesses stand.
        var towns = Under("431127", AreaLevel.Town).Count;
        var world = WorldOf("431127", villageCount: 186 - towns, (Tier.C, 154), (Tier.D, 2_074));
        var few = Staff("431127", (AreaLevel.Town, towns), (AreaLevel.Village, 186 - towns));
        var joining = Staff("431127", (AreaLevel.Town, 20), (AreaLevel.Village, 33)).Select(post => NewPost($"new-{post.Cadre}", post.Area.ToString()));
        var before = world.Plan(world.Roster(few));

        var anew = world.Plan(world.Roster(few.Concat(joining)));
        var kept = world.Plan(anew.Roster, before);

        Assert.Equal((2_228, 2_228), (before.CoveredCount, anew.CoveredCount));
        Assert.Equal((186, 239), (before.Loads.Count(), anew.Loads.Count()));
        Assert.Equal((12.0m, 9.3m), (Load(before), Load(anew)));
        Assert.True(anew.LevelLoads.Zip(before.LevelLoads).All(pair => pair.First.MainPerSeat < pair.Second.MainPerSeat));
        // Planning on the plan before takes from nobody; only planning anew gives those who joined their share.
        Assert.Empty(kept.Changes);
        Assert.Equal(before.LevelLoads.Sum(level => level.Main), kept.LevelLoads.Sum(level => level.Main));
    }

    [Fact]
    public void Huaihua_IsTiedInPart()
    {
        // Huaihua city (2022): 55,401 surveyed, 40,042 graded, 15,359 not yet tied; B 250, C 1,601, D 6,667 cadres.
        var world = WorldOf("4312", (Tier.A, 78), (Tier.B, 448), (Tier.C, 1_776), (Tier.D, 37_740));
        var villages = Under("4312", AreaLevel.Village);
        for (var i = 0; i < 15_359; i++)
        {
            world.Register.Add(NewBusiness($"later-{i}", villages[i % villages.Count], Tier.D));
        }

        var plan = world.Plan(world.Roster(Staff("4312", (AreaLevel.City, 39), (AreaLevel.District, 250), (AreaLevel.Town, 1_601), (AreaLevel.Village, 6_667))));

        Assert.Equal(55_401, plan.Count);
        Assert.Equal((40_042, 0, 15_359), (plan.CoveredCount, plan.UncoveredCount, plan.OutsideCount));
        Assert.All(plan.Outside, business => Assert.Equal(GradingState.NotDecided, business.State));
        Assert.Equal([2m, 1.8m, 1.1m, 5.7m], plan.LevelLoads.Select(level => decimal.Round(level.MainPerSeat, 1)));
    }

    private static decimal Load(ChainPlan plan) => decimal.Round((decimal)plan.CoveredCount / plan.Loads.Count(), 1);

    private static (int Least, int Most) Range(IEnumerable<int> numbers) => (numbers.Min(), numbers.Max());

    private List<AreaCode> Under(string code, AreaLevel level)
    {
        var area = areas.Tree[AreaCode.Parse(code)];
        return area.Level == level ? [area.Code] : [.. area.Descendants.Where(below => below.Level == level).Select(below => below.Code)];
    }

    /// <summary>A register with so many businesses of each tier, dealt out to the villages of an area.</summary>
    private PlanWorld WorldOf(string code, params (Tier Tier, int Count)[] tiers) => WorldOf(code, int.MaxValue, tiers);

    private PlanWorld WorldOf(string code, int villageCount, params (Tier Tier, int Count)[] tiers)
    {
        var world = new PlanWorld(areas.Tree);
        var villages = Under(code, AreaLevel.Village).Take(villageCount).ToList();
        var next = 0;
        foreach (var (tier, count) in tiers)
        {
            for (var i = 0; i < count; i++)
            {
                world.Register.Add(NewBusiness($"{tier}-{i:D5}", villages[next++ % villages.Count], tier));
            }
        }

        world.Grade();
        return world;
    }

    /// <summary>So many cadres at each level, dealt out to the areas of that level.</summary>
    private List<Post> Staff(string code, params (AreaLevel Level, int Count)[] levels)
    {
        var posts = new List<Post>();
        foreach (var (level, count) in levels)
        {
            var places = Under(code, level);
            posts.AddRange(Enumerable.Range(0, count).Select(i => NewPost($"{level}-{i:D4}", places[i % places.Count].ToString())));
        }

        return posts;
    }
}
