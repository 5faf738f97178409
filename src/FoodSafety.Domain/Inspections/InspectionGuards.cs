using System.Globalization;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Inspections;

/// <summary>What each step of an inspection requires beyond its place in the lifecycle.</summary>
internal static class InspectionGuards
{
    private const int FewestOfBureau = 2;

    private static readonly Citation OnSiteForHighRisk = new(
        ("广元市包保督导做法（公开报道）：高风险主体须现场督导", "Guangyuan's practice of cadres' visits, as reported: high-risk businesses are visited on site"),
        SourceStanding.PressReport, url: new Uri("http://pinpaigy.com/page160?article_id=6884"));

    private static readonly Citation VisitsAreNoSupervision = new(
        ("“两个责任”政策解读（转载）：包保督导与监督检查不得相互替代", "Policy digest of the two responsibilities (copy): visits and supervision do not replace each other"),
        SourceStanding.SecondHand, url: new Uri("http://gxzjgd.com/xwzx/hyxw/789.html"));

    public static IEnumerable<UnmetGuard> OfBegin(Question asked) => OfBegin(asked.Now.Task, asked.Team);

    private static IEnumerable<UnmetGuard> OfBegin(InspectionTask task, InspectionTeam? team)
    {
        var isBureaus = task.Kind.IsBureaus();
        var (count, fewest) = (team?.Count ?? 0, isBureaus ? FewestOfBureau : 1);
        if (count < fewest)
        {
            yield return new(
                isBureaus ? "two-inspectors" : "inspector",
                ($"检查人员 {count} 名，至少 {fewest} 名", $"inspectors {count}, at least {fewest}"),
                [Value("inspectors", count), Value("at-least", fewest)], isBureaus ? Order49.People : null);
        }

        foreach (var inspector in team?.Inspectors ?? [])
        {
            if (isBureaus && string.IsNullOrWhiteSpace(inspector.Certificate))
            {
                yield return new(
                    "certificate", ($"{inspector.Key} 没有执法证件或检查任务书", $"{inspector.Key} has no certificate and no task paper"),
                    [new("inspector", inspector.Key)], Order49.Certificates);
            }

            if (inspector.MustWithdrawFrom(task.Subject))
            {
                yield return new(
                    "conflict-of-interest", ($"{inspector.Key} 与{task.Subject.Text.Chinese}有利害关系，应当回避", $"{inspector.Key} has an interest in {task.Subject.Text.English} and withdraws"),
                    [new("inspector", inspector.Key)], isBureaus ? Order49.People : null);
            }
        }

        if (task.Kind == InspectionKind.CadreVisit && team?.Cadre.IsNone != false)
        {
            yield return new("cadre", ("督导由包保干部进行", "a visit is made by a cadre"), []);
        }

        if (team is not null && team.Form != InspectionForm.OnSite && (isBureaus || (task.Kind == InspectionKind.CadreVisit && task.IsHighRisk)))
        {
            yield return new(
                "on-site-only", ($"方式为“{team.Form.Name().Chinese}”，只能现场检查", $"the form is '{team.Form.Name().English}', and only on site is possible"),
                [new("form", team.Form.Name().English)], isBureaus ? null : OnSiteForHighRisk);
        }
    }

    public static IEnumerable<UnmetGuard> OfFinish(Question asked)
    {
        var (inspection, result) = (asked.Now, asked.Result);
        // What follows can be asked only of answers that are to the list.
        UnmetGuard[] misread = result is null ? [] : [.. OfAnswers(inspection.Checklist, result)];
        return misread.Length > 0 ? misread : OfFinish(inspection.Task, inspection.Checklist, result, inspection.Followed);
    }

    private static IEnumerable<UnmetGuard> OfAnswers(Checklist checklist, InspectionResult result)
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
    }

    private static IEnumerable<UnmetGuard> OfFinish(InspectionTask task, Checklist checklist, InspectionResult? result, IEnumerable<Finding> followsUp)
    {
        var (answered, items) = (result?.Answers.Length ?? 0, checklist.Items.Length);
        if (task.MustBeFull && answered < items)
        {
            yield return new(
                "everything-answered", ($"已检查 {answered} 项，共 {items} 项", $"answered {answered} of {items} items"),
                [Value("answered", answered), Value("items", items)], task.Kind.IsBureaus() ? Order49.AllItems : null);
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

        if (result?.Signature is null)
        {
            yield return new("signed", ("结果未经现场签字，也未注明拒签原因", "the result is neither signed on the spot nor is a refusal noted"), [],
                task.Kind.IsBureaus() ? Order49.Signature : null);
        }

        foreach (var guard in result is null ? [] : OfOutcome(task, checklist, result, followsUp))
        {
            yield return guard;
        }
    }

    public static IEnumerable<UnmetGuard> OfPublish(Question asked)
    {
        var task = asked.Now.Task;
        if (!task.Kind.IsBureaus())
        {
            yield return new(
                "bureau-only", ($"“{task.Kind.Name().Chinese}”结果不公示", $"the result of this kind, {task.Kind.Name().English}, is not published"),
                [new("kind", task.Kind.Name().English)], VisitsAreNoSupervision);
        }
    }

    private static IEnumerable<UnmetGuard> OfOutcome(InspectionTask task, Checklist checklist, InspectionResult result, IEnumerable<Finding> followsUp)
    {
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
        var heaviest = OutcomeRule.HeaviestOf(task.Kind);
        if (outcome > heaviest)
        {
            yield return new(
                "bureau-only-outcome",
                ($"“{task.Kind.Name().Chinese}”不能“{outcome.Name().Chinese}”", $"this kind, {task.Kind.Name().English}, cannot have the outcome '{outcome.Name().English}'"),
                [new("outcome", outcome.Name().English), new("heaviest", heaviest.Name().English)], VisitsAreNoSupervision);
        }

        var suggestion = OutcomeRule.SuggestOutcome(task.Kind, checklist, result.Answers, followsUp);
        if (OutcomeRule.IsLighter(outcome, suggestion.Outcome))
        {
            var reason = suggestion.Reasons[0];
            yield return new(
                "outcome-too-light",
                ($"“{outcome.Name().Chinese}”过轻，{reason.Text.Chinese}，至少“{suggestion.Outcome.Name().Chinese}”",
                 $"the outcome '{outcome.Name().English}' is too light, {reason.Text.English}: at least '{suggestion.Outcome.Name().English}'"),
                [new("outcome", outcome.Name().English), new("at-least", suggestion.Outcome.Name().English), new("item", reason.Item.Code)], reason.Basis);
        }

        if (outcome != InspectionOutcome.Pass && suggestion.Reasons.IsEmpty)
        {
            yield return new(
                "outcome-without-finding",
                ($"没有不符合项，不能“{outcome.Name().Chinese}”", $"no item is not met, so that the outcome '{outcome.Name().English}' has no ground"),
                [new("outcome", outcome.Name().English)]);
        }
    }

    private static GuardValue Value(string name, int value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A step that somebody takes, or would take.</summary>
    /// <param name="Now">The inspection before.</param>
    /// <param name="Team">The team, for beginning, as far as it is put together; null for nobody yet.</param>
    /// <param name="Result">The result, for finishing and correcting, as far as it is written; null for nothing yet.</param>
    internal readonly record struct Question(Inspection Now, InspectionTeam? Team, InspectionResult? Result);
}
