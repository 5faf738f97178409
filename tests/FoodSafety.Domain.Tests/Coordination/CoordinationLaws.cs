using CsCheck;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;
using static FoodSafety.Domain.Tests.Coordination.CoordinationWorld;

namespace FoodSafety.Domain.Tests.Coordination;

public class CoordinationLaws
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    private static readonly Gen<Routine> Routines = Gen.Select(
        Gen.Int[0, Cadence.All.Length - 1].Select(place => Cadence.All[place]), Gen.Int[0, 60], Gen.Int[1, 120],
        (cadence, from, length) => Routine("r", cadence, new Term(Start.PlusDays(from), Start.PlusDays(from + length))));

    /// <summary>Acts as (days since the last, which day of the past days they are for): some hit a period, some are refused.</summary>
    private static readonly Gen<(int Wait, int Back)[]> Acts = Gen.Select(Gen.Int[0, 20], Gen.Int[-10, 40]).Array[0, 12];

    [Fact]
    public void State_OfEveryPeriod_IsWhatItsDaysAndFirstRecordSay() => Gen.Select(Routines, Acts, Gen.Int[0, 220]).Sample((routine, acts, at) =>
    {
        var book = BookOf(routine, acts);
        var on = Start.PlusDays(at);
        foreach (var status in book.StatusOn(on, new DateInterval(Start, Start.PlusDays(300))))
        {
            var record = book.Events.OfType<RoutineDone>().FirstOrDefault(done => status.Period.Contains(done.Day) && done.On <= on);
            bool isDone = record is not null, isInTime = record?.On <= status.DueBy;
            bool[] states = [!isDone && on < status.From, !isDone && status.From <= on && on <= status.DueBy, isDone && isInTime, isDone && !isInTime, !isDone && on > status.DueBy];
            Assert.Equal([status.State], Enum.GetValues<DutyState>().Where((_, place) => states[place]));
            Assert.Same(record, status.Record);
            Assert.True(routine.Term.Contains(status.From) && routine.Term.Contains(status.DueBy) && status.From <= status.DueBy);
        }
    });

    [Fact]
    public void Lists_OfADay_AreThePartsOfItsStatus() => Gen.Select(Routines, Acts, Gen.Int[0, 220]).Sample((routine, acts, at) =>
    {
        var book = BookOf(routine, acts);
        var on = Start.PlusDays(at);
        var all = book.StatusOn(on);
        Assert.DoesNotContain(all, status => status.State == DutyState.Upcoming);
        Assert.Equal(all.Where(status => status.State == DutyState.Due), book.DueOn(on));
        Assert.Equal(all.Where(status => status.State == DutyState.Missed), book.MissedOn(on));
    });

    [Fact]
    public void Status_OfADayThatIsOver_IsNotChangedByLaterActs() => Gen.Select(Routines, Acts, Acts).Sample((routine, acts, later) =>
    {
        var book = BookOf(routine, acts);
        var on = book.LastDay!.Value;
        var before = book.StatusOn(on);
        Act(book, later, on.PlusDays(1));
        Assert.Equal(before, book.StatusOn(on));
    });

    [Fact]
    public void Replay_OfTheEvents_GivesTheSameBook() => Gen.Select(Routines, Acts).Sample((routine, acts) =>
    {
        var book = BookOf(routine, acts);
        var again = CoordinationBook.Replay(book.Events, WorkingCalendar.China);
        Assert.Equal(book.Events, again.Events);
        Assert.Equal(book.StatusOn(Start.PlusDays(300)), again.StatusOn(Start.PlusDays(300)));
    });

    private static CoordinationBook BookOf(Routine routine, (int Wait, int Back)[] acts)
    {
        var book = new CoordinationBook(WorkingCalendar.China);
        book.Adopt(Only([routine]), "start", Office, Start);
        Act(book, acts, Start);
        return book;
    }

    private static void Act(CoordinationBook book, (int Wait, int Back)[] acts, LocalDate from)
    {
        var on = from;
        foreach (var (wait, back) in acts)
        {
            on = on.PlusDays(wait);
            var day = LocalDate.Min(LocalDate.Max(on.PlusDays(-back), Start), Start.PlusDays(360));
            try
            {
                book.Done("r", day, "", Office, on);
            }
            catch (CoordinationRefusedException)
            {
                // Outside the term, on a day off, or ahead of the period: such an act must leave no trace.
            }
        }
    }
}
