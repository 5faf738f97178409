using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Tests.Facts;

public class FactMapTests
{
    private static readonly NumberFact Staff = new("staff", ("人员", "staff"), ("人", "people"), maximum: 1_000);
    private static readonly NumberFact Revenue = new("revenue", ("收入", "revenue"), ("元", "yuan"), decimals: 2);
    private static readonly FlagFact Open = new("open", ("营业", "open"));
    private static readonly ChoiceFact<Colour> Colours = new("colour", ("颜色", "colour"));
    private static readonly FactSchema Schema = new([Staff, Revenue, Open, Colours], Colours);

    private static readonly FactMap<Shop> Map = new FactMap<Shop>()
        .Whole(Staff, shop => shop.Staff).Exact(Revenue, shop => shop.Revenue).Flag(Open, shop => shop.IsOpen).Choice(Colours, shop => shop.Colour);

    private static readonly Shop[] Shops = [.. Enumerable.Range(0, 10_000).Select(i =>
        new Shop(i % 1_001, i * 1.25m, i % 3 == 0, (Colour)(i % 3 + 1)))];

    public enum Colour
    {
        Red = 1,
        Green = 2,
        Blue = 3,
    }

    [Fact]
    public void AddRange_ManyObjects_IsAddingTheirViewsOneByOne()
    {
        var many = new FactTable(Schema);
        var single = new FactTable(Schema);
        var groups = Enumerable.Range(7, Shops.Length).ToArray();

        Assert.Equal(0, many.AddRange<Shop>(Shops.AsSpan(0, 9_000), Map, groups.AsSpan(0, 9_000)));
        Assert.Equal(9_000, many.AddRange<Shop>(Shops.AsSpan(9_000), Map, groups.AsSpan(9_000)));

        for (var i = 0; i < Shops.Length; i++)
        {
            single.Add(Map.View(Shops[i]), groups[i]);
            Assert.All(Schema.Facts, fact => Assert.Equal(single[i].Read(fact), many[i].Read(fact)));
            Assert.Equal(groups[i], many.GroupOf(i));
        }
    }

    [Fact]
    public void AddRange_OneObjectRefused_AddsNothingAndLaterRowsAreClean()
    {
        var table = new FactTable(Schema);
        table.AddRange<Shop>(Shops.AsSpan(0, 100), Map);
        Shop[] faulty = [.. Shops[100..6_000], new Shop(1_001, 0, true, Colour.Red)];

        var refused = Assert.Throws<ArgumentException>(() => table.AddRange<Shop>(faulty, Map));

        Assert.StartsWith("Object 5900: 'staff' allows 0 to 1,000 with at most 0 decimals.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(100, table.Count);
        // Rows that do not state a fact must not read what the refused rows left behind.
        table.AddRange<Shop>(Shops.AsSpan(100, 5_000), new FactMap<Shop>().Choice(Colours, shop => shop.Colour));
        Assert.All(Enumerable.Range(100, 5_000), row => Assert.Equal((null, null, null), (Staff.In(table[row]), Revenue.In(table[row]), Open.In(table[row]))));
        Assert.Equal(Shops[50].Staff, Staff.In(table[50]));
    }

    [Fact]
    public void AddRange_GroupsThatDoNotFit_AreRefused() => Assert.Equal(
        "There are 1 groups for 2 objects. (Parameter 'groups')",
        Assert.Throws<ArgumentException>(() => new FactTable(Schema).AddRange<Shop>(Shops.AsSpan(0, 2), Map, [3])).Message);

    [Fact]
    public void AddColumns_ColumnsOfTheSameShops_IsAddRange()
    {
        var columns = new FactColumns(Shops.Length)
            .Whole<int>(Staff, Shops.Select(shop => shop.Staff).ToArray()).Exact(Revenue, Shops.Select(shop => shop.Revenue).ToArray())
            .Flag(Open, Shops.Select(shop => shop.IsOpen).ToArray()).Choice(Colours, Shops.Select(shop => shop.Colour).ToArray());
        var (byColumn, byObject) = (new FactTable(Schema), new FactTable(Schema));

        byColumn.AddColumns(columns);
        byObject.AddRange<Shop>(Shops, Map);

        Assert.Equal([Colours, Open, Revenue, Staff], columns.Facts);
        Assert.All(Enumerable.Range(0, Shops.Length), row =>
            Assert.All(Schema.Facts, fact => Assert.Equal(byObject[row].Read(fact), byColumn[row].Read(fact))));
    }

    [Fact]
    public void Columns_OfAnotherLength_AreRefused()
    {
        Assert.Equal(
            "'staff' has 2 values for 3 rows. (Parameter 'fact')",
            Assert.Throws<ArgumentException>(() => new FactColumns(3).Whole<int>(Staff, new[] { 1, 2 })).Message);
        Assert.Throws<ArgumentException>(() => new FactTable(Schema).AddColumns(new FactColumns(1).Whole<long>(Staff, new[] { 5_000L })));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FactColumns(-1));
    }

    [Fact]
    public void View_ValueOutOfRange_IsRefusedWhenRead()
    {
        var view = Map.View(new Shop(1_001, 0.001m, true, 0));

        Assert.Throws<ArgumentOutOfRangeException>(() => Staff.In(view));
        Assert.Throws<ArgumentOutOfRangeException>(() => Revenue.In(view));
        Assert.Equal(default, Colours.In(view));
    }

    private sealed record Shop(int Staff, decimal Revenue, bool IsOpen, Colour Colour);
}
