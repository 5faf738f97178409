using FoodSafety.Domain.Inspections;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Which rectifications are of a finding and of a business. What a report says never changes, so the index only has to catch up with reports.</summary>
internal sealed class RectificationIndex(RectificationColumns columns)
{
    // Numbers of rectifications; from the newest of a business the older ones are a chain that ends with 0.
    private readonly Dictionary<FindingId, int> _newestOfFinding = [];
    private readonly Dictionary<int, int> _newestOfRow = [];
    private readonly List<int> _olderOfRow = [];

    /// <summary>The newest rectification of a finding; 0 for none.</summary>
    public int NewestOf(FindingId finding)
    {
        CatchUp();
        return _newestOfFinding.GetValueOrDefault(finding);
    }

    /// <summary>The rectifications of a row, the newest first.</summary>
    public IEnumerable<int> Of(int row)
    {
        CatchUp();
        for (var number = _newestOfRow.GetValueOrDefault(row); number > 0; number = _olderOfRow[number - 1])
        {
            yield return number;
        }
    }

    private void CatchUp()
    {
        for (var number = _olderOfRow.Count + 1; number <= columns.Count; number++)
        {
            var (finding, _, row) = columns.OriginOf(number);
            _newestOfFinding[finding] = number;
            _olderOfRow.Add(row is { } of ? _newestOfRow.GetValueOrDefault(of) : 0);
            if (row is { } its)
            {
                _newestOfRow[its] = number;
            }
        }
    }
}
