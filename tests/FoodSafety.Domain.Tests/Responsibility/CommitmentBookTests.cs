using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Responsibility;

public class CommitmentBookTests
{
    private const string Town = "town-committee";
    private const string Office = "food-safety-office";

    private static readonly CadreId Zhang = new("zhang");
    private static readonly CadreId Li = new("li");
    private static readonly LocalDate Signing = new(2023, 3, 1);

    [Fact]
    public void Sign_First_NamesTheBusinessesSortedAndOnce()
    {
        var book = new CommitmentBook();

        var signed = book.Sign(Zhang, Ids("b", "a", "b"), Town, Office, Signing);

        Assert.Equal(Ids("a", "b"), signed.Commitment.Businesses);
        Assert.False(signed.IsRenewal);
        Assert.Equal((Signing, Office), (signed.On, signed.By));
        Assert.Equal((Town, Office, Signing), (signed.Commitment.Authority, signed.Commitment.By, signed.Commitment.SignedOn));
        Assert.True(signed.Commitment.Names(new BusinessId("a")));
        Assert.False(signed.Commitment.Names(new BusinessId("c")));
        Assert.Equal(signed.Commitment, book.FindStanding(Zhang, Signing));
        Assert.Null(book.FindStanding(Zhang, Signing.PlusDays(-1)));
        Assert.Null(book.FindStanding(Li, Signing));
    }

    [Fact]
    public void Sign_WhileOneStands_IsRefused()
    {
        var book = Book();

        var refused = Assert.Throws<CommitmentRefusedException>(() => book.Sign(Zhang, Ids("c"), Town, Office, Signing.PlusDays(9)));

        Assert.Equal("Cadre zhang has commitment 1, signed on 2023-03-01; it can only be renewed.", refused.Message);
        Assert.Equal("干部 zhang 已有 2023-03-01 签订的承诺书（编号 1），只能续签。", refused.Text.Chinese);
        Assert.Equal((CommitmentRefusal.AlreadyStands, Zhang, Signing.PlusDays(9)), (refused.Refusal, refused.Cadre, refused.On));
        Assert.Equal(book.Commitments[0], refused.Standing);
        Assert.Single(book.Events);
    }

    [Fact]
    public void Renew_Standing_EndsItOnTheDay()
    {
        var book = Book();

        var renewed = book.Renew(Zhang, Ids("b", "c"), Town, Office, Signing.PlusDays(30));

        Assert.True(renewed.IsRenewal);
        Assert.Equal(new Term(Signing, Signing.PlusDays(30)), renewed.Renewed!.Term);
        Assert.Equal(new CommitmentId(1), book.FindStanding(Zhang, Signing.PlusDays(29))!.Id);
        Assert.Equal(new CommitmentId(2), book.FindStanding(Zhang, Signing.PlusDays(30))!.Id);
        Assert.Equal([1, 2], book.HistoryOf(Zhang).Select(commitment => commitment.Id.Number));
    }

    [Fact]
    public void Renew_TwiceOnADay_LeavesTheLast()
    {
        var book = Book();
        book.Renew(Zhang, Ids("b"), Town, Office, Signing);
        book.Renew(Zhang, Ids("c"), Town, Office, Signing);

        Assert.Equal(Ids("c"), book.FindStanding(Zhang, Signing)!.Businesses);
        Assert.Single(book.Commitments, commitment => commitment.StandsOn(Signing));
    }

    [Fact]
    public void Renew_OrEnd_WithoutOne_IsRefused()
    {
        var book = Book();

        var refused = Assert.Throws<CommitmentRefusedException>(() => book.Renew(Li, Ids("c"), Town, Office, Signing));
        Assert.Equal("Cadre li has no standing commitment on 2023-03-01; one can only be signed.", refused.Message);
        Assert.Null(refused.Standing);
        Assert.Equal(CommitmentRefusal.NoneStands, Assert.Throws<CommitmentRefusedException>(() => book.End(Li, "left", Office, Signing)).Refusal);
        Assert.Single(book.Events);
    }

