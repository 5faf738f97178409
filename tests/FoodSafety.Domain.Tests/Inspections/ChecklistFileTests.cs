using System.Text;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using NodaTime;
using static FoodSafety.Domain.Tests.Inspections.InspectionWorld;

namespace FoodSafety.Domain.Tests.Inspections;

public class ChecklistFileTests
{
    private const string Own = """
        {
          "format": 1,
          "id": "wenjiang-catering",
          "version": "2026.1",
          "title": {"zh": "餐饮督导清单", "en": "Visits to caterers"},
          "from": "2026-01-01",
          "extends": {"id": "order-49-catering", "version": "2022.1"},
          "kinds": ["cadre-visit", "routine"],
          "types": ["restaurant"],
          "sources": {"notice": {"title": {"zh": "通知", "en": "notice"}, "standing": "government-notice"}},
          "severityBasis": "notice",
          "heads": [{"code": "kitchen", "title": {"zh": "后厨", "en": "Kitchen"}}],
          "items": [
            {
              "code": "open-kitchen",
              "severity": "general",
              "head": "kitchen",
              "title": {"zh": "明厨亮灶", "en": "Open kitchen"},
              "basis": "notice"
            }
          ]
        }

        """;

    [Fact]
    public void Write_EachBuiltInList_GivesTheEmbeddedFile() => Assert.All(
        Checklists.BuiltIn.Timelines.SelectMany(timeline => timeline.Versions),
        list => Assert.Equal(EmbeddedText.Read($"Inspections.Checklists.{list.Id}.{list.Version}.json"), ChecklistFile.Write(list)));

