using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Tests.Grading.Files;

namespace FoodSafety.Domain.Tests.Editors;

/// <summary>What the JSON engine of VS Code says of policy files: it reads schemas in its own way, so that one that is right by the book may mark right files.</summary>
public class PolicySchemaInEditorTests
{
    private static readonly string Folder = Path.Combine(SharedData.Root, "tests", "FoodSafety.Domain.Tests", "Editors");

    // What an officer writes: the schools of the built-in policy, and one mistake.
    private const string Officer = """
        {
          "format": 1,
          "id": "schools",
          "version": "1",
          "title": {"zh": "学校", "en": "schools"},
          "scale": ["D", "C", "B", "A"],
          "requireStated": ["business-type"],
          "sources": {"a": {"title": {"zh": "甲", "en": ""}, "standing": "unconfirmed"}},
          "rules": [
            {
              "id": "large",
              "grade": "A",
              "when": {"all": [{"fact": "business-type", "is": ["school-canteen"]}, {"fact": "diners-per-meal", "atLeast": 500}, {"not": {"flag": "chain-headquarters"}}]},
              "title": {"zh": "大", "en": "large"},
              "note": "500 人以上",
              "basis": "a"
            },
            {"id": "area", "grade": "B", "when": {"number": {"sum": [{"fact": "floor-area"}, {"multiply": {"fact": "employees"}, "by": 2}]}, "moreThan": 90}, "title": {"zh": "", "en": ""}, "basis": "a"}
          ],
          "otherwise": {"id": "rest", "grade": "D", "title": {"zh": "其余", "en": "the rest"}, "basis": "a"},
          "adjustments": [{"id": "up", "steps": 1, "when": true, "title": {"zh": "", "en": ""}, "basis": "a"}]
        }
        """;

    [Fact]
    public void Findings_OfEveryShippedPolicy_AreNone()
    {
        string[] shipped =
        [
            .. new[] { "Grading", "Emergencies" }.SelectMany(room => Directory.GetFiles(Path.Combine(SharedData.Root, "src", "FoodSafety.Domain", room, "Policies"), "*.json")).Order(),
        ];
        Assert.Equal(5, shipped.Length);
        Assert.All(Run(PolicyFileFormat.Schema, [Officer, .. shipped.Select(File.ReadAllText)]).Findings, Assert.Empty);
        Assert.All(Run(PolicySchema.Write(TierPolicies.File), [Officer, TierPolicies.File.Write(TierPolicies.SizeAndDiners2022)]).Findings, Assert.Empty);
        Assert.All(Run(PolicySchema.Write(SamplePolicy.File), [SamplePolicy.FileText]).Findings, Assert.Empty);
    }

