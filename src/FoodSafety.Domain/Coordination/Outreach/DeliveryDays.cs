using System.Collections.Immutable;
using NodaTime;

namespace FoodSafety.Domain.Coordination;

/// <summary>Since when each row is a target, and since when it has each material.</summary>
/// <remarks>A day is kept as a number of days; what did not happen yet is later than every day, so that one comparison answers for any day.</remarks>
internal sealed class DeliveryDays(int materials)
{
    private const int Never = int.MaxValue;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly int[][] _delivered = [.. Enumerable.Range(0, materials).Select(_ => Array.Empty<int>())];
    private int[] _targetSince = [];

    public bool IsTarget(int row) => row < _targetSince.Length && _targetSince[row] != Never;

    public void Target(ImmutableArray<int> rows, LocalDate on)
    {
        var day = DayOf(on);
        Grow(rows);
        foreach (var row in rows)
        {
            _targetSince[row] = Math.Min(_targetSince[row], day);
        }
    }

    /// <summary>Hands a material to a target; false when it had it before.</summary>
    public bool Deliver(int row, int material, int day)
    {
        if (_delivered[material][row] != Never)
        {
            return false;
        }

        _delivered[material][row] = day;
        return true;
    }

    public LocalDate? FindDelivery(int row, int material) =>
        row >= 0 && row < _targetSince.Length && _delivered[material][row] is not Never and var day ? Epoch.PlusDays(day) : null;

    public OutreachCoverage CoverageOn(LocalDate on)
    {
        var day = DayOf(on);
        var (targets, complete) = (0, 0);
        var delivered = new int[_delivered.Length];
        for (var row = 0; row < _targetSince.Length; row++)
        {
            if (_targetSince[row] > day)
            {
                continue;
            }

            targets++;
            var has = 0;
            for (var material = 0; material < _delivered.Length; material++)
            {
                var got = _delivered[material][row] <= day ? 1 : 0;
                delivered[material] += got;
                has += got;
            }

            complete += has == _delivered.Length ? 1 : 0;
        }

        return new OutreachCoverage(on, targets, complete, [.. delivered]);
    }

    /// <summary>The targets that lack one of some materials.</summary>
    public ImmutableArray<int> RestOn(LocalDate on, Range materials)
    {
        var day = DayOf(on);
        var columns = _delivered.AsSpan(materials);
        var rest = ImmutableArray.CreateBuilder<int>();
        for (var row = 0; row < _targetSince.Length; row++)
        {
            if (_targetSince[row] <= day && Lacks(columns, row, day))
            {
                rest.Add(row);
            }
        }

        return rest.DrainToImmutable();
    }

    private static bool Lacks(ReadOnlySpan<int[]> columns, int row, int day)
    {
        foreach (var days in columns)
        {
            if (days[row] > day)
            {
                return true;
            }
        }

        return false;
    }

    private void Grow(ImmutableArray<int> rows)
    {
        var needed = 0;
        foreach (var row in rows)
        {
            needed = Math.Max(needed, row + 1);
        }

        if (needed > _targetSince.Length)
        {
            // At least twice as long, so that targets that come one by one do not copy everything each time.
            var length = Math.Max(needed, (int)Math.Min(2L * _targetSince.Length, Array.MaxLength));
            _targetSince = Extended(_targetSince, length);
            for (var material = 0; material < _delivered.Length; material++)
            {
                _delivered[material] = Extended(_delivered[material], length);
            }
        }
    }

    private static int[] Extended(int[] days, int length)
    {
        var extended = new int[length];
        days.CopyTo(extended, 0);
        extended.AsSpan(days.Length).Fill(Never);
        return extended;
    }

    public static int DayOf(LocalDate date) => Period.DaysBetween(Epoch, date);
}
