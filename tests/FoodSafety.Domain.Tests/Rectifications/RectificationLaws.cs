using CsCheck;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Rectifications;

public class RectificationLaws
{
    [Fact]
    public void MillionRandomSteps_StayInTheTable_LoseNoAct_AndRedoToTheSameBook() => Gen.ULong.Sample(
        seed =>
        {
            var walk = new RandomWalk(seed, steps: 10_000, mostRectifications: 1_500, mostHours: 3, mostDaysLate: 5);
            var desk = walk.Desk;

            Assert.Equal((10_000, 10_000), (desk.Taken.Count, desk.Book.ActCount));
            Assert.True(walk.Refused > 100);

            var redone = desk.Redone();
            var today = desk.On(desk.Taken.Max(done => done.On));
            var histories = desk.Taken.ToLookup(done => done.Act.Id);
            for (var number = 1; number <= desk.Book.Count; number++)
            {
                var now = desk[new(number)];
                Assert.True(Enum.IsDefined(now.State));
                Assert.Equal(walk.States[number - 1], now.State);
                Assert.Equal(now.State, today.FindState(new(number)));
                Assert.Equal(now, redone[new(number)]);
                Assert.Equal(histories[new(number)], desk.Book.HistoryOf(new(number)));
            }

            var later = redone.On(today.Day);
            Assert.Equal(today.Counts, later.Counts);
            Assert.Equal(today.Overdue(), later.Overdue());
        },
        iter: 100);

    [Fact]
    public void AnyActs_TakenBack_LeaveTheBookOfThoseBefore() => Gen.Select(Gen.ULong, Gen.Int[0, 120]).Sample(
        (seed, kept) =>
        {
            var rules = new RectificationRules();
            var desk = new RandomWalk(seed, steps: 120, mostRectifications: 12, register: Chains.World.Register, mostHours: 12, mostDaysLate: 9, rules).Desk;
            var before = new RectificationDesk(rules, register: Chains.World.Register);
            foreach (var done in desk.Taken.Take(kept))
            {
                before.Book.Evolve(done.Act, done.Moment);
            }

            // An index that was made meanwhile forgets with the book, and whoever asked for a day keeps what was told.
            var finding = new FindingId(desk.Book.Count);
            Assert.NotNull(desk.Book.FindByFinding(finding));
            var shown = desk.On(desk.Taken.Max(done => done.On));
            var seen = (shown.Counts, shown.Ids.ToList());

            desk.TakeBackTo(kept);

            Assert.Equal(before.Book.All, desk.Book.All);
            Assert.Equal(before.Book.FindByFinding(finding), desk.Book.FindByFinding(finding));
            Assert.Equal(before.Book.OpenOf(Chains.World.Register.IdAt(0)), desk.Book.OpenOf(Chains.World.Register.IdAt(0)));
            foreach (var day in new[] { -3, 0, 5, 20, 60 }.Select(days => new LocalDate(2023, 1, 3).PlusDays(days)))
            {
                Assert.Equal(before.On(day).Counts, desk.On(day).Counts);
                Assert.Equal(before.On(day).Overdue(), desk.On(day).Overdue());
                Assert.Equal(before.On(day).FollowUps(Chains.World.Register, InspectionKind.Routine), desk.On(day).FollowUps(Chains.World.Register, InspectionKind.Routine));
            }

            Assert.Equal(seen, (shown.Counts, shown.Ids.ToList()), (one, other) => one.Counts == other.Counts && one.Item2.SequenceEqual(other.Item2));
        },
        iter: 300);

    [Fact]
    public void AnyDay_IsAnsweredAsByGoingThroughEveryHistory() => Gen.Select(Gen.ULong, Gen.Int[-12, 40], Gen.Int[0, 9]).Sample(
        (seed, after, grace) =>
        {
            var plan = Chains.Plan;
            var rules = new RectificationRules { GraceWorkingDays = grace };
            var book = new RandomWalk(seed, steps: 300, mostRectifications: 40, register: Chains.World.Register, mostHours: 9, mostDaysLate: 12, rules).Desk.Book;
            var day = new LocalDate(2023, 1, 3).PlusDays(after);

            var answer = book.On(day);
            var slow = new SlowDay(book, grace, day);

            Assert.Equal(slow.All.Count, answer.Count);
            Assert.Equal(slow.Overdue.Select(one => one.Id), answer.Overdue());
            Assert.Equal(slow.Overdue.Count, answer.OverdueCount);
            Assert.Equal(slow.DueSoon(3), answer.DueSoon(3));
            Assert.Equal(slow.Ageing(7, 15, 30), answer.Ageing().Select(band => band.Count));
            Assert.Equal(slow.All.Count(one => one.State.IsOpen()), answer.Ageing(0, 1, 90).Sum(band => band.Count));
            Assert.Equal(slow.Counts, answer.Counts);
            Assert.All(Enum.GetValues<RectificationState>(), state => Assert.Equal(slow.All.Count(one => one.State == state), answer.CountOf(state)));
            var noon = Problems.At(day, 12);
            Assert.Equal(slow.OverdueAt(noon), answer.OverdueAt(noon));

            var list = answer.Escalations(plan);
            Assert.Equal(slow.Overdue.Select(one => one.Id), list.Escalations.Select(e => e.Id).Concat(list.Gaps.Select(g => g.Id)).OrderBy(id => id.Number));
            Assert.Equal(slow.AskedSince, answer.FollowUps(Chains.World.Register, InspectionKind.Routine).Select(task => task.From));
            Assert.Equal(slow.Above, list.Escalations.Where(e => e.Level == EscalationLevel.LevelAbove).Select(e => e.Id));
            Assert.Equal(list.AboveCount, slow.Above.Count());
            Assert.Equal(list.MainCount, list.Escalations.Count(e => e.Level == EscalationLevel.MainCadre));
            Assert.All(list.Escalations, e => Assert.Equal(plan.ChainOf(e.Row).Main.Seat, e.Main));
            Assert.Equal(answer.DueSoon().Length + answer.OverdueCount, answer.Reminders(plan).Length);
        },
        iter: 300);

