using System.Text;

namespace FoodSafety.Domain.Languages;

/// <summary>Builds a page of headings, paragraphs and tables in Markdown, in one of the two languages.</summary>
internal sealed class MarkdownPage(Language language)
{
    private readonly StringBuilder _text = new();
    private bool _isInList;

    public void Heading(int level, BilingualText text) => Block($"{new string('#', level)} {Escaped(OneLine(text), isCell: false)}");

    public void Paragraph(BilingualText text) => Block(NotAList(Escaped(OneLine(text), isCell: false)));

    /// <summary>One item of a list; those that follow each other are one list.</summary>
    public void Item(BilingualText text)
    {
        if (!_isInList)
        {
            Separate();
        }

        _text.Append("- ").Append(Escaped(OneLine(text), isCell: false)).Append('\n');
        _isInList = true;
    }

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
            _text.Append(' ').Append(Escaped(OneLine(cell), isCell: true)).Append(" |");
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
        _isInList = false;
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }
    }

    /// <summary>A text as it stands on one line, with what nobody sees made visible.</summary>
    public static string OneLine(BilingualText text, Language language) => OutputText.Visible(text.In(language)).ReplaceLineEndings(" ").Trim();

    private string OneLine(BilingualText text) => OneLine(text, language);

    /// <summary>
    /// A text that a reader of Markdown shows as it is: titles and names come from outside, and could carry markup of HTML, links, pictures,
    /// emphasis and code. A sign is escaped only where it would begin one of these, so that the page can be read as text too.
    /// </summary>
    private static string Escaped(string text, bool isCell)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            var isMarkup = text[i] switch
            {
                '\\' or '`' or '[' or ']' or '*' or '~' => true,
                '<' => next is '/' or '!' or '?' || char.IsAsciiLetter(next),
                '&' => next == '#' || char.IsAsciiLetter(next),
                '_' => i == 0 || !char.IsLetterOrDigit(text[i - 1]) || !char.IsLetterOrDigit(next),
                ':' => next == '/',
                '.' => i >= 3 && text.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
                '|' => isCell,
                _ => false,
            };
            escaped.Append(isMarkup ? "\\" : "").Append(text[i]);
        }

        return escaped.ToString();
    }

    /// <summary>A paragraph that begins as a heading, quotation, list or rule does stays a paragraph.</summary>
    private static string NotAList(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return text is ['#' or '>' or '+' or '-' or '=', ..] ? "\\" + text
            : digits > 0 && text[digits] is '.' or ')' ? text.Insert(digits, "\\")
            : text;
    }
}
