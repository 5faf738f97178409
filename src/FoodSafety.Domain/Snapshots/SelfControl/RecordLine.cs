using System.Collections.Immutable;
using FoodSafety.Domain.SelfControl;
using NodaTime;

namespace FoodSafety.Domain.Snapshots;

/// <summary>The records of one business and kind as a line of a snapshot: a mark for each day, and the risks that were found.</summary>
/// <remarks>A record a day would make a file of hundreds of thousands of lines of a district's quarter.</remarks>
internal sealed record RecordLine
{
    private const char Made = '1';
    private const char Missed = '0';

    public RecordLine(int row, SelfControlKind kind, LocalDate from, string days, ImmutableArray<(LocalDate Day, int Count)> risks)
    {
        if (days.Length == 0 || days[0] != Made || days[^1] != Made || days.AsSpan().ContainsAnyExcept(Made, Missed))
        {
            throw new ArgumentException($"The days '{days}' are no marks. Allowed: {Made} and {Missed}, the first and last of them {Made}.", nameof(days));
        }

        if (risks.DistinctBy(risk => risk.Day).Count() != risks.Length)
        {
            throw new ArgumentException("Risks are stated twice for a day. Allowed: once.", nameof(risks));
        }

        foreach (var (day, _) in risks)
        {
            if (day < from || Period.DaysBetween(from, day) is var place && (place >= days.Length || days[place] != Made))
            {
                throw new ArgumentException($"Risks were found on {day:uuuu-MM-dd}, a day without a record.", nameof(risks));
            }
        }

        (Row, Kind, From, Days, Risks) = (row, kind, from, days, risks);
    }

    public int Row { get; }

    public SelfControlKind Kind { get; }

    /// <summary>The day of the first mark.</summary>
    public LocalDate From { get; }

    /// <summary>A mark for each day: made or missed.</summary>
    public string Days { get; }

    public ImmutableArray<(LocalDate Day, int Count)> Risks { get; }

    /// <summary>The lines of records that come by kind, row and day.</summary>
    public static IEnumerable<RecordLine> Of(IEnumerable<LoggedRecord> records)
    {
        List<LoggedRecord> own = [];
        foreach (var record in records)
        {
            if (own.Count > 0 && (own[0].Row, own[0].Kind) != (record.Row, record.Kind))
            {
                yield return Of(own);
                own.Clear();
            }

            own.Add(record);
        }

        if (own.Count > 0)
        {
            yield return Of(own);
        }
    }

    public IEnumerable<LoggedRecord> Records
    {
        get
        {
            var risks = Risks.ToDictionary(risk => risk.Day, risk => risk.Count);
            for (var i = 0; i < Days.Length; i++)
            {
                if (Days[i] == Made)
                {
                    var day = From.PlusDays(i);
                    yield return new LoggedRecord(Row, Kind, day, risks.GetValueOrDefault(day));
                }
            }
        }
    }

    private static RecordLine Of(List<LoggedRecord> records)
    {
        var first = records[0];
        var days = new char[Period.DaysBetween(first.Date, records[^1].Date) + 1];
        Array.Fill(days, Missed);
        foreach (var record in records)
        {
            days[Period.DaysBetween(first.Date, record.Date)] = Made;
        }

        return new RecordLine(
            first.Row, first.Kind, first.Date, new string(days), [.. records.Where(record => record.RisksFound > 0).Select(record => (record.Date, record.RisksFound))]);
    }
}
