using System.Reflection;
using System.Text.RegularExpressions;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using ReadmeExample;

namespace FoodSafety.Domain.Tests.Docs;

/// <summary>What the front pages show is what compiles and runs.</summary>
[Collection(nameof(ReadmeTests))]
public sealed partial class ReadmeTests
{
    private const string English = "README.md";
    private const string Chinese = "README.zh-CN.md";

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public void FirstCodeBlock_IsTheProgramThatIsCompiled(string readme) =>
        Assert.Equal(
            File.ReadAllText(Path.Combine(SharedData.Root, "tests", "ReadmeExample", "Program.cs")).ReplaceLineEndings("\n").TrimEnd('\n'),
            MarkdownBlocks.Of(readme, "csharp")[0]);

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public void FirstTextBlock_IsWhatTheProgramPrints(string readme) =>
        Assert.Equal(MarkdownBlocks.Of(readme, "text")[0], Printed(static () =>
        {
            var entry = Assembly.Load("ReadmeExample").EntryPoint;
            Assert.NotNull(entry);
            entry.Invoke(null, [Array.Empty<string>()]);
        }));

    [Theory]
    [InlineData(English, Language.English)]
    [InlineData(Chinese, Language.Chinese)]
    public void SecondTextBlock_IsWhatThePolicyExamplePrints(string readme, Language language)
    {
        var areas = AreaTree.Build([new("510115", "温江区"), new("510115001", "柳城街道")]);
        var register = new BusinessRegister(areas);
        register.AddRange(Canteen("1", "柳城小学食堂", 487), Canteen("2", "光华中学食堂", 960));
        var book = new GradeBook<Tier>(register.Facts, Tiers.Scale);

        Assert.Equal(MarkdownBlocks.Of(readme, "text")[1], Printed(() => PolicyExample.Run(PolicyFile, register, book, language)));

        static Business Canteen(string id, string name, int diners) =>
            new(new BusinessId(id), name, AreaCode.Parse("510115001"), BusinessType.SchoolCanteen) { Profile = new() { DinersPerMeal = diners } };
    }

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public void JsonBlock_StandsInThePolicyFile(string readme) =>
        Assert.Contains(WithoutIndent(Assert.Single(MarkdownBlocks.Of(readme, "json"))), WithoutIndent(File.ReadAllText(PolicyFile)), StringComparison.Ordinal);

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    public void FurtherCodeBlocks_StandInCompiledFiles(string readme)
    {
        string[] folders = ["tests/ReadmeExample", "samples"];
        var compiled = folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(SharedData.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => WithoutIndent(File.ReadAllText(file)))
            .ToList();

        var further = MarkdownBlocks.Of(readme, "csharp").Skip(1).ToList();

        Assert.NotEmpty(further);
        Assert.All(further, block => Assert.Contains(compiled, text => text.Contains(WithoutIndent(block), StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(English)]
    [InlineData(Chinese)]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("CHANGELOG.md")]
    public void RelativeLinks_LeadSomewhere(string page)
    {
        var targets = Link().Matches(File.ReadAllText(Path.Combine(SharedData.Root, page)))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'));

        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(SharedData.Root, target)), target));
    }

    private static string PolicyFile => Path.Combine(SharedData.Root, "tests", "ReadmeExample", "canteens.json");

    private static string Printed(Action run)
    {
        var console = Console.Out;
        using var captured = new StringWriter { NewLine = "\n" };
        Console.SetOut(captured);
        try
        {
            run();
        }
        finally
        {
            Console.SetOut(console);
        }

        return captured.ToString().TrimEnd('\n');
    }

    private static string WithoutIndent(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}

/// <summary>The console is the process's: nothing else runs while it is captured.</summary>
[CollectionDefinition(nameof(ReadmeTests), DisableParallelization = true)]
public sealed class ReadmeTestsRunAlone;
