using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Files.Tests;

public sealed class AreaFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_WhatWriteWrote_IsTheSameTree()
    {
        var areas = AreaTree.Build([new("510115", "温江区"), new("510115001", "柳城街道"), new("510115001001", "光华, \"社区\"")]);

        var again = AreaFile.Read(_folder.Write("areas.csv", Written.By(file => AreaFile.Write(file, areas))));

        Assert.Equal(areas.Areas.Select(area => area.ToString()), again.Areas.Select(area => area.ToString()));
    }

    [Fact]
    public void Read_FaultyAreas_AreAllToldByTheirLines()
    {
        var path = _folder.Write("areas.csv", "name,code\n温江区,510115\n\n柳城街道,51011500\n和盛镇,510115104\n和盛,510115104\n万春社区,510115106001\n");

        var e = Assert.Throws<CsvFileException>(() => AreaFile.Read(path));

        Assert.Equal([4, 6, 7], e.Faults.Select(fault => fault.Line));
        Assert.Equal("line 5 has the same code.", e.Faults[1].Text.English.Split(": ")[1]);
        Assert.Equal("“510115104000 和盛”：代码与第 5 行重复。", e.Faults[1].Text.Chinese);
        Assert.StartsWith("areas.csv:4: '51011500 柳城街道': ", _folder.Without(e.Text.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LineWithAnotherNumberOfColumns_IsRefused()
    {
        var e = Assert.Throws<CsvFileException>(() => AreaFile.Read(_folder.Write("areas.csv", "code,name\n510115,温江,区\n")));

        Assert.Equal("areas.csv:2: The row has 3 columns and the heading 2.", _folder.Without(e.Text.English));
    }
}
