using System.Collections.Immutable;
using NodaTime;

namespace FoodSafety.Domain.Acts;

/// <summary>What a book says to an act: the acts to keep, or why none is kept.</summary>
/// <remarks>The acts are the one that was asked, with what could have been said filled in, and after it those that it entails in other books.</remarks>
internal readonly record struct Decision(ItemList<Act> Acts, ItemList<Refusal> Refusals)
{
    public static implicit operator Decision(Act act) => new([act], []);

    public static implicit operator Decision(Refusal refusal) => new([], [refusal]);

    public static Decision Refuse(IEnumerable<Refusal> refusals) => new([], refusals.ToImmutableArray());

    /// <summary>Keeps an act unless something stands in its way.</summary>
    public static Decision Of(Act act, IEnumerable<Refusal> refusals) => refusals.ToImmutableArray() is { IsEmpty: false } some ? new Decision([], some) : act;
}

/// <summary>The record of a room (台账). A district owns it and writes it; whoever reads it asks.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract class Book
{
    private protected Book()
    {
    }

    /// <summary>The sorts of things of which single acts can be voided here.</summary>
    internal virtual ImmutableArray<string> Voidable => [];

    /// <summary>All acts that could be voided, with where they stand.</summary>
    internal virtual IEnumerable<(Thing About, ActPlace Place)> VoidableActs() => [];

    /// <summary>The day of the last act on a thing that counts, once one was voided; the first of all days when none does, and null where acts need not follow each other.</summary>
    internal virtual LocalDate? LastDayOf(Thing thing) => null;

    /// <summary>The businesses that an act is about, as far as this room knows: those of which a derived fact may be another after it.</summary>
    internal virtual IEnumerable<Thing> BusinessesOf(Act act) => [];

    /// <summary>Asks the guards, and fills in what could have been said.</summary>
    internal abstract Decision Decide(Act act, Moment moment);

    /// <summary>Writes an act that was decided, now or when it was first taken; of its own book and no other. It is total and asks nothing.</summary>
    internal abstract void Evolve(Act act, Moment moment);

    /// <summary>What would no longer be there if an act that can be voided did not count: things and parts of them.</summary>
    internal virtual IEnumerable<Thing> LostBy(ActVoided voided) => [];

    /// <summary>Where the acts stand that could not have been taken without something, of this room or another.</summary>
    internal virtual IEnumerable<ActPlace> RestingOn(Thing thing) => [];

    /// <summary>Sets what followed then, and computes nothing.</summary>
    internal virtual void Redo(OutcomePart part, Moment moment) => throw new ArgumentException($"{GetType().Name} has no outcome '{part.Kind}'.", nameof(part));
}

/// <summary>A book of a closed family of acts.</summary>
/// <typeparam name="TAct">The family.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract class Book<TAct> : Book where TAct : Act
{
    private protected Book()
    {
    }

    internal override Decision Decide(Act act, Moment moment) => Decide((TAct)act, moment);

    internal override void Evolve(Act act, Moment moment) => Evolve((TAct)act, moment);

    private protected abstract Decision Decide(TAct act, Moment moment);

    private protected abstract void Evolve(TAct act, Moment moment);

    /// <summary>An act of the family that the book does not know: it was added and half done.</summary>
    private protected static NotSupportedException Unknown(TAct act) => new($"No book takes '{act.Kind}'.");
}
