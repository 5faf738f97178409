using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Assessment;

/// <summary>The plates of all assessees over the periods of one cadence (评牌台账): at most one per assessee and period.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class PlateHistory
{
    private const int MostBreaches = 1_000_000;

    private readonly Dictionary<(Assessee, CadencePeriod), PlateEntry> _entries = [];

    /// <summary>Takes entries, as those of a file.</summary>
    /// <param name="rule">The rule under which they were hung.</param>
    /// <param name="cadence">How often: month, quarter, year.</param>
    /// <param name="entries">The entries in any order.</param>
    /// <exception cref="ArgumentException">
    /// An entry is of another cadence, of nobody, or the second of its assessee and period; or a number of it is out of its range: a score
    /// beyond ±1,000,000,000, breaches not between 0 and 1,000,000, more periods counted than expected, or more incomplete than counted.
    /// </exception>
    public PlateHistory(PlateRule rule, CalendarCadence cadence, IEnumerable<PlateEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(cadence);
        ArgumentNullException.ThrowIfNull(entries);
        (Rule, Cadence) = (rule, cadence);
        Entries = [.. entries.Select(entry => entry.Rule is null ? entry with { Rule = rule } : entry).OrderBy(entry => entry.Period.First).ThenBy(entry => entry.Assessee)];
        foreach (var entry in Entries)
        {
            if (entry.Period.Cadence != cadence || entry.Assessee.IsNone)
            {
                throw new ArgumentException($"The plate of '{entry.Assessee}' for {entry.Period.Label.English} is of cadence '{entry.Period.Cadence}'. Allowed: somebody's, of '{cadence}'.", nameof(entries));
            }

            if (Math.Abs(entry.Score) > Shares.MostPoints || entry.SeriousBreaches is < 0 or > MostBreaches
                || entry.Counted < 1 || entry.Counted > entry.Expected || entry.Incomplete < 0 || entry.Incomplete > entry.Counted)
            {
                throw new ArgumentException(
                    $"The plate of '{entry.Assessee}' for {entry.Period.Label.English} has the score {NumberText.Exact(entry.Score)}, {entry.SeriousBreaches} breaches, "
                    + $"and {entry.Counted} of {entry.Expected} periods, {entry.Incomplete} of them not complete. Allowed: a score within ±{Shares.MostPoints:#,0}, "
                    + $"breaches from 0 to {MostBreaches:#,0}, 1 period or more and no more than expected, and no more incomplete than counted.", nameof(entries));
            }

            if (!_entries.TryAdd((entry.Assessee, entry.Period), entry))
            {
                throw new ArgumentException($"'{entry.Assessee}' has two plates for {entry.Period.Label.English}.", nameof(entries));
            }
        }
    }

    /// <summary>The rule (评牌规则).</summary>
    public PlateRule Rule { get; }

    /// <summary>How often plates are hung.</summary>
    public CalendarCadence Cadence { get; }

    /// <summary>All plates, by period and within it by assessee.</summary>
    public ImmutableArray<PlateEntry> Entries { get; }

    /// <summary>Hangs plates for results.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="cadence">How often: month, quarter, year.</param>
    /// <param name="results">The results, each of a period of the cadence.</param>
    /// <exception cref="ArgumentException">A result is of another cadence, or the second of its assessee and period.</exception>
    public static PlateHistory Of(PlateRule rule, CalendarCadence cadence, IEnumerable<Assessed> results)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(results);
        return new(rule, cadence, results.Select(one => new PlateEntry(
            one.Assessee, one.Period, one.Total, one.SeriousBreaches, rule.PlateOf(one.Total, one.SeriousBreaches), Incomplete: one.IsComplete ? 0 : 1)));
    }

    /// <summary>The plate of an assessee for a period; null when there is none.</summary>
    /// <param name="assessee">Who.</param>
    /// <param name="period">The period.</param>
    public PlateEntry? Find(Assessee assessee, CadencePeriod period) => _entries.GetValueOrDefault((assessee, period));

    /// <summary>The board of a period (公示牌): the plates of all assessees, by assessee.</summary>
    /// <param name="period">The period.</param>
    public ImmutableArray<PlateEntry> BoardOf(CadencePeriod period) => [.. Entries.Where(entry => entry.Period == period)];

    /// <summary>How many plates of one colour an assessee has in a row, the one of a period being the last (连续绿牌).</summary>
    /// <param name="assessee">Who.</param>
    /// <param name="plate">The colour.</param>
    /// <param name="until">The last period. A period without a plate ends the row.</param>
    public int InARow(Assessee assessee, Plate plate, CadencePeriod until) => RowOf(assessee, plate, until).Count();

    /// <summary>The plates of a longer cadence, derived from these: months make a quarter, months or quarters a year.</summary>
    /// <param name="cadence">The longer cadence.</param>
    /// <param name="derivation">How they follow.</param>
    /// <returns>
    /// One plate for each assessee and longer period in which there is a shorter one; <see cref="PlateEntry.IsComplete"/> tells whether
    /// some are missing.
    /// </returns>
    /// <exception cref="ArgumentException">The periods of these do not lie wholly in those of the longer cadence, as weeks do not in months.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="derivation"/> is not one of the named values.</exception>
    public PlateHistory Derive(CalendarCadence cadence, PlateDerivation derivation)
    {
        ArgumentNullException.ThrowIfNull(cadence);
        derivation.Named();

        if (Entries.FirstOrDefault(entry => cadence.PeriodOf(entry.Period.First) != cadence.PeriodOf(entry.Period.Last)) is { } cut)
        {
            throw new ArgumentException($"{cut.Period.Label.English} does not lie in one period of '{cadence}'.", nameof(cadence));
        }

        return new(Rule, cadence, Entries.GroupBy(entry => (entry.Assessee, Period: cadence.PeriodOf(entry.Period.First)))
            .Select(group => DeriveOne(group.Key.Assessee, group.Key.Period, [.. group], derivation)));
    }

    /// <summary>The plates of one colour in a row, the last first.</summary>
    internal IEnumerable<PlateEntry> RowOf(Assessee assessee, Plate plate, CadencePeriod until)
    {
        for (var entry = Find(assessee, until); entry?.Plate == plate;)
        {
            yield return entry;
            entry = entry.Period == Entries[0].Period ? null : Find(assessee, Cadence.PeriodBefore(entry.Period.First));
        }
    }

    private PlateEntry DeriveOne(Assessee assessee, CadencePeriod period, ImmutableArray<PlateEntry> parts, PlateDerivation derivation)
    {
        var expected = Cadence.PeriodsWithin(period.Interval).Length;
        var breaches = parts.Sum(part => part.SeriousBreaches);
        var mean = parts.Average(part => part.Score);
        var (score, count, plate) = derivation switch
        {
            PlateDerivation.MeanScore => (mean, breaches, Rule.PlateOf(mean, breaches)),
            PlateDerivation.Worst => (parts.Min(part => part.Score), breaches, parts.Max(part => part.Plate)),
            PlateDerivation.Latest => (parts[^1].Score, parts[^1].SeriousBreaches, parts[^1].Plate),
        };
        return new(assessee, period, score, count, plate, parts.Length, expected, parts.Count(part => !part.IsComplete));
    }
}