    [Fact]
    public void Sign_NoBusinesses_IsRefused()
    {
        var refused = Assert.Throws<CommitmentRefusedException>(() => new CommitmentBook().Sign(Li, [], Town, Office, Signing));

        Assert.Equal("The commitment of cadre li names no business. Allowed: one or more.", refused.Message);
        Assert.Equal(CommitmentRefusal.NamesNoBusiness, refused.Refusal);
    }

    [Fact]
    public void Acts_BeforeTheLastDay_AreRefused()
    {
        var book = Book();

        var refused = Assert.Throws<LedgerDayException>(() => book.Sign(Li, Ids("c"), Town, Office, Signing.PlusDays(-1)));
        Assert.Equal((Signing.PlusDays(-1), Signing), (refused.Day, refused.Earliest));
        Assert.Throws<LedgerDayException>(() => book.Renew(Zhang, Ids("c"), Town, Office, Signing.PlusDays(-1)));
        Assert.Throws<LedgerDayException>(() => book.End(Zhang, "left", Office, Signing.PlusDays(-1)));
        book.Sign(Li, Ids("c"), Town, Office, Signing);
    }

    [Fact]
    public void End_ACadreWhoLeaves_MayBeFollowedByANewCommitment()
    {
        var book = Book();

        var ended = book.End(Zhang, "left the post", Office, Signing.PlusDays(10));

        Assert.Equal(("left the post", Signing.PlusDays(10)), (ended.Reason, ended.Commitment.Term.Until));
        Assert.NotNull(book.FindStanding(Zhang, Signing.PlusDays(9)));
        Assert.Null(book.FindStanding(Zhang, Signing.PlusDays(10)));
        Assert.False(book.Sign(Zhang, Ids("d"), Town, Office, Signing.PlusDays(10)).IsRenewal);
        Assert.Equal([typeof(CommitmentSigned), typeof(CommitmentEnded), typeof(CommitmentSigned)], book.Events.Select(happened => happened.GetType()));
    }

    [Fact]
    public void Acts_FaultyArguments_AreTold()
    {
        var book = Book();

        Assert.ThrowsAny<ArgumentException>(() => book.Sign(default, Ids("a"), Town, Office, Signing));
        Assert.ThrowsAny<ArgumentException>(() => book.Sign(Li, [default], Town, Office, Signing));
        Assert.ThrowsAny<ArgumentException>(() => book.Sign(Li, Ids("a"), " ", Office, Signing));
        Assert.ThrowsAny<ArgumentException>(() => book.Sign(Li, Ids("a"), Town, "", Signing));
        Assert.ThrowsAny<ArgumentException>(() => book.End(Zhang, "", Office, Signing));
        Assert.Single(book.Events);
    }

    [Fact]
    public void DueForRenewal_WhatChanged_IsTold()
    {
        var book = Book();
        book.Sign(Li, Ids("x"), Town, Office, Signing);
        var now = Signing.PlusDays(60);

        var due = book.DueForRenewal(MainAssignments.Of([(new("b"), Zhang), (new("c"), Zhang), (new("z"), new CadreId("wang"))]), now);

        Assert.Equal(["li", "wang", "zhang"], due.Select(one => one.Cadre.Value));
        Assert.Equal([RenewalReason.NoBusinesses, RenewalReason.NotSigned, RenewalReason.BusinessesChanged], due.Select(one => one.Reason));
        Assert.Equal((new CommitmentId(1), "c", "a"), (due[2].Standing!.Id, Assert.Single(due[2].Added).Value, Assert.Single(due[2].Gone).Value));
        Assert.Equal(Ids("z"), due[1].Added);
        Assert.Null(due[1].Standing);
        Assert.Equal(Ids("x"), due[0].Gone);
    }

