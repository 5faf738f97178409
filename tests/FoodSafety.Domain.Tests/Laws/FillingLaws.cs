using CsCheck;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Tests.Laws;

/// <summary>Filling a table with many objects at once is adding them one by one.</summary>
public class FillingLaws
{
    private static readonly NumberFact Small = new("small", ("小", "small"), ("", ""), maximum: 200);
    private static readonly NumberFact Large = new("large", ("大", "large"), ("", ""), decimals: 2, minimum: -1, maximum: 1_000_000);
    private static readonly NumberFact Least = new("least", ("有下限", "has a least"), ("", ""), minimum: 7, maximum: 70_000);
    private static readonly FlagFact[] Flags = [new("first", ("甲", "first")), new("second", ("乙", "second"))];
    private static readonly ChoiceFact<Mark> Part = new("part", ("分区", "part"));
    private static readonly IFact[] Facts = [Flags[0], Small, Part, Least, Flags[1], Large];
    private static readonly Mark[] Parts = Enum.GetValues<Mark>();

    // What is not named reads as unstated; the last of them is refused somewhere.
    private static readonly FactMap<Item>[] Maps =
    [
        new FactMap<Item>().Choice(Part, i => i.Part).Whole(Small, i => i.Small).Whole(Least, i => i.Least).Flag(Flags[0], i => i.First).Flag(Flags[1], i => i.Second).Exact(Large, i => i.Large),
        new FactMap<Item>().Choice(Part, i => i.Part).Flag(Flags[1], i => i.Second),
        new FactMap<Item>().Whole(Small, i => i.Small).Exact(Large, i => i.Large),
        new FactMap<Item>(),
    ];

    [Fact]
    public void AddRange_AnyObjectsInAnyPieces_IsAddingThemOneByOne() => Gen.Select(Gen.Bool, Gen.Int[0, int.MaxValue]).Sample(
        (isParted, seed) =>
        {
            var random = new Random(seed);
            var schema = new FactSchema(Facts, isParted ? Part : null);
            FactTable table = new(schema), oneByOne = new(schema);
            for (var piece = 0; piece < 6; piece++)
            {
                var items = Enumerable.Range(0, Pick(random, 0, 1, 63, 200, 4_095, 4_096, 4_097, 9_000)).Select(_ => Draw(random)).ToArray();
                var map = Maps[random.Next(Maps.Length)];
                var groups = random.Next(2) == 0 ? [] : items.Select(_ => random.Next(-1, 9)).ToArray();
                if (items.Length > 0 && random.Next(3) == 0)
                {
                    // Refused near the end, when all but the last fact are written.
                    var broken = items.ToArray();
                    broken[^random.Next(1, Math.Min(items.Length, 70) + 1)] = new Item(200, 3, Parts[0], true, true, 2_000_000);
                    Assert.Throws<ArgumentException>(() => table.AddRange(broken, Maps[0], groups));
                    Assert.Equal(oneByOne.Count, table.Count);
                }

                // Changes between pieces leave slots behind that were written to.
                for (var left = random.Next(table.Count == 0 ? 1 : 40); left > 0; left--)
                {
                    var (row, part) = (random.Next(table.Count), Part.Of(Parts[random.Next(Parts.Length)]));
                    Assert.Equal(oneByOne.Set(row, part), table.Set(row, part));
                }

                Assert.Equal(oneByOne.Count, table.AddRange(items, map, groups));
                foreach (var (i, item) in items.Index())
                {
                    oneByOne.Add(map.View(item), groups.Length == 0 ? -1 : groups[i]);
                }

                AssertSame(oneByOne, table);
            }
        },
        iter: 40);

    private static void AssertSame(FactTable expected, FactTable actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var row = 0; row < expected.Count; row++)
        {
            foreach (var fact in Facts)
            {
                if (expected.Read(row, fact) != actual.Read(row, fact))
                {
                    Assert.Fail($"Row {row}: {fact.Id} is {actual.Read(row, fact)} and not {expected.Read(row, fact)}.");
                }
            }

            var (segment, slot) = actual.PlaceOf(row);
            if (segment.Rows[slot] != row || expected.GroupOf(row) != actual.GroupOf(row))
            {
                Assert.Fail($"Row {row}: its slot has row {segment.Rows[slot]}; its group is {actual.GroupOf(row)} and not {expected.GroupOf(row)}.");
            }
        }

        Assert.Equal(actual.Count, actual.Segments.Sum(segment => segment.Count));
    }

    private static Item Draw(Random random) => new(
        random.Next(201), random.Next(7, 70_001), Parts[random.Next(Parts.Length)], random.Next(2) == 0, random.Next(3) == 0, random.Next(-100, 100_000_001) / 100m);

    private static int Pick(Random random, params ReadOnlySpan<int> values) => values[random.Next(values.Length)];

    private readonly record struct Item(int Small, int Least, Mark Part, bool First, bool Second, decimal Large);
}
