using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Grading.Standing.Shops;

namespace FoodSafety.Domain.Tests.Grading.Standing;

public class GradeLedgerTests
{
    private static readonly Grader<Tier> Grader = new(First);

    [Fact]
    public void StandingOn_ComputedGrade_NamesRuleAndPolicyVersion()
    {
        var ledger = Ledger(Table(25));
        ledger.Regrade(Grader, Day(5));

        var standing = ledger.StandingOn(0, Day(9));

        Assert.Equal(Tier.B, standing.Effective.Grade);
        Assert.Equal(StandingSource.Computed, standing.Source);
        Assert.Equal(("shops", "1", "medium"), (standing.Policy!.Id, standing.Policy.Version, standing.Clause!.Id));
        Assert.Equal(Day(5), standing.Since);
        Assert.Equal(standing.Computed, standing.Rule);
    }

    [Fact]
    public void StandingOn_BeforeTheFirstRegrading_IsNotDecided()
    {
        var ledger = Ledger(Table(25));
        ledger.Regrade(Grader, Day(5));

        var standing = ledger.StandingOn(0, Day(4));

        Assert.Equal(GradingState.NotDecided, standing.Effective.State);
        Assert.Equal((null, null, null, null), (standing.Since, standing.Computed, standing.Policy, standing.Clause));
        Assert.Equal((1, 0), (ledger.CountOn(Day(4)).NotDecided, ledger.CountOn(Day(5)).NotDecided));
    }

    [Fact]
    public void StandingOn_MilderGrade_WaitsForTheObservationAndAStricterOneDoesNot()
    {
        var table = Table(15);
        var ledger = Ledger(table, observation: 3);
        ledger.Regrade(Grader, Day(1));
        table.Set(0, Size.Of(30));
        ledger.Regrade(Grader, Day(5));
        table.Set(0, Size.Of(5));
        ledger.Regrade(Grader, Day(10));

        Assert.Equal(
            [(4, Tier.C), (5, Tier.A), (10, Tier.A), (12, Tier.A), (13, Tier.D)],
            new[] { 4, 5, 10, 12, 13 }.Select(day => (day, ledger.DecisionOn(0, Day(day)).Grade)));
        var observed = ledger.StandingOn(0, Day(12));
        Assert.Equal(StandingSource.Observation, observed.Source);
        Assert.Equal((Tier.D, Tier.A), (observed.Computed!.Decision.Grade, observed.Rule!.Decision.Grade));
        Assert.Equal("large", observed.Clause!.Id);
        Assert.Equal(Day(5), observed.Since);
        Assert.Equal(Day(13), ledger.StandingOn(0, Day(20)).Since);
    }

    [Fact]
    public void StandingOn_ClosedBusiness_IsNotGradedAtOnce()
    {
        var table = Table(30);
        var ledger = Ledger(table, observation: 30);
        ledger.Regrade(Grader, Day(1));
        table.Set(0, Closed.Of(true));
        ledger.Regrade(Grader, Day(2));

        var standing = ledger.StandingOn(0, Day(2));

        Assert.Equal(GradingState.NotGraded, standing.Effective.State);
        Assert.Equal("closed", standing.Clause!.Id);
        Assert.Equal(1, ledger.CountOn(Day(2)).NotGraded);
    }

