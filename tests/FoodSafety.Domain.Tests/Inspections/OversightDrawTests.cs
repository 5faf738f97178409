using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Inspections;

public class OversightDrawTests
{
    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    private static readonly string[] Places = ["510115001001", "510115002001", "510116001001", "511900001001"];

    private static readonly Gen<(Tier Tier, string Place)[]> AnyBusinesses =
        Gen.Select(Gen.Enum<Tier>(), Gen.Int[0, Places.Length - 1].Select(i => Places[i])).Array[0, 60];

    [Fact]
    public void Draw_ByTheSharesOfXiaogan_TakesAllOfAAndRoundsUp()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.AddMany(3, "510115001001", Tier.A);
        world.AddMany(20, "510115001001", Tier.B);
        world.AddMany(21, "510115002001", Tier.B);
        world.AddMany(100, "510116001001", Tier.C);
        world.AddMany(1, "510116001001", Tier.D);
        var draw = OversightDraw.Draw(Chains(world), OversightShares.Xiaogan, seed: 7);

        // 41 of B in district one: 4.1, so 5. A single D is drawn, since every stratum gives at least one.
        Assert.Equal(
            ["510115 A 3/3", "510115 B 5/41", "510116 C 5/100", "510116 D 1/1"],
            draw.Strata.Select(stratum => $"{stratum.Area.ToShortString()} {stratum.Tier} {stratum.Drawn}/{stratum.Size}"));
        Assert.Equal(14, draw.Businesses.Length);
        Assert.True(draw.Contains(world.Register.IdAt(0)));
        Assert.False(draw.Contains(new BusinessId("nobody")));

        var byTown = OversightDraw.Draw(Chains(world), OversightShares.Xiaogan, seed: 7, AreaLevel.Town);
        Assert.Equal([3, 2, 3, 5, 1], byTown.Strata.Select(stratum => stratum.Drawn));
    }

    [Fact]
    public void Draw_OfAShareOfNothing_IsEmpty()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.AddMany(5, Places[0], Tier.D);

        Assert.Empty(OversightDraw.Draw(Chains(world), new OversightShares(1, 1, 1, 0, Made), seed: 1).Businesses);
    }

    [Fact]
    public void Draw_DependsOnTheSeedAndTheIds_NotOnTheRows() => Gen.Select(AnyBusinesses, Gen.ULong).Sample((businesses, seed) =>
    {
        var named = businesses.Select((business, i) => (Id: $"id-{i}", business.Tier, business.Place)).ToArray();
        Assert.Equal(IdsDrawn(named, seed), IdsDrawn([.. named.Reverse()], seed));
    }, iter: 100);

    [Fact]
    public void Draw_WithALargerShare_HasAllOfTheSmaller() => Gen.Select(AnyBusinesses, Gen.ULong, Gen.Int[0, 100], Gen.Int[0, 100]).Sample((businesses, seed, one, other) =>
    {
        var chains = Chains(World(businesses.Select((business, i) => ($"id-{i}", business.Tier, business.Place))));
        var (small, large) = (OversightDraw.Draw(chains, Shares(Math.Min(one, other)), seed), OversightDraw.Draw(chains, Shares(Math.Max(one, other)), seed));
        Assert.Subset(large.Businesses.ToHashSet(), small.Businesses.ToHashSet());
        Assert.Equal(large.Businesses.Length, large.Strata.Sum(stratum => stratum.Drawn));
        Assert.Equal(businesses.Length, large.Strata.Sum(stratum => stratum.Size));
    }, iter: 100);

    [Fact]
    public void Draw_WithOtherSeeds_IsFair()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.AddMany(20, Places[0], Tier.B);
        var chains = Chains(world);
        var times = new int[20];
        for (var seed = 0UL; seed < 1_000; seed++)
        {
            times[OversightDraw.Draw(chains, new OversightShares(0, 0.05m, 0, 0, Made), seed).Businesses.Select(world.Register.RowOf).Single()]++;
        }

        Assert.All(times, drawn => Assert.InRange(drawn, 20, 90));
    }

    [Fact]
    public void Shares_OutOfRange_AreRefused()
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => new OversightShares(1, 1.01m, 0, 0, Made));
        Assert.Equal("b", refused.ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => OversightShares.Xiaogan[default]);
        Assert.Equal([1m, 0.10m, 0.05m, 0.05m], Enum.GetValues<Tier>().Select(tier => OversightShares.Xiaogan[tier]));
    }

    private static OversightShares Shares(int percent) => new(percent / 100m, percent / 100m, percent / 100m, percent / 100m, Made);

    private static IEnumerable<string> IdsDrawn((string Id, Tier Tier, string Place)[] businesses, ulong seed)
    {
        var world = World(businesses);
        return OversightDraw.Draw(Chains(world), Shares(30), seed).Businesses.Select(id => id.Value);
    }

    private static PlanWorld World(IEnumerable<(string Id, Tier Tier, string Place)> businesses)
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        foreach (var (id, tier, place) in businesses)
        {
            world.Add(id, place, tier);
        }

        return world;
    }

    private static ChainPlan Chains(PlanWorld world)
    {
        world.Grade();
        return world.Plan(world.Roster());
    }
}
