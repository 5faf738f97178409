namespace FoodSafety.Domain.Tests.Docs;

/// <summary>The fenced blocks of a Markdown file at the root of the repository.</summary>
internal static class MarkdownBlocks
{
    private const string Fence = "```";

    /// <summary>The blocks of one language in the order written, lines joined by line feeds, without one at the end.</summary>
    public static IReadOnlyList<string> Of(string file, string language)
    {
        var blocks = new List<string>();
        List<string>? open = null;
        foreach (var line in File.ReadLines(Path.Combine(SharedData.Root, file)))
        {
            if (!line.StartsWith(Fence, StringComparison.Ordinal))
            {
                open?.Add(line);
            }
            else if (open is null)
            {
                // Blocks of other languages are gathered too, so that their closing fence opens nothing.
                open = [line[Fence.Length..].Trim()];
            }
            else
            {
                if (open[0] == language)
                {
                    blocks.Add(string.Join('\n', open.Skip(1)));
                }

                open = null;
            }
        }

        Assert.True(open is null, $"{file} ends inside a block.");
        return blocks;
    }
}