    [Fact]
    public void StandingOn_FirstAndLastDayThereIs_IsAnswered()
    {
        var ledger = Ledger(Table(30), observation: 3_660);
        ledger.Regrade(Grader, LocalDate.MinIsoValue);

        Assert.Equal(LocalDate.MinIsoValue, ledger.StandingOn(0, LocalDate.MinIsoValue).Since);
        Assert.Equal(Tier.A, ledger.StandingOn(0, LocalDate.MaxIsoValue).Effective.Grade);
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.StandingOn(1, Day(1)));
    }

    [Fact]
    public void Regrade_SecondTimeOnADay_CountsForTheWholeDay()
    {
        var table = Table(30);
        var ledger = Ledger(table, observation: 10);
        ledger.Regrade(Grader, Day(1));
        table.Set(0, Size.Of(5));
        ledger.Regrade(Grader, Day(1));

        Assert.Equal(Tier.D, ledger.DecisionOn(0, Day(1)).Grade);
        Assert.Equal([Tier.A, Tier.D], ledger.HistoryOf(0).Select(entry => entry.Decision.Grade));
    }

    [Fact]
    public void Regrade_RecordsOnlyWhatDiffersInGradeClauseOrVersion()
    {
        var table = Table([.. Enumerable.Repeat(15, 1000)]);
        var ledger = Ledger(table);

        Assert.Equal(1000, ledger.Regrade(Grader, Day(1)).Recorded);
        Assert.Equal(0, ledger.Regrade(Grader, Day(2)).Recorded);
        table.Set(7, Size.Of(16));
        table.Set(8, Size.Of(20));
        var some = ledger.Regrade(Grader, Day(3));
        Assert.Equal((2, 1), (some.Regrading.Examined, some.Recorded));
        Assert.Equal(0, ledger.Regrade(new Grader<Tier>(Define("1").Build()), Day(4)).Recorded);
        Assert.Equal(1000, ledger.Regrade(new Grader<Tier>(Second), Day(5)).Recorded);
        Assert.Equal(["1", "1", "2"], ledger.HistoryOf(8).Select(entry => entry.Policy.Version));
    }

    [Fact]
    public void Regrade_BookWasRegradedBesideTheLedger_IsCaughtUpWith()
    {
        var table = Table([.. Enumerable.Repeat(15, 1000)]);
        var ledger = Ledger(table);
        ledger.Regrade(Grader, Day(1));
        table.Set(3, Size.Of(30));
        ledger.Book.Regrade(Grader);

        Assert.Equal(1, ledger.Regrade(Grader, Day(2)).Recorded);
        Assert.Equal(Tier.A, ledger.DecisionOn(3, Day(2)).Grade);
    }

    [Fact]
    public void Regrade_DayBeforeTheLast_IsRefusedAndChangesNothing()
    {
        var table = Table(15);
        var ledger = Ledger(table);
        ledger.Regrade(Grader, Day(5));
        table.Set(0, Size.Of(30));

        var error = Assert.Throws<LedgerDayException>(() => ledger.Regrade(Grader, Day(4)));

        Assert.Equal((Day(4), Day(5)), (error.Day, error.Earliest));
        Assert.Equal("The ledger has come to 2023-03-05 and takes no act of 2023-03-04. Allowed: 2023-03-05 and later.", error.Message);
        Assert.Equal(Tier.C, ledger.Book.Grades[0].Grade);
        Assert.Single(ledger.Events);
    }

    [Fact]
    public void Regrade_PolicyNotInForceOnTheDay_IsRefused()
    {
        var ended = new Grader<Tier>(Define("0").InForce(Day(1), Day(5)).Build());
        var ledger = Ledger(Table(15));
        ledger.Regrade(ended, Day(4));

        var error = Assert.Throws<ArgumentException>(() => ledger.Regrade(ended, Day(5)));

        Assert.StartsWith("'shops 0' is not in force on 2023-03-05. Allowed: 2023-03-01 on and before 2023-03-05.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OverrideGrade_InForce_StandsInPlaceOfTheComputedGradeAndSurvivesRegrading()
    {
        var table = Table(15);
        var ledger = Ledger(table);
        ledger.Regrade(Grader, Day(1));
        var set = ledger.OverrideGrade(0, Tier.A, Day(10), "repeated complaints", "bureau", Day(3)).Assignment;
        table.Set(0, Size.Of(5));
        ledger.Regrade(Grader, Day(6));

        var standing = ledger.StandingOn(0, Day(9));

        Assert.Equal((StandingSource.Override, Tier.A, Tier.D), (standing.Source, standing.Effective.Grade, standing.Computed!.Decision.Grade));
        Assert.Equal((set, Day(3), -1), (standing.Assignment, standing.Since, standing.Effective.Clause));
        Assert.Null(standing.Policy);
        Assert.Equal(Tier.C, ledger.DecisionOn(0, Day(2)).Grade);
        Assert.Equal(Tier.D, ledger.DecisionOn(0, Day(10)).Grade);
        Assert.Equal((1, 1), (ledger.CountOn(Day(9))[Tier.A], ledger.CountOn(Day(10))[Tier.D]));
    }

    [Theory]
    [InlineData(9, 12, false)]
    [InlineData(10, 12, true)]
    [InlineData(2, 5, true)]
    [InlineData(2, 6, false)]
    public void OverrideGrade_BesideAnother_IsTakenWhereTheyDoNotOverlap(int from, int until, bool isTaken)
    {
        var ledger = Ledger(Table(15));
        ledger.OverrideGrade(0, Tier.A, Day(10), "first", "bureau", Day(1), from: Day(5));
        void Act() => ledger.OverrideGrade(0, Tier.B, Day(until), "second", "bureau", Day(2), from: Day(from));

        if (isTaken)
        {
            Act();
            Assert.Equal(2, ledger.AssignmentsOf(0).Length);
            return;
        }

        var error = Assert.Throws<AssignmentRefusedException>(Act);
        Assert.Equal((AssignmentRefusal.Overlaps, new AssignmentId(1)), (error.Refusal, error.Standing));
        Assert.Equal("Row 0 has override 1 from 2023-03-05 until 2023-03-10; two may not overlap.", error.Message);
        Assert.Single(ledger.Events);
    }

    [Fact]
    public void OverrideGrade_BadArguments_AreRefused()
    {
        var ledger = Ledger(Table(15));

        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.OverrideGrade(1, Tier.A, Day(9), "why", "bureau", Day(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.OverrideGrade(0, default, Day(9), "why", "bureau", Day(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.OverrideGrade(0, Tier.A, Day(1), "why", "bureau", Day(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.OverrideGrade(0, Tier.A, Day(9), "why", "bureau", Day(2), from: Day(1)));
        Assert.ThrowsAny<ArgumentException>(() => ledger.OverrideGrade(0, Tier.A, Day(9), " ", "bureau", Day(1)));
        Assert.ThrowsAny<ArgumentException>(() => ledger.OverrideGrade(0, Tier.A, Day(9), "why", "", Day(1)));
        Assert.Empty(ledger.Events);
    }

    [Fact]
    public void EndAssignment_InForce_EndsItOnTheDay()
    {
        var ledger = Ledger(Table(15));
        ledger.Regrade(Grader, Day(1));
        var id = ledger.OverrideGrade(0, Tier.A, Day(10), "why", "bureau", Day(2)).Assignment.Id;

        var ended = ledger.EndAssignment(id, "settled", "bureau", Day(5));

        Assert.Equal((Day(5), true, "settled"), (ended.Assignment.Until, ended.Assignment.EndedEarly, ended.Reason));
        Assert.Equal((Tier.A, Tier.C), (ledger.DecisionOn(0, Day(4)).Grade, ledger.DecisionOn(0, Day(5)).Grade));
        var error = Assert.Throws<AssignmentRefusedException>(() => ledger.EndAssignment(id, "again", "bureau", Day(5)));
        Assert.Equal("The override 1 of row 0, from 2023-03-02 until 2023-03-05, is over; there is nothing to end.", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.EndAssignment(default, "none", "bureau", Day(5)));
    }

    [Fact]
    public void EndAssignment_NotBegun_NeverBegins()
    {
        var ledger = Ledger(Table(15));
        var id = ledger.OverrideGrade(0, Tier.A, Day(10), "why", "bureau", Day(1), from: Day(5)).Assignment.Id;

        ledger.EndAssignment(id, "mistake", "bureau", Day(2));

        Assert.Equal(GradingState.NotDecided, ledger.DecisionOn(0, Day(5)).State);
        ledger.OverrideGrade(0, Tier.B, Day(8), "why", "bureau", Day(2), from: Day(4));
        Assert.Throws<AssignmentRefusedException>(() => ledger.EndAssignment(id, "again", "bureau", Day(3)));
    }

    [Fact]
    public void SetProvisionalGrade_StandsUntilThereIsAComputedOne()
    {
        var table = Table(15);
        table.Set(0, Closed.Of(true));
        var ledger = Ledger(table);
        ledger.SetProvisionalGrade(0, Tier.B, Day(20), "opens soon", "bureau", Day(1));
        ledger.Regrade(Grader, Day(2));
        table.Set(0, Closed.Of(false));
        ledger.Regrade(Grader, Day(5));
        table.Set(0, Closed.Of(true));
        ledger.Regrade(Grader, Day(8));

        var provisional = ledger.StandingOn(0, Day(4));
        Assert.Equal((StandingSource.Provisional, Tier.B, Day(1)), (provisional.Source, provisional.Effective.Grade, provisional.Since));
        Assert.Equal("closed", provisional.Computed!.Clause!.Id);
        Assert.Equal(Tier.C, ledger.DecisionOn(0, Day(5)).Grade);
        Assert.Equal(GradingState.NotGraded, ledger.DecisionOn(0, Day(8)).State);
        var error = Assert.Throws<AssignmentRefusedException>(() => ledger.SetProvisionalGrade(0, Tier.B, Day(30), "again", "bureau", Day(20)));
        Assert.Equal("Row 0 has had a computed grade since 2023-03-05; a provisional grade is only for rows without.", error.Message);
    }

    [Fact]
    public void SetProvisionalGrade_GradeThatWasTakenBackOnItsDay_DoesNotEndIt()
    {
        var table = Table(15);
        var ledger = Ledger(table);
        ledger.SetProvisionalGrade(0, Tier.B, Day(20), "opens soon", "bureau", Day(1));
        ledger.Regrade(Grader, Day(2));
        table.Set(0, Closed.Of(true));
        ledger.Regrade(Grader, Day(2));

        Assert.Equal(StandingSource.Provisional, ledger.StandingOn(0, Day(2)).Source);
    }

    [Fact]
    public void Events_EveryAct_IsKeptWithItsDay()
    {
        var ledger = Ledger(Table(15));
        GradeEvent<Tier>[] done =
        [
            ledger.Regrade(Grader, Day(1)),
            ledger.OverrideGrade(0, Tier.A, Day(9), "why", "bureau", Day(2)),
            ledger.FileAppeal(0, "too strict", "shop", Day(3)),
        ];

        Assert.Equal(done, ledger.Events);
        Assert.Equal([null, "bureau", "shop"], ledger.Events.Select(happened => happened.By));
        Assert.Equal(Day(3), ledger.LastDay);
    }

    [Fact]
    public void Name_EveryValue_IsDistinctInBothLanguages()
    {
        Check(Enum.GetValues<StandingSource>().Select(value => value.Name()));
        Check(Enum.GetValues<AssignmentKind>().Select(value => value.Name()));
        Check(Enum.GetValues<AppealState>().Select(value => value.Name()));
        Check(Enum.GetValues<AppealAct>().Select(value => value.Name()));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(StandingSource).Name());
        Assert.Throws<ArgumentOutOfRangeException>(() => default(AssignmentKind).Name());
        Assert.Throws<ArgumentOutOfRangeException>(() => default(AppealState).Name());
        Assert.Throws<ArgumentOutOfRangeException>(() => default(AppealAct).Name());

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
}
