using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Time;
using FoodSafety.Domain.ValueTypes;
using NodaTime;

namespace FoodSafety.Domain.Tests.SelfControl;

/// <summary>Posts, qualifications and records over a register, without a district around them; acts are decided and written one by one.</summary>
internal sealed class SelfControlRooms
{
    private int _taken;

    public SelfControlRooms(BusinessRegister register)
    {
        Qualifications = new QualificationBook(Undo);
        Staff = new StaffBook(register, Qualifications, Undo);
        Log = new SelfControlLog(register, Staff, Laid.Rules<ItemList<SelfControlDuty>>(SelfControlDuties.All), Undo);
    }

    public UndoLog Undo { get; } = new();

    public QualificationBook Qualifications { get; }

    public StaffBook Staff { get; }

    public SelfControlLog Log { get; }

    /// <summary>Takes acts of a day, and returns the last as it is kept.</summary>
    /// <exception cref="ActsRefusedException">One is refused; those before it stay.</exception>
    public Act Take(LocalDate on, params ReadOnlySpan<Act> acts)
    {
        Act? last = null;
        foreach (var act in acts)
        {
            Book book = act switch { QualificationAct => Qualifications, AppointmentAct => Staff, _ => Log };
            var at = ChinaTime.Zone.AtStartOfDay(on).ToInstant();
            var moment = Moment.Of(new Stamp("office", on, at), ChinaTime.Zone, new ActPlace(1, _taken++));
            var decision = book.Decide(act, moment);
            last = decision.Refusals.IsEmpty ? Assert.Single(decision.Acts) : throw new ActsRefusedException(decision.Refusals);
            book.Evolve(last, moment);
        }

        return last!;
    }

    /// <summary>The codes by which an act of a day is refused; none when it was taken.</summary>
    public ImmutableArray<string> CodesOf(LocalDate on, Act act)
    {
        try
        {
            Take(on, act);
            return [];
        }
        catch (ActsRefusedException refused)
        {
            return [.. refused.Refusals.Select(refusal => refusal.Code)];
        }
    }
}
