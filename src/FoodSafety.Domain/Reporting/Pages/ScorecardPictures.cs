using System.Globalization;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>The pictures of a page.</summary>
internal sealed class ScorecardPictures(ScorecardReport report, Language language)
{
    private const double Half = 470;

    private static readonly (ScorecardMeasure Measure, string Style)[] ByTier =
        [.. Enum.GetValues<Tier>().Select(tier => (ScorecardMeasure.InTier(tier), $"tier-{tier}")), (ScorecardMeasure.WithoutTier, "tier-none")];

    private static readonly ScorecardMeasure[] ByLevel =
        [ScorecardMeasure.CityCadres, ScorecardMeasure.DistrictCadres, ScorecardMeasure.TownCadres, ScorecardMeasure.VillageCadres];

    private readonly PageText _text = new(language);

    private ScorecardEntry Entry => report.Entry;

    /// <summary>A bar for each tier, the number after it: D is hundreds of times A, so each has its number in words beside.</summary>
    public Html Tiers() => Bars(
        ("主体等级", "Tiers"),
        [.. ByTier.Where(tier => tier.Measure != ScorecardMeasure.WithoutTier || Entry[tier.Measure] > 0)
            .Select(tier => new Bar(_text.Label(tier.Measure.Name), Entry[tier.Measure], tier.Style, PageText.Percent(Entry[tier.Measure], Entry[ScorecardMeasure.Businesses])))]);

    /// <summary>A bar for each level of cadres.</summary>
    public Html Levels() => Bars(
        ("包保干部层级", "Cadres by level"), [.. ByLevel.Select(level => new Bar(_text.Label(level.Name), Entry[level], "level", PageText.Percent(Entry[level], Entry[ScorecardMeasure.Cadres])))]);

    /// <summary>One stacked bar for each area, all on one scale.</summary>
    public Html TiersByPart()
    {
        var longest = Math.Max(1, report.Parts.Max(part => part[ScorecardMeasure.Businesses]));
        return Html.Of($"""{Rows(("各区划等级", "Tiers by area"), report.Parts.Select(part => BarRow(
            part.Area.Name,
            ByTier.Where(tier => part[tier.Measure] > 0).Select(tier => Segment(
                part[tier.Measure], longest, tier.Style, string.Create(CultureInfo.InvariantCulture, $"{part.Area.Name} · {_text.In(tier.Measure.Name)}: {part[tier.Measure]:#,0}"))),
            PageText.Number(part[ScorecardMeasure.Businesses]))))}{TierKey()}""");
    }

    /// <summary>A bar for each band of ages.</summary>
    public Html Ageing() => Bars(
        ("整改中问题的时长", "Age of the open problems"), [.. report.Ageing.Select((band, i) => new Bar(_text.In(band.Text), band.Count, $"age-{Math.Min(i, 3)}", ""))]);

    /// <summary>A column for each day; weeks are marked below.</summary>
    public Html MissedDays()
    {
        const double height = 190;
        const double foot = 22;
        const double head = 18;
        const double left = 60;
        var days = report.MissedDays;
        var most = Math.Max(1, days.Max(day => day.Missed));
        var step = (Half - left) / days.Length;
        var picture = new Picture(Half, height, _text.In(("每日缺漏主体数", "Businesses that missed each day")));
        picture.Line(left, height - foot, Half, height - foot);
        picture.Line(left, head, Half, head);
        picture.Text(left - 6, head + 4, PageText.Number(most), "end", "figure");
        picture.Text(left - 6, height - foot + 4, "0", "end", "figure");
        var lastLabel = double.NegativeInfinity;
        for (var i = 0; i < days.Length; i++)
        {
            var tall = (height - foot - head) * days[i].Missed / most;
            var x = left + i * step;
            picture.Box(
                x, height - foot - tall, Math.Max(1, step * 0.78), tall, days[i].Day.DayOfWeek >= IsoDayOfWeek.Saturday ? "weekend" : "missed",
                string.Create(CultureInfo.InvariantCulture, $"{days[i].Day:uuuu-MM-dd}: {days[i].Missed:#,0}"));
            if (days[i].Day.DayOfWeek == IsoDayOfWeek.Monday && x - lastLabel > 56 && x < Half - 46)
            {
                picture.Text(x, height - 6, days[i].Day.ToString("MM-dd", CultureInfo.InvariantCulture), style: "figure");
                lastLabel = x;
            }
        }

        return Html.Of($"""<div class="picture">{picture.ToHtml()}</div>""");
    }

    private Html TierKey() => Html.Of($"""
        <ul class="key">{Html.Join(ByTier.Where(tier => Entry[tier.Measure] > 0).Select(tier => Html.Of($"<li><i class=\"{tier.Style}\"></i>{_text.Label(tier.Measure.Name)}</li>")))}</ul>
        """);

    private Html Bars(BilingualText title, Bar[] bars)
    {
        var longest = Math.Max(1, bars.Max(bar => bar.Count));
        return Rows(title, bars.Select(bar => BarRow(
            bar.Name,
            bar.Count == 0 ? [] : [Segment(bar.Count, longest, bar.Style, $"{bar.Name}: {PageText.Number(bar.Count)}")],
            bar.Share.Length == 0 ? PageText.Number(bar.Count) : $"{PageText.Number(bar.Count)} · {bar.Share}")));
    }

    // Bars are laid out by the page and not drawn: on a phone a drawing shrinks with its letters, and these do not.
    private Html Rows(BilingualText title, IEnumerable<Html> rows) => Html.Of($"""<div class="bars" role="group" aria-label="{_text.In(title)}">{Html.Join(rows)}</div>""");

    private static Html BarRow(string name, IEnumerable<Html> segments, string figure) => Html.Of(
        $"""<div class="row"><span class="label">{name}</span><span class="stack">{Html.Join(segments)}</span><span class="figure">{figure}</span></div>""");

    /// <summary>A piece of a bar: as wide as its share of the longest bar, and never too narrow to be seen.</summary>
    private static Html Segment(long count, long longest, string style, string title) => Html.Of(
        $"""<i class="{style}" style="width:{100.0 * count / longest}%" title="{title}"></i>""");

    private sealed record Bar(string Name, long Count, string Style, string Share);
}