/// <summary>The plate of one assessee for one period (评牌结果), with what earned it.</summary>
/// <param name="Assessee">Who was assessed.</param>
/// <param name="Period">The period.</param>
/// <param name="Score">The score; of a longer period, as it was derived, not rounded.</param>
/// <param name="SeriousBreaches">How many serious breaches there were, which may have changed the plate.</param>
/// <param name="Plate">The plate.</param>
/// <param name="Counted">From how many shorter periods it was derived; 1 when it was scored itself.</param>
/// <param name="Expected">How many shorter periods there are in it; 1 when it was scored itself.</param>
/// <param name="Incomplete">How many of those counted are not complete themselves: a quarter that lacks a month, a result with events that were not scored.</param>
public sealed record PlateEntry(
    Assessee Assessee, CadencePeriod Period, decimal Score, int SeriousBreaches, Plate Plate, int Counted = 1, int Expected = 1, int Incomplete = 0)
{
    /// <summary>
    /// True when nothing is missing at any depth: two months do not make a whole quarter, and four quarters of which one lacks a month no whole
    /// year.
    /// </summary>
    public bool IsComplete => Counted == Expected && Incomplete == 0;

    /// <summary>The rule under which it hangs, whose limits its text does not contradict; null for an entry that is in no <see cref="PlateHistory"/>.</summary>
    public PlateRule? Rule { get; init; }

    /// <summary>Who, when, which plate and why, in both languages.</summary>
    public BilingualText Text
    {
        get
        {
            var score = Rule is null ? NumberText.Exact(Score) : NumberText.Beside(Score, 2, Rule.GreenFrom, Rule.YellowFrom);
            var (who, label, plate) = (Assessee.Text, Period.Label, Plate.Name());
            var breach = SeriousBreaches == 0 ? ("", "") : ($"，严重违法行为 {SeriousBreaches} 次", $", serious breaches {SeriousBreaches}");
            var within = Incomplete == 0 ? ("", "") : ($"，其中 {Incomplete} 期不完整", $", {Incomplete} of them not complete");
            var partly = IsComplete ? ("", "") : ($"（{Expected} 期中计 {Counted} 期{within.Item1}）", $" ({Counted} of {Expected} periods{within.Item2})");
            return (
                $"{who.Chinese} {label.Chinese}：{plate.Chinese}，{score} 分{breach.Item1}{partly.Item1}",
                $"{who.English}, {label.English}: {plate.English}, {score} points{breach.Item2}{partly.Item2}");
        }
    }
}

/// <summary>How the plate of a quarter or a year follows from those of the shorter periods in it (评牌汇总办法).</summary>
/// <remarks>The default value 0 is no way.</remarks>
public enum PlateDerivation
{
    /// <summary>From the mean of the scores, with all serious breaches (平均得分).</summary>
    [BilingualName("平均得分", "mean score")]
    MeanScore = 1,

    /// <summary>The worst plate of any of them, with the score that is lowest (最差一期).</summary>
    [BilingualName("最差一期", "worst period")]
    Worst = 2,

    /// <summary>The score and plate of the last of them (最近一期).</summary>
    [BilingualName("最近一期", "latest period")]
    Latest = 3,
}
