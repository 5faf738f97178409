using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using Wenjiang.Sources;

namespace Wenjiang.Report;

/// <summary>What all parts of the page are written from and with.</summary>
internal sealed record ReportPage(Findings Findings, Language Language)
{
    public string In(BilingualText text) => text.In(Language);

    /// <summary>The word that says where a figure comes from.</summary>
    public Html Tag(Origin origin) => Html.Of(
        $"""<span class="tag {origin.Word().English}" title="{In(origin.Meaning())}">{In(origin.Tag())}</span>""");

    public Html Section(BilingualText title, Html body, params ReadOnlySpan<Origin> origins) => Html.Of(
        $"<section><h2>{In(title)}{Html.Join([.. origins.ToArray().Select(origin => Html.Of($" {Tag(origin)}"))])}</h2>{body}</section>");

    /// <summary>A tier in its colour; a dash where there is none.</summary>
    public Html Badge(Tier? tier) => tier is { } known
        ? Html.Of($"""<span class="badge tier-{known.ToString()}">{known.ToString()}</span>""")
        : Html.Of($"""<span class="badge none" title="{In(("不予分级", "not graded"))}">–</span>""");
}
