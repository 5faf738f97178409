using System.Collections.Immutable;
using NodaTime;

namespace FoodSafety.Domain.Acts;

/// <summary>A book of things that are each what their own acts made of them: inspections, warnings, incidents (事项台账).</summary>
/// <remarks>A room says what an act needs and what it makes of a thing; what is kept, voided, looked up and asked of a past day is here.</remarks>
/// <typeparam name="TId">The id of a thing.</typeparam>
/// <typeparam name="T">A thing: immutable.</typeparam>
/// <typeparam name="TAct">The acts.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract class ThingBook<TId, T, TAct> : Book<TAct>
    where TId : struct, IParsable<TId>
    where T : class
    where TAct : Act
{
    private readonly Things<TId, T> _all;
    private readonly Trail<TId> _order;
    private readonly Trails<TId, Done<TAct>> _done;

    private protected ThingBook(UndoLog undo) => (_all, _order, _done) = (new(undo), new(undo), new(undo));

    /// <summary>How many things there are, those that are over included.</summary>
    public int Count => _all.Count;

    /// <summary>All things as they are now, in the order in which they were begun.</summary>
    public IEnumerable<T> All => _order.Items.Select(_all.Find).OfType<T>();

    /// <summary>A thing as it is now.</summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none with the id.</exception>
    public T this[TId id] => _all.Find(id) ?? throw new ArgumentOutOfRangeException(nameof(id), id, $"There is no {ThingKind} {id}. Allowed: the id of one that was begun.");

    /// <summary>A thing as it is now; null when there is none with the id.</summary>
    /// <param name="id">The id.</param>
    public T? Find(TId id) => _all.Find(id);

    /// <summary>All acts on a thing, in the order recorded; those that do not count say so. Empty when there is none with the id.</summary>
    /// <param name="id">The id.</param>
    public IReadOnlyList<Done<TAct>> HistoryOf(TId id) => _done.Of(id);

    /// <summary>A thing as it was at the end of a day, by all that is known now; null when it was not begun then.</summary>
    /// <param name="id">The id.</param>
    /// <param name="day">The day.</param>
    public T? FindOn(TId id, LocalDate day)
    {
        var history = _done.Of(id);
        foreach (var done in history)
        {
            if (CountsFrom(done.Moment) > day)
            {
                return Fold(history.Where(done => CountsFrom(done.Moment) <= day));
            }
        }

        return _all.Find(id);
    }

    /// <summary>All things as they were at the end of a day, by all that is known now, in the order in which they were begun.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<T> On(LocalDate day) => [.. _order.Items.Select(id => FindOn(id, day)).OfType<T>()];

    internal override ImmutableArray<string> Voidable => [ThingKind];

    internal override IEnumerable<(Thing About, ActPlace Place)> VoidableActs() =>
        _order.Items.SelectMany(_done.Of).Where(done => done.Counts).Select(done => (done.Act.Thing!.Value, done.Moment.Place));

    internal override IEnumerable<Thing> LostBy(ActVoided voided) => Parse(voided.About.Id) is { } id && _all.Find(id) is { } thing
        ? LostBetween(id, thing, Fold(_done.Of(id).Where(done => done.Moment.Place != voided.Place)))
        : [];

    internal override LocalDate? LastDayOf(Thing thing) => Voiding.LastDayOf(Parse(thing.Id) is { } id ? _done.Of(id) : []);

    internal sealed override IEnumerable<Thing> BusinessesOf(Act act)
    {
        var id = act is ActVoided voided ? Parse(voided.About.Id) : IdOf((TAct)act);
        var done = act is ActVoided { Place: var place } && id is { } known ? _done.Of(known).First(done => done.Moment.Place == place).Act : (TAct)act;
        return id is { } found && _all.Find(found) is { } thing ? BusinessesOf(thing, done) : [];
    }

    internal sealed override Decision Decide(Act act, Moment moment) => act is ActVoided voided ? Decide(voided) : base.Decide(act, moment);

    internal sealed override void Evolve(Act act, Moment moment)
    {
        if (act is ActVoided voided)
        {
            Evolve(voided, moment);
        }
        else
        {
            base.Evolve(act, moment);
        }
    }

    /// <summary>What sort of thing it is: the kind of the <see cref="Thing"/> of its acts.</summary>
    private protected abstract string ThingKind { get; }

    /// <summary>The id of the thing that an act is about.</summary>
    private protected abstract TId IdOf(TAct act);

    /// <summary>The id that a text in a file says; null when it says none.</summary>
    private protected static TId? Parse(string id) => TId.TryParse(id, null, out var read) ? read : null;

    /// <summary>What an act needs of the thing as it is before; null before it is begun.</summary>
    private protected abstract Decision Decide(T? before, TAct act, Moment moment);

    /// <summary>The thing after an act that was decided. It is total: whatever was taken once is taken again.</summary>
    private protected abstract T After(T? before, TAct act, Moment moment);

    /// <summary>The businesses that an act on a thing is about; none where it is about none.</summary>
    private protected abstract IEnumerable<Thing> BusinessesOf(T thing, TAct act);

    /// <summary>Whether an act that was taken could be taken all the same if the thing had been this before it: what rests on a voided act could not.</summary>
    private protected virtual bool Follows(T? before, TAct act, Moment moment) => Decide(before, act, moment).Refusals.IsEmpty;

    /// <summary>What is no longer there when a thing is another because an act does not count: itself, or parts of it.</summary>
    private protected virtual IEnumerable<Thing> LostBetween(TId id, T before, T? after) => after is null ? [new Thing(ThingKind, $"{id}")] : [];

    /// <summary>The day from which an act counts: that on which it was done, of a decision that of record.</summary>
    private protected virtual LocalDate CountsFrom(Moment moment) => moment.On;

    /// <summary>Hears that a thing is another than before, for indexes; null where there is none.</summary>
    private protected virtual void Changed(T? before, T? after)
    {
    }

    private protected sealed override Decision Decide(TAct act, Moment moment) => Decide(_all.Find(IdOf(act)), act, moment);

    private protected sealed override void Evolve(TAct act, Moment moment)
    {
        var id = IdOf(act);
        if (_done.Of(id).Count == 0)
        {
            _order.Add(id);
        }

        _done.Add(id, new Done<TAct>(act, moment));
        Put(id, After(_all.Find(id), act, moment));
    }

    private Decision Decide(ActVoided voided) => Voiding.Decide<T, TAct>(
        voided, Parse(voided.About.Id) is { } id ? _done.Of(id) : [], (thing, done) => Follows(thing, done.Act, done.Moment), (thing, done) => After(thing, done.Act, done.Moment));

    private void Evolve(ActVoided voided, Moment moment)
    {
        var id = Parse(voided.About.Id) ?? throw new ArgumentException($"No id: '{voided.About.Id}'.", nameof(voided));
        _done.Void(id, voided, moment);
        Put(id, Fold(_done.Of(id)));
    }

    private void Put(TId id, T? after)
    {
        var before = _all.Find(id);
        _all.Put(id, after);
        Changed(before, after);
    }

    private T? Fold(IEnumerable<Done<TAct>> history)
    {
        T? thing = null;
        foreach (var done in history)
        {
            thing = done.Counts ? After(thing, done.Act, done.Moment) : thing;
        }

        return thing;
    }
}
