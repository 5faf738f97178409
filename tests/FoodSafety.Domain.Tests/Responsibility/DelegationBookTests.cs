using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Responsibility;

public class DelegationBookTests
{
    private const string Office = "office";

    private static readonly CadreId A = new("a");
    private static readonly CadreId B = new("b");
    private static readonly CadreId C = new("c");

    [Fact]
    public void Resolve_InTheTerm_GivesTheSubstitute()
    {
        var book = new DelegationBook();
        var made = book.Delegate(A, B, Days(3, 6), "leave", Office, Day(1));

        Assert.Equal((A, "leave", Office, Day(1)), (made.Delegation.Cadre, made.Reason, made.By, made.On));
        Assert.Equal([A, B, B, B, A], Enumerable.Range(2, 5).Select(day => book.Resolve(A, Day(day)).Acting));
        Assert.Equal([made.Delegation], book.Resolve(A, Day(3)).Path);
        Assert.False(book.Resolve(A, Day(2)).IsDelegated);
        Assert.Equal(B, book.Resolve(B, Day(3)).Acting);
    }

    [Fact]
    public void Resolve_SubstituteAbsentToo_FollowsTheChain()
    {
        var book = new DelegationBook();
        book.Delegate(A, B, Days(1, 10), "leave", Office, Day(1));
        book.Delegate(B, C, Days(5, 7), "training", Office, Day(1));

        Assert.Equal([B, C, C, B], Enumerable.Range(4, 4).Select(day => book.Resolve(A, Day(day)).Acting));
        Assert.Equal([1, 2], book.Resolve(A, Day(5)).Path.Select(delegation => delegation.Id.Number));
        Assert.Equal([A, B], book.StandsInFor(C, Day(5)).Select(stood => stood.Cadre));
        Assert.All(book.StandsInFor(C, Day(5)), stood => Assert.Equal(C, stood.Acting));
        Assert.Empty(book.StandsInFor(B, Day(5)));
        Assert.Equal(A, Assert.Single(book.StandsInFor(B, Day(7))).Cadre);
    }

    [Theory]
    [InlineData("from the front")]
    [InlineData("from the back")]
    [InlineData("from the middle")]
    public void Delegate_ChainOfSixteen_IsMadeAndOneMoreIsRefused(string order)
    {
        var book = new DelegationBook();
        var links = Enumerable.Range(0, 16).ToArray();
        foreach (var link in order switch { "from the front" => links, "from the back" => [.. links.Reverse()], _ => [.. links[8..], .. links[..8].Reverse()] })
        {
            book.Delegate(Cadre(link), Cadre(link + 1), Days(1, 10), "leave", Office, Day(1));
        }

        Assert.Equal(Cadre(16), book.Resolve(Cadre(0), Day(5)).Acting);
        Assert.Equal(16, book.StandsInFor(Cadre(16), Day(5)).Length);
        foreach (var (cadre, substitute) in new[] { (Cadre(16), Cadre(17)), (Cadre(99), Cadre(0)) })
        {
            var refused = Refused(book, cadre, substitute, Days(9, 12));
            Assert.Equal((DelegationRefusal.ChainTooLong, 17, Day(9)), (refused.Refusal, refused.Standing.Length, refused.Day));
            Assert.Contains("17 delegations would follow each other", refused.Message, StringComparison.Ordinal);
            Assert.Contains("最多 16 级", refused.Text.Chinese, StringComparison.Ordinal);
        }

        // From the day on which the others are over it is no chain.
        book.Delegate(Cadre(16), Cadre(17), Days(10, 12), "leave", Office, Day(1));
        book.Delegate(Cadre(98), Cadre(1), Days(9, 12), "leave", Office, Day(1));
    }

    [Fact]
    public void Delegate_TwentyThousandInARow_AreRefusedAtTheSeventeenth()
    {
        var book = new DelegationBook();
        Assert.Throws<DelegationRefusedException>(() =>
        {
            for (var i = 20_000; i > 0; i--)
            {
                book.Delegate(Cadre(i - 1), Cadre(i), Days(1, 10), "leave", Office, Day(1));
            }
        });
        Assert.Equal(16, book.Delegations.Count);
    }

    private static CadreId Cadre(int number) => new($"cadre-{number}");

    [Fact]
    public void Delegate_ToSelf_IsRefused()
    {
        var refused = Refused(new DelegationBook(), A, A, Days(1, 2));

        Assert.Equal("Cadre a cannot be the substitute of cadre a.", refused.Message);
        Assert.Equal((DelegationRefusal.ToSelf, Days(1, 2)), (refused.Refusal, refused.Term));
        Assert.Empty(refused.Standing);
    }

    [Fact]
    public void Delegate_Overlapping_IsRefused()
    {
        var book = new DelegationBook();
        var standing = book.Delegate(A, B, Days(3, 6), "leave", Office, Day(1)).Delegation;

        var refused = Refused(book, A, C, Days(5, 8));

        Assert.Equal("Cadre a has delegation 1 to b from 2023-05-03 until before 2023-05-06; two may not overlap.", refused.Message);
        Assert.Equal((DelegationRefusal.Overlaps, A, C), (refused.Refusal, refused.Cadre, refused.Substitute));
        Assert.Equal([standing], refused.Standing);
        book.Delegate(A, C, Days(6, 8), "leave", Office, Day(1));
        book.Delegate(A, C, Days(1, 3), "leave", Office, Day(1));
    }

