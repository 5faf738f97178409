using System.Text;
using System.Text.RegularExpressions;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using static FoodSafety.Domain.Tests.Grading.Files.SamplePolicy;
using Kind = FoodSafety.Domain.DataFiles.DataFileFaultKind;

namespace FoodSafety.Domain.Tests.Grading.Files;

public partial class PolicyFileFaultTests
{
    private const string Conditions = "fact number flag stated all any not custom";
    private const string Operators = "atLeast moreThan atMost lessThan equals";
    private const string RootNames = "$schema format id version title note from until scale units fixed rightlyMilder sources numbers notGraded requireStated rules otherwise adjustments accepted";

    /// <summary>One place of a right file changed, and the one fault that must be told.</summary>
    public static TheoryData<string, string, Kind, string, string?, string> Broken => new()
    {
        // The file as a whole.
        { "\"id\": \"sample\",\n", "", Kind.MissingProperty, "$", null, "id" },
        { "\"format\": 1,\n", "", Kind.MissingProperty, "$", null, "format" },
        { "\"format\": 1,", "\"format\": 2,", Kind.UnknownFormat, "$.format", "2", "1" },
        { "\"format\": 1,", "\"format\": 0,", Kind.UnknownFormat, "$.format", "0", "1" },
        { "\"format\": 1,", "\"format\": 1.5,", Kind.OutOfRange, "$.format", "1.5", "1" },
        { "\"format\": 1,", "\"format\": \"1\",", Kind.WrongType, "$.format", "1", "number" },
        { "\"format\": 1,", "\"format\": 1, \"$schema\": 1,", Kind.WrongType, "$['$schema']", "1", "string" },
        { "\"id\": \"sample\"", "\"id\": \"Sample\"", Kind.MalformedText, "$.id", "Sample", "[a-z][a-z0-9.-]{0,63}" },
        { "\"id\": \"sample\"", "\"id\": null", Kind.WrongType, "$.id", "null", "string" },
        { "\"version\": \"1.0\"", "\"version\": \" \"", Kind.MalformedText, "$.version", " ", "" },
        { "\"version\": \"1.0\"", "\"version\": 1.0", Kind.WrongType, "$.version", "1.0", "string" },
        { "\"version\": \"1.0\",", "\"version\": \"1.0\", \"version\": \"1.0\",", Kind.DuplicateProperty, "$.version", "version", "" },
        { "\"en\": \"a sample\"", "\"en\": \"a sample\", \"english\": \"\"", Kind.UnknownProperty, "$.title.english", "english", "en zh" },
        { "\"until\": \"2025-01-01\"", "\"until\": \"2024-01-01\"", Kind.OutOfRange, "$.until", "2024-01-01", "after 2024-01-01" },
        { "\"from\": \"2024-01-01\"", "\"from\": \"2024-02-30\"", Kind.MalformedText, "$.from", "2024-02-30", "yyyy-MM-dd" },
        { "\"from\": \"2024-01-01\"", "\"from\": \"2024-1-1\"", Kind.MalformedText, "$.from", "2024-1-1", "yyyy-MM-dd" },
        { "\"from\": \"2024-01-01\"", "\"from\": \"+024-01-01\"", Kind.MalformedText, "$.from", "+024-01-01", "yyyy-MM-dd" },
        { "\"from\": \"2024-01-01\"", "\"from\": \"-9999-01-01\"", Kind.MalformedText, "$.from", "-9999-01-01", "yyyy-MM-dd" },
        { "[\"Mild\", \"Middle\", \"Strict\"]", "[\"Strict\", \"Middle\", \"Mild\"]", Kind.WrongScale, "$.scale", "Strict Middle Mild", "Mild Middle Strict" },
        { "[\"Mild\", \"Middle\", \"Strict\"]", "\"Mild\"", Kind.WrongType, "$.scale", "Mild", "array" },
        // Sources.
        { "\"standing\": \"unconfirmed\"", "\"standing\": \"confirmed\"", Kind.UnknownName, "$.sources['a-guess'].standing", "confirmed",
            "unconfirmed second-hand official-text press-report government-notice" },
        { "\"title\": {\"zh\": \"推测\", \"en\": \"a guess\"}", "\"title\": {\"zh\": \"\", \"en\": \"\"}", Kind.MalformedText, "$.sources['a-guess'].title", "{\"zh\": \"\", \"en\": \"\"}", "text" },
        { "https://example.org/令#3", "/令", Kind.MalformedText, "$.sources['an-order'].url", "/令", "absolute url" },
        { "\"article\": \"3\"", "\"article\": 3", Kind.WrongType, "$.sources['an-order'].article", "3", "string" },
        { "\"sources\": {", "\"sources\": {\"spare\": {\"title\": {\"zh\": \"闲\", \"en\": \"\"}, \"standing\": \"unconfirmed\"},", Kind.UnusedName, "$.sources.spare", "spare", "" },
        // Facts that must be stated.
        { "\"rules\": [", "\"requireStated\": [\"stuff\"], \"rules\": [", Kind.UnknownName, "$.requireStated[0]", "stuff", "staff area kind special" },
        { "\"rules\": [", "\"requireStated\": [\"staff\", \"staff\"], \"rules\": [", Kind.DuplicateName, "$.requireStated[1]", "staff", "" },
        { "\"rules\": [", "\"requireStated\": [], \"rules\": [", Kind.OutOfRange, "$.requireStated", "[]", "1 or more" },
        { "\"rules\": [", "\"requireStated\": \"staff\", \"rules\": [", Kind.WrongType, "$.requireStated", "staff", "array" },
        // Named numbers.
        { "\"numbers\": {", "\"numbers\": {\"spare\": {\"name\": {\"zh\": \"\", \"en\": \"\"}, \"is\": {\"fact\": \"staff\"}},", Kind.UnusedName, "$.numbers.spare", "spare", "" },
        { "{\"sum\": [\"weight\",", "{\"sum\": [\"wieght\",", Kind.UnknownName, "$.numbers.load.is.sum[0]", "wieght", "weight" },
        { "{\"sum\": [\"weight\",", "{\"sum\": [\"load\",", Kind.UnknownName, "$.numbers.load.is.sum[0]", "load", "weight" },
        { "{\"sum\": [\"weight\", ", "{\"sum\": [true, ", Kind.WrongType, "$.numbers.load.is.sum[0]", "true", "object string number" },
        { "{\"sum\": [\"weight\", ", "{\"sum\": [0.0000001, ", Kind.OutOfRange, "$.numbers.load.is.sum[0]", "0.0000001", "0..6 decimals" },
        { "\"multiply\": {\"fact\": \"staff\"}", "\"multiply\": {\"difference\": [{\"fact\": \"staff\"}]}", Kind.OutOfRange, "$.numbers.load.is.sum[1].multiply.difference", "[{\"fact\": \"staff\"}]", "2 or more" },
        { "\"atLeast\": 10}", "\"atLeast\": {\"fact\": \"stuff\"}}", Kind.UnknownName, "$.rules[0].when.all[1].atLeast.fact", "stuff", "staff area" },
        { "\"by\": 0.5", "\"by\": 0.0000001", Kind.OutOfRange, "$.numbers.load.is.sum[1].by", "0.0000001", "0..6 decimals" },
        { "\"by\": 0.5", "\"by\": 9000000000000000", Kind.OutOfRange, "$.numbers.load.is.sum[1]", "{\"multiply\": {\"fact\": \"staff\"}, \"by\": 9000000000000000}",
            "-4000000000000000000..4000000000000000000 smallest units 0..6 decimals" },
        { ", \"by\": 0.5", "", Kind.MissingProperty, "$.numbers.load.is.sum[1]", null, "by" },
        { "{\"fact\": \"staff\"}, \"by\"", "{\"fact\": \"special\"}, \"by\"", Kind.UnknownName, "$.numbers.load.is.sum[1].multiply.fact", "special", "area staff" },
        { "\"points\": 1.5", "\"points\": 1.0000001", Kind.OutOfRange, "$.numbers.weight.is.score[0].points", "1.0000001", "0..6 decimals" },
        { "{\"when\": true, \"points\": -1}", "{\"points\": -1}", Kind.MissingProperty, "$.numbers.weight.is.score[1]", null, "when" },
        { "{\"smallest\": [{\"fact\": \"area\"}, \"weight\"]}", "{\"smallest\": []}", Kind.OutOfRange, "$.rules[1].when.any[1].number.largest[1].smallest", "[]", "1 or more" },
        { "{\"smallest\": [{\"fact\": \"area\"}, \"weight\"]}", "{\"middle\": [\"weight\"]}", Kind.UnknownProperty, "$.rules[1].when.any[1].number.largest[1].middle", "middle",
            "score fact number sum smallest multiply largest difference" },
        // Conditions.
        { "{\"fact\": \"staff\", \"atLeast\": 10}", "{\"fact\": \"stuff\", \"atLeast\": 10}", Kind.UnknownName, "$.rules[0].when.all[1].fact", "stuff", "staff area kind" },
        { "{\"fact\": \"staff\", \"atLeast\": 10}", "{\"fact\": \"special\", \"atLeast\": 10}", Kind.UnknownName, "$.rules[0].when.all[1].fact", "special", "area staff kind" },
        { "{\"fact\": \"staff\", \"atLeast\": 10}", "{\"fact\": \"staff\", \"atLeast\": 10, \"least\": 9}", Kind.UnknownProperty, "$.rules[0].when.all[1].least", "least",
            "atLeast fact atMost orElse lessThan equals moreThan" },
        { "{\"fact\": \"staff\", \"atLeast\": 10}", "{\"fact\": \"staff\"}", Kind.MissingProperty, "$.rules[0].when.all[1]", null, Operators },
        { "{\"fact\": \"staff\", \"atLeast\": 10}", "{\"fact\": \"staff\", \"atLeast\": 10, \"atMost\": 20}", Kind.ConflictingProperties, "$.rules[0].when.all[1]", "atLeast, atMost", Operators },
        { "\"atLeast\": 10}", "\"atLeast\": \"10\"}", Kind.WrongType, "$.rules[0].when.all[1].atLeast", "10", "number" },
        { "\"atLeast\": 10}", "\"atLeast\": 1000000000000001}", Kind.OutOfRange, "$.rules[0].when.all[1].atLeast", "1000000000000001", "-1000000000000000..1000000000000000" },
        { "\"atLeast\": 10}", "\"atLeast\": 0.12345678901234567890123456789}", Kind.OutOfRange, "$.rules[0].when.all[1].atLeast", "0.12345678901234567890123456789", "28 digits" },
        { "\"atLeast\": 10}", "\"atLeast\": 1e-29}", Kind.OutOfRange, "$.rules[0].when.all[1].atLeast", "1e-29", "28 digits" },
        { "\"atLeast\": 10}", "\"atLeast\": 1e99999999999}", Kind.OutOfRange, "$.rules[0].when.all[1].atLeast", "1e99999999999", "28 digits" },
        { "[\"Canteen\"]", "[\"Canten\"]", Kind.UnknownName, "$.rules[0].when.all[0].is[0]", "Canten", "Canteen Shop" },
        { "[\"Canteen\"]", "[\"Canteen\", \"Canteen\"]", Kind.DuplicateName, "$.rules[0].when.all[0].is[1]", "Canteen", "" },
        { "[\"Canteen\"]", "[]", Kind.OutOfRange, "$.rules[0].when.all[0].is", "[]", "1 or more" },
        { "[\"Canteen\"]", "\"Canteen\"", Kind.WrongType, "$.rules[0].when.all[0].is", "Canteen", "array" },
        { "{\"fact\": \"kind\", \"is\": [\"Canteen\"]}", "{\"fact\": \"kind\", \"equals\": 2, \"is\": [\"Canteen\"]}", Kind.UnknownProperty, "$.rules[0].when.all[0].equals", "equals", "is fact" },
        { "{\"flag\": \"special\"}", "{\"flag\": \"staff\"}", Kind.UnknownName, "$.numbers.weight.is.score[0].when.all[0].flag", "staff", "special" },
        { "{\"flag\": \"special\"}", "{\"flag\": \"special\", \"is\": true}", Kind.UnknownProperty, "$.numbers.weight.is.score[0].when.all[0].is", "is", "flag orElse" },
        { "[\"Canteen\"]", "[\"not-stated\"]", Kind.UnknownName, "$.rules[0].when.all[0].is[0]", "not-stated", "Canteen Shop" },
        { "{\"flag\": \"special\"}", "{\"flag\": \"special\", \"orElse\": 0}", Kind.WrongType, "$.numbers.weight.is.score[0].when.all[0].orElse", "0", "true false" },
        { "{\"flag\": \"special\"}", "{\"stated\": \"specials\"}", Kind.UnknownName, "$.numbers.weight.is.score[0].when.all[0].stated", "specials", "special staff area kind" },
        { "{\"sum\": [\"weight\", ", "{\"sum\": [{\"number\": \"weight\"}, ", Kind.MissingProperty, "$.numbers.load.is.sum[0]", null, "orElse" },
        { "{\"flag\": \"special\"}", "{\"flg\": \"special\"}", Kind.UnknownProperty, "$.numbers.weight.is.score[0].when.all[0].flg", "flg", "flag all fact any not number stated custom" },
        { "{\"flag\": \"special\"}", "{\"flag\": \"special\", \"all\": []}", Kind.ConflictingProperties, "$.numbers.weight.is.score[0].when.all[0]", "flag, all", Conditions },
        { "{\"flag\": \"special\"}", "{}", Kind.MissingProperty, "$.numbers.weight.is.score[0].when.all[0]", null, Conditions },
        { "{\"flag\": \"special\"}", "\"special\"", Kind.WrongType, "$.numbers.weight.is.score[0].when.all[0]", "special", "object true false" },
        { "{\"custom\": \"lucky\"}", "{\"custom\": \"luckier\"}", Kind.UnknownName, "$.notGraded[0].when.custom", "luckier", "lucky unlucky" },
        // Clauses.
        { "\"grade\": \"Middle\"", "\"grade\": \"middle\"", Kind.UnknownName, "$.rules[0].grade", "middle", "Middle Mild Strict" },
        { "\"id\": \"strict\"", "\"id\": \"lucky\"", Kind.DuplicateName, "$.rules[1].id", "lucky", "" },
        { "\"id\": \"middle\"", "\"id\": \".1\"", Kind.MalformedText, "$.rules[0].id", ".1", "[A-Za-z0-9][A-Za-z0-9.-]{0,63}" },
        { "\"id\": \"rest\", ", "", Kind.MissingProperty, "$.otherwise", null, "id" },
        { "\"id\": \"rest\", ", "\"id\": \"rest\", \"when\": true, ", Kind.UnknownProperty, "$.otherwise.when", "when", "id note title basis grade" },
        { "\"en\": \"canteens\"},\n      \"basis\": \"an-order\"", "\"en\": \"canteens\"},\n      \"basis\": \"a-order\"", Kind.UnknownName, "$.rules[0].basis", "a-order", "an-order a-guess" },
        { "\"steps\": -2", "\"steps\": 0", Kind.OutOfRange, "$.adjustments[0].steps", "0", "-64..-1 1..64" },
        { "\"steps\": -2", "\"steps\": 65", Kind.OutOfRange, "$.adjustments[0].steps", "65", "-64..-1 1..64" },
        { "\"steps\": -2", "\"steps\": 0.5", Kind.OutOfRange, "$.adjustments[0].steps", "0.5", "-64..-1 1..64" },
        { "\"steps\": -2", "\"atMost\": \"mild\"", Kind.UnknownName, "$.adjustments[0].atMost", "mild", "Mild Middle Strict" },
        { "\"steps\": -2", "\"atLeast\": \"Mild\", \"steps\": 1", Kind.ConflictingProperties, "$.adjustments[0]", "atLeast, steps", "steps atLeast atMost" },
        { "\"steps\": -2,", "", Kind.MissingProperty, "$.adjustments[0]", null, "steps atLeast atMost" },
        { "\"grade\": \"Middle\"", "\"grade\": \"Middle\", \"final\": \"yes\"", Kind.WrongType, "$.rules[0].final", "yes", "true false" },
        { "\"id\": \"rest\", ", "\"id\": \"rest\", \"final\": true, ", Kind.UnknownProperty, "$.otherwise.final", "final", "id title note basis grade" },
        { "\"adjustments\": [", "\"adjustments\": [7, ", Kind.WrongType, "$.adjustments[0]", "7", "object" },
        // The text.
        { "\"version\": \"1.0\",", "\"version\": \"1.0\", // first", Kind.NotJson, "$", "// first", "" },
        { "\"en\": \"small area\"},\n      \"basis\": \"a-guess\"", "\"en\": \"small area\"},\n      \"basis\": \"a-guess\",", Kind.NotJson, "$", ",", "" },
        { "\n  ]\n}\n", "\n  ]\n}\n{}", Kind.NotJson, "$", "{}", "" },
        { "\"zh\": \"其余\"", "\"zh\": \"\\ud800\"", Kind.NotUnicode, "$", null, "" },
        { "\"zh\": \"其余\"", "\"zh\": \"其\\u202e余\"", Kind.MalformedText, "$.otherwise.title.zh", "其‹U+202E›余", "" },
        { "\"zh\": \"其余\"", "\"zh\": \"其\\n余\"", Kind.MalformedText, "$.otherwise.title.zh", "其‹U+000A›余", "" },
        { "\"version\": \"1.0\"", "\"version\": \"１.0\"", Kind.MalformedText, "$.version", "１.0", "" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Read_OnePlaceBroken_TellsThatFaultAlone(string right, string broken, Kind kind, string path, string? value, string allowed)
    {
        var place = FileText.IndexOf(right, StringComparison.Ordinal);
        Assert.True(place >= 0, $"The sample has no {right}.");
        var text = string.Concat(FileText.AsSpan(0, place), broken, FileText.AsSpan(place + right.Length));
        var fault = Assert.Single(Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(text)).Faults);
        Assert.Equal((kind, path, value), (fault.Kind, fault.Path, fault.Value));
        Assert.Equal(allowed, string.Join(" ", fault.Allowed));
        var (english, chinese) = path == "$" ? ("", "") : ($" ({path})", $"（{path}）");
        Assert.StartsWith($"line {fault.Line}, column {fault.Column}{english}: ", fault.Text.English, StringComparison.Ordinal);
        Assert.StartsWith($"第 {fault.Line} 行第 {fault.Column} 列{chinese}：", fault.Text.Chinese, StringComparison.Ordinal);
        AssertChinese(fault);
    }

    [Fact]
    public void Read_UnknownPropertyOfTheFile_TellsTheTenNearest()
    {
        var text = FileText.Replace("\"rules\"", "\"rule\"", StringComparison.Ordinal);
        var faults = Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(text)).Faults;
        var unknown = Assert.Single(faults, fault => fault.Kind == Kind.UnknownProperty);
        Assert.Equal(10, unknown.Allowed.Length);
        Assert.Equal("rules", unknown.Allowed[0]);
        Assert.Subset(RootNames.Split(' ').ToHashSet(), unknown.Allowed.ToHashSet());
        Assert.EndsWith(" and others. Write 'rules'.", unknown.Text.English, StringComparison.Ordinal);
        Assert.Contains(faults, fault => fault is { Kind: Kind.MissingProperty, Path: "$" });
    }

