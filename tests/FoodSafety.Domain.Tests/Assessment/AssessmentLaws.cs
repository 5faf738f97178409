using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Tests.Acts;
using static FoodSafety.Domain.Tests.Assessment.AssessmentWorld;

namespace FoodSafety.Domain.Tests.Assessment;

/// <summary>Whatever happens: caps hold, order changes nothing, equal scores have equal ranks, and what was kept gives the book again.</summary>
public class AssessmentLaws
{
    private static readonly string[] Lines = ["practice", "empty", "incident"];

    private static readonly Gen<(int Line, int Tenths)[]> Acts = Gen.Select(Gen.Int[0, 2], Gen.Int[1, 200]).Array[0, 12];

    private static readonly Gen<int[]> SomeScores = Gen.Int[0, 5].Array[0, 8];

    [Fact]
    public void Score_Any_StaysWithinCapsAndIsTheSumOfItsLines() => Gen.Select(Acts, Gen.Int[0, 12], Gen.Int[0, 10]).Sample((acts, visits, due) =>
    {
        var result = Book(acts).Book.Score(Sheet, Liucheng, March, Values(visits, due, visits, due));

        Assert.All(result.Lines, line => Assert.InRange(line.Points, line.Line.Least, line.Line.Most));
        Assert.Equal(result.Lines.Sum(line => line.Points), result.Sum);
        Assert.Equal(Math.Clamp(result.Sum, Sheet.Floor, Sheet.Cap), result.Total);
        Assert.Equal(acts.Length, result.Lines.Sum(line => line.Events.Length));
    });

    [Fact]
    public void Score_OfTheSameActsInAnyOrder_IsTheSame() => Gen.Select(Acts, Gen.Int[0, 1_000]).Sample((acts, seed) =>
    {
        var shuffled = acts.Select((act, i) => (act, Key: (i + 1) * (seed + 7) % 101)).OrderBy(pair => pair.Key).Select(pair => pair.act).ToArray();

        return Points(Book(acts)).SequenceEqual(Points(Book(shuffled)));

        static IEnumerable<decimal> Points(Recorder<AssessmentBook> book) => book.Book.Score(Sheet, Liucheng, March, Values(1, 1, 1, 1)).Lines.Select(line => line.Points);
    });

    [Fact]
    public void Linear_MoreOfTheCounted_NeverScoresLess() => Gen.Select(Gen.Long[1, 1_000_000], Gen.Long[0, 1_000_000], Gen.Int[0, 99]).Sample((of, counted, zero) =>
    {
        var line = new IndicatorLine(Indicator.Coverage, 100, new LinearScale(zero / 100m, 1), Basis);
        var sheet = NewSheet(line);

        return Total(counted) <= Total(counted + 1);

        decimal Total(long many) => Empty().Book.Score(sheet, Liucheng, March, [new(Indicator.Coverage, many, of)]).Total;
    });

    [Fact]
    public void Redone_WithWhatWasWithdrawn_IsTheSameBook() => Gen.Select(Acts, Gen.Int[1, 12]).Sample((acts, withdrawn) =>
    {
        var book = Book(acts);
        if (book.Book.Find(new(withdrawn)) is { } given)
        {
            book.Take(new ActVoided(given.Act.Thing!.Value, given.Moment.Place, "review"), At(Day));
        }

        var again = Empty().Book;
        foreach (var (act, moment) in book.Kept)
        {
            again.Evolve(act, moment);
        }

        return book.Book.All.SequenceEqual(again.All) && book.Book.All.Count() == acts.Length - (withdrawn <= acts.Length ? 1 : 0)
            && book.Book.Score(Sheet, Liucheng, March, Values(1, 1, 1, 1)) == again.Score(Sheet, Liucheng, March, Values(1, 1, 1, 1));
    });

    [Fact]
    public void Ranking_Any_AgreesWithScores() => Gen.Select(SomeScores, Gen.Bool).Sample((scores, dense) =>
    {
        var ranking = new Ranking(scores.Select((score, i) => KeyValuePair.Create(Assessee.Station($"s{i}"), (decimal)score)), dense ? RankingStyle.Dense : RankingStyle.Competition);
        var places = ranking.Places;

        Assert.Equal(scores.Length, places.Length);
        Assert.All(places, place => Assert.Equal(
            1 + (dense ? scores.Where(score => score > place.Score).Distinct().Count() : scores.Count(score => score > place.Score)), place.Rank));
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(
            pair.First.Score > pair.Second.Score || (pair.First.Score == pair.Second.Score && pair.First.Assessee < pair.Second.Assessee)));
        Assert.All(places, place => Assert.Equal(place, ranking.Find(place.Assessee)));
    });

    private static Recorder<AssessmentBook> Book((int Line, int Tenths)[] acts)
    {
        var book = Empty();
        foreach (var (line, tenths) in acts)
        {
            book.Give(Lines[line], tenths / 10m);
        }

        return book;
    }
}