    [Fact]
    public void Delegate_BackThroughAChain_IsRefusedWithTheFirstDay()
    {
        var book = new DelegationBook();
        book.Delegate(A, B, Days(1, 10), "leave", Office, Day(1));
        book.Delegate(B, C, Days(5, 7), "training", Office, Day(1));

        var refused = Refused(book, C, A, Days(2, 20));

        Assert.Equal("On 2023-05-05 the delegations would form a cycle: c → a → b → c.", refused.Message);
        Assert.Equal("2023-05-05 将形成循环委托：c → a → b → c。", refused.Text.Chinese);
        Assert.Equal((DelegationRefusal.MakesCycle, Day(5)), (refused.Refusal, refused.Day));
        Assert.Equal([1, 2], refused.Standing.Select(delegation => delegation.Id.Number));
        book.Delegate(C, A, Days(2, 5), "leave", Office, Day(1));
        book.Delegate(C, A, new Term(Day(7)), "leave", Office, Day(1));
    }

    [Fact]
    public void Delegate_EachOtherInTurn_IsAllowedOnDifferentDays()
    {
        var book = new DelegationBook();
        book.Delegate(A, B, Days(1, 5), "leave", Office, Day(1));

        Assert.Equal(DelegationRefusal.MakesCycle, Refused(book, B, A, Days(4, 8)).Refusal);
        book.Delegate(B, A, Days(5, 8), "leave", Office, Day(1));
        Assert.Equal((B, A), (book.Resolve(A, Day(4)).Acting, book.Resolve(B, Day(5)).Acting));
    }

    [Fact]
    public void Revoke_Early_EndsItOnTheDayAndFreesTheDaysAfter()
    {
        var book = new DelegationBook();
        var id = book.Delegate(A, B, Days(1, 10), "leave", Office, Day(1)).Delegation.Id;

        var revoked = book.Revoke(id, "back early", "head", Day(4));

        Assert.Equal(("back early", "head", Day(4)), (revoked.Reason, revoked.By, revoked.On));
        Assert.Equal(Days(1, 4), book[id].Term);
        Assert.True(book[id].IsRevoked);
        Assert.Equal((B, A), (book.Resolve(A, Day(3)).Acting, book.Resolve(A, Day(4)).Acting));
        book.Delegate(B, A, Days(4, 10), "leave", Office, Day(4));
        Assert.Equal([id], book.HistoryOf(A).Select(delegation => delegation.Id));
    }

    [Fact]
    public void Revoke_BeforeItBegins_ItNeverHolds()
    {
        var book = new DelegationBook();
        var id = book.Delegate(A, B, Days(5, 10), "leave", Office, Day(1)).Delegation.Id;

        book.Revoke(id, "called off", Office, Day(2));

        Assert.True(book[id].Term.IsEmpty);
        Assert.Equal(A, book.Resolve(A, Day(5)).Acting);
        book.Delegate(A, C, Days(5, 10), "leave", Office, Day(2));
        Assert.Equal(DelegationRefusal.IsOver, Assert.Throws<DelegationRefusedException>(() => book.Revoke(id, "again", Office, Day(2))).Refusal);
    }

    [Fact]
    public void Revoke_WhenOver_IsRefused()
    {
        var book = new DelegationBook();
        var id = book.Delegate(A, B, Days(1, 4), "leave", Office, Day(1)).Delegation.Id;

        var refused = Assert.Throws<DelegationRefusedException>(() => book.Revoke(id, "late", Office, Day(4)));

        Assert.Equal("Delegation 1 from 2023-05-01 until before 2023-05-04 is over; there is nothing to revoke.", refused.Message);
        Assert.Equal(Days(1, 3), book.Revoke(id, "in time", Office, Day(3)).Delegation.Term);
    }

    [Fact]
    public void Acts_FaultyArguments_AreTold()
    {
        var book = new DelegationBook();
        book.Delegate(A, B, Days(3, 4), "leave", Office, Day(3));

        Assert.Throws<LedgerDayException>(() => book.Delegate(B, C, Days(5, 6), "leave", Office, Day(2)));
        Assert.Throws<LedgerDayException>(() => book.Revoke(new DelegationId(1), "back", Office, Day(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => book.Delegate(B, C, Days(2, 6), "leave", Office, Day(3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => book.Delegate(B, C, Days(5, 5), "leave", Office, Day(3)));
        Assert.ThrowsAny<ArgumentException>(() => book.Delegate(default, C, Days(5, 6), "leave", Office, Day(3)));
        Assert.ThrowsAny<ArgumentException>(() => book.Delegate(B, default, Days(5, 6), "leave", Office, Day(3)));
        Assert.ThrowsAny<ArgumentException>(() => book.Delegate(B, C, Days(5, 6), "", Office, Day(3)));
        Assert.ThrowsAny<ArgumentException>(() => book.Delegate(B, C, Days(5, 6), "leave", " ", Day(3)));
        var unknown = Assert.Throws<ArgumentOutOfRangeException>(() => book[new DelegationId(2)]);
        Assert.Contains("The book has 1 delegations, numbered from 1.", unknown.Message, StringComparison.Ordinal);
        Assert.Single(book.Events);
    }

    private static DelegationRefusedException Refused(DelegationBook book, CadreId cadre, CadreId substitute, Term term) =>
        Assert.Throws<DelegationRefusedException>(() => book.Delegate(cadre, substitute, term, "leave", Office, Day(1)));

    private static Term Days(int from, int until) => new(Day(from), Day(until));

    private static LocalDate Day(int number) => new LocalDate(2023, 5, 1).PlusDays(number - 1);
}