    [Fact]
    public void Read_ManyPlacesBroken_TellsAllAndShowsThree()
    {
        const string text = """
            {
              "format": 1, "id": "x", "version": "1", "title": {"zh": ""}, "scale": ["Mild", "Middle", "Strict"],
              "sources": {"a": {"title": {"zh": "甲", "en": ""}, "standing": "unconfirmed"}},
              "rules": [
                {"id": "r", "grade": "Mild", "when": {"all": [{"flag": "speciál"}, {"fact": "staff", "atLeast": []}]}, "title": {"zh": "", "en": ""}, "basis": "a"}
              ],
              "otherwise": {"id": "r", "grade": "E", "title": {"zh": "", "en": ""}, "basis": "a"}
            }
            """;
        var exception = Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(text));
        Assert.Equal(
            ["$.title", "$.rules[0].when.all[0].flag", "$.rules[0].when.all[1].atLeast", "$.otherwise.id", "$.otherwise.grade"],
            exception.Faults.Select(fault => fault.Path));
        Assert.Equal(
            "Faults in the policy file: 5. line 2, column 52 ($.title): the property 'en' is missing. "
            + "line 5, column 60 ($.rules[0].when.all[0].flag): nothing that may stand here is called 'speciál'. Allowed: special (special food). "
            + "line 5, column 101 ($.rules[0].when.all[1].atLeast): '[]' is of the wrong type. Allowed: number. And 2 more.",
            exception.Message);
        Assert.Equal(
            "分级标准文件有 5 处差错。第 2 行第 52 列（$.title）：缺少属性“en”。第 5 行第 60 列（$.rules[0].when.all[0].flag）：没有可用于此处的“speciál”；允许：“special”（特殊食品）。"
            + "第 5 行第 101 列（$.rules[0].when.all[1].atLeast）：“[]”的类型不对；允许：数字。另有 2 处。",
            exception.Text.Chinese);
    }

    /// <summary>What people who write by hand slip into, each told where it is and how to mend it.</summary>
    // The sign ▸ stands where the fault has to be told.
    public static TheoryData<string, string, string, string> Slips => new()
    {
        { "\"format\": 1,", "\"format\": 1▸，", "'，' is a full-width sign. Write ,.", "“，”是中文（全角）符号。改为英文（半角）的 ,。" },
        { "\"format\": 1,", "\"format\"▸：1,", "Write :.", "（半角）的 :。" },
        { "\"format\": 1,", "▸“format”: 1,", "Write \".", "（半角）的 \"。" },
        { "\"format\": 1,", "▸'format': 1,", "Write \"…\".", "写成 \"…\"。" },
        { "\"format\": 1,", "▸format: 1,", "Put the name in double quotes, as \"id\".", "属性名须用英文双引号括起" },
        { "\"format\": 1,\n  ", "\"format\": 1\n  ▸", "a comma is missing before this place. Put a comma after the item before.", "缺少逗号" },
        { "\"format\": 1,", "\"format\" ▸1,", "a colon is missing", "缺少冒号" },
        { "\"format\": 1,", "\"format\": 1,▸,", "there is a comma too many. Delete it.", "多了一个逗号。请删去。" },
        { "\"format\": 1,", "\"format\": ▸,", "a value is missing here", "此处缺少值" },
        { "\"format\": 1,", "\"format\": ▸１,", "is a full-width digit", "是全角数字" },
        { "\"format\": 1,", "▸\u3000\"format\": 1,", "U+3000", "U+3000" },
        { "\"format\": 1,", "▸# 说明\n\"format\": 1,", "JSON has no comments. Delete it; what it says may stand as a property 'note'.", "JSON 不能有注释。请删去，说明可写作“note”属性。" },
        { "\"atLeast\": 10}", "\"atLeast\": ▸3,000}", "the number '3,000' has separators in it. Write 3000.", "数字“3,000”中有千位分隔符。写成 3000。" },
        { "\"atLeast\": 10}", "\"atLeast\": ▸\"3,000\"}", "'3,000' is of the wrong type. Allowed: number. Write the number alone, without quotes, separators or unit: 3000.", "允许：数字。只写数字，不加引号、分隔符和单位：3000。" },
        { "\"atLeast\": 10}", "\"atLeast\": ▸\"10人\"}", "without quotes, separators or unit: 10.", "只写数字，不加引号、分隔符和单位：10。" },
        { "\"atLeast\": 10}", "\"atLeast\": 3▸万}", "Write the number in full: 30000.", "只写数字：30000。" },
        { "\"atLeast\": 10}", "\"atLeast\": ▸010}", "'010' is no number as JSON has it. Write 10.", "“010”不是规范的数字。写成 10。" },
        { "\"atLeast\": 10}", "\"atLeast\": ▸.5}", "Write 0.5.", "写成 0.5。" },
        { "{\"when\": true,", "{\"when\": ▸True,", "'True' has to be in lower case. Write true.", "“True”应为小写。写成 true。" },
        { "\"zh\": \"其余\"", "\"zh\": ▸\"其余\n", "the quotes of this text are not closed on its line", "引号没有在同一行结束" },
        { "\"zh\": \"其余\"", "\"zh\": \"其▸\\余\"", "A backslash itself is \\\\.", "反斜杠本身写作 \\\\。" },
        { "\n  ]\n}\n", "\n  ]\n▸", "the text ends here, and the '{' of line 1, column 1 is not closed. Write '}'.", "文件在此中断，第 1 行第 1 列的“{”没有结束。请补上“}”。" },
        { "[\"Canteen\"]", "[\"Canteen\"▸}", "the brackets do not match: '}' cannot close the '[' of line 35, column ", "括号不配对" },
        { "\"from\": \"2024-01-01\"", "\"from\": ▸\"2024-02-30\"", "2024-02 has no day 30. Allowed: yyyy-MM-dd. The last day of the month is 2024-02-29.", "2024 年 2 月没有 30 日；允许：“yyyy-MM-dd”。该月最后一天是 2024-02-29。" },
        { "\"from\": \"2024-01-01\"", "\"from\": ▸\"2024年1月1日\"", "Write 2024-01-01.", "写成 2024-01-01。" },
        { "\"otherwise\": {", "▸\"else\": {", "the property 'else' does not belong here. Allowed: otherwise, ", "应写作“otherwise”。" },
        { "{\"fact\": \"staff\", \"atLeast\": 10}", "{\"fact\": \"staff\", \"atLeast\": 10, \"lessThan\": ▸20}", 
            "Write them apart: {\"all\": [{\"fact\": \"staff\", \"atLeast\": 10}, {\"fact\": \"staff\", \"lessThan\": 20}]}", "分开写，都要符合的用" },
        { "{\"fact\": \"staff\", \"atLeast\": 10}", "{\"fact\": ▸\"special\", \"equals\": 1}", "'special' is a flag: as a condition write {\"flag\": \"special\"}.", "“special”是“是或否”的标志，条件写成 {\"flag\": \"special\"}。" },
        { "{\"flag\": \"special\"}", "{\"flag\": ▸\"staff\"}", "'staff' is a number", "“staff”是数值，条件写成" },
        { "{\"fact\": \"kind\", \"is\": [\"Canteen\"]}", "{\"fact\": \"kind\", ▸\"equals\": \"Canteen\"}", "'kind' is a choice", "“kind”是选项" },
        { "{\"fact\": \"staff\", \"atLeast\": 10}", "{\"fact\": ▸\"从业人员\", \"atLeast\": 10}", "For '从业人员' write 'staff'.", "“从业人员”应写作“staff”。" },
        { "\"grade\": \"Middle\"", "\"grade\": ▸\"中\"", "For '中' write 'Middle'.", "允许：“Middle”（中）、“Mild”（宽）、“Strict”（严）。“中”应写作“Middle”。" },
        { "\"title\": {\"zh\": \"食堂\", \"en\": \"canteens\"}", "\"title\": ▸\"食堂\"", "Allowed: object.", "允许：对象。写成 {\"zh\": \"食堂\", \"en\": \"\"}。" },
        { "\"version\": \"1.0\"", "\"version\": ▸1.0", "Write \"1.0\", in quotes.", "加上引号，写成 \"1.0\"。" },
        { "[\"Canteen\"]", "▸\"Canteen\"", "Write [\"Canteen\"].", "写成 [\"Canteen\"]。" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void Read_TypicalSlip_TellsItsPlaceAndRemedy(string right, string broken, string english, string chinese)
    {
        var place = FileText.IndexOf(right, StringComparison.Ordinal);
        Assert.True(place >= 0, $"The sample has no {right}.");
        var marked = string.Concat(FileText.AsSpan(0, place), broken, FileText.AsSpan(place + right.Length));
        var (text, before) = (marked.Replace("▸", "", StringComparison.Ordinal), marked.Split('▸')[0].Split('\n'));
        var fault = Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(text)).Faults.First(found => found.Kind != Kind.MissingProperty);
        Assert.Contains(english, fault.Text.English, StringComparison.Ordinal);
        Assert.Contains(chinese, fault.Text.Chinese, StringComparison.Ordinal);
        Assert.Equal((before.Length, before[^1].Length + 1), (fault.Line, fault.Column));
        AssertChinese(fault);
    }

    [Fact]
    public void Read_OtherEncodings_AreToldByName()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var (encoding, name) in new[]
        {
            (Encoding.Unicode, "UTF-16"), (Encoding.BigEndianUnicode, "UTF-16"), (Encoding.UTF32, "UTF-32"), (Encoding.GetEncoding("GBK"), "GB18030"), (Encoding.GetEncoding("GB18030"), "GB18030"),
        })
        {
            byte[] bare = encoding.GetBytes(FileText);
            foreach (var bytes in new[] { bare, [.. encoding.GetPreamble(), .. bare] })
            {
                var fault = Assert.Single(Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(bytes)).Faults);
                Assert.Equal((Kind.NotUnicode, name), (fault.Kind, fault.Value));
                Assert.Contains("UTF-8", fault.Remedy.Chinese, StringComparison.Ordinal);
                AssertChinese(fault);
            }
        }
    }

    [Fact]
    public void Read_PlaceBehindCharactersBeyondTheBasicPlane_CountsEachAsOne()
    {
        var text = FileText.Replace("\"zh\": \"其余\", \"en\": \"the rest\"", "\"zh\": \"𠮷𣲗\", \"e\": \"\"", StringComparison.Ordinal);
        var fault = Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(text)).Faults[0];
        var (line, before) = FileText.Split('\n').Index().Single(line => line.Item.Contains("其余", StringComparison.Ordinal));
        Assert.Equal((line + 1, before.IndexOf("\"en\"", StringComparison.Ordinal) + 1), (fault.Line, fault.Column));
    }

    [Theory]
    [InlineData("\"school-canteen\"", "\"学校食堂\"", "For '学校食堂' write 'school-canteen'.", "“学校食堂”应写作“school-canteen”。")]
    [InlineData("\"diners-per-meal\"", "\"每餐用餐人数\"", "For '每餐用餐人数' write 'diners-per-meal'.", "“每餐用餐人数”应写作“diners-per-meal”。")]
    [InlineData("\"grade\": \"A\"", "\"grade\": \"A级\"", "For 'A级' write 'A'.", "“A级”应写作“A”。")]
    public void Read_ChineseNameInABuiltInPolicy_IsAnsweredWithTheCode(string code, string name, string english, string chinese)
    {
        var text = TierPolicies.File.Write(TierPolicies.SizeAndDiners2022);
        var place = text.IndexOf(code, StringComparison.Ordinal);
        Assert.True(place >= 0, $"The policy has no {code}.");
        var fault = Assert.Single(Assert.Throws<DataFileException>(() => TierPolicies.File.Read(text.Remove(place, code.Length).Insert(place, name))).Faults);
        Assert.Contains(english, fault.Text.English, StringComparison.Ordinal);
        Assert.Contains(chinese, fault.Text.Chinese, StringComparison.Ordinal);
        AssertChinese(fault);
    }

    [Fact]
    public void Read_NameThatIsContained_StandsBeforeOneThatLooksAlike()
    {
        var text = TierPolicies.File.Write(TierPolicies.SizeAndDiners2022);
        var wrong = text.Replace("\"school-canteen\"", "\"食堂\"", StringComparison.Ordinal);
        Assert.NotEqual(text, wrong);
        var fault = Assert.Throws<DataFileException>(() => TierPolicies.File.Read(wrong)).Faults[0];
        Assert.Equal(6, fault.Allowed.Take(6).Count(name => name.EndsWith("-canteen", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nul")]
    [InlineData("{\"format\": 1")]
    [InlineData("{'format': 1}")]
    [InlineData("{\"format\": 01}")]
    [InlineData("{\"format\": NaN}")]
    [InlineData("/* no */ {}")]
    public void Read_NotJson_TellsWhere(string text)
    {
        var fault = Assert.Single(Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(text)).Faults);
        Assert.Equal((Kind.NotJson, "$", (int?)1), (fault.Kind, fault.Path, fault.Line));
        AssertChinese(fault);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    public void Read_NoObject_IsOfTheWrongType(string text) => AssertOne(Kind.WrongType, text, () => SamplePolicy.File.Read(text));

    [Fact]
    public void Read_BytesThatAreNotUtf8_TellsThePosition()
    {
        byte[] bytes = [.. "{\"a\": \""u8, 0xC0, 0xFF, .. "\"}"u8];
        AssertOne(Kind.NotUnicode, "0xC0", () => SamplePolicy.File.Read(bytes));
        AssertOne(Kind.NotUnicode, "UTF-16", () => SamplePolicy.File.Read(Encoding.Unicode.GetPreamble()));
        AssertOne(Kind.NotUnicode, null, () => SamplePolicy.File.Read("{\"\udfff\": 1}"));
    }

    [Fact]
    public void Read_TooManyClauses_IsAFaultOfTheWhole()
    {
        var rule = """{"id": "r#", "grade": "Mild", "when": true, "title": {"zh": "", "en": ""}, "basis": "an-order"},""";
        var rules = string.Concat(Enumerable.Range(0, 60_000).Select(i => rule.Replace("#", $"{i}", StringComparison.Ordinal)));
        var text = FileText.Replace("\"rules\": [", $"\"rules\": [{rules}", StringComparison.Ordinal);
        var large = new PolicyFile<Grade>(Scale, SamplePolicy.File.Facts, SamplePolicy.File.CustomConditions) { MostBytes = 1 << 24 };
        var fault = Assert.Single(Assert.Throws<DataFileException>(() => large.Read(text)).Faults);
        Assert.Equal((Kind.NotBuildable, "$"), (fault.Kind, fault.Path));
        Assert.Equal("$: there are more than 60000 clauses.", fault.Text.English);
        Assert.Equal("$：条款多于 60000 条。", fault.Text.Chinese);
    }

    [Fact]
    public void Value_OfLongText_IsCut()
    {
        var text = FileText.Replace("\"format\": 1", $"\"format\": \"{new string('x', 500)}\"", StringComparison.Ordinal);
        var fault = Assert.Single(Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(text)).Faults, f => f.Path == "$.format");
        Assert.Equal($"{new string('x', 100)}…", fault.Value);
    }

    private static void AssertOne(Kind kind, string? value, Func<object> read)
    {
        var fault = Assert.Single(Assert.Throws<DataFileException>(read).Faults);
        Assert.Equal((kind, "$", value), (fault.Kind, fault.Path, fault.Value));
        AssertChinese(fault);
    }

    /// <summary>No word of English in a Chinese message: what is left beside codes in quotes, JSON and the path are the names of encodings.</summary>
    internal static void AssertChinese(DataFileFault fault)
    {
        var words = Codes().Replace(fault.Text.Chinese.Replace(fault.Path, "", StringComparison.Ordinal), "");
        words = fault.Value is { Length: > 0 } value ? words.Replace(value, "", StringComparison.Ordinal) : words;
        Assert.True(!Word().IsMatch(words), fault.Text.Chinese);
    }

    // What stands in quotes, in braces or in brackets; what programs call things.
    [GeneratedRegex("“[^”]*”|\"[^\"]*\"|\\{.*\\}|\\[.*\\]|U\\+[0-9A-F]{4}|0x[0-9A-F]{2}|(写成|改为半角的|半角）的) \\S+")]
    private static partial Regex Codes();

    [GeneratedRegex("(?<![A-Za-z])(?!(JSON|UTF|GB)(?![A-Za-z]))[A-Za-z]{2,}")]
    private static partial Regex Word();
}
