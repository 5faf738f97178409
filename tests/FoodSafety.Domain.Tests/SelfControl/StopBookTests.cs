using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.SelfControl;

public class StopBookTests
{
    private static readonly LocalDate First = new(2024, 5, 1);
    private static readonly BusinessId Shop = new("shop");
    private static readonly StaffId Officer = new("officer");
    private static readonly StaffId Main = new("main");
    private static readonly StopId One = new(1);

    private readonly District _district = ActTrial.NewDistrict(businesses: [Shop.Value]);

    public StopBookTests()
    {
        _district.Take(new AppointmentMade(new Appointment(new(1), Officer, Shop, SafetyPost.Officer, new Term(First))), First);
        _district.Take(new AppointmentMade(new Appointment(new(2), Main, Shop, SafetyPost.MainPerson, new Term(First))), First);
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
        _district.Take(StopAct.Propose(One, Shop, Officer, "cold dishes: refrigerator broken"), First);
        _district.Take(StopAct.Stop(One, "Wenjiang bureau"), First.PlusDays(1));
        Assert.Equal([new StepOption<StopStep>(StopStep.Lift, [])], _district.Stops.AllowedSteps(One));
        _district.Take(StopAct.Lift(One, "repaired"), First.PlusDays(3));

        Assert.Equal([1, 2], Enumerable.Range(0, 6).Where(day => !_district.Stops.StoppedOn(First.PlusDays(day)).IsEmpty));
        Assert.Equal(
            [StopState.Proposed, StopState.Stopped, StopState.Stopped, StopState.Lifted],
            Enumerable.Range(0, 4).Select(day => Assert.Single(_district.AsOf(First.PlusDays(day)).Stops).State));
        Assert.Equal((Shop, Officer, "cold dishes: refrigerator broken"), (_district.Stops[One].Business, _district.Stops[One].Person, _district.Stops[One].Risk));
        Assert.Equal(3, _district.Stops.HistoryOf(One).Count);
        Assert.Equal("step-not-possible", _district.Refused(StopAct.Lift(One, "again"), First.PlusDays(3)).Code);
        Assert.Equal("behind-the-last", _district.Refused(StopAct.Lift(One, "late"), First).Code);
    }

    [Fact]
    public void Propose_ByWhoIsNeitherDirectorNorOfficer_IsRefused()
    {
        var refused = _district.Refused(StopAct.Propose(One, Shop, Main, "mice"), First);

        Assert.Equal("proposal to stop 1 (not begun): the step 'propose' is refused: main is neither director nor officer on duty at shop.", refused.Text.English);
        Assert.Equal(("director-or-officer", "main", "shop"), (refused.Code, refused.ValueOf("person"), refused.ValueOf("business")));
        Assert.Same(StopBook.VetoBasis, refused.Basis);
        Assert.Empty(_district.Stops.All);
    }

    [Fact]
    public void Decline_ThenStop_IsRefused()
    {
        _district.Take(StopAct.Propose(One, Shop, Officer, "mice"), First);
        _district.Take(StopAct.Decline(One, "no trace found"), First);

        Assert.Equal("step-not-possible", _district.Refused(StopAct.Stop(One, "bureau"), First).Code);
        Assert.Equal("step-not-possible", _district.Refused(StopAct.Stop(new(2), "bureau"), First).Code);
        Assert.Equal("id-taken", _district.Refused(StopAct.Propose(One, Shop, Officer, "mice"), First).Code);
        Assert.Equal("no-id", _district.Refused(StopAct.Propose(default, Shop, Officer, "mice"), First).Code);
        Assert.Throws<ArgumentOutOfRangeException>(() => _district.Stops[new StopId(2)]);
    }

    [Fact]
    public void Propose_OfADayOnWhichTheOfficerWasOnDuty_IsTakenLateAndStands()
    {
        _district.Take(new AppointmentEnded(new(1), "left"), First.PlusDays(3));
        var late = new Stamp("desk", First.PlusDays(2), _district.RecordedUpTo);

        // Whoever proposed is asked for by the day on which it was done, not by that on which it is typed.
        _district.Apply(late, StopAct.Propose(One, Shop, Officer, "mice"));
        Assert.Equal("director-or-officer", _district.Refused(StopAct.Propose(new(2), Shop, Officer, "lice"), First.PlusDays(3)).Code);

        // And it is not asked again: not when the district is opened anew, nor where steps of the proposal are voided.
        Assert.Equal(_district.Stops[One], District.Open(_district.Settings, _district.Pending).Stops[One]);
    }

    [Fact]
    public void Stop_TypedAtTheWrongProposal_IsVoidedOnceItsLiftIs()
    {
        _district.Take(StopAct.Propose(One, Shop, Officer, "mice"), First);
        _district.Take(StopAct.Stop(One, "bureau"), First.PlusDays(1));
        _district.Take(StopAct.Lift(One, "caught"), First.PlusDays(2));
        var (stopped, lifted) = (_district.Stops.HistoryOf(One)[1].Moment.Place, _district.Stops.HistoryOf(One)[2].Moment.Place);
        var (about, day) = (new Thing("stop", "1"), First.PlusDays(4));

        Assert.Equal("others-rest-on-it", _district.Refused(new ActVoided(about, stopped, "another shop"), day).Code);
        _district.Take(new ActVoided(about, lifted, "another shop"), day);
        Assert.True(_district.Stops[One].IsStoppedOn(First.PlusDays(3)));
        _district.Take(new ActVoided(about, stopped, "another shop"), day);

        Assert.Equal((StopState.Proposed, null), (_district.Stops[One].State, _district.Stops[One].Stopped));
        _district.Take(StopAct.Decline(One, "no trace found"), day);
    }

    [Fact]
    public void Act_WhoseBusinessOrPersonDoesNotFitTheStep_IsRefused()
    {
        Assert.Equal(["business", "person"], Needs(new StopAct(One, StopStep.Propose, "mice")));
        Assert.Equal(["person"], Needs(new StopAct(One, StopStep.Propose, "mice", Shop)));
        Assert.Equal(["business"], Needs(StopAct.Propose(One, default, Officer, "mice")));
        Assert.Equal(["person"], Needs(StopAct.Propose(One, Shop, default, "mice")));
        _district.Take(StopAct.Propose(One, Shop, Officer, "mice"), First);
        var refused = _district.Refused(new StopAct(One, StopStep.Stop, "bureau", Shop), First);
        Assert.Equal(("data-not-asked", "business", "Needed: nothing; possible besides: nothing."), (refused.Code, refused.ValueOf("has"), refused.Allowed.English));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => new StopAct(One, default, "mice"));
        Assert.Throws<TextRefusedException>(() => StopAct.Stop(One, ""));

        IEnumerable<string?> Needs(StopAct act) => Assert.Throws<ActsRefusedException>(() => _district.Take(act, First)).Refusals.Select(refusal => refusal.ValueOf("needs"));
    }

    [Fact]
    public void Lifecycle_PrintsItself() => Assert.Contains("已停止", Stops.Lifecycle.ToMermaid(Language.Chinese), StringComparison.Ordinal);
}
