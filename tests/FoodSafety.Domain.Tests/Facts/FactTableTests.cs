using FoodSafety.Domain.Facts;
using static FoodSafety.Domain.Tests.Facts.FactSamples;

namespace FoodSafety.Domain.Tests.Facts;

public class FactTableTests
{
    [Fact]
    public void Add_Rows_AreNumberedFromZeroAndReadBack()
    {
        var table = new FactTable(Schema);

        Assert.Equal(0, table.Add(new FactRecord(Diners.Of(5), Kinds.Of(Kind.Last), Balance.Of(-50), Chain.Of(true)), group: 7));
        Assert.Equal(1, table.Add(FactRecord.Empty));
        Assert.Equal(2, table.Count);
        Assert.Equal((5m, Kind.Last, -50m, true, null), (Diners.In(table[0]), Kinds.In(table[0]), Balance.In(table[0]), Chain.In(table[0]), Revenue.In(table[0])));
        Assert.Equal((null, default(Kind), 7, -1), (Diners.In(table[1]), Kinds.In(table[1]), table.GroupOf(0), table.GroupOf(1)));
        Assert.Equal(0, table.Revision);
    }

    // Both ends of every column width, and the neighbours of the other widths' ends.
    [Theory]
    [InlineData(0, 255)]
    [InlineData(0, 256)]
    [InlineData(0, 65_535)]
    [InlineData(0, 65_536)]
    [InlineData(0, 4_294_967_295)]
    [InlineData(0, 4_294_967_296)]
    [InlineData(0, 4_000_000_000_000_000_000)]
    [InlineData(-1, 0)]
    [InlineData(-4_000_000_000_000_000_000, 4_000_000_000_000_000_000)]
    [InlineData(200, 300)]
    [InlineData(-9, -3)]
    public void Set_EveryColumnWidth_KeepsTheEdgesOfItsRange(long least, long most)
    {
        var fact = new NumberFact("n", ("数", "n"), ("", ""), minimum: least, maximum: most);
        var table = new FactTable(new FactSchema([Chain, fact]));
        long[] edges = [least, least + 1, 0, 127, 128, 254, 255, 256, 32_767, 65_534, 65_535, 65_536, int.MaxValue, uint.MaxValue - 1L, uint.MaxValue, uint.MaxValue + 1L, most - 1, most];
        var values = edges.Where(value => value >= least && value <= most).ToArray();
        foreach (var value in values)
        {
            table.Add(new FactRecord(fact.Of(value), Chain.Of(value == most)));
        }

        Assert.Equal(values, values.Select((_, row) => table[row].Read(fact)));
        foreach (var (row, value) in values.Reverse().Index())
        {
            table.Set(row, fact.Of(value));
        }

        Assert.Equal(values.Reverse(), values.Select((_, row) => table[row].Read(fact)));
        Assert.Equal(values.Select(value => (bool?)(value == most)), values.Select((_, row) => Chain.In(table[row])));
    }

    [Fact]
    public void Set_Partition_MovesTheRowAndKeepsItsNumberGroupAndValues()
    {
        var table = new FactTable(Schema);
        for (var row = 0; row < 130; row++)
        {
            table.Add(new FactRecord(Diners.Of(row), Kinds.Of(row % 2 == 0 ? Kind.Shop : Kind.Canteen), Chain.Of(row % 3 == 0)), group: row * 10);
        }

        // The first, a middle and the last of their segments.
        foreach (var row in (int[])[0, 64, 129, 128])
        {
            Assert.True(table.Set(row, Kinds.Of(Kind.Last)));
        }

        for (var row = 0; row < 130; row++)
        {
            var kind = row is 0 or 64 or 129 or 128 ? Kind.Last : row % 2 == 0 ? Kind.Shop : Kind.Canteen;
            Assert.Equal(
                ((decimal)row, kind, row % 3 == 0, row * 10),
                (Diners.In(table[row]), Kinds.In(table[row]), Chain.In(table[row]), table.GroupOf(row)));
        }

        Assert.Equal([0, 64, 128, 129], table.FindChangedSince(0));
    }

    [Fact]
    public void Set_SameValue_IsNoChange()
    {
        var table = TableOf(1);

        Assert.False(table.Set(0, Diners.Of(null)));
        Assert.False(table.Set(0, Kinds.Of(default)));
        Assert.Equal(0, table.Revision);
    }

    [Fact]
    public void FindChangedSince_SomeChanges_AreListedOnceAscending()
    {
        var table = TableOf(5);
        table.Set(4, Diners.Of(1));
        table.Set(1, Diners.Of(1));
        var revision = table.Revision;
        table.Set(3, Chain.Of(true));
        table.Set(1, Diners.Of(2));
        table.Set(3, Kinds.Of(Kind.Shop));
        table.Add(FactRecord.Empty);
        table.SetGroup(2, 9);

        Assert.Equal(2, revision);
        Assert.Equal([1, 3, 4], table.FindChangedSince(0));
        Assert.Equal([1, 3], table.FindChangedSince(revision));
        Assert.Equal(Array.Empty<int>(), table.FindChangedSince(table.Revision));
    }

