using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Tests.Areas;

public class NationalAreasTests(NationalAreas country)
{
    private AreaTree Tree => country.Tree;

    [Fact]
    public void Levels_OfTheCountry_AreCountedInFull()
    {
        Assert.Equal(665_271, Tree.Count);
        Assert.Equal(31, Tree.Roots.Count());
        Assert.Equal(
            [(AreaLevel.Province, 31), (AreaLevel.City, 342), (AreaLevel.District, 2_975), (AreaLevel.Town, 41_351), (AreaLevel.Village, 620_572)],
            Tree.Areas.CountBy(area => area.Level).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void Codes_OfEveryRow_LeadToItsAreaAndBack()
    {
        Assert.All(country.Rows.Index(), row =>
        {
            var area = Tree[AreaCode.Parse(row.Item.Code)];
            Assert.Equal(row.Item, new AreaRow(area.Code.ToString(), area.Name));
            Assert.Equal((row.Index, area), (area.Ordinal, Tree.At(area.Ordinal)));
        });
    }

    [Fact]
    public void Parent_OfEveryArea_ContainsItOneLevelAboveOrSkippingTheDistrict()
    {
        Span<int> path = stackalloc int[AreaTree.MaxDepth];
        foreach (var area in Tree.Areas)
        {
            var parent = area.Parent;
            var skips = area.Code.ToString()[4..6] == "00" && area.Level >= AreaLevel.Town;
            var length = area.CopyPathTo(path);
            var isRight = length == (int)area.Level - (skips ? 1 : 0)
                && path[length - 1] == area.Ordinal
                && (parent is null
                    ? area.Level == AreaLevel.Province
                    : parent.Value.Code == area.Code.Parent
                        && parent.Value.Code.Contains(area.Code)
                        && parent.Value.Contains(area)
                        && path[length - 2] == parent.Value.Ordinal
                        && area.Level - parent.Value.Level == (skips && area.Level == AreaLevel.Town ? 2 : 1));
            Assert.True(isRight, area.ToString());
        }
    }

    [Fact]
    public void RollUp_OfOnes_IsTheSizeOfEverySubtree()
    {
        var ones = new long[Tree.Count];
        Array.Fill(ones, 1);
        var totals = new long[Tree.Count];

        Tree.RollUp(ones, totals);

        for (var ordinal = 0; ordinal < Tree.Count; ordinal++)
            Assert.True(totals[ordinal] == Tree.Ends[ordinal] - ordinal, Tree.At(ordinal).ToString());
    }

    [Fact]
    public void Contains_ByCodeAndByRange_AgreeOnTheWholeCountry()
    {
        // The areas around both ends of every range, where a range could be wrong, and some from anywhere.
        var random = new Random(20221201);
        foreach (var area in Tree.Areas)
        {
            foreach (var other in (ReadOnlySpan<int>)[area.Ordinal - 1, area.Ordinal, area.End - 1, area.End, random.Next(Tree.Count)])
            {
                if (other >= 0 && other < Tree.Count)
                    Assert.True(area.Code.Contains(Tree.Codes[other]) == area.Contains(other), $"{area}, {Tree.At(other)}");
            }
        }
    }

    [Fact]
    public void Children_OfEveryArea_AreThoseThatNameItTheirParent()
    {
        var children = 0;
        foreach (var area in Tree.Areas)
        {
            foreach (var child in area.Children)
            {
                Assert.True(Tree.Parents[child.Ordinal] == area.Ordinal, child.ToString());
                children++;
            }
        }

        Assert.Equal(Tree.Count - 31, children);
    }

    [Fact]
    public void Build_RowsInAnyOrder_GivesTheSameTree()
    {
        var rows = country.Rows.ToArray();
        new Random(510115).Shuffle(rows);

        var shuffled = AreaTree.Build(rows);

        Assert.True(shuffled.Codes.SequenceEqual(Tree.Codes));
        Assert.True(shuffled.Parents.SequenceEqual(Tree.Parents));
        Assert.True(shuffled.Ends.SequenceEqual(Tree.Ends));
        Assert.Equal(Tree.Areas.Select(area => area.Name), shuffled.Areas.Select(area => area.Name));
    }

    [Theory]
    [InlineData("441900", "东莞市", 36)]
    [InlineData("442000", "中山市", 23)]
    [InlineData("460400", "儋州市", 18)]
    public void City_WithoutDistricts_HasItsTownsDirectlyBelow(string code, string name, int towns)
    {
        var city = Tree[AreaCode.Parse(code)];

        Assert.Equal((name, AreaLevel.City), (city.Name, city.Level));
        Assert.Equal(towns, city.Children.Count());
        Assert.All(city.Children, town => Assert.Equal((AreaLevel.Town, (Area?)city), (town.Level, town.Parent)));
        var village = city.Children.First().Children.First();
        Assert.Null(village.FindAncestor(AreaLevel.District));
        Assert.Equal(city, village.FindAncestor(AreaLevel.City));
        Assert.Equal(4, village.Path.Length);
    }

    [Fact]
    public void Cities_WithoutDistricts_AreThreeInTheCountry() =>
        Assert.Equal(
            ["东莞市", "中山市", "儋州市"],
            Tree.Areas.Where(area => area.Level == AreaLevel.City && area.Children.All(child => child.Level == AreaLevel.Town)).Select(area => area.Name));

    [Theory]
    [InlineData("1101", "市辖区", "东城区")]
    [InlineData("4190", "省直辖县级行政区划", "济源市")]
    [InlineData("4290", "省直辖县级行政区划", "仙桃市")]
    [InlineData("4690", "省直辖县级行政区划", "五指山市")]
    [InlineData("6590", "自治区直辖县级行政区划", "石河子市")]
    public void Placeholder_BetweenProvinceAndDistricts_IsACityLikeOthers(string code, string name, string firstChild)
    {
        var placeholder = Tree[AreaCode.Parse(code)];

        Assert.Equal((name, AreaLevel.City), (placeholder.Name, placeholder.Level));
        Assert.Equal(firstChild, placeholder.Children.First().Name);
        Assert.Equal(AreaLevel.District, placeholder.Children.First().Level);
    }

    [Fact]
    public void Names_OfAVillageAndTheCommunityBesideIt_AreTwoAreasOfOneTown()
    {
        var community = Tree[AreaCode.Parse("110105022025")];
        var village = Tree[AreaCode.Parse("110105022201")];

        Assert.Equal(("高井社区居委会", "高井村委会"), (community.Name, village.Name));
        Assert.Equal(community.Parent, village.Parent);
    }

    [Fact]
    public void District_WithoutTowns_IsTheOnlyLeafAboveTheVillages() =>
        Assert.Equal(
            ["金门县"],
            Tree.Areas.Where(area => area.Level < AreaLevel.Village && area.End == area.Ordinal + 1).Select(area => area.Name));
}
