using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.SelfControl;

/// <summary>All proposals to stop an activity and the stops (否决权台账).</summary>
/// <remarks>Days never go backwards: an act may be dated on the day of the last one or later. Not thread-safe.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class StopBook
{
    private readonly StaffBook _staff;
    private readonly List<StopProposal> _proposals = [];
    private readonly List<StopEvent> _events = [];

    /// <summary>Opens an empty book.</summary>
    /// <param name="staff">Who holds which post, and so may propose.</param>
    public StopBook(StaffBook staff)
    {
        ArgumentNullException.ThrowIfNull(staff);
        _staff = staff;
    }

    /// <summary>The rule that director and officer may propose to stop.</summary>
    public static Citation VetoBasis { get; } = SelfControlSources.Order60;

    /// <summary>The law by which the enterprise must stop and report when an accident threatens, in the edition in force on a day.</summary>
    /// <param name="on">The day of the stop.</param>
    public static Citation StopBasis(LocalDate on) => FoodSafetyLaw.Article("47", on);

    /// <summary>Everything that was done, in order: enough to <see cref="Replay"/> the book.</summary>
    public IReadOnlyList<StopEvent> Events => _events.AsReadOnly();

    /// <summary>All proposals, each as it is now, in the order made.</summary>
    public IReadOnlyList<StopProposal> Proposals => _proposals.AsReadOnly();

    /// <summary>A proposal as it is now.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such proposal.</exception>
    public StopProposal this[StopId id] => id.Number >= 1 && id.Number <= _proposals.Count
        ? _proposals[(int)id.Number - 1]
        : throw new ArgumentOutOfRangeException(nameof(id), id, $"The book has {_proposals.Count} proposals, numbered from 1.");

    /// <summary>Builds a book from the events of another.</summary>
    /// <remarks>That whoever proposed was on duty was seen then and is not asked again: the book of staff may have learnt otherwise since.</remarks>
    /// <param name="staff">Who holds which post, and so may propose from now on.</param>
    /// <param name="events">The events, in order.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">A step would have been refused.</exception>
    /// <exception cref="LedgerDayException">A day is before that of the event before it.</exception>
    /// <exception cref="ArgumentException">An event lacks what its step needs, or its number or business is another.</exception>
    public static StopBook Replay(StaffBook staff, IEnumerable<StopEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var book = new StopBook(staff);
        foreach (var e in events)
        {
            var taken = e.Step == StopStep.Propose ? book.Open(e.Business, new StaffId(e.By), e.Note, e.On, []) : book.Take(e.Id, e.Step, e.Note, e.By, e.On);
            if (taken != e)
            {
                throw new ArgumentException($"The step {e.Step} of proposal {e.Id} at {e.Business} is out of turn. Allowed: proposal {taken.Id} at {taken.Business}.", nameof(events));
            }
        }

        return book;
    }

    /// <summary>A director or officer proposes to stop (提出否决建议).</summary>
    /// <param name="business">The business.</param>
    /// <param name="person">Who proposes: its director or officer on duty.</param>
    /// <param name="risk">The activity, and the risk that was found.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">The person is neither director nor officer on duty there.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no business, person or risk.</exception>
    public StopEvent Propose(BusinessId business, StaffId person, string risk, LocalDate on) =>
        Open(business, person, risk, on, UnmetBy(business, person, on));

    /// <summary>The enterprise stops the activity and reports it to the bureau (停止并报告).</summary>
    /// <param name="id">The proposal.</param>
    /// <param name="bureau">The bureau that was told.</param>
    /// <param name="by">Who decided: a key in the user's platform.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">It is not open.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no such proposal, no bureau or nobody who acts.</exception>
    public StopEvent Stop(StopId id, string bureau, string by, LocalDate on) => Take(id, StopStep.Stop, bureau, by, on);

    /// <summary>The enterprise does not follow the proposal (不予采纳).</summary>
    /// <param name="id">The proposal.</param>
    /// <param name="reason">Why there is no risk of an accident.</param>
    /// <param name="by">Who decided: a key in the user's platform.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">It is not open.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no such proposal, no reason or nobody who acts.</exception>
    public StopEvent Decline(StopId id, string reason, string by, LocalDate on) => Take(id, StopStep.Decline, reason, by, on);

    /// <summary>Lifts a stop (恢复): on the day of the act the activity goes on.</summary>
    /// <param name="id">The proposal.</param>
    /// <param name="reason">How the risk was removed.</param>
    /// <param name="by">Who decided: a key in the user's platform.</param>
    /// <param name="on">The day.</param>
    /// <exception cref="StepRefusedException{TState, TStep}">Nothing is stopped.</exception>
    /// <exception cref="LedgerDayException">The day is before that of the last act.</exception>
    /// <exception cref="ArgumentException">There is no such proposal, no reason or nobody who acts.</exception>
    public StopEvent Lift(StopId id, string reason, string by, LocalDate on) => Take(id, StopStep.Lift, reason, by, on);

    /// <summary>The proposals whose stop holds on a day, in the order made.</summary>
    /// <param name="on">The day.</param>
    public ImmutableArray<StopProposal> StoppedOn(LocalDate on) => [.. _proposals.Where(proposal => proposal.IsStoppedOn(on))];

    private StopEvent Open(BusinessId business, StaffId person, string risk, LocalDate on, IEnumerable<UnmetGuard> unmet)
    {
        if (business.IsNone || person.IsNone)
        {
            throw new ArgumentException("A proposal is of a person at a business.", business.IsNone ? nameof(business) : nameof(person));
        }

        CheckAct(risk, nameof(risk), person.Value, on);
        var id = new StopId(_proposals.Count + 1);
        var state = Stops.Lifecycle.Next(StopProposal.NameOf(id), null, StopStep.Propose, unmet);
        var proposed = new StopEvent(id, StopStep.Propose, business, person.Value, risk, on);
        _proposals.Add(new StopProposal(id, business, state, [proposed]));
        _events.Add(proposed);
        return proposed;
    }

    private StopEvent Take(StopId id, StopStep step, string note, string by, LocalDate on)
    {
        var proposal = this[id];
        CheckAct(note, nameof(note), by, on);
        var state = Stops.Lifecycle.Next(proposal.Name, proposal.State, step);
        var taken = new StopEvent(id, step, proposal.Business, by, note, on);
        _proposals[(int)id.Number - 1] = proposal with { State = state, History = proposal.History.Add(taken) };
        _events.Add(taken);
        return taken;
    }

    private IEnumerable<UnmetGuard> UnmetBy(BusinessId business, StaffId person, LocalDate on)
    {
        if (!_staff.OnDutyAt(business, on).Any(held => held.Person == person && held.Post.IsManager()))
        {
            yield return new UnmetGuard(
                "director-or-officer", ($"{person} 不是 {business} 在岗的食品安全总监或食品安全员", $"{person} is neither director nor officer on duty at {business}"),
                [new GuardValue("person", person.Value), new GuardValue("business", business.Value)], VetoBasis);
        }
    }

    private void CheckAct(string note, string parameter, string by, LocalDate on)
    {
        TextRule.Note.Check(note, parameter);
        TextRule.Key.Check(by);
        if (_events.Count > 0 && on < _events[^1].On)
        {
            throw new LedgerDayException(on, _events[^1].On);
        }
    }
}
