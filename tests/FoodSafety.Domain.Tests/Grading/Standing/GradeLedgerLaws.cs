using CsCheck;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using static FoodSafety.Domain.Tests.Grading.Standing.Shops;

namespace FoodSafety.Domain.Tests.Grading.Standing;

/// <summary>Whatever is done in whatever order: the ledger says of every day what a walk over the days says, and doing it again gives the same.</summary>
public class GradeLedgerLaws
{
    private const int Rows = 3;
    private const int Days = 30;

    private static readonly Grader<Tier>[] Graders = [new(First), new(Second)];

    // What is done is drawn blindly; what the ledger refuses has not happened.
    private static readonly Gen<(int Kind, int Wait, int Row, int Number, int Length)[]> Acts = Gen.Select(
        Gen.Int[0, 11], Gen.Int[0, 2], Gen.Int[0, Rows - 1], Gen.Int[0, 40], Gen.Int[0, 8]).Array[0, 25];

    [Fact]
    public void StandingOn_AnyActs_EqualsTheWalkOverTheDays() => Gen.Select(Acts, Gen.Int[0, 5]).Sample((acts, observation) =>
    {
        var table = Table(new int[Rows]);
        var ledger = Ledger(table, observation);
        var model = new DayByDay(table, observation, Days);
        Play(ledger, acts, happened => Follow(model, happened));
        for (var day = 1; day <= Days; day++)
        {
            for (var row = 0; row < Rows; row++)
            {
                var standing = ledger.StandingOn(row, Day(day));
                Assert.Equal(model.On(row, day), (standing.Source, standing.Effective.State, standing.Effective.FindGrade()));
                Assert.Equal(model.SinceOn(row, day) is { } since ? Day(since) : null, standing.Since);
                Assert.Equal(standing.Effective, ledger.DecisionOn(row, Day(day)));
                Assert.Equal(standing.Rule?.Decision ?? standing.Effective, standing.Effective);
            }

            var counts = ledger.CountOn(Day(day));
            Assert.All(Tiers.Scale.MildestFirst, tier => Assert.Equal(Enumerable.Range(0, Rows).Count(row => model.On(row, day).Grade == tier), counts[tier]));
            Assert.Equal(Rows, counts.Total);
        }
    }, iter: 1_000);

    [Fact]
    public void StandingOn_DaysThatAreOver_NeverChange() => Gen.Select(Acts, Gen.Int[0, 5]).Sample((acts, observation) =>
    {
        var ledger = Ledger(Table(new int[Rows]), observation);
        var known = new Dictionary<(int Row, int Day), GradeStanding<Tier>>();
        Play(ledger, acts, happened =>
        {
            for (var day = 1; Day(day) < ledger.LastDay; day++)
            {
                for (var row = 0; row < Rows; row++)
                {
                    var standing = ledger.StandingOn(row, Day(day));
                    var before = known.TryAdd((row, day), standing) ? standing : known[(row, day)];
                    // Of an assignment that stood only its end may be another by now.
                    Assert.Equal(before with { Assignment = null }, standing with { Assignment = null });
                    Assert.Equal(before.Assignment?.Id, standing.Assignment?.Id);
                }
            }
        });
    });

    [Fact]
    public void Replay_ActsOfTheEvents_GivesTheSameState() => Gen.Select(Acts, Gen.Int[0, 5]).Sample((acts, observation) =>
    {
        var ledger = Ledger(Table(new int[Rows]), observation);
        var again = Ledger(Table(new int[Rows]), observation);
        Play(ledger, acts, happened => Repeat(again, happened), (row, value) => again.Book.Table.Set(row, value));

        Assert.Equal(ledger.Appeals, again.Appeals);
        Assert.Equal(ledger.Events.Select(Describe), again.Events.Select(Describe));
        for (var row = 0; row < Rows; row++)
        {
            Assert.Equal(ledger.HistoryOf(row), again.HistoryOf(row));
            Assert.Equal(ledger.AssignmentsOf(row), again.AssignmentsOf(row));
            for (var day = 0; day <= Days; day++)
            {
                Assert.Equal(ledger.StandingOn(row, Day(day)), again.StandingOn(row, Day(day)));
            }
        }

        static (Type, NodaTime.LocalDate, string?) Describe(GradeEvent<Tier> happened) => (happened.GetType(), happened.On, happened.By);
    });

