namespace FoodSafety.Domain.Tests.Docs;

/// <summary>A fenced block of a Markdown file at the root of the repository.</summary>
/// <param name="Language">The word after its fence.</param>
/// <param name="Text">Its lines, joined by line feeds, without one at the end.</param>
internal sealed record MarkdownBlock(string Language, string Text);

/// <summary>The fenced blocks of a Markdown file at the root of the repository.</summary>
internal static class MarkdownBlocks
{
    private const string Fence = "```";

    /// <summary>All blocks in the order written.</summary>
    public static IReadOnlyList<MarkdownBlock> Of(string file)
    {
        var blocks = new List<MarkdownBlock>();
        List<string>? open = null;
        foreach (var line in File.ReadLines(Path.Combine(SharedData.Root, file)))
        {
            if (!line.StartsWith(Fence, StringComparison.Ordinal))
            {
                open?.Add(line);
            }
            else if (open is null)
            {
                open = [line[Fence.Length..].Trim()];
            }
            else
            {
                blocks.Add(new MarkdownBlock(open[0], string.Join('\n', open.Skip(1))));
                open = null;
            }
        }

        Assert.True(open is null, $"{file} ends inside a block.");
        return blocks;
    }

    /// <summary>The blocks of one language in the order written.</summary>
    public static IReadOnlyList<string> Of(string file, string language) => [.. Of(file).Where(block => block.Language == language).Select(block => block.Text)];
}
