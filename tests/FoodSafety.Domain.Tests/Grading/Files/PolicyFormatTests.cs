using CsCheck;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Grading;
using static FoodSafety.Domain.Tests.Grading.Files.SamplePolicy;

namespace FoodSafety.Domain.Tests.Grading.Files;

public class PolicyFormatTests
{
    // The sample as somebody writes it by hand, in another order, with keys of his own.
    private const string ByHand = """
        { "$schema": "../grading-policy.schema.json", "version": "1.0", "id": "sample", "format": 1,
          "note": "草案，待会签",
          "title": {"en": "a sample", "zh": "样例"},
          "scale": ["Mild", "Middle", "Strict"],
          "sources": {
            "z2024": {"standing": "official-text", "title": {"zh": "某令", "en": "An order"}},
            "a1": {"title": {"zh": "推测", "en": "a guess"}, "standing": "unconfirmed"}
          },
          "numbers": {
            "points": {"is": {"score": [{"points": 1.50, "when": {"flag": "special"}}]}, "name": {"zh": "分", "en": "weight"}},
            "ballast": {"is": {"fact": "staff"}, "name": {"zh": "人", "en": "ballast"}},
            "sum": {"is": {"sum": ["points", "ballast"]}, "name": {"zh": "和", "en": "sum"}}
          },
          "rules": [
            {"title": {"zh": "重", "en": "heavy"}, "id": "heavy", "basis": "a1", "when": {"moreThan": 6e1, "number": "sum"}, "grade": "Strict", "note": "60 为试行"}
          ],
          "otherwise": {"id": "rest", "basis": "z2024", "grade": "Mild", "title": {"zh": "其余", "en": "the rest"}, "note": "兜底"},
          "adjustments": [{"steps": -1, "id": "down", "when": true, "basis": "a1", "title": {"zh": "", "en": ""}, "note": "一"}],
          "notGraded": [{"id": "out", "when": {"number": "points", "atLeast": 9}, "basis": "a1", "title": {"zh": "", "en": ""}, "note": "二"}]
        }
        """;

    [Fact]
    public void WriteOfRead_FileByHand_KeepsSchemaKeysNotesAndOrderOfTables()
    {
        var policy = SamplePolicy.File.Read(ByHand);
        Assert.Equal(("草案，待会签", "60 为试行", "兜底"), (policy.Note, policy.Rules[0].Note, policy.Otherwise.Note));
        var written = SamplePolicy.File.Write(policy);
        Assert.Equal(PolicyFile.Format(ByHand), written);
        PolicyAssert.Same(policy, SamplePolicy.File.Read(written));
        Assert.Equal(policy.Note, SamplePolicy.File.Read(written).Note);
    }

    [Fact]
    public void WriteOfDraft_KeepsTheKeysOfWhatIsLeftAndMakesOthersForTheRest()
    {
        var draft = SamplePolicy.File.Read(ByHand).Draft("2").Without("heavy").Without("out").Without("down")
            .Rule("more", Grade.Strict, (Staff * 2).Named(("分", "points")) > 3, ("", ""), FoodSafety.Domain.Time.Citation.Illustrative(("新", "z2024"))).Build();
        var written = SamplePolicy.File.Write(draft);
        Assert.Contains("\"$schema\": \"../grading-policy.schema.json\"", written, StringComparison.Ordinal);
        Assert.Contains("\"z2024\": {", written, StringComparison.Ordinal);
        Assert.Contains("\"z2024-2\": {", written, StringComparison.Ordinal);
        Assert.Contains("\"points-2\": {", written, StringComparison.Ordinal);
        Assert.DoesNotContain("\"a1\"", written, StringComparison.Ordinal);
        PolicyAssert.Same(draft, SamplePolicy.File.Read(written));
    }

    [Fact]
    public void Format_WrittenPolicies_ChangesNothing()
    {
        string[] written =
        [
            FileText, TierPolicies.File.Write(TierPolicies.SizeAndDiners2022), RiskPolicies.File.Write(RiskPolicies.FoodSellers2016),
            IncidentPolicies.File.Write(IncidentPolicies.Jiangsu2022),
        ];
        Assert.All(written, text => Assert.Equal(text, PolicyFile.Format(text)));
    }

    [Fact]
    public void Format_AnyPolicyInAnyOrder_IsWhatIsWritten() => Gen.Select(FilePolicyGen.Any, Gen.Int).Sample((made, seed) =>
    {
        var text = made.Files.Write(made.Policy);
        var shuffled = Shuffled(text, seed);
        Assert.Equal(text, PolicyFile.Format(shuffled));
        PolicyAssert.Same(made.Policy, made.Files.Read(shuffled));
    }, iter: 200);

    [Theory]
    [InlineData("{\"b\":1,\"id\":\"x\",\"a\":null,\"rules\":[{},[],1e400,-0.0,1.10]}", "{\n  \"id\": \"x\",\n  \"rules\": [{}, [], 1e400, 0, 1.1],\n  \"b\": 1,\n  \"a\": null\n}\n")]
    [InlineData("  7 ", "7\n")]
    public void Format_WhatIsNoPolicy_IsLaidOutToo(string text, string laidOut)
    {
        Assert.Equal(laidOut, PolicyFile.Format(text));
        Assert.Equal(laidOut, PolicyFile.Format(laidOut));
    }

    [Theory]
    [InlineData("{\"id\": 1, \"id\": 2}", DataFileFaultKind.DuplicateProperty)]
    [InlineData("{\"id\": 1,}", DataFileFaultKind.NotJson)]
    public void Format_WhatHasNoOneMeaning_IsRefused(string text, DataFileFaultKind kind) =>
        Assert.Equal(kind, Assert.Single(Assert.Throws<DataFileException>(() => PolicyFile.Format(text)).Faults).Kind);

    [Fact]
    public void Format_HalfOfASurrogatePair_IsRefusedAtItsPlace()
    {
        var fault = Assert.Single(Assert.Throws<DataFileException>(() => PolicyFile.Format("{\n\"𠮷\ud800\": 1}")).Faults);
        Assert.Equal((DataFileFaultKind.NotUnicode, (int?)2, (int?)3), (fault.Kind, fault.Line, fault.Column));
    }

    private static string Shuffled(string text, int seed)
    {
        var random = new Random(seed);
        return Turn(System.Text.Json.Nodes.JsonNode.Parse(text)!, "").ToJsonString();

        System.Text.Json.Nodes.JsonNode Turn(System.Text.Json.Nodes.JsonNode node, string name) => node switch
        {
            System.Text.Json.Nodes.JsonObject fields => new System.Text.Json.Nodes.JsonObject(
                (name is "sources" or "numbers" ? fields.AsEnumerable() : fields.OrderBy(_ => random.Next()))
                    .Select(field => KeyValuePair.Create(field.Key, (System.Text.Json.Nodes.JsonNode?)Turn(field.Value!, field.Key))).ToArray()),
            System.Text.Json.Nodes.JsonArray items => new System.Text.Json.Nodes.JsonArray([.. items.Select(item => Turn(item!, ""))]),
            _ => node.DeepClone(),
        };
    }
}
