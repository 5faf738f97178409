using System.Collections.Immutable;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Search in a sorted array.</summary>
internal static class Sorted
{
    /// <summary>The first place whose item does not stand before a key: where the key is, or would be put.</summary>
    public static int LowerBound<T, TKey>(ImmutableArray<T> items, TKey key, Func<T, TKey, int> compare)
    {
        var (start, end) = (0, items.Length);
        while (start < end)
        {
            var middle = start + (end - start) / 2;
            if (compare(items[middle], key) < 0)
            {
                start = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return start;
    }
}
