namespace GeneratedDistrict.Cadres;

/// <summary>Shares out people over places by weight, none of them left over (最大余额法).</summary>
public static class Allotment
{
    /// <summary>Everybody gets the least; the rest goes by weight, and by the largest remainder where it does not divide.</summary>
    /// <param name="total">How many there are to share out, at least <paramref name="least"/> for each place.</param>
    /// <param name="least">What each place gets whatever its weight.</param>
    /// <param name="weights">The weights of the places; where all are 0, the places share equally.</param>
    public static int[] Of(int total, int least, IReadOnlyList<int> weights)
    {
        var rest = total - (long)least * weights.Count;
        var isWeighted = weights.Any(weight => weight > 0);
        long[] parts = [.. weights.Select(weight => rest * (isWeighted ? weight : 1))];
        var sum = isWeighted ? weights.Sum(weight => (long)weight) : weights.Count;
        int[] shares = [.. parts.Select(part => least + (int)(part / sum))];
        foreach (var place in Enumerable.Range(0, shares.Length).OrderByDescending(i => parts[i] % sum).Take(total - shares.Sum()))
        {
            shares[place]++;
        }

        return shares;
    }
}
