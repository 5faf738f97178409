using System.Collections.Immutable;
using System.Numerics;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>Finds the periods in which rows made no record: a bit at the last day of each, in words that begin with that of the first day.</summary>
internal sealed class GapPass
{
    private readonly DayBits _made;
    private readonly DayBits _closed;
    private readonly int _firstWord;

    // Where every period is a day, its bits; else each period with its first and last bit.
    private readonly ulong[]? _days;
    private readonly (int First, int Last)[] _periods = [];

    public GapPass(DayBits made, DayBits closed, LocalDate start, ImmutableArray<CadencePeriod> periods)
    {
        (_made, _closed) = (made, closed);
        if (periods.IsEmpty)
        {
            return;
        }

        _firstWord = Period.DaysBetween(start, periods[0].First) / 64;
        Origin = start.PlusDays(_firstWord * 64);
        _periods = [.. periods.Select(period => (BitOf(period.First), BitOf(period.Last)))];
        WordCount = _periods[^1].Last / 64 + 1;
        if (Array.TrueForAll(_periods, period => period.First == period.Last))
        {
            _days = new ulong[WordCount];
            foreach (var (day, _) in _periods)
            {
                _days[day / 64] |= 1UL << (day % 64);
            }
        }

        int BitOf(LocalDate day) => Period.DaysBetween(Origin, day);
    }

    /// <summary>The day of the first bit.</summary>
    public LocalDate Origin { get; }

    /// <summary>How many words the answer for a row has.</summary>
    public int WordCount { get; }

    /// <summary>The periods at whose last days bits are set.</summary>
    /// <param name="missed">The answer for a row.</param>
    /// <param name="origin">The day of its first bit.</param>
    /// <param name="periods">The periods that were asked for.</param>
    public static ImmutableArray<CadencePeriod> Read(ReadOnlySpan<ulong> missed, LocalDate origin, ImmutableArray<CadencePeriod> periods)
    {
        var found = ImmutableArray.CreateBuilder<CadencePeriod>();
        foreach (var period in periods)
        {
            var bit = Period.DaysBetween(origin, period.Last);
            if ((missed[bit / 64] >> (bit % 64) & 1) != 0)
            {
                found.Add(period);
            }
        }

        return found.DrainToImmutable();
    }

    /// <summary>Answers for one row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="missed">Written: a bit at the last day of each period that was missed.</param>
    /// <returns>In how many periods it owed a record.</returns>
    public int Run(int row, Span<ulong> missed)
    {
        if (_days is null)
        {
            return RunPeriods(row, missed);
        }

        var owed = 0;
        for (var i = 0; i < missed.Length; i++)
        {
            var due = _days[i] & ~_closed.Word(row, _firstWord + i);
            missed[i] = due & ~_made.Word(row, _firstWord + i);
            owed += BitOperations.PopCount(due);
        }

        return owed;
    }

    private int RunPeriods(int row, Span<ulong> missed)
    {
        missed.Clear();
        var owed = 0;
        foreach (var (first, last) in _periods)
        {
            var (isOpen, isMade) = (false, false);
            for (var word = first / 64; word <= last / 64; word++)
            {
                var mask = (ulong.MaxValue << Math.Max(first - word * 64, 0)) & (ulong.MaxValue >> Math.Max(word * 64 + 63 - last, 0));
                isOpen |= (mask & ~_closed.Word(row, _firstWord + word)) != 0;
                isMade |= (mask & _made.Word(row, _firstWord + word)) != 0;
            }

            owed += isOpen ? 1 : 0;
            if (isOpen && !isMade)
            {
                missed[last / 64] |= 1UL << (last % 64);
            }
        }

        return owed;
    }
}
