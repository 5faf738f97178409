using System.Collections.Immutable;
using System.Text;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.ValueTypes;

/// <summary>A page of headings, paragraphs and tables (打印页), to be printed in either language as Markdown, as HTML, or its tables as CSV.</summary>
/// <remarks>Immutable. Whatever stands in its texts, what is printed shows it as text: nothing of it becomes markup, and no cell a formula.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class PrintedPage
{
    private const string Style =
        "body{font:16px/1.6 \"Noto Sans CJK SC\",\"Source Han Sans SC\",\"Microsoft YaHei\",\"PingFang SC\",sans-serif;max-width:64em;margin:2em auto;padding:0 1em;color:#222}"
        + "h1{font-size:1.5em}h2{font-size:1.15em}table{border-collapse:collapse;margin:1em 0}th,td{border:1px solid #888;padding:.35em .6em;text-align:left;vertical-align:top}"
        + "th{background:#f0f0f0}@media print{body{margin:0;max-width:none}}";

    private readonly ImmutableArray<Block> _blocks;

    private PrintedPage(ImmutableArray<Block> blocks) => _blocks = blocks;

    private enum Kind
    {
        Heading,
        Paragraph,
        Item,
        Header,
        Row,
    }

    /// <summary>The page in Markdown.</summary>
    /// <param name="language">The language.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a language of the library.</exception>
    public string ToMarkdown(Language language)
    {
        var page = new MarkdownPage(language.Named());
        foreach (var block in _blocks)
        {
            switch (block.Kind)
            {
                case Kind.Heading:
                    page.Heading(block.Level, block.Cells[0]);
                    break;
                case Kind.Paragraph:
                    page.Paragraph(block.Cells[0]);
                    break;
                case Kind.Item:
                    page.Item(block.Cells[0]);
                    break;
                case Kind.Header:
                    page.Table(block.Cells.AsSpan());
                    break;
                case Kind.Row:
                    page.Row(block.Cells.AsSpan());
                    break;
            }
        }

        return page.ToString();
    }

    /// <summary>The page as a whole document of HTML, to be opened in a browser and printed.</summary>
    /// <param name="language">The language.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a language of the library.</exception>
    public string ToHtml(Language language)
    {
        var title = _blocks.FirstOrDefault(block => block.Kind == Kind.Heading)?.Cells[0] ?? default;
        var (html, open) = (new StringBuilder(), "");
        foreach (var block in _blocks)
        {
            // A header begins another table.
            var around = AroundOf(block.Kind);
            if (open.Length > 0 && (around != open || block.Kind == Kind.Header))
            {
                html.Append($"</{open}>\n");
                open = "";
            }

            if (around != open)
            {
                html.Append($"<{around}>\n");
                open = around;
            }

            switch (block.Kind)
            {
                case Kind.Heading:
                    html.Append($"<h{block.Level}>{Escaped(block.Cells[0], language)}</h{block.Level}>\n");
                    break;
                case Kind.Paragraph:
                    html.Append($"<p>{Escaped(block.Cells[0], language)}</p>\n");
                    break;
                case Kind.Item:
                    html.Append($"<li>{Escaped(block.Cells[0], language)}</li>\n");
                    break;
                case Kind.Header:
                    AppendRow("th", block);
                    break;
                case Kind.Row:
                    AppendRow("td", block);
                    break;
            }
        }

        return HtmlFrame.Around(language, Escaped(title, language), Style, html.Append(open.Length > 0 ? $"</{open}>\n" : "").ToString());

        // The element that stands around blocks of a kind; none around those that stand by themselves.
        static string AroundOf(Kind kind) => kind switch
        {
            Kind.Header or Kind.Row => "table",
            Kind.Item => "ul",
            Kind.Heading or Kind.Paragraph => "",
        };

        void AppendRow(string cell, Block row)
        {
            html.Append("<tr>");
            foreach (var text in row.Cells)
            {
                html.Append($"<{cell}>{Escaped(text, language)}</{cell}>");
            }

            html.Append("</tr>\n");
        }
    }

    /// <summary>The tables of the page as CSV (RFC 4180, lines ended by CR LF), each under its heading; what stands below a table follows it line by line.</summary>
    /// <param name="language">The language.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a language of the library.</exception>
    public string ToCsv(Language language)
    {
        language.Named();
        var csv = new StringBuilder();
        foreach (var (place, block) in _blocks.Index())
        {
            csv.Append(block.Kind == Kind.Heading && place > 0 ? "\r\n" : "");
            csv.AppendJoin(',', block.Cells.Select(cell => OutputText.ToCsvCell(OutputText.ToSpreadsheet(MarkdownPage.OneLine(cell, language))))).Append("\r\n");
        }

        return csv.ToString();
    }

    private static string Escaped(BilingualText text, Language language) => MarkdownPage.OneLine(text, language)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    private sealed record Block(Kind Kind, int Level, ImmutableArray<BilingualText> Cells);

    /// <summary>Builds a page from top to bottom.</summary>
    internal sealed class Builder
    {
        private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();

        public void Heading(int level, BilingualText text) => Add(Kind.Heading, level, text);

        public void Paragraph(BilingualText text) => Add(Kind.Paragraph, 0, text);

        /// <summary>One item of a list.</summary>
        public void Item(BilingualText text) => Add(Kind.Item, 0, text);

        /// <summary>Starts a table; its rows follow.</summary>
        public void Table(params ReadOnlySpan<BilingualText> columns) => Add(Kind.Header, 0, columns);

        public void Row(params ReadOnlySpan<BilingualText> cells) => Add(Kind.Row, 0, cells);

        public PrintedPage ToPage() => new(_blocks.ToImmutable());

        private void Add(Kind kind, int level, params ReadOnlySpan<BilingualText> cells) => _blocks.Add(new Block(kind, level, [.. cells]));
    }
}
