using System.Text;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Import;

namespace FoodSafety.Domain.Files.Tests;

public sealed class ExportFileTests : IDisposable
{
    private const string Heading = "主体名称,统一社会信用代码,主体类型,法定代表人,地址,所属街道,风险等级,包保等级,食品安全总监,食品安全员,状态,许可证数量,创建时间\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_LedgerOfAPlatform_InUtf8AndGb18030_IsMergedByCreditCodeWithNamesOfAreasAndWords()
    {
        var (area, code, other) = (Businesses.Areas.Areas.First(), Code(1), Code(2));
        var register = new BusinessRegister(Businesses.Areas);
        register.Add(new Business(new("B-1"), "光华饭店", area.Code, BusinessType.Restaurant) { CreditCode = UnifiedSocialCreditCode.Parse(code) });
        var text = Heading + $"光华酒楼,{code},餐馆,张三,一号,{area.Name},B,C,李四,王五,歇业,1,2024-01-01\n柳城饭店,{other},restaurant,,,{area.Name},,,,,待审核,1,\n短行,{Code(3)}\n,,,,,,,,,,,,\n";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(text), Encoding.GetEncoding("GB18030").GetBytes(text) })
        {
            var path = _folder.Write("export.csv", bytes);
            var layout = ExportLayout.BusinessLedger with
            {
                Columns = [.. ExportLayout.BusinessLedger.Columns.Select(column => column.Field == "business-type" ? column with { Words = [new("餐馆", "restaurant")] } : column)],
            };
            var file = ExportFile.Read(path, layout, Businesses.Areas);
            var merge = file.Merge(register);

            Assert.Equal(["法定代表人", "地址", "风险等级", "包保等级", "食品安全总监", "食品安全员", "许可证数量", "创建时间"], file.NotRead.AsEnumerable());
            Assert.Contains("主体编号", file.Lacking);
            Assert.Equal((3, 1), (file.Rows.Length, file.BlankLines));
            Assert.Equal([(2, MergeKind.Changed, "B-1"), (3, MergeKind.New, ""), (4, MergeKind.Rejected, "")], merge.Rows.Select(row => (row.Row!.Row, row.Kind, row.Business.Value)));
            Assert.Equal([new FieldDifference("name", "光华饭店", "光华酒楼"), new FieldDifference("operating-status", "operating", "suspended")], merge.Rows[0].Differences.AsEnumerable());
            Assert.Contains(merge.Rows[2].Faults, fault => fault.Rule == FileRules.ColumnCount);
            Assert.Equal(
                ["row,kind,id,name,field,was,becomes,rule,other,reason-zh,reason-en", "2,changed,B-1,光华酒楼,name,光华饭店,光华酒楼,,,名称", "2,changed,B-1,光华酒楼,operating-status,operating,suspended,,,经营状态"],
                Written.By(target => MergeFile.Write(target, merge, MergeKind.Changed)).Split('\n')[..3].Select(line => line.Replace("主体名称", "名称", StringComparison.Ordinal).Split('：')[0]));
        }
    }

    [Fact]
    public void Read_FileByWhichNobodyIsKnown_IsRefused()
    {
        var path = _folder.Write("export.csv", "地址,状态\n一号,正常\n");
        Assert.Contains("no column by which a business is known", Assert.Throws<CsvFileException>(() => ExportFile.Read(path, ExportLayout.BusinessLedger, Businesses.Areas)).Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Layout_WithAFieldTwiceOrThatThereIsNot_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new ExportColumn("月亮", "moon"));
        Assert.Throws<ArgumentException>(() => new ExportLayout(("表", "table"), [new("名称", "name"), new("主体名称", "name")]));
    }

    private static string Code(int number) => $"{UnifiedSocialCreditCode.WithCheckCharacter($"9251011500000{number}000")}";
}
