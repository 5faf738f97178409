using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Assessment;

/// <summary>The positive and negative points of everybody who is assessed (考核台账), each with its evidence.</summary>
/// <remarks>
/// Days of record never go backwards; what happened may lie before, and is what decides the period. Not thread-safe.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class AssessmentBook
{
    private readonly List<AssessmentEvent> _events = [];
    private readonly List<PointsGiven> _given = [];
    private readonly HashSet<int> _withdrawn = [];
    private readonly Dictionary<Assessee, List<PointsGiven>> _of = [];

    /// <summary>The day of the last act; null before the first.</summary>
    public LocalDate? LastDay => _events.Count == 0 ? null : _events[^1].On;

    /// <summary>Everything that was done, in order.</summary>
    public IReadOnlyList<AssessmentEvent> Events => _events.AsReadOnly();

    /// <summary>The points that stand, in the order given.</summary>
    public ImmutableArray<PointsGiven> Standing => [.. _given.Where(Stands)];

    /// <summary>The same book again from its events; no sheet is needed.</summary>
    /// <param name="events">The <see cref="Events"/> of a book, in order.</param>
    /// <exception cref="ArgumentException">The events are not those of one book: a number is out of turn or unknown.</exception>
    /// <exception cref="LedgerDayException">A day is before that of the act before it.</exception>
    public static AssessmentBook Replay(IEnumerable<AssessmentEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var book = new AssessmentBook();
        foreach (var happened in events)
        {
            switch (happened)
            {
                case PointsGiven given when given.Number != book._given.Count + 1:
                    throw new ArgumentException($"Points {given.Number} are out of turn. Allowed: {book._given.Count + 1}.", nameof(events));
                case PointsWithdrawn { Number: var number } when book.FindStanding(number) is null:
                    throw new ArgumentException($"Points {number} do not stand and cannot be withdrawn.", nameof(events));
                default:
                    book.Keep(happened);
                    break;
            }
        }

        return book;
    }

    /// <summary>Gives or takes off points for one event (计分).</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="line">The code of an <see cref="EventLine"/> of the sheet.</param>
    /// <param name="assessee">Who is assessed, of the kind that the sheet is for.</param>
    /// <param name="evidence">What the points rest on.</param>
    /// <param name="happened">The day of what earned or cost them; it decides the period.</param>
    /// <param name="by">Who records them: a key in the user's platform.</param>
    /// <param name="on">The day on which they are recorded.</param>
    /// <param name="points">How many, more than 0 on either side; those of the line when null.</param>
    /// <exception cref="ArgumentException">The sheet has no such line or is not for such an assessee, it is recorded before it happened, or nobody acts.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    public PointsGiven Give(
        ScoreSheet sheet, string line, Assessee assessee, Evidence evidence, LocalDate happened, string by, LocalDate on, decimal? points = null)
    {
        TextRule.Key.Check(line);
        TextRule.Key.Check(by);
        ArgumentNullException.ThrowIfNull(sheet);
        if (sheet.FindLine(line) is not EventLine found)
        {
            var allowed = string.Join(", ", sheet.Lines.OfType<EventLine>().Select(one => one.Code));
            throw new ArgumentException($"Sheet '{sheet.Id}' has no line of events '{line}'. Allowed: {allowed}.", nameof(line));
        }

        sheet.CheckKind(assessee);
        var given = new PointsGiven(_given.Count + 1, sheet.Id, line, assessee, points ?? found.Each, evidence, happened, by, on);
        Keep(given);
        return given;
    }

    /// <summary>Withdraws points after review (撤销): they count nowhere any more, in past periods neither.</summary>
    /// <param name="number">The <see cref="PointsGiven.Number"/> of the points.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who withdraws them: a key in the user's platform.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="PointsNotStandingException">There are no such points, or they were withdrawn before.</exception>
    /// <exception cref="ArgumentException">There is no reason or nobody who acts.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    public PointsWithdrawn Withdraw(int number, string reason, string by, LocalDate on)
    {
        if (FindStanding(number) is null)
        {
            throw new PointsNotStandingException(number, _events.OfType<PointsWithdrawn>().FirstOrDefault(one => one.Number == number));
        }

        var withdrawn = new PointsWithdrawn(number, reason, by, on);
        Keep(withdrawn);
        return withdrawn;
    }

    /// <summary>The points with a number; null when there are none or they were withdrawn.</summary>
    /// <param name="number">The number.</param>
    public PointsGiven? FindStanding(int number) => number >= 1 && number <= _given.Count && Stands(_given[number - 1]) ? _given[number - 1] : null;

    /// <summary>Scores one assessee for one period (评分).</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="assessee">Who is assessed, of the kind that the sheet is for.</param>
    /// <param name="period">The period; points count in it that happened in it.</param>
    /// <param name="indicators">The indicators of the assessee for the period, computed from the rooms; those that the sheet does not measure are not read.</param>
    /// <exception cref="ArgumentException">The sheet is not for such an assessee, or an indicator of it is missing or stands twice.</exception>
    public Assessed Score(ScoreSheet sheet, Assessee assessee, CadencePeriod period, IEnumerable<IndicatorValue> indicators)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(indicators);
        sheet.CheckKind(assessee);
        var values = indicators.ToLookup(value => value.Indicator.Code, StringComparer.Ordinal);
        var events = _of.GetValueOrDefault(assessee, []).Where(given => Stands(given) && given.Sheet == sheet.Id && period.Contains(given.Happened))
            .ToLookup(given => given.Line, StringComparer.Ordinal);
        var lines = sheet.Lines.Select(line => line switch
        {
            IndicatorLine measured => LineScore.Of(measured, OnlyValue(measured, values), sheet.Decimals),
            _ => LineScore.Of((EventLine)line, [.. events[line.Code]]),
        });
        var unscored = events.Where(group => sheet.FindLine(group.Key) is not EventLine).SelectMany(group => group).OrderBy(given => given.Number);
        return new Assessed(sheet, assessee, period, [.. lines], [.. unscored]);
    }

    private static IndicatorValue OnlyValue(IndicatorLine line, ILookup<string, IndicatorValue> indicators)
    {
        var found = indicators[line.Code].Take(2).ToArray();
        return found.Length == 1
            ? found[0]
            : throw new ArgumentException($"Indicator '{line.Code}' is {(found.Length == 0 ? "missing" : "there twice")}. The sheet scores each of its indicators once.", nameof(indicators));
    }

    private bool Stands(PointsGiven given) => !_withdrawn.Contains(given.Number);

    private void Keep(AssessmentEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (LastDay is { } last && happened.On < last)
        {
            throw new LedgerDayException(happened.On, last);
        }

        _events.Add(happened);
        if (happened is PointsWithdrawn { Number: var number })
        {
            _withdrawn.Add(number);
        }
        else if (happened is PointsGiven given)
        {
            _given.Add(given);
            if (!_of.TryGetValue(given.Assessee, out var ofOne))
            {
                _of.Add(given.Assessee, ofOne = []);
            }

            ofOne.Add(given);
        }
    }
}
