using System.Globalization;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Inspections;

/// <summary>What each step of an inspection requires beyond its place in the lifecycle.</summary>
internal static class InspectionGuards
{
    public static IEnumerable<UnmetGuard> OfBegin(Question asked)
    {
        var (task, team, rules) = (asked.Now.Task, asked.Team, asked.Asked);
        var (count, fewest) = (team?.Count ?? 0, rules.Inspectors.Value);
        if (count < fewest)
        {
            yield return new(
                "inspectors", ($"检查人员 {count} 名，至少 {fewest} 名", $"inspectors {count}, at least {fewest}"),
                [Value("inspectors", count), Value("at-least", fewest)], rules.Inspectors.Basis);
        }

        foreach (var inspector in team?.Inspectors ?? [])
        {
            if (rules.Certificates.Value && string.IsNullOrWhiteSpace(inspector.Certificate))
            {
                yield return new(
                    "certificate", ($"{inspector.Key} 没有执法证件或检查任务书", $"{inspector.Key} has no certificate and no task paper"),
                    [new("inspector", inspector.Key)], rules.Certificates.Basis);
            }

            if (rules.Withdrawal.Value && inspector.MustWithdrawFrom(task.Subject))
            {
                yield return new(
                    "conflict-of-interest", ($"{inspector.Key} 与{task.Subject.Text.Chinese}有利害关系，应当回避", $"{inspector.Key} has an interest in {task.Subject.Text.English} and withdraws"),
                    [new("inspector", inspector.Key)], rules.Withdrawal.Basis);
            }
        }

        if (task.Kind == InspectionKind.CadreVisit && team?.Cadre.IsNone != false)
        {
            yield return new("cadre", ("督导由包保干部进行", "a visit is made by a cadre"), []);
        }

        var forms = task.IsHighRisk ? rules.HighRiskForms : rules.Forms;
        if (team is not null && !forms.Value.Contains(team.Form))
        {
            var (chinese, english) = (string.Join('、', forms.Value.Select(form => form.Name().Chinese)), string.Join(", ", forms.Value.Select(form => form.Name().English)));
            yield return new(
                "form", ($"方式为“{team.Form.Name().Chinese}”，应为：{chinese}", $"the form is '{team.Form.Name().English}', and possible is: {english}"),
                [new("form", team.Form.Code()), new("allowed", string.Join(", ", forms.Value.Select(form => form.Code())))], forms.Basis);
        }
    }

    public static IEnumerable<UnmetGuard> OfFinish(Question asked)
    {
        var (checklist, result) = (asked.Now.Checklist, asked.Result);
        // What follows can be asked only of answers that are to the list, and of severities that the rules know.
        UnmetGuard[] misread = result is null ? [] : [.. OfAnswers(checklist, result, asked.AtRest), .. OfSeverities(asked, result)];
        return misread.Length > 0 ? misread : OfResult(asked);
    }

