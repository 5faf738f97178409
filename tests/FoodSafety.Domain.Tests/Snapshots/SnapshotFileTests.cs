using System.Text;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Snapshots;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Snapshots;

public class SnapshotFileTests
{
    private static readonly SnapshotFile File = RichDistrict.File;

    private static SnapshotFile Limited(int mostBytes) => new(WorkingCalendar.China, BusinessFacts.Schema.With(PlanWorld.StatedTier)) { MostBytes = mostBytes };

    [Fact]
    public void Read_OfWhatWasWritten_WritesTheSameBytes()
    {
        var saved = File.Write(RichDistrict.Small());
        var loaded = File.Read(saved);

        Assert.Equal(Encoding.UTF8.GetString(saved), Encoding.UTF8.GetString(File.Write(loaded)));
    }

    [Fact]
    public void MostBytes_OneByteLessThanTheSnapshot_RefusesToLoadAndToSaveIt()
    {
        var district = RichDistrict.Small();
        var saved = File.Write(district);

        Assert.Equal(1 << 28, File.MostBytes);
        Assert.NotNull(Limited(saved.Length).Read(saved));
        var fault = Assert.Single(Assert.Throws<DataFileException>(() => Limited(saved.Length - 1).Read(saved)).Faults);
        Assert.Equal((DataFileFaultKind.TooLarge, $"{saved.Length} bytes"), (fault.Kind, fault.Value));
        Assert.Contains($"0..{saved.Length - 1} bytes", Assert.Throws<ArgumentException>(() => Limited(saved.Length - 1).Write(district)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Limited(0));
    }

    [Fact]
    public void Read_NestedWithoutEnd_IsTooDeep() => Assert.Equal(
        DataFileFaultKind.TooDeep,
        Assert.Throws<DataFileException>(() => File.Read(Encoding.UTF8.GetBytes(new string('[', 240_000)))).Faults[0].Kind);

    [Fact]
    public void Read_GivesBackEveryRoom()
    {
        var district = RichDistrict.Small();
        var loaded = File.Read(File.Write(district));

        Assert.Equal(district.Areas.Areas.Select(area => $"{area}"), loaded.Areas.Areas.Select(area => $"{area}"));
        Assert.Equal(district.Register.Businesses, loaded.Register.Businesses);
        Assert.All(Enumerable.Range(0, 4), row => Assert.Equal(district.Grades.Grades[row], loaded.Grades.Grades[row]));
        Assert.Equal(district.Plan.Roster.Cadres, loaded.Plan.Roster.Cadres);
        Assert.Equal(Enumerable.Range(0, 4).Select(district.Plan.SeatsOf), Enumerable.Range(0, 4).Select(loaded.Plan.SeatsOf));
        Assert.Equal(district.History.Events, loaded.History.Events);
        Assert.Equal(
            district.Commitments.Commitments.Select(commitment => (commitment.Cadre, commitment.SignedOn, commitment.Term, string.Join(' ', commitment.Businesses))),
            loaded.Commitments.Commitments.Select(commitment => (commitment.Cadre, commitment.SignedOn, commitment.Term, string.Join(' ', commitment.Businesses))));
        Assert.Equal(district.Commitments.Events.Count, loaded.Commitments.Events.Count);
        Assert.Equal(district.Delegations.Delegations, loaded.Delegations.Delegations);
    }

    [Fact]
    public void Write_KeepsOneEntryALine_AndChineseAsItIs()
    {
        var text = Encoding.UTF8.GetString(File.Write(RichDistrict.Small()));

        Assert.Contains("\n{\"code\":\"510115000000\",\"name\":\"district one\"},\n", text, StringComparison.Ordinal);
        Assert.Contains("已关闭", text, StringComparison.Ordinal);
        Assert.Contains("\"version\": 1,\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfEveryTruncatedFile_IsRefused()
    {
        var saved = File.Write(RichDistrict.Small());
        for (var length = 0; length < saved.Length - 2; length += 1 + length / 50)
        {
            var cut = saved.AsSpan(0, length).ToArray();
            var fault = Assert.Single(Assert.Throws<DataFileException>(() => File.Read(cut)).Faults);
            Assert.True(fault.Kind is DataFileFaultKind.NotJson or DataFileFaultKind.NotUnicode, fault.Text.English);
        }
    }

    [Fact]
    public void Read_OfATruncatedFile_SaysWhereItEnds()
    {
        var text = Encoding.UTF8.GetString(File.Write(RichDistrict.Small()));
        var cut = text[..(text.IndexOf("\"version\"", StringComparison.Ordinal) + 9)];
        var refused = Assert.Throws<DataFileException>(() => File.Read(Encoding.UTF8.GetBytes(cut)));

        Assert.Equal(
            "Faults in the district snapshot: 1. $: this is not JSON from 3:10 on; comments, trailing commas and text after the end are not allowed.",
            refused.Message);
        Assert.StartsWith("地区快照文件有 1 处差错。", refused.Text.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfANewerVersion_IsRefused() => AssertRefused(
        "\"version\": 1,", "\"version\": 2,", DataFileFaultKind.UnknownFormat, "$.version", "2",
        "$.version: this version of the library does not know format 2. Allowed: 1.");

    [Fact]
    public void Read_OfAnotherFormat_IsRefused() => AssertRefused(
        "food-safety-district", "shopping-list", DataFileFaultKind.UnknownName, "$.format", "shopping-list",
        "$.format: nothing that may stand here is called 'shopping-list'. Allowed: food-safety-district.");

    [Fact]
    public void Read_OfAnUnknownSection_IsRefused() => AssertRefused(
        "\"areas\":", "\"moods\": [],\n\"areas\":", DataFileFaultKind.UnknownProperty, "$.moods", "moods", null);

    [Fact]
    public void Read_OfAnUnknownField_IsRefused() => AssertRefused(
        "\"name\":\"name of v\"", "\"name\":\"name of v\",\"mood\":\"good\"", DataFileFaultKind.UnknownProperty, "$.cadres[2].mood", "mood", null);

    [Fact]
    public void Read_OfAMissingField_IsRefused() => AssertRefused(
        "\"name\":\"name of v\",", "", DataFileFaultKind.MissingProperty, "$.cadres[2]", null, "$.cadres[2]: the property 'name' is missing.");

    [Fact]
    public void Read_WithATierThatThePolicyDoesNotGive_IsRefused() => AssertRefused(
        "\"tiers\": \"BCD-\"", "\"tiers\": \"BDD-\"", DataFileFaultKind.NotBuildable, "$.tiers", null,
        "$.tiers: two is stated as 'D' and is 'C' by the policy.");

    [Fact]
    public void Read_WithASeatOfNobodyInPost_IsRefused() => AssertRefused(
        "{\"row\":1,\"main\":{\"cadre\":\"t\"", "{\"row\":1,\"main\":{\"cadre\":\"v\"", DataFileFaultKind.NotBuildable, "$.seats[1].main", null,
        "$.seats[1].main: cadre 'v' holds no post in 510115001 on 2024-03-01.");

    [Fact]
    public void Read_WithASeatThatDoesNotFit_IsRefused() => AssertRefused(
        "{\"row\":1,\"main\":{\"cadre\":\"t\",\"area\":\"510115001000\"}", "{\"row\":1,\"main\":{\"cadre\":\"v\",\"area\":\"510115001001\"}", DataFileFaultKind.NotBuildable, "$.seats", null,
        "$.seats: steps that do not fit the tiers, areas or cadres: 1, first of them one of two (Main responsible, does not fit the business now).");

    [Fact]
    public void Read_WithAnActOutOfOrder_IsRefused() => AssertRefused(
        "\"cadre\":\"t\",\"on\":\"2024-03-05\"", "\"cadre\":\"t\",\"on\":\"2024-03-01\"", DataFileFaultKind.NotBuildable, "$.commitments[1]", null,
        "$.commitments[1]: The ledger has come to 2024-03-04 and takes no act of 2024-03-01. Allowed: 2024-03-04 and later.");

    [Fact]
    public void Read_OfFactsOutOfRange_SaysWhatIsAllowed() => AssertRefused(
        "\"employees\":5", "\"employees\":-5", DataFileFaultKind.OutOfRange, "$.businesses[0].facts.employees", "-5",
        "$.businesses[0].facts.employees: -5 is out of range. Allowed: 0..10000000, 0 decimals.");

    [Fact]
    public void Read_OfAPolicyWithAFault_SaysWhereInTheWholeFile() => AssertRefused(
        "\"grade\": \"D\"", "\"grade\": \"E\"", DataFileFaultKind.UnknownName, "$.policy.otherwise.grade", "E", null);

    [Fact]
    public void Write_OfWhatWasNotGradedSince_IsRefused()
    {
        var district = RichDistrict.Small();
        district.Register.Change(new BusinessId("two"), PlanWorld.StatedTier.Of(Tier.D));

        var refused = Assert.Throws<ArgumentException>(() => File.Write(district));
        Assert.Contains("two is stated as 'C' and is 'D' by the policy", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OfHalfASurrogatePair_IsRefused_AndOfAWholeOne_ComesBack()
    {
        const string Whole = "\ud83c\udf5c \"𠮷\" \\ ·";
        var district = RichDistrict.Small();
        var commitments = district.Commitments;
        var day = commitments.Events[^1].On;

        commitments.End(new CadreId("d"), Whole, "office", day);
        Assert.Equal(Whole, Assert.IsType<CommitmentEnded>(File.Read(File.Write(district)).Commitments.Events[^1]).Reason);

        var refused = Assert.Throws<TextRefusedException>(() => commitments.Sign(new CadreId("d"), [new BusinessId("one")], Whole[..1], "office", day));
        Assert.Equal((TextFaultKind.BrokenEncoding, 0xD83C), (refused.Fault.Kind, refused.Fault.CodePoint));
    }

    [Fact]
    public void Read_OfALongWrongText_CutsItBetweenSigns() => AssertRefused(
        "\"food-safety-district\"", $"\"{new string('x', 99)}🍜\"",
        DataFileFaultKind.UnknownName, "$.format", $"{new string('x', 99)}…", null);

    [Theory]
    [InlineData("\\u200b", "one‹U+200B›", "U+200B as character 4, an invisible character")]
    [InlineData("\uFF11", "one\uFF11", "U+FF11 as character 4, a character that may not stand here")]
    [InlineData(" ", "one ", "U+0020 as character 4, a blank around the text")]
    public void Read_OfAnIdThatLooksLikeAnother_IsRefusedWithTheCodePoint(string added, string shown, string what)
    {
        var saved = Encoding.UTF8.GetString(File.Write(RichDistrict.Small()));
        var changed = saved.Replace("\"one\"", $"\"one{added}\"", StringComparison.Ordinal);

        Assert.All(Assert.Throws<DataFileException>(() => File.Read(Encoding.UTF8.GetBytes(changed))).Faults.Where(fault => fault.Kind == DataFileFaultKind.MalformedText), fault =>
        {
            Assert.Equal(shown, fault.Value);
            Assert.Contains(what, fault.Text.English, StringComparison.Ordinal);
        });
    }

    private static void AssertRefused(string from, string to, DataFileFaultKind kind, string path, string? value, string? text)
    {
        var saved = Encoding.UTF8.GetString(File.Write(RichDistrict.Small()));
        var place = saved.LastIndexOf(from, StringComparison.Ordinal);
        Assert.True(place >= 0, saved);
        var changed = string.Concat(saved.AsSpan(0, place), to, saved.AsSpan(place + from.Length));

        var fault = Assert.Single(Assert.Throws<DataFileException>(() => File.Read(Encoding.UTF8.GetBytes(changed))).Faults);
        Assert.Equal((kind, path, value), (fault.Kind, fault.Path, fault.Value));
        if (text is not null)
        {
            Assert.Equal(text, fault.Text.English);
        }
    }
}
