using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The rules on who must have which food-safety post were laid down (配备规则发布): all that are to be known, in the place of those before.</summary>
/// <remarks>They count from the day of record, each on the days on which it is in force, which may have begun before.</remarks>
/// <param name="Rules">The rules, in the order in which they are given as reasons; no two with the same key.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record StaffingLaidDown(ItemList<StaffingRule> Rules) : Act<StaffingBook>
{
    /// <inheritdoc/>
    public override string Kind => "staffing-laid-down";

    /// <inheritdoc/>
    public override Thing? Thing => new("staffing", "");

    /// <summary>The rules, in the order in which they are given as reasons.</summary>
    /// <exception cref="ArgumentException">A key stands twice.</exception>
    public ItemList<StaffingRule> Rules { get; init => field = new StaffingTimeline(value).Rules; } = new StaffingTimeline(Rules).Rules;
}

/// <summary>Which businesses must fill which food-safety posts (岗位配备台账): by the rules that were laid down, facts, and the tiers that stand.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class StaffingBook : Book<StaffingLaidDown>
{
    private readonly BusinessRegister _register;
    private readonly GradeSheet<Tier> _standing;
    private readonly Trail<(long Entry, LocalDate Recorded, StaffingTimeline Timeline)> _laid;

    internal StaffingBook(BusinessRegister register, GradeSheet<Tier> standing, UndoLog undo) => (_register, _standing, _laid) = (register, standing, new(undo));

    /// <summary>The rules as they are recorded now; null while none were laid down.</summary>
    public StaffingTimeline? Timeline => _laid.Items is [.., var last] ? last.Timeline : null;

    /// <summary>The rules as they were recorded at the end of a day; null when none were laid down until then.</summary>
    /// <param name="day">The day.</param>
    public StaffingTimeline? TimelineOn(LocalDate day) => _laid.Items.LastOrDefault(laid => laid.Recorded <= day).Timeline;

    /// <summary>The posts that a business must fill on a day, each with the rules that require it, by its facts and its tier as they stand now; none while no rules were laid down.</summary>
    /// <param name="business">The business.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="BusinessNotFoundException">There is no such business.</exception>
    public ImmutableArray<StaffingRequirement> RequirementsOf(BusinessId business, LocalDate on)
    {
        var row = _register.RowOf(business);
        return Timeline?.RequirementsOf(_register.Facts[row], on, _standing[row].FindGrade()) ?? [];
    }

    /// <summary>The posts that every business must fill on a day, by facts and tiers as they stand now; null while no rules were laid down.</summary>
    /// <param name="on">The day.</param>
    public StaffingSheet? FindSheet(LocalDate on) => Timeline?.SheetOn(_register.Facts, on, _standing);

    /// <summary>The rules as they were before an entry; null when none were laid down before it.</summary>
    internal StaffingTimeline? TimelineBefore(long entry) => _laid.Items.LastOrDefault(laid => laid.Entry < entry).Timeline;

    /// <summary>The days after one and up to another on which a rule begins or ends, by what is recorded now.</summary>
    internal IEnumerable<(LocalDate Day, string Rule)> TurnsBetween(LocalDate after, LocalDate upTo) =>
        from rule in Timeline?.Rules ?? []
        from day in (LocalDate?[])[rule.InForce.From, rule.InForce.Until]
        where day > after && day <= upTo
        select (day.Value, rule.Id);

    private protected override Decision Decide(StaffingLaidDown act, Moment moment) => act;

    private protected override void Evolve(StaffingLaidDown act, Moment moment) => _laid.Add((moment.Place.Entry, moment.Today, new StaffingTimeline(act.Rules)));
}
