using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Tests.Responsibility;
using static FoodSafety.Domain.Tests.Coordination.CoordinationWorld;

namespace FoodSafety.Domain.Tests.Coordination;

public class GridPlanTests
{
    private static readonly AreaTree Areas = PlanWorld.SmallTree;

    private static readonly AreaCode District = AreaCode.Parse("510115");

    [Fact]
    public void FindGrid_AreaInAGrid_GivesIt()
    {
        var plan = GridPlan.Build(Areas, [NewGrid("one", "510115001"), NewGrid("two", "510115002001", "510116")]);

        Assert.Equal("one", plan.FindGrid(AreaCode.Parse("510115001002"))!.Code);
        Assert.Equal("two", plan.FindGrid(AreaCode.Parse("510116001001"))!.Code);
        Assert.Null(plan.FindGrid(AreaCode.Parse("510115002")));
        Assert.Equal("two", plan.FindGrid("two")!.Code);
        Assert.Null(plan.FindGrid("three"));
        Assert.Throws<AreaNotFoundException>(() => plan.FindGrid(AreaCode.Parse("510199")));
    }

    [Fact]
    public void UncoveredIn_GroundWithoutGrid_GivesTheWidestAreas()
    {
        var plan = GridPlan.Build(Areas, [NewGrid("one", "510115001001")]);

        Assert.Equal(["510115001002", "510115002"], plan.UncoveredIn(District).Select(code => code.ToShortString()));
        Assert.Equal(["510115001002", "510115002", "510116", "5119"], plan.UncoveredIn(AreaCode.Parse("51")).Select(code => code.ToShortString()));
        Assert.Empty(plan.UncoveredIn(AreaCode.Parse("510115001001")));
    }

    [Fact]
    public void Build_Faulty_TellsEveryFault()
    {
        var refused = Assert.Throws<CoordinationFaultsException>(() => GridPlan.Build(
            Areas, [NewGrid("one", "510115001001"), NewGrid("two", "510115001"), NewGrid("one", "510199")]));

        Assert.Equal(
            "Faults: 3. Area 510115001001 belongs to 'one' already. Code 'one' stands twice. Area 510199000000 is not in the tree.", refused.Message);
        Assert.Equal(
            [CoordinationFaultKind.AreaTwice, CoordinationFaultKind.CodeTwice, CoordinationFaultKind.AreaUnknown], refused.Faults.Select(fault => fault.Kind));
        Assert.Throws<ArgumentException>(() => NewGrid("none"));
    }

    [Fact]
    public void BusinessesOf_Register_AccountsForThoseOutside()
    {
        var world = new PlanWorld(Areas);
        foreach (var (id, area) in new[] { ("a", "510115001001"), ("b", "510115001"), ("c", "510115002001"), ("d", "510115001001") })
        {
            world.Add(id, area, Tier.D);
        }

        var plan = GridPlan.Build(Areas, [NewGrid("one", "510115001001"), NewGrid("two", "510115002")]);
        var sorted = plan.BusinessesOf(world.Register);

        Assert.Equal([0, 3], sorted.RowsOf("one"));
        Assert.Equal([2], sorted.RowsOf("two"));
        Assert.Equal([1], sorted.Outside);
        Assert.Throws<ArgumentException>(() => sorted.RowsOf("three"));
        Assert.Throws<ArgumentException>(() => plan.BusinessesOf(new PlanWorld(AreaTree.Build([new("51", "province")])).Register));
    }

    [Fact]
    public void Grids_WithTheRest_PartitionTheBusinesses() => Gen.Select(Gen.Int[0, Areas.Count - 1].Array[0, 6], Gen.Int[0, Areas.Count - 1].Array[0, 60])
        .Sample((seats, homes) =>
        {
            var world = new PlanWorld(Areas);
            for (var row = 0; row < homes.Length; row++)
            {
                world.Add($"b{row}", Areas.At(homes[row]).Code.ToShortString(), Tier.C);
            }

            // Of areas inside each other only the first drawn becomes a grid.
            var chosen = new List<AreaCode>();
            foreach (var code in seats.Select(seat => Areas.At(seat).Code).Where(code => !chosen.Any(other => other.Contains(code) || code.Contains(other))))
            {
                chosen.Add(code);
            }

            var plan = GridPlan.Build(Areas, chosen.Select(code => NewGrid($"g{code}", code.ToShortString())));
            var sorted = plan.BusinessesOf(world.Register);
            var rows = plan.Grids.SelectMany(grid => sorted.RowsOf(grid.Code)).Concat(sorted.Outside).Order();
            Assert.Equal(Enumerable.Range(0, homes.Length), rows);
            Assert.All(plan.Grids, grid => Assert.All(sorted.RowsOf(grid.Code), row => Assert.Same(grid, plan.FindGrid(world.Register.At(row).Area))));
            var bare = plan.UncoveredIn(AreaCode.Parse("51"));
            Assert.All(sorted.Outside, row => Assert.Null(plan.FindGrid(world.Register.At(row).Area)));
            Assert.All(bare, area => Assert.DoesNotContain(chosen, code => area.Contains(code) || code.Contains(area)));
        });

