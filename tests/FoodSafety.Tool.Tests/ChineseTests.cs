using System.Text.RegularExpressions;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Tool.Tests;

/// <summary>In Chinese the tool speaks Chinese: what is left in Latin letters are codes that stand in a file or on the command line.</summary>
public sealed partial class ChineseTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public ChineseTests()
    {
        _folder.Write("p.json", Samples.Canteens);
        _folder.Write("draft.json", Samples.Canteens.Replace("2027.1", "2027.2", StringComparison.Ordinal).Replace("\"atLeast\": 500", "\"atLeast\": 400", StringComparison.Ordinal));
        _folder.Write("faulty.json", Samples.Canteens
            .Replace("\"fact\": \"diners-per-meal\"", "\"fact\": \"diners\"", StringComparison.Ordinal)
            .Replace("\"flag\": \"online-sales\"", "\"flag\": true", StringComparison.Ordinal)
            .Replace("\"otherwise\": {", "\"else\": {}, \"otherwise\": {", StringComparison.Ordinal));
        _folder.Write("slip.json", Samples.Canteens.Replace("\"atLeast\": 500", "\"atLeast\": 3,000", StringComparison.Ordinal));
        _folder.Write("never.json", Samples.Canteens.Replace("\"atLeast\": 500", "\"atLeast\": 5000000000", StringComparison.Ordinal));
        _folder.Write("tier.json", Samples.BuiltIn);
        _folder.Write("register.csv", "id,name,area,diners-per-meal,online-sales\n1,甲,510115001,520,no\n2,乙,510115001,many,yes\n3,丙,510116,450,\n4,丁\n");
        _folder.Write("areas.csv", "code,name\n510115,温江区\n510115001,柳城街道\n");
        _folder.Write("wrong-areas.csv", "code,name\n510115,温江区\n510115,柳城街道\nx,和盛镇\n");
        _folder.Write("cases.csv", "diners-per-meal,grade\n500,B\n1,C\nmany,B\n");
        _folder.Write("good-cases.csv", "diners-per-meal,grade\n500,B\n1,C\n");
    }

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Commands => [.. new[]
    {
        "check ./p.json --all", "check ./faulty.json", "check ./slip.json", "check ./never.json --all", "check ./tier.json --all", "check ./none.json",
        "table ./p.json", "table ./tier.json --by type", "table ./tier.json", "diff ./p.json ./draft.json", "diff ./p.json ./p.json",
        "impact ./p.json ./draft.json --register ./register.csv --areas ./areas.csv", "impact ./p.json ./draft.json --register ./register.csv --areas ./wrong-areas.csv",
        "impact ./p.json ./draft.json --register ./areas.csv", "grade ./p.json ./register.csv", "grade ./p.json ./none.csv", "explain ./p.json diners-per-meal=520",
        "explain ./p.json diners-per-meal=450 online-sales=no", "explain ./p.json diners=1", "explain ./p.json diners-per-meal=-1", "explain ./p.json diners-per-meal",
        "explain ./p.json --id 9 --register ./register.csv", "explain ./p.json diners-per-meal=450 --letter --name 甲 --on 2027-03-01", "explain ./p.json --letter --name 甲",
        "cases ./p.json -o ./made.csv", "test ./p.json ./cases.csv", "test ./p.json ./good-cases.csv", "test ./p.json ./areas.csv", "format ./p.json --check",
        "new a b", "new canteens --from 2027-02-30", "new A", "nothing", "facts --kind other", "diff ./p.json",
        "--help", "check --help", "table --help", "diff --help", "impact --help", "grade --help", "explain --help", "cases --help", "test --help", "format --help", "new --help",
        "facts --help", "schema --help",
    }];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Run_InChinese_HasNoEnglishWord(string command)
    {
        var said = _folder.RunIn("zh", command.Split(' '));
        // What is graded are data, with the reasons in both languages.
        var lines = $"{(command.StartsWith("grade ./", StringComparison.Ordinal) ? "" : said.Output)}\n{said.Error}".Split('\n');

        Assert.All(lines, line => Assert.All(Word().Matches(Quoted().Replace(line, " ")), word => Assert.True(Known.Contains(word.Value), $"{word.Value}: {line}")));
    }

    /// <summary>The words that are the same in every language, since they stand in files and on the command line.</summary>
    private static HashSet<string> Known { get; } =
    [
        .. new[] { BusinessFacts.Schema, FoodSellerFacts.Schema }.SelectMany(schema => schema.Facts)
            .SelectMany(fact => fact is IChoiceFact choice ? choice.Values.Select(choice.CodeOf).Append(fact.Id) : [fact.Id]),
        .. TierPolicies.SizeAndDiners2022.Clauses.Concat(TierPolicies.SizeAndDiners2022.Adjustments).Select(clause => clause.Id), "otherwise", "diners-500", "online",
        .. TierPolicies.SizeAndDiners2022.Id.Split(' '), TierPolicies.SizeAndDiners2022.Version, "canteens",
        .. GradeKind.All.SelectMany(kind => kind.Grades.Append(kind.Key)),
        .. new[] { "new", "check", "format", "table", "diff", "impact", "grade", "explain", "cases", "test", "facts", "areas", "schema", "type", "zh", "en", "utf-8", "gb18030", "markdown", "html", "csv" },
        .. new[] { "id", "name", "area", "code", "case", "shows", "clause", "reason-zh", "reason-en", "not-graded" },
        .. new[] { "foodsafety", "CSV", "JSON", "HTML", "Markdown", "Schema" },
    ];

    // What stands in quotes or brackets, a path of JSON, a file, an option: whatever somebody wrote, or what programs call things.
    [GeneratedRegex("“[^”]*”|\"[^\"]*\"|\\[[a-z-]+:[^\\]]*\\]|\\$[.\\w\\[\\]'-]*|[\\w-]+\\.(json|csv|html)|(?<![a-z])-{1,2}[a-z]+(-[a-z]+)*")]
    private static partial Regex Quoted();

    [GeneratedRegex("[A-Za-z][A-Za-z0-9.-]*[A-Za-z0-9]")]
    private static partial Regex Word();
}
