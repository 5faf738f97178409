using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Standing;
using static FoodSafety.Domain.Tests.Standing.Shops;

namespace FoodSafety.Domain.Tests.Standing;

/// <summary>
/// Whatever is done in whatever order in two gradings beside each other: each says of every day what a walk over its days says, days that are over
/// never change, and a district that is redone says the same.
/// </summary>
public class GradingLaws
{
    private const int Rows = 3;
    private const int Days = 30;

    // What is done is drawn blindly; what is refused has not happened.
    private static readonly Gen<(int Kind, bool IsRisk, int Wait, int Row, int Number, int Length)[]> Drawn = Gen.Select(
        Gen.Int[0, 12], Gen.Bool, Gen.Int[0, 2], Gen.Int[0, Rows - 1], Gen.Int[0, 40], Gen.Int[0, 8]).Array[0, 25];

    [Fact]
    public void StandingOn_AnyActs_EqualsTheWalkOverTheDays() => Gen.Select(Drawn, Gen.Int[0, 5]).Sample((drawn, observation) =>
    {
        var shops = new Shops(observation, new int[Rows]);
        Play(shops, observation, drawn).ForEach(side => side.Check(shops));
    }, iter: 1_000);

    [Fact]
    public void StandingOn_DaysThatAreOver_NeverChange() => Gen.Select(Drawn, Gen.Int[0, 5]).Sample((drawn, observation) =>
    {
        var shops = new Shops(observation, new int[Rows]);
        Play(shops, observation, drawn, sides => sides.ForEach(side => side.CheckPast(shops)));
    });

    [Fact]
    public void Open_EntriesOfAnyActs_GivesTheSameState() => Gen.Select(Drawn, Gen.Int[0, 5]).Sample((drawn, observation) =>
    {
        var shops = new Shops(observation, new int[Rows]);
        var sides = Play(shops, observation, drawn);
        var again = District.Open(shops.District.Settings, shops.Entries);

        sides.ForEach(side => side.CheckSame(shops.District, again));
    });

    private static List<Side> Play(Shops shops, int observation, (int Kind, bool IsRisk, int Wait, int Row, int Number, int Length)[] drawn, Action<List<Side>>? after = null)
    {
        List<Side> sides = [new Side<Tier>(Tiers.Scale, shops, observation), new Side<RiskGrade>(RiskGrades.Scale, shops, observation)];
        var today = 1;
        foreach (var (kind, isRisk, wait, row, number, length) in drawn)
        {
            today = Math.Min(Days, today + wait);
            var act = kind <= 2
                ? Stated(row, kind == 2 ? Closed.Of(number % 2 == 0) : Shops.Size.Of(number))
                : sides[isRisk ? 1 : 0].Make(shops.District, kind, today, row, number, length);
            try
            {
                shops.By(kind is 9 or 10 ? "shop" : kind > 10 && length % 2 == 0 ? "city" : "bureau", today, act);
            }
            catch (ActsRefusedException)
            {
                continue;
            }

            sides.ForEach(side => side.Follow(shops.District, act, today));
            after?.Invoke(sides);
        }

        return sides;
    }

    /// <summary>One of the gradings, with the walk over its days.</summary>
    private abstract class Side
    {
        public abstract Act Make(District district, int kind, int today, int row, int number, int length);

        public abstract void Follow(District district, Act act, int today);

        public abstract void Check(Shops shops);

        public abstract void CheckPast(Shops shops);

        public abstract void CheckSame(District one, District other);
    }

    private sealed class Side<TGrade>(GradeScale<TGrade> scale, Shops shops, int observation) : Side where TGrade : struct, Enum
    {
        private readonly DayByDay<TGrade> _model = new(scale, shops.District.Businesses.Register.Facts, observation, Days);
        private readonly Dictionary<(int Row, int Day), GradeStanding<TGrade>> _known = [];
        private int _assignments;

