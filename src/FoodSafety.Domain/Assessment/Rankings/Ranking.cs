using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Assessment;

/// <summary>Which rank follows a tie (并列名次规则).</summary>
/// <remarks>The default value 0 is no rule.</remarks>
public enum RankingStyle
{
    /// <summary>1, 2, 2, 4: a rank is one more than the number of those who are better (并列占位).</summary>
    [BilingualName("并列占位", "ties take up places")]
    Competition = 1,

    /// <summary>1, 2, 2, 3: ranks have no gaps (并列不占位).</summary>
    [BilingualName("并列不占位", "ties take up one place")]
    Dense = 2,
}

/// <summary>One place of a ranking (名次).</summary>
/// <param name="Assessee">Who.</param>
/// <param name="Score">The score.</param>
/// <param name="Rank">The rank, 1 for the best; equal scores have equal ranks.</param>
/// <remarks>The default value is nobody on rank 0.</remarks>
public readonly record struct RankedScore(Assessee Assessee, decimal Score, int Rank);

/// <summary>How the place of one assessee changed between two rankings (名次变动).</summary>
/// <param name="Assessee">Who.</param>
/// <param name="Before">The place before; null for one who was not ranked.</param>
/// <param name="After">The place after; null for one who is not ranked any more.</param>
/// <remarks>The default value is nobody in no place.</remarks>
public readonly record struct RankMove(Assessee Assessee, RankedScore? Before, RankedScore? After)
{
    /// <summary>How many ranks up, negative for down, 0 for the same; null unless ranked in both.</summary>
    public int? Up => Before?.Rank - After?.Rank;
}

/// <summary>Assessees by score, the highest first (考核排名). Equal scores share a rank and stand in the order of their keys.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("Ranking.ToMarkdown")]
public sealed class Ranking
{
    private readonly Dictionary<Assessee, RankedScore> _of = [];
    private readonly Dictionary<decimal, int> _fromBottom = [];

    /// <summary>Ranks scores.</summary>
    /// <param name="scores">One score for each assessee, in any order.</param>
    /// <param name="style">Which rank follows a tie.</param>
    /// <exception cref="ArgumentException">An assessee is nobody or stands twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="style"/> is not one of the named values.</exception>
    public Ranking(IEnumerable<KeyValuePair<Assessee, decimal>> scores, RankingStyle style = RankingStyle.Competition)
    {
        ArgumentNullException.ThrowIfNull(scores);
        style.Named();

        Style = style;
        var places = ImmutableArray.CreateBuilder<RankedScore>();
        foreach (var (assessee, score) in scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key))
        {
            var tied = places.Count > 0 && places[^1].Score == score;
            var next = style switch
            {
                RankingStyle.Competition => places.Count + 1,
                RankingStyle.Dense => places.Count == 0 ? 1 : places[^1].Rank + 1,
            };
            var place = new RankedScore(assessee, score, tied ? places[^1].Rank : next);
            if (assessee.IsNone || !_of.TryAdd(assessee, place))
            {
                throw new ArgumentException(assessee.IsNone ? "A score is nobody's." : $"'{assessee}' has two scores.", nameof(scores));
            }

            places.Add(place);
        }

        Places = places.DrainToImmutable();
        for (var i = Places.Length - 1; i >= 0; i--)
        {
            _fromBottom.TryAdd(Places[i].Score, Places.Length - i);
        }
    }

    /// <summary>Which rank follows a tie.</summary>
    public RankingStyle Style { get; }

    /// <summary>All places, the best first.</summary>
    public ImmutableArray<RankedScore> Places { get; }

    /// <summary>Ranks results by their totals.</summary>
    /// <param name="results">One result for each assessee, all of one sheet and period.</param>
    /// <param name="style">Which rank follows a tie.</param>
    /// <exception cref="ArgumentException">The results are of different sheets or periods, or two of the same assessee.</exception>
    public static Ranking Of(IEnumerable<Assessed> results, RankingStyle style = RankingStyle.Competition)
    {
        ArgumentNullException.ThrowIfNull(results);
        var all = results.ToList();
        return all.DistinctBy(one => (one.Sheet, one.Period)).Count() <= 1
            ? new(all.Select(one => KeyValuePair.Create(one.Assessee, one.Total)), style)
            : throw new ArgumentException("Only results of one sheet and one period can be ranked.", nameof(results));
    }

    /// <summary>The place of an assessee; null for one who is not ranked.</summary>
    /// <param name="assessee">Who.</param>
    public RankedScore? Find(Assessee assessee) => _of.TryGetValue(assessee, out var place) ? place : null;

    /// <summary>How places changed since an earlier ranking, by assessee: those who joined and those who left too.</summary>
    /// <param name="before">The earlier ranking, of the same style.</param>
    /// <exception cref="ArgumentException">The earlier ranking is of another style, so that ranks cannot be compared.</exception>
    public ImmutableArray<RankMove> MovesSince(Ranking before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before.Style == Style
            ? [.. _of.Keys.Union(before._of.Keys).Order().Select(one => new RankMove(one, before.Find(one), Find(one)))]
            : throw new ArgumentException($"The earlier ranking is {before.Style}. Allowed: {Style}.", nameof(before));
    }

    /// <summary>The ranking as a table.</summary>
    /// <param name="language">The language.</param>
    public string ToMarkdown(Language language)
    {
        var page = new MarkdownPage(language);
        page.Table(("名次", "rank"), ("考核对象", "assessee"), ("得分", "score"));
        foreach (var place in Places)
        {
            var (rank, score) = (place.Rank.ToString(CultureInfo.InvariantCulture), NumberText.Exact(place.Score));
            page.Row((rank, rank), place.Assessee.Text, (score, score));
        }

        return page.ToString();
    }

    /// <summary>The rank from the bottom (倒数名次): one more than the number of those who are worse, 1 for the last.</summary>
    internal int FromBottom(RankedScore place) => _fromBottom[place.Score];
}
