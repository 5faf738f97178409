using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.SelfControl;

/// <summary>The bits say what a plain loop over sets of days says.</summary>
public class SelfControlLaws
{
    private static readonly LocalDate First = new(2021, 11, 20);

    private static readonly SelfControlDuty[] Duties =
    [
        SelfControlDuties.Daily, SelfControlDuties.Daily with { Cadence = Cadence.WorkingDay }, SelfControlDuties.Daily with { Cadence = Cadence.Week },
        SelfControlDuties.Daily with { Cadence = Cadence.Month }, SelfControlDuties.Daily with { Cadence = Cadence.Quarter },
        SelfControlDuties.Daily with { Cadence = Cadence.Year },
    ];

    // Days around the ends of words and blocks are as likely as any.
    private static readonly Gen<int> AnyOffset = Gen.OneOf<int>(Gen.Int[0, 900], Gen.OneOf<int>(0, 63, 64, 127, 128, 383, 384, 385, 767, 768));

    [Fact]
    public void Gaps_AreThoseOfAPlainLoop() => Gen.Select(
        Gen.Select(Gen.Int[0, 6], AnyOffset).Array[0, 200],
        Gen.Select(Gen.Int[0, 6], AnyOffset, Gen.Int[1, 500], Gen.Bool, Gen.Bool).Array[0, 12],
        Gen.Select(AnyOffset, Gen.Int[0, 700]),
        Gen.Int[0, Duties.Length - 1]).Sample(
        (records, marks, span, which) =>
        {
            var register = Register(7);
            var rooms = new SelfControlRooms(register);
            rooms.Take(First, new RecordsBegun(First));
            var log = rooms.Log;
            var made = new HashSet<(int Row, LocalDate Day)>();
            var closed = new Dictionary<(int Row, LocalDate Day), bool>();
            var last = First.PlusDays(2500);
            foreach (var (row, offset) in records)
            {
                var kept = new RecordsKept(SelfControlKind.DailyControl, BusinessSet.Of(register.IdAt(row)));
                Assert.Equal(made.Add((row, First.PlusDays(offset))) ? [] : ["already-made"], rooms.CodesOf(First.PlusDays(offset), kept));
            }

            foreach (var (row, offset, length, isOpen, isOperating) in marks)
            {
                var term = new Term(First.PlusDays(offset), isOpen ? null : First.PlusDays(offset + length));
                IsoDayOfWeek[] weekdays = isOpen || offset % 3 > 0 ? [] : [IsoDayOfWeek.Tuesday, (IsoDayOfWeek)(3 + length % 5)];
                rooms.Take(First, new OperationMarked(register.IdAt(row), term, isOperating) { Weekdays = [.. weekdays] });
                for (var day = term.From; day < (term.Until ?? last); day = day.PlusDays(1))
                {
                    if (weekdays.Length == 0 || weekdays.Contains(day.DayOfWeek))
                    {
                        closed[(row, day)] = !isOperating;
                    }
                }
            }

            var (duty, interval) = (Duties[which], new DateInterval(First.PlusDays(span.Item1), First.PlusDays(span.Item1 + span.Item2)));
            var gaps = log.Gaps(duty, interval, WorkingCalendar.China);

            var (owedInAll, missedInAll) = (0, 0);
            for (var row = 0; row < register.Count; row++)
            {
                var owed = gaps.Periods.Where(period => period.Interval.Any(day => !closed.GetValueOrDefault((row, day)))).ToList();
                var missed = owed.Where(period => !period.Interval.Any(day => made.Contains((row, day)))).ToList();
                Assert.Equal(new RecordCoverage(owed.Count, owed.Count - missed.Count), gaps[row]);
                Assert.Equal(missed, gaps.MissedBy(row));
                Assert.Equal(missed, log.GapsOf(register.IdAt(row), duty, interval, WorkingCalendar.China));
                Assert.All(missed, period => Assert.Contains(row, gaps.RowsMissing(period.First)));
                (owedInAll, missedInAll) = (owedInAll + owed.Count, missedInAll + missed.Count);
            }

            Assert.Equal((owedInAll, missedInAll), (gaps.Total.Owed, gaps.Total.Missed));
            Assert.Equal(gaps.Total.Owed, gaps.BySector().Sum(s => s.Coverage.Owed));
            Assert.Equal(gaps.Total, gaps.ByArea()[AreaCode.Parse("51")]);
        },
        iter: 150);

    [Fact]
    public void Acts_TakenBackOneByOne_LeaveWhatWasThereBefore() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            var (random, register) = (new Random(seed), Register(7));
            var rooms = new SelfControlRooms(register);
            rooms.Take(First, new RecordsBegun(First));
            rooms.Undo.IsOn = true;
            List<(int Inverses, string Shown)> marks = [];
            for (var step = 0; step < 40; step++)
            {
                marks.Add((rooms.Undo.Count, Show(rooms.Log)));
                if (random.Next(6) == 0)
                {
                    var back = random.Next(marks.Count);
                    rooms.Undo.TakeBackTo(marks[back].Inverses);
                    Assert.Equal(marks[back].Shown, Show(rooms.Log));
                    marks.RemoveRange(back, marks.Count - back);
                }

                var day = First.PlusDays(random.Next(4) == 0 ? 380 + random.Next(400) : random.Next(200));
                rooms.CodesOf(day, random.Next(4) switch
                {
                    0 => new OperationMarked(register.IdAt(random.Next(7)), new Term(day, random.Next(2) == 0 ? null : day.PlusDays(random.Next(500))), random.Next(3) == 0),
                    1 => new RecordsWithdrawn(SelfControlKind.DailyControl, day, Some(), "wrong"),
                    _ => new RecordsKept(SelfControlKind.DailyControl, Some()),
                });
            }

