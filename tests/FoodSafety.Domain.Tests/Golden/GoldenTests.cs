using System.Globalization;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Tests.Golden;

/// <summary>
/// What each built-in policy version decides, written down by hand beside the reason. A published version never changes; a
/// change of the rules is a new version with a file of its own.
/// </summary>
public partial class GoldenTests
{
    public static TheoryData<string> PolicyNames => [.. BuiltInPolicy.All.Select(policy => policy.Name)];

    [Theory]
    [MemberData(nameof(PolicyNames))]
    public void Grade_EveryLineOfTheGoldenFile_IsAsWrittenDown(string name)
    {
        var policy = BuiltInPolicy.All.Single(policy => policy.Name == name);
        var path = Path.Combine(SharedData.Root, "tests", "FoodSafety.Domain.Tests", "Golden", $"{name}.csv");
        Assert.True(File.Exists(path), $"The built-in policy {name} has no golden file {path}.");
        var lines = File.ReadAllLines(path);
        Assert.Equal("facts,grade,clause,reason", lines[0]);
        Assert.InRange(lines.Length - 1, 40, int.MaxValue);

        Assert.All(lines.Skip(1), line =>
        {
            var fields = line.Split(',');
            Assert.Equal(4, fields.Length);
            Assert.NotEmpty(fields[3]);
            Assert.Equal((fields[1], fields[2]), policy.Grade(Read(policy, fields[0])));
        });
    }

    [Theory]
    [MemberData(nameof(PolicyNames))]
    public void GoldenFile_NamesEveryClauseOfItsPolicy(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(SharedData.Root, "tests", "FoodSafety.Domain.Tests", "Golden", $"{name}.csv"));
        var clauses = new ClauseNames();
        BuiltInPolicy.All.Single(policy => policy.Name == name).Visit(clauses);

        Assert.Equal(clauses.Names.Order(StringComparer.Ordinal), lines.Skip(1).Select(line => line.Split(',')[2]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void BuiltInPolicies_AreThoseOfTheFilesOfTheAssembly() => Assert.Subset(
        BuiltInPolicy.All.Select(policy => policy.Name).ToHashSet(),
        typeof(BusinessFacts).Assembly.GetManifestResourceNames().Where(name => name.Contains(".Policies.", StringComparison.Ordinal))
            .Select(name => PolicyFileName().Match(name)).Select(match => $"{match.Groups[1]}-{match.Groups[2]}").ToHashSet());

    [System.Text.RegularExpressions.GeneratedRegex(@"\.Policies\.(.+?)\.(\d+\.\d+)\.json$")]
    private static partial System.Text.RegularExpressions.Regex PolicyFileName();

    [Fact]
    public void GoldenFiles_AreThoseOfBuiltInPolicies()
    {
        var files = Directory.GetFiles(Path.Combine(SharedData.Root, "tests", "FoodSafety.Domain.Tests", "Golden"), "*.csv");

        Assert.Equal(
            BuiltInPolicy.All.Select(policy => policy.Name).Order(StringComparer.Ordinal),
            files.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// Reads <c>business-type=retailer employees=50 chain-headquarters</c>; a flag stands alone when it is set. A star first states 0 and "no" of everything
    /// that is not named, and <c>!employees</c> takes one thing out again.
    /// </summary>
    private static FactRecord Read(BuiltInPolicy policy, string facts)
    {
        var texts = facts.Split(' ', StringSplitOptions.RemoveEmptyEntries).AsEnumerable();
        var none = texts.FirstOrDefault() == "*" ? new FactRecord([.. policy.Facts.Where(fact => fact is not IChoiceFact).Select(fact => new FactValue(fact, 0))]) : FactRecord.Empty;
        return none.With([.. texts.Where(text => text != "*").Select(text => Value(policy, text))]);
    }

    private static FactValue Value(BuiltInPolicy policy, string text)
    {
        if (text.StartsWith('!'))
        {
            var missing = policy.Facts.Single(fact => fact.Id == text[1..]);
            return new FactValue(missing, missing.Unstated);
        }

        var (id, value) = text.Split('=') is [var key, var stated] ? (key, stated) : (text, "");
        return policy.Facts.Single(fact => fact.Id == id) switch
        {
            NumberFact number => number.Of(decimal.Parse(value, CultureInfo.InvariantCulture)),
            FlagFact flag => flag.Of(true),
            IChoiceFact choice => new FactValue(choice, choice.Values.Single(stored => choice.CodeOf(stored) == value)),
            _ => throw new NotSupportedException(id),
        };
    }

    private sealed class ClauseNames : IPolicyVisitor
    {
        public List<string> Names { get; } = [];

        public void Visit<TGrade>(Domain.Grading.GradingPolicy<TGrade> policy) where TGrade : struct, Enum =>
            Names.AddRange(policy.Clauses.Select(clause => clause.Id));
    }
}
