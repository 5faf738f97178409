using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;

namespace FoodSafety.Domain;

/// <summary>What another system recorded at an instant, with the tiers and the responsible cadres that it had then (接管条目).</summary>
/// <param name="Stamp">Who did it, on which day, and when the other system recorded it.</param>
/// <param name="Acts">What was done, as this library has it; none where only tiers or cadres became others.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record TakenOverUnit(Stamp Stamp, ItemList<Act> Acts)
{
    /// <summary>The businesses whose tier is another since, with the tier that the other system gave them; each once.</summary>
    public ItemList<TakenOverGrade<Tier>> Tiers { get; init; }

    /// <summary>The steps of businesses that are with others since; each step of a business once.</summary>
    public ItemList<TakenOverSeat> Seats { get; init; }
}

/// <summary>What another system recorded cannot be taken over (无法接管): which unit, and why.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class TakeOverException : Exception, IBilingualError
{
    internal TakeOverException(long unit, ActsRefusedException refused) : base(TextOf(unit, refused).English, refused) => (Unit, Refusals) = (unit, refused.Refusals);

    /// <summary>The place of the first unit that cannot be taken, from 1.</summary>
    public long Unit { get; }

    /// <summary>Everything that is wrong in it: of an act with its place, of a tier or a seat with the business.</summary>
    public ItemList<Refusal> Refusals { get; }

    /// <summary>Which unit, what is wrong in it, and what would be taken.</summary>
    public BilingualText Text => TextOf(Unit, (ActsRefusedException)InnerException!);

    private static BilingualText TextOf(long unit, ActsRefusedException refused) => ($"第 {unit} 条：{refused.Text.Chinese}", $"Unit {unit}: {refused.Text.English}");
}

// How a district that has years in another system comes in.
public sealed partial class District
{
    /// <summary>Makes entries of what another system recorded, with the tiers and chains that it had: nothing is graded and nobody is tied anew (接管).</summary>
    /// <remarks>
    /// <para>The entries are the beginning of a journal: <c>journal.Append(District.TakeOver(...))</c>, or of <see cref="Open"/>. They keep the instants of the
    /// other system, and each says in its stamp from which one it was taken over.</para>
    /// <para>Businesses, cadres, posts and all other acts keep the rules of this library, each on the day on which it was recorded. Tiers are stated while a
    /// policy is in force: that of the other system, laid down with the term in which it was, whatever its rules; it decides nothing, neither then nor later. It may
    /// have a key of its own: the first policy that the district lays down itself sets the key of those to come. Seats are stated while levels are in force. When
    /// the policy of the district takes over, only those move to whom it gives another tier.</para>
    /// </remarks>
    /// <param name="settings">What code alone can say.</param>
    /// <param name="system">The key of the other system.</param>
    /// <param name="units">What it recorded, by rising instants.</param>
    /// <exception cref="TakeOverException">A unit cannot be taken; it tells which, and everything that is wrong in it.</exception>
    /// <exception cref="TextRefusedException"><paramref name="system"/> is not a key.</exception>
    public static ItemList<Entry> TakeOver(DistrictSettings settings, string system, IEnumerable<TakenOverUnit> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        TextRule.Key.Check(system);
        var district = new District(settings);
        var entries = ImmutableArray.CreateBuilder<Entry>();
        foreach (var unit in units)
        {
            ArgumentNullException.ThrowIfNull(unit, nameof(units));
            try
            {
                entries.Add(district.Take(unit, unit.Stamp with { TakenOverFrom = system }));
            }
            catch (ActsRefusedException refused)
            {
                throw new TakeOverException(entries.Count + 1, refused);
            }
        }

        return entries.DrainToImmutable();
    }

    // A district that refuses is thrown away, so that nothing has to be taken back.
    private Entry Take(TakenOverUnit unit, Stamp stamp)
    {
        var moment = MomentOf(stamp);
        Refuse(RefusalsOf(moment));
        var kept = Take(unit.Acts.IsEmpty ? [new DayBegan()] : unit.Acts, moment);
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        OutcomePart?[] parts = [Tiers.TakeOver(unit.Tiers, moment, refusals), Chains.TakeOver(unit.Seats, moment, refusals)];
        Refuse(refusals.DrainToImmutable());
        _head.Put(new Head(Version + 1, stamp.RecordedAt, moment.Today));
        EndUnit();
        return new Entry(Version, stamp, kept, new Acts.Outcome([.. parts.OfType<OutcomePart>().Where(part => !part.IsEmpty)]));
    }

    private static Refusal TakenOverElsewhere(string system) => new(
        "taken-over", ($"注明由 {system} 接管的事项不在此受理。", $"What was taken over from {system} is not taken here."), [new GuardValue("system", system)],
        Allowed: ("接管全部条目，或不注明来源。", "Taking over all units at once, or a stamp that names no other system."));
}
