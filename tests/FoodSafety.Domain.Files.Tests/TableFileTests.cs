using System.Diagnostics;
using System.Text;
using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.Tests.Reporting;
using FoodSafety.Domain.Time;
using MiniExcelLibs;

namespace FoodSafety.Domain.Files.Tests;

/// <summary>Tables and ledgers as CSV and as workbooks.</summary>
public sealed class TableFileTests : IDisposable
{
    private static readonly TableLayout Layout = new("things", ("事项", "things"),
    [
        new("code", ("编号", "number of the thing"), CellKind.Code, IsRequired: true), new("text", ("说明", "words"), CellKind.Text), new("day", ("日期", "on"), CellKind.Day),
        new("number", ("数量", "how many"), CellKind.Number), new("flag", ("是否", "whether"), CellKind.Flag), TableColumn.Of<Tier>("tier", ("分级", "grade")),
    ]);

    private static readonly Gen<string> Words = OneOf(
        "", "阳光食堂", "=1+1", "+86 28", "-5", "-a", "@name", "'=1", "'quoted", "a,b", "say \"so\"", "two\nlines", "007", "1E5", "91510115000001000A", "＝全角", "<b>&amp;</b>", "2026-01-31", "true", "TRUE", "#DIV/0!", " inner  blanks ", "_x0041_");

    private static readonly Gen<TableRow> Rows = Gen.Select(
        OneOf("510115001001", "007", "1E5", "510115199001010011", "k7", "=cmd"), Words.Select(text => text.Trim()), OneOf("", "2026-09-30", "2024-02-29", "1899-12-31", "1900-02-28", "9999-12-31"),
        OneOf("", "0", "-1.5", "12.5", "123456789012345", "1234567890123456.75", "0.000001"), OneOf("", "true", "false"), OneOf("", "a", "d"),
        (code, text, day, number, flag, tier) => new TableRow([code, text, day, number, flag, tier]));

    // No record has it: a business writes it.
    private static readonly Table RiskControls = new(Ledgers.RiskControlList, [new(["进货查验", "无合格证明", "逐批查验", "索证率100%", "每日"])]);

    private readonly TempFolder _folder = new();

