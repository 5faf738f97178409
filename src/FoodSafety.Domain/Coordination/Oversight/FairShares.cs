namespace FoodSafety.Domain.Coordination;

/// <summary>How many businesses of each town each group takes, so that the loads are as even as who may go where allows.</summary>
/// <remarks>
/// First each group fills its even share, town after town, so that it goes to few towns. Then businesses move from a group to
/// one with at least two fewer, directly or through others that pass on as many, until none can: no distribution is more
/// even then, for any that were would show such a way.
/// </remarks>
internal sealed class FairShares
{
    private readonly bool[,] _mayInspect;
    private readonly int[,] _shares;
    private readonly int[] _loads;

    public FairShares(bool[,] mayInspect, int[] drawn)
    {
        _mayInspect = mayInspect;
        _loads = new int[mayInspect.GetLength(0)];
        _shares = new int[_loads.Length, drawn.Length];
        Fill(drawn);
        while (EvenOut())
        {
        }
    }

    public int this[int group, int town] => _shares[group, town];

    private int Towns => _shares.GetLength(1);

    private void Fill(int[] drawn)
    {
        var inspectable = 0;
        for (var town = 0; town < drawn.Length; town++)
        {
            inspectable += Inspectors(town).Any() ? drawn[town] : 0;
        }

        var quota = (inspectable + _loads.Length - 1) / _loads.Length;
        for (var town = 0; town < drawn.Length; town++)
        {
            var left = drawn[town];

            // A group that has begun goes on before one that has not.
            foreach (var group in Inspectors(town).OrderByDescending(group => _loads[group] > 0))
            {
                var share = Math.Clamp(quota - _loads[group], 0, left);
                Give(group, town, share);
                left -= share;
            }

            // Whoever may go there is full: the overflow is evened out afterwards.
            if (left > 0 && Inspectors(town).Any())
            {
                foreach (var (group, share) in Overflow([.. Inspectors(town)], left))
                {
                    Give(group, town, share);
                }
            }
        }
    }

    private static IEnumerable<(int Group, int Share)> Overflow(int[] groups, int left) =>
        groups.Select((group, place) => (group, left / groups.Length + (place < left % groups.Length ? 1 : 0)));

    private IEnumerable<int> Inspectors(int town) => Enumerable.Range(0, _loads.Length).Where(group => _mayInspect[group, town]);

    private void Give(int group, int town, int share)
    {
        _shares[group, town] += share;
        _loads[group] += share;
    }

    private bool EvenOut()
    {
        foreach (var from in Enumerable.Range(0, _loads.Length).OrderByDescending(group => _loads[group]))
        {
            var (before, through) = Reach(from);
            var to = Enumerable.Range(0, _loads.Length).Where(group => before[group] >= 0).MinBy(group => _loads[group]);
            if (_loads[from] - _loads[to] >= 2)
            {
                var moved = (_loads[from] - _loads[to]) / 2;
                for (var at = to; at != from; at = before[at])
                {
                    moved = Math.Min(moved, _shares[before[at], through[at]]);
                }

                for (var at = to; at != from; at = before[at])
                {
                    Give(before[at], through[at], -moved);
                    Give(at, through[at], moved);
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>The groups that a business can be passed on to, each with the group before it and the town that the business is of.</summary>
    private (int[] Before, int[] Through) Reach(int from)
    {
        var before = new int[_loads.Length];
        var through = new int[_loads.Length];
        Array.Fill(before, -1);
        before[from] = from;
        var queue = new Queue<int>([from]);
        while (queue.TryDequeue(out var at))
        {
            for (var town = 0; town < Towns; town++)
            {
                if (_shares[at, town] == 0)
                {
                    continue;
                }

                foreach (var next in Inspectors(town).Where(next => before[next] < 0))
                {
                    (before[next], through[next]) = (at, town);
                    queue.Enqueue(next);
                }
            }
        }

        return (before, through);
    }
}
