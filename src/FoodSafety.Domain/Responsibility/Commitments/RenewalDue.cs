using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A commitment that is to be signed, renewed or ended (承诺书待办), and what changed since it was signed.</summary>
/// <param name="Cadre">The cadre.</param>
/// <param name="Standing">The standing commitment; null when there is none.</param>
/// <param name="Added">The businesses that the cadre answers for and that it does not name, in the order of their ids.</param>
/// <param name="Gone">The businesses that it names and that the cadre no longer answers for, in the order of their ids.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record RenewalDue(CadreId Cadre, Commitment? Standing, ItemList<BusinessId> Added, ItemList<BusinessId> Gone)
{
    /// <summary>What is to be done, and so why.</summary>
    public RenewalReason Reason =>
        Standing is null ? RenewalReason.NotSigned
        : Added.IsEmpty && Gone.Length == Standing.Businesses.Length ? RenewalReason.NoBusinesses
        : RenewalReason.BusinessesChanged;
}

/// <summary>Why a commitment is due (承诺书待办原因).</summary>
/// <remarks>The default value 0 is no reason.</remarks>
public enum RenewalReason
{
    /// <summary>The cadre answers for businesses and has no standing commitment: it is to be signed (待签订).</summary>
    [BilingualName("待签订", "to be signed")]
    NotSigned = 1,

    /// <summary>The standing commitment names others than the cadre answers for: it is to be renewed (待续签).</summary>
    [BilingualName("待续签", "to be renewed")]
    BusinessesChanged = 2,

    /// <summary>The cadre answers for no business any more: it is to be ended (待终止).</summary>
    [BilingualName("待终止", "to be ended")]
    NoBusinesses = 3,
}

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
