using System.Collections.Immutable;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using NodaTime;
using NodaTime.Text;

namespace FoodSafety.Domain.Grading;

/// <summary>Prints a policy as decision tables (分级决策表), for people who do not read code.</summary>
public static class PolicyTable
{
    private static readonly BilingualText Part = ("分项", "part");
    private static readonly BilingualText When = ("条件", "condition");
    private static readonly BilingualText Basis = ("依据", "basis");
    private static readonly BilingualText Value = ("分值", "value");

    /// <summary>
    /// The policy as a Markdown page: what it is, when no grade is given, the rules with the strictest first, the adjustments,
    /// every named number as a table of its points, and the facts that it reads.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="language">The language of the page.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a language of the library.</exception>
    public static string ToMarkdown<TGrade>(this GradingPolicy<TGrade> policy, Language language) where TGrade : struct, Enum => policy.TableByRule().ToMarkdown(language);

    /// <summary>
    /// The policy as a page for those who write and check rules: what it is, when no grade is given, the rules with the strictest first, the adjustments,
    /// every named number as a table of its points, and the facts that it reads.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    public static PrintedPage TableByRule<TGrade>(this GradingPolicy<TGrade> policy) where TGrade : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(policy);
        var page = new PrintedPage.Builder();
        AddHeading(page, policy);
        AddNotGraded(page, policy.NotGraded);
        AddRules(page, policy);
        AddAdjustments(page, policy);
        foreach (var number in NamedNumbers.In(policy.Conditions).Reverse())
        {
            AddNumber(page, number);
        }

