using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Tests.Areas;

public class AreaTests
{
    private static readonly AreaTree Wenjiang = NationalAreas.Wenjiang();

    private static readonly Area Village = Wenjiang[AreaCode.Parse("510115001001")];

    [Fact]
    public void Path_OfAVillage_RunsFromTheRoot()
    {
        Assert.Equal(["四川省", "成都市", "温江区", "柳城街道", "和平社区居委会"], Village.Path.Select(area => area.Name));
        Assert.Equal([Wenjiang.At(0)], Wenjiang.At(0).Path);
    }

    [Fact]
    public void CopyPathTo_SpanOneTooShort_WritesNothing()
    {
        var ordinals = new int[] { -1, -1, -1, -1, -1 };

        var refusal = Assert.Throws<ArgumentException>(() => Village.CopyPathTo(ordinals.AsSpan(1)));
        Assert.Equal("The path has 5 areas and the span 4 places. (Parameter 'ordinals')", refusal.Message);
        Assert.All(ordinals, ordinal => Assert.Equal(-1, ordinal));

        Assert.Equal(5, Village.CopyPathTo(ordinals));
        Assert.Equal([0, 1, 2, 3, 4], ordinals);
    }

    [Theory]
    [InlineData(AreaLevel.Village, "和平社区居委会")]
    [InlineData(AreaLevel.Town, "柳城街道")]
    [InlineData(AreaLevel.Province, "四川省")]
    public void FindAncestor_EachLevel_StandsOnThePath(AreaLevel level, string name) =>
        Assert.Equal(name, Village.FindAncestor(level)?.Name);

    [Fact]
    public void FindAncestor_LevelBelow_IsNull() => Assert.Null(Wenjiang.At(2).FindAncestor(AreaLevel.Town));

    [Fact]
    public void Children_WalkedPastTheEnd_StayAtTheEnd()
    {
        var walk = Wenjiang.At(2).Children.GetEnumerator();
        var steps = 0;
        while (walk.MoveNext())
            steps++;

        Assert.Equal(9, steps);
        Assert.False(walk.MoveNext());
        walk.Reset();
        Assert.True(walk.MoveNext());
        Assert.Equal("柳城街道", walk.Current.Name);
        Assert.Empty(Village.Children);
        Assert.Empty(Village.Descendants);
        Assert.Empty(default(AreaSequence));
    }

    [Fact]
    public void Contains_EdgesOfTheRange_AreInAndOut()
    {
        var town = Village.Parent!.Value;

        Assert.True(town.Contains(town));
        Assert.True(town.Contains(Village));
        Assert.True(town.Contains(town.End - 1));
        Assert.False(town.Contains(town.End));
        Assert.False(town.Contains(town.Ordinal - 1));
        Assert.False(Village.Contains(town));
    }

    [Fact]
    public void Contains_AreaOfAnotherTree_IsRefused()
    {
        var twin = NationalAreas.Wenjiang().At(4);

        Assert.NotEqual(Village, twin);
        var refusal = Assert.Throws<ArgumentException>(() => Village.Contains(twin));
        Assert.StartsWith("510115001001 和平社区居委会 is not in the tree of 510115001001", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Village.Contains(default(Area)));
    }

    [Fact]
    public void Default_IsInNoTree()
    {
        var none = default(Area);

        Assert.Equal("", none.ToString());
        Assert.Throws<InvalidOperationException>(() => none.Tree);
        Assert.Throws<InvalidOperationException>(() => none.Ordinal);
        Assert.Throws<InvalidOperationException>(() => none.Code);
        Assert.Throws<InvalidOperationException>(() => none.Contains(-1));
    }
}
