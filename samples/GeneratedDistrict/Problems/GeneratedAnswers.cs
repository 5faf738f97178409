using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Inspections;
using GeneratedDistrict.Sources;
using GeneratedDistrict.Visits;

namespace GeneratedDistrict.Problems;

/// <summary>What the visits find: as many problems for each business as were published, most of them minor and mended at once.</summary>
/// <remarks>Assumed: general items are missed thrice as often as key items, and four of five general ones are mended on the spot.</remarks>
public sealed class GeneratedAnswers
{
    private const int Seed = 1_457;
    private const int WeightOfGeneral = 3;
    private const double SecondProblem = 0.2;
    private const double OnTheSpot = 0.8;

    // Shops that serve no dishes have none to wash.
    private const string Tableware = "tableware";

    private readonly Random _random = new(Seed);
    private readonly Dictionary<int, int> _problems = [];
    private readonly Dictionary<(Checklist List, bool ServesDishes), ItemAnswer[]> _allMet = [];

    private GeneratedAnswers(ImmutableArray<Call> calls)
    {
        var rows = calls.Select(call => call.Row).ToArray();
        _random.Shuffle(rows);
        var left = CountFor(rows.Length);
        foreach (var row in rows.TakeWhile(_ => left > 0))
        {
            _problems[row] = left > 1 && _random.NextDouble() < SecondProblem ? 2 : 1;
            left -= _problems[row];
        }
    }

    public static GeneratedAnswers For(ImmutableArray<Call> calls) => new(calls);

    /// <summary>How many problems a number of visits finds, at the rate that Wenjiang published.</summary>
    public static int CountFor(int visits) => (int)Math.Round((double)Published.Problems * visits / Published.Businesses);

    /// <summary>The answers to every item of the list by which a business is visited.</summary>
    public ItemAnswer[] Of(Business business, Checklist list)
    {
        var servesDishes = business.Type.Sector() is BusinessSector.Catering or BusinessSector.Canteen;
        if (!_allMet.TryGetValue((list, servesDishes), out var answers))
        {
            _allMet[(list, servesDishes)] = answers = [.. list.Items.Select(item =>
                item.Code == Tableware && !servesDishes ? ItemAnswer.NotApplicable(item.Code) : ItemAnswer.Met(item.Code))];
        }

        return answers;
    }

    /// <summary>The same, with the problems that this business turned out to have.</summary>
    public ItemAnswer[] Of(Business business, Checklist list, int row)
    {
        var answers = Of(business, list);
        if (!_problems.TryGetValue(row, out var count))
        {
            return answers;
        }

        answers = [.. answers];
        int[] items = [.. Enumerable.Range(0, answers.Length)
            .Where(i => answers[i].Result == ItemResult.Met)
            .SelectMany(i => Enumerable.Repeat(i, list.Items[i].Severity == FindingSeverity.General ? WeightOfGeneral : 1))];
        _random.Shuffle(items);
        foreach (var i in items.Distinct().Take(count))
        {
            var item = list.Items[i];
            answers[i] = ItemAnswer.NotMet(item.Code, ProblemWords.Of(item.Code, item.Title).Chinese, ItemEffect.Minor) with
            {
                IsCorrectedOnTheSpot = item.Severity == FindingSeverity.General && _random.NextDouble() < OnTheSpot,
            };
        }

        return answers;
    }
}
