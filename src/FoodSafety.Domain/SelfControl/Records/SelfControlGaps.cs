using System.Collections.Immutable;
using System.Numerics;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>Which business missed which record in an interval (自查缺漏表), for all rows of a register.</summary>
/// <remarks>A bit for each row and day and four bytes a row. Rows as they were when it was made; areas and types as they are when asked.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class SelfControlGaps
{
    private readonly BusinessRegister _register;
    private readonly ulong[] _missed;
    private readonly int[] _owed;
    private readonly int _words;
    private readonly LocalDate _origin;

    internal SelfControlGaps(BusinessRegister register, SelfControlDuty duty, ImmutableArray<CadencePeriod> periods, GapPass pass)
    {
        (_register, Duty, Periods) = (register, duty, periods);
        (_words, _origin) = (pass.WordCount, pass.Origin);
        _owed = new int[register.Count];
        _missed = new ulong[(long)_owed.Length * _words];
        var (owed, missed) = (0L, 0L);
        for (var row = 0; row < _owed.Length; row++)
        {
            var words = _missed.AsSpan(row * _words, _words);
            owed += _owed[row] = pass.Run(row, words);
            missed += CountOf(words);
        }

        Total = new RecordCoverage(owed, owed - missed);
    }

    /// <summary>The duty.</summary>
    public SelfControlDuty Duty { get; }

    /// <summary>The periods that were asked for, in order.</summary>
    public ImmutableArray<CadencePeriod> Periods { get; }

    /// <summary>How many rows there are.</summary>
    public int RowCount => _owed.Length;

    /// <summary>Due and made of all businesses together.</summary>
    public RecordCoverage Total { get; }

    /// <summary>How much memory the table takes, in bytes.</summary>
    public long Bytes => _missed.LongLength * sizeof(ulong) + _owed.LongLength * sizeof(int);

    /// <summary>Due and made of one business.</summary>
    /// <param name="row">Its row.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public RecordCoverage this[int row]
    {
        get
        {
            CheckRow(row);
            return new RecordCoverage(_owed[row], _owed[row] - CountOf(WordsOf(row)));
        }
    }

    /// <summary>The periods that a business missed, in order.</summary>
    /// <param name="row">Its row.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ImmutableArray<CadencePeriod> MissedBy(int row)
    {
        CheckRow(row);
        return GapPass.Read(WordsOf(row), _origin, Periods);
    }

    /// <summary>The rows of the businesses that missed a period, ascending.</summary>
    /// <param name="day">A day of the period.</param>
    /// <exception cref="ArgumentOutOfRangeException">No period that was asked for has the day.</exception>
    public ImmutableArray<int> RowsMissing(LocalDate day)
    {
        var asked = Periods.Where(period => period.Contains(day)).ToList();
        if (asked.Count == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, $"Allowed: the days of the {Periods.Length} periods that were asked for.");
        }

        var bit = Period.DaysBetween(_origin, asked[0].Last);
        var rows = ImmutableArray.CreateBuilder<int>();
        for (var row = 0; row < _owed.Length; row++)
        {
            if ((_missed[row * _words + bit / 64] >> (bit % 64) & 1) != 0)
            {
                rows.Add(row);
            }
        }

        return rows.DrainToImmutable();
    }

    /// <summary>The rows of the businesses that missed some periods, ascending.</summary>
    /// <param name="atLeast">How many at least, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atLeast"/> is less than 1.</exception>
    public ImmutableArray<int> RowsWithGaps(int atLeast = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, 1);
        var rows = ImmutableArray.CreateBuilder<int>();
        for (var row = 0; row < _owed.Length; row++)
        {
            if (CountOf(WordsOf(row)) >= atLeast)
            {
                rows.Add(row);
            }
        }

        return rows.DrainToImmutable();
    }

    /// <summary>Due and made in each of the four sectors.</summary>
    public ImmutableArray<SectorCoverage> BySector()
    {
        // Indexed by the number of the sector; 0 is that of no type.
        var sums = new (long Owed, long Made)[EnumCodes.All<BusinessSector>().Length + 1];
        for (var row = 0; row < _owed.Length; row++)
        {
            var sector = (int)((BusinessType)_register.Facts.Read(row, BusinessFacts.Type)).Sector();
            sums[sector].Owed += _owed[row];
            sums[sector].Made += _owed[row] - CountOf(WordsOf(row));
        }

        return [.. EnumCodes.All<BusinessSector>().Select(sector => new SectorCoverage(sector, new RecordCoverage(sums[(int)sector].Owed, sums[(int)sector].Made)))];
    }

    /// <summary>Due and made in each area, all that lies in it included.</summary>
    public CoverageByArea ByArea()
    {
        var areas = _register.Areas;
        var (owed, made) = (new long[areas.Count], new long[areas.Count]);
        for (var row = 0; row < _owed.Length; row++)
        {
            var area = _register.Facts.GroupOf(row);
            owed[area] += _owed[row];
            made[area] += _owed[row] - CountOf(WordsOf(row));
        }

        areas.RollUp(owed, owed);
        areas.RollUp(made, made);
        return new CoverageByArea(areas, owed, made);
    }

    private static int CountOf(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    private ReadOnlySpan<ulong> WordsOf(int row) => _missed.AsSpan(row * _words, _words);

    private void CheckRow(int row)
    {
        if (row < 0 || row >= _owed.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(row), row, $"There are {_owed.Length} rows, numbered from 0.");
        }
    }
}
