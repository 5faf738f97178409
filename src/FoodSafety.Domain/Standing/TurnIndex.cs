using FoodSafety.Domain.Acts;
using NodaTime;

namespace FoodSafety.Domain.Standing;

/// <summary>The days to come on which the standing of a row may turn without anybody acting.</summary>
internal sealed class TurnIndex(UndoLog undo)
{
    private readonly SortedDictionary<LocalDate, SortedSet<int>> _rows = [];

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
    public List<int> TakeUpTo(LocalDate day)
    {
        List<int> turned = [];
        foreach (var (turn, rows) in _rows.TakeWhile(turn => turn.Key <= day).ToList())
        {
            turned.AddRange(rows);
            _rows.Remove(turn);
            undo.Push(() => _rows[turn] = rows);
        }

        return turned;
    }
}
