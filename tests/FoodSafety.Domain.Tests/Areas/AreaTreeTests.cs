using CsCheck;
using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Tests.Areas;

public class AreaTreeTests
{
    private static readonly AreaTree Wenjiang = NationalAreas.Wenjiang();

    private static readonly AreaCode District = AreaCode.Parse("510115");

    [Fact]
    public void Build_Wenjiang_HasNineTownsAndNinetyFiveVillages()
    {
        Assert.Equal(107, Wenjiang.Count);
        Assert.Equal("四川省", Assert.Single(Wenjiang.Roots).Name);
        var district = Wenjiang[District];
        Assert.Equal("温江区", district.Name);
        Assert.Equal(9, district.Children.Count());
        Assert.Equal(9, district.Descendants.Count(area => area.Level == AreaLevel.Town));
        Assert.Equal(95, district.Descendants.Count(area => area.Level == AreaLevel.Village));
    }

    [Fact]
    public void Build_NoRows_IsEmpty()
    {
        var tree = AreaTree.Build([]);

        Assert.Equal(0, tree.Count);
        Assert.Empty(tree.Roots);
        Assert.Null(tree.Find(District));
        Assert.Contains("the tree is empty", Assert.Throws<ArgumentOutOfRangeException>(() => tree.At(0)).Message, StringComparison.Ordinal);
        tree.RollUp([], []);
    }

