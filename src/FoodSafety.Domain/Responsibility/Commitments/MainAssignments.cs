using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Which businesses each cadre answers for as main responsible (主体责任分工): what commitments have to name.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class MainAssignments
{
    private readonly Dictionary<CadreId, ImmutableArray<BusinessId>> _businesses;

    private MainAssignments(Dictionary<CadreId, ImmutableArray<BusinessId>> businesses)
    {
        _businesses = businesses;
        Cadres = [.. businesses.Keys.Order()];
        BusinessCount = businesses.Values.Sum(list => list.Length);
    }

    /// <summary>The cadres with at least one business, in the order of their ids.</summary>
    public ImmutableArray<CadreId> Cadres { get; }

    /// <summary>How many businesses have a main responsible.</summary>
    public int BusinessCount { get; }

    /// <summary>The businesses of a cadre, in the order of their ids; empty for a cadre who is main responsible for none.</summary>
    /// <param name="cadre">The cadre.</param>
    public ImmutableArray<BusinessId> this[CadreId cadre] => _businesses.GetValueOrDefault(cadre, []);

    /// <summary>Lists who is main responsible for which business by a plan, on the day of the plan.</summary>
    /// <param name="plan">The plan.</param>
    public static MainAssignments Of(ChainPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        // A cadre with two seats signs one commitment for both.
        return new(plan.Loads.Where(load => load.Main > 0).GroupBy(load => load.Seat.Cadre, load => load.Seat).ToDictionary(
            seats => seats.Key,
            seats => BusinessOrder.Sort(seats.SelectMany(seat => plan.RowsOf(seat, ResponsibleStep.Main)).Select(plan.Register.IdAt), nameof(plan))));
    }

    /// <summary>Lists who is main responsible for which business.</summary>
    /// <param name="assignments">Each business once with its main responsible, in any order.</param>
    /// <exception cref="ArgumentException">A business or a cadre has no id, or a business stands twice.</exception>
    public static MainAssignments Of(IEnumerable<(BusinessId Business, CadreId Main)> assignments)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        var lists = new Dictionary<CadreId, List<BusinessId>>();
        var seen = new HashSet<BusinessId>();
        foreach (var (business, main) in assignments)
        {
            if (business.IsNone || main.IsNone)
            {
                throw new ArgumentException($"Business '{business}' with main responsible '{main}': both have an id.", nameof(assignments));
            }

            if (!seen.Add(business))
            {
                throw new ArgumentException($"Business '{business}' stands twice; it has one main responsible.", nameof(assignments));
            }

            if (!lists.TryGetValue(main, out var list))
            {
                lists.Add(main, list = []);
            }

            list.Add(business);
        }

        return new(lists.ToDictionary(pair => pair.Key, pair => BusinessOrder.Sort(pair.Value, nameof(assignments))));
    }
}
