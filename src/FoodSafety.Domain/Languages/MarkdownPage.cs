using System.Text;

namespace FoodSafety.Domain.Languages;

/// <summary>Builds a page of headings, paragraphs and tables in Markdown, in one of the two languages.</summary>
internal sealed class MarkdownPage(Language language)
{
    private readonly StringBuilder _text = new();

    public void Heading(int level, BilingualText text) => Block($"{new string('#', level)} {OneLine(text)}");

    public void Paragraph(BilingualText text) => Block(OneLine(text));

    /// <summary>Starts a table; its rows follow.</summary>
    public void Table(params ReadOnlySpan<BilingualText> columns)
    {
        Separate();
        Row(columns);
        _text.Append('|').Insert(_text.Length, "---|", columns.Length).Append('\n');
    }

    public void Row(params ReadOnlySpan<BilingualText> cells)
    {
        _text.Append('|');
        foreach (var cell in cells)
        {
            // The escape goes first, or a text that ends in a backslash would undo that of its bar.
            var text = OneLine(cell).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
            _text.Append(' ').Append(text).Append(" |");
        }

        _text.Append('\n');
    }

    public override string ToString() => _text.ToString();

    private void Block(string text)
    {
        Separate();
        _text.Append(text).Append('\n');
    }

    private void Separate()
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }
    }

    private string OneLine(BilingualText text) => text.In(language).ReplaceLineEndings(" ");
}
