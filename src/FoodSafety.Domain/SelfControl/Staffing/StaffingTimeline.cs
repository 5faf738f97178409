using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rules;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The rules on who must have which food-safety post were laid down (配备规则发布): all that are to be known, in the place of those before.</summary>
/// <remarks>
/// They count from the day of record, each on the days on which it is in force, which may have begun before. A district has none until some are: then
/// nobody knows what is required, which is not that nothing is.
/// </remarks>
/// <param name="Rules">The rules, in the order in which they are given as reasons.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StaffingLaidDown(StaffingTimeline Rules) : RulesLaidDown<StaffingTimeline>(Rules)
{
    /// <inheritdoc/>
    public override string Kind => "staffing-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("staffing", "");
}

/// <summary>Which businesses must fill which posts, as rules that come into force and end (配备规则沿革).</summary>
/// <remarks>
/// Rules of different laws may hold of one business on the same day; each is given as a reason. A business that has closed, moved out or
/// whose licence was revoked needs nobody. A value: equal to another with the same rules in the same order.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StaffingTimeline
{
    private static readonly Condition Ended = BusinessFacts.Status.Is([.. EnumCodes.All<OperatingStatus>().Where(status => status.HasEnded())]);

    /// <summary>Puts rules in their order, in which they are given as reasons.</summary>
    /// <param name="rules">The rules, no two with the same key.</param>
    /// <exception cref="ArgumentException">A key stands twice.</exception>
    public StaffingTimeline(params IEnumerable<StaffingRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = [.. rules];
        if (Rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two rules have the key '{twice.Key}'. Allowed: one.", nameof(rules));
        }
    }

    /// <summary>The rules, in order.</summary>
    public ItemList<StaffingRule> Rules { get; }

    /// <summary>The timeline with more rules, as a district's own.</summary>
    /// <param name="rules">The rules to add; their keys are new.</param>
    /// <exception cref="ArgumentException">A key stands twice.</exception>
    public StaffingTimeline With(params IEnumerable<StaffingRule> rules) => new(Rules.Concat(rules));

    /// <summary>The rules in force on a day, in order.</summary>
    /// <param name="on">The day.</param>
    public ImmutableArray<StaffingRule> InForceOn(LocalDate on) => [.. Rules.Where(rule => rule.InForce.Contains(on))];

    /// <summary>The days after one and up to another on which a rule begins or ends, with its key.</summary>
    internal IEnumerable<(LocalDate Day, string Rule)> TurnsBetween(LocalDate after, LocalDate upTo) =>
        from rule in Rules
        from day in (LocalDate?[])[rule.InForce.From, rule.InForce.Until]
        where day > after && day <= upTo
        select (day.Value, rule.Id);

    /// <summary>The posts that a business must fill on a day, each with the rules that require it.</summary>
    /// <param name="business">The facts of the business: a <see cref="Business"/>, a row of a table, a record.</param>
    /// <param name="on">The day.</param>
    /// <param name="tier">Its tier, for rules that ask for it; null when it has none or none is known.</param>
    /// <returns>One for each post, in the order in which rules require them first.</returns>
    public ImmutableArray<StaffingRequirement> RequirementsOf(IFactSource business, LocalDate on, Tier? tier = null)
    {
        ArgumentNullException.ThrowIfNull(business);
        return Ended.Holds(business)
            ? []
            : [.. InForceOn(on).Where(rule => rule.AppliesTo(business, tier))
                .GroupBy(rule => rule.Required)
                .Select(rules => new StaffingRequirement(rules.Key, [.. rules]))];
    }

    /// <summary>The posts that every business of a table must fill on a day.</summary>
    /// <param name="facts">The facts: <c>register.Facts</c>.</param>
    /// <param name="on">The day.</param>
    /// <param name="tiers">The tiers of the same rows, for rules that ask for them; null when none are known.</param>
    /// <exception cref="ArgumentException">The tiers are of another table, or it has no column for a fact that a rule reads.</exception>
    public StaffingSheet SheetOn(FactTable facts, LocalDate on, GradeSheet<Tier>? tiers = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (tiers is not null && !ReferenceEquals(tiers.Table, facts))
        {
            throw new ArgumentException("The tiers are of another table than the facts.", nameof(tiers));
        }

        var inForce = InForceOn(on);
        return new StaffingSheet(on, facts.Count, inForce, new StaffingPass(facts, Ended, tiers).Decide(inForce));
    }

    /// <summary>The keys of the rules.</summary>
    public override string ToString() => string.Join(", ", Rules.Select(rule => rule.Id));
}
