using FoodSafety.Domain.Acts;
using NodaTime;

namespace FoodSafety.Domain.Standing;

/// <summary>The days to come on which the standing of a row may turn without anybody acting.</summary>
internal sealed class TurnIndex(UndoLog undo)
{
    private readonly SortedList<LocalDate, SortedSet<int>> _rows = [];

    public IEnumerable<(LocalDate Day, IReadOnlyCollection<int> Rows)> All => _rows.Where(turn => turn.Value.Count > 0).Select(turn => (turn.Key, (IReadOnlyCollection<int>)turn.Value));

    public void Note(LocalDate day, int row)
    {
        if (!_rows.TryGetValue(day, out var rows))
        {
            _rows.Add(day, rows = []);
        }

        if (rows.Add(row))
        {
            undo.Push(() => rows.Remove(row));
        }
    }

    /// <summary>Takes off the days up to one; returns their rows.</summary>
    public IReadOnlyCollection<int> TakeUpTo(LocalDate day)
    {
        if (_rows.Count == 0 || _rows.GetKeyAtIndex(0) > day)
        {
            return [];
        }

        List<int> turned = [];
        while (_rows.Count > 0 && _rows.GetKeyAtIndex(0) is var turn && turn <= day)
        {
            var rows = _rows.GetValueAtIndex(0);
            turned.AddRange(rows);
            _rows.RemoveAt(0);
            PushInverse(turn, rows);
        }

        return turned;
    }

    // Apart, so that nothing is made for it where no day has come.
    private void PushInverse(LocalDate turn, SortedSet<int> rows) => undo.Push(() => _rows[turn] = rows);
}
