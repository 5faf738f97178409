using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Standing;
using NodaTime;
using static FoodSafety.Domain.Tests.Standing.Shops;

namespace FoodSafety.Domain.Tests.Standing;

public class GradingBookTests
{
    [Fact]
    public void StandingOn_ComputedGrade_NamesRuleAndPolicyVersion()
    {
        var shops = new Shops(0, 25);
        shops.Do(5, new PolicyLaidDown<Tier>(First));

        var standing = shops.StandingOn(9);

        Assert.Equal(Tier.B, standing.Effective.Grade);
        Assert.Equal(StandingSource.Computed, standing.Source);
        Assert.Equal(("shops", "1", "medium"), (standing.Policy!.Id, standing.Policy.Version, standing.Clause!.Id));
        Assert.Equal(Day(5), standing.Since);
        Assert.Equal(standing.Computed, standing.Rule);
    }

    [Fact]
    public void StandingOn_BeforeTheFirstPolicy_IsNotDecided()
    {
        var shops = new Shops(0, 25);
        shops.Do(5, new PolicyLaidDown<Tier>(First));

        var standing = shops.StandingOn(4);

        Assert.Equal(GradingState.NotDecided, standing.Effective.State);
        Assert.Equal((null, null, null, null), (standing.Since, standing.Computed, standing.Policy, standing.Clause));
        Assert.Equal((1, 0), (shops.Book.CountOn(Day(4)).NotDecided, shops.Book.CountOn(Day(5)).NotDecided));
    }

    [Fact]
    public void StandingOn_MilderGrade_WaitsForTheObservationAndAStricterOneDoesNot()
    {
        var shops = Graded(3, 15);
        shops.Do(5, Stated(0, Size.Of(30)));
        shops.Do(10, Stated(0, Size.Of(5)));

        Assert.Equal([Tier.C, Tier.A, Tier.A, Tier.A, Tier.D], new[] { 4, 5, 10, 12, 13 }.Select(day => shops.On(day)!.Value));
        var observed = shops.StandingOn(12);
        Assert.Equal(StandingSource.Observation, observed.Source);
        Assert.Equal((Tier.D, Tier.A), (observed.Computed!.Decision.Grade, observed.Rule!.Decision.Grade));
        Assert.Equal("large", observed.Clause!.Id);
        Assert.Equal(Day(5), observed.Since);
        Assert.Equal(Day(13), shops.StandingOn(20).Since);
    }

    [Fact]
    public void StandingOn_ClosedBusiness_IsNotGradedAtOnce()
    {
        var shops = Graded(30, 30);
        shops.Do(2, Stated(0, Closed.Of(true)));

        var standing = shops.StandingOn(2);

        Assert.Equal(GradingState.NotGraded, standing.Effective.State);
        Assert.Equal("closed", standing.Clause!.Id);
        Assert.Equal(1, shops.Book.CountOn(Day(2)).NotGraded);
    }

    [Fact]
    public void StandingOn_FirstAndLastDayThereIs_IsAnswered()
    {
        var shops = Graded(3_660, 30);

        Assert.Equal(GradingState.NotDecided, shops.Book.StandingOn(Shop(0), LocalDate.MinIsoValue).Effective.State);
        Assert.Equal(Tier.A, shops.Book.StandingOn(Shop(0), LocalDate.MaxIsoValue).Effective.Grade);
        Assert.Throws<BusinessNotFoundException>(() => shops.Book.StandingOn(Shop(1), Day(1)));
    }

    [Fact]
    public void FactsStated_SecondTimeOnADay_CountForTheWholeDay()
    {
        var shops = Graded(10, 30);
        shops.Do(1, Stated(0, Size.Of(5)));

        Assert.Equal(Tier.D, shops.On(1));
        Assert.Equal([Tier.A, Tier.D], shops.Book.HistoryOf(Shop(0)).Select(entry => entry.Decision.Grade));
    }

    [Fact]
    public void Outcome_RecordsOnlyWhatDiffersInGradeClauseOrVersion()
    {
        var shops = new Shops(0, [.. Enumerable.Repeat(15, 1000)]);

        Assert.Equal(1000, Recorded(shops.Do(1, new PolicyLaidDown<Tier>(First))));
        Assert.Null(shops.Do(2).Entry);
        Assert.Equal(1, Recorded(shops.Do(3, Stated(7, Size.Of(16)), Stated(8, Size.Of(20)))));
        Assert.Equal(1000, Recorded(shops.Do(5, new PolicyLaidDown<Tier>(Second))));
        Assert.Equal(["1", "1", "2"], shops.Book.HistoryOf(Shop(8)).Select(entry => entry.Policy.Version));

        static int Recorded(Consequences done) => done.Entry!.Outcome.Find<GradesDecided<Tier>>()!.Computed.Sum(decided => decided.Businesses.Length);
    }

