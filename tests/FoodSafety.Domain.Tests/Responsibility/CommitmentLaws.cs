using CsCheck;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.Tests.Responsibility;

/// <summary>Whatever is signed, renewed and ended: the book says of every day what a table of days says, and doing it again gives the same.</summary>
public class CommitmentLaws
{
    private const int Cadres = 3;
    private const int Days = 12;

    // Businesses are drawn as bits: each bit that is set names one.
    private static readonly Gen<(int Kind, int Wait, int Cadre, int Businesses)[]> Acts =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, Cadres - 1], Gen.Int[0, 15]).Array[0, 20];

    [Fact]
    public void Acts_Any_StandAsTheTableOfDaysSays() => Gen.Select(Acts, Gen.Int[0, Cadres].Array[4]).Sample((acts, mains) =>
    {
        var book = new CommitmentBook();
        var table = new int[Days, Cadres];
        var today = 0;
        foreach (var (kind, wait, cadre, businesses) in acts)
        {
            today = Math.Min(today + wait, Days - 1);
            var stands = table[today, cadre] != 0;
            var expected =
                kind < 2 && businesses == 0 ? CommitmentRefusal.NamesNoBusiness
                : kind == 0 && stands ? CommitmentRefusal.AlreadyStands
                : kind != 0 && !stands ? CommitmentRefusal.NoneStands
                : (CommitmentRefusal?)null;
            Assert.Equal(expected, Try(book, kind, cadre, businesses, today));
            for (var day = today; expected is null && day < Days; day++)
            {
                table[day, cadre] = kind == 2 ? 0 : businesses;
            }
        }

        var assignments = MainAssignments.Of(mains.Select((cadre, business) => (Business(business), cadre)).Where(pair => pair.cadre < Cadres).Select(pair => (pair.Item1, Id(pair.cadre))));
        for (var day = 0; day < Days; day++)
        {
            var due = book.DueForRenewal(assignments, Day(day)).ToDictionary(one => one.Cadre);
            var (named, committed, upToDate) = (0, 0, 0);
            for (var cadre = 0; cadre < Cadres; cadre++)
            {
                var (signed, answersFor) = (table[day, cadre], mains.Select((main, business) => main == cadre ? 1 << business : 0).Sum());
                Assert.Equal(Names(signed), book.FindStanding(Id(cadre), Day(day))?.Businesses ?? []);
                Assert.Equal(Names(answersFor & ~signed), due.GetValueOrDefault(Id(cadre))?.Added ?? []);
                Assert.Equal(Names(signed & ~answersFor), due.GetValueOrDefault(Id(cadre))?.Gone ?? []);
                Assert.Equal(signed != answersFor, due.ContainsKey(Id(cadre)));
                named += int.PopCount(signed & answersFor);
                committed += signed != 0 && answersFor != 0 ? 1 : 0;
                upToDate += signed == answersFor && answersFor != 0 ? 1 : 0;
            }

            Assert.Equal(
                new CommitmentCoverage(mains.Count(main => main < Cadres), named, mains.Where(main => main < Cadres).Distinct().Count(), committed, upToDate),
                book.CoverageOn(assignments, Day(day)));
        }
    });

    [Fact]
    public void Replay_ActsOfTheEvents_GivesTheSameBook() => Acts.Sample(acts =>
    {
        var (book, again) = (new CommitmentBook(), new CommitmentBook());
        var today = 0;
        foreach (var (kind, wait, cadre, businesses) in acts)
        {
            Try(book, kind, cadre, businesses, today += wait);
        }

        foreach (var happened in book.Events)
        {
            _ = happened switch
            {
                CommitmentSigned { IsRenewal: false, Commitment: var first } => again.Sign(first.Cadre, first.Businesses, first.Authority, first.By, first.SignedOn),
                CommitmentSigned { Commitment: var next } => again.Renew(next.Cadre, next.Businesses, next.Authority, next.By, next.SignedOn),
                CommitmentEnded ended => again.End(ended.Commitment.Cadre, ended.Reason, ended.By, ended.On),
                _ => (CommitmentEvent?)null,
            };
        }

        Assert.Equal(book.Commitments.Select(Show), again.Commitments.Select(Show));
        Assert.Equal(book.Events.Select(happened => happened.On), again.Events.Select(happened => happened.On));

        static string Show(Commitment one) => $"{one.Id} {one.Cadre} {one.Term} {string.Join(' ', one.Businesses)} {one.Authority} {one.By}";
    });

    private static CommitmentRefusal? Try(CommitmentBook book, int kind, int cadre, int businesses, int day)
    {
        try
        {
            CommitmentEvent _ = kind switch
            {
                0 => book.Sign(Id(cadre), Names(businesses), "town", "office", Day(day)),
                1 => book.Renew(Id(cadre), Names(businesses), "town", "office", Day(day)),
                _ => book.End(Id(cadre), "left", "office", Day(day)),
            };
            return null;
        }
        catch (CommitmentRefusedException refused)
        {
            return refused.Refusal;
        }
    }

    private static BusinessId[] Names(int bits) => [.. Enumerable.Range(0, 4).Where(bit => (bits >> bit & 1) != 0).Select(Business)];

    private static BusinessId Business(int number) => new($"b{number}");

    private static CadreId Id(int cadre) => new($"c{cadre}");

    private static LocalDate Day(int number) => new LocalDate(2023, 3, 1).PlusDays(number);
}