    /// <summary>A plan of a small world: some businesses have chains, one is uncovered, one outside; the last row is newer than the plan.</summary>
    internal static class Chains
    {
        public static PlanWorld World { get; } = new(PlanWorld.SmallTree);

        public static ChainPlan Plan { get; } = Make();

        private static ChainPlan Make()
        {
            World.Add("town", "510115001001", Tier.C);
            World.Add("village", "510115001002", Tier.D);
            World.Add("district", "510116001001", Tier.B);
            World.Add("without-district", "511900001001", Tier.C);
            World.Add("uncovered", "511900001001", Tier.A);
            World.Close(World.Add("outside", "510115001001", Tier.D));
            World.Grade();
            var plan = World.Plan(World.Roster(
                ("district-1", "510115"), ("town-1", "510115001"), ("village-2", "510115001002"), ("district-2", "510116"), ("town-4", "511900001")));
            World.Add("newer", "510115001001", Tier.D);
            return plan;
        }
    }

    /// <summary>The same questions, by folding every history up to the day with public means alone.</summary>
    private sealed class SlowDay
    {
        private readonly RectificationBook _book;
        private readonly int _grace;
        private readonly LocalDate _day;

        public SlowDay(RectificationBook book, int grace, LocalDate day)
        {
            (_book, _grace, _day) = (book, grace, day);
            foreach (var id in book.All.Select(one => one.Id))
            {
                Rectification? one = null;
                foreach (var step in book.HistoryOf(id).Where(step => step.On <= day))
                {
                    one = Rectification.After(one, step);
                }

                Assert.Equal(one, book.FindOn(id, day));
                if (one is not null)
                {
                    All.Add(one);
                }
            }
        }

        public List<Rectification> All { get; } = [];

        public List<Rectification> Overdue => [.. Running.Where(one => one.Deadline!.Value.IsOverdue(_day))];

        public IEnumerable<RectificationId> Above => Overdue
            .Where(one => one.Business is { } business && Chains.World.Register.RowOf(business) is var row && row < Chains.Plan.Count && Chains.Plan.FindChain(row) is { } chain
                && Chains.World.Areas[chain.Main.Seat.Area].Parent is not null
                && WorkingCalendar.China.WorkingDaysBetween(one.Deadline!.Value.LastDay, _day) > _grace)
            .Select(one => one.Id);

        /// <summary>The days of the last steps that gave, changed or gave back an order that runs.</summary>
        public IEnumerable<LocalDate> AskedSince => Running.Where(one => one.Business is not null).Select(one => _book.HistoryOf(one.Id).Last(step => step.On <= _day
            && step.Act.Step is RectificationStep.Order or RectificationStep.Extend or RectificationStep.Return).On);

        public RectificationCounts Counts => new(
            All.Count, All.Count(one => one.State.IsRectified()), All.Count(one => one.State.IsOpen()), Overdue.Count,
            All.Count(one => one.State == RectificationState.Dismissed), All.Count(one => one.State == RectificationState.CaseConcluded),
            All.Count(one => one.State == RectificationState.CarriedOver));

        private IEnumerable<Rectification> Running => All.Where(one => one.State == RectificationState.Ordered);

        public IEnumerable<RectificationId> OverdueAt(Instant now) => Running.Where(one => one.Deadline!.Value.IsOverdue(now)).Select(one => one.Id);

        public IEnumerable<RectificationId> DueSoon(int days) => Running.Where(one => one.Deadline!.Value.IsDueWithin(_day, days)).Select(one => one.Id);

        public IEnumerable<int> Ageing(params int[] limits)
        {
            var ages = All.Where(one => one.State.IsOpen()).Select(one => Period.DaysBetween(DayOf(one.OpenedAt), _day)).ToList();
            return [.. limits.Select((limit, i) => ages.Count(age => age <= limit && (i == 0 || age > limits[i - 1]))), ages.Count(age => age > limits[^1])];
        }

        private LocalDate DayOf(Instant at) => ChinaTime.DateOf(at);
    }
}
