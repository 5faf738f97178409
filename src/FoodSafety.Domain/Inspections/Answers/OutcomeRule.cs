using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Inspections;

/// <summary>What follows from items that are not met (检查结果判定), by Order 49, Articles 31 to 33.</summary>
/// <remarks>
/// An accident may follow: stop at once. Food safety is affected: investigate. Clearly minor: put right on the spot when it
/// is a general item, or else by a date demanded in writing. Of a key item that is not met without affecting safety the
/// order says nothing; a written demand is taken as the least, and the reason says that this is a reading. What a follow-up finds
/// again is raised, and weighed as a key item. A cadre and an oversight group have no powers of a bureau: what is graver than a
/// written demand they pass on.
/// </remarks>
public static class OutcomeRule
{
    /// <summary>Suggests what follows.</summary>
    /// <param name="kind">The kind of inspection.</param>
    /// <param name="checklist">The list.</param>
    /// <param name="answers">The answers to its items.</param>
    /// <param name="followsUp">The findings that the inspection follows up: an item of theirs that is not met again is a key item. Null for none.</param>
    /// <exception cref="ArgumentException">An answer is to an item that the list does not have.</exception>
    public static OutcomeSuggestion SuggestOutcome(
        InspectionKind kind, Checklist checklist, IEnumerable<ItemAnswer> answers, IEnumerable<Finding>? followsUp = null)
    {
        Finding[] earlier = [.. followsUp ?? []];
        ArgumentNullException.ThrowIfNull(checklist);
        ArgumentNullException.ThrowIfNull(answers);
        var mostOfKind = HeaviestOf(kind);
        // A stop comes before an investigation: it cannot wait.
        var reasons = answers.Where(answer => answer.Result == ItemResult.NotMet)
            .Select(answer => ReasonOf(answer, checklist.Item(answer.Code), earlier))
            .OrderByDescending(reason => reason.Outcome == InspectionOutcome.Stop).ThenByDescending(reason => reason.Outcome)
            .Select(reason => reason with { Outcome = Lighter(reason.Outcome, mostOfKind) });
        return reasons.ToArray() is [var gravest, ..] sorted
            ? new OutcomeSuggestion(gravest.Outcome, [.. sorted])
            : new OutcomeSuggestion(InspectionOutcome.Pass, []);
    }

    /// <summary>The heaviest outcome that a kind of inspection can have: all of them for a bureau, a written demand for others.</summary>
    internal static InspectionOutcome HeaviestOf(InspectionKind kind) => kind.IsBureaus() ? InspectionOutcome.Case : InspectionOutcome.WrittenDeadline;

    /// <summary>Whether an outcome is lighter than another: stopping and investigating weigh the same.</summary>
    internal static bool IsLighter(InspectionOutcome outcome, InspectionOutcome than) => outcome < than && outcome < InspectionOutcome.Stop;

    private static InspectionOutcome Lighter(InspectionOutcome one, InspectionOutcome other) => one < other ? one : other;

    /// <summary>The last of the findings followed up that is of an item, which an unmet answer carries on; null when none is.</summary>
    internal static Finding? FindCarried(IEnumerable<Finding> followsUp, ChecklistItem item) => followsUp.LastOrDefault(earlier => earlier.Item.IsSameItem(item.Id));

    /// <summary>How much an unmet item weighs: a step more than before when it was to be corrected.</summary>
    internal static FindingSeverity SeverityOf(ChecklistItem item, Finding? carried) => carried?.Severity.Raised() ?? item.Severity;

    private static OutcomeReason ReasonOf(ItemAnswer answer, ChecklistItem item, Finding[] followsUp)
    {
        var isKey = SeverityOf(item, FindCarried(followsUp, item)) == FindingSeverity.Key;
        BilingualText what =
            !isKey ? ($"一般项目“{item.Title.Chinese}”", $"general item '{item.Title.English}'")
            : item.Severity == FindingSeverity.Key ? ($"重点项目“{item.Title.Chinese}”", $"key item '{item.Title.English}'")
            : ($"一般项目“{item.Title.Chinese}”（遗留问题，按重点项目）", $"general item '{item.Title.English}', found again and so key");
        var (outcome, chinese, english, basis) = answer.Effect switch
        {
            ItemEffect.AccidentRisk => (InspectionOutcome.Stop, "有发生事故的潜在风险", "an accident may follow", Order49.AccidentRisk),
            ItemEffect.AffectsSafety => (InspectionOutcome.Case, "影响食品安全", "food safety is affected", isKey ? Order49.KeyItems : Order49.GeneralItems),
            ItemEffect.Minor when isKey => (InspectionOutcome.WrittenDeadline, "不符合", "not met", Order49.MinorKeyItems),
            ItemEffect.Minor when answer.IsCorrectedOnTheSpot => (InspectionOutcome.Pass, "情节轻微，已当场整改", "minor, put right on the spot", Order49.GeneralItems),
            ItemEffect.Minor => (InspectionOutcome.WrittenDeadline, "情节轻微，未当场整改", "minor, not put right on the spot", Order49.GeneralItems),
        };
        return new(outcome, item.Id, ($"{what.Chinese}：{chinese}", $"{what.English}: {english}"), basis);
    }
}

/// <summary>What follows from the answers by the rules (处理建议); the inspectors decide.</summary>
/// <param name="Outcome">The lightest outcome that all items allow; pass when none stands against it.</param>
/// <param name="Reasons">One for each item that is not met, the gravest first; empty when all is in order.</param>
public sealed record OutcomeSuggestion(InspectionOutcome Outcome, ItemList<OutcomeReason> Reasons);

/// <summary>Why an inspection cannot have a lighter outcome (处理理由): one item that is not met, and what it leads to.</summary>
/// <param name="Outcome">The lightest outcome that the item allows.</param>
/// <param name="Item">The item.</param>
/// <param name="Text">The reason as people read it.</param>
/// <param name="Basis">The rule.</param>
public sealed record OutcomeReason(InspectionOutcome Outcome, ChecklistItemId Item, BilingualText Text, Citation Basis);
