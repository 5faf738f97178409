using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using FoodSafety.Domain.DataFiles;

namespace FoodSafety.Domain.Tests.Snapshots;

/// <summary>A whole snapshot, damaged in every section: each time the fault says where, and nothing comes of the rest.</summary>
public class DamagedSnapshotTests
{
    private static readonly byte[] Saved = RichDistrict.File.Write(RichDistrict.Whole());

    private static readonly string Text = Encoding.UTF8.GetString(Saved);

    private static readonly string[] Lines = Text.Split('\n');

    public static TheoryData<string> Sections => [.. Whole().Select(section => section.Key)];

    public static TheoryData<string> Nested => [.. Whole().Where(section => section.Value is JsonArray or JsonObject).Select(section => section.Key)];

    [Fact]
    public void Sections_AreAllThere_AndNoneIsEmpty()
    {
        Assert.Equal(
            "format version areas policy businesses tiers cadres posts levels plannedOn seats history commitments delegations staff recordsFrom operationMarks "
            + "records stops checklists inspections round roundBusinesses roundMarks referrals recalls warnings incidents "
            + "coordination grids stations campaigns assessments",
            string.Join(' ', Whole().Select(section => section.Key)));
        Assert.All(Whole(), section => Assert.True(section.Value is JsonValue or JsonObject { Count: > 0 } or JsonArray { Count: > 0 }, section.Key));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Read_WithoutASection_SaysWhichIsMissing(string section)
    {
        var whole = Whole();
        whole.Remove(section);

        var fault = Assert.Single(FaultsOf(whole));
        Assert.Equal((DataFileFaultKind.MissingProperty, "$", section), (fault.Kind, fault.Path, Assert.Single(fault.Allowed)));
    }

    [Theory]
    [MemberData(nameof(Nested))]
    public void Read_WithoutTheBracketOfASection_IsNoJson(string section)
    {
        var bracket = Text.IndexOf($"\n\"{section}\": ", StringComparison.Ordinal) + section.Length + 5;
        Assert.True(Text[bracket] is '[' or '{', Text[bracket..(bracket + 20)]);

        var fault = Assert.Single(FaultsOf(Text.Remove(bracket, 1)));
        Assert.Equal((DataFileFaultKind.NotJson, "$"), (fault.Kind, fault.Path));
    }

    [Theory]
    [MemberData(nameof(Nested))]
    public void Read_WithAnUnknownFieldInAnEntry_SaysWhere(string section)
    {
        var whole = Whole();
        var path = $"$.{section}";
        var entry = whole[section]!;
        while (entry is JsonArray list)
        {
            (entry, path) = (list[^1]!, $"{path}[{list.Count - 1}]");
        }

        entry["mood"] = "good";
        var fault = Assert.Single(FaultsOf(whole));
        Assert.Equal((DataFileFaultKind.UnknownProperty, $"{path}.mood", "mood"), (fault.Kind, fault.Path, fault.Value));
    }

    [Theory]
    [MemberData(nameof(Nested))]
    public void Read_WithTextInThePlaceOfASection_IsRefused(string section)
    {
        var whole = Whole();
        whole[section] = "lost";

        Assert.Contains(FaultsOf(whole), fault => (fault.Kind, fault.Path) == (DataFileFaultKind.WrongType, $"$.{section}"));
    }

    [Theory]
    [InlineData("round", "roundBusinesses")]
    [InlineData("recordsFrom", "operationMarks")]
    public void Read_WithEntriesOfABookThatIsNotKept_IsRefused(string section, string entries)
    {
        var whole = Whole();
        whole[section] = null;

        var fault = Assert.Single(FaultsOf(whole));
        Assert.Equal($"$.{entries}: it has to be empty, for there is no book.", fault.Text.English);
    }

    [Theory]
    [InlineData("roundMarks", 0, "row", "4", "$.roundMarks[0].row: 4 is out of range. Allowed: 0..3.")]
    [InlineData("records", 1, "days", "\"1x1\"", "$.records[1]: this cannot be used: The days '1x1' are no marks. Allowed: 1 and 0, the first and last of them 1. (Parameter 'days').")]
    [InlineData("stops", 1, "business", "\"two\"", "$.stops: The step Stop of proposal 1 at two is out of turn. Allowed: proposal 1 at one. (Parameter 'events').")]
    [InlineData("warnings", 2, "step", "\"lift\"", "$.warnings: The step Lift of warning 1 lacks something that it says", true)]
    [InlineData("incidents", 1, "step", "\"nap\"", "$.incidents[1].step: nothing that may stand here is called 'nap'.", true)]
    [InlineData("coordination", 1, "routine", "\"tea\"", "$.coordination: The mechanism has no 'tea'.")]
    [InlineData("coordination", 1, "kind", "\"tea\"", "$.coordination[1].kind: nothing that may stand here is called 'tea'. Allowed: done, adopted, reached.")]
    [InlineData("assessments", 1, "number", "7", "$.assessments: Points 7 are out of turn. Allowed: 2. (Parameter 'events').")]
    public void Read_OfAnEntryThatDoesNotFit_SaysWhy(string section, int entry, string field, string value, string text, bool isBeginning = false)
    {
        var whole = Whole();
        whole[section]![entry]![field] = JsonNode.Parse(value);

        var fault = Assert.Single(FaultsOf(whole));
        Assert.Equal(text, isBeginning ? fault.Text.English[..text.Length] : fault.Text.English);
    }

    [Theory]
    [InlineData("seats", "$.seats: row 0 stands twice.")]
    [InlineData("records", "$.records: the records of one business and kind stand twice.")]
    [InlineData("checklists", "$.checklists[1]: ", true)]
    public void Read_OfAnEntryThatStandsTwice_IsRefused(string section, string text, bool isBeginning = false)
    {
        var whole = Whole();
        var entries = whole[section]!.AsArray();
        entries.Insert(1, entries[0]!.DeepClone());

        var fault = Assert.Single(FaultsOf(whole));
        Assert.Equal(text, isBeginning ? fault.Text.English[..text.Length] : fault.Text.English);
    }

    [Fact]
    public void Read_OfRisksStatedTwiceForADay_IsRefused()
    {
        var whole = Whole();
        var risks = whole["records"]!.AsArray().Select(line => line!["risks"]).First(stated => stated is not null)!.AsArray();
        risks.Add(risks[0]!.DeepClone());

        var fault = Assert.Single(FaultsOf(whole));
        Assert.Contains("Risks are stated twice for a day. Allowed: once.", fault.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfFaultsInSeveralEntries_TellsThemAll()
    {
        var whole = Whole();
        whole["recalls"]![0]![1]!["step"] = "nap";
        whole["recalls"]![1]![0]!["mood"] = "good";

        Assert.Equal(["$.recalls[0][1].step", "$.recalls[1][0].mood"], FaultsOf(whole).Select(fault => fault.Path));
    }

    [Fact]
    public void Read_ThatIsRefused_ChangesNothing()
    {
        var district = RichDistrict.Whole();
        var damaged = Saved[..^3];
        var before = damaged.ToArray();

        Assert.Throws<DataFileException>(() => RichDistrict.File.Read(damaged));
        Assert.Equal(before, damaged);
        Assert.Equal(Saved, RichDistrict.File.Write(district));
    }

    /// <summary>Whatever happens to a line, a file is refused with its faults, or is a district that can be saved again.</summary>
    [Fact]
    public void Read_OfADamagedLine_IsRefusedOrIsADistrict() => Gen.Select(Gen.Int[0, Lines.Length - 1], Gen.Int[0, 5], Gen.UInt).Sample(
        (line, way, chance) =>
        {
            var damaged = Encoding.UTF8.GetBytes(string.Join('\n', Damage(line, way, chance)));
            try
            {
                var read = RichDistrict.File.Read(damaged);
                Assert.Equal(RichDistrict.File.Write(read), RichDistrict.File.Write(RichDistrict.File.Read(RichDistrict.File.Write(read))));
            }
            catch (DataFileException refused)
            {
                Assert.NotEmpty(refused.Faults);
            }
        },
        iter: 600);

    private static IEnumerable<string> Damage(int line, int way, uint chance)
    {
        var text = Lines[line];
        var place = text.Length == 0 ? 0 : (int)(chance % (uint)text.Length);
        return way switch
        {
            0 => Lines.Where((_, number) => number != line),
            1 => Lines.SelectMany((other, number) => number == line ? [other, other] : new[] { other }),
            2 => Lines.Select((other, number) => number == line && number > 0 ? Lines[number - 1] : number == line - 1 ? text : other),
            3 => Changed(text.Length == 0 ? "" : text.Remove(place, 1)),
            4 => Changed(string.Concat(text.Select((letter, at) => at >= place && char.IsAsciiDigit(letter) ? (char)('0' + (letter - '0' + 1 + (int)(chance % 9)) % 10) : letter))),
            _ => Changed(text.Replace($"{(char)('a' + (int)(chance % 26))}", "e", StringComparison.Ordinal)),
        };

        IEnumerable<string> Changed(string changed) => Lines.Select((other, number) => number == line ? changed : other);
    }

    private static JsonObject Whole() => JsonNode.Parse(Text)!.AsObject();

    private static ImmutableArray<DataFileFault> FaultsOf(JsonObject whole) => FaultsOf(whole.ToJsonString());

    private static ImmutableArray<DataFileFault> FaultsOf(string text) =>
        Assert.Throws<DataFileException>(() => RichDistrict.File.Read(Encoding.UTF8.GetBytes(text))).Faults;
}
