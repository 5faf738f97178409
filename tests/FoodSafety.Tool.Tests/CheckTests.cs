using System.Text.Json;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Tool.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SoundPolicy_IsYes()
    {
        _folder.Write("p.json", Samples.Canteens);

        Assert.Equal(new Said(0, "1 file checked: 0 faults, 2 notes (listed with --all)\n", ""), _folder.Run("check", "./p.json"));
        Assert.Equal(new Said(0, "已检查 1 个文件：0 处差错，2 条提示（--all 列出）\n", ""), _folder.RunIn("zh", "check", "./p.json"));
    }

    [Fact]
    public void Notes_AreListedWhenAskedFor()
    {
        _folder.Write("p.json", Samples.Canteens);

        Assert.Equal(
            """
            p.json:17: note: a business that states nothing is graded tier D (by 'all others' (otherwise, line 17))
            p.json:17: note: left to the default 'all others' (otherwise, line 17): diners per meal < 500 people, not (online sales)
            1 file checked: 0 faults, 2 notes

            """.ReplaceLineEndings("\n"), _folder.Run("check", "./p.json", "--all").Output);
    }

    [Fact]
    public void FaultsOfAFile_StandAtTheirLineAndColumnInCharacters()
    {
        _folder.Write("p.json", Samples.Canteens
            .Replace("\"fact\": \"diners-per-meal\"", "\"fact\": \"diners\"", StringComparison.Ordinal)
            .Replace("""{"zh": "网络经营", "en": "online sales"}""", """{"zh": "网络经营", "en": 5}""", StringComparison.Ordinal)
            .Replace("\"otherwise\": {", "\"else\": {}, \"otherwise\": {", StringComparison.Ordinal));

        var said = _folder.Run("check", "./p.json");

        Assert.Equal((1, ""), (said.Code, said.Error));
        var lines = said.Output.Split('\n');
        Assert.StartsWith("p.json:17:3: fault: $.else: the property 'else' does not belong here. Allowed: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("p.json:8:24: fault: $.rules[0].when.fact: nothing that may stand here is called 'diners'. Allowed: diners-per-meal, ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("p.json:14:37: fault: $.rules[1].title.en: '5' is of the wrong type. Allowed: string.", lines[2], StringComparison.Ordinal);
        Assert.Equal(["1 file checked: 3 faults, 0 notes", ""], lines[3..]);
    }

    [Fact]
    public void NoJson_TellsThePlaceInCharacters()
    {
        _folder.Write("p.json", "{\n  \"title\": {\"zh\": \"食堂\"， \"en\": \"x\"}\n}\n");

        Assert.StartsWith("p.json:2:23: fault: '，' is a full-width sign. Write ,.", _folder.Run("check", "./p.json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongScale_TellsAllScalesThatThereAre()
    {
        _folder.Write("p.json", Samples.Canteens.Replace("\"D\", \"C\", \"B\", \"A\"", "\"D\", \"C\"", StringComparison.Ordinal));

        Assert.Contains(
            "The orders of grades that there are, the mildest first: guarantee tiers: D C B A; risk grades of food sellers: A B C D; grades of food-safety incidents: General Larger Major EspeciallyMajor.",
            _folder.Run("check", "./p.json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void FindingOfTheAnalysis_StandsAtItsClause()
    {
        _folder.Write("p.json", Samples.Canteens.Replace("""{"fact": "diners-per-meal", "atLeast": 500}""", """{"all": [{"fact": "diners-per-meal", "atLeast": 500}, {"fact": "diners-per-meal", "lessThan": 100}]}""", StringComparison.Ordinal));

        var said = _folder.Run("check", "./p.json");

        Assert.Equal(1, said.Code);
        Assert.Equal("p.json:6: fault: '500 diners and more' (diners-500, line 6) can never apply: diners per meal ≥ 500 people; diners per meal < 100 people cannot hold together [never-holds:diners-500]", said.Output.Split('\n')[0]);
    }

    /// <summary>What a policy accepts is no fault any more, and is shown with its reason all the same.</summary>
    [Fact]
    public void AcceptedFinding_IsShownWithItsReasonAndIsNoFault()
    {
        var policy = Samples.Canteens.Replace("""{"fact": "diners-per-meal", "atLeast": 500}""", """{"all": [{"fact": "diners-per-meal", "atLeast": 500}, {"fact": "diners-per-meal", "lessThan": 100}]}""", StringComparison.Ordinal);
        _folder.Write("p.json", policy);
        var said = _folder.Run("check", "./p.json");
        var key = said.Output.Split('\n')[0].Split('[', ']')[1];
        var accepted = $"\"accepted\": [{{\"finding\": \"{key}\", \"reason\": {{\"zh\": \"暂停适用\", \"en\": \"suspended for now\"}}}}], \"otherwise\": {{";
        _folder.Write("p.json", policy.Replace("\"otherwise\": {", accepted, StringComparison.Ordinal));

        Assert.Equal((1, "never-holds:diners-500"), (said.Code, key));
        var again = _folder.Run("check", "./p.json");
        Assert.Equal(0, again.Code);
        Assert.Equal(
            """
            p.json:6: accepted: '500 diners and more' (diners-500, line 6) can never apply: diners per meal ≥ 500 people; diners per meal < 100 people cannot hold together; because: suspended for now [never-holds:diners-500]
            1 file checked: 0 faults, 1 accepted, 2 notes (listed with --all)

            """.ReplaceLineEndings("\n"), again.Output);
        Assert.Contains("；理由：暂停适用 [never-holds:diners-500]\n", _folder.RunIn("zh", "check", "./p.json").Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(_folder.Run("check", "./p.json", "--json").Output);
        var message = document.RootElement.GetProperty("files")[0].GetProperty("messages").EnumerateArray().Single(message => message.GetProperty("severity").GetString() == "accepted");
        Assert.Equal((key, "暂停适用"), (message.GetProperty("finding").GetString(), message.GetProperty("reason").GetProperty("zh").GetString()));
    }

    [Fact]
    public void Folder_IsATimeline()
    {
        _folder.Write("v/a.json", Samples.Canteens.Replace("\"from\": \"2027-01-01\"", "\"from\": \"2027-01-01\", \"until\": \"2027-07-01\"", StringComparison.Ordinal));
        _folder.Write("v/b.json", Samples.Canteens.Replace("2027.1", "2027.2", StringComparison.Ordinal).Replace("2027-01-01", "2027-07-01", StringComparison.Ordinal));

        var said = _folder.Run("check", "./v");

        Assert.Equal(
            """
            v: canteens: 2027.1 (from 2027-01-01, before 2027-07-01), 2027.2 (from 2027-07-01)
            2 files checked: 0 faults, 4 notes (listed with --all)

            """.ReplaceLineEndings("\n"), said.Output);
        Assert.Equal(0, said.Code);
    }

    [Fact]
    public void FolderOfOpenVersions_EndsEachWhenTheNextBegins()
    {
        _folder.Write("v/a.json", Samples.Canteens);
        _folder.Write("v/b.json", Samples.Canteens.Replace("2027.1", "2027.2", StringComparison.Ordinal).Replace("2027-01-01", "2027-07-01", StringComparison.Ordinal));

        Assert.Equal(0, _folder.Run("check", "./v").Code);
    }

    [Fact]
    public void FolderWithAGap_IsNo()
    {
        _folder.Write("v/a.json", Samples.Canteens.Replace("\"from\": \"2027-01-01\"", "\"from\": \"2027-01-01\", \"until\": \"2027-06-30\"", StringComparison.Ordinal));
        _folder.Write("v/b.json", Samples.Canteens.Replace("2027.1", "2027.2", StringComparison.Ordinal).Replace("2027-01-01", "2027-07-01", StringComparison.Ordinal));

        var said = _folder.Run("check", "./v");

        Assert.Equal(1, said.Code);
        Assert.StartsWith("v: fault: 'canteens 2027.1' and 'canteens 2027.2' leave a gap: 2027-06-30 on and before 2027-07-01\n", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderOfTwoPolicies_AreTwoTimelines()
    {
        _folder.Write("v/a.json", Samples.BuiltIn);
        _folder.Write("v/b.json", RiskPolicies.File.Write(RiskPolicies.FoodSellers2016));

        Assert.Equal(0, _folder.Run("check", "./v").Code);
    }

    [Fact]
    public void Json_TellsTheSameAsData()
    {
        _folder.Write("p.json", Samples.Canteens.Replace("\"fact\": \"diners-per-meal\"", "\"fact\": \"diners\"", StringComparison.Ordinal));
        _folder.Write("q.json", Samples.Canteens);

        var said = _folder.Run("check", "./p.json", "./q.json", "--json");

        Assert.Equal(1, said.Code);
        using var document = JsonDocument.Parse(said.Output);
        var root = document.RootElement;
        Assert.False(root.GetProperty("ok").GetBoolean());
        var message = root.GetProperty("files")[0].GetProperty("messages")[0];
        Assert.Equal(
            ("fault", 8, 24, "$.rules[0].when.fact"),
            (message.GetProperty("severity").GetString(), message.GetProperty("line").GetInt32(), message.GetProperty("column").GetInt32(), message.GetProperty("path").GetString()));
        Assert.StartsWith("$.rules[0].when.fact：没有可用于此处的“diners”", message.GetProperty("text").GetProperty("zh").GetString(), StringComparison.Ordinal);
        var note = root.GetProperty("files")[1].GetProperty("messages")[1];
        Assert.Equal(("note", 17, "otherwise"), (note.GetProperty("severity").GetString(), note.GetProperty("line").GetInt32(), note.GetProperty("clauses")[0].GetString()));
        Assert.StartsWith("left-to-default:otherwise", note.GetProperty("finding").GetString(), StringComparison.Ordinal);
        Assert.Equal("canteens", root.GetProperty("files")[1].GetProperty("policy").GetString());
    }

    [Theory]
    [InlineData("./none.json", "there is no file 'none.json'\n")]
    [InlineData("./empty", "there is no .json file in the folder 'empty'\n")]
    public void WhatIsNotThere_IsTrouble(string path, string said)
    {
        Directory.CreateDirectory(_folder.PathOf("empty"));

        Assert.Equal(new Said(2, "", said), _folder.Run("check", path));
    }
}