        public override Act Make(District district, int kind, int today, int row, int number, int length)
        {
            var book = district.GradingOf<TGrade>();
            var grade = scale.MildestFirst[number % 4];
            return kind switch
            {
                3 or 4 or 5 => new PolicyLaidDown<TGrade>(Define(scale, $"{book.Policies.Length}", 10 + 10 * (number % 2)).InForce(Day(today)).Build()),
                6 => Assigned(AssignmentKind.Override),
                7 => Assigned(AssignmentKind.Provisional),
                8 => new AssignmentEnded<TGrade>(new(1 + number % Math.Max(1, _assignments)), "why"),
                9 => new AppealFiled<TGrade>(new(book.Appeals.Length + 1), Shop(row), "why"),
                10 => new AppealWithdrawn<TGrade>(new(number / 4 + 1)),
                _ => new AppealDecided<TGrade>(
                    new(Math.Max(1, book.Appeals.Length)),
                    length switch
                    {
                        < 4 => new FactsPutRight<TGrade>(new(Shops.Size.Of(number), Closed.Of(length == 0))),
                        < 7 => new GradeReplaced<TGrade>(new(++_assignments), grade, length == 6 ? null : Day(today + length)),
                        _ => new GradeUpheld<TGrade>(),
                    },
                    "why"),
            };

            GradeAssigned<TGrade> Assigned(AssignmentKind kind) => new(new(++_assignments), kind, Shop(row), grade, length == 8 ? null : Day(today + 2 + length), "why", Day(today + number % 3));
        }

        public override void Follow(District district, Act act, int today)
        {
            var book = district.GradingOf<TGrade>();
            var isRight = act is AppealDecided<Tier> { Outcome: FactsPutRight<Tier> } or AppealDecided<RiskGrade> { Outcome: FactsPutRight<RiskGrade> };
            if (act is PolicyLaidDown<TGrade> laid)
            {
                _model.Regrade(new(laid.Policy), today);
            }
            else if (_model.Grader is { } grader && (isRight || act is FactsStated))
            {
                // What was wrong in an appeal against the other grade is a fact like any other here.
                var corrected = act is AppealDecided<TGrade> decided ? district.Businesses.Register.RowOf(book.FindAppeal(decided.Id)!.Business) : -1;
                _model.Regrade(grader, today, corrected);
            }

            for (var row = 0; row < Rows; row++)
            {
                foreach (var assignment in book.AssignmentsOf(Shop(row)))
                {
                    _model.Put(assignment);
                }
            }
        }

        public override void Check(Shops shops)
        {
            var book = shops.District.GradingOf<TGrade>();
            for (var day = 1; day <= Days; day++)
            {
                for (var row = 0; row < Rows; row++)
                {
                    var standing = book.StandingOn(Shop(row), Day(day));
                    Assert.Equal(_model.On(row, day), (standing.Source, standing.Effective.State, standing.Effective.FindGrade()));
                    Assert.Equal(_model.SinceOn(row, day) is { } since ? Day(since) : null, standing.Since);
                    Assert.Equal(standing.Effective, book.DecisionOn(Shop(row), Day(day)));
                    Assert.Equal(standing.Rule?.Decision ?? standing.Effective, standing.Effective);
                }

                var counts = book.CountOn(Day(day));
                Assert.All(scale.MildestFirst, grade => Assert.Equal(Enumerable.Range(0, Rows).Count(row => Nullable.Equals(_model.On(row, day).Grade, grade)), counts[grade]));
                Assert.Equal(Rows, counts.Total);
                var seen = shops.District.AsOf(Day(day)).GradingOf<TGrade>().Standing;
                Assert.All(Enumerable.Range(0, Rows), row => Assert.Equal(_model.On(row, day).Grade, seen[row].FindGrade()));
            }
        }

        public override void CheckPast(Shops shops)
        {
            var book = shops.District.GradingOf<TGrade>();
            for (var day = 1; Day(day) < shops.District.Today; day++)
            {
                for (var row = 0; row < Rows; row++)
                {
                    var standing = book.StandingOn(Shop(row), Day(day));
                    var before = _known.TryAdd((row, day), standing) ? standing : _known[(row, day)];
                    // That an assignment was ended later is not known of the day.
                    Assert.Equal(before, standing);
                }
            }
        }

        public override void CheckSame(District one, District other)
        {
            var (book, again) = (one.GradingOf<TGrade>(), other.GradingOf<TGrade>());
            Assert.Equal(book.Appeals, again.Appeals);
            for (var row = 0; row < Rows; row++)
            {
                Assert.Equal(book.HistoryOf(Shop(row)), again.HistoryOf(Shop(row)));
                Assert.Equal(book.AssignmentsOf(Shop(row)), again.AssignmentsOf(Shop(row)));
                for (var day = 0; day <= Days; day++)
                {
                    Assert.Equal(book.StandingOn(Shop(row), Day(day)), again.StandingOn(Shop(row), Day(day)));
                }
            }
        }
    }
}
