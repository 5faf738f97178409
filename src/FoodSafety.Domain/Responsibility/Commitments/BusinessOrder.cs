using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Lists of businesses in the order of their ids, character by character, each once.</summary>
internal static class BusinessOrder
{
    public static int Compare(BusinessId one, BusinessId other) => string.CompareOrdinal(one.Value, other.Value);

    /// <summary>Sorts and drops what stands twice.</summary>
    /// <exception cref="ArgumentException">One is no id.</exception>
    public static ImmutableArray<BusinessId> Sort(IEnumerable<BusinessId> businesses, string parameter)
    {
        BusinessId[] ids = [.. businesses];
        Array.Sort(ids, Compare);
        if (ids is [{ IsNone: true }, ..])
        {
            throw new ArgumentException("A business has an id.", parameter);
        }

        return [.. ids.Where((id, index) => index == 0 || id != ids[index - 1])];
    }

    public static bool Contains(ImmutableArray<BusinessId> sorted, BusinessId business) =>
        Sorted.LowerBound(sorted, business, Compare) is var place && place < sorted.Length && sorted[place] == business;

    /// <summary>What stands in the first list and not in the second.</summary>
    public static ImmutableArray<BusinessId> Except(ImmutableArray<BusinessId> sorted, ImmutableArray<BusinessId> others) =>
        [.. sorted.Where(business => !Contains(others, business))];
}
