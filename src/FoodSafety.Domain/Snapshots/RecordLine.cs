using System.Collections.Immutable;
using FoodSafety.Domain.SelfControl;
using NodaTime;

namespace FoodSafety.Domain.Snapshots;

/// <summary>The records of one business and kind as a line of a snapshot: a mark for each day, and the risks that were found.</summary>
/// <remarks>A record a day would make a file of hundreds of thousands of lines of a district's quarter.</remarks>
internal sealed record RecordLine(int Row, SelfControlKind Kind, LocalDate From, string Days, ImmutableArray<(LocalDate Day, int Count)> Risks)
{
    private const char Made = '1';
    private const char Missed = '0';

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
