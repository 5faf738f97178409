using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.SelfControl;

/// <summary>The rule on chains of one sector (连锁企业落实食品安全主体责任规定), as data: what a chain is, what its levels do, who supervises it.</summary>
/// <param name="Id">The stable key: lower-case words joined by hyphens.</param>
/// <param name="Name">What people call the rule.</param>
/// <param name="Sector">The sector whose chains it is about.</param>
/// <param name="InForce">The days on which it is in force.</param>
/// <param name="Basis">Where it comes from.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ChainRule(string Id, BilingualText Name, BusinessSector Sector, Term InForce, Citation Basis)
{
    /// <summary>The stable key: lower-case words joined by hyphens.</summary>
    public string Id { get; init => field = TextRule.Key.Check(value, nameof(Id)); } = TextRule.Key.Check(Id, nameof(Id));

    /// <summary>What people call it.</summary>
    public BilingualText Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name, nameof(Name));

    /// <summary>The least number of shops of one brand that make a chain (同一品牌门店数), 1 or more; null where no number was found.</summary>
    public int? LeastShops { get; init; }

    /// <summary>What each level does how often, by level, the headquarters first.</summary>
    public ItemList<ChainDuty> Duties { get; init; }

    /// <summary>Who supervises the headquarters; null where nothing was found.</summary>
    public ChainSupervision? Supervision { get; init; }

    /// <summary>Whether so many shops of one brand make a chain; null where no number was found.</summary>
    /// <param name="shops">How many shops the brand has.</param>
    public bool? FindIsChain(int shops) => LeastShops is { } least ? shops >= least : null;

    /// <summary>The duties of a level, the most frequent first.</summary>
    /// <param name="level">The level.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not one of the named values.</exception>
    public ImmutableArray<ChainDuty> DutiesOf(ChainLevel level)
    {
        _ = level.Name();
        return [.. Duties.Where(duty => duty.Level == level)];
    }

    /// <summary>The key, for logs and the debugger.</summary>
    public override string ToString() => Id;
}
