using CsCheck;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Rectifications;

public class RectificationLaws
{
    [Fact]
    public void MillionRandomSteps_StayInTheTable_LoseNoEvent_AndReplayToTheSameBook() => Gen.ULong.Sample(
        seed =>
        {
            var walk = new RandomWalk(seed, steps: 10_000, mostRectifications: 1_500, mostHours: 3);
            var book = walk.Book;

            Assert.Equal((10_000, 10_000), (walk.Taken.Count, book.EventCount));
            Assert.Equal(walk.Taken, book.Events);
            Assert.True(walk.Refused > 100);

            var replayed = RectificationBook.Replay(walk.Taken, new RectificationRules { Calendar = WorkingCalendar.China });
            var today = book.On(book.LastDay!.Value);
            for (var number = 1; number <= book.Count; number++)
            {
                var now = book[new(number)];
                Assert.True(Enum.IsDefined(now.State));
                Assert.Equal(walk.States[number - 1], now.State);
                Assert.Equal(now.State, today.FindState(new(number)));
                Assert.Equal(now, replayed[new(number)]);
            }

            Assert.Equal(book.Events, replayed.Events);
            var later = replayed.On(today.Day);
            Assert.Equal(today.Counts, later.Counts);
            Assert.Equal(today.Overdue(), later.Overdue());
        },
        iter: 100);

    [Fact]
    public void AnyDay_IsAnsweredAsByGoingThroughEveryHistory() => Gen.Select(Gen.ULong, Gen.Int[-2, 40], Gen.Int[0, 9]).Sample(
        (seed, after, grace) =>
        {
            var plan = Chains.Plan;
            var book = new RandomWalk(seed, steps: 300, mostRectifications: 40, rows: Chains.Rows, mostHours: 9).Book;
            var first = book.Events.First().At.InZone(book.Rules.Calendar.Zone).Date;
            var day = first.PlusDays(after);
            var rules = book.Rules with { GraceWorkingDays = grace };
            book = RectificationBook.Replay(book.Events, rules);

            var answer = book.On(day);
            var slow = new SlowDay(book, day);

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

        public static int Rows => World.Register.Count;

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
        private readonly LocalDate _day;

        public SlowDay(RectificationBook book, LocalDate day)
        {
            (_book, _day) = (book, day);
            for (var number = 1; number <= book.Count; number++)
            {
                Rectification? one = null;
                foreach (var step in book.HistoryOf(new(number)).Where(step => DayOf(step.At) <= day))
                {
                    one = one is null ? Rectification.Begin(step) : one.After(step, book.Rules);
                }

                if (one is not null)
                {
                    All.Add(one);
                }
            }
        }

        public List<Rectification> All { get; } = [];

        public List<Rectification> Overdue => [.. Running.Where(one => one.Deadline!.Value.IsOverdue(_day))];

        public IEnumerable<RectificationId> Above => Overdue
            .Where(one => one.Row is { } row && row < Chains.Plan.Count && Chains.Plan.FindChain(row) is { } chain
                && Chains.World.Areas[chain.Main.Seat.Area].Parent is not null
                && _book.Rules.Calendar.WorkingDaysBetween(one.Deadline!.Value.LastDay, _day) > _book.Rules.GraceWorkingDays)
            .Select(one => one.Id);

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

        private LocalDate DayOf(Instant at) => at.InZone(_book.Rules.Calendar.Zone).Date;
    }
}
