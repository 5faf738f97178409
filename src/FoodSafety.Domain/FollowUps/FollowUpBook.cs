using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.FollowUps;

/// <summary>A follow-up was done, or is not to be done any more (办结后续事项).</summary>
/// <param name="Id">Which.</param>
/// <param name="Reason">What was done, or why nothing is to be done.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FollowUpClosed(FollowUpId Id, string Reason) : Act<FollowUpBook>
{
    /// <inheritdoc/>
    public override string Kind => "follow-up-closed";

    /// <inheritdoc/>
    public override Thing? Thing => new("follow-up", $"{Id}");

    /// <summary>What was done, or why nothing is to be done.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));
}

/// <summary>What somebody has to do since a unit, and what need not be done any more (后续事项).</summary>
/// <param name="Given">What followed, in the order of its numbers.</param>
/// <param name="Settled">What was open and is done by this unit, or was replaced.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FollowUpsGiven(ItemList<FollowUp> Given, ItemList<FollowUpId> Settled) : OutcomePart<FollowUpBook>
{
    /// <inheritdoc/>
    public override string Kind => "follow-ups";

    /// <inheritdoc/>
    public override bool IsEmpty => Given.IsEmpty && Settled.IsEmpty;
}

/// <summary>Who has to do what by when (后续事项台账): it follows from entries, and is closed by an act or by what it asked for.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class FollowUpBook : Book<FollowUpClosed>
{
    private readonly Things<FollowUpId, FollowUp> _all;

    // What is done by what it asks for is looked through after every unit that may have done it. Of these there are few: a new one takes the place of
    // the old one of the same cadre or business. Reports of states pile up until somebody closes them.
    private readonly Things<FollowUpId, FollowUp> _awaited;

    internal FollowUpBook(UndoLog undo) => (_all, _awaited) = (new(undo), new(undo));

    /// <summary>What is open as of the last entry, the oldest first.</summary>
    public ImmutableArray<FollowUp> Open => [.. _all.All.Where(one => one.ClosedOn is null).OrderBy(open => open.Id.Entry).ThenBy(open => open.Id.Number)];

    /// <summary>A follow-up; null when there is none with the id.</summary>
    /// <param name="id">The id.</param>
    public FollowUp? Find(FollowUpId id) => _all.Find(id);

    /// <summary>What was open at the end of a day, the oldest first.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<FollowUp> On(LocalDate day) => [.. _all.All.Where(one => one.IsOpenOn(day)).OrderBy(one => one.Id.Entry).ThenBy(one => one.Id.Number)];

    /// <summary>What is open and is done by what it asks for, without anybody naming it; in no order.</summary>
    internal IEnumerable<FollowUp> Awaited => _awaited.All;

    internal override void Redo(OutcomePart part, Moment moment) => Give((FollowUpsGiven)part, moment.Today);

    /// <summary>Writes what followed.</summary>
    internal void Give(FollowUpsGiven part, LocalDate today)
    {
        foreach (var settled in part.Settled)
        {
            Close(settled, today);
        }

        foreach (var given in part.Given)
        {
            _all.Put(given.Id, given);
            if (IsAwaited(given.Kind))
            {
                _awaited.Put(given.Id, given);
            }
        }
    }

    private protected override Decision Decide(FollowUpClosed act, Moment moment) =>
        _all.Find(act.Id) is not { } known ? new Refusal("unknown-id", ($"没有后续事项 {act.Id}。", $"There is no follow-up {act.Id}."), [new("id", $"{act.Id}")])
        : known.ClosedOn is { } closed ? new Refusal(
            "is-over", ($"后续事项 {act.Id} 已于 {closed:uuuu-MM-dd} 办结。", $"Follow-up {act.Id} was closed on {closed:uuuu-MM-dd}."), [new("closed", $"{closed:uuuu-MM-dd}")])
        : act;

    private protected override void Evolve(FollowUpClosed act, Moment moment) => Close(act.Id, moment.Today);

    private void Close(FollowUpId id, LocalDate on)
    {
        _all.Put(id, _all.Find(id)! with { ClosedOn = on });
        _awaited.Put(id, null);
    }

    private static bool IsAwaited(FollowUpKind kind) => kind.Named() switch
    {
        FollowUpKind.SignCommitment or FollowUpKind.EndCommitment or FollowUpKind.AppointDirector => true,
        FollowUpKind.ReportState or FollowUpKind.Retie => false,
    };
}
