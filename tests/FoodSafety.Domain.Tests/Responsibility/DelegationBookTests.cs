using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Responsibility;

public class DelegationBookTests
{
    private static readonly CadreId A = new("a");
    private static readonly CadreId B = new("b");
    private static readonly CadreId C = new("c");

    private readonly District _district = ActTrial.NewDistrict(cadres: ["a", "b", "c", .. Enumerable.Range(0, 100).Select(number => Cadre(number).Value)]);
    private long _made;

    private DelegationBook Book => _district.Delegations;

    [Fact]
    public void Resolve_InTheTerm_GivesTheSubstitute()
    {
        var made = Delegate(A, B, Days(3, 6));

        Assert.Equal((A, "leave", "office", Day(1)), (made.Cadre, made.Reason, made.By, made.On));
        Assert.Equal([A, B, B, B, A], Enumerable.Range(2, 5).Select(day => Book.Resolve(A, Day(day)).Acting));
        Assert.Equal([made], Book.Resolve(A, Day(3)).Path);
        Assert.False(Book.Resolve(A, Day(2)).IsDelegated);
        Assert.Equal(B, Book.Resolve(B, Day(3)).Acting);
    }

    [Fact]
    public void Resolve_SubstituteAbsentToo_FollowsTheChain()
    {
        Delegate(A, B, Days(1, 10));
        Delegate(B, C, Days(5, 7));

        Assert.Equal([B, C, C, B], Enumerable.Range(4, 4).Select(day => Book.Resolve(A, Day(day)).Acting));
        Assert.Equal([1, 2], Book.Resolve(A, Day(5)).Path.Select(delegation => delegation.Id.Number));
        Assert.Equal([A, B], Book.StandsInFor(C, Day(5)).Select(stood => stood.Cadre));
        Assert.All(Book.StandsInFor(C, Day(5)), stood => Assert.Equal(C, stood.Acting));
        Assert.Empty(Book.StandsInFor(B, Day(5)));
        Assert.Equal(A, Assert.Single(Book.StandsInFor(B, Day(7))).Cadre);
    }

    [Theory]
    [InlineData("from the front")]
    [InlineData("from the back")]
    [InlineData("from the middle")]
    public void Delegate_ChainOfSixteen_IsMadeAndOneMoreIsRefused(string order)
    {
        var links = Enumerable.Range(0, 16).ToArray();
        foreach (var link in order switch { "from the front" => links, "from the back" => [.. links.Reverse()], _ => [.. links[8..], .. links[..8].Reverse()] })
        {
            Delegate(Cadre(link), Cadre(link + 1), Days(1, 10));
        }

        Assert.Equal(Cadre(16), Book.Resolve(Cadre(0), Day(5)).Acting);
        Assert.Equal(16, Book.StandsInFor(Cadre(16), Day(5)).Length);
        foreach (var (cadre, substitute) in new[] { (Cadre(16), Cadre(17)), (Cadre(99), Cadre(0)) })
        {
            var refused = Refused(cadre, substitute, Days(9, 12));
            Assert.Equal(("chain-too-long", 16, "2023-05-09"), (refused.Code, refused.Values.Count(value => value.Name == "standing"), refused.ValueOf("day")));
            Assert.Contains("17 delegations would follow each other", refused.Text.English, StringComparison.Ordinal);
            Assert.Equal("最多 16 级。", refused.Allowed.Chinese);
        }

        // From the day on which the others are over it is no chain.
        Delegate(Cadre(16), Cadre(17), Days(10, 12));
        Delegate(Cadre(98), Cadre(1), Days(9, 12));
    }

    [Fact]
    public void Delegate_ManyInARow_AreRefusedAtTheSeventeenth()
    {
        Assert.Throws<ActsRefusedException>(() =>
        {
            for (var i = 99; i > 0; i--)
            {
                Delegate(Cadre(i - 1), Cadre(i), Days(1, 10));
            }
        });
        Assert.Equal(16, Book.Count);
    }

    private static CadreId Cadre(int number) => new($"cadre-{number}");

