using FoodSafety.Domain.Inspections;

namespace FoodSafety.Domain.Rectifications;

/// <summary>Which rectifications are of a finding and of a business; it catches up with new ones when it is asked.</summary>
internal sealed class RectificationIndex
{
    // Slots; from the newest the older ones are a chain that ends with -1.
    private readonly Dictionary<FindingId, int> _newestOfFinding = [];
    private readonly Dictionary<int, int> _newestOfRow = [];
    private readonly List<(int OfFinding, int OfRow)> _older = [];

    /// <summary>The rectifications of a finding, the newest first.</summary>
    public IEnumerable<int> Of(FindingId finding)
    {
        for (var slot = _newestOfFinding.GetValueOrDefault(finding, -1); slot >= 0; slot = _older[slot].OfFinding)
        {
            yield return slot;
        }
    }

    /// <summary>The rectifications of a row, the newest first.</summary>
    public IEnumerable<int> Of(int row)
    {
        for (var slot = _newestOfRow.GetValueOrDefault(row, -1); slot >= 0; slot = _older[slot].OfRow)
        {
            yield return slot;
        }
    }

    public void CatchUp(RectificationLog log, RectificationColumns columns)
    {
        for (var slot = _older.Count; slot < columns.Slots; slot++)
        {
            var (finding, row) = (log.FindingAt(slot), columns.Rows[slot]);
            _older.Add((_newestOfFinding.GetValueOrDefault(finding, -1), row < 0 ? -1 : _newestOfRow.GetValueOrDefault(row, -1)));
            _newestOfFinding[finding] = slot;
            if (row >= 0)
            {
                _newestOfRow[row] = slot;
            }
        }
    }

    /// <summary>Forgets the last slot, if it knows of it.</summary>
    public void Forget(int slot, FindingId finding, int row)
    {
        if (slot == _older.Count - 1)
        {
            var (ofFinding, ofRow) = _older[slot];
            _older.RemoveAt(slot);
            _newestOfFinding[finding] = ofFinding;
            if (row >= 0)
            {
                _newestOfRow[row] = ofRow;
            }
        }
    }
}
