using System.Text.Json;
using CsCheck;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using Json.Schema;

namespace FoodSafety.Domain.Tests.Grading.Files;

public class PolicySchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(PolicyFileFormat.Schema);

    // Names and their uses only the reader can know, all but those of the format itself,
    private static readonly DataFileFaultKind[] KindsBeyond =
        [DataFileFaultKind.UnknownName, DataFileFaultKind.UnusedName, DataFileFaultKind.WrongScale, DataFileFaultKind.DuplicateProperty];

    // and that two dates are in order, which days a month has, that two clauses have one key, and how fine a number is.
    private static readonly string[] ValuesBeyond =
    [
        "2024-01-01", "2024-02-30", "-9999-01-01", "lucky", "0.0000001", "1.0000001", "0.12345678901234567890123456789", "1e-29",
        "{\"multiply\": {\"fact\": \"staff\"}, \"by\": 9000000000000000}", "其‹U+000A›余",
    ];

    [Fact]
    public void Schema_Itself_IsOfTheDraftAndKnowsTheFormat()
    {
        using var schema = JsonDocument.Parse(PolicyFileFormat.Schema);
        Assert.True(MetaSchemas.Draft202012.Evaluate(schema.RootElement).IsValid);
        Assert.Equal(PolicyFileFormat.Version, schema.RootElement.GetProperty("properties").GetProperty("format").GetProperty("const").GetInt32());
    }

    [Fact]
    public void Schema_BuiltInAndSampleFiles_AreValid()
    {
        Assert.True(IsValid(TierPolicies.File.Write(TierPolicies.SizeAndDiners2022)));
        Assert.True(IsValid(RiskPolicies.File.Write(RiskPolicies.FoodSellers2016)));
        Assert.True(IsValid(SamplePolicy.FileText));
        Assert.True(IsValid(SamplePolicy.FileText.Replace("\"format\"", "\"$schema\": \"x\", \"format\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Schema_EveryWrittenPolicy_IsValid() => FilePolicyGen.Any.Sample(made => IsValid(made.Files.Write(made.Policy)), iter: 200);

    /// <summary>The schema refuses every file that the reader refuses, but for what no schema can know.</summary>
    [Theory]
    [MemberData(nameof(PolicyFileFaultTests.Broken), MemberType = typeof(PolicyFileFaultTests))]
    public void Schema_BrokenFile_IsRefusedWhereItCan(string right, string broken, DataFileFaultKind kind, string path, string? value, string allowed)
    {
        _ = (path, allowed);
        if (kind is not (DataFileFaultKind.NotJson or DataFileFaultKind.NotUnicode))
        {
            Assert.Equal((KindsBeyond.Contains(kind) && value != "confirmed") || ValuesBeyond.Contains(value), IsValid(Broken(right, broken)));
        }
    }

    private static string Broken(string right, string broken)
    {
        var place = SamplePolicy.FileText.IndexOf(right, StringComparison.Ordinal);
        return string.Concat(SamplePolicy.FileText.AsSpan(0, place), broken, SamplePolicy.FileText.AsSpan(place + right.Length));
    }

    private static bool IsValid(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Schema.Evaluate(document.RootElement).IsValid;
    }
}
