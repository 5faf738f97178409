namespace FoodSafety.Domain.Areas;

public sealed partial class AreaTree
{
    /// <summary>Counts what lies in each area, at any depth (逐级汇总): one pass over the ordinals and one over the areas.</summary>
    /// <param name="ordinals">The ordinal of the area in which each thing lies: one per business, in any order.</param>
    /// <param name="totals">Written for each area, by ordinal: how many lie in it or in an area inside it.</param>
    /// <exception cref="ArgumentException"><paramref name="totals"/> is not one per area; nothing is written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An ordinal is not of this tree; nothing is written.</exception>
    public void Tally(ReadOnlySpan<int> ordinals, Span<long> totals)
    {
        RequireOnePerArea(totals.Length, nameof(totals));
        for (var i = 0; i < ordinals.Length; i++)
        {
            if (ordinals[i] < 0 || ordinals[i] >= Count)
                throw new ArgumentOutOfRangeException(nameof(ordinals), ordinals[i], $"At index {i}. {AllowedOrdinals}");
        }

        totals.Clear();
        foreach (var ordinal in ordinals)
            totals[ordinal]++;

        AddUpwards(totals);
    }

    /// <summary>Adds what each area has of its own to everything above it (逐级汇总), in one pass.</summary>
    /// <param name="perArea">What each area has of its own, by ordinal: a number of businesses, or an amount in 分.</param>
    /// <param name="totals">Written for each area, by ordinal: its own and all that areas inside it have. May be the same span.</param>
    /// <exception cref="ArgumentException">Either span is not one per area; nothing is written.</exception>
    /// <exception cref="OverflowException">
    /// The sizes of <paramref name="perArea"/>, signs aside, add up to more than a <see cref="long"/> holds; nothing is written.
    /// </exception>
    public void RollUp(ReadOnlySpan<long> perArea, Span<long> totals)
    {
        RequireOnePerArea(perArea.Length, nameof(perArea));
        RequireOnePerArea(totals.Length, nameof(totals));

        // No total can leave the range when the sizes together do not, so nothing can fail once writing has begun.
        var size = Int128.Zero;
        foreach (var value in perArea)
            size += Int128.Abs(value);

        if (size > long.MaxValue)
            throw new OverflowException($"The values of perArea, signs aside, add up to {size}; allowed: up to {long.MaxValue}.");

        perArea.CopyTo(totals);
        AddUpwards(totals);
    }

    // Backwards every area is complete when its turn comes, since all areas inside it stand behind it.
    private void AddUpwards(Span<long> totals)
    {
        for (var ordinal = Count - 1; ordinal >= 0; ordinal--)
        {
            if (_parents[ordinal] is >= 0 and var parent)
                totals[parent] += totals[ordinal];
        }
    }

    /// <summary>The ordinal of the lowest area that holds two areas, which may be one of them; -1 when none does.</summary>
    internal int FindCommon(int first, int second)
    {
        var area = first;
        while (area >= 0 && !(area <= second && second < _ends[area]))
            area = _parents[area];

        return area;
    }

    private void RequireOnePerArea(int length, string parameter)
    {
        if (length != Count)
            throw new ArgumentException($"The span has {length} places and the tree {Count} areas; allowed: one per area.", parameter);
    }
}