    [Fact]
    public void Build_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => AreaTree.Build(null!));

    [Fact]
    public void Build_DistrictAlone_IsItsOwnRoot()
    {
        var tree = AreaTree.Build([new("510115001", "柳城街道"), new("510115", "温江区"), new("510114", "新都区")]);

        Assert.Equal(["新都区", "温江区"], tree.Roots.Select(root => root.Name));
        Assert.Equal([-1, -1, 1], tree.Parents.ToArray());
        Assert.Equal([1, 3, 3], tree.Ends.ToArray());
        Assert.Null(tree[District].FindAncestor(AreaLevel.City));
    }

    [Fact]
    public void Build_NamesSharedInsideATown_AreTwoAreas()
    {
        var tree = AreaTree.Build(
            [new("510115001", "柳城街道"), new("510115001001", "和平社区"), new("510115001002", "和平社区")]);

        Assert.Equal(["和平社区", "和平社区"], tree.At(0).Children.Select(area => area.Name));
        Assert.NotEqual(tree.At(1), tree.At(2));
    }

    [Fact]
    public void Build_FaultyRows_TellsAllOfThemByRow()
    {
        var refusal = Assert.Throws<AreaTreeException>(() => AreaTree.Build(
        [
            new("510115001001", "和平社区"),
            new("51011", "温江区"),
            new("510115000001", "东街社区"),
            new("5101", " "),
            new("510100", "成都市"),
            new("510115001001", "和平社区"),
            default,
        ]));

        Assert.Equal(
            [
                (1, AreaFaultKind.Orphan, "510115001001", "和平社区", null),
                (2, AreaFaultKind.MalformedCode, "51011", "温江区", null),
                (3, AreaFaultKind.SkippedLevel, "510115000001", "东街社区", null),
                (4, AreaFaultKind.MissingName, "510100000000", "", null),
                (5, AreaFaultKind.DuplicateCode, "510100000000", "成都市", 4),
                (6, AreaFaultKind.DuplicateCode, "510115001001", "和平社区", 1),
                (7, AreaFaultKind.MalformedCode, "", "", null),
                (7, AreaFaultKind.MissingName, "", "", (int?)null),
            ],
            refusal.Faults.Select(fault => (fault.Row, fault.Kind, fault.Code, fault.Name, fault.FirstRow)));
        Assert.Equal(
            "Faults in the area list: 8. "
            + "Row 1 (510115001001 和平社区): its parent 510115001000 is not in the list. "
            + "Row 2 (51011 温江区): Area code '51011' has 5 characters; allowed: 2, 4, 6, 9 or 12 digits. "
            + "Row 3 (510115000001 东街社区): Area code '510115000001' has only zeros for its town (digits 7-9); "
            + "only a district may be left out, by a town directly under its city. And 5 more.",
            refusal.Message);
        Assert.Equal(
            "区划名录有 8 处差错。第 1 行（510115001001 和平社区）：上级区划 510115001000 不在名录中。"
            + "第 2 行（51011 温江区）：区划代码“51011”有 5 个字符；应为 2、4、6、9 或 12 位数字。"
            + "第 3 行（510115000001 东街社区）：区划代码“510115000001”的镇街级代码（第 7-9 位）为零；只有直属于市的镇街可以没有区县级代码。另有 5 处。",
            refusal.Text.Chinese);
        Assert.Equal("Row 4 (510100000000): there is no name.", refusal.Faults[3].Text.English);
        Assert.Equal("第 5 行（510100000000 成都市）：代码重复，首见于第 4 行。", refusal.Faults[4].Text.Chinese);
        Assert.Equal("Row 5 (510100000000 成都市): row 4 has the same code.", refusal.Faults[4].Text.English);
        Assert.Equal("Row 7: there is no name.", refusal.Faults[7].Text.English);
    }

    [Fact]
    public void Build_NonDigit_TellsWhereInBothLanguages()
    {
        var fault = Assert.Single(Assert.Throws<AreaTreeException>(() => AreaTree.Build([new("51O1", "成都市")])).Faults);

        Assert.Equal(
            "第 1 行（51O1 成都市）：区划代码“51O1”的第 3 个字符是“O”；应为数字 0 至 9。"
            + " / Row 1 (51O1 成都市): Area code '51O1' has 'O' as character 3; allowed: digits 0 to 9.",
            fault.ToString());
    }

    [Fact]
    public void Build_GapAboveAVillage_IsAnOrphanThoughItsDistrictIsThere()
    {
        var refusal = Assert.Throws<AreaTreeException>(() => AreaTree.Build(
            [new("510115", "温江区"), new("510115001001", "和平社区"), new("510115002", "公平街道")]));

        Assert.Equal((2, AreaFaultKind.Orphan), (Assert.Single(refusal.Faults).Row, refusal.Faults[0].Kind));
        Assert.DoesNotContain("more", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WithoutOneRowThatHasChildren_TellsExactlyThem() =>
        Gen.Int[0, Wenjiang.Count - 1].Sample(left =>
        {
            var gone = Wenjiang.At(left);
            var rows = Wenjiang.Areas.Where(area => area != gone).Select(Row).ToArray();
            // Without its one province the list simply begins at the city.
            if (gone.Parent is null || !gone.Children.Any())
            {
                Assert.Equal(Wenjiang.Count - 1, AreaTree.Build(rows).Count);
                return;
            }

            var refusal = Assert.Throws<AreaTreeException>(() => AreaTree.Build(rows));
            Assert.Equal(gone.Children.Select(child => child.Code.ToString()), refusal.Faults.Select(fault => fault.Code));
            Assert.All(refusal.Faults, fault => Assert.Equal(AreaFaultKind.Orphan, fault.Kind));
        });

    [Fact]
    public void Find_PresentAndAbsent_AnswersInThreeWays()
    {
        var absent = AreaCode.Parse("510116");

        Assert.Equal(Wenjiang[District], Wenjiang.Find(District));
        Assert.True(Wenjiang.TryGet(District, out var area));
        Assert.Equal(2, area.Ordinal);
        Assert.Equal(area, Wenjiang.At(2));
        Assert.Null(Wenjiang.Find(absent));
        Assert.Null(Wenjiang.Find(default));
        Assert.False(Wenjiang.TryGet(absent, out area));
        Assert.Equal(default, area);
        var refusal = Assert.Throws<AreaNotFoundException>(() => Wenjiang[absent]);
        Assert.Equal(absent, refusal.Code);
        Assert.Equal("Area 510116000000 is not in the tree.", refusal.Message);
        Assert.Equal("区划树中没有代码 510116000000。", refusal.Text.Chinese);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(107)]
    public void At_OutsideTheTree_NamesTheRange(int ordinal) =>
        Assert.Contains("Allowed: 0 to 106.", Assert.Throws<ArgumentOutOfRangeException>(() => Wenjiang.At(ordinal)).Message, StringComparison.Ordinal);

    [Fact]
    public void Tally_Wenjiang_CountsEveryAncestorOnce()
    {
        var town = Wenjiang[AreaCode.Parse("510115001")];
        var village = town.Children.First();
        var totals = new long[Wenjiang.Count];

        Wenjiang.Tally([village.Ordinal, town.Ordinal, village.Ordinal], totals);

        Assert.Equal([3, 3, 3, 3, 2], totals[..5]);
        Assert.Equal(14, totals.Sum());
    }

    [Fact]
    public void Tally_OfAnyBusinesses_IsTheRollUpOfTheirCounts() =>
        Gen.Int[0, Wenjiang.Count - 1].Array[0, 200].Sample(ordinals =>
        {
            var counts = new long[Wenjiang.Count];
            foreach (var ordinal in ordinals)
                counts[ordinal]++;

            var tallied = new long[Wenjiang.Count];
            Array.Fill(tallied, -7);
            Wenjiang.Tally(ordinals, tallied);
            Wenjiang.RollUp(counts, counts);

            Assert.Equal(counts, tallied);
            Assert.All(Wenjiang.Areas, area => Assert.Equal(ordinals.Count(area.Contains), tallied[area.Ordinal]));
        });

    [Fact]
    public void Tally_ForeignOrdinal_WritesNothing()
    {
        var totals = new long[Wenjiang.Count];
        Array.Fill(totals, 5);

        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Wenjiang.Tally([3, 107], totals));

        Assert.StartsWith("At index 1. Allowed: 0 to 106.", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Wenjiang.Tally([-1], totals));
        Assert.Throws<ArgumentException>(() => Wenjiang.Tally([3], totals.AsSpan(1)));
        Assert.All(totals, total => Assert.Equal(5, total));
    }

    [Fact]
    public void RollUp_MoreThanALongHolds_WritesNothing()
    {
        var amounts = new long[Wenjiang.Count];
        (amounts[3], amounts[4]) = (long.MaxValue - 1, 1);
        var totals = new long[Wenjiang.Count];

        Wenjiang.RollUp(amounts, totals);
        Assert.Equal(long.MaxValue, totals[0]);

        amounts[5] = -1;
        Array.Fill(totals, 5);
        Assert.Throws<OverflowException>(() => Wenjiang.RollUp(amounts, totals));
        amounts[5] = long.MinValue;
        Assert.Throws<OverflowException>(() => Wenjiang.RollUp(amounts, totals));
        Assert.All(totals, total => Assert.Equal(5, total));
    }

    [Fact]
    public void RollUp_SpansOfAnotherLength_AreRefused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Wenjiang.RollUp(new long[106], new long[107]));

        Assert.Equal("The span has 106 places and the tree 107 areas; allowed: one per area. (Parameter 'perArea')", refusal.Message);
        Assert.Throws<ArgumentException>("totals", () => Wenjiang.RollUp(new long[107], new long[108]));
    }

    [Fact]
    public void HotPaths_OnceWarm_AllocateNothing()
    {
        var counts = new long[Wenjiang.Count];
        var path = new int[AreaTree.MaxDepth];
        Walk();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Walk();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Walk()
        {
            Wenjiang.RollUp(counts, counts);
            foreach (var area in Wenjiang[District].Descendants)
                area.CopyPathTo(path);
        }
    }

    private static AreaRow Row(Area area) => new(area.Code.ToShortString(), area.Name);

    [Theory]
    [InlineData("温江\uFFFD区", "U+FFFD as character 3")]
    [InlineData("温江\n区", "U+000A as character 3")]
    [InlineData("温江\0", "U+0000 as character 3")]
    [InlineData(" 温江区", "U+0020 as character 1")]
    [InlineData("温江\u202E区", "U+202E as character 3")]
    public void Build_NameThatHidesSomething_IsRefusedWithItsRowAndCodePoint(string name, string what)
    {
        var fault = Assert.Single(Assert.Throws<AreaTreeException>(() => AreaTree.Build([new("510115", "温江区"), new("510115001", name)])).Faults);

        Assert.Equal((AreaFaultKind.WrongName, 2, name), (fault.Kind, fault.Row, fault.Name));
        Assert.StartsWith("Row 2 (510115001000 ", fault.Text.English, StringComparison.Ordinal);
        Assert.Contains(what, fault.Text.English, StringComparison.Ordinal);
        Assert.DoesNotContain(fault.Text.ToString(), letter => letter is '\0' or '\n' or '\u202E' or '\uFFFD');
    }
}
