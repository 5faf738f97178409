using CsCheck;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Coordination;
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

    /// <summary>Acts as (days since the last, how long before they were done, which day of the past days they are for): some hit a period, some are refused.</summary>
    private static readonly Gen<(int Wait, int Late, int Back)[]> Acts = Gen.Select(Gen.Int[0, 20], Gen.Int[-20, 20], Gen.Int[-10, 40]).Array[0, 12];

    [Fact]
    public void State_OfEveryPeriod_IsWhatItsDaysAndFirstRecordSay() => Gen.Select(Routines, Acts, Gen.Int[0, 220]).Sample((routine, acts, at) =>
    {
        var book = OfficeOf(routine, acts).Book;
        var on = Start.PlusDays(at);
        foreach (var status in book.StatusOn(on, new DateInterval(Start, Start.PlusDays(300))))
        {
            var record = book.HistoryOf("r").Where(done => done.Counts && status.Period.Contains(done.Act.Day) && done.On <= on).MinBy(done => done.On);
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
        var book = OfficeOf(routine, acts).Book;
        var on = Start.PlusDays(at);
        var all = book.StatusOn(on);
        Assert.DoesNotContain(all, status => status.State == DutyState.Upcoming);
        Assert.Equal(all.Where(status => status.State == DutyState.Due), book.DueOn(on));
        Assert.Equal(all.Where(status => status.State == DutyState.Missed), book.MissedOn(on));
    });

    [Fact]
    public void Status_OfADayThatIsOver_IsNotChangedByActsOfLaterDays() => Gen.Select(Routines, Acts, Acts).Sample((routine, acts, later) =>
    {
        var office = OfficeOf(routine, acts);
        var on = office.District.Today;
        var before = office.Book.StatusOn(on);
        Act(office, [.. later.Select(act => act with { Late = 0 })], on.PlusDays(1));
        Assert.Equal(before, office.Book.StatusOn(on));
    });

    [Fact]
    public void Voided_AnyOfTheRecords_IsAsIfItHadNotBeen() => Gen.Select(Routines, Acts, Gen.Int[0, 11]).Sample((routine, acts, mistaken) =>
    {
        var office = OfficeOf(routine, acts);
        var history = office.Book.HistoryOf("r").ToList();
        if (mistaken >= history.Count)
        {
            return;
        }

        office.Do(office.District.Today, new ActVoided(new Thing("routine", "r"), history[mistaken].Moment.Place, "mistaken"));

        var without = new CoordinationOffice();
        without.Do(Start, new MechanismAdopted(Only([routine]), "start"));
        foreach (var done in history.Where((_, place) => place != mistaken))
        {
            without.Record(done.Moment.Today, done.On, done.Act);
        }

        Assert.Equal(Seen(without.Book), Seen(office.Book));

        static IEnumerable<object> Seen(CoordinationBook book) =>
            [.. book.StatusOn(Start.PlusDays(300)).Select(status => (status.Period, status.State, status.Record?.On, status.Record?.Act)), .. book.DoneWithin(new DateInterval(Start, Start.PlusDays(300))).Select(done => done.Act)];
    });

    private static CoordinationOffice OfficeOf(Routine routine, (int Wait, int Late, int Back)[] acts)
    {
        var office = new CoordinationOffice();
        office.Do(Start, new MechanismAdopted(Only([routine]), "start"));
        Act(office, acts, Start);
        return office;
    }

    private static void Act(CoordinationOffice office, (int Wait, int Late, int Back)[] acts, LocalDate from)
    {
        var recorded = from;
        foreach (var (wait, late, back) in acts)
        {
            recorded = recorded.PlusDays(wait);
            var on = recorded.PlusDays(-Math.Max(late, 0));
            var day = LocalDate.Min(LocalDate.Max(on.PlusDays(-back), Start), Start.PlusDays(360));
            try
            {
                office.Record(recorded, on, new RoutineDone("r", day));
            }
            catch (ActsRefusedException)
            {
                // Outside the term, on a day off, or ahead of the period: such an act must leave no trace.
            }
        }
    }
}
