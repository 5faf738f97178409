using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Acts;

/// <summary>What an act is about, where order is kept and changes are noticed: <c>("cadre", "k-17")</c>.</summary>
internal readonly record struct Thing(string Kind, string Id);

/// <summary>What somebody did, as data (办理事项). A list of them is what a district takes, keeps and redoes.</summary>
/// <remarks>An act is a value, names things by their ids and never by a place in memory, and says of people only their keys.</remarks>
internal abstract record Act
{
    /// <summary>The stable word by which it is known in a journal.</summary>
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
internal abstract record Act<TBook> : Act where TBook : Book
{
    internal sealed override Type Book => typeof(TBook);
}

/// <summary>What followed from a unit in one room and only the library could say (结果); it is kept and never computed again.</summary>
internal abstract record OutcomePart
{
    /// <summary>The stable word by which it is known in a journal.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether it says that nothing followed.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>The type of the book that redoes it.</summary>
    internal abstract Type Book { get; }
}

/// <summary>A part of an outcome that goes to a certain book.</summary>
internal abstract record OutcomePart<TBook> : OutcomePart where TBook : Book
{
    internal sealed override Type Book => typeof(TBook);
}

/// <summary>Everything that followed from a unit.</summary>
/// <param name="Parts">One for each room in which something was decided, in the order in which rooms follow each other.</param>
internal sealed record Outcome(ItemList<OutcomePart> Parts)
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
    public T? Find<T>() where T : OutcomePart => Parts.OfType<T>().FirstOrDefault();
}

/// <summary>A unit as it is kept (台账条目): its number, its stamp, the acts with everything filled in, and what followed.</summary>
internal sealed record Entry(long Number, Stamp Stamp, ItemList<Act> Acts, Outcome Outcome);
