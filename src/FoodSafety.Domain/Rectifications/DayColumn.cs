using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using NodaTime;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Questions to a column of days: how many lie in a range, and which.</summary>
internal static class DayColumn
{
    /// <summary>How many lie between two days, both included.</summary>
    public static int CountBetween(ReadOnlySpan<int> days, int first, int last)
    {
        var count = 0;
        var i = 0;
        if (Vector.IsHardwareAccelerated && days.Length >= Vector<int>.Count)
        {
            var (low, high, found) = (new Vector<int>(first), new Vector<int>(last), Vector<int>.Zero);
            for (; i <= days.Length - Vector<int>.Count; i += Vector<int>.Count)
            {
                var values = new Vector<int>(days[i..]);
                found -= Vector.GreaterThanOrEqual(values, low) & Vector.LessThanOrEqual(values, high);
            }

            count = Vector.Sum(found);
        }

        for (; i < days.Length; i++)
        {
            count += days[i] >= first && days[i] <= last ? 1 : 0;
        }

        return count;
    }

    /// <summary>The places of those that lie between two days, both included; one array of their number is all that is allocated.</summary>
    public static int[] Between(ReadOnlySpan<int> days, int first, int last)
    {
        var places = new int[CountBetween(days, first, last)];
        var found = 0;
        for (var i = 0; i < days.Length && found < places.Length; i++)
        {
            // Written always and kept if it fits: whether it does is too irregular for a branch.
            var day = days[i];
            places[found] = i;
            found += (day >= first ? 1 : 0) & (day <= last ? 1 : 0);
        }

        return places;
    }

    /// <summary>The ids of those that lie between two days, both included.</summary>
    public static ImmutableArray<RectificationId> Between(ReadOnlySpan<int> days, ReadOnlySpan<RectificationId> ids, int first, int last)
    {
        var between = new RectificationId[CountBetween(days, first, last)];
        var found = 0;
        for (var i = 0; i < days.Length && found < between.Length; i++)
        {
            var day = days[i];
            between[found] = ids[i];
            found += (day >= first ? 1 : 0) & (day <= last ? 1 : 0);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(between);
    }
}

/// <summary>Days as whole numbers, in which columns keep them.</summary>
internal static class Days
{
    /// <summary>The number of no day; it lies after all days.</summary>
    public const int Never = int.MaxValue;

    private static readonly LocalDate Zero = new(1970, 1, 1);

    public static int Number(LocalDate day) => Period.DaysBetween(Zero, day);

    public static LocalDate Date(int number) => Zero.PlusDays(number);
}
