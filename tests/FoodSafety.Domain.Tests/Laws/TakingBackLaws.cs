using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Laws;

/// <summary>What is done and taken back might as well not have been done: what can be seen is as before, and what follows is the same.</summary>
public class TakingBackLaws
{
    private static readonly LocalDate Day = new(2024, 3, 1);
    private static readonly BusinessType[] Types = [.. EnumCodes.All<BusinessType>()];
    private static readonly Citation Made = Citation.Illustrative(("测试", "made for a test"));
    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue];

    private static readonly Grader<Tier>[] Graders =
    [
        .. new[] { 300, 700, 300 }.Select((limit, number) => new Grader<Tier>(GradingPolicy
            .Define("stated", $"{number}", ("给定", "as stated"), Tiers.Scale).InForce(new LocalDate(2022, 1, 1))
            .NotGraded("closed", BusinessFacts.Status.Is(OperatingStatus.Closed), ("已关闭", "closed"), Made)
            .Rule("a", Tier.A, BusinessFacts.DinersPerMeal >= limit + 200, ("A", "A"), Made)
            .Rule("b", Tier.B, BusinessFacts.DinersPerMeal >= limit, ("B", "B"), Made)
            .Otherwise(Tier.D, ("D", "D"), Made).Build())),
    ];

    [Fact]
    public void TakeOut_RowsOfARegisterThatChanged_LeavesWhatAModelSays() => Seeds.Sample(
        seed =>
        {
            var random = new Random(seed);
            var register = new BusinessRegister(PlanWorld.SmallTree);
            // More bits than a line has at first, so that the lines are widened on the way.
            var planes = new SlotPlanes(register.Facts, 3);
            List<(Business Business, int Number)> model = [];
            for (var step = 0; step < 60; step++)
            {
                switch (random.Next(6))
                {
                    case 0 or 1:
                        Business[] added = [.. Enumerable.Range(0, random.Next(1, 90)).Select(i => Draw(random, $"b{step}-{i}"))];
                        register.AddRange(added);
                        foreach (var business in added)
                        {
                            var number = random.Next(8);
                            planes.Write(model.Count, number);
                            model.Add((business, number));
                        }

                        break;
                    case 2 or 3 when model.Count > 0:
                        var row = random.Next(model.Count);
                        var other = Draw(random, model[row].Business.Id.Value);
                        register.Replace(other);
                        model[row] = (other, model[row].Number);
                        break;
                    case 4 when model.Count > 0:
                        planes.Widen(3 + random.Next(9));
                        var at = random.Next(model.Count);
                        var written = random.Next(1 << planes.Planes);
                        planes.Write(at, written);
                        model[at] = (model[at].Business, written);
                        break;
                    default:
                        var first = random.Next(model.Count + 1);
                        register.TakeOut(first);
                        model.RemoveRange(first, model.Count - first);
                        break;
                }

                Assert.Equal(model.Select(pair => pair.Business), register.Businesses);
                Assert.Equal(model.Select(pair => pair.Number), Enumerable.Range(0, register.Count).Select(planes.Read));
                Assert.Equal(model.Select(pair => register.Areas[pair.Business.Area].Ordinal), Enumerable.Range(0, register.Count).Select(register.Facts.GroupOf));
                Assert.All(model.Index(), pair => Assert.Equal(pair.Index, register.RowOf(pair.Item.Business.Id)));
                AssertDense(register.Facts, planes);
            }
        },
        iter: 60);

    [Fact]
    public void FindChangedSince_RowsTakenOutMeanwhile_NamesNone()
    {
        var register = new BusinessRegister(PlanWorld.SmallTree);
        register.AddRange(Draw(new Random(1), "one"), Draw(new Random(2), "two"));
        var revision = register.Facts.Revision;
        register.Change(new BusinessId("one"), BusinessFacts.DinersPerMeal.Of(3000));
        register.Change(new BusinessId("two"), BusinessFacts.DinersPerMeal.Of(3000));

        register.TakeOut(1);

        Assert.Equal([0], register.Facts.FindChangedSince(revision));
    }

    [Fact]
    public void Truncate_WhatWasGradedAndRecordedSince_LeavesBookAndTrailAsBefore() => Seeds.Sample(
        seed =>
        {
            var random = new Random(seed);
            GradedWorld done = new(), never = new();
            for (var round = 0; round < 12; round++)
            {
                var common = random.Next();
                done.Live(new Random(common));
                never.Live(new Random(common));
                Assert.Equal(never.Show(), done.Show());
                if (random.Next(2) == 0)
                {
                    done.LiveAndTakeBack(random);
                    Assert.Equal(never.Show(), done.Show());
                }
            }
        },
        iter: 150);

    [Fact]
    public void Accept_GradesThatAnotherWrote_AreThisGraders() => Seeds.Sample(
        seed =>
        {
            GradedWorld graded = new(), told = new();
            graded.Live(new Random(seed));
            told.Live(new Random(seed), regrade: false);
            told.Take(graded);

            Assert.Equal(graded.Show(), told.Show());
            graded.Live(new Random(seed / 2));
            told.Live(new Random(seed / 2));
            Assert.Equal(graded.Show(), told.Show());
        },
        iter: 100);

    [Fact]
    public void Truncate_WhatAHistoryRecordedSince_LeavesItAsBefore() => Seeds.Sample(
        seed =>
        {
            var random = new Random(seed);
            var world = new PlanWorld(PlanWorld.SmallTree);
            ResponsibilityHistory done = new(), never = new(), recorded = new();
            ChainPlan? plan = null;
            for (var round = 0; round < 8; round++)
            {
                var next = Plan(round, plan);
                var changes = never.Append(next, "office").Changes;
                Assert.Equal(changes, done.Append(next, "office").Changes);
                recorded.Record(next.On, "office", changes);
                plan = next;
                AssertSame(never, done);
                AssertSame(never, recorded);

                var (mark, rows) = (done.Mark, new List<int>());
                for (var more = random.Next(3); more > 0; more--)
                {
                    // From the plan before, or from nothing: then all rows are compared.
                    var other = Plan(round, random.Next(3) == 0 ? null : plan);
                    rows.AddRange(done.Append(other, "other").Changes.Select(change => change.Row));
                    if (random.Next(3) == 0)
                    {
                        var far = new ChainChange(5_000 + random.Next(3) * 100_000, ResponsibleStep.Main, default, new Seat(new CadreId("far"), AreaCode.Parse("5101")), ChainChangeReason.PlannedAnew);
                        done.Record(other.On, "other", [far, far with { Step = ResponsibleStep.Second }]);
                        rows.AddRange([far.Row, far.Row]);
                    }
                }

                done.Truncate(mark, rows);
                AssertSame(never, done);
            }

            ChainPlan Plan(int round, ChainPlan? before)
            {
                foreach (var _ in Enumerable.Range(0, random.Next(3)))
                {
                    world.Add($"b{world.Register.Count}", Villages[random.Next(Villages.Length)], (Tier)(1 + random.Next(4)));
                }

                if (world.Register.Count > 0)
                {
                    world.SetTier(random.Next(world.Register.Count), (Tier)(1 + random.Next(4)));
                }

                world.Grade();
                var roster = world.Roster([.. Posts.Where(_ => random.Next(3) > 0)]);
                return new ChainPlanner().Plan(world.Register, world.Grades, roster, Day.PlusDays(round), before);
            }
        },
        iter: 150);

    private static readonly string[] Villages = ["510115001001", "510115001002", "510115002001"];

    private static readonly (string Id, string Area)[] Posts =
        [("city", "5101"), ("d-1", "510115"), ("d-2", "510115"), ("t-1", "510115001"), ("t-2", "510115001"), ("t-3", "510115002"), ("v-1", Villages[0]), ("v-2", Villages[1])];

    private static void AssertSame(ResponsibilityHistory expected, ResponsibilityHistory actual)
    {
        Assert.Equal((expected.Count, expected.LastDay), (actual.Count, actual.LastDay));
        Assert.Equal(expected.Events, actual.Events);
        for (var row = 0; row < 30; row++)
        {
            Assert.Equal(expected.HistoryOf(row), actual.HistoryOf(row));
            Assert.Equal(expected.On(row, Day.PlusDays(3)), actual.On(row, Day.PlusDays(3)));
        }

        Assert.Empty(actual.HistoryOf(205_000));
    }

    /// <summary>No slot beside the rows is in use, and nothing is left in the planes where no row stands.</summary>
    private static void AssertDense(FactTable table, SlotPlanes planes)
    {
        Assert.Equal(table.Count, table.Segments.Sum(segment => segment.Count));
        foreach (var segment in table.Segments)
        {
            for (var slot = 0; slot < segment.Count; slot++)
            {
                Assert.Equal((segment, slot), table.PlaceOf(segment.Rows[slot]));
            }

            for (var slot = segment.Count; slot < segment.Capacity; slot++)
            {
                Assert.Equal(0, planes.Peek(segment).Read(slot));
            }
        }
    }

    private static Business Draw(Random random, string id) =>
        new(new BusinessId(id), $"name {random.Next(9)}", AreaCode.Parse(Villages[random.Next(Villages.Length)]), Types[random.Next(Types.Length)])
        {
            Status = random.Next(4) == 0 ? OperatingStatus.Closed : OperatingStatus.Operating,
            Profile = random.Next(3) == 0 ? OperatingProfile.Unstated : new() { DinersPerMeal = random.Next(1500) },
        };

    /// <summary>A register with a book and a trail, as who keeps standing grades has them.</summary>
    private sealed class GradedWorld
    {
        private readonly BusinessRegister _register = new(PlanWorld.SmallTree);
        private readonly GradeBook<Tier> _book;
        private readonly GradeTrail<Tier> _trail;
        private int _day;
        private string _last = "";

        public GradedWorld()
        {
            _book = new GradeBook<Tier>(_register.Facts, Tiers.Scale);
            _trail = new GradeTrail<Tier>(_book.Grades);
        }

        public void Live(Random random, bool regrade = true)
        {
            _register.AddRange([.. Enumerable.Range(0, random.Next(4)).Select(i => Draw(random, $"b{_register.Count}-{i}"))]);
            for (var left = random.Next(4); left > 0 && _register.Count > 0; left--)
            {
                _register.Replace(Draw(random, _register.IdAt(random.Next(_register.Count)).Value));
            }

            _day += random.Next(3);
            var grader = Graders[random.Next(Graders.Length)];
            if (regrade)
            {
                Regrade(grader, null);
            }
        }

        /// <summary>Changes what stands and adds, regrades the rows it knows of once or twice, and takes everything back.</summary>
        public void LiveAndTakeBack(Random random)
        {
            var (count, mark, trail, day, last) = (_register.Count, _book.Mark, _trail.Mark, _day, _last);
            Business[] before = [.. _register.Businesses];
            int[] planes = [.. Enumerable.Range(0, count).Select(_book.Grades.Planes.Read)];
            List<int> appended = [];
            for (var times = 1 + random.Next(2); times > 0; times--)
            {
                Live(random, regrade: false);
                Regrade(Graders[random.Next(Graders.Length)], appended);
            }

            foreach (var business in before)
            {
                _register.Replace(business);
            }

            _trail.Truncate(trail, appended);
            _register.TakeOut(count);
            foreach (var (row, packed) in planes.Index())
            {
                _book.Grades.Planes.Write(row, packed);
            }

            _book.Reset(mark);
            (_day, _last) = (day, last);
        }

        /// <summary>Takes over what another has decided, without deciding.</summary>
        public void Take(GradedWorld other)
        {
            var grader = other._book.RequireGrader();
            _book.Grades.Planes.Widen(other._book.Grades.Planes.Planes);
            for (var row = 0; row < _register.Count; row++)
            {
                _book.Grades.Planes.Write(row, other._book.Grades.Planes.Read(row));
            }

            _book.Accept(grader);
            _trail.Record(Day.PlusDays(_day), grader.Policy, [.. Enumerable.Range(0, _register.Count)], GradeTrail<Tier>.None);
            _last = other._last;
        }

        public IEnumerable<string> Show() =>
        [
            _last, $"{_book.Policy} {_book.Grades.Count()}", $"{_trail.Mark.Entries}",
            .. _register.Businesses.Select((business, row) => $"{business.Id} {_book.Grades[row]} {string.Join("; ", _trail.HistoryOf(row))}"),
        ];

        private void Regrade(Grader<Tier> grader, List<int>? appended)
        {
            var regrading = _book.RegradeRows(grader, null, out var examined);
            _trail.Record(Day.PlusDays(_day), grader.Policy, examined, GradeTrail<Tier>.None, appended);
            _last = $"{grader.Policy} {regrading.IsFull} {string.Join(", ", regrading.Moves.OrderBy(move => move.Row))}";
        }
    }
}