    [Fact]
    public void Delegate_ToSelf_IsRefused()
    {
        var refused = Refused(A, A, Days(1, 2));

        Assert.Equal(("to-self", "Cadre a cannot be the substitute of cadre a."), (refused.Code, refused.Text.English));
        Assert.Null(refused.ValueOf("standing"));
    }

    [Fact]
    public void Delegate_Overlapping_IsRefused()
    {
        Delegate(A, B, Days(3, 6));

        var refused = Refused(A, C, Days(5, 8));

        Assert.Equal("Cadre a has delegation 1 to b from 2023-05-03 until before 2023-05-06; two may not overlap.", refused.Text.English);
        Assert.Equal(("overlaps", "a", "c", "1"), (refused.Code, refused.ValueOf("cadre"), refused.ValueOf("substitute"), refused.ValueOf("standing")));
        Delegate(A, C, Days(6, 8));
        Delegate(A, C, Days(1, 3));
    }

    [Fact]
    public void Delegate_BackThroughAChain_IsRefusedWithTheFirstDay()
    {
        Delegate(A, B, Days(1, 10));
        Delegate(B, C, Days(5, 7));

        var refused = Refused(C, A, Days(2, 20));

        Assert.Equal("On 2023-05-05 the delegations would form a cycle: c → a → b → c.", refused.Text.English);
        Assert.Equal("2023-05-05 将形成循环委托：c → a → b → c。", refused.Text.Chinese);
        Assert.Equal(("makes-cycle", "2023-05-05"), (refused.Code, refused.ValueOf("day")));
        Assert.Equal(["1", "2"], refused.Values.Where(value => value.Name == "standing").Select(value => value.Value));
        Delegate(C, A, Days(2, 5));
        Delegate(C, A, new Term(Day(7)));
    }

    [Fact]
    public void Delegate_EachOtherInTurn_IsAllowedOnDifferentDays()
    {
        Delegate(A, B, Days(1, 5));

        Assert.Equal("makes-cycle", Refused(B, A, Days(4, 8)).Code);
        Delegate(B, A, Days(5, 8));
        Assert.Equal((B, A), (Book.Resolve(A, Day(4)).Acting, Book.Resolve(B, Day(5)).Acting));
    }

    [Fact]
    public void Revoke_Early_EndsItOnTheDayAndFreesTheDaysAfter()
    {
        var id = Delegate(A, B, Days(1, 10)).Id;

        _district.Take(new DelegationRevoked(id, "back early"), Day(4), "head");

        var revoked = Book.HistoryOf(id)[^1];
        Assert.Equal(("back early", "head", Day(4)), (revoked.Act.Reason, revoked.By, revoked.On));
        Assert.Equal(Days(1, 4), Book[id].Term);
        Assert.True(Book[id].IsRevoked);
        Assert.Equal((B, A), (Book.Resolve(A, Day(3)).Acting, Book.Resolve(A, Day(4)).Acting));
        Delegate(B, A, Days(4, 10), Day(4));
        Assert.Equal([id], Book.DelegationsOf(A).Select(delegation => delegation.Id));

        // Each past day has the delegations that held on it.
        Assert.Equal([B, A], new[] { 3, 4 }.Select(day => Assert.Single(_district.AsOf(Day(day)).Delegations).Substitute));
        Assert.Equal(Days(1, 10), Assert.Single(_district.AsOf(Day(3)).Delegations).Term);
        Assert.Empty(_district.AsOf(Day(0)).Delegations);
    }

    [Fact]
    public void Revoke_BeforeItBegins_ItNeverHolds()
    {
        var id = Delegate(A, B, Days(5, 10)).Id;

        _district.Take(new DelegationRevoked(id, "called off"), Day(2));

        Assert.True(Book[id].Term.IsEmpty);
        Assert.Equal(A, Book.Resolve(A, Day(5)).Acting);
        Delegate(A, C, Days(5, 10), Day(2));
        Assert.Equal("is-over", _district.Refused(new DelegationRevoked(id, "again"), Day(2)).Code);
    }