    public static TheoryData<string, Language> Ways => [("t.csv", Language.Chinese), ("t.csv", Language.English), ("t.xlsx", Language.Chinese), ("t.xlsx", Language.English)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Ways))]
    public void Read_WhatWasWritten_IsEqual(string file, Language language) => Rows.Array[0, 12].Sample(rows =>
    {
        var path = _folder.PathOf(file);
        var table = new Table(Layout, rows);
        TableFile.Write(path, table, language);
        var read = TableFile.Read(path, Layout);
        Assert.Empty(read.Rejected);
        Assert.Empty(read.NotRead);
        Assert.Equal(table.Rows, read.Table.Rows);
    }, iter: 40, threads: 1);

    [Theory]
    [MemberData(nameof(Ways))]
    public void Ledgers_OfADistrict_AreReadBackEqual(string file, Language language)
    {
        var district = SmallDistrict.Build();
        foreach (var ledger in Ledgers.All)
        {
            var table = ledger.Of(district, SmallDistrict.Day);
            Assert.NotEmpty(table.Rows);
            AssertReadBack(ledger, table);
        }

        AssertReadBack(Ledgers.RiskControlList, RiskControls);

        void AssertReadBack(TableLayout layout, Table table)
        {
            var path = _folder.PathOf($"{layout.Code}-{file}");
            TableFile.Write(path, table, language);
            var read = TableFile.Read(path, layout);
            Assert.Empty(read.Rejected);
            Assert.Equal(table.Rows, read.Table.Rows);
        }
    }

    /// <summary>An office table as a file: numbers are numbers, each rate has its base beside it, and the CSV of codes is the same table.</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public void StatisticalTables_OfADistrict_AreReadBackEqual(string file, Language language)
    {
        var made = StatisticalTable.Of(SmallDistrict.OnItsDay(), SmallDistrict.Area, Cadence.Quarter);
        var table = StatisticalTables.Of(made);

        var path = _folder.PathOf(file);
        TableFile.Write(path, table, language);
        foreach (var read in new[] { TableFile.Read(path, table.Layout), TableFile.Read(_folder.Write("codes.csv", made.ToCsv()), table.Layout) })
        {
            Assert.Empty(read.Rejected);
            Assert.Empty(read.NotRead);
            Assert.Equal(table.Rows, read.Table.Rows);
        }

        Assert.Equal(made.Rows.Length + 1, table.Rows.Length);
        foreach (var (at, row) in made.Rows.Append(made.Total).Index())
        {
            Assert.Equal((row.Area.Code.ToString(), row.Remarks), (table[at, "area"], table[at, "remarks"]));
            foreach (var (column, cell) in made.Columns.Zip(row.Cells).Where(pair => pair.First.Figure == StatisticalFigure.Share))
            {
                Assert.Equal(($"{cell.Counted}", $"{cell.Of}", cell.Value is null), (table[at, $"{column.Code}-counted"], table[at, $"{column.Code}-of"], table[at, column.Code] == ""));
            }
        }
    }

    /// <summary>What nobody stated is empty in a file, and not 0.</summary>
    [Fact]
    public void StatisticalTables_WithoutRecords_AreEmptyAndSaySo()
    {
        var table = StatisticalTables.Of(StatisticalTable.Of(SmallDistrict.Build(withRecords: false).AsOf(SmallDistrict.Day), SmallDistrict.Area, Cadence.Month));

        var last = table.Rows.Length - 1;
        Assert.Equal(("", "", "", ""), (table[last, "daily-control"], table[last, "daily-control-counted"], table[last, "daily-control-of"], table[last, "records-missed"]));
        Assert.StartsWith("not-stated: daily-control records-missed daily-with-gaps", table[last, "remarks"], StringComparison.Ordinal);
    }

    [Fact]
    public void Ledgers_TellWhatTheBooksTell()
    {
        var district = SmallDistrict.Build();
        var day = district.AsOf(SmallDistrict.Day);

        var businesses = Ledgers.Businesses.Of(district, SmallDistrict.Day);
        Assert.Equal([("one", "b"), ("two", "c"), ("three", "d"), ("four", "")], Enumerable.Range(0, 4).Select(row => (businesses[row, "id"], businesses[row, "tier"])));
        Assert.Equal(day.Inspections.Length, Ledgers.Visits.Of(district, SmallDistrict.Day).Rows.Length);
        Assert.Equal(2, Ledgers.Visits.Of(district, SmallDistrict.Day, new NodaTime.LocalDate(2024, 3, 5)).Rows.Length);
        var problems = Ledgers.Problems.Of(district, SmallDistrict.Day);
        Assert.Equal(day.Findings.Length, problems.Rows.Length);
        Assert.Equal(day.SelfControl.Records.Count(), Ledgers.Records.Of(district, SmallDistrict.Day).Rows.Length);
        var cadres = Ledgers.Cadres.Of(district, SmallDistrict.Day);
        Assert.Equal(day.Plan!.Loads.Sum(load => load.Main), Enumerable.Range(0, cadres.Rows.Length).Sum(row => int.Parse(cadres[row, "main"])));
        Assert.All(Enumerable.Range(0, 2), row => Assert.Equal("true", Ledgers.SafetyPosts.Of(district, SmallDistrict.Day)[row, "on-duty"]));
        Assert.Throws<ArgumentException>("since", () => Ledgers.Visits.Of(district, SmallDistrict.Day, SmallDistrict.Day.PlusDays(1)));
    }

    /// <summary>A description may end with a blank, and a file keeps none: what is written is what is read back.</summary>
    [Fact]
    public void Problems_DescribedWithBlanksAround_AreKeptWithoutThem()
    {
        var district = SmallDistrict.Build();
        var day = SmallDistrict.Day;
        district.Apply(
            new Stamp("office", day, district.RecordedUpTo),
            new FindingRecorded(new FindingId(77), InspectionSubject.OfBusiness(new BusinessId("one")), FindingSource.Complaint, FindingSeverity.General, " 消毒记录不全 "));

        var table = Ledgers.Problems.Of(district, day);

        Assert.Contains(Enumerable.Range(0, table.Rows.Length), row => table[row, "description"] == "消毒记录不全");
        TableFile.Write(_folder.PathOf("p.csv"), table, Language.Chinese);
        Assert.Equal(table.Rows, TableFile.Read(_folder.PathOf("p.csv"), Ledgers.Problems).Table.Rows);
    }

    [Fact]
    public void Read_Gb18030_IsFoundOut()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var path = _folder.Write("t.csv", Encoding.GetEncoding("GB18030").GetBytes("编号,说明,分级\nk7,㐂𠮷饭店,A级\n"));

        Assert.Equal(["k7", "㐂𠮷饭店", "", "", "", "a"], Assert.Single(TableFile.Read(path, Layout).Table.Rows).Cells.AsEnumerable());
    }

    [Fact]
    public void Read_RowsThatDoNotFit_AreNamedWithTheirPlaceAndWhatIsAllowed()
    {
        var path = _folder.PathOf("t.xlsx");
        object?[][] sheet =
        [
            ["各类事项登记表"], ["制表：办公室"], ["编 号", "说\n明", "日期", "数量", "备注"], ["k1", "好", new DateTime(2026, 9, 30), 12.5, "x"], [null, null, null, null, null],
            ["k2", "两\n行", "2026年9月31日", 3, ""], [null, "无编号", "2026/10/1", "三", ""], [7, "数字编号", 46000.0, 1, ""], [null, null, null, null, null],
        ];
        Save(path, sheet);

        var read = TableFile.Read(path, Layout);

        Assert.Equal(["备注"], read.NotRead.AsEnumerable());
        Assert.Equal(["k1", "好", "2026-09-30", "12.5", "", ""], read.Table.Rows[0].Cells.AsEnumerable());
        Assert.Equal([6, 7, 8], read.Rejected.Select(row => row.Line));
        Assert.Equal(["day"], read.Rejected[0].Faults.Select(fault => fault.Column));
        Assert.Equal(["code", "number"], read.Rejected[1].Faults.Select(fault => fault.Column));
        Assert.Equal("'2026年9月31日' cannot be read as on. Allowed: a day, as 2026-09-30.", read.Rejected[0].Faults[0].Text.English);
        Assert.Equal("缺少编号。可填：编号。", read.Rejected[1].Faults[0].Text.Chinese);
    }

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.xlsx")]
    public void Write_ThatFails_LeavesTheFileThatWasThere(string file)
    {
        var path = _folder.PathOf(file);
        TableFile.Write(path, new Table(Layout, [new(["k7", "前", "", "", "", ""])]), Language.Chinese);
        var before = File.ReadAllBytes(path);

        // It fails after the file was begun: nothing asks for the language before.
        Assert.ThrowsAny<ArgumentException>(() => TableFile.Write(path, new Table(Layout, [new(["k8", "后", "", "", "", ""])]), (Language)9));

        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder.PathOf("")));
        TableFile.Write(path, new Table(Layout, [new(["k8", "后", "", "", "", ""])]), Language.Chinese);
        Assert.Equal("k8", TableFile.Read(path, Layout).Table[0, "code"]);
        Assert.Equal([path], Directory.GetFiles(_folder.PathOf("")));
    }

    [Theory]
    [InlineData("编 号,说\u3000明,日期,数量")]
    [InlineData(" ｃｏｄｅ ,ｔｅｘｔ,ｄａｙ,ｎｕｍｂｅｒ")]
    [InlineData("number  of the　thing,ｗords,on,how   many")]
    [InlineData("编号,说明,\"日\n期\",数量")]
    public void Read_HeadingsInFullWidthOrSpacedOtherwise_AreTheSameColumns(string heading)
    {
        var read = TableFile.Read(_folder.Write("t.csv", $"{heading},备 注（原）\nk7,好,2026-09-30,3,x\n"), Layout);

        Assert.Equal(["k7", "好", "2026-09-30", "3", "", ""], Assert.Single(read.Table.Rows).Cells.AsEnumerable());
        Assert.Equal(["备 注（原）"], read.NotRead.AsEnumerable());
    }

    /// <summary>Two headings that say the same are one column twice, and which of them holds is nobody's guess.</summary>
    [Fact]
    public void Read_OneHeadingInTwoWidths_IsRefused() => Assert.Equal(
        "编 号", Assert.Single(Assert.Throws<CsvFileException>(() => TableFile.Read(_folder.Write("t.csv", "编 号,编号\nk7,k8\n"), Layout)).Faults).Column);

    [Fact]
    public void Read_NumberThatLostDigits_RejectsItsRowAndReadsTheRest()
    {
        var path = _folder.PathOf("lost.xlsx");
        Save(path, [["编号", "说明", "数量", "备注"], [915101151234567890d, "以数值保存", 1, ""], ["k2", "好", 999999999999999d, ""], ["k3", "两处", 1e15, 2e15], ["k4", "备注不读", 1, 915101151234567890d]]);

        var read = TableFile.Read(path, Layout);

        Assert.Equal([("k2", "999999999999999"), ("k4", "1")], Enumerable.Range(0, read.Table.Rows.Length).Select(row => (read.Table[row, "code"], read.Table[row, "number"])));
        Assert.Equal([(2, "code"), (4, "number")], read.Rejected.Select(row => (row.Line, Assert.Single(row.Faults).Column)));
        var text = read.Rejected[0].Faults[0].Text;
        Assert.Equal("Cell A2 of sheet 'Sheet1' is kept as a number (915101151234568000), of which all digits after the 15th are lost. Allowed: codes as text; set the column to text and enter it again.", text.English);
        Assert.Equal("工作表“Sheet1”的单元格 A2 以数值保存（915101151234568000），超过 15 位的数字已丢失。编号须以文本保存：请将该列设为“文本”后重新填写。", text.Chinese);
    }

    /// <summary>All readers of sheets: what lost digits is rejected with the field for which it stands, and the rest is read.</summary>
    [Fact]
    public void Export_NumberThatLostDigits_RejectsItsRowAndMergesTheRest()
    {
        var (area, register) = (Businesses.Areas.Areas.First(), new BusinessRegister(Businesses.Areas));
        var path = _folder.PathOf("export.xlsx");
        Save(path, [["经营主体台账"], ["主体编号", "主体名称", "统一社会信用代码", "所属街道", "联系电话"], ["B-1", "光华饭店", 915101151234567890d, area.Name, ""], ["B-2", "新店", null, area.Name, 1e15]]);

        var merge = ExportFile.Read(path, ExportLayout.BusinessLedger, Businesses.Areas).Merge(register);

        var rejected = Assert.Single(merge.Rows, row => row.Faults.Any(fault => fault.Rule == FileRules.DigitsLost));
        Assert.Equal((3, MergeKind.Rejected), (rejected.Row!.Row, rejected.Kind));
        Assert.Contains(rejected.Faults, fault => fault is { Rule: FileRules.DigitsLost, Field: "credit-code", Value: "915101151234568000" });
    }

    [Fact]
    public void Read_WhatIsNoTable_IsRefused()
    {
        var lacking = Assert.Single(Assert.Throws<CsvFileException>(() => TableFile.Read(_folder.Write("lacking.csv", "说明\n好\n"), Layout)).Faults);
        Assert.StartsWith("the things lacks columns: number of the thing. Allowed: number of the thing, words, on,", lacking.Text.English, StringComparison.Ordinal);
        Assert.Throws<CsvFileException>(() => TableFile.Read(_folder.Write("broken.xlsx", "PK\u0003\u0004 nothing"), Layout));
        Assert.Throws<ArgumentException>("path", () => TableFile.Write(_folder.PathOf("t.doc"), new Table(Layout, []), Language.Chinese));
        Assert.Throws<ArgumentException>(() => new Table(Layout, [new(["k7", "", "30 September", "", "", ""])]));
        Assert.Throws<ArgumentException>(() => new Table(Layout, [new(["", "", "", "", "", ""])]));
        Assert.Throws<ArgumentException>(() => new Table(Layout, [new(["k7"])]));
        Assert.Throws<ArgumentException>(() => new TableLayout("t", ("表", "table"), [new("a", ("甲", "a"), CellKind.Text), new("b", ("乙", "a"), CellKind.Text)]));
    }

    /// <summary>The shape in which a platform exports: a workbook with a title, codes as texts, and blank rows at the end.</summary>
    [Fact]
    public void Export_AsAWorkbook_IsMergedLikeTheSameAsCsv()
    {
        var (area, register) = (Businesses.Areas.Areas.First(), new BusinessRegister(Businesses.Areas));
        register.Add(new Business(new("B-1"), "光华饭店", area.Code, BusinessType.Restaurant));
        object?[][] sheet = [["经营主体台账"], ["主体编号", "主体名称", "所属街道", "状态", "法定代表人"], ["B-1", "光华酒楼", area.Name, "歇业", "某"], ["B-2", "新店", area.Name, "正常", ""], [null, null, null, null, null]];
        var path = _folder.PathOf("export.xlsx");
        Save(path, sheet);
        var csv = _folder.Write("export.csv", string.Join('\n', sheet.Skip(1).Select(row => string.Join(',', row))));

        var (merge, same) = (ExportFile.Read(path, ExportLayout.BusinessLedger, Businesses.Areas).Merge(register), ExportFile.Read(csv, ExportLayout.BusinessLedger, Businesses.Areas).Merge(register));

        Assert.Equal(same.Rows.Select(row => (row.Kind, row.Business, row.Differences)), merge.Rows.Select(row => (row.Kind, row.Business, row.Differences)));
        Assert.Equal([3, 4], merge.Rows.Select(row => row.Row!.Row));
    }

    /// <summary>What LibreOffice opens and saves again says the same.</summary>
    [Fact]
    public async Task Ledgers_ThroughLibreOffice_AreReadBackEqual()
    {
        Assert.SkipUnless(new[] { "/usr/bin/soffice", "/usr/local/bin/soffice" }.Any(File.Exists), "LibreOffice (soffice) is not installed.");
        var district = SmallDistrict.Build();
        Table[] tables = [.. Ledgers.All.Select(ledger => ledger.Of(district, SmallDistrict.Day)), RiskControls];
        foreach (var table in tables)
        {
            TableFile.Write(_folder.PathOf($"{table.Layout.Code}.xlsx"), table, Language.Chinese);
            TableFile.Write(_folder.PathOf($"{table.Layout.Code}-c.csv"), table, Language.Chinese);
        }

        // Once as a workbook, and once as text of which every column is said to be text, as somebody says who knows what codes are.
        await ConvertAsync(null, [.. tables.Select(table => $"{table.Layout.Code}.xlsx")]);
        await ConvertAsync($"Text - txt - csv (StarCalc):44,34,76,1,{string.Join('/', Enumerable.Range(1, 40).Select(column => $"{column}/2"))}", [.. tables.Select(table => $"{table.Layout.Code}-c.csv")]);

        Assert.All(tables.SelectMany(table => new[] { (table, $"{table.Layout.Code}.xlsx"), (table, $"{table.Layout.Code}-c.xlsx") }), one =>
        {
            var read = TableFile.Read(_folder.PathOf(Path.Combine("out", one.Item2)), one.table.Layout);
            Assert.Empty(read.Rejected);
            Assert.Equal(one.table.Rows, read.Table.Rows);
        });
    }

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(at => words[at]);

    private async Task ConvertAsync(string? filter, string[] files)
    {
        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.PathOf("") };
        foreach (var argument in (string[])["--headless", $"-env:UserInstallation=file://{_folder.PathOf("profile")}", .. filter is null ? (string[])[] : [$"--infilter={filter}"], "--convert-to", "xlsx", "--outdir", _folder.PathOf("out"), .. files])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        _ = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static void Save(string path, object?[][] sheet) => MiniExcel.SaveAs(
        path, sheet.Select(row => row.Index().ToDictionary(cell => ((char)('A' + cell.Index)).ToString(), cell => cell.Item)).Select(row => Enumerable.Range(0, 5).ToDictionary(at => $"{(char)('A' + at)}", at => row.GetValueOrDefault($"{(char)('A' + at)}"))),
        printHeader: false);
}
