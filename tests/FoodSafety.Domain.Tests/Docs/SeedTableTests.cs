using System.Text.RegularExpressions;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;

namespace FoodSafety.Domain.Tests.Docs;

/// <summary>What a district published, phrase by phrase, has a type in the library; and the front pages print the lifecycle as it is.</summary>
public sealed partial class SeedTableTests
{
    [Theory]
    [InlineData("README.md", "## The district's words, and the types that stand for them")]
    [InlineData("README.zh-CN.md", "## 一个区的说法，与对应的类型")]
    public void EveryPhrase_HasItsTypes(string readme, string heading)
    {
        var rows = Rows(readme, heading);
        var known = typeof(Tier).Assembly.GetExportedTypes().Select(type => $"{type.Namespace}.{type.Name.Split('`')[0]}").ToHashSet();

        Assert.Equal(28, rows.Count);
        Assert.All(rows, row =>
        {
            Assert.Equal(3, row.Length);
            var named = TypeName().Matches(row[2]).Select(match => match.Groups[1].Value).ToList();
            Assert.NotEmpty(named);
            Assert.All(named, name => Assert.True(known.Contains($"FoodSafety.Domain.{name}"), $"{row[0]}: there is no type {name}."));
        });
    }

    [Fact]
    public void BothLanguages_NameTheSameTypes() => Assert.Equal(
        Rows("README.md", "## The district's words, and the types that stand for them").Select(row => (row[0], row[2])),
        Rows("README.zh-CN.md", "## 一个区的说法，与对应的类型").Select(row => (row[0], row[2])));

    [Theory]
    [InlineData("README.md", Language.English)]
    [InlineData("README.zh-CN.md", Language.Chinese)]
    public void Diagram_IsThatOfTheTable(string readme, Language language) => Assert.Equal(
        RectificationLifecycle.Table.ToMermaid(language).TrimEnd('\n'), Assert.Single(MarkdownBlocks.Of(readme, "mermaid")));

    private static List<string[]> Rows(string readme, string heading) =>
    [
        .. File.ReadLines(Path.Combine(SharedData.Root, readme))
            .SkipWhile(line => line != heading).Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    [GeneratedRegex("`([A-Za-z]+\\.[A-Za-z]+)`")]
    private static partial Regex TypeName();
}