    [Fact]
    public void DueForRenewal_AfterAllIsSignedAndEnded_IsEmpty()
    {
        var book = Book();
        book.Sign(Li, Ids("x"), Town, Office, Signing);
        var assignments = MainAssignments.Of([(new("b"), Zhang), (new("c"), Zhang), (new("z"), new CadreId("wang"))]);
        foreach (var due in book.DueForRenewal(assignments, Signing))
        {
            CommitmentEvent _ = due.Reason switch
            {
                RenewalReason.NotSigned => book.Sign(due.Cadre, assignments[due.Cadre], Town, Office, Signing),
                RenewalReason.BusinessesChanged => book.Renew(due.Cadre, assignments[due.Cadre], Town, Office, Signing),
                _ => book.End(due.Cadre, "no business left", Office, Signing),
            };
        }

        Assert.Empty(book.DueForRenewal(assignments, Signing));
        Assert.Equal(new CommitmentCoverage(3, 3, 2, 2, 2), book.CoverageOn(assignments, Signing));
    }

    [Fact]
    public void CoverageOn_ADay_CountsBusinessesAndCadres()
    {
        var book = Book();
        book.Sign(Li, Ids("x"), Town, Office, Signing.PlusDays(5));
        var assignments = MainAssignments.Of([(new("a"), Zhang), (new("c"), Zhang), (new("x"), Li), (new("z"), new CadreId("wang"))]);

        Assert.Equal(new CommitmentCoverage(4, 0, 3, 0, 0), book.CoverageOn(assignments, Signing.PlusDays(-1)));
        Assert.Equal(new CommitmentCoverage(4, 1, 3, 1, 0), book.CoverageOn(assignments, Signing.PlusDays(4)));
        var coverage = book.CoverageOn(assignments, Signing.PlusDays(5));
        Assert.Equal(new CommitmentCoverage(4, 2, 3, 2, 1), coverage);
        Assert.Equal((0.5m, 1m / 3), (coverage.NamedShare, coverage.UpToDateShare));
        Assert.Null(default(CommitmentCoverage).NamedShare);
        Assert.Null(default(CommitmentCoverage).UpToDateShare);
    }

    /// <summary>Longjiang: 16 cadres of the town and 52 of its villages signed 68 commitments.</summary>
    [Fact]
    public void CoverageOn_Longjiang_HasOneCommitmentPerCadre()
    {
        var book = new CommitmentBook();
        var cadres = Enumerable.Range(1, 16).Select(number => $"town-{number}").Concat(Enumerable.Range(1, 52).Select(number => $"village-{number}"));
        var assignments = MainAssignments.Of(cadres.Select(cadre => (new BusinessId($"business-of-{cadre}"), new CadreId(cadre))));
        foreach (var due in book.DueForRenewal(assignments, Signing))
        {
            book.Sign(due.Cadre, due.Added, Town, Office, Signing);
        }

        Assert.Equal(68, book.Commitments.Count);
        Assert.Equal(new CommitmentCoverage(68, 68, 68, 68, 68), book.CoverageOn(assignments, Signing));
    }

    [Fact]
    public void DueForRenewal_CadreLeaves_TheSuccessorSignsForTheBusinesses()
    {
        const string village = "510115001001";
        var world = new PlanWorld(PlanWorld.SmallTree);
        world.AddMany(3, village, Tier.D);
        world.Grade();
        var before = world.Plan(world.Roster(("zhang", village)));
        var book = new CommitmentBook();
        book.Sign(Zhang, MainAssignments.Of(before)[Zhang], Town, Office, PlanWorld.Day);

        var after = world.Plan(world.Roster(("li", village)), before);

        Assert.Empty(book.DueForRenewal(MainAssignments.Of(before), PlanWorld.Day));
        var due = book.DueForRenewal(MainAssignments.Of(after), PlanWorld.Day);
        Assert.Equal([(Li, RenewalReason.NotSigned), (Zhang, RenewalReason.NoBusinesses)], due.Select(one => (one.Cadre, one.Reason)));
        Assert.Equal(due[1].Gone, due[0].Added);
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

    private static CommitmentBook Book()
    {
        var book = new CommitmentBook();
        book.Sign(Zhang, Ids("a", "b"), Town, Office, Signing);
        return book;
    }

    private static BusinessId[] Ids(params string[] ids) => [.. ids.Select(id => new BusinessId(id))];
}
