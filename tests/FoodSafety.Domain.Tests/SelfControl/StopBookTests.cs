using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.SelfControl;

public class StopBookTests
{
    private static readonly LocalDate First = new(2024, 5, 1);
    private static readonly BusinessId Shop = new("shop");
    private static readonly StaffId Officer = new("officer");

    private readonly SelfControlRooms _rooms;
    private readonly StopBook _book;

    public StopBookTests()
    {
        var register = new BusinessRegister(PlanWorld.SmallTree);
        register.Add(new Business(Shop, "店", AreaCode.Parse("510115001001"), BusinessType.Restaurant));
        _rooms = new SelfControlRooms(register);
        _book = new StopBook(_rooms.Staff);
        _rooms.Take(First, new AppointmentMade(new Appointment(new(1), Officer, Shop, SafetyPost.Officer, new Term(First))));
        _rooms.Take(First, new AppointmentMade(new Appointment(new(2), new StaffId("main"), Shop, SafetyPost.MainPerson, new Term(First))));
    }

    public static TheoryData<StopState?, StopStep, StopState?> Table
    {
        get
        {
            var table = new TheoryData<StopState?, StopStep, StopState?>();
            foreach (var state in Enum.GetValues<StopState>().Select(state => (StopState?)state).Prepend(null))
            {
                foreach (var step in Enum.GetValues<StopStep>())
                {
                    table.Add(state, step, (state, step) switch
                    {
                        (null, StopStep.Propose) => StopState.Proposed,
                        (StopState.Proposed, StopStep.Stop) => StopState.Stopped,
                        (StopState.Proposed, StopStep.Decline) => StopState.Declined,
                        (StopState.Stopped, StopStep.Lift) => StopState.Lifted,
                        _ => null,
                    });
                }
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Lifecycle_OfEveryStateAndStep(StopState? from, StopStep step, StopState? to) => Assert.Equal(to, Stops.Lifecycle.FindNext(from, step));

    [Fact]
    public void Stop_HoldsFromItsDayToTheDayBeforeItIsLifted()
    {
        var id = _book.Propose(Shop, Officer, "cold dishes: refrigerator broken", First).Id;
        _book.Stop(id, "Wenjiang bureau", "main", First.PlusDays(1));
        _book.Lift(id, "repaired", "main", First.PlusDays(3));

        Assert.Equal([1, 2], Enumerable.Range(0, 6).Where(day => !_book.StoppedOn(First.PlusDays(day)).IsEmpty));
        Assert.Equal((StopState.Lifted, 3), (_book[id].State, _book[id].History.Length));
        Assert.Throws<StepRefusedException<StopState, StopStep>>(() => _book.Lift(id, "again", "main", First.PlusDays(3)));
        Assert.Throws<LedgerDayException>(() => _book.Propose(Shop, Officer, "late", First));
    }

    [Fact]
    public void Propose_ByWhoIsNeitherDirectorNorOfficer_IsRefused()
    {
        var refused = Assert.Throws<StepRefusedException<StopState, StopStep>>(() => _book.Propose(Shop, new StaffId("main"), "mice", First));

        Assert.Equal(
            "proposal to stop 1 (not begun): the step 'propose' is refused: main is neither director nor officer on duty at shop.", refused.Message);
        Assert.Equal("director-or-officer", Assert.Single(refused.Unmet).Code);
        Assert.Same(StopBook.VetoBasis, refused.Unmet[0].Basis);
        Assert.Empty(_book.Events);
    }

    [Fact]
    public void Decline_ThenStop_IsRefused()
    {
        var id = _book.Propose(Shop, Officer, "mice", First).Id;
        _book.Decline(id, "no trace found", "main", First);

        Assert.Throws<StepRefusedException<StopState, StopStep>>(() => _book.Stop(id, "bureau", "main", First));
        Assert.Throws<ArgumentOutOfRangeException>(() => _book[new StopId(2)]);
    }

    [Fact]
    public void Replay_GivesAnEqualBook()
    {
        var id = _book.Propose(Shop, Officer, "mice", First).Id;
        _book.Propose(Shop, Officer, "lice", First);
        _book.Stop(id, "bureau", "main", First.PlusDays(1));

        var replayed = StopBook.Replay(_rooms.Staff, _book.Events);

        Assert.Equal(_book.Events, replayed.Events);
        Assert.Equal(_book.Proposals.Select(p => (p.Id, p.State)), replayed.Proposals.Select(p => (p.Id, p.State)));
    }

    [Fact]
    public void Replay_AfterTheProposerLeftThatDay_GivesAnEqualBook()
    {
        _book.Propose(Shop, Officer, "mice", First);
        _rooms.Take(First, new AppointmentEnded(new(1), "left"));

        Assert.Equal(_book.Events, StopBook.Replay(_rooms.Staff, _book.Events).Events);
        Assert.Throws<StepRefusedException<StopState, StopStep>>(() => _book.Propose(Shop, Officer, "lice", First));
    }

    [Fact]
    public void Replay_OfAStepAtAnotherBusiness_IsRefused()
    {
        var id = _book.Propose(Shop, Officer, "mice", First).Id;
        var stop = _book.Stop(id, "bureau", "main", First) with { Business = new BusinessId("other") };

        var refused = Assert.Throws<ArgumentException>(() => StopBook.Replay(_rooms.Staff, [_book.Events[0], stop]));
        Assert.Equal("The step Stop of proposal 1 at other is out of turn. Allowed: proposal 1 at shop. (Parameter 'events')", refused.Message);
    }

    [Fact]
    public void Lifecycle_PrintsItself() => Assert.Contains("已停止", Stops.Lifecycle.ToMermaid(Language.Chinese), StringComparison.Ordinal);
}