    /// <summary>One slip, and the one finding that is told where it stands.</summary>
    public static TheoryData<string, string, string> Slips => new()
    {
        { "\"rules\": [", "▸\"rulez\": [], \"rules\": [", "Property rulez is not allowed." },
        { "\"grade\": \"A\"", "\"grade\": ▸\"E\"", "Value is not accepted. Valid values: \"D\", \"C\", \"B\", \"A\"." },
        { "[\"D\", \"C\", \"B\", \"A\"]", "▸[\"A\", \"B\", \"C\", \"D\"]", "Value is not accepted. Valid values: [\"D\",\"C\",\"B\",\"A\"]." },
        { "\"fact\": \"diners-per-meal\"", "\"fact\": ▸\"diners\"", "\"diners-per-meal\"" },
        { "\"is\": [\"school-canteen\"]", "\"is\": [▸\"school\"]", "Value is not accepted. Valid values: \"food-manufacturer\"" },
        { "\"is\": [\"school-canteen\"]", "\"is\": ▸\"school-canteen\"", "Incorrect type. Expected \"array\"." },
        { "\"atLeast\": 500", "\"atLeast\": ▸\"500\"", "数字不加引号" },
        { ", \"atLeast\": 500}", ", ▸\"least\": 500, \"atMost\": 500}", "Property least is not allowed." },
        { "{\"fact\": \"diners-per-meal\", \"atLeast\": 500}", "▸{\"fact\": \"diners-per-meal\"}", "缺少比较" },
        { "{\"fact\": \"diners-per-meal\", \"atLeast\": 500}", "▸{\"fact\": \"diners-per-meal\", \"atLeast\": 500, \"lessThan\": 900}", "只能有一个比较" },
        { "{\"fact\": \"diners-per-meal\", \"atLeast\": 500}", "{\"fact\": ▸\"chain-headquarters\", \"atLeast\": 1}", "Value is not accepted." },
        { "{\"flag\": \"chain-headquarters\"}", "{\"flag\": ▸\"diners-per-meal\"}", "\"chain-headquarters\"" },
        { "{\"flag\": \"chain-headquarters\"}", "▸{}", "条件须有下列属性之一：fact, number, flag, stated, all, any, not" },
        { "{\"flag\": \"chain-headquarters\"}", "{\"flag\": \"chain-headquarters\", ▸\"is\": true}", "Property is is not allowed." },
        { "{\"multiply\": {\"fact\": \"employees\"}, \"by\": 2}", "▸{\"multiply\": {\"fact\": \"employees\"}}", "Missing property \"by\"." },
        { "{\"fact\": \"floor-area\"}", "{\"fact\": ▸\"business-type\"}", "Value is not accepted." },
        { "\"otherwise\": {", "▸\"otherwise\": {\"else\": true, ", "Property else is not allowed." },
        { "[\"business-type\"]", "[\"business-type\", ▸\"area\"]", "\"floor-area\"" },
        { "[\"business-type\"]", "▸[]", "Array has too few items" },
        { "\"steps\": 1", "\"steps\": ▸0", "" },
        { "\"standing\": \"unconfirmed\"", "\"standing\": ▸\"sure\"", "Value is not accepted. Valid values: \"official-text\"" },
        { "\"id\": \"large\"", "\"id\": ▸\"large one\"", "String does not match the pattern" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void Findings_OfASlip_AreThatOneAtItsPlace(string right, string broken, string message)
    {
        var place = Officer.IndexOf(right, StringComparison.Ordinal);
        Assert.True(place >= 0, $"The sample has no {right}.");
        var marked = string.Concat(Officer.AsSpan(0, place), broken, Officer.AsSpan(place + right.Length));
        if (broken.Contains("\"else\"", StringComparison.Ordinal))
        {
            marked = marked.Replace("▸", "", StringComparison.Ordinal).Replace("\"else\"", "▸\"else\"", StringComparison.Ordinal);
        }

        var before = marked.Split('▸')[0].Split('\n');
        var finding = Assert.Single(Run(PolicySchema.Write(TierPolicies.File), [marked.Replace("▸", "", StringComparison.Ordinal)]).Findings[0]);
        Assert.Equal((before.Length, before[^1].Length + 1), (finding.Line, finding.Column));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"fact\": \"diners-per-meal\", \"atLeast\": 500}", "{\"fact\": \"▸\"}", "\"diners-per-meal\"", "每餐用餐人数")]
    [InlineData("{\"fact\": \"diners-per-meal\", \"atLeast\": 500}", "{\"fact\": \"diners-per-meal\", \"▸\"}", "atLeast", "不少于")]
    [InlineData("{\"fact\": \"diners-per-meal\", \"atLeast\": 500}", "{\"▸\"}", "flag", "标志为“是”")]
    [InlineData("[\"school-canteen\"]", "[\"▸\"]", "\"hospital-canteen\"", "医院食堂")]
    [InlineData("\"grade\": \"A\"", "\"grade\": \"▸\"", "\"C\"", "C 级")]
    [InlineData("\"standing\": \"unconfirmed\"", "\"standing\": \"▸\"", "\"government-notice\"", "")]
    public void Completion_ProposesWhatMayStandWithItsChineseName(string right, string half, string label, string description)
    {
        var text = Officer.Replace(right, half, StringComparison.Ordinal);
        var at = text.IndexOf('▸', StringComparison.Ordinal);
        Assert.True(at >= 0, $"The sample has no {right}.");
        var proposed = Run(PolicySchema.Write(TierPolicies.File), [], (text.Remove(at, 1), at)).Completions[0];
        Assert.Contains(proposed, item => item.StartsWith($"{label}\t", StringComparison.Ordinal) && item.Contains(description, StringComparison.Ordinal));
    }

    private static Answer Run(string schema, string[] documents, params (string Text, int At)[] complete)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules")), "the editor's engine is not installed; run 'npm ci --ignore-scripts' in tests/FoodSafety.Domain.Tests/Editors.");
        var input = new JsonObject
        {
            ["schema"] = schema,
            ["documents"] = new JsonArray([.. documents.Select(document => (JsonNode)document)]),
            ["complete"] = new JsonArray([.. complete.Select(one => new JsonObject { ["text"] = one.Text, ["at"] = one.At })]),
        };
        using var node = Start();
        node.StandardInput.Write(input.ToJsonString());
        node.StandardInput.Close();
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        Assert.True(node.WaitForExit(TimeSpan.FromMinutes(1)), "node did not end.");
        Assert.True(node.ExitCode == 0, errors.Result);
        return JsonSerializer.Deserialize<Answer>(output.Result, JsonSerializerOptions.Web)!;
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo("node", ["check.cjs"])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("node is not installed.");
            throw;
        }
    }

    private sealed record Finding(int Line, int Column, string Message);

    private sealed record Answer(List<List<Finding>> Findings, List<List<string>> Completions);
}