    [Fact]
    public void Read_OwnList_HasAllItsParts_AndIsWrittenAsItWas()
    {
        var list = ChecklistFile.Read(Own, Checklists.BuiltIn);
        Assert.Equal(("wenjiang-catering", "2026.1", new LocalDate(2026, 1, 1)), (list.Id, list.Version, list.InForce.From));
        Assert.Equal(9, list.Items.Length);
        Assert.Equal([InspectionKind.CadreVisit, InspectionKind.Routine], list.Kinds);
        Assert.Equal([BusinessType.Restaurant], list.Types);
        var item = Assert.Single(list.OwnItems);
        Assert.Equal("后厨", item.Head?.Title.Chinese);
        Assert.Equal((false, false), (item.IsIllustrative, item.IsSeverityIllustrative));
        Assert.Equal(Own.ReplaceLineEndings("\n"), ChecklistFile.Write(list));
        Assert.Equal(ChecklistFile.Write(list), ChecklistFile.Write(ChecklistFile.Read(Encoding.UTF8.GetBytes(Own), Checklists.BuiltIn)));
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", "$.format", DataFileFaultKind.UnknownFormat)]
    [InlineData("\"id\": \"wenjiang-catering\"", "\"id\": \"wen jiang\"", "$.id", DataFileFaultKind.MalformedText)]
    [InlineData("\"from\": \"2026-01-01\"", "\"from\": \"2026-02-30\"", "$.from", DataFileFaultKind.MalformedText)]
    [InlineData("\"from\": \"2026-01-01\"", "\"from\": \"2026-01-01\", \"until\": \"2026-01-01\"", "$.until", DataFileFaultKind.OutOfRange)]
    [InlineData("\"order-49-catering\"", "\"order-49-catring\"", "$.extends.id", DataFileFaultKind.UnknownName)]
    [InlineData("\"version\": \"2022.1\"", "\"version\": \"2023.1\"", "$.extends.version", DataFileFaultKind.UnknownName)]
    [InlineData("\"cadre-visit\"", "\"visit\"", "$.kinds[0]", DataFileFaultKind.UnknownName)]
    [InlineData("\"cadre-visit\"", "\"routine\"", "$.kinds[1]", DataFileFaultKind.DuplicateName)]
    [InlineData("[\"restaurant\"]", "[\"restaurants\"]", "$.types[0]", DataFileFaultKind.UnknownName)]
    [InlineData("\"severityBasis\": \"notice\",", "", "$", DataFileFaultKind.MissingProperty)]
    [InlineData("\"severityBasis\": \"notice\"", "\"severityBasis\": \"law\"", "$.severityBasis", DataFileFaultKind.UnknownName)]
    [InlineData("\"severity\": \"general\"", "\"severity\": \"minor\"", "$.items[0].severity", DataFileFaultKind.UnknownName)]
    [InlineData("\"code\": \"open-kitchen\"", "\"code\": \"qualification\"", "$.items[0].code", DataFileFaultKind.DuplicateName)]
    [InlineData("\"head\": \"kitchen\"", "\"head\": \"hall\"", "$.items[0].head", DataFileFaultKind.UnknownName)]
    [InlineData("\"code\": \"open-kitchen\"", "\"weight\": 3, \"code\": \"open-kitchen\"", "$.items[0].weight", DataFileFaultKind.UnknownProperty)]
    [InlineData("{\"zh\": \"明厨亮灶\", \"en\": \"Open kitchen\"}", "{\"zh\": \"\", \"en\": \"\"}", "$.items[0].title", DataFileFaultKind.MalformedText)]
    public void Read_WithAFault_SaysWhere(string right, string wrong, string path, DataFileFaultKind kind)
    {
        Assert.Contains(right, Own, StringComparison.Ordinal);
        var faults = Assert.Throws<DataFileException>(() => ChecklistFile.Read(Own.Replace(right, wrong, StringComparison.Ordinal), Checklists.BuiltIn)).Faults;
        Assert.Equal((path, kind), (faults[0].Path, faults[0].Kind));
    }

    [Fact]
    public void Read_WithFaults_ListsAllOfThem_WithWhatIsAllowed()
    {
        var wrong = Own.Replace("\"general\"", "\"minor\"", StringComparison.Ordinal).Replace("\"cadre-visit\"", "\"cadre-visits\"", StringComparison.Ordinal);
        var exception = Assert.Throws<DataFileException>(() => ChecklistFile.Read(wrong, Checklists.BuiltIn));
        Assert.Equal(
            "Faults in the checklist file: 2. line 8, column 13 ($.kinds[0]): nothing that may stand here is called 'cadre-visits'. Allowed: cadre-visit, oversight, routine, system, unannounced."
            + " line 16, column 19 ($.items[0].severity): nothing that may stand here is called 'minor'. Allowed: general, key.",
            exception.Message);
        Assert.StartsWith("清单文件有 2 处差错。", exception.Text.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfNoItems_OrAnUnusedHead_IsRefused()
    {
        var start = Own.IndexOf("\"items\"", StringComparison.Ordinal);
        var exception = Assert.Throws<DataFileException>(() => ChecklistFile.Read(Own[..start] + "\"items\": []}", Checklists.BuiltIn));
        Assert.Equal([DataFileFaultKind.OutOfRange, DataFileFaultKind.UnusedName], exception.Faults.Select(fault => fault.Kind));
    }

    [Fact]
    public void Read_OfWhatIsNoJson_IsRefused()
    {
        Assert.Equal(DataFileFaultKind.NotJson, Assert.Single(Assert.Throws<DataFileException>(() => ChecklistFile.Read("{", Checklists.None)).Faults).Kind);
        Assert.Equal(DataFileFaultKind.NotUnicode, Assert.Single(Assert.Throws<DataFileException>(() => ChecklistFile.Read("\ud800", Checklists.None)).Faults).Kind);
        Assert.Equal(DataFileFaultKind.WrongType, Assert.Single(Assert.Throws<DataFileException>(() => ChecklistFile.Read("[]", Checklists.None)).Faults).Kind);
    }

    [Fact]
    public void Write_OfHeadsWithOneCode_IsRefused()
    {
        var items = new[] { Item("one", FindingSeverity.Key) with { Head = new ChecklistHead("a", ("甲", "A")) }, Item("two", FindingSeverity.Key) with { Head = new ChecklistHead("a", ("乙", "B")) } };
        var list = new Checklist("own", "1", List.Title, List.InForce, List.SeverityBasis, items);
        Assert.Throws<ArgumentException>(() => ChecklistFile.Write(list));
    }
}
