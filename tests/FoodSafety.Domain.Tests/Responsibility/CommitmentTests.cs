using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Responsibility;

public class CommitmentTests
{
    private const string Town = "town-committee";

    private static readonly CadreId Zhang = new("zhang");
    private static readonly CadreId Li = new("li");
    private static readonly CadreId Wang = new("wang");
    private static readonly LocalDate Signing = new(2024, 3, 1);

    private readonly Domain.District _district;
    private int _signed;

    public CommitmentTests()
    {
        var world = new PlanWorld(PlanWorld.SmallTree);
        foreach (var id in (string[])["a", "b", "c", "d", "x", "z"])
        {
            world.Add(id, "510115001001", Tier.D);
        }

        _district = world.Found(("zhang", "510116"), ("li", "510116"), ("wang", "510116"));
    }

    private CommitmentBook Book => _district.Commitments;

    [Fact]
    public void Signed_First_NamesTheBusinessesSortedAndOnce()
    {
        Sign(Zhang, Signing, "b", "a", "b");

        var commitment = Book.FindStanding(Zhang, Signing)!;
        Assert.Equal(Ids("a", "b"), commitment.Businesses);
        Assert.Equal((Town, "office", Signing), (commitment.Authority, commitment.By, commitment.SignedOn));
        Assert.True(commitment.Names(new BusinessId("a")));
        Assert.False(commitment.Names(new BusinessId("c")));
        Assert.Equal(commitment, Book.Find(commitment.Id));
        Assert.Null(Book.FindStanding(Zhang, Signing.PlusDays(-1)));
        Assert.Null(Book.FindStanding(Li, Signing));
    }

    [Fact]
    public void Signed_WhileOneStands_RenewsItOnTheDay()
    {
        Sign(Zhang, Signing, "a", "b");
        Sign(Zhang, Signing.PlusDays(30), "b", "c");

        Assert.Equal(new Term(Signing, Signing.PlusDays(30)), Book.Find(new CommitmentId(1))!.Term);
        Assert.Equal(new CommitmentId(1), Book.FindStanding(Zhang, Signing.PlusDays(29))!.Id);
        Assert.Equal(new CommitmentId(2), Book.FindStanding(Zhang, Signing.PlusDays(30))!.Id);
        Assert.Equal([1, 2], Book[Zhang].All.Select(commitment => commitment.Id.Number));
    }

    [Fact]
    public void Signed_TwiceOnADay_LeavesTheLast()
    {
        Sign(Zhang, Signing, "a");
        Sign(Zhang, Signing, "b");

        Assert.Equal(Ids("b"), Book.FindStanding(Zhang, Signing)!.Businesses);
        Assert.Single(Book.Commitments, commitment => commitment.StandsOn(Signing));
    }

    [Fact]
    public void Ended_MayBeFollowedByANewOne()
    {
        Sign(Zhang, Signing, "a", "b");
        PlanWorld.Do(_district, Signing.PlusDays(10), new CommitmentEnded(Zhang, "left the post"));

        Assert.NotNull(Book.FindStanding(Zhang, Signing.PlusDays(9)));
        Assert.Null(Book.FindStanding(Zhang, Signing.PlusDays(10)));
        Sign(Zhang, Signing.PlusDays(10), "d");
        Assert.Equal(["commitment-signed", "commitment-ended", "commitment-signed"], Book.HistoryOf(Zhang).Select(done => done.Act.Kind));
    }

    [Fact]
    public void Acts_ThatMayNotBe_AreRefusedByCode()
    {
        Sign(Zhang, Signing.PlusDays(5), "a");

        Assert.Equal("none-stands", CodeOf(new CommitmentEnded(Li, "left")));
        Assert.Equal("names-no-business", CodeOf(new CommitmentSigned(new(2), Li, [], Town)));
        Assert.Equal("id-taken", CodeOf(new CommitmentSigned(new(1), Li, [new("a")], Town)));
        Assert.Equal("no-id", CodeOf(new CommitmentSigned(default, Li, [new("a")], Town)));
        Assert.Equal("unknown-business", CodeOf(new CommitmentSigned(new(2), Li, [new("nobody")], Town)));
        Assert.Equal("not-in-service", CodeOf(new CommitmentSigned(new(2), new("nobody"), [new("a")], Town)));
        Assert.Equal("behind-the-last", CodeOf(new CommitmentEnded(Zhang, "left"), Signing.PlusDays(4)));
        Assert.ThrowsAny<ArgumentException>(() => new CommitmentSigned(new(2), Li, [new("a")], " "));
        Assert.ThrowsAny<ArgumentException>(() => new CommitmentEnded(Li, ""));
        Assert.Single(Book.Commitments);

        string CodeOf(Act act, LocalDate? on = null) =>
            Assert.Single(Assert.Throws<ActsRefusedException>(() => PlanWorld.Do(_district, on ?? Signing.PlusDays(5), act)).Refusals).Code;
    }

