using System.Collections.Immutable;
using CsCheck;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Tests.ValueTypes;

public class ItemListTests
{
    private static readonly Gen<int[]> Items = Gen.Int[0, 3].Array[0, 5];

    [Fact]
    public void Equality_IsThatOfTheItems() => Gen.Select(Items, Items).Sample((left, right) =>
    {
        ItemList<int> one = [.. left], other = [.. right];
        Assert.Equal(left.SequenceEqual(right), one == other);
        Assert.Equal(one == other, one.Equals((object)other));
        Assert.Equal(one != other, !(one == other));
        Assert.True(one != other || one.GetHashCode() == other.GetHashCode());
    });

    [Fact]
    public void List_ReadsAsItsArray() => Items.Sample(items =>
    {
        ItemList<int> list = [.. items];
        Assert.Equal(items, list);
        Assert.Equal(items.Length, list.Length);
        Assert.Equal(items.Length == 0, list.IsEmpty);
        Assert.Equal(items, list.AsSpan().ToArray());
        ImmutableArray<int> array = list;
        Assert.Equal(items, array);
        Assert.Equal([.. items, 9], list.Add(9));
        Assert.Equal(items.Skip(1), items.Length == 0 ? list : list[1..]);
    });

    [Fact]
    public void Default_IsTheEmptyList()
    {
        ItemList<string> none = default;
        Assert.Equal([], none);
        Assert.Equal(none.GetHashCode(), new ItemList<string>([]).GetHashCode());
        Assert.True(none.Equals(default(ImmutableArray<string>)));
        Assert.False(((ImmutableArray<string>)none).IsDefault);
        Assert.Equal("[]", none.ToString());
        Assert.Throws<IndexOutOfRangeException>(() => none[0]);
    }

    [Fact]
    public void Text_ShowsTheItems_AndOfALongListHowManyMore()
    {
        Assert.Equal("[1, 2, 3]", new[] { 1, 2, 3 }.ToItemList().ToString());
        Assert.EndsWith(", 99, … +50]", Enumerable.Range(0, 150).ToItemList().ToString(), StringComparison.Ordinal);
        Assert.EndsWith(", 99]", Enumerable.Range(0, 100).ToItemList().ToString(), StringComparison.Ordinal);
    }
}
