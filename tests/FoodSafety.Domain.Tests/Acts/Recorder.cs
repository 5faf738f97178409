using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Time;
using FoodSafety.Domain.ValueTypes;
using NodaTime;

namespace FoodSafety.Domain.Tests.Acts;

/// <summary>Takes acts to one book, without a district around it: what is decided is written at once, and can be taken back.</summary>
internal sealed class Recorder<TBook>(TBook book, UndoLog undo) where TBook : Book
{
    private readonly List<(Act Act, Moment Moment)> _kept = [];
    private long _entries;

    public TBook Book => book;

    /// <summary>What was kept, in order.</summary>
    public IReadOnlyList<(Act Act, Moment Moment)> Kept => _kept;

    /// <summary>Takes an act that is done and recorded at an instant, unless it is refused.</summary>
    /// <returns>Why it was refused; empty when it was taken.</returns>
    public ItemList<Refusal> Try(Act act, Instant at, string by = "desk")
    {
        var day = ChinaTime.DateOf(at);
        var moment = new Moment(new Stamp(by, day, at), day, at, new ActPlace(++_entries, 0));
        var decision = book.Decide(act, moment);
        foreach (var kept in decision.Acts)
        {
            book.Evolve(kept, moment);
            _kept.Add((kept, moment));
        }

        return decision.Refusals;
    }

    public void Take(Act act, Instant at, string by = "desk") => Assert.Empty(Try(act, at, by));

    /// <summary>The one reason for which an act is refused.</summary>
    public Refusal Refused(Act act, Instant at) => Assert.Single(Try(act, at));

    /// <summary>Writes acts as they were kept elsewhere: no guard is asked.</summary>
    public TBook Redo(IEnumerable<(Act Act, Moment Moment)> kept)
    {
        foreach (var (act, moment) in kept)
        {
            book.Evolve(act, moment);
        }

        return book;
    }

    /// <summary>Voids each act that was kept, by itself: what is seen then is a book that was never told it.</summary>
    /// <param name="at">When.</param>
    /// <param name="empty">Makes a book of which nothing is kept.</param>
    /// <param name="seen">What is compared.</param>
    /// <param name="tried">Is told of each act whether it could be voided.</param>
    public void VoidEach<T>(Instant at, Func<Recorder<TBook>> empty, Func<TBook, List<T>> seen, Action<bool> tried)
    {
        foreach (var (act, moment) in _kept.ToList())
        {
            var without = new ActVoided(act.Thing!.Value, moment.Place, "typed at the wrong one");
            var isTaken = book.Decide(without, moment).Refusals.IsEmpty;
            tried(isTaken);
            if (isTaken)
            {
                Assert.Equal(seen(empty().Redo(_kept.Where(kept => kept.Moment.Place != moment.Place))), If(without, at, seen));
            }
        }
    }

    /// <summary>What is seen once an act is taken, which is taken back then.</summary>
    public T If<T>(Act act, Instant at, Func<TBook, T> seen)
    {
        undo.IsOn = true;
        Take(act, at);
        var found = seen(book);
        undo.TakeBackTo(0);
        undo.IsOn = false;
        _kept.RemoveAt(_kept.Count - 1);
        return found;
    }
}
