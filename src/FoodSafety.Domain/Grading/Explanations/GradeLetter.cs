using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>What the owner of a business is told about its grade (分级告知书): which, since when, by which policy and why, what it means, what to report, and how to appeal.</summary>
/// <remarks>
/// The officer has <see cref="Explanation{TGrade}.ToText"/>. The letter leaves out what an owner cannot use: clauses that hold besides, milder grades, and
/// how far those are.
/// </remarks>
/// <typeparam name="TGrade">The enum of grades.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("GradeLetter.ToText")]
public sealed class GradeLetter<TGrade> where TGrade : struct, Enum
{
    private readonly Explanation<TGrade> _explanation;

    /// <summary>Makes a letter.</summary>
    /// <param name="explanation">Why the business has its grade.</param>
    /// <param name="business">The name of the business.</param>
    /// <param name="on">The day on which it has the grade.</param>
    /// <exception cref="ArgumentException">The name is none, or the policy is not in force on the day: what a draft would give is no grade of the business.</exception>
    public GradeLetter(Explanation<TGrade> explanation, string business, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        explanation.Policy.RequireInForce(on, nameof(on));
        (_explanation, Business, On) = (explanation, TextRule.Name.Check(business), on);
    }

    /// <summary>The name of the business.</summary>
    public string Business { get; }

    /// <summary>The day on which it has the grade.</summary>
    public LocalDate On { get; }

    /// <summary>Who sends the letter; left out when empty.</summary>
    public BilingualText Office { get; init => field = TextRule.Name.CheckAny(value, nameof(Office)); }

    /// <summary>
    /// How to appeal, where and within what time (申诉权利); unless stated, that one may appeal to the authority that gave the grade, because the time is the district's own to say.
    /// </summary>
    public BilingualText Appeal { get; init => field = TextRule.Note.Check(value, nameof(Appeal)); } = (
        "对本次分级结果有异议的，可以向作出分级的部门提出申诉，并提交有关材料；申诉由未参与本次分级的人员复核。",
        "Whoever does not agree may appeal to the authority that gave the grade, with whatever shows it. Somebody else than who gave the grade decides.");

    /// <summary>
    /// How near a stricter grade the business has to be for the letter to say what to report, as a share of the value as it is: 0.25 unless set. A flag
    /// that would bring a stricter grade is always told.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double NearWithin { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Allowed: 0 and more."); } = 0.25;

    /// <summary>What the owner has to report, because it would bring a stricter grade and is near; the nearest first.</summary>
    public ItemList<GradeChange<TGrade>> ToReport => _explanation.Decision.FindGrade() is not { } now ? [] :
    [
        .. _explanation.Nearest.Where(change => change.Becomes.FindGrade() is { } then && _explanation.Policy.Scale.StrictnessOf(then) > _explanation.Policy.Scale.StrictnessOf(now)
            && (change.To.Fact is not NumberFact || change.RelativeSize <= NearWithin)),
    ];

    /// <summary>The letter as a page.</summary>
    public PrintedPage Page
    {
        get
        {
            var page = new PrintedPage.Builder();
            var policy = _explanation.Policy;
            page.Heading(1, ("食品安全分级告知书", "Notice of a food-safety grade"));
            page.Paragraph((Business + "：", $"To {Business}:"));
            page.Paragraph(Decided());
            foreach (var reason in Reasons())
            {
                page.Item(reason);
            }

            if (!policy.Scale.Meaning.IsEmpty)
            {
                page.Heading(2, ("等级的含义", "What the grade means"));
                page.Paragraph(policy.Scale.Meaning);
                page.Paragraph((
                    $"等级由宽到严依次为：{string.Join("、", policy.Scale.MildestFirst.Select(grade => policy.Scale.NameOf(grade).Chinese))}。",
                    $"The grades from the mildest to the strictest: {string.Join(", ", policy.Scale.MildestFirst.Select(grade => policy.Scale.NameOf(grade).English))}."));
            }

            if (!ToReport.IsEmpty)
            {
                page.Heading(2, ("需要报告的变化", "What to report"));
                page.Paragraph(("出现下列情形的，等级将随之调整，请及时报告：", "The grade changes with these; please report them as soon as they come about:"));
                foreach (var change in ToReport)
                {
                    page.Item(change.Text);
                }
            }

            page.Heading(2, ("申诉权利", "The right to appeal"));
            page.Paragraph(Appeal);
            page.Paragraph(Office.IsEmpty ? ($"{On.Year}年{On.Month}月{On.Day}日", $"{On:uuuu-MM-dd}") : ($"{Office.Chinese}，{On.Year}年{On.Month}月{On.Day}日", $"{Office.English}, {On:uuuu-MM-dd}"));
            return page.ToPage();
        }
    }

    /// <summary>The letter as text in both languages, Chinese first.</summary>
    public string ToText() => $"{Page.ToMarkdown(Language.Chinese)}\n{Page.ToMarkdown(Language.English)}";

    /// <inheritdoc/>
    public override string ToString() => ToText();

    private BilingualText Decided()
    {
        var policy = _explanation.Policy;
        var outcome = _explanation.Outcome;
        return (
            $"根据《{policy.Title.Chinese}》（{policy.Version} 版），贵单位在 {On.Year}年{On.Month}月{On.Day}日 的分级结果为：{outcome.Chinese}。理由如下：",
            $"By \"{policy.Title.English}\" (version {policy.Version}) your business has this grade on {On:uuuu-MM-dd}: {outcome.English}. The reasons:");
    }

    private IEnumerable<BilingualText> Reasons()
    {
        var basis = _explanation.Clause.Basis.Text;
        yield return ($"{_explanation.Clause.Title.Chinese}（依据：{basis.Chinese}）", $"{_explanation.Clause.Title.English} ({basis.English})");
        foreach (var evidence in _explanation.Matched.FirstOrDefault(matched => matched.Clause == _explanation.Clause)?.Evidence ?? [])
        {
            yield return evidence.Text;
        }

        foreach (var value in _explanation.Read)
        {
            var (name, shown) = (value.Fact!.Name, value.Fact.Show(value.Stored));
            yield return ($"{name.Chinese}：{shown.Chinese}", $"{name.English}: {shown.English}");
        }

        foreach (var adjustment in _explanation.Adjustments)
        {
            var clause = (GradeAdjustment)adjustment.Clause;
            var evidence = (string.Join("；", adjustment.Evidence.Select(found => found.Text.Chinese)), string.Join("; ", adjustment.Evidence.Select(found => found.Text.English)));
            yield return ($"{clause.Title.Chinese}：{evidence.Item1}", $"{clause.Title.English}: {evidence.Item2}");
        }
    }
}