    [Fact]
    public void Voided_ASignatureRecordedByMistake_BringsBackTheOneThatItRenewed()
    {
        Sign(Zhang, Signing, "a", "b");
        var place = new ActPlace(Sign(Zhang, Signing.PlusDays(3), "c").Entry!.Number, 1);

        PlanWorld.Do(_district, Signing.PlusDays(9), new ActVoided(new("commitments", "zhang"), place, "another cadre signed"));

        Assert.Equal(Ids("a", "b"), Book.FindStanding(Zhang, Signing.PlusDays(4))!.Businesses);
        Assert.Null(Book.Find(new CommitmentId(2)));
        Assert.Equal([true, false], Book.HistoryOf(Zhang).Select(done => done.Counts));
        Assert.Equal("voided-already", Refused(new ActVoided(new("commitments", "zhang"), place, "again")));
        Assert.Equal("no-such-act", Refused(new ActVoided(new("commitments", "zhang"), new(99, 0), "none")));
        Assert.Equal("not-voidable", Refused(new ActVoided(new("policy", "x"), place, "no")));
    }

    [Fact]
    public void AsOf_AnyDay_WhateverWasSignedEndedAndVoidedSince_IsWhatTheActsUntilItMake() => CsCheck.Check.Sample(
        CsCheck.Gen.Int[0, int.MaxValue],
        seed =>
        {
            var (random, world, places) = (new Random(seed), new PlanWorld(PlanWorld.SmallTree), new List<(CadreId Cadre, ActPlace Place)>());
            world.Add("a", "510115001001", Tier.D);
            var district = world.Found(("zhang", "510116"), ("li", "510116"));
            for (var n = 1; n <= 12; n++)
            {
                var (cadre, on) = (random.Next(2) == 0 ? Zhang : Li, Signing.PlusDays(random.Next(n)));
                try
                {
                    var entry = PlanWorld.Do(district, on, random.Next(4) switch
                    {
                        0 => new CommitmentEnded(cadre, "left the post"),
                        1 when places.Count > 0 && places[random.Next(places.Count)] is var mistaken => new ActVoided(new("commitments", mistaken.Cadre.Value), mistaken.Place, "another one"),
                        _ => new CommitmentSigned(new(n), cadre, [new("a")], Town),
                    }).Entry!;
                    places.Add((cadre, new ActPlace(entry.Number, 1)));
                }
                catch (ActsRefusedException)
                {
                    // Out of order, or nothing stands: then nothing was done.
                }
            }

            for (var day = Signing.PlusDays(-1); day <= Signing.PlusDays(12); day = day.PlusDays(1))
            {
                var made = district.Commitments.On(day).Select(cadre => cadre.FindStanding(day)).OfType<Commitment>().OrderBy(standing => standing.Id.Number);
                Assert.Equal(made, district.AsOf(day).Commitments);
            }
        },
        iter: 100);

    [Fact]
    public void Voided_WhatALaterActRestsOn_IsRefusedWithItsPlace_UnlessThatIsVoidedFirst()
    {
        var signed = new ActPlace(Sign(Zhang, Signing, "a").Entry!.Number, 1);
        var ended = new ActPlace(PlanWorld.Do(_district, Signing.PlusDays(3), new CommitmentEnded(Zhang, "left")).Entry!.Number, 1);
        var thing = new Thing("commitments", "zhang");

        var refusal = Assert.Single(Assert.Throws<ActsRefusedException>(() => PlanWorld.Do(_district, Signing.PlusDays(5), new ActVoided(thing, signed, "no"))).Refusals);
        Assert.Equal(("others-rest-on-it", $"{ended}"), (refusal.Code, Assert.Single(refusal.Values).Value));

        PlanWorld.Do(_district, Signing.PlusDays(5), new ActVoided(thing, ended, "no"), new ActVoided(thing, signed, "no"));
        Assert.Empty(Book.Commitments);
    }

