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
///     Derived = [DerivedFact.OfHistory(keyFindings, HistoryMeasure.Count.Within(HistoryWindow.Months(12)), (district, business) => district.Findings
///         .About(InspectionSubject.OfBusiness(business)).Where(finding => finding.Severity == FindingSeverity.Key).Select(finding => new HistoryEvent(finding.FoundOn)))],
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

    /// <summary>The fact that takes it.</summary>
    public NumberFact Fact { get; }

    /// <summary>Whether it says where a business stands among others, so that a change of one moves others.</summary>
    internal bool IsOfPopulation { get; }

    /// <summary>A measure of what happened to each business (历史指标).</summary>
    /// <param name="fact">The fact that takes it.</param>
    /// <param name="measure">What is measured.</param>
    /// <param name="events">
    /// The dated events of a business, in any order; those after the day of record are not seen. Null says
    /// that nobody keeps the history of that business, and the fact is not stated; an empty one is known to be empty.
    /// </param>
    /// <exception cref="ArgumentException">The fact is not declared fixed.</exception>
    public static DerivedFact OfHistory(NumberFact fact, HistoryMeasure measure, Func<District, BusinessId, IEnumerable<HistoryEvent>?> events)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(events);
        return OfBusiness(fact, measure.IsRounded, (district, business, day) =>
            events(district, business) is { } kept ? measure.Of([.. kept.Where(one => one.On <= day).OrderBy(one => one.On)], day) : null);
    }

    /// <summary>A number that the district knows of each business as of a day (主体指标), as its grade of the day before.</summary>
    /// <remarks>
    /// <code>
    /// // The tier of the day before, as its number; not stated where it had none.
    /// DerivedFact.OfBusiness(tierBefore, (district, business, day) =>
    ///     district.Tiers.DecisionBefore(business, day).FindGrade() is { } tier ? (int)tier : null);
    /// </code>
    /// The grade of the day itself is decided after its facts are; ask for that of the day before, which <see cref="Standing.GradingBook{TGrade}.DecisionBefore"/> gives
    /// without what was put right today.
    /// </remarks>
    /// <param name="fact">The fact that takes it.</param>
    /// <param name="number">The number of a business as of the day of record, for which nothing after that day may be read; null where it is not stated.</param>
    /// <exception cref="ArgumentException">The fact is not declared fixed.</exception>
    public static DerivedFact OfBusiness(NumberFact fact, Func<District, BusinessId, LocalDate, decimal?> number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return OfBusiness(fact, isRounded: false, number);
    }

    /// <summary>The place of each business among others (群体指标): its rank, its percentile, the quantile of those it is compared with.</summary>
    /// <param name="fact">The fact that takes it.</param>
    /// <param name="measure">What is measured.</param>
    /// <param name="number">What is compared.</param>
    /// <param name="order">Which end comes first.</param>
    /// <param name="within">Within areas of which level businesses are compared; null for the whole district. One that lies in no such area is compared with the others of that sort.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="order"/> is not in the enum.</exception>
    /// <exception cref="ArgumentException">The fact is not declared fixed.</exception>
    public static DerivedFact OfPopulation(NumberFact fact, PopulationMeasure measure, NumberExpression number, PopulationOrder order, AreaLevel? within = null)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(number);
        _ = order.Named();
        return new(fact, isOfPopulation: true, (district, _, _) =>
        {
            var register = district.Businesses.Register;
            try
            {
                var groups = within is { } level ? PopulationGroups.Mapped(GroupsOf(register.Areas, level)) : PopulationGroups.All;
                return PopulationFacts.Compute(register.Facts, fact, measure, number, order, groups).Select((stored, row) => (row, stored));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                throw new DerivedFactException(fact, null, e);
            }
        });
    }

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

    private static DerivedFact OfBusiness(NumberFact fact, bool isRounded, Func<District, BusinessId, LocalDate, decimal?> number)
    {
        return new(fact, isOfPopulation: false, (district, rows, day) =>
            (rows ?? [.. Enumerable.Range(0, district.Businesses.Register.Count)]).Select(row => (row, StoredOf(district, row, day))));

        long StoredOf(District district, int row, LocalDate day)
        {
            var business = district.Businesses.Register.IdAt(row);
            try
            {
                return DerivedValue.Store(fact, row, number(district, business, day), isRounded);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                throw new DerivedFactException(fact, business, e);
            }
        }
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
