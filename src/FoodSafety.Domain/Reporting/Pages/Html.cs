using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Reporting;

/// <summary>A piece of markup in which every text is escaped, because it can only be made that way.</summary>
internal readonly struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    /// <summary>What is written is markup; what is put in is escaped, unless it is markup itself.</summary>
    public static Html Of(Template template) => new(template.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts));

    public override string ToString() => _markup ?? "";

    [InterpolatedStringHandler]
    internal readonly struct Template(int literalLength, int formattedCount)
    {
        private const int RoomForEach = 16;

        private readonly StringBuilder _text = new(literalLength + formattedCount * RoomForEach);

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(Html html) => _text.Append(html.ToString());

        public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(OutputText.Visible(text)));

        public void AppendFormatted(long number) => _text.Append(number.ToString("#,0", CultureInfo.InvariantCulture));

        public void AppendFormatted(double place) => _text.Append(place.ToString("0.##", CultureInfo.InvariantCulture));

        public override string ToString() => _text.ToString();
    }
}

/// <summary>Words and numbers as a page shows them.</summary>
internal sealed class PageText(Language language)
{
    private const string StyleSheet = "Reporting.Pages.scorecard.css";

    public string In(BilingualText text) => text.In(language);

    /// <summary>A whole page, with the style of all reports.</summary>
    public string Document(BilingualText title, Html main) =>
        HtmlFrame.Around(language, Html.Of($"{In(title)}").ToString(), EmbeddedText.Read(StyleSheet), $"<main>\n{main}\n</main>\n");

    /// <summary>A text that stands alone, as a label does: with a capital.</summary>
    public string Label(BilingualText text)
    {
        var words = In(text);
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string Number(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A share in percent with one decimal, and with more where less than all would look whole or some like none.</summary>
    public static string Percent(long part, long all) => part == all && all > 0 ? "100%" : NumberText.Percent(part, all, 1);
}

/// <summary>A picture drawn into the page itself, in units of about one pixel from the upper left corner.</summary>
internal sealed class Picture(double width, double height, string label)
{
    private readonly List<Html> _shapes = [];

    public void Box(double x, double y, double w, double h, string style, string? title = null) =>
        _shapes.Add(Html.Of($"""<rect x="{x}" y="{y}" width="{w}" height="{h}" class="{style}"><title>{title ?? label}</title></rect>"""));

    public void Line(double x1, double y1, double x2, double y2) =>
        _shapes.Add(Html.Of($"""<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>"""));

    /// <summary>Writes a text from, around or up to a point: "start", "middle" or "end".</summary>
    public void Text(double x, double y, string text, string anchor = "start", string style = "label") =>
        _shapes.Add(Html.Of($"""<text x="{x}" y="{y}" text-anchor="{anchor}" class="{style}">{text}</text>"""));

    public Html ToHtml() => Html.Of(
        $"""<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="{label}">{Html.Join(_shapes)}</svg>""");
}
