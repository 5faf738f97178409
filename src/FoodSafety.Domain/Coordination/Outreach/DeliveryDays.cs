using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>Since when each business is a target, and since when it has each material: a value, four bytes a business and column.</summary>
/// <remarks>
/// A day is kept as a number of days; what did not happen yet is later than every day, so that one comparison answers for any day. Of
/// several the earliest counts, so that it makes no difference in which order they were recorded.
/// </remarks>
internal sealed class DeliveryDays
{
    /// <summary>The column of the days on which businesses became targets; those of the materials follow.</summary>
    public const int Targets = 0;

    private const int Never = int.MaxValue;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    // In the order of their ids; so is each column.
    private readonly ImmutableArray<BusinessId> _businesses;
    private readonly ImmutableArray<ImmutableArray<int>> _columns;

    public DeliveryDays(int materials)
        : this([], [.. Enumerable.Repeat(ImmutableArray<int>.Empty, materials + 1)])
    {
    }

    private DeliveryDays(ImmutableArray<BusinessId> businesses, ImmutableArray<ImmutableArray<int>> columns) => (_businesses, _columns) = (businesses, columns);

    /// <summary>With a day in a column, for businesses in the order of their ids.</summary>
    public DeliveryDays With(int column, ImmutableArray<BusinessId> sorted, LocalDate on)
    {
        var wider = Widened(BusinessOrder.Except(sorted, _businesses));
        var days = wider._columns[column].ToBuilder();
        var day = DayOf(on);
        foreach (var business in sorted)
        {
            var place = wider.PlaceOf(business);
            days[place] = Math.Min(days[place], day);
        }

        return new(wider._businesses, wider._columns.SetItem(column, days.MoveToImmutable()));
    }

    /// <summary>Without what happened after a day.</summary>
    public DeliveryDays Until(LocalDate on)
    {
        var day = DayOf(on);
        return new(_businesses, [.. _columns.Select(column => column.Select(got => got <= day ? got : Never).ToImmutableArray())]);
    }

    public LocalDate? Find(int column, BusinessId business) =>
        PlaceOf(business) is >= 0 and var place && _columns[column][place] is not Never and var day ? Epoch.PlusDays(day) : null;

    public OutreachCoverage CoverageOn(LocalDate on)
    {
        var day = DayOf(on);
        var (targets, complete) = (0, 0);
        var delivered = new int[_columns.Length - 1];
        for (var place = 0; place < _businesses.Length; place++)
        {
            if (_columns[Targets][place] > day)
            {
                continue;
            }

            targets++;
            var has = 0;
            for (var material = 0; material < delivered.Length; material++)
            {
                var got = _columns[material + 1][place] <= day ? 1 : 0;
                delivered[material] += got;
                has += got;
            }

            complete += has == delivered.Length ? 1 : 0;
        }

        return new OutreachCoverage(on, targets, complete, [.. delivered]);
    }

    /// <summary>The targets that lack one of some materials, in the order of their ids.</summary>
    public ImmutableArray<BusinessId> RestOn(LocalDate on, Range materials)
    {
        var day = DayOf(on);
        var columns = _columns[1..][materials];
        var rest = ImmutableArray.CreateBuilder<BusinessId>();
        for (var place = 0; place < _businesses.Length; place++)
        {
            if (_columns[Targets][place] <= day && Lacks(columns, place, day))
            {
                rest.Add(_businesses[place]);
            }
        }

        return rest.DrainToImmutable();
    }

    private static int DayOf(LocalDate date) => Period.DaysBetween(Epoch, date);

    private static bool Lacks(ImmutableArray<ImmutableArray<int>> columns, int place, int day)
    {
        foreach (var days in columns)
        {
            if (days[place] > day)
            {
                return true;
            }
        }

        return false;
    }

    private int PlaceOf(BusinessId business)
    {
        var place = Sorted.LowerBound(_businesses, business, BusinessOrder.Compare);
        return place < _businesses.Length && _businesses[place] == business ? place : -1;
    }

    private DeliveryDays Widened(ImmutableArray<BusinessId> more)
    {
        if (more.IsEmpty)
        {
            return this;
        }

        // Where each of the businesses stood; -1 for one that is new.
        var (all, from) = (ImmutableArray.CreateBuilder<BusinessId>(_businesses.Length + more.Length), new int[_businesses.Length + more.Length]);
        for (var (old, added) = (0, 0); all.Count < from.Length;)
        {
            var isOld = added == more.Length || (old < _businesses.Length && BusinessOrder.Compare(_businesses[old], more[added]) < 0);
            from[all.Count] = isOld ? old : -1;
            all.Add(isOld ? _businesses[old++] : more[added++]);
        }

        return new(all.MoveToImmutable(), [.. _columns.Select(column => from.Select(place => place < 0 ? Never : column[place]).ToImmutableArray())]);
    }
}
