using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Grading;

/// <summary>What the owner of a business is told about its grade (分级告知书): which, since when, by which policy and why, what it means, what to report, and how to appeal.</summary>
/// <remarks>
/// <para>The officer has <see cref="Explanation{TGrade}.ToText"/>. The letter leaves out what an owner cannot use: clauses that hold besides, milder grades, and
/// how far those are.</para>
/// <para>Where the district limits how long a grade may be disputed, the letter tells the time and its last day:</para>
/// <code>
/// var within = district.AppealTerms.FindOn(today)!.FileWithin;
/// var letter = new GradeLetter&lt;Tier&gt;(district.Tiers.Explain(business), name, today)
/// {
///     NotifiedOn = today, AppealWithin = within, AppealBy = within?.After(today, district.Calendar.Now),
/// };
/// </code>
/// <para>Of a grade that was notified already its notice has both days, as <c>NotifiedOn</c> and <c>AppealBy</c>.</para>
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
    /// How to appeal and where (申诉权利); unless stated, that one may appeal to the authority that gave the grade. Within what time stands beside it, where it is known:
    /// <see cref="AppealWithin"/> and <see cref="AppealBy"/>.
    /// </summary>
    public BilingualText Appeal { get; init => field = TextRule.Note.Check(value, nameof(Appeal)); } = (
        "对本次分级结果有异议的，可以向作出分级的部门提出申诉，并提交有关材料；申诉由未参与本次分级的人员复核。",
        "Whoever does not agree may appeal to the authority that decided, with whatever supports the appeal. Somebody who had no part in the decision decides the appeal.");

    /// <summary>Within what time of the notification the grade may be disputed (申诉期限), in days or working days; null where it is not told.</summary>
    /// <exception cref="ArgumentException">The time is in minutes or hours, where a grade is notified on a day.</exception>
    public TimeLimit? AppealWithin
    {
        get;
        init => field = value is { RunsFromInstant: true } ? throw new ArgumentException("Allowed: days and working days.", nameof(AppealWithin)) : value;
    }

    /// <summary>The day on which the business is told its grade (告知日), from which the time to appeal counts; null where it is not known yet.</summary>
    /// <exception cref="ArgumentException">It lies after the last day to appeal.</exception>
    public LocalDate? NotifiedOn { get; init => field = InOrder(value, AppealBy) ? value : throw AfterTheLast(nameof(NotifiedOn)); }

    /// <summary>The last day to appeal (申诉截止日); null where it is not known.</summary>
    /// <exception cref="ArgumentException">It lies before the day of notification.</exception>
    public Deadline? AppealBy { get; init => field = InOrder(NotifiedOn, value) ? value : throw AfterTheLast(nameof(AppealBy)); }

    /// <summary>
    /// How near a stricter grade the business has to be for the letter to say what to report, as a share of the value as it is: 0.25 unless set. A flag
    /// that would bring a stricter grade is always told.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or no number.</exception>
    public double NearWithin { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Allowed: 0 and more."); } = 0.25;

    /// <summary>What the owner has to report, because it would bring a stricter grade and is near; the nearest first. What nobody stated is in <see cref="ToState"/>.</summary>
    public ItemList<GradeChange<TGrade>> ToReport =>
    [
        .. _explanation.Towards(1).Where(change => (change.To.Fact is not NumberFact || change.RelativeSize <= NearWithin) && !ToState.Contains(change.To.Fact!)),
    ];

    /// <summary>What nobody stated and could change the grade, or whether there is one (需补报的情况): <see cref="Explanation{TGrade}.ToState"/>.</summary>
    public ItemList<IFact> ToState => _explanation.ToState;

    /// <summary>The letter as a page.</summary>
    public PrintedPage Page
    {
        get
        {
            var page = new PrintedPage.Builder();
            page.Heading(1, ("食品安全分级告知书", "Notice of a food-safety grade"));
            page.Paragraph((Business + "：", $"To {Business}:"));
            page.Paragraph(Decided());
            foreach (var reason in IsGraded ? Reasons() : ReasonsForNone())
            {
                page.Item(reason);
            }

            AddMeaning(page);
            AddReports(page);
            page.Heading(2, ("申诉权利", "The right to appeal"));
            page.Paragraph(Appeal);
            if (AppealTime() is { IsEmpty: false } time)
            {
                page.Paragraph(time);
            }

            var on = Shown(On);
            page.Paragraph(Office.IsEmpty ? on : ($"{Office.Chinese}，{on.Chinese}", $"{Office.English}, {on.English}"));
            return page.ToPage();
        }
    }

    /// <summary>The letter as text in both languages, Chinese first.</summary>
    public string ToText() => $"{Page.ToMarkdown(Language.Chinese)}\n{Page.ToMarkdown(Language.English)}";

    /// <inheritdoc/>
    public override string ToString() => ToText();

    private bool IsGraded => _explanation.Decision.State == GradingState.Graded;

    private static bool InOrder(LocalDate? notified, Deadline? last) => notified is not { } first || last is not { } end || first <= end.LastDay;

    private static ArgumentException AfterTheLast(string parameter) => new("The day of notification lies after the last day to appeal. Allowed: one up to it.", parameter);

    private static BilingualText Shown(LocalDate day) => ($"{day.Year}年{day.Month}月{day.Day}日", $"{day:uuuu-MM-dd}");

    /// <summary>The fact that is missing, where a reason is that it is not stated.</summary>
    private static IFact? Missing(Evidence evidence) => evidence is { Asked: Stated { Fact: { } fact }, Holds: false } ? fact : null;

    private BilingualText Decided()
    {
        var (policy, outcome, on) = (_explanation.Policy, _explanation.Outcome, Shown(On));
        var (by, byInEnglish) = ($"根据《{policy.Title.Chinese}》（{policy.Version} 版），贵单位在{on.Chinese}", $"By \"{policy.Title.English}\" (version {policy.Version}) your business has");
        return IsGraded
            ? ($"{by}的分级结果为：{outcome.Chinese}。理由如下：", $"{byInEnglish} this grade on {on.English}: {outcome.English}. The reasons:")
            : ($"{by}不予分级。理由如下：", $"{byInEnglish} no grade on {on.English}. The reason:");
    }

    /// <summary>Why there is a grade: what gave it, the values, and what was raised or lowered after that, each with its effect.</summary>
    private IEnumerable<BilingualText> Reasons()
    {
        var (policy, clause, moved) = (_explanation.Policy, _explanation.Clause, _explanation.Adjustments);
        var (title, basis) = (clause.Title, clause.Basis.Text);
        BilingualText rule = clause == policy.Otherwise
            ? ($"不符合其他各条，按“{title.Chinese}”分级（依据：{basis.Chinese}）", $"no other rule applies: {title.English} ({basis.English})")
            : Cited(clause);
        var given = policy.Scale.NameOf(_explanation.BaseGrade);
        yield return moved.IsEmpty ? rule : ($"{ChineseSpacing.After("调整前为", given.Chinese)}：{rule.Chinese}", $"{given.English} before adjustment: {rule.English}");
        foreach (var evidence in _explanation.Matched.FirstOrDefault(matched => matched.Clause == clause)?.Evidence ?? [])
        {
            yield return Shown(evidence);
        }

        foreach (var value in _explanation.Read)
        {
            var (name, shown) = (value.Fact!.Name, value.Fact.Show(value.Stored));
            yield return ($"{name.Chinese}：{shown.Chinese}", $"{name.English}: {shown.English}");
        }

        foreach (var effect in Adjustments<TGrade>.Effects(policy, clause, [.. moved.Select(matched => (GradeAdjustment)matched.Clause)]))
        {
            var by = (
                string.Join("、", effect.By.Select(reason => Cited(reason).Chinese)),
                string.Join(", ", effect.By.Select(reason => Cited(reason).English)));
            yield return ($"因{by.Item1}，{effect.Text.Chinese}", $"{effect.Text.English}: {by.Item2}");
            foreach (var evidence in moved.Where(matched => effect.By.Contains((GradeAdjustment)matched.Clause)).SelectMany(matched => matched.Evidence))
            {
                yield return Shown(evidence);
            }
        }

        if (_explanation.IsFinal)
        {
            yield return ("本条为直接定级，等级不再调整", "this rule is final: the grade is not adjusted");
            foreach (var adjustment in _explanation.NotApplied)
            {
                yield return ($"因此未适用：{adjustment.Clause.Title.Chinese}", $"so this was not applied: {adjustment.Clause.Title.English}");
            }
        }
    }

    /// <summary>Why there is no grade. That something is not stated is told once.</summary>
    private IEnumerable<BilingualText> ReasonsForNone()
    {
        yield return Cited(_explanation.Clause);
        foreach (var evidence in _explanation.Matched[0].Evidence.Where(evidence => Missing(evidence) is null))
        {
            yield return Shown(evidence);
        }
    }

    /// <summary>The title of a clause with what it rests on.</summary>
    private static BilingualText Cited(PolicyClause clause) => (
        $"{clause.Title.Chinese}（依据：{clause.Basis.Text.Chinese}）", $"{clause.Title.English} ({clause.Basis.Text.English})");

    private static BilingualText Shown(Evidence evidence) => evidence.Parts.IsEmpty
        ? evidence.Text
        : ($"{evidence.Text.Chinese}，其中：{string.Join("；", evidence.Parts.Select(part => part.Text.Chinese))}",
            $"{evidence.Text.English}, of which: {string.Join("; ", evidence.Parts.Select(part => part.Text.English))}");

    /// <summary>What the grades mean, for who has one.</summary>
    private void AddMeaning(PrintedPage.Builder page)
    {
        var scale = _explanation.Policy.Scale;
        if (IsGraded && !scale.Meaning.IsEmpty)
        {
            page.Heading(2, ("等级的含义", "What the grade means"));
            page.Paragraph(scale.Meaning);
            page.Paragraph((
                $"等级由宽到严依次为：{string.Join("、", scale.MildestFirst.Select(grade => scale.NameOf(grade).Chinese))}。",
                $"The grades from the mildest to the strictest: {string.Join(", ", scale.MildestFirst.Select(grade => scale.NameOf(grade).English))}."));
        }
    }

    private void AddReports(PrintedPage.Builder page)
    {
        if (!ToState.IsEmpty)
        {
            page.Heading(2, ("需要补报的情况", "What to state"));
            page.Paragraph(IsGraded
                ? ("下列情况未填报，补报后等级可能改变，请及时补报：", "These are not stated, and the grade may be another once they are; please state them:")
                : ("下列情况未填报，补报后重新分级，请及时补报：", "These are not stated; please state them, and the business is graded anew:"));
            foreach (var fact in ToState)
            {
                page.Item(fact.Name);
            }
        }

        var toReport = ToReport;
        if (!toReport.IsEmpty)
        {
            page.Heading(2, ("需要报告的变化", "What to report"));
            page.Paragraph(("出现下列情形的，等级将随之调整，请及时报告：", "The grade changes with these; please report them as soon as they come about:"));
            foreach (var change in toReport)
            {
                page.Item(change.Text);
            }
        }
    }

    /// <summary>How long one may appeal, from which day, and the last day; as much of it as is known.</summary>
    private BilingualText AppealTime()
    {
        var (told, toldInEnglish) = NotifiedOn is { } day ? ($"（{Shown(day).Chinese}）", $" ({Shown(day).English})") : ("", "");
        List<BilingualText> parts = [];
        if (AppealWithin is { } within)
        {
            var amount = (within with { IncludesFirstDay = false }).Text;
            parts.Add(within.IncludesFirstDay
                ? ($"{amount.Chinese}，自告知当日{told}起算", $"{amount.English}, beginning with the day of notification{toldInEnglish}")
                : ($"{amount.Chinese}，自告知日{told}的次日起算", $"{amount.English} after the day of notification{toldInEnglish}"));
        }
        else if (AppealBy is not null && NotifiedOn is not null)
        {
            parts.Add(($"自告知日{told}起", $"from the day of notification{toldInEnglish} on"));
        }

        if (AppealBy is { } last)
        {
            var (note, end) = (ProvisionalNote.Of(last.Provisional?.By), Shown(last.LastDay));
            parts.Add(($"至{end.Chinese}止（含当日）{note.Chinese}", $"the last day is {end.English}{note.English}"));
        }

        if (parts.Count == 0)
        {
            return default;
        }

        var basis = AppealWithin?.Basis?.Text;
        return (
            $"申诉期限：{string.Join("，", parts.Select(part => part.Chinese))}{(basis is { } source ? $"（依据：{source.Chinese}）" : "")}。",
            $"Time to appeal: {string.Join("; ", parts.Select(part => part.English))}{(basis is { } same ? $" ({same.English})" : "")}.");
    }
}