    private static IEnumerable<UnmetGuard> OfAnswers(Checklist checklist, InspectionResult result, Func<HashSet<string>> atRest)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in result.Answers)
        {
            if (checklist.FindItem(answer.Code) is null)
            {
                yield return new(
                    "unknown-item", ($"清单 {checklist} 没有项目“{answer.Code}”", $"'{checklist}' has no item '{answer.Code}'; allowed: {string.Join(", ", checklist.Items.Select(item => item.Code))}"),
                    [new("item", answer.Code)]);
            }
            else if (!seen.Add(answer.Code))
            {
                yield return new("answered-twice", ($"项目“{answer.Code}”重复填写", $"the item '{answer.Code}' is answered twice"), [new("item", answer.Code)]);
            }
        }

        var resting = result.AtRest.IsEmpty ? [] : atRest();
        foreach (var code in result.AtRest)
        {
            if (!resting.Contains(code))
            {
                yield return new(
                    "not-at-rest", ($"项目“{code}”近期未经上级检查，不能以不重复检查为由省略", $"no higher bureau inspected the item '{code}' not long before, so that it is not left alone"),
                    [new("item", code), new("allowed", string.Join(", ", resting.Order(StringComparer.Ordinal)))]);
            }
            else if (!seen.Add(code))
            {
                yield return new("answered-twice", ($"项目“{code}”重复填写", $"the item '{code}' is answered twice"), [new("item", code)]);
            }
        }
    }

    /// <summary>Items of a severity that the rules of the day do not know: what they ask for is said by nobody.</summary>
    private static IEnumerable<UnmetGuard> OfSeverities(Question asked, InspectionResult result) =>
        from answer in result.Answers
        where answer.Result == ItemResult.NotMet && asked.Now.Checklist.FindItem(answer.Code) is not null
        let item = asked.Now.Checklist.Item(answer.Code)
        from severity in (FindingSeverity[])[item.Severity, InspectionRules.FindCarried(asked.Now.Followed, item)?.Severity ?? item.Severity]
        where asked.Rules.FindName(severity) is null
        select new UnmetGuard(
            "unknown-severity", ($"“{answer.Code}”的问题性质“{severity}”不在当日规定的等级中", $"'{answer.Code}' is of severity '{severity}', which the rules of the day do not know"),
            [new("item", answer.Code), new("severity", severity.Code)]);

    private static IEnumerable<UnmetGuard> OfResult(Question asked)
    {
        var (task, checklist, result, rules) = (asked.Now.Task, asked.Now.Checklist, asked.Result, asked.Asked);
        var (answered, resting, items) = (result?.Answers.Length ?? 0, result?.AtRest.Length ?? 0, checklist.Items.Length);
        if (rules.MustBeFull(task) && answered + resting < items)
        {
            yield return new(
                "everything-answered", ($"已检查 {answered} 项，共 {items} 项", $"answered {answered} of {items} items"),
                [Value("answered", answered), Value("items", items)], rules.Extent.Basis);
        }
        else if (answered == 0)
        {
            yield return new("something-answered", ("没有检查任何项目", "no item is answered"), [Value("answered", 0)]);
        }
        else if (result!.Answers.All(answer => answer.Result == ItemResult.NotApplicable))
        {
            // A list on which nothing applies was not gone through: the wrong list, or a business that is closed.
            yield return new(
                "something-applies",
                ($"所查 {answered} 项均记为不适用，等于没有检查", $"all {answered} items answered are not applicable, so that nothing was inspected"), [Value("answered", answered)]);
        }

        if (rules.Signature.Value && result?.Signature is null)
        {
            yield return new("signed", ("结果未经现场签字，也未注明拒签原因", "the result is neither signed on the spot nor is a refusal noted"), [], rules.Signature.Basis);
        }

        foreach (var guard in result is null ? [] : OfOutcome(asked, result))
        {
            yield return guard;
        }
    }

    public static IEnumerable<UnmetGuard> OfPublish(Question asked)
    {
        var task = asked.Now.Task;
        if (asked.Now.PublicationLimit is null)
        {
            yield return new(
                "not-published", ($"“{task.Kind.Name().Chinese}”结果不公示", $"the result of this kind, {task.Kind.Name().English}, is not published"),
                [new("kind", task.Kind.Code())], asked.Asked.Publication.Basis);
        }
    }

    private static IEnumerable<UnmetGuard> OfOutcome(Question asked, InspectionResult result)
    {
        var (task, rules) = (asked.Now.Task, asked.Asked);
        foreach (var answer in result.Answers)
        {
            if (answer.Result != ItemResult.NotMet && answer.Measurements.FirstOrDefault(measurement => !measurement.IsWithinLimits) is { } outside)
            {
                var name = answer.Result.Name();
                yield return new(
                    "within-limits", ($"“{answer.Code}”记为{name.Chinese}，但{outside}", $"'{answer.Code}' is {name.English}, but {outside}"),
                    [new("item", answer.Code), new("measured", outside.Value.ToString(CultureInfo.InvariantCulture))]);
            }
        }

        var outcome = result.Outcome;
        var heaviest = rules.Heaviest.Value;
        if (outcome > heaviest)
        {
            yield return new(
                "outcome-too-heavy",
                ($"“{task.Kind.Name().Chinese}”不能“{outcome.Name().Chinese}”", $"this kind, {task.Kind.Name().English}, cannot have the outcome '{outcome.Name().English}'"),
                [new("outcome", outcome.Code()), new("heaviest", heaviest.Code())], rules.Heaviest.Basis);
        }

        var suggestion = asked.Rules.SuggestOutcome(task.Kind, asked.Now.Checklist, result.Answers, asked.Now.Followed);
        if (InspectionRules.IsLighter(outcome, suggestion.Outcome))
        {
            var reason = suggestion.Reasons[0];
            yield return new(
                "outcome-too-light",
                ($"“{outcome.Name().Chinese}”过轻，{reason.Text.Chinese}，至少“{suggestion.Outcome.Name().Chinese}”",
                 $"the outcome '{outcome.Name().English}' is too light, {reason.Text.English}: at least '{suggestion.Outcome.Name().English}'"),
                [new("outcome", outcome.Code()), new("at-least", suggestion.Outcome.Code()), new("item", reason.Item.Code)], reason.Basis);
        }

        if (outcome != InspectionOutcome.Pass && suggestion.Reasons.IsEmpty)
        {
            yield return new(
                "outcome-without-finding",
                ($"没有不符合项，不能“{outcome.Name().Chinese}”", $"no item is not met, so that the outcome '{outcome.Name().English}' has no ground"),
                [new("outcome", outcome.Code())]);
        }
    }

    private static GuardValue Value(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A step that somebody takes, or would take.</summary>
    /// <param name="Now">The inspection before.</param>
    /// <param name="Team">The team, for beginning, as far as it is put together; null for nobody yet.</param>
    /// <param name="Result">The result, for finishing and correcting, as far as it is written; null for nothing yet.</param>
    /// <param name="Rules">The rules of the day.</param>
    /// <param name="AtRest">Gives the codes of the items that may be left alone after a higher bureau.</param>
    internal readonly record struct Question(Inspection Now, InspectionTeam? Team, InspectionResult? Result, InspectionRules Rules, Func<HashSet<string>> AtRest)
    {
        /// <summary>What the rules ask of the kind.</summary>
        public InspectionKindRules Asked => Rules.Of(Now.Kind);
    }
}
