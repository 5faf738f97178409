using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using FoodSafety.Domain.Languages;

namespace Wenjiang.Report;

/// <summary>A piece of HTML in which every text is escaped, because it can only be made that way.</summary>
internal readonly struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    public static Html Empty => default;

    /// <summary>Makes HTML from an interpolated string: what is written is markup, what is put in is escaped unless it is HTML itself.</summary>
    public static Html Of(Template template) => new(template.ToString());

    /// <summary>Takes over text that belongs to this program and needs no escaping: the style sheet.</summary>
    public static Html Trusted(string markup) => new(markup);

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts));

    public override string ToString() => _markup ?? "";

    /// <summary>The interpolated string behind <see cref="Of"/>.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Template(int literalLength, int formattedCount)
    {
        private const int RoomForEach = 16;

        private readonly StringBuilder _text = new(literalLength + formattedCount * RoomForEach);

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(Html html) => _text.Append(html.ToString());

        public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(OutputText.Visible(text)));

        public void AppendFormatted(double number) => _text.Append(number.ToString("0.##", CultureInfo.InvariantCulture));

        public override string ToString() => _text.ToString();
    }
}