    [Fact]
    public void FindChangedSince_MoreChangesThanRemembered_IsNull()
    {
        var table = TableOf(2);
        table.Set(0, Diners.Of(1));
        for (var i = 0; i < 2_000; i++)
        {
            table.Set(1, Diners.Of(i % 2 + 1));
        }

        Assert.Equal(2_001, table.Revision);
        Assert.Null(table.FindChangedSince(0));
        Assert.Equal([1], table.FindChangedSince(table.Revision - 1));
        Assert.Empty(table.FindChangedSince(table.Revision)!);
    }

    [Fact]
    public void FindChangedSince_RevisionNegativeOrToCome_IsRefused()
    {
        var table = TableOf(1);

        Assert.Throws<ArgumentOutOfRangeException>("revision", () => table.FindChangedSince(-1));
        Assert.Equal(
            "Allowed: 0 to 0. (Parameter 'revision')\nActual value was 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => table.FindChangedSince(1)).Message.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Row_OutsideTheTable_IsRefused()
    {
        var table = TableOf(2);

        Assert.Equal(
            "The table has 2 rows, numbered from 0. (Parameter 'row')\nActual value was 2.",
            Assert.Throws<ArgumentOutOfRangeException>(() => table[2]).Message.ReplaceLineEndings("\n"));
        Assert.Throws<ArgumentOutOfRangeException>("row", () => table[-1]);
        Assert.Throws<ArgumentOutOfRangeException>("row", () => table.Set(2, Diners.Of(1)));
        Assert.Throws<ArgumentOutOfRangeException>("row", () => table.SetGroup(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("row", () => table.GroupOf(-1));
    }

    [Fact]
    public void Column_OutsideTheSchema_IsRefused()
    {
        var table = new FactTable(new FactSchema([Diners, Chain]));
        table.Add(FactRecord.Empty);

        Assert.Equal(
            "There is no column for 'revenue'. Columns: diners, chain. (Parameter 'fact')",
            Assert.Throws<ArgumentException>(() => Revenue.In(table[0])).Message);
        Assert.Throws<ArgumentException>(() => table.Set(0, Revenue.Of(1)));
        Assert.Throws<ArgumentException>(() => table.Set(0, default));
        Assert.Throws<ArgumentNullException>(() => table[0].Read(null!));
    }

    [Theory]
    [InlineData("diners", -1)]
    [InlineData("diners", 1_001)]
    [InlineData("diners", long.MaxValue)]
    [InlineData("balance", -501)]
    [InlineData("balance", 501)]
    [InlineData("chain", 2)]
    [InlineData("chain", -1)]
    [InlineData("kind", 3)]
    [InlineData("kind", 256)]
    [InlineData("kind", -1)]
    [InlineData("kind", long.MaxValue)]
    [InlineData("kind", long.MinValue)]
    [InlineData("kind", 4_294_967_297)]
    public void Add_SourceWithAValueOutOfRange_IsRefusedAndNothingIsAdded(string id, long stored)
    {
        var table = TableOf(1);

        Assert.Throws<ArgumentException>(() => table.Add(new Faulty(id, stored)));

        Assert.Equal(1, table.Count);
        Assert.Equal(1, table.Add(FactRecord.Empty));
        Assert.All(Schema.Facts, fact => Assert.Equal(fact.Unstated, table[1].Read(fact)));
    }

    [Fact]
    public void Add_SourceWithAValueOutOfRange_SaysWhatIsAllowed()
    {
        var table = TableOf(0);

        Assert.Equal(
            "'balance' cannot be 501. Allowed: -500 to 500 smallest units.",
            Assert.Throws<ArgumentException>(() => table.Add(new Faulty("balance", 501))).Message);
        Assert.Equal("'chain' cannot be 2. Allowed: 0 and 1.", Assert.Throws<ArgumentException>(() => table.Add(new Faulty("chain", 2))).Message);
        Assert.Equal("'kind' cannot be 3. Allowed: 0, 1, 2, 255.", Assert.Throws<ArgumentException>(() => table.Add(new Faulty("kind", 3))).Message);
    }

    [Fact]
    public void Add_RowOfTheSameTable_CopiesIt()
    {
        var table = TableOf(1);
        table.Set(0, Diners.Of(9));

        table.Add(table[0]);
        table.Set(0, Diners.Of(1));

        Assert.Equal((1m, 9m), (Diners.In(table[0]), Diners.In(table[1])));
    }

    private static FactTable TableOf(int rows)
    {
        var table = new FactTable(Schema);
        for (var row = 0; row < rows; row++)
        {
            table.Add(FactRecord.Empty);
        }

        return table;
    }

    /// <summary>A user's entity that answers wrongly for one fact.</summary>
    private sealed class Faulty(string id, long stored) : IFactSource
    {
        public long Read(IFact fact) => fact.Id == id ? stored : fact.Unstated;
    }
}