    [Fact]
    public void Consequences_AnotherReasonForNoGrade_AreTold()
    {
        var policy = Define("1").NotGraded("exempt", Size < 1, ("免予分级", "exempt"), Basis).Build();
        var shops = new Shops(0, 15, 0, 0);
        Assert.Empty(shops.Do(1, new PolicyLaidDown<Tier>(policy)).Reasons);

        var closed = shops.Do(2, Stated(0, Closed.Of(true)), Stated(1, Closed.Of(true)));
        Assert.Equal([Shop(0)], closed.Moves.Select(move => move.Business));
        var move = Assert.Single(closed.Reasons);
        Assert.Equal(("tier", Shop(1), "exempt", "closed"), (move.Grading, move.Business, move.From?.Id, move.To.Id));

        Assert.Empty(shops.Do(3, Stated(1, Size.Of(5))).Reasons);
        Assert.Equal(["closed"], shops.Do(4, Stated(1, Size.Of(0), Closed.Of(false))).Reasons.Select(back => back.From!.Id));
        Assert.Empty(shops.Do(5, Stated(1, Size.Of(5))).Reasons);
        // A version that says the same by the same key moves nobody; one by another key does.
        Assert.Empty(shops.Do(6, new PolicyLaidDown<Tier>(policy.Draft("2").InForce(Day(6)).Without("exempt").NotGraded("exempt", Size < 1, ("豁免", "waived"), Basis).Build())).Reasons);
        var renamed = shops.Do(7, new PolicyLaidDown<Tier>(policy.Draft("3").InForce(Day(7)).Without("exempt").NotGraded("waived", Size < 1, ("豁免", "waived"), Basis).Build()));
        Assert.Equal([(Shop(2), "exempt", "waived")], renamed.Reasons.Select(moved => (moved.Business, moved.From!.Id, moved.To.Id)));
        Assert.Empty(renamed.Moves);
    }

    [Fact]
    public void Consequences_NoGradeUnderAnOverride_TellsNoReason()
    {
        var shops = new Shops(0, 0);
        shops.Do(1, new PolicyLaidDown<Tier>(Define("1").NotGraded("exempt", Size < 1, ("免予分级", "exempt"), Basis).Build()));
        shops.Do(2, Override(1, 0, Tier.A, until: 5));

        Assert.Empty(shops.Do(3, Stated(0, Closed.Of(true))).Reasons);
        var ended = shops.Do(5);
        Assert.Equal((1, 0), (ended.Moves.Length, ended.Reasons.Length));
    }

    [Fact]
    public void PolicyThatEnded_DecidesNothingAndWhatItComputedStands()
    {
        var shops = new Shops(0, 15);
        shops.Do(4, new PolicyLaidDown<Tier>(Define(Tiers.Scale, "0").InForce(Day(1), Day(5)).Build()));
        var later = shops.Do(5, Stated(0, Size.Of(30)));

        Assert.Empty(later.Moves);
        Assert.Equal(Tier.C, shops.On(5));
        Assert.Single(shops.Book.HistoryOf(Shop(0)));
    }

    [Fact]
    public void Override_InForce_StandsInPlaceOfTheComputedGradeAndSurvivesRegrading()
    {
        var shops = Graded(0, 15);
        shops.Do(3, Override(1, 0, Tier.A, until: 10));
        shops.Do(6, Stated(0, Size.Of(5)));

        var standing = shops.StandingOn(9);

        Assert.Equal((StandingSource.Override, Tier.A, Tier.D), (standing.Source, standing.Effective.Grade, standing.Computed!.Decision.Grade));
        Assert.Equal((shops.Book.FindAssignment(new(1)), Day(3), -1), (standing.Assignment, standing.Since, standing.Effective.Clause));
        Assert.Null(standing.Policy);
        Assert.Equal(Tier.C, shops.On(2));
        Assert.Equal(Tier.D, shops.On(10));
        Assert.Equal((1, 1), (shops.Book.CountOn(Day(9))[Tier.A], shops.Book.CountOn(Day(10))[Tier.D]));
    }

    [Theory]
    [InlineData(9, 12, false)]
    [InlineData(10, 12, true)]
    [InlineData(2, 5, true)]
    [InlineData(2, 6, false)]
    public void Override_BesideAnother_IsTakenWhereTheyDoNotOverlap(int from, int until, bool isTaken)
    {
        var shops = new Shops(0, 15);
        shops.Do(1, Override(1, 0, Tier.A, until: 10, from: 5));
        var second = Override(2, 0, Tier.B, until, from);

        if (isTaken)
        {
            shops.Do(2, second);
            Assert.Equal(2, shops.Book.AssignmentsOf(Shop(0)).Length);
            return;
        }

        var refusal = shops.Refused("bureau", 2, second);
        Assert.Equal(("overlaps", "It overlaps 1, which counts from 2023-03-05 until before 2023-03-10."), (refusal.Code, refusal.Text.English));
    }

