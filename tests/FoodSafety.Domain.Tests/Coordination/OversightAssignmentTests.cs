using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Tests.Responsibility;

namespace FoodSafety.Domain.Tests.Coordination;

public class OversightAssignmentTests
{
    private static readonly string[] Towns = ["510115001", "510115002", "510116001", "511900001"];

    [Fact]
    public void Of_NoConflicts_IsEvenAndKeepsTownsTogether()
    {
        var world = WorldOf(4, 4, 4);

        var assignment = OversightAssignment.Of(world.Register, [.. Enumerable.Range(0, 12)], [GroupOf("one"), GroupOf("two"), GroupOf("three")]);

        Assert.Equal([4, 4, 4], assignment.Tasks.Select(task => task.Rows.Length));
        Assert.Equal(Towns[..3], assignment.Tasks.Select(task => Assert.Single(task.Towns).ToShortString()));
        Assert.Empty(assignment.Unassigned);
    }

    [Fact]
    public void Of_MemberFromTheTown_GoesElsewhere()
    {
        var world = WorldOf(3, 3);

        var assignment = OversightAssignment.Of(
            world.Register, [5, 4, 3, 2, 1, 0], [GroupOf("one", "510115001001"), GroupOf("two", "510115002"), GroupOf("idle", Towns[..2])]);

        Assert.Equal([3, 4, 5], assignment.Tasks[0].Rows);
        Assert.Equal([0, 1, 2], assignment.Tasks[1].Rows);
        Assert.Empty(assignment.Tasks[2].Rows);
        Assert.Empty(assignment.Tasks[2].Towns);
    }

    [Fact]
    public void Of_EveryGroupFromTheTown_LeavesItUnassigned()
    {
        var world = WorldOf(2, 1);

        var assignment = OversightAssignment.Of(world.Register, [0, 1, 2], [GroupOf("one", Towns[0]), GroupOf("two", Towns[0], Towns[1])]);

        Assert.Equal([0, 1], assignment.Unassigned);
        Assert.Equal([2], assignment.Tasks[0].Rows);
    }

    [Fact]
    public void MayInspect_AreaAboveTowns_IsAllowed()
    {
        var group = GroupOf("one", "510115001");

        Assert.False(group.MayInspect(AreaCode.Parse("510115001001")));
        Assert.True(group.MayInspect(AreaCode.Parse("510115")));
        Assert.True(GroupOf("two", "510115").MayInspect(AreaCode.Parse("510115001")));
    }

    [Fact]
    public void Of_FaultyArguments_AreTold()
    {
        var world = WorldOf(2);
        var twice = Assert.Throws<CoordinationFaultsException>(() => OversightAssignment.Of(
            world.Register, [0], [GroupOf("one"), new OversightGroup("one", ("组", "group"), new OversightMember("one-0"))]));

        Assert.Equal("Faults: 2. Code 'one' stands twice. 'one' has member 'one-0' twice.", twice.Message);
        Assert.Throws<ArgumentException>(() => OversightAssignment.Of(world.Register, [0], []));
        Assert.Throws<ArgumentException>(() => OversightAssignment.Of(world.Register, [0, 1, 0], [GroupOf("one")]));
        Assert.Throws<ArgumentOutOfRangeException>(() => OversightAssignment.Of(world.Register, [2], [GroupOf("one")]));
    }

    [Fact]
    public void Of_NoConflicts_IsEvenWithinOne() => Gen.Select(Gen.Int[0, 30].Array[4], Gen.Int[1, 10]).Sample((drawn, groups) =>
    {
        var assignment = Assign(drawn, [.. Enumerable.Range(0, groups).Select(number => GroupOf($"g{number}"))]);

        Assert.Equal(Enumerable.Range(0, drawn.Sum()), assignment.Tasks.SelectMany(task => task.Rows).Order());
        Assert.InRange(assignment.Tasks.Max(task => task.Rows.Length) - assignment.Tasks.Min(task => task.Rows.Length), 0, 1);
    });

    [Fact]
    public void Of_Conflicts_AreKeptAndTheLargestLoadIsTheLeastPossible() =>
        Gen.Select(Gen.Int[0, 9].Array[4], Gen.Int[0, 15].Array[1, 5]).Sample((drawn, homes) =>
        {
            // Bit t of a number: a member of the group comes from town t.
            var groups = homes.Select((home, number) => GroupOf($"g{number}", [.. Towns.Where((_, town) => (home >> town & 1) != 0)])).ToArray();
            var assignment = Assign(drawn, groups);
            var again = Assign(drawn, groups);

            Assert.Equal(Enumerable.Range(0, drawn.Sum()), assignment.Tasks.SelectMany(task => task.Rows).Concat(assignment.Unassigned).Order());
            Assert.All(assignment.Tasks, task => Assert.All(task.Towns, town => Assert.True(task.Group.MayInspect(town))));
            Assert.All(assignment.Tasks.Zip(again.Tasks), pair => Assert.Equal(pair.First.Rows, pair.Second.Rows));
            Assert.Equal(LeastPossibleLoad(drawn, homes), assignment.Tasks.Max(task => task.Rows.Length));
        });

    /// <summary>By Hall's theorem: for every set of towns, their businesses over the groups that may go to at least one of them.</summary>
    private static int LeastPossibleLoad(int[] drawn, int[] homes) => Enumerable.Range(1, 15).Max(set =>
    {
        var towns = Enumerable.Range(0, 4).Where(town => (set >> town & 1) != 0 && homes.Any(home => (home >> town & 1) == 0)).ToArray();
        var groups = homes.Count(home => towns.Any(town => (home >> town & 1) == 0));
        return groups == 0 ? 0 : (towns.Sum(town => drawn[town]) + groups - 1) / groups;
    });

    private static OversightAssignment Assign(int[] drawn, OversightGroup[] groups)
    {
        var world = WorldOf(drawn);
        return OversightAssignment.Of(world.Register, [.. Enumerable.Range(0, world.Register.Count)], groups);
    }

    private static PlanWorld WorldOf(params int[] perTown)
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        for (var town = 0; town < perTown.Length; town++)
        {
            world.AddMany(perTown[town], Towns[town], Tier.C);
        }

        return world;
    }

    private static OversightGroup GroupOf(string code, params string[] homes) =>
        new(code, (code, code), homes.DefaultIfEmpty("").Select((home, number) => new OversightMember($"{code}-{number}", home.Length == 0 ? default : AreaCode.Parse(home))));
}
