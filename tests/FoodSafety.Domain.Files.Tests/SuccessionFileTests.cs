using FoodSafety.Domain.Areas;
using NodaTime;

namespace FoodSafety.Domain.Files.Tests;

public sealed class SuccessionFileTests : IDisposable
{
    private static readonly AreaTree Before = AreaTree.Build(
        [new("510115", "温江区"), new("510115101", "万春镇"), new("510115102", "永盛镇"), new("510115103", "金马镇"), new("510115102001", "尚合社区"), new("510115103001", "金泉社区")]);

    private static readonly AreaTree After = AreaTree.Build(
        [new("510115", "温江区"), new("510115005", "金马街道"), new("510115101", "万春镇"), new("510115005001", "尚合社区"), new("510115005002", "金泉社区"), new("510115005003", "友福社区")]);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_WhatWasCompared_IsALineForEachAreaThatChanged()
    {
        var text = Written.By(file => SuccessionFile.Write(file, AreaComparison.Of(Before, After)));

        Assert.Equal(
            """
            kind,from,from-name,to,to-name,on,note,reason-zh,reason-en
            new,?,,510115005003,友福社区,,,,
            gone,510115102000,永盛镇,?,,,,510115005000 金马街道: 1 个下级区划中 1 个划转,510115005000 金马街道: 1 of 1 areas inside
            recoded,510115102001,尚合社区,510115005001,尚合社区,,,名称相同，改属其他上级,the same name under another area
            recoded,510115103000,金马镇,510115005000,金马街道,,,同一上级下专名相同、通名不同,the same name but for the kind of area
            recoded,510115103001,金泉社区,510115005002,金泉社区,,,同一上级下名称相同,the same name under the same area

            """.ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void Compare_WithWhatWasFilledIn_IsDecided_AndWrittenAgainTheSame()
    {
        var path = _folder.Write("succession.csv", Written.By(file => SuccessionFile.Write(file, AreaComparison.Of(Before, After)))
            .Replace("gone,510115102000,永盛镇,?,,,", "gone,510115102000,永盛镇,510115005000,,2019-12-27,川府民政〔2019〕", StringComparison.Ordinal)
            .Replace("new,?,", "new,none,", StringComparison.Ordinal));

        var compared = SuccessionFile.Read(path).Compare(Before, After);

        Assert.Empty(compared.Undecided);
        var merged = compared.Changes.Single(change => change.Kind == AreaChangeKind.Merged);
        Assert.Equal(["510115102000", "510115103000"], merged.From.Select(area => $"{area.Code}"));
        Assert.Equal((new LocalDate(2019, 12, 27), "川府民政〔2019〕"), (merged.On, merged.Note));
        Assert.Equal([AreaCode.Parse("510115005003")], compared.Succession.Created);
        var again = SuccessionFile.Read(_folder.Write("again.csv", Written.By(file => SuccessionFile.Write(file, compared)))).Compare(Before, After);
        Assert.Equal(compared.Succession, again.Succession);
        Assert.Equal(merged.On, again.Changes.Single(change => change.Kind == AreaChangeKind.Merged).On);
    }

    [Fact]
    public void Read_FaultyLines_AreAllToldByTheirPlaces()
    {
        var path = _folder.Write("s.csv", "from,to,on,note\n510115101,,,\n51,none none,,\nnone,none,,\n510115101 510115102,510115005,,\n510115103,510115005 510115005,2019-13-01,\n?,510115005003,,\n510115103,510115005\n");

        var e = Assert.Throws<CsvFileException>(() => SuccessionFile.Read(path));

        Assert.Equal([(2, "to"), (3, "to"), (3, "to"), (4, null), (5, "from"), (6, "to"), (6, "on"), (8, null)], e.Faults.Select(fault => (fault.Line!.Value, fault.Column)));
    }

    [Fact]
    public void Compare_LinesThatDoNotFitTheLists_AreToldByTheirPlaces()
    {
        var file = SuccessionFile.Read(_folder.Write("s.csv", "to,from\n510115005,510115103\n?,510115102\n510115199,510115101\n"));

        var e = Assert.Throws<CsvFileException>(() => file.Compare(Before, After));

        Assert.Equal("s.csv:4: there is no 510115199000 in the list after.", _folder.Without(e.Text.English));
    }
}
