using System.Text.RegularExpressions;

namespace FoodSafety.Domain.Tests.Docs;

/// <summary>What the front pages show can be pasted and runs.</summary>
public sealed partial class ReadmeTests
{
    private const string English = "README.md";
    private const string Chinese = "README.zh-CN.md";

    /// <summary>The numbers of the programs.</summary>
    public static TheoryData<int> Programs => new(Enumerable.Range(0, ProgramsOf(English).Count));

    [Theory]
    [MemberData(nameof(Programs))]
    public void Block_PastedIntoAnEmptyProject_PrintsTheTextsAfterItRunByRun(int number)
    {
        var (text, printed) = ProgramsOf(English)[number];
        using var program = new PastedProgram(text);

        Assert.NotEmpty(printed);
        Assert.Equal(printed, [.. printed.Select(_ => program.Run())]);
    }

    [Fact]
    public void BothPages_ShowTheSamePrograms() => Assert.Equal(
        ProgramsOf(English).Select(program => (program.Text, string.Join('\n', program.Printed))),
        ProgramsOf(Chinese).Select(program => (program.Text, string.Join('\n', program.Printed))));

    [Fact]
    public void FirstBlock_IsTheProgramThatIsBuilt() => Assert.Equal(
        File.ReadAllText(Path.Combine(SharedData.Root, "tests", "ReadmeExample", "Program.cs")).ReplaceLineEndings("\n").TrimEnd('\n'),
        ProgramsOf(English)[0].Text);

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

    /// <summary>Each block of C#, with the blocks of text up to the next one: what it prints, run by run.</summary>
    private static List<(string Text, List<string> Printed)> ProgramsOf(string page)
    {
        List<(string Text, List<string> Printed)> programs = [];
        foreach (var block in MarkdownBlocks.Of(page))
        {
            if (block.Language == "csharp")
            {
                programs.Add((block.Text, []));
            }
            else if (block.Language == "text")
            {
                programs[^1].Printed.Add(block.Text);
            }
        }

        return programs;
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