    [Fact]
    public void StationLinks_OneToOne_FindsBothWaysAndTheMissing()
    {
        var links = StationLinks.Build(Areas, District, [new("station-two", AreaCode.Parse("510115002"))]);

        Assert.Equal("station-two", links.FindStation(AreaCode.Parse("510115002001")));
        Assert.Equal("510115002", links.FindTown("station-two")!.Value.ToShortString());
        Assert.Null(links.FindStation(AreaCode.Parse("510115001001")));
        Assert.Null(links.FindStation(District));
        Assert.Null(links.FindTown("station one"));
        Assert.Equal(["510115001"], links.MissingTowns.Select(town => town.ToShortString()));
    }

    [Fact]
    public void StationLinks_TwiceOrNoTown_IsRefused()
    {
        var refused = Assert.Throws<CoordinationFaultsException>(() => StationLinks.Build(Areas, District,
        [
            new("s1", AreaCode.Parse("510115001")), new("s2", AreaCode.Parse("510115001")), new("s1", AreaCode.Parse("510115002")),
            new("s3", AreaCode.Parse("510116001")), new("s4", AreaCode.Parse("510115001001")), new("s5", AreaCode.Parse("510115009")),
        ]));

        Assert.Equal(
            [
                "Area 510115001000 belongs to 's1' already.", "Station 's1' is linked to 510115001000 already.",
                "Area 510116001000 is no town or street of 510115000000.", "Area 510115001001 is no town or street of 510115000000.",
                "Area 510115009000 is not in the tree.",
            ],
            refused.Faults.Select(fault => fault.Text.English));
    }

    [Fact]
    public void GridBook_WhatWasLaidDown_CountsFromTheDayOfRecordUntilTheNext()
    {
        var office = new CoordinationOffice();
        office.Record(Day(9, 3), Day(9, 1), new GridsLaidDown([NewGrid("one", "510115001")]));
        office.Do(Day(9, 3), new StationsLinked(District, [new("s1", AreaCode.Parse("510115001"))]));
        office.Do(Day(9, 10), new GridsLaidDown([NewGrid("one", "510115"), NewGrid("two", "510116")]), new StationsLinked(District, []));

        Assert.Equal([null, 1, 1, 2], new[] { 2, 3, 9, 10 }.Select(day => office.District.Grids.PlanOn(Day(9, day))?.Grids.Length));
        Assert.Equal([null, 1, 1, 0], new[] { 2, 3, 9, 10 }.Select(day => office.District.AsOf(Day(9, day)).Stations?.Links.Length));
        Assert.Equal("two", office.District.Grids.Plan!.FindGrid(AreaCode.Parse("510116"))!.Code);
        Assert.Equal(2, office.District.Grids.Stations!.MissingTowns.Length);
        Assert.Equal(["grids-laid-down", "stations-linked", "grids-laid-down", "stations-linked"], office.District.Grids.History.Select(done => done.Act.Kind));
        var day = office.District.AsOf(Day(9, 10));
        Assert.Empty(day.Grids!.BusinessesOf(day.Register).Outside);
    }

    [Fact]
    public void GridBook_FaultyGround_IsRefusedWithEveryFault()
    {
        var office = new CoordinationOffice();
        var refused = Assert.Throws<ActsRefusedException>(() => office.Do(
            Day(9, 1),
            new GridsLaidDown([NewGrid("one", "510115001001"), NewGrid("two", "510115001"), NewGrid("one", "510199")]),
            new StationsLinked(District, [new("s1", AreaCode.Parse("510115001")), new("s1", AreaCode.Parse("510116001"))]),
            new StationsLinked(AreaCode.Parse("510199"), [])));

        Assert.Equal(
            [(0, "area-twice"), (0, "code-twice"), (0, "unknown-area"), (1, "not-a-town"), (1, "station-twice"), (2, "unknown-area")],
            refused.Refusals.Select(refusal => (refusal.Place!.Value, refusal.Code)));
        Assert.Equal("Area 510115001001 belongs to 'one' already.", refused.Refusals[0].Text.English);
        Assert.Equal([new GuardValue("subject", "510115001001"), new GuardValue("other", "one")], refused.Refusals[0].Values);
        Assert.Null(office.District.Grids.Plan);
    }

    private static Grid NewGrid(string code, params string[] areas) => new(code, (code, code), "keeper", areas.Select(AreaCode.Parse));
}
