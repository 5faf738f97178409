using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Rules;

namespace FoodSafety.Domain.Inspections;

/// <summary>Other rules of inspections were laid down (检查规定发布): all that hold, in the place of those before.</summary>
/// <remarks>
/// Until some are, those of <see cref="InspectionRules.BuiltIn"/> hold. What is planned, begun, finished and recorded from the day of record on goes by them; what was done
/// before keeps those of its day. A severity that an adopted checklist or a finding has stays on the scale.
/// </remarks>
/// <param name="Rules">The rules, all of them.</param>
/// <exception cref="ArgumentException">They do not say what some answer asks for, a line of them never decides, or a severity is not on their scale.</exception>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionRulesLaidDown(InspectionRules Rules) : RulesLaidDown<InspectionRules>(Rules)
{
    /// <inheritdoc/>
    public override string Kind => "inspection-rules-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("inspection-rules", "");

    private protected override InspectionRules Check(InspectionRules rules)
    {
        rules.CheckOutcomes();
        return rules;
    }
}

/// <summary>What a place asks of its inspections (检查规定): of each kind, what an answer leads to, how much a finding weighs, and what rests after a higher bureau.</summary>
/// <remarks>
/// The built-in value is <see cref="BuiltIn"/>: Order 49 for the bureaus, what is reported of practice for cadres' visits. Another place writes its own, or changes
/// a part: <c>rules.With(rules.Of(InspectionKind.Routine) with { Signature = new(false, basis) })</c>. An act lays them down: <see cref="InspectionRulesLaidDown"/>. Immutable.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record InspectionRules
{
    /// <summary>Order 49 on inspection (食品生产经营监督检查管理办法), with what is reported of cadres' visits.</summary>
    public static InspectionRules BuiltIn => Order49.Rules;

    /// <summary>The scale of severities (问题性质等级), the lightest first; at least one.</summary>
    /// <exception cref="ArgumentException">There is none, or one stands twice.</exception>
    public required ItemList<SeverityLevel> Severities
    {
        get;
        init => field = value.IsEmpty || value.DistinctBy(level => level.Severity).Count() < value.Length
            ? throw new ArgumentException("Allowed: one severity or more, each once.", nameof(Severities))
            : value;
    }

    /// <summary>What is asked of each kind of inspection, in their order.</summary>
    /// <exception cref="ArgumentException">A kind is missing, or stands twice.</exception>
    public required ItemList<InspectionKindRules> Kinds
    {
        get;
        init
        {
            ItemList<InspectionKindRules> sorted = [.. value.OrderBy(rules => rules.Kind)];
            field = sorted.Select(rules => rules.Kind).SequenceEqual(EnumCodes.All<InspectionKind>())
                ? sorted
                : throw new ArgumentException($"Allowed: each kind once: {string.Join(", ", EnumCodes.All<InspectionKind>().Select(EnumCodes.Code))}.", nameof(Kinds));
        }
    }

    /// <summary>What an item that is not met asks for (处理规则): the first line that fits decides.</summary>
    public required ItemList<OutcomeClause> Outcomes { get; init; }

    /// <summary>How many levels a finding weighs more that was to be corrected and is found again (遗留问题升级), from 0; never above the gravest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Rule<int> RaisedBy { get; init => field = NotNegative(value, nameof(RaisedBy)); }

    /// <summary>
    /// For how many months after a higher bureau inspected an item lower ones may leave it alone (不重复检查), from 0. The day of the inspection is not counted, and the day of the
    /// same number ends the rest.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public required Rule<int> RestMonths { get; init => field = NotNegative(value, nameof(RestMonths)); }

    /// <summary>What is asked of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is none of the named values.</exception>
    public InspectionKindRules Of(InspectionKind kind) => Kinds.First(rules => rules.Kind == kind.Named());

    /// <summary>The same rules with others for one kind.</summary>
    /// <param name="rules">What is asked of the kind that they name.</param>
    public InspectionRules With(InspectionKindRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return this with { Kinds = [.. Kinds.Select(other => other.Kind == rules.Kind ? rules : other)] };
    }

    /// <summary>What people call a severity; null when it is not on the scale.</summary>
    /// <param name="severity">The severity.</param>
    public BilingualText? FindName(FindingSeverity severity) => IndexOf(severity) is >= 0 and var index ? Severities[index].Name : null;

    /// <summary>What a finding weighs that is found again (升级后的问题性质).</summary>
    /// <param name="severity">What it weighed.</param>
    /// <exception cref="ArgumentException">It is not on the scale.</exception>
    public FindingSeverity Raised(FindingSeverity severity) => IndexOf(severity) is >= 0 and var index
        ? Severities[Math.Min(Severities.Length - 1, index + Math.Min(RaisedBy.Value, Severities.Length))].Severity
        : throw new ArgumentException($"The severity '{severity}' is not on the scale. Allowed: {AllowedSeverities}.", nameof(severity));

    /// <summary>Suggests what follows from answers (处理建议); the inspectors decide.</summary>
    /// <remarks>
    /// Of each item that is not met the first clause that fits says the least. A stop comes first: it cannot wait. What is graver than a kind can decide is passed on,
    /// and counts as the heaviest that it can.
    /// </remarks>
    /// <param name="kind">The kind of inspection.</param>
    /// <param name="checklist">The list.</param>
    /// <param name="answers">The answers to its items.</param>
    /// <param name="followsUp">The findings that the inspection follows up: an item of theirs that is not met again weighs more. Null for none.</param>
    /// <exception cref="ArgumentException">An answer is to an item that the list does not have, a severity is not on the scale, or no clause fits.</exception>
    public OutcomeSuggestion SuggestOutcome(InspectionKind kind, Checklist checklist, IEnumerable<ItemAnswer> answers, IEnumerable<Finding>? followsUp = null)
    {
        Finding[] earlier = [.. followsUp ?? []];
        ArgumentNullException.ThrowIfNull(checklist);
        ArgumentNullException.ThrowIfNull(answers);
        var heaviest = Of(kind).Heaviest.Value;
        var reasons = answers.Where(answer => answer.Result == ItemResult.NotMet)
            .Select(answer => ReasonOf(answer, checklist.Item(answer.Code), earlier))
            .OrderByDescending(reason => reason.Outcome == InspectionOutcome.Stop).ThenByDescending(reason => reason.Outcome)
            .Select(reason => reason with { Outcome = reason.Outcome < heaviest ? reason.Outcome : heaviest });
        return reasons.ToArray() is [var gravest, ..] sorted
            ? new OutcomeSuggestion(gravest.Outcome, [.. sorted])
            : new OutcomeSuggestion(InspectionOutcome.Pass, []);
    }

    /// <summary>The severities of the scale, by their codes.</summary>
    internal string AllowedSeverities => string.Join(", ", Severities.Select(level => level.Severity));

    /// <summary>How a severity is refused that is not on the scale.</summary>
    internal Refusal UnknownSeverity(FindingSeverity severity) => new(
        "unknown-severity", ($"问题性质“{severity}”不在本地等级中。", $"The severity '{severity}' is not on the scale of the place."), [new GuardValue("severity", severity.Code)],
        Allowed: (string.Join('、', Severities.Select(level => $"{level.Severity}（{level.Name.Chinese}）")), AllowedSeverities + "."));

    /// <summary>Whether an outcome is lighter than another: stopping and investigating weigh the same.</summary>
    internal static bool IsLighter(InspectionOutcome outcome, InspectionOutcome than) => outcome < than && outcome < InspectionOutcome.Stop;

    /// <summary>The last of the findings followed up that is of an item, which an unmet answer carries on; null when none is.</summary>
    internal static Finding? FindCarried(IEnumerable<Finding> followsUp, ChecklistItem item) => followsUp.LastOrDefault(item.IsOf);

    /// <summary>How much an unmet item weighs: more than before when it was to be corrected.</summary>
    internal FindingSeverity SeverityOf(ChecklistItem item, Finding? carried) => carried is null ? item.Severity : Raised(carried.Severity);

    /// <summary>Refuses clauses that leave an answer without an outcome, that never decide, or that name what is not on the scale.</summary>
    internal void CheckOutcomes()
    {
        if (Outcomes.SelectMany(clause => clause.Severities).FirstOrDefault(severity => IndexOf(severity) < 0) is { IsNone: false } unknown)
        {
            throw new ArgumentException($"The severity '{unknown}' is not on the scale. Allowed: {AllowedSeverities}.", nameof(Outcomes));
        }

        var deciding = new HashSet<OutcomeClause>(ReferenceEqualityComparer.Instance);
        foreach (var level in Severities)
        {
            foreach (var effect in EnumCodes.All<ItemEffect>())
            {
                foreach (var isCorrected in (bool[])[false, true])
                {
                    deciding.Add(ClauseFor(effect, level.Severity, isCorrected));
                }
            }
        }

        if (Outcomes.FirstOrDefault(clause => !deciding.Contains(clause)) is { } idle)
        {
            throw new ArgumentException($"The clause '{idle.Reason.English}' never decides: those before it fit whatever it fits.", nameof(Outcomes));
        }
    }

    private OutcomeReason ReasonOf(ItemAnswer answer, ChecklistItem item, Finding[] followsUp)
    {
        var severity = SeverityOf(item, FindCarried(followsUp, item));
        var (own, now) = (NameOf(item.Severity), NameOf(severity));
        BilingualText what = severity == item.Severity
            ? ($"{own.Chinese}项目“{item.Title.Chinese}”", $"{own.English} item '{item.Title.English}'")
            : ($"{own.Chinese}项目“{item.Title.Chinese}”（遗留问题，按{now.Chinese}项目）", $"{own.English} item '{item.Title.English}', found again and so {now.English}");
        var clause = ClauseFor(answer.Effect, severity, answer.IsCorrectedOnTheSpot);
        return new(clause.Outcome, item.Id, ($"{what.Chinese}：{clause.Reason.Chinese}", $"{what.English}: {clause.Reason.English}"), clause.Basis);
    }

    private OutcomeClause ClauseFor(ItemEffect effect, FindingSeverity severity, bool isCorrected) =>
        Outcomes.FirstOrDefault(clause => clause.Fits(effect, severity, isCorrected)) ?? throw new ArgumentException(
            $"No clause says what follows where an item of severity '{severity}' is not met, {effect.Name().English}, {(isCorrected ? "put right" : "not put right")} on the spot. Allowed: clauses for all.");

    private BilingualText NameOf(FindingSeverity severity) =>
        FindName(severity) ?? throw new ArgumentException($"The severity '{severity}' is not on the scale. Allowed: {AllowedSeverities}.", nameof(severity));

    private int IndexOf(FindingSeverity severity)
    {
        for (var i = 0; i < Severities.Length; i++)
        {
            if (Severities[i].Severity == severity)
            {
                return i;
            }
        }

        return -1;
    }

    private static Rule<int> NotNegative(Rule<int> rule, string parameter) =>
        rule?.Value >= 0 ? rule : throw new ArgumentOutOfRangeException(parameter, rule?.Value, "Allowed: 0 and more.");
}
