using System.Text;
using CsCheck;

namespace FoodSafety.Domain.Files.Tests;

public sealed class CsvTableTests : IDisposable
{
    private static readonly CsvLayout Layout = new(("名单", "list"), ["id", "name", "note"], ["id"]);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_HeadingInFullWidth_IsTheColumnInHalfWidth()
    {
        var table = Read("ｉｄ,ｎａｍｅ\n1,柳城\n", new UTF8Encoding(false));

        Assert.Equal(("1", "柳城"), (table.Lines[0]["id"], table.Lines[0]["name"]));
        Assert.Equal(["ｉｄ", "ｎａｍｅ"], table.Heading);
    }

    [Theory]
    [InlineData("UTF-8", CsvEncoding.Utf8)]
    [InlineData("UTF-8 with mark", CsvEncoding.Utf8)]
    [InlineData("GB18030", CsvEncoding.Gb18030)]
    public void Read_EachEncoding_GivesTheSameText(string name, CsvEncoding found)
    {
        var table = Read("id,name\n1,温江区柳城街道㐂𠮷小吃店\n", name == "GB18030" ? Gb18030 : new UTF8Encoding(name == "UTF-8 with mark"));

        Assert.Equal((found, "温江区柳城街道㐂𠮷小吃店"), (table.Encoding, table.Lines[0]["name"]));
    }

    [Fact]
    public void Read_ChineseTexts_AreFoundInBothEncodings() => Gen.Char['\u4E00', '\u9FA5'].Array[3, 30].Array[3, 20].Sample(
        names =>
        {
            var text = "id,name\n" + string.Concat(names.Select((name, i) => $"{i},{new string(name)}\n"));
            return Read(text, new UTF8Encoding(false)).Lines.Concat(Read(text, Gb18030).Lines).Select(line => line["name"])
                .SequenceEqual(names.Concat(names).Select(name => new string(name)));
        },
        iter: 200, threads: 1);

    [Fact]
    public void Read_Utf8OfWhichARowIsDamaged_StaysUtf8AndShowsWhere()
    {
        byte[] bytes = [.. "id,name\n1,柳城小学食堂\n2,"u8, .. Gb18030.GetBytes("光华"), .. "\n3,万春酒楼\n"u8];

        var table = CsvTable.Read(_folder.Write("list.csv", bytes), Layout);

        Assert.Equal(CsvEncoding.Utf8, table.Encoding);
        Assert.Equal("柳城小学食堂", table.Lines[0]["name"]);
        Assert.Contains('\uFFFD', table.Lines[1]["name"]!);
        Assert.Equal("万春酒楼", table.Lines[2]["name"]);
    }

    [Fact]
    public void Read_CharactersAcrossThePiecesOfALargeFile_AreNotTorn()
    {
        var text = new StringBuilder("id,name\n");
        for (var i = 0; i < 20_000; i++)
        {
            text.Append(i).Append(",柳城街道第").Append(i).Append("号食堂\n");
        }

        foreach (var encoding in (Encoding[])[new UTF8Encoding(false), Gb18030])
        {
            var table = Read(text.ToString(), encoding);

            Assert.Equal(20_000, table.Lines.Length);
            Assert.All(table.Lines, line => Assert.Equal($"柳城街道第{line["id"]}号食堂", line["name"]));
        }
    }

    [Fact]
    public void Read_EncodingThatIsNamed_IsTaken()
    {
        // Two characters of GB18030 that are two of UTF-8 as well: nothing but the user knows.
        var path = _folder.Write("list.csv", [.. "id,name\n1,"u8, 0xC1, 0xAA, 0xCD, 0xA8]);

        Assert.Equal("联通", CsvTable.Read(path, Layout, CsvEncoding.Gb18030).Lines[0]["name"]);
    }