    [Fact]
    public void DueForRenewal_WhatChanged_IsTold()
    {
        Sign(Zhang, Signing, "a", "b");
        Sign(Li, Signing, "x");
        var now = Signing.PlusDays(60);

        var due = Book.DueForRenewal(MainAssignments.Of([(new("b"), Zhang), (new("c"), Zhang), (new("z"), Wang)]), now);

        Assert.Equal(["li", "wang", "zhang"], due.Select(one => one.Cadre.Value));
        Assert.Equal([RenewalReason.NoBusinesses, RenewalReason.NotSigned, RenewalReason.BusinessesChanged], due.Select(one => one.Reason));
        Assert.Equal((new CommitmentId(1), "c", "a"), (due[2].Standing!.Id, Assert.Single(due[2].Added).Value, Assert.Single(due[2].Gone).Value));
        Assert.Equal(Ids("z"), due[1].Added);
        Assert.Null(due[1].Standing);
        Assert.Equal(Ids("x"), due[0].Gone);
    }

    [Fact]
    public void CoverageOn_ADay_CountsBusinessesAndCadres()
    {
        Sign(Zhang, Signing, "a", "b");
        Sign(Li, Signing.PlusDays(5), "x");
        var assignments = MainAssignments.Of([(new("a"), Zhang), (new("c"), Zhang), (new("x"), Li), (new("z"), Wang)]);

        Assert.Equal(new CommitmentCoverage(4, 0, 3, 0, 0), Book.CoverageOn(assignments, Signing.PlusDays(-1)));
        Assert.Equal(new CommitmentCoverage(4, 1, 3, 1, 0), Book.CoverageOn(assignments, Signing.PlusDays(4)));
        var coverage = Book.CoverageOn(assignments, Signing.PlusDays(5));
        Assert.Equal(new CommitmentCoverage(4, 2, 3, 2, 1), coverage);
        Assert.Equal((0.5m, 1m / 3), (coverage.NamedShare, coverage.UpToDateShare));
        Assert.Null(default(CommitmentCoverage).NamedShare);
        Assert.Null(default(CommitmentCoverage).UpToDateShare);
    }

    [Fact]
    public void CadreLeft_TheSuccessorSignsForTheBusinesses_AndTheFollowUpsAreClosedByIt()
    {
        const string village = "510116001001";
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.AddMany(3, village, Tier.D);
        var district = world.Found(("zhang", village));
        var mine = MainAssignments.Of(district.Chains.Plan!)[Zhang];
        PlanWorld.Do(district, Signing, new CommitmentSigned(new(1), Zhang, mine, Town));
        Assert.Empty(district.FollowUps.Open.Where(open => open.Cadre == Zhang));

        var told = PlanWorld.Do(
            district, Signing.PlusDays(1), new CadreLeft(Zhang), new CadreJoined(Li), new PostGiven(Li, "head", Domain.Areas.AreaCode.Parse(village), new Term(Signing.PlusDays(1))));

        Assert.Equal([(Li, RenewalReason.NotSigned), (Zhang, RenewalReason.NoBusinesses)], told.Renewals.Select(one => (one.Cadre, one.Reason)));
        Assert.Equal(["li", "zhang"], district.FollowUps.Open.Where(open => !open.Cadre.IsNone).Select(open => open.Cadre.Value).Order());
        PlanWorld.Do(district, Signing.PlusDays(2), new CommitmentSigned(new(2), Li, mine, Town), new CommitmentEnded(Zhang, "left"));
        Assert.Empty(district.FollowUps.Open.Where(open => !open.Cadre.IsNone));
        Assert.Equal(2, district.FollowUps.On(Signing.PlusDays(1)).Count(open => !open.Cadre.IsNone));
    }

    [Fact]
    public void MainAssignments_ABusinessTwice_IsRefused()
    {
        var refused = Assert.Throws<ArgumentException>(() => MainAssignments.Of([(new("a"), Zhang), (new("a"), Li)]));
        Assert.StartsWith("Business 'a' stands twice; it has one main responsible.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => MainAssignments.Of([(default, Zhang)]));
        Assert.Throws<ArgumentException>(() => MainAssignments.Of([(new("a"), default)]));
        Assert.Empty(MainAssignments.Of([])[Zhang]);
    }

    private Consequences Sign(CadreId cadre, LocalDate on, params string[] businesses) =>
        PlanWorld.Do(_district, on, new CommitmentSigned(new(++_signed), cadre, [.. Ids(businesses)], Town));

    private string Refused(Act act) => Assert.Single(Assert.Throws<ActsRefusedException>(() => PlanWorld.Do(_district, Signing.PlusDays(20), act)).Refusals).Code;

    private static BusinessId[] Ids(params string[] ids) => [.. ids.Select(id => new BusinessId(id))];
}
