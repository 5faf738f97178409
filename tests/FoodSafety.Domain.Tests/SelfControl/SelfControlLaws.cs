using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Responsibility;
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
    public void Gaps_AreThoseOfAPlainLoop_AndReplayGivesThemAgain() => Gen.Select(
        Gen.Select(Gen.Int[0, 6], AnyOffset).Array[0, 200],
        Gen.Select(Gen.Int[0, 6], AnyOffset, Gen.Int[1, 500], Gen.Bool, Gen.Bool).Array[0, 12],
        Gen.Select(AnyOffset, Gen.Int[0, 700]),
        Gen.Int[0, Duties.Length - 1]).Sample(
        (records, marks, span, which) =>
        {
            var register = Register(7);
            var log = new SelfControlLog(register, First);
            var made = new HashSet<(int Row, LocalDate Day)>();
            var closed = new Dictionary<(int Row, LocalDate Day), bool>();
            var last = First.PlusDays(2500);
            foreach (var (row, offset) in records)
            {
                Assert.Equal(made.Add((row, First.PlusDays(offset))) ? 1 : 0, log.AddZeroRisk(SelfControlKind.DailyControl, First.PlusDays(offset), row));
            }

            foreach (var (row, offset, length, isOpen, isOperating) in marks)
            {
                var term = new Term(First.PlusDays(offset), isOpen ? null : First.PlusDays(offset + length));
                log.Mark(new OperationMark(register.IdAt(row), term, isOperating, "bureau", First));
                for (var day = term.From; day < (term.Until ?? last); day = day.PlusDays(1))
                {
                    closed[(row, day)] = !isOperating;
                }
            }

            var (duty, interval) = (Duties[which], new DateInterval(First.PlusDays(span.Item1), First.PlusDays(span.Item1 + span.Item2)));
            var gaps = log.Gaps(duty, interval, WorkingCalendar.China);
            var replayed = SelfControlLog.Replay(register, First, log.OperationMarks, log.Records);

            var (owedInAll, missedInAll) = (0, 0);
            for (var row = 0; row < register.Count; row++)
            {
                var owed = gaps.Periods.Where(period => period.Interval.Any(day => !closed.GetValueOrDefault((row, day)))).ToList();
                var missed = owed.Where(period => !period.Interval.Any(day => made.Contains((row, day)))).ToList();
                Assert.Equal(new RecordCoverage(owed.Count, owed.Count - missed.Count), gaps[row]);
                Assert.Equal(missed, gaps.MissedBy(row));
                Assert.Equal(missed, log.GapsOf(register.IdAt(row), duty, interval, WorkingCalendar.China));
                Assert.Equal(missed, replayed.GapsOf(register.IdAt(row), duty, interval, WorkingCalendar.China));
                Assert.All(missed, period => Assert.Contains(row, gaps.RowsMissing(period.First)));
                (owedInAll, missedInAll) = (owedInAll + owed.Count, missedInAll + missed.Count);
            }

            Assert.Equal((owedInAll, missedInAll), (gaps.Total.Owed, gaps.Total.Missed));
            Assert.Equal(gaps.Total.Owed, gaps.BySector().Sum(s => s.Coverage.Owed));
            Assert.Equal(gaps.Total, gaps.ByArea()[AreaCode.Parse("51")]);
            Assert.Equal(log.Records, replayed.Records);
        },
        iter: 150);

    [Fact]
    public void Gaps_OfAYearOf100000Businesses_EqualAPlainLoop_AndAllocateNothingButTheirTable()
    {
        const int Count = 100_000;
        var (first, last) = (new LocalDate(2023, 1, 1), new LocalDate(2023, 12, 31));
        var register = Register(Count);
        var log = new SelfControlLog(register, first);
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

            log.AddZeroRisk(SelfControlKind.DailyControl, first.PlusDays(day), [.. rows]);
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
            new BusinessId($"b{i}"), "店", AreaCode.Parse(i % 2 == 0 ? "510115001001" : "510116001001"), BusinessTypes.All[i % BusinessTypes.All.Length]))]);
        return register;
    }
}
