using System.Collections.Immutable;

namespace FoodSafety.Domain.Responsibility;

/// <summary>The rows of a holder while a plan is made.</summary>
internal sealed class HolderDraft(Holder holder)
{
    private readonly List<int>?[] _added = new List<int>?[RowPlan.Steps];
    private readonly List<int>?[] _removed = new List<int>?[RowPlan.Steps];

    public Holder Holder => holder;

    public int Total => LoadOf(0) + LoadOf(1) + LoadOf(2);

    public int LoadOf(int step) => holder.Rows[step].Length + (_added[step]?.Count ?? 0) - (_removed[step]?.Count ?? 0);

    /// <summary>How many more rows the seat can take; without limit but for the main step.</summary>
    public int RoomIn(int step) => step == 0 && holder.Post?.Capacity is { } capacity ? capacity - LoadOf(0) : int.MaxValue;

    public void Add(int step, int row) => (_added[step] ??= []).Add(row);

    public void Remove(int step, int row) => (_removed[step] ??= []).Add(row);

    public Holder ToHolder() => holder with { Rows = [RowsOf(0), RowsOf(1), RowsOf(2)] };

    /// <summary>The rows of a step as they are now, ascending.</summary>
    public ImmutableArray<int> RowsOf(int step)
    {
        var (added, removed) = (_added[step], _removed[step]);
        if (added is null && removed is null)
        {
            return holder.Rows[step];
        }

        var rows = new List<int>(holder.Rows[step].Length + (added?.Count ?? 0));
        rows.AddRange(holder.Rows[step]);
        // A row that came and went stands in both lists, as often as it came and went.
        rows.AddRange(added ?? []);
        rows.Sort();
        if (removed is not null)
        {
            Subtract(rows, removed);
        }

        return [.. rows];
    }

    private static void Subtract(List<int> rows, List<int> removed)
    {
        removed.Sort();
        var (kept, next) = (0, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            if (next < removed.Count && removed[next] == rows[i])
            {
                next++;
            }
            else
            {
                rows[kept++] = rows[i];
            }
        }

        rows.RemoveRange(kept, rows.Count - kept);
    }
}
