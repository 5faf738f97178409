using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>Since when each target is one, and since when it has each material.</summary>
/// <remarks>
/// A day is kept as a number of days; what did not happen yet is later than every day, so that one comparison answers for any day.
/// Targets stand in the order in which they became one: what is kept grows with their number and not with the highest of their rows.
/// </remarks>
internal sealed class DeliveryDays(int materials)
{
    private const int Never = int.MaxValue;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly Dictionary<int, int> _placeOfRow = [];
    private readonly List<int> _rows = [];
    private readonly List<int> _targetSince = [];
    private readonly List<int>[] _delivered = [.. Enumerable.Range(0, materials).Select(_ => new List<int>())];

    public bool IsTarget(int row) => _placeOfRow.ContainsKey(row);

    /// <summary>Makes rows targets; who is one already stays one since the day it became one, for days never go backwards.</summary>
    public void Target(ImmutableArray<int> rows, LocalDate on)
    {
        var day = DayOf(on);
        foreach (var row in rows)
        {
            if (_placeOfRow.TryAdd(row, _rows.Count))
            {
                _rows.Add(row);
                _targetSince.Add(day);
                foreach (var days in _delivered)
                {
                    days.Add(Never);
                }
            }
        }
    }

    /// <summary>Hands a material to a target; false when it had it before.</summary>
    public bool Deliver(int row, int material, int day)
    {
        ref var got = ref CollectionsMarshal.AsSpan(_delivered[material])[_placeOfRow[row]];
        if (got != Never)
        {
            return false;
        }

        got = day;
        return true;
    }

    public LocalDate? FindDelivery(int row, int material) =>
        _placeOfRow.TryGetValue(row, out var place) && _delivered[material][place] is not Never and var day ? Epoch.PlusDays(day) : null;

    public OutreachCoverage CoverageOn(LocalDate on)
    {
        var day = DayOf(on);
        var (targets, complete) = (0, 0);
        var delivered = new int[_delivered.Length];
        for (var place = 0; place < _rows.Count; place++)
        {
            if (_targetSince[place] > day)
            {
                continue;
            }

            targets++;
            var has = 0;
            for (var material = 0; material < _delivered.Length; material++)
            {
                var got = _delivered[material][place] <= day ? 1 : 0;
                delivered[material] += got;
                has += got;
            }

            complete += has == _delivered.Length ? 1 : 0;
        }

        return new OutreachCoverage(on, targets, complete, [.. delivered]);
    }

    /// <summary>The targets that lack one of some materials, ascending.</summary>
    public ImmutableArray<int> RestOn(LocalDate on, Range materials)
    {
        var day = DayOf(on);
        var columns = _delivered.AsSpan(materials);
        var rest = ImmutableArray.CreateBuilder<int>();
        for (var place = 0; place < _rows.Count; place++)
        {
            if (_targetSince[place] <= day && Lacks(columns, place, day))
            {
                rest.Add(_rows[place]);
            }
        }

        rest.Sort();
        return rest.DrainToImmutable();
    }

    public static int DayOf(LocalDate date) => Period.DaysBetween(Epoch, date);

    private static bool Lacks(ReadOnlySpan<List<int>> columns, int place, int day)
    {
        foreach (var days in columns)
        {
            if (days[place] > day)
            {
                return true;
            }
        }

        return false;
    }
}