        AddFacts(page, policy.Facts);
        return page.ToPage();
    }

    /// <summary>
    /// The policy as a page for those who approve it and answer for it (主体业态分级表): for each business type which grade it has from which size on, types that are
    /// treated alike in one row; rules that override these sizes, as those for chain headquarters, as notes; then adjustments and reasons for no grade.
    /// </summary>
    /// <remarks>
    /// The types are the values of the choice that the rules ask most. A cell tells where the grade is given by the rules that go by type and numbers alone,
    /// and what a stricter one of them takes is left out of it. A policy that is too large for that has the words of its rules in the cells.
    /// </remarks>
    /// <param name="policy">The policy.</param>
    /// <typeparam name="TGrade">The enum of grades.</typeparam>
    public static PrintedPage TableByType<TGrade>(this GradingPolicy<TGrade> policy) where TGrade : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(policy);
        var page = new PrintedPage.Builder();
        AddHeading(page, policy);
        new TypeTable<TGrade>(policy).AddTo(page);
        return page.ToPage();
    }

    private static void AddHeading<TGrade>(PrintedPage.Builder page, GradingPolicy<TGrade> policy) where TGrade : struct, Enum
    {
        var grades = policy.Scale.MildestFirst.Select(policy.Scale.NameOf).ToArray();
        page.Heading(1, policy.Title);
        page.Table(("项目", "about"), ("内容", "this policy"));
        page.Row(("编号", "key"), (policy.Id, policy.Id));
        page.Row(("版本", "version"), (policy.Version, policy.Version));
        page.Row(("有效期", "in force"), InForce(policy.From, policy.Until));
        page.Row(("等级（由宽到严）", "grades, mildest first"),
            (string.Join("、", grades.Select(g => g.Chinese)), string.Join(", ", grades.Select(g => g.English))));
        page.Row(("性质", "standing"), policy.IsIllustrative
            ? ("示意：含有未经官方文本或政府公告证实的条款", "illustrative: not every clause is confirmed by an official text or government notice")
            : ("各条款均有官方文本或政府公告依据", "every clause rests on an official text or government notice"));
    }

    private static void AddNotGraded(PrintedPage.Builder page, ImmutableArray<NotGradedRule> rules)
    {
        if (rules.IsEmpty)
        {
            return;
        }

        page.Heading(2, ("不予分级", "Not graded"));
        page.Paragraph(("先于分级规则依次判断，符合任一情形的不予分级。", "Asked first, in this order; where one holds no grade is given."));
        page.Table(("情形", "reason"), When, Basis);
        foreach (var rule in rules)
        {
            page.Row(rule.Title, rule.When.Text, rule.Basis.Text);
        }
    }

    private static void AddRules<TGrade>(PrintedPage.Builder page, GradingPolicy<TGrade> policy) where TGrade : struct, Enum
    {
        page.Heading(2, ("分级规则", "Rules"));
        page.Paragraph(policy.Rules.Any(rule => rule.IsFinal)
            ? ("直接定级的规则在前，符合时优先于其他规则，且不再调整；其余由严到宽排列，以所符合的最严一条为准。",
               "Final rules stand first: where one holds it decides before all others, and is not adjusted. Then the strictest first; of the rules that hold, the strictest decides.")
            : ("由严到宽排列，以所符合的最严一条为准。", "The strictest first; of the rules that hold, the strictest decides."));
        page.Table(("等级", "grade"), ("规则", "rule"), When, Basis);
        foreach (var rule in RankedRule.Of(policy).Select(ranked => (GradingRule<TGrade>)policy.Clauses[ranked.Clause]))
        {
            page.Row(ClauseWords.Given(rule, policy), rule.Title, rule.When.Text, rule.Basis.Text);
        }

        var otherwise = policy.Otherwise;
        page.Row(policy.Scale.NameOf(otherwise.Grade), otherwise.Title, ("不符合以上任何一条", "none of the above"), otherwise.Basis.Text);
    }

    private static void AddAdjustments<TGrade>(PrintedPage.Builder page, GradingPolicy<TGrade> policy) where TGrade : struct, Enum
    {
        if (policy.Adjustments.IsEmpty)
        {
            return;
        }

        page.Heading(2, ("等级调整", "Adjustments"));
        page.Paragraph((
            "在规则所定等级上调整，各项级数相加，至最严或最宽一级为止。",
            "They move the grade that the rules gave. The steps of all that hold are added, and stop at either end of the scale."));
        if (policy.Adjustments.Any(adjustment => adjustment is not StepAdjustment))
        {
            page.Paragraph((
                "加减级数之后，再按上限（不严于）、下限（不宽于）限定；上下限冲突的，以较严的下限为准。",
                "After the steps, the grade is brought within the bounds that hold; where a floor and a ceiling exclude each other, the floor, being stricter, wins."));
        }

        page.Table(("调整", "change"), ("理由", "reason"), When, Basis);
        foreach (var adjustment in policy.Adjustments)
        {
            page.Row(ClauseWords.Given(adjustment, policy), adjustment.Title, adjustment.When.Text, adjustment.Basis.Text);
        }
    }

    private static void AddNumber(PrintedPage.Builder page, NamedNumber number)
    {
        page.Heading(2, number.Name);
        var (how, parts) = number.Inner switch
        {
            SumOf sum => (("以下各分项之和。", "The sum of these parts."), sum.Parts),
            LargestOf largest => (("以下各分项中的最大值。", "The largest of these parts."), largest.Parts),
            SmallestOf smallest => (("以下各分项中的最小值。", "The smallest of these parts."), smallest.Parts),
            var only => (default(BilingualText), ImmutableArray.Create(only)),
        };
        if (!how.IsEmpty)
        {
            page.Paragraph(how);
        }

        if (!parts.Any(part => part is Score or NumberOrElse { Inner: Score }))
        {
            page.Table(Part, Value);
            for (var i = 0; i < parts.Length; i++)
            {
                page.Row(Number(i), parts[i].Text);
            }

            return;
        }

        page.Paragraph(("每一分项按首个符合的条件计分，均不符合的计0分。", "In each part the first condition that holds counts; where none does, 0."));
        page.Table(Part, When, Value);
        for (var i = 0; i < parts.Length; i++)
        {
            if ((parts[i] is NumberOrElse orElse ? orElse.Inner : parts[i]) is not Score score)
            {
                page.Row(Number(i), Condition.Always.Text, parts[i].Text);
                continue;
            }

            foreach (var line in score.Cases)
            {
                page.Row(Number(i), line.When.Text, (Exact.Show(line.Points), Exact.Show(line.Points)));
            }

            if (parts[i] is NumberOrElse { Otherwise: var otherwise })
            {
                page.Row(Number(i), ("未填报，无法计分", "not stated, so that no condition is known"), QuantityText.Of(otherwise, parts[i].Unit));
            }
        }
    }

    private static void AddFacts(PrintedPage.Builder page, ImmutableArray<IFact> facts)
    {
        if (facts.IsEmpty)
        {
            return;
        }

        page.Heading(2, ("所用事实", "Facts"));
        page.Table(("事实", "fact"), ("编号", "key"), ("单位或取值", "unit or values"));
        foreach (var fact in facts)
        {
            page.Row(fact.Name, (fact.Id, fact.Id), Values(fact));
        }
    }

    private static BilingualText Values(IFact fact) => fact switch
    {
        NumberFact number => number.Unit,
        IChoiceFact choice => (
            string.Join("、", choice.Values.Select(value => choice.Show(value).Chinese)),
            string.Join(", ", choice.Values.Select(value => choice.Show(value).English))),
        _ => ($"{fact.Show(1).Chinese}、{fact.Show(0).Chinese}", $"{fact.Show(1).English}, {fact.Show(0).English}"),
    };

    private static BilingualText Number(int index) => ($"{index + 1}", $"{index + 1}");

    /// <summary>When a policy is in force, in words.</summary>
    internal static BilingualText InForce(LocalDate from, LocalDate? until)
    {
        var first = from == LocalDate.MinIsoValue ? null : LocalDatePattern.Iso.Format(from);
        var end = until is { } day ? LocalDatePattern.Iso.Format(day) : null;
        return (first, end) switch
        {
            (null, null) => ("始终有效", "always"),
            (null, _) => ($"{end} 之前", $"before {end}"),
            (_, null) => ($"{first} 起", $"from {first}"),
            _ => ($"{first} 起，{end} 之前", $"from {first}, before {end}"),
        };
    }
}