    private static void Play(
        GradeLedger<Tier> ledger,
        (int Kind, int Wait, int Row, int Number, int Length)[] acts,
        Action<GradeEvent<Tier>> follow,
        Action<int, FactValue>? onFact = null)
    {
        var today = 1;
        foreach (var (kind, wait, row, number, length) in acts)
        {
            today = Math.Min(Days, today + wait);
            if (kind <= 2)
            {
                var value = kind == 2 ? Closed.Of(number % 2 == 0) : Shops.Size.Of(number);
                ledger.Book.Table.Set(row, value);
                onFact?.Invoke(row, value);
                continue;
            }

            try
            {
                follow(Act(ledger, kind, today, row, number, length));
            }
            catch (Exception refused) when (refused is AssignmentRefusedException or AppealRefusedException or ArgumentOutOfRangeException or InvalidOperationException)
            {
            }
        }
    }

    private static GradeEvent<Tier> Act(GradeLedger<Tier> ledger, int kind, int today, int row, int number, int length)
    {
        var on = Day(today);
        var tier = Tiers.Scale.MildestFirst[number % 4];
        var id = number / 4 + 1;
        return kind switch
        {
            3 or 4 or 5 => ledger.Regrade(Graders[number % 2], on),
            6 => ledger.OverrideGrade(row, tier, Day(today + 2 + length), "why", "bureau", on, from: Day(today + number % 3)),
            7 => ledger.SetProvisionalGrade(row, tier, Day(today + 2 + length), "why", "bureau", on, from: Day(today + number % 3)),
            8 => ledger.EndAssignment(new AssignmentId(id), "why", "bureau", on),
            9 => ledger.FileAppeal(row, "why", "shop", on),
            10 => ledger.WithdrawAppeal(new AppealId(id), "shop", on),
            _ => ledger.DecideAppeal(
                new AppealId(ledger.Appeals.Count),
                length switch
                {
                    < 4 => new FactsCorrected<Tier>("why", Shops.Size.Of(number), Closed.Of(length == 0)),
                    < 7 => new GradeSet<Tier>("why", tier, Day(today + length)),
                    _ => new AppealUpheld<Tier>("why"),
                },
                length % 2 == 0 ? "city" : "bureau",
                on),
        };
    }

    private static void Follow(DayByDay model, GradeEvent<Tier> happened)
    {
        var on = NodaTime.Period.DaysBetween(Day(0), happened.On);
        switch (happened)
        {
            case RowsRegraded<Tier> regraded:
                model.Regrade(Graders.Single(grader => grader.Policy == regraded.Regrading.Policy), on);
                break;
            case GradeAssigned<Tier> assigned:
                model.Put(assigned.Assignment);
                break;
            case AssignmentEnded<Tier> ended:
                model.Put(ended.Assignment);
                break;
            case AppealDecided<Tier> { Regrading: not null } decided:
                model.Regrade(model.Grader!, on, decided.Appeal.Row);
                break;
            case AppealDecided<Tier> { Set: { } set } decided:
                model.Put(set);
                if (decided.Ended is { } over)
                {
                    model.Put(over);
                }

                break;
        }
    }

    private static GradeEvent<Tier> Repeat(GradeLedger<Tier> ledger, GradeEvent<Tier> happened) => happened switch
    {
        RowsRegraded<Tier> e => ledger.Regrade(Graders.Single(grader => grader.Policy == e.Regrading.Policy), e.On),
        GradeAssigned<Tier> { Assignment: { Kind: AssignmentKind.Override } a } => ledger.OverrideGrade(a.Row, a.Grade, a.Until, a.Reason, a.By, a.On, a.From),
        GradeAssigned<Tier> { Assignment: var a } => ledger.SetProvisionalGrade(a.Row, a.Grade, a.Until, a.Reason, a.By, a.On, a.From),
        AssignmentEnded<Tier> e => ledger.EndAssignment(e.Assignment.Id, e.Reason, e.By!, e.On),
        AppealFiled<Tier> e => ledger.FileAppeal(e.Appeal.Row, e.Appeal.Ground, e.By!, e.On),
        AppealDecided<Tier> e => ledger.DecideAppeal(e.Appeal.Id, e.Appeal.Outcome!, e.By!, e.On),
        AppealWithdrawn<Tier> e => ledger.WithdrawAppeal(e.Appeal.Id, e.By!, e.On),
        _ => throw new InvalidOperationException($"An event of no known kind: {happened}."),
    };
}
