using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using NodaTime;

namespace FoodSafety.Domain;

/// <summary>What followed from a unit, or would (后果).</summary>
/// <param name="Entry">What is kept of it; null when it told that a day began and nothing turned.</param>
/// <param name="Moves">The businesses whose standing tier is another.</param>
/// <param name="Chains">The steps of chains that are with other seats.</param>
/// <param name="Renewals">The commitments that no longer name what their cadres answer for.</param>
/// <param name="Duties">The businesses that need a food-safety director from now on, or no longer.</param>
/// <param name="FollowUps">What is to be done, by whom and until when.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Consequences(
    Entry? Entry, ItemList<TierMove> Moves, ItemList<ChainMove> Chains, ItemList<RenewalDue> Renewals, ItemList<DirectorDuty> Duties, ItemList<FollowUp> FollowUps);

/// <summary>What turns on a day to come without anybody acting (到期事项).</summary>
/// <param name="Day">The day.</param>
/// <param name="Businesses">Whose standing tier will be another, by what is decided now.</param>
/// <param name="Cadres">Whose posts begin or end.</param>
/// <param name="Rules">The policies and levels that take over.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Turn(LocalDate Day, ItemList<BusinessId> Businesses, ItemList<CadreId> Cadres, ItemList<string> Rules);

/// <summary>A day began and nothing else was done (开日): what turned since the last entry is taken.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record DayBegan : Act<DayBook>
{
    /// <inheritdoc/>
    public override string Kind => "day-began";
}

/// <summary>Days have nothing to write.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class DayBook : Book<DayBegan>
{
    private protected override Decision Decide(DayBegan act, Moment moment) => act;

    private protected override void Evolve(DayBegan act, Moment moment)
    {
    }
}
