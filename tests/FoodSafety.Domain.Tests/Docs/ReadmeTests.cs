using System.Reflection;
using System.Text.RegularExpressions;

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
        Assert.Equal(MarkdownBlocks.Of(readme, "text")[0], RunExample());

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

    private static string RunExample()
    {
        var entry = Assembly.Load("ReadmeExample").EntryPoint;
        Assert.NotNull(entry);
        var console = Console.Out;
        using var captured = new StringWriter { NewLine = "\n" };
        Console.SetOut(captured);
        try
        {
            entry.Invoke(null, [Array.Empty<string>()]);
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
