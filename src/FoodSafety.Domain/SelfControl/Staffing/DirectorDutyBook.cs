using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rules;
using FoodSafety.Domain.Standing;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The duty of a business to have a food-safety director began or ended (配备食品安全总监义务的变化).</summary>
/// <param name="Business">The business.</param>
/// <param name="Begins">True when it needs a director from now on, false when no longer.</param>
/// <param name="Rule">The key of the rule that requires the director; where the duty ends, of the one that did.</param>
/// <param name="Reason">Which businesses the rule is about, as people read it.</param>
public sealed record DirectorDuty(BusinessId Business, bool Begins, string Rule, BilingualText Reason)
{
    /// <summary>The change as people read it.</summary>
    public BilingualText Text => Begins
        ? ($"{Business}：须配备食品安全总监（{Reason.Chinese}）", $"{Business}: needs a food-safety director ({Reason.English})")
        : ($"{Business}：不再须配备食品安全总监（原因曾为{Reason.Chinese}）", $"{Business}: needs no food-safety director any more (it did for: {Reason.English})");
}

/// <summary>Which duties to have a food-safety director began and ended (配备义务变化).</summary>
/// <param name="Duties">The duties, in the order of the register.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DutiesTurned(ItemList<DirectorDuty> Duties) : OutcomePart<DirectorDutyBook>
{
    /// <inheritdoc/>
    public override string Kind => "director-duties";

    /// <inheritdoc/>
    public override bool IsEmpty => Duties.IsEmpty;
}

/// <summary>Which businesses need a food-safety director, as of the last entry (应配备食品安全总监的主体). It follows from rules, facts and standing tiers.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class DirectorDutyBook : Book
{
    private readonly RegisterBook _businesses;
    private readonly GradingBook<Tier> _tiers;
    private readonly RuleBook<StaffingTimeline> _staffing;
    private readonly Things<BusinessId, DirectorDuty> _told;

    internal DirectorDutyBook(RegisterBook businesses, GradingBook<Tier> tiers, RuleBook<StaffingTimeline> staffing, UndoLog undo) =>
        (_businesses, _tiers, _staffing, _told) = (businesses, tiers, staffing, new(undo));

    /// <summary>How many businesses need one.</summary>
    public int Count => _told.Count;

    /// <summary>The duty of a business, as it was told when it began; null when it needs no director.</summary>
    /// <param name="business">The business.</param>
    public DirectorDuty? Find(BusinessId business) => _told.Find(business);

    /// <summary>Asks the rules about what changed, and about every business when other rules are in force than at the last entry.</summary>
    internal DutiesTurned Follow(IEnumerable<int> rows, LocalDate last, Moment moment)
    {
        var (timeline, today) = (_staffing.FindOn(moment.Today), moment.Today);
        if (!DirectorRules(timeline, today).SequenceEqual(DirectorRules(_staffing.FindBefore(moment.Place.Entry, last), last)))
        {
            rows = Enumerable.Range(0, _businesses.Register.Count);
        }

        var turned = ImmutableArray.CreateBuilder<DirectorDuty>();
        foreach (var row in rows)
        {
            var id = _businesses.Register.IdAt(row);
            var (was, rule) = (_told.Find(id), FindRule(timeline, row, today));
            if (was is null != rule is null)
            {
                turned.Add(rule is null ? was! with { Begins = false } : new DirectorDuty(id, Begins: true, rule.Id, rule.Reason));
            }
        }

        var part = new DutiesTurned(turned.DrainToImmutable());
        Write(part);
        return part;
    }

    internal override Decision Decide(Act act, Moment moment) => throw NoActs(act);

    internal override void Evolve(Act act, Moment moment) => throw NoActs(act);

    internal override void Redo(OutcomePart part, Moment moment) => Write((DutiesTurned)part);

    private static NotSupportedException NoActs(Act act) => new($"Duties follow from other rooms; no act such as '{act.Kind}' is about them.");

    private static IEnumerable<StaffingRule> DirectorRules(StaffingTimeline? timeline, LocalDate on) =>
        (timeline?.InForceOn(on) ?? []).Where(rule => rule.Required == RequiredPost.Director);

    private StaffingRule? FindRule(StaffingTimeline? timeline, int row, LocalDate on) =>
        timeline?.RequirementsOf(_businesses.Register.Facts[row], on, _tiers.Standing[row].FindGrade())
            .FirstOrDefault(required => required.Required == RequiredPost.Director) is { Rules: [var first, ..] } ? first : null;

    private void Write(DutiesTurned part)
    {
        foreach (var duty in part.Duties)
        {
            _told.Put(duty.Business, duty.Begins ? duty : null);
        }
    }
}
