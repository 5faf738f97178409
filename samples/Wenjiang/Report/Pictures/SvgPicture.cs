namespace Wenjiang.Report.Pictures;

/// <summary>Where a text stands to its point.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A picture drawn into the page itself, in units of about one pixel from the upper left corner.</summary>
internal sealed class SvgPicture(double width, double height, string label)
{
    private readonly List<Html> _shapes = [];

    public void Rectangle(double x, double y, double w, double h, string fill, string? title = null, double radius = 0) =>
        _shapes.Add(Html.Of($"""<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{radius}" fill="{fill}">{Title(title)}</rect>"""));

    public void Frame(double x, double y, double w, double h, string colour, double radius = 0) =>
        _shapes.Add(Html.Of($"""<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{radius}" fill="none" stroke="{colour}"/>"""));

    public void Line(double x1, double y1, double x2, double y2, string colour) =>
        _shapes.Add(Html.Of($"""<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}"/>"""));

    /// <summary>Writes a text; the style is a class of the style sheet.</summary>
    public void Text(double x, double y, string text, Anchor anchor = Anchor.Start, string style = "label", string? colour = null) =>
        _shapes.Add(Html.Of($"""<text x="{x}" y="{y}" text-anchor="{Name(anchor)}" class="{style}"{Fill(colour)}>{text}</text>"""));

    public Html ToHtml() => Html.Of(
        $"""<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="{label}">{Html.Join(_shapes)}</svg>""");

    private static Html Title(string? title) => title is null ? Html.Empty : Html.Of($"<title>{title}</title>");

    private static Html Fill(string? colour) => colour is null ? Html.Empty : Html.Of($""" style="fill:{colour}" """);

    private static string Name(Anchor anchor) => anchor switch
    {
        Anchor.Middle => "middle",
        Anchor.End => "end",
        Anchor.Start => "start",
    };
}
