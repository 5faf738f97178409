using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Acts;

/// <summary>What an act is about, where order is kept and changes are noticed: <c>("rectification", "20260000005")</c>.</summary>
/// <param name="Kind">What sort of thing it is: a stable word in lower case with hyphens.</param>
/// <param name="Id">Which one, written as in files; empty where there is only one.</param>
public readonly record struct Thing(string Kind, string Id)
{
    /// <summary>What sort of thing it is: a stable word in lower case with hyphens.</summary>
    public string Kind { get; init => field = TextRule.Key.Check(value, nameof(Kind)); } = TextRule.Key.Check(Kind, nameof(Kind));

    /// <summary>Which one, written as in files; empty where there is only one.</summary>
    public string Id { get; init => field = TextRule.Key.CheckAny(value, nameof(Id)) ?? ""; } = TextRule.Key.CheckAny(Id, nameof(Id)) ?? "";

    /// <summary>As errors name it: <c>rectification 20260000005</c>.</summary>
    public override string ToString() => string.IsNullOrEmpty(Id) ? Kind ?? "" : $"{Kind} {Id}";
}

/// <summary>What somebody did, as data (办理事项). A list of them is what a district takes, keeps and redoes.</summary>
/// <remarks>
/// An act is a value: equal to another that says the same. It names things by their ids and never by a place in memory, and says of people
/// only their keys. The families of acts are closed: each belongs to one room, and a process of a user's own is data of a general one.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record Act
{
    private protected Act()
    {
    }

    /// <summary>The stable word by which it is known in a journal, in lower case with hyphens.</summary>
    public abstract string Kind { get; }

    /// <summary>What it is about; null when it is about many things or the district as a whole.</summary>
    public virtual Thing? Thing => null;

    /// <summary>
    /// Whether acts on its thing follow each other by their days. False for facts of the world: what is told late about an earlier day is
    /// taken, and changes nothing that has been told of a later one.
    /// </summary>
    public virtual bool IsInOrder => true;

    /// <summary>The type of the book that takes it.</summary>
    internal abstract Type Book { get; }
}

/// <summary>An act that goes to a certain book.</summary>
/// <typeparam name="TBook">The book.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record Act<TBook> : Act where TBook : Book
{
    private protected Act()
    {
    }

    internal sealed override Type Book => typeof(TBook);
}

/// <summary>
/// An act was recorded by mistake, at the wrong thing or not at all as it was, and does not count (更正：作废). The thing becomes what its
/// other acts make of it; the history keeps both.
/// </summary>
/// <remarks>
/// Refused while later acts rest on it: those are voided first, or before it in the same unit. A thing of which no act counts is no longer
/// there, and its id is free, for the number on a form is mostly right and what was typed for it wrong.
/// </remarks>
/// <param name="About">What the act was about: its <see cref="Act.Thing"/>.</param>
/// <param name="Place">Where it stands in the journal.</param>
/// <param name="Reason">Why it does not count.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ActVoided(Thing About, ActPlace Place, string Reason) : Act
{
    /// <inheritdoc/>
    public override string Kind => "act-voided";

    /// <summary>Why it does not count.</summary>
    public string Reason { get; init => field = TextRule.Note.Check(value, nameof(Reason)); } = TextRule.Note.Check(Reason, nameof(Reason));

    /// <inheritdoc/>
    public override Thing? Thing => About;

    /// <inheritdoc/>
    public override bool IsInOrder => false;

    // The book is that of the thing, which only the district can find.
    internal override Type Book => typeof(ActVoided);
}

/// <summary>What followed from a unit in one room and only the library could say (结果); it is kept and never computed again.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record OutcomePart
{
    private protected OutcomePart()
    {
    }

    /// <summary>The stable word by which it is known in a journal.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether it says that nothing followed.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>The type of the book that redoes it.</summary>
    internal abstract Type Book { get; }
}

/// <summary>A part of an outcome that goes to a certain book.</summary>
/// <typeparam name="TBook">The book.</typeparam>
[JsonConverter(typeof(RefusingJsonConverter))]
public abstract record OutcomePart<TBook> : OutcomePart where TBook : Book
{
    private protected OutcomePart()
    {
    }

    internal sealed override Type Book => typeof(TBook);
}

/// <summary>Everything that followed from a unit (结果).</summary>
/// <param name="Parts">One for each room in which something was decided, in the order in which rooms follow each other.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Outcome(ItemList<OutcomePart> Parts)
{
    /// <summary>Whether nothing followed.</summary>
    public bool IsEmpty
    {
        get
        {
            foreach (var part in Parts)
            {
                if (!part.IsEmpty)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The part of a type; null when there is none.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public T? Find<T>() where T : OutcomePart => Parts.OfType<T>().FirstOrDefault();
}

/// <summary>A unit as it is kept (台账条目): its number, its stamp, the acts with everything filled in, and what followed.</summary>
/// <param name="Number">Its number in the journal, from 1 without a gap.</param>
/// <param name="Stamp">Who did it, on which day, and when it was recorded.</param>
/// <param name="Acts">The acts, in the order taken.</param>
/// <param name="Outcome">What followed.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record Entry(long Number, Stamp Stamp, ItemList<Act> Acts, Outcome Outcome);