    [Fact]
    public void Revoke_WhenOver_IsRefused()
    {
        var id = Delegate(A, B, Days(1, 4)).Id;

        Assert.Equal(Days(1, 3), Revoked(Day(3)));
        Assert.Equal("Delegation 1 from 2023-05-01 until before 2023-05-04 is over; there is nothing to revoke.", _district.Refused(new DelegationRevoked(id, "late"), Day(4)).Text.English);

        Term Revoked(LocalDate on)
        {
            var other = District.Open(_district.Settings, _district.Pending);
            other.Take(new DelegationRevoked(id, "in time"), on);
            return other.Delegations[id].Term;
        }
    }

    [Fact]
    public void Acts_TypedAfterTheirDay_CountFromTheDayOfRecord()
    {
        var made = Delegate(A, B, Days(1, 10)).Id;

        // He came back on the 3rd, which was typed on the 6th: until then who acted for him was B.
        _district.Apply(new Stamp("office", Day(3), Recorded(6)), new DelegationRevoked(made, "back"));
        Assert.Equal((B, A), (Book.Resolve(A, Day(5)).Acting, Book.Resolve(A, Day(6)).Acting));
        Assert.Equal(Day(3), Book.HistoryOf(made)[^1].On);

        // And nobody can be made a substitute for days that are over.
        var late = Assert.Throws<ActsRefusedException>(() => _district.Apply(new Stamp("office", Day(3), Recorded(7)), new DelegationMade(new(9), A, C, Days(6, 9), "leave")));
        Assert.Equal("term-out-of-range", Assert.Single(late.Refusals).Code);
        Assert.Contains("2023-05-07 or later", late.Message, StringComparison.Ordinal);

        static Instant Recorded(int day) => FoodSafety.Domain.Time.ChinaTime.Zone.AtStartOfDay(Day(day)).ToInstant();
    }

    [Fact]
    public void Acts_ThatMayNotBe_AreRefusedByCode()
    {
        var id = Delegate(A, B, Days(3, 4), Day(3)).Id;
        var fourth = Day(4);
        _district.Take(new CadreLeft(Cadre(0)), fourth);

        Assert.Equal("term-out-of-range", Code(new DelegationMade(new(2), B, C, Days(2, 6), "leave")));
        Assert.Equal("term-out-of-range", Code(new DelegationMade(new(2), B, C, Days(5, 5), "leave")));
        Assert.Equal("id-taken", Code(new DelegationMade(id, B, C, Days(5, 6), "leave")));
        Assert.Equal("not-in-service", Code(new DelegationMade(new(2), new CadreId("nobody"), C, Days(5, 6), "leave")));
        Assert.Equal("not-in-service", Code(new DelegationMade(new(2), B, Cadre(0), Days(5, 6), "leave")));
        Assert.Equal("not-in-service", Code(new DelegationMade(new(2), B, default, Days(5, 6), "leave")));
        Assert.Equal("unknown-id", Code(new DelegationRevoked(new(2), "back")));
        Assert.Equal("not-voidable", Code(new ActVoided(new("delegation", "1"), new(2, 0), "a mistake")));
        Assert.Throws<TextRefusedException>(() => new DelegationMade(new(2), B, C, Days(5, 6), ""));
        Assert.Throws<TextRefusedException>(() => new DelegationRevoked(new(2), " "));
        Assert.Throws<ArgumentOutOfRangeException>(() => Book[new DelegationId(2)]);
        Assert.Null(Book.Find(new DelegationId(2)));
        Assert.Single(Book.All);

        string Code(Act act) => _district.Refused(act, fourth).Code;
    }

    private Delegation Delegate(CadreId cadre, CadreId substitute, Term term, LocalDate? on = null)
    {
        var id = new DelegationId(_made + 1);
        _district.Take(new DelegationMade(id, cadre, substitute, term, "leave"), on ?? Day(1), "office");
        _made++;
        return Book[id];
    }

    private Refusal Refused(CadreId cadre, CadreId substitute, Term term) => _district.Refused(new DelegationMade(new(_made + 1), cadre, substitute, term, "leave"), Day(1));

    private static Term Days(int from, int until) => new(Day(from), Day(until));

    private static LocalDate Day(int number) => new LocalDate(2023, 5, 1).PlusDays(number - 1);
}