    [Fact]
    public void Override_ThatMayNotBe_IsRefused()
    {
        var shops = new Shops(0, 15);

        Assert.Equal("unknown-business", shops.Refused("bureau", 1, Override(1, 1, Tier.A, until: 9)).Code);
        Assert.Equal("no-id", shops.Refused("bureau", 1, Override(0, 0, Tier.A, until: 9)).Code);
        Assert.Equal("term-out-of-range", shops.Refused("bureau", 1, Override(1, 0, Tier.A, until: 1)).Code);
        Assert.Equal("term-out-of-range", shops.Refused("bureau", 2, Override(1, 0, Tier.A, until: 9, from: 1)).Code);
        Assert.Throws<ArgumentOutOfRangeException>(() => Override(1, 0, default, until: 9));
        Assert.ThrowsAny<ArgumentException>(() => Override(1, 0, Tier.A, until: 9) with { Reason = " " });
        Assert.Empty(shops.Book.AssignmentsOf(Shop(0)));
    }

    [Fact]
    public void AssignmentEnded_InForce_EndsItOnTheDay()
    {
        var shops = Graded(0, 15);
        shops.Do(2, Override(1, 0, Tier.A, until: 10));

        shops.Do(5, new AssignmentEnded<Tier>(new(1), "settled"));

        Assert.Equal((Day(5), true), (shops.Book.FindAssignment(new(1))!.Until, shops.Book.FindAssignment(new(1))!.EndedEarly));
        Assert.Equal((Tier.A, Tier.C), (shops.On(4), shops.On(5)));
        Assert.Equal("is-over", shops.Refused("bureau", 5, new AssignmentEnded<Tier>(new(1), "again")).Code);
        Assert.Equal("unknown-id", shops.Refused("bureau", 5, new AssignmentEnded<Tier>(new(2), "none")).Code);
    }

    [Fact]
    public void AssignmentEnded_NotBegun_NeverBegins()
    {
        var shops = new Shops(0, 15);
        shops.Do(1, Override(1, 0, Tier.A, until: 10, from: 5));

        shops.Do(2, new AssignmentEnded<Tier>(new(1), "mistake"));

        Assert.Equal(GradingState.NotDecided, shops.StandingOn(5).Effective.State);
        shops.Do(2, Override(2, 0, Tier.B, until: 8, from: 4));
        Assert.Equal("is-over", shops.Refused("bureau", 3, new AssignmentEnded<Tier>(new(1), "again")).Code);
    }

    [Fact]
    public void Provisional_StandsUntilThereIsAComputedOne()
    {
        var shops = new Shops(0, 15);
        shops.Do(1, Stated(0, Closed.Of(true)), Provisional(1));
        shops.Do(2, new PolicyLaidDown<Tier>(First));
        shops.Do(5, Stated(0, Closed.Of(false)));
        shops.Do(8, Stated(0, Closed.Of(true)));

        var provisional = shops.StandingOn(4);
        Assert.Equal((StandingSource.Provisional, Tier.B, Day(1)), (provisional.Source, provisional.Effective.Grade, provisional.Since));
        Assert.Equal("closed", provisional.Computed!.Clause!.Id);
        Assert.Equal(Tier.C, shops.On(5));
        Assert.Equal(GradingState.NotGraded, shops.StandingOn(8).Effective.State);
        var refusal = shops.Refused("bureau", 20, Provisional(2) with { Until = Day(30) });
        Assert.Equal(("already-graded", "The business was graded on 2023-03-05."), (refusal.Code, refusal.Text.English));
    }

    [Fact]
    public void Provisional_GradeThatWasTakenBackOnItsDay_DoesNotEndIt()
    {
        var shops = new Shops(0, 15);
        shops.Do(1, Provisional(1));
        shops.Do(2, new PolicyLaidDown<Tier>(First));
        shops.Do(2, Stated(0, Closed.Of(true)));

        Assert.Equal(StandingSource.Provisional, shops.StandingOn(2).Source);
    }

    [Fact]
    public void Name_EveryValue_IsDistinctInBothLanguages()
    {
        Check(Enum.GetValues<StandingSource>().Select(value => value.Name()));
        Check(Enum.GetValues<AssignmentKind>().Select(value => value.Name()));
        Check(Enum.GetValues<AppealState>().Select(value => value.Name()));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(StandingSource).Name());
        Assert.Throws<ArgumentOutOfRangeException>(() => default(AssignmentKind).Name());
        Assert.Throws<ArgumentOutOfRangeException>(() => default(AppealState).Name());

        static void Check(IEnumerable<BilingualText> names)
        {
            var all = names.ToArray();
            Assert.Equal(all.Length, all.Select(name => name.Chinese).Distinct().Count());
            Assert.Equal(all.Length, all.Select(name => name.English).Distinct().Count());
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3_661)]
    public void ObservationPeriod_DaysOutOfRange_AreRefused(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ObservationPeriod(days, Basis));

    private static GradeAssigned<Tier> Provisional(int id) => new(new(id), AssignmentKind.Provisional, Shop(0), Tier.B, Day(20), "opens soon");
}
