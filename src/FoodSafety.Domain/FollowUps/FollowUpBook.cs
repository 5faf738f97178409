using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.FollowUps;

/// <summary>What is done with a follow-up (后续事项办理).</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record FollowUpAct : Act<FollowUpBook>
{
    private protected FollowUpAct(FollowUpId id) => Id = id;

    /// <summary>Which.</summary>
    public FollowUpId Id { get; init; }

    /// <inheritdoc/>
    public sealed override Thing? Thing => new("follow-up", $"{Id}");
}

/// <summary>The last day of a follow-up that was provisional is settled, for its year was announced (期限落定): never earlier than it was told.</summary>
/// <param name="Id">Which.</param>
/// <param name="Due">The last day.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FollowUpDeadlineSettled(FollowUpId Id, Deadline Due) : FollowUpAct(Id)
{
    /// <inheritdoc/>
    public override string Kind => "follow-up-deadline-settled";
}

/// <summary>A follow-up was done, or is not to be done any more (办结后续事项).</summary>
/// <param name="Id">Which.</param>
/// <param name="Reason">What was done, or why nothing is to be done.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record FollowUpClosed(FollowUpId Id, string Reason) : FollowUpAct(Id)
{
    /// <inheritdoc/>
    public override string Kind => "follow-up-closed";

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
public sealed class FollowUpBook : Book<FollowUpAct>
{
    // In the order given, which is that of their ids.
    private readonly Trail<FollowUp> _all;

    // What is done by what it asks for is looked through after every unit that may have done it. Of these there are few: a new one takes the place of
    // the old one of the same cadre or business. Reports of states pile up until somebody closes them.
    private readonly Things<FollowUpId, FollowUp> _awaited;

    // Of inspections there may be one for every business: they are looked through for all only where all are counted anew.
    private readonly Things<FollowUpId, FollowUp> _inspections;
    private readonly Things<FollowUpId, Told> _told;

    // Of what comes again and again about a business and a thing, the last one.
    private readonly Things<(BusinessId Business, Thing About), Last> _last;

    internal FollowUpBook(UndoLog undo) => (_all, _awaited, _inspections, _told, _last) = (new(undo), new(undo), new(undo), new(undo), new(undo));

    /// <summary>What is open as of the last entry, the oldest first.</summary>
    public ImmutableArray<FollowUp> Open => [.. _all.Items.Where(one => one.ClosedOn is null)];

    /// <summary>A follow-up; null when there is none with the id.</summary>
    /// <param name="id">The id.</param>
    public FollowUp? Find(FollowUpId id) => PlaceOf(id) is >= 0 and var place ? _all.Items[place] : null;

    /// <summary>What was open at the end of a day, the oldest first.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<FollowUp> On(LocalDate day)
    {
        var open = ImmutableArray.CreateBuilder<FollowUp>();
        foreach (var one in _all.Span)
        {
            if (one.Since > day)
            {
                break;
            }

            if (one.IsOpenOn(day))
            {
                // That it was closed or settled later was not known then.
                var due = _told.Find(one.Id) is { } told && day < told.SettledOn ? told.Due : one.Due;
                open.Add(one.ClosedOn is null && due == one.Due ? one : one with { ClosedOn = null, Due = due });
            }
        }

        return open.ToImmutable();
    }

    internal override IEnumerable<Act> ToSettle(WorkingCalendar calendar) =>
        Settlement.Of(Open, open => open.Due, calendar, (open, due) => new FollowUpDeadlineSettled(open.Id, due));

    /// <summary>What is open and is done by what it asks for, without anybody naming it, inspections left out; in no order.</summary>
    internal IEnumerable<FollowUp> Awaited => _awaited.All;

    /// <summary>The inspections that are open, in no order.</summary>
    internal IEnumerable<FollowUp> Inspections => _inspections.All;

    /// <summary>How many inspections are open.</summary>
    internal int InspectionCount => _inspections.Count;

    /// <summary>What is open about a business and a thing; null when nothing is.</summary>
    internal FollowUp? FindOpen(BusinessId business, Thing about) => _last.Find((business, about)) is { } last && Find(last.Id) is { ClosedOn: null } open ? open : null;

    /// <summary>Whether something about a business and a thing is told already up to a last day: it is open, or somebody closed it.</summary>
    internal bool IsTold(BusinessId business, Thing about, LocalDate due) =>
        _last.Find((business, about)) is { } last && Find(last.Id) is { } told && told.Due?.LastDay == due && (told.ClosedOn is null || last.IsClosedByHand);

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
            if (_all.Items is [.., var last] && Compare(last.Id, given.Id) >= 0)
            {
                throw new ArgumentException($"Follow-up {given.Id} does not come after {last.Id}.", nameof(part));
            }

            _all.Add(given);
            Await(given);
            if (given is { About: { } about, Businesses: [var business, ..] })
            {
                _last.Put((business, about), new Last(given.Id, IsClosedByHand: false));
            }
        }
    }

    private protected override Decision Decide(FollowUpAct act, Moment moment) =>
        Find(act.Id) is not { } known ? new Refusal("unknown-id", ($"没有后续事项 {act.Id}。", $"There is no follow-up {act.Id}."), [new("id", $"{act.Id}")])
        : known.ClosedOn is { } closed ? new Refusal(
            "is-over", ($"后续事项 {act.Id} 已于 {closed:uuuu-MM-dd} 办结。", $"Follow-up {act.Id} was closed on {closed:uuuu-MM-dd}."), [new("closed", $"{closed:uuuu-MM-dd}")])
        : act is FollowUpDeadlineSettled settled && Settlement.FindUnmet(known.Due, settled.Due) is { } unmet ? Refusal.Of(($"后续事项 {act.Id}", $"follow-up {act.Id}"), unmet)
        : act;

    private protected override void Evolve(FollowUpAct act, Moment moment)
    {
        switch (act)
        {
            case FollowUpClosed closed:
                Close(closed.Id, moment.Today);
                if (Find(closed.Id) is { About: { } about, Businesses: [var business, ..] } && _last.Find((business, about)) is { } last && last.Id == closed.Id)
                {
                    _last.Put((business, about), last with { IsClosedByHand = true });
                }

                break;
            case FollowUpDeadlineSettled settled:
                var open = Find(settled.Id)!;
                _told.Put(open.Id, new Told(open.Due!.Value, moment.Today));
                var due = open with { Due = settled.Due };
                _all.Replace(PlaceOf(open.Id), due);
                Await(due);
                break;
            default:
                throw Unknown(act);
        }
    }

    private void Await(FollowUp open)
    {
        FindStore(open.Kind)?.Put(open.Id, open);
    }

    private void Close(FollowUpId id, LocalDate on)
    {
        var place = PlaceOf(id);
        var closed = _all.Items[place] with { ClosedOn = on };
        _all.Replace(place, closed);
        FindStore(closed.Kind)?.Put(id, null);
    }

    private int PlaceOf(FollowUpId id)
    {
        var (low, high) = (0, _all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Compare(_all.Items[middle].Id, id) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low < _all.Count && _all.Items[low].Id == id ? low : -1;
    }

    private static int Compare(FollowUpId one, FollowUpId other) => (one.Entry, one.Number).CompareTo((other.Entry, other.Number));

    // Where it stands while it is open; null for what nothing but an act closes.
    private Things<FollowUpId, FollowUp>? FindStore(FollowUpKind kind) => kind.Named() switch
    {
        FollowUpKind.SignCommitment or FollowUpKind.EndCommitment or FollowUpKind.AppointDirector or FollowUpKind.AnswerAppeal or FollowUpKind.PublishGrade => _awaited,
        FollowUpKind.Inspect => _inspections,
        FollowUpKind.ReportState or FollowUpKind.Retie => null,
    };

    /// <summary>Which one was given last, and whether somebody said of it that nothing is to be done any more.</summary>
    private sealed record Last(FollowUpId Id, bool IsClosedByHand);

    /// <summary>The last day that was told before it was settled.</summary>
    private sealed record Told(Deadline Due, LocalDate SettledOn);
}