            BusinessSet Some()
            {
                var named = Enumerable.Range(0, 7).Where(_ => random.Next(3) == 0).Select(register.IdAt);
                return random.Next(2) == 0 ? BusinessSet.Of(named) : BusinessSet.AllBut(named);
            }
        },
        iter: 60);

    [Fact]
    public void BusinessSet_OfAnyRows_IsTheShorterOfBothWays_AndGivesThemAgain() => Gen.Bool.Array[0, 40].Sample(
        isIn =>
        {
            var register = Register(40);
            int[] rows = [.. Enumerable.Range(0, isIn.Length).Where(row => isIn[row])];

            var set = BusinessSet.OfRows(register, rows);

            Assert.Equal(rows, set.RowsIn(register));
            Assert.Equal(rows.Select(register.IdAt), set.In(register));
            Assert.Equal(Math.Min(rows.Length, (rows.Length == 0 ? 0 : rows[^1] + 1) - rows.Length), set.Named.Length);
            Assert.Equal(set, BusinessSet.OfRows(register, new BusinessSet([.. rows.Select(register.IdAt).Reverse()]).RowsIn(register)));
            register.Add(new Business(new("later"), "店", AreaCode.Parse("510115001001"), BusinessType.Restaurant));
            Assert.Equal(rows, set.RowsIn(register));
        });

    [Fact]
    public void Gaps_OfAYearOf100000Businesses_EqualAPlainLoop_AndAllocateNothingButTheirTable()
    {
        const int Count = 100_000;
        var (first, last) = (new LocalDate(2023, 1, 1), new LocalDate(2023, 12, 31));
        var register = Register(Count);
        var rooms = new SelfControlRooms(register);
        rooms.Take(first, new RecordsBegun(first));
        var log = rooms.Log;
        var made = new bool[365][];
        var rows = new List<int>(Count);
        for (var day = 0; day < 365; day++)
        {
            (made[day], var sequence) = (new bool[Count], 88_172_645_463_325_252UL + (ulong)day);
            rows.Clear();
            for (var row = 0; row < Count; row++)
            {
                sequence ^= sequence << 13;
                sequence ^= sequence >> 7;
                sequence ^= sequence << 17;
                if (made[day][row] = sequence % 10 != 0)
                {
                    rows.Add(row);
                }
            }

            rooms.Take(first.PlusDays(day), new RecordsKept(SelfControlKind.DailyControl, BusinessSet.OfRows(register, [.. rows])));
        }

        var interval = new DateInterval(first, last);
        log.Gaps(SelfControlDuties.Daily, interval, WorkingCalendar.China);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var gaps = log.Gaps(SelfControlDuties.Daily, interval, WorkingCalendar.China);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, gaps.Bytes, gaps.Bytes + 100_000);
        Assert.Equal(Count * (48L + 4), gaps.Bytes);
        Assert.Equal(Count * 49L, log.Bytes);
        var missedOnMay1 = new List<int>();
        for (var row = 0; row < Count; row++)
        {
            var missed = 0;
            for (var day = 0; day < 365; day++)
            {
                missed += made[day][row] ? 0 : 1;
            }

            Assert.Equal(new RecordCoverage(365, 365 - missed), gaps[row]);
            if (!made[120][row])
            {
                missedOnMay1.Add(row);
            }
        }

        Assert.Equal(missedOnMay1, gaps.RowsMissing(new LocalDate(2023, 5, 1)));
        Assert.Equal(Enumerable.Range(0, 365).Where(day => !made[day][77_777]).Select(first.PlusDays), gaps.MissedBy(77_777).Select(period => period.First));
    }

    private static BusinessRegister Register(int count)
    {
        var register = new BusinessRegister(PlanWorld.SmallTree);
        register.AddRange([.. Enumerable.Range(0, count).Select(i => new Business(
            new BusinessId($"b{i:D6}"), "店", AreaCode.Parse(i % 2 == 0 ? "510115001001" : "510116001001"), EnumCodes.All<BusinessType>()[i % EnumCodes.All<BusinessType>().Length]))]);
        return register;
    }

    private static string Show(SelfControlLog log)
    {
        var gaps = log.Gaps(SelfControlDuties.Daily, new DateInterval(First, First.PlusDays(1200)), WorkingCalendar.China);
        var missed = new HashCode();
        for (var row = 0; row < log.Register.Count; row++)
        {
            foreach (var period in gaps.MissedBy(row))
            {
                missed.Add((row, period.First));
            }
        }

        return $"{gaps.Total} {missed.ToHashCode()} {string.Join(";", log.Records)} {string.Join(";", log.OperationMarks.Select(done => done.Act))}";
    }
}
