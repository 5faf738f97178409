namespace FoodSafety.Domain.Reporting;

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
