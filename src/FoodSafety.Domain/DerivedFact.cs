using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain;

/// <summary>A fact that a district computes from what it knows, and that policies read as any other (派生指标): how often, how long ago, which rank.</summary>
/// <remarks>
/// <para>It is computed for the businesses that a unit of acts concerns, and for all with the first entry of a day, because windows pass
/// and ranks move without an act. What changed is kept in the entry as <see cref="FactsDerived"/>; a district that is opened from its
/// entries computes nothing. Nobody states such a fact: an act that does is refused. It is declared <see cref="IFact.IsFixed"/>, so that no explanation proposes to change it.</para>
/// <para>The functions only read, give the same for the same, and see no event after the day of record.</para>
/// <code>
/// var keyFindings = new NumberFact("key-findings-in-year", ("近一年关键问题数", "key findings of a year"), ("项", "findings"), maximum: 999) { IsFixed = true };
/// var settings = new DistrictSettings(areas, WorkingCalendar.China)
/// {
///     Schema = BusinessFacts.Schema.With(keyFindings),
///     Derived = [DerivedFact.OfHistory(keyFindings, HistoryMeasure.CountWithin(365), (district, business) => district.Findings
///         .About(InspectionSubject.OfBusiness(business)).Where(finding => finding.Severity == FindingSeverity.Key).Select(finding => (finding.FoundOn, (decimal?)null)))],
/// };
/// </code>
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class DerivedFact
{
    private readonly Func<District, IReadOnlyCollection<int>?, LocalDate, IEnumerable<(int Row, long Stored)>> _compute;

    private DerivedFact(NumberFact fact, bool isOfPopulation, Func<District, IReadOnlyCollection<int>?, LocalDate, IEnumerable<(int Row, long Stored)>> compute)
    {
        DerivedValue.RequireFixed(fact, nameof(fact));
        (Fact, IsOfPopulation, _compute) = (fact, isOfPopulation, compute);
    }

    private delegate long[] Measure(FactTable table, NumberFact fact, NumberExpression number, ReadOnlySpan<int> groups);

    /// <summary>The fact that takes it.</summary>
    public NumberFact Fact { get; }

    /// <summary>Whether it says where a business stands among others, so that a change of one moves others.</summary>
    internal bool IsOfPopulation { get; }

    /// <summary>A measure of what happened to each business (历史指标).</summary>
    /// <param name="fact">The fact that takes it.</param>
    /// <param name="measure">What is measured.</param>
    /// <param name="events">
    /// The dated events of a business, in any order, each with a number that belongs to it or none; those after the day of record are not seen. Null says
    /// that nobody keeps the history of that business, and the fact is not stated; an empty one is known to be empty.
    /// </param>
    /// <exception cref="ArgumentException">The fact is not declared fixed.</exception>
    public static DerivedFact OfHistory(NumberFact fact, HistoryMeasure measure, Func<District, BusinessId, IEnumerable<(LocalDate On, decimal? Value)>?> events)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(events);
        return new(fact, isOfPopulation: false, (district, rows, day) => (rows ?? [.. Enumerable.Range(0, district.Businesses.Register.Count)]).Select(row => (row, MeasureOf(district, row, day))));

        long MeasureOf(District district, int row, LocalDate day)
        {
            var business = district.Businesses.Register.IdAt(row);
            try
            {
                if (events(district, business) is not { } kept)
                {
                    return fact.Unstated;
                }

                RowEvent[] seen = [.. kept.Where(one => one.On <= day).OrderBy(one => one.On).Select(one => new RowEvent(0, one.On, one.Value))];
                return DerivedValue.Store(fact, row, measure.Of(seen, day), measure.IsRounded);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                throw new DerivedFactException(fact, business, e);
            }
        }
    }

    /// <summary>The rank of each business by a number (位次): 1 for the largest; equals share, and the next rank after two firsts is 3.</summary>
    /// <param name="fact">The fact that takes it.</param>
    /// <param name="number">What is compared.</param>
    /// <param name="within">Within areas of which level businesses are compared; null for the whole district. One that lies in no such area is compared with the others of that sort.</param>
    /// <exception cref="ArgumentException">The fact is not declared fixed.</exception>
    public static DerivedFact Rank(NumberFact fact, NumberExpression number, AreaLevel? within = null) => OfPopulation(fact, number, within, PopulationFacts.Ranks);

    /// <summary>
    /// The percentile of each business by a number (百分位): of those it is compared with, itself among them, the percentage that has at most
    /// its number. More than 0; 100 for the largest. Rounded to the decimals of the fact, halves away from zero.
    /// </summary>
    /// <inheritdoc cref="Rank"/>
    public static DerivedFact Percentile(NumberFact fact, NumberExpression number, AreaLevel? within = null) => OfPopulation(fact, number, within, PopulationFacts.Percentiles);

    /// <summary>The rows whose value is another than the one that stands, by value.</summary>
    /// <param name="district">The district, with the acts of the unit taken.</param>
    /// <param name="rows">The rows that may be; null for all.</param>
    /// <param name="day">The day of record.</param>
    internal ImmutableArray<DerivedValues> Compute(District district, IReadOnlyCollection<int>? rows, LocalDate day)
    {
        var register = district.Businesses.Register;
        return
        [
            .. from value in _compute(district, rows, day)
               where value.Stored != register.Facts.Read(value.Row, Fact)
               group register.IdAt(value.Row) by value.Stored into same
               orderby same.Key
               select new DerivedValues(new FactRecord(new FactValue(Fact, same.Key)), [.. same]),
        ];
    }

    private static DerivedFact OfPopulation(NumberFact fact, NumberExpression number, AreaLevel? within, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(number);
        return new(fact, isOfPopulation: true, (district, _, _) =>
        {
            var register = district.Businesses.Register;
            try
            {
                return measure(register.Facts, fact, number, within is { } level ? GroupsOf(register.Areas, level) : []).Select((stored, row) => (row, stored));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                throw new DerivedFactException(fact, null, e);
            }
        });
    }

    /// <summary>For each area the one of a level that it lies in or is; -1 for those above.</summary>
    private static int[] GroupsOf(AreaTree areas, AreaLevel level)
    {
        var groups = new int[areas.Count];
        for (var ordinal = 0; ordinal < groups.Length; ordinal++)
        {
            var own = areas.Codes[ordinal].Level;
            var parent = areas.Parents[ordinal];
            groups[ordinal] = own == level ? ordinal : parent < 0 || own < level ? -1 : groups[parent];
        }

        return groups;
    }
}

/// <summary>A derived fact could not be computed (派生指标计算出错): which one, of which business, and why. The unit of acts is taken back whole.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class DerivedFactException : Exception, IBilingualError
{
    internal DerivedFactException(NumberFact fact, BusinessId? business, Exception inner)
        : base(Describe(fact, business, inner).English, inner) => (Fact, Business) = (fact, business);

    /// <summary>The fact.</summary>
    public NumberFact Fact { get; }

    /// <summary>The business; null where all are computed together.</summary>
    public BusinessId? Business { get; }

    /// <summary>Which fact, of which business, and why, in both languages.</summary>
    public BilingualText Text => Describe(Fact, Business, InnerException!);

    private static BilingualText Describe(NumberFact fact, BusinessId? business, Exception inner) => (
        $"{(business is { } one ? $"主体 {one} 的" : "")}派生指标“{fact.Id}”计算出错：{inner.GetType().Name}：{inner.Message}",
        $"The derived fact '{fact.Id}'{(business is { } id ? $" of {id}" : "")} could not be computed: {inner.GetType().Name}: {inner.Message}");
}
