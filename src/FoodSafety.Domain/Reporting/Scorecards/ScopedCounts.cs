namespace FoodSafety.Domain.Reporting;

/// <summary>One count for every area of a <see cref="Scope"/>, each area's own until it is rolled up.</summary>
internal sealed class ScopedCounts(Scope scope)
{
    private readonly long[] _counts = new long[scope.Length];

    public long this[int area] => scope.Holder is >= 0 and var holder && scope.Areas.At(area).Contains(holder) ? _counts[0]
        : scope.Contains(area) ? _counts[area - scope.First]
        : 0;

    public void Add(int area, long count) => _counts[area - scope.First] += count;

    public void RollUp()
    {
        // Backwards every area is complete when its turn comes, since all areas inside it stand behind it.
        var parents = scope.Areas.Parents;
        for (var i = _counts.Length - 1; i >= 0; i--)
        {
            if (parents[scope.First + i] is var parent && parent >= scope.First)
            {
                _counts[parent - scope.First] += _counts[i];
            }
        }
    }
}