    [Fact]
    public void Read_QuotesAndLineBreaks_KeepTextAndLine()
    {
        var table = Read("id,name,note\r\n1,\"a, \"\"b\"\"\",\"two\nlines\"\r\n2,'=1+1,\r\n");

        Assert.Equal(("a, \"b\"", "two\nlines", 2), (table.Lines[0]["name"], table.Lines[0]["note"], table.Lines[0].Number));
        Assert.Equal(("=1+1", "", 4), (table.Lines[1]["name"], table.Lines[1]["note"], table.Lines[1].Number));
    }

    [Fact]
    public void Read_LinesThatSayNothing_AreLeftOutAndThoseWithCellsCounted()
    {
        var table = Read("id,name,note\n\n1,a,b\n,,\n \u3000,\"\",\n   \n2,c,d\n");

        Assert.Equal([("1", 3), ("2", 7)], table.Lines.Select(line => (line["id"]!, line.Number)));
        Assert.Equal(2, table.BlankLines);
    }

    [Fact]
    public void Read_OddLine_TellsHowManyCells()
    {
        var lines = Read("id,name\n1\n1,2,3\n").Lines;

        Assert.Equal([1, 3], lines.Select(line => line.CellCount));
        Assert.Null(lines[0]["name"]);
        Assert.Null(lines[0]["note"]);
    }

    [Fact]
    public void Read_WrongHeading_TellsMissingUnknownAndAllowed() => Refused(
        "naam,name\n",
        "list.csv:1: the heading of the list is wrong. Missing: id; unknown: naam. Allowed: id, name, note.",
        "list.csv:1: 名单的列名行有误。缺少：id；不认识：naam。可用列名：id, name, note。");

    [Fact]
    public void Read_OtherSeparator_IsToldAsWhatItIs() => Refused(
        "id;name\n",
        "list.csv:1: the heading of the list is wrong. Missing: id; unknown: id;name. Allowed: id, name, note. Columns are separated by commas; this file seems to use ';'.",
        "list.csv:1: 名单的列名行有误。缺少：id；不认识：id;name。可用列名：id, name, note。列与列之间须用半角逗号，此文件似用“;”。");

    [Fact]
    public void Read_EmptyFile_LacksTheColumns() => Refused(
        "",
        "list.csv:1: the heading of the list is wrong. Missing: id; unknown: none. Allowed: id, name, note.",
        "list.csv:1: 名单的列名行有误。缺少：id；不认识：无。可用列名：id, name, note。");

    [Fact]
    public void Read_ColumnTwice_IsRefused() => Refused("id,name,id\n", "list.csv:1: id: the column stands twice", "list.csv:1: id: 列名重复");

    [Fact]
    public void Read_Utf16_IsRefusedWithTheRemedy()
    {
        var e = Assert.Throws<CsvFileException>(() => Read("id\n1\n", Encoding.Unicode));

        Assert.Equal("list.csv: the list is in UTF-16; save it as \"CSV UTF-8 (comma delimited)\"", _folder.Without(e.Text.English));
        Assert.Equal("list.csv: 名单是 UTF-16 编码；请另存为“CSV UTF-8（逗号分隔）”", _folder.Without(e.Text.Chinese));
    }

    [Fact]
    public void Read_NoFile_IsToldInBothLanguages()
    {
        var e = Assert.Throws<CsvFileException>(() => CsvTable.Read(_folder.PathOf("none.csv"), Layout));

        Assert.Equal("none.csv: there is no such list", _folder.Without(e.Text.English));
        Assert.Equal("none.csv: 没有这个名单", _folder.Without(e.Text.Chinese));
    }

    [Fact]
    public void Read_Folder_IsRefused() => Assert.Throws<CsvFileException>(() => CsvTable.Read(_folder.PathOf(""), Layout));

    private CsvTable Read(string text, Encoding? encoding = null) => CsvTable.Read(_folder.Write("list.csv", text, encoding), Layout);

    private void Refused(string text, string english, string chinese)
    {
        var e = Assert.Throws<CsvFileException>(() => Read(text));
        Assert.Equal((english, chinese), (_folder.Without(e.Text.English), _folder.Without(e.Text.Chinese)));
    }
}
