using System.Text.Json;
using CsCheck;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Grading;
using Json.Schema;

namespace FoodSafety.Domain.Tests.Grading.Files;

public class PolicySchemaTests
{
    private static readonly JsonSchema Schema = Compiled(PolicySchema.Write(SamplePolicy.File));

    // The keys of sources and numbers only the reader can know, and which stand twice or are not used,
    private static readonly DataFileFaultKind[] KindsBeyond = [DataFileFaultKind.UnusedName, DataFileFaultKind.DuplicateProperty];

    // and that two dates are in order, which days a month has, that two clauses have one key, and how fine a number is.
    private static readonly string[] ValuesBeyond =
    [
        "2024-01-01", "2024-02-30", "-9999-01-01", "lucky", "0.0000001", "1.0000001", "0.12345678901234567890123456789", "1e-29", "wieght", "load", "a-order",
        "{\"multiply\": {\"fact\": \"staff\"}, \"by\": 9000000000000000}", "其‹U+000A›余",
    ];

    /// <summary>The file in the repository and the package is generated; FOODSAFETY_WRITE_SCHEMA=1 writes it anew.</summary>
    [Fact]
    public void Schema_OfThePackage_IsThatOfTheBuiltInPolicies()
    {
        var written = PolicySchema.Write(TierPolicies.File, RiskPolicies.File, IncidentPolicies.File);
        if (Environment.GetEnvironmentVariable("FOODSAFETY_WRITE_SCHEMA") == "1")
        {
            File.WriteAllText(Path.Combine(SharedData.Root, "src", "FoodSafety.Domain", "Grading", "Files", "grading-policy.schema.json"), written);
        }

        Assert.Equal(written, PolicyFileFormat.Schema);
    }

    /// <summary>A word of the format that the schema does not know would be marked in every editor.</summary>
    [Fact]
    public void Schema_EveryWordOfTheFormat_HasAForm()
    {
        using var schema = JsonDocument.Parse(PolicySchema.Write(SamplePolicy.File));
        var definitions = schema.RootElement.GetProperty("$defs");
        Assert.Equal(PolicyWords.Conditions, Forms(definitions.GetProperty("condition")));
        Assert.Equal(PolicyWords.Numbers, Forms(definitions.GetProperty("number")));

        static IEnumerable<string> Forms(JsonElement one)
        {
            while (!one.TryGetProperty("allOf", out _))
            {
                one = one.GetProperty("else");
            }

            for (var chain = one.GetProperty("allOf")[0]; chain.TryGetProperty("if", out var form); chain = chain.GetProperty("else"))
            {
                yield return form.GetProperty("required")[0].GetString()!;
            }
        }
    }

    [Fact]
    public void Write_NoKindOrTwoFactsOfOneKey_IsRefused()
    {
        Assert.Throws<ArgumentException>("kinds", () => PolicySchema.Write());
        var other = new PolicyFile<SamplePolicy.Grade>(SamplePolicy.Scale, [new FoodSafety.Domain.Facts.FlagFact("staff", ("职工", "staff"))]);
        Assert.ThrowsAny<ArgumentException>(() => PolicySchema.Write(SamplePolicy.File, other));
    }

    [Fact]
    public void Schema_Itself_IsOfTheDraftAndKnowsTheFormat()
    {
        using var schema = JsonDocument.Parse(PolicySchema.Write(SamplePolicy.File));
        Assert.True(MetaSchemas.Draft202012.Evaluate(schema.RootElement).IsValid);
        Assert.Equal(PolicyFileFormat.Version, schema.RootElement.GetProperty("properties").GetProperty("format").GetProperty("const").GetInt32());
    }

    [Fact]
    public void Schema_BuiltInAndSampleFiles_AreValid()
    {
        var whole = Compiled(PolicyFileFormat.Schema);
        Assert.True(IsValid(TierPolicies.File.Write(TierPolicies.SizeAndDiners2022), whole));
        Assert.True(IsValid(RiskPolicies.File.Write(RiskPolicies.FoodSellers2016), whole));
        Assert.True(IsValid(IncidentPolicies.File.Write(IncidentPolicies.Jiangsu2022), whole));
        Assert.False(IsValid(SamplePolicy.FileText, whole));
        Assert.True(IsValid(SamplePolicy.FileText));
        Assert.True(IsValid(SamplePolicy.FileText.Replace("\"format\"", "\"$schema\": \"x\", \"format\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Schema_EveryWrittenPolicy_IsValid() => FilePolicyGen.Any.Sample(made => IsValid(made.Files.Write(made.Policy), Compiled(PolicySchema.Write(made.Files))), iter: 100);

    /// <summary>The schema refuses every file that the reader refuses, but for what no schema can know.</summary>
    [Theory]
    [MemberData(nameof(PolicyFileFaultTests.Broken), MemberType = typeof(PolicyFileFaultTests))]
    public void Schema_BrokenFile_IsRefusedWhereItCan(string right, string broken, DataFileFaultKind kind, string path, string? value, string allowed)
    {
        _ = (path, allowed);
        if (kind is not (DataFileFaultKind.NotJson or DataFileFaultKind.NotUnicode))
        {
            Assert.Equal(KindsBeyond.Contains(kind) || ValuesBeyond.Contains(value), IsValid(Broken(right, broken)));
        }
    }

    private static string Broken(string right, string broken)
    {
        var place = SamplePolicy.FileText.IndexOf(right, StringComparison.Ordinal);
        return string.Concat(SamplePolicy.FileText.AsSpan(0, place), broken, SamplePolicy.FileText.AsSpan(place + right.Length));
    }

    /// <summary>Without its id, under which the evaluator keeps one schema only.</summary>
    private static JsonSchema Compiled(string schema) => JsonSchema.FromText(schema.Replace("\"$id\": \"urn:foodsafety-domain:grading-policy:1\",", "", StringComparison.Ordinal));

    private static bool IsValid(string text, JsonSchema? schema = null)
    {
        using var document = JsonDocument.Parse(text);
        return (schema ?? Schema).Evaluate(document.RootElement).IsValid;
    }
}
